"""JSON as ACLED's and UCDP's interfaces answer it, and GeoJSON."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pyarrow as pa

from datasets.raw import Raw
from incidents.errors import DatasetError

_AT_ONCE = 50_000
"""Rows that are Python objects at one time."""
_LISTS = ("data", "Result", "results", "features")
_WORLD = ("CRS84", "4326", "WGS84")
LAT, LON = "latitude", "longitude"
"""Columns that a GeoJSON's points become."""


class _Document(msgspec.Struct):
    """What an interface answers around its rows."""

    data: list[msgspec.Raw] | None = None
    Result: list[msgspec.Raw] | None = None
    results: list[msgspec.Raw] | None = None
    features: list[msgspec.Raw] | None = None
    crs: Any = None


class _Feature(msgspec.Struct):
    """One feature of GeoJSON."""

    properties: dict[str, Any] | None = None
    geometry: dict[str, Any] | None = None
    id: Any = None


def read_document(path: Path) -> Raw:
    """Read the rows of a JSON or GeoJSON file.

    Raises:
        DatasetError: it is none, has no rows, or its coordinates are no degrees of WGS 84.
    """
    try:
        content = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
        document = msgspec.json.decode(content, type=_Document | list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError, OSError) as error:
        raise _unreadable(path, error) from error
    if isinstance(document, list):
        rows, are_features = document, False
    else:
        _check_degrees(path, document.crs)
        rows = next((found for key in _LISTS if (found := getattr(document, key))), [])
        are_features = bool(document.features) and rows is document.features
    if not rows:
        raise DatasetError(
            "{name} has no rows. A list is looked for, by itself or under “data”, “Result” or "
            "“features”.",
            name=path.name,
        )
    try:
        return _laid(rows, are_features=are_features)
    except msgspec.DecodeError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> DatasetError:
    return DatasetError(
        "{name} can't be read as JSON: {why}. Fetch or save it anew.", name=path.name, why=error
    )


def _check_degrees(path: Path, crs: Any) -> None:
    name = str(crs["properties"].get("name", "")) if _has_name(crs) else ""
    if name and not any(known in name.replace(" ", "").upper() for known in _WORLD):
        raise DatasetError(
            "{name} gives its coordinates in {crs}. Save it in WGS 84 (EPSG:4326), as RFC 7946 "
            "asks.",
            name=path.name,
            crs=name,
        )


def _has_name(crs: Any) -> bool:
    return isinstance(crs, dict) and isinstance(crs.get("properties"), dict)


def _laid(rows: Sequence[msgspec.Raw], *, are_features: bool) -> Raw:
    columns: dict[str, None] = {}
    numbers: dict[str, bool] = {}
    batches: list[dict[str, list[str]]] = []
    shapes = 0
    for start in range(0, len(rows), _AT_ONCE):
        read = [_row(row, are_features=are_features) for row in rows[start : start + _AT_ONCE]]
        shapes += sum(shaped for _row_, shaped in read)
        for cells, _shaped in read:
            for name, value in cells.items():
                columns.setdefault(name)
                if value is not None:
                    numbers[name] = numbers.get(name, True) and _is_number(value)
        batches.append(_batch([cells for cells, _shaped in read], list(columns)))
    table = pa.table({name: pa.chunked_array(_chunks(batches, name)) for name in columns})
    return Raw(
        table=table,
        columns=tuple(columns),
        rows=np.arange(2, len(rows) + 2, dtype=np.int32),
        numbers=tuple(name for name, all_of_them in numbers.items() if all_of_them),
        shapes=shapes,
    )


def _batch(read: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> dict[str, list[str]]:
    return {name: [_said(cells.get(name)) for cells in read] for name in columns} | {
        "": [""] * len(read)
    }


def _chunks(batches: Sequence[dict[str, list[str]]], name: str) -> Iterator[Any]:
    for batch in batches:
        yield pa.array(batch.get(name, batch[""]), pa.string())


def _row(raw: msgspec.Raw, *, are_features: bool) -> tuple[dict[str, Any], bool]:
    if not are_features:
        return msgspec.json.decode(raw, type=dict[str, Any]), False
    feature = msgspec.json.decode(raw, type=_Feature)
    cells = dict(feature.properties or {})
    if feature.id is not None:
        cells.setdefault("id", feature.id)
    geometry = feature.geometry or {}
    match geometry.get("type"), geometry.get("coordinates"):
        case "Point", [int() | float() as lon, int() | float() as lat, *_height]:
            return cells | {LON: lon, LAT: lat}, False
        case None, _:
            return cells, False
    return cells, True


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return msgspec.json.encode(value).decode() if not _is_number(value) else repr(value)
