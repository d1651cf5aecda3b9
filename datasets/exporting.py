"""A layer out again: the columns that are kept, as they came."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as pa_csv

from datasets.layers import Layer
from datasets.reading import GIVEN
from incidents.errors import DatasetError

_RUN = r"^[=+\-@\t\r\n]"
"""A cell that begins so is run as a formula by spreadsheets, unless it is a number."""
_NUMBER = r"^[+\-]?\d+([.,]\d+)?$"
_JSON_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?")
_ROWS = 10_000
_ENDINGS = (".csv", ".json", ".geojson")


def export(layer: Layer, path: Path, *, exact: bool = False) -> int:
    """Write a layer's own columns to a file.

    Args:
        layer: which.
        path: ends in .csv, .json or .geojson.
        exact: whether cells that a spreadsheet would run stay as they came. JSON runs nothing
            and always keeps them.

    Returns:
        How many cells got an apostrophe before them.

    Raises:
        DatasetError: the ending is another, or the file can't be written.
    """
    if path.suffix.lower() not in _ENDINGS:
        raise DatasetError(
            "{name} ends otherwise than in {endings}. Give such a name.",
            name=path.name,
            endings=", ".join(_ENDINGS),
        )
    try:
        if path.suffix.lower() == ".csv":
            return _write_csv(layer, path, exact=exact)
        with path.open("w", encoding="utf-8") as file:
            _write_json(layer, file, features=path.suffix.lower() == ".geojson")
    except OSError as error:
        raise DatasetError(
            "{path} can't be written: {why}.", path=path, why=error.strerror
        ) from error
    return 0


def _write_csv(layer: Layer, path: Path, *, exact: bool) -> int:
    guarded = 0
    columns, names = [], []
    for name in layer.card.held:
        column = layer.table[f"{GIVEN}{name}"]
        if not exact:
            column, cells = _guarded(column)
            guarded += cells
        columns.append(column)
        names.append(_guarded_name(name, exact=exact))
    schema = [(name, pa.string()) for name in names]
    options = pa_csv.WriteOptions(include_header=True, quoting_style="needed", batch_size=_ROWS)
    with (
        path.open("wb") as file,
        pa_csv.CSVWriter(file, pa.schema(schema), write_options=options) as writer,
    ):
        for batch in pa.table(columns, names=names).to_batches(max_chunksize=_ROWS):
            writer.write_batch(_plain(batch))
    return guarded


def _plain(batch: Any) -> Any:
    arrays = [
        one.dictionary_decode() if pa.types.is_dictionary(one.type) else one
        for one in batch.columns
    ]
    return pa.record_batch(arrays, names=batch.schema.names)


def _guarded(column: Any) -> tuple[Any, int]:
    if pa.types.is_dictionary(column.type):
        whole = column.unify_dictionaries().combine_chunks()
        mask = _is_run(whole.dictionary)
        codes = np.asarray(pc.fill_null(whole.indices, 0))
        cells = int(np.asarray(mask)[codes].sum()) if len(codes) else 0
        if not cells:
            return column, 0
        return pa.DictionaryArray.from_arrays(
            whole.indices, _apostrophe(whole.dictionary, mask)
        ), cells
    mask = _is_run(column)
    return _apostrophe(column, mask), int(pc.sum(mask).as_py() or 0)


def _is_run(values: Any) -> Any:
    starts = pc.match_substring_regex(values, _RUN)
    return pc.and_(starts, pc.invert(pc.match_substring_regex(values, _NUMBER)))


def _apostrophe(values: Any, mask: Any) -> Any:
    return pc.if_else(mask, pc.binary_join_element_wise("'", values, ""), values)


def _guarded_name(name: str, *, exact: bool) -> str:
    return f"'{name}" if not exact and re.match(_RUN, name) else name


def _write_json(layer: Layer, file: TextIO, *, features: bool) -> None:
    head = '{"type": "FeatureCollection", "features": [' if features else '{"data": ['
    file.write(head)
    rows = enumerate(_rows(layer, features=features))
    file.writelines(f"{',' * (number > 0)}\n{row}" for number, row in rows)
    file.write("\n]}\n")


def _rows(layer: Layer, *, features: bool) -> Iterator[str]:
    card = layer.card
    numbers = set(card.numbers)
    given = [f"{GIVEN}{name}" for name in card.held]
    for batch in layer.table.select([*given, "place_kind", "lat_deg", "lon_deg"]).to_batches(_ROWS):
        columns = [column.to_pylist() for column in batch.columns]
        for *cells, kind, lat, lon in zip(*columns, strict=True):
            pairs = dict(zip(card.held, cells, strict=True))
            geometry = None
            if features and kind == "point":
                geometry = f'{{"type": "Point", "coordinates": [{lon!r}, {lat!r}]}}'
                for name in (card.fields.lat, card.fields.lon):
                    pairs.pop(name or "", None)
            row = _object(pairs, numbers)
            yield _feature(row, geometry) if features else row


def _feature(row: str, geometry: str | None) -> str:
    return f'{{"type": "Feature", "properties": {row}, "geometry": {geometry or "null"}}}'


def _object(pairs: dict[str, str], numbers: set[str]) -> str:
    def said(name: str, cell: str) -> str:
        if name in numbers:
            return cell if _JSON_NUMBER.fullmatch(cell) else "null"
        return _text(cell)

    cells = (f"{_text(name)}: {said(name, cell)}" for name, cell in pairs.items())
    return f"{{{', '.join(cells)}}}"


def _text(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
