"""Names, codes and coordinates into the record's place: pin, area, or the list."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from datasets.raw import Coded
from datasets.sieve import Sieve, combined
from datasets.source import Columns, Source, dictionary
from datasets.where import Named, Where, where
from incidents.table import fold
from incidents.tongue import later


def lay_places(source: Source, sieve: Sieve) -> Columns:
    """Return where rows are, and as what they are drawn; `lat_deg`, `lon_deg` as given."""
    fields = ("iso", "country", "admin1", "admin2", "place", "precision")
    *names, place, code = map(source.column, fields)
    number, cells = combined(*names, _where_uncoded(place, code), code)
    said = {fold(word.strip()): str(to) for word, to in source.plan.precisions.items()}
    places = [
        where(Named(*cell)._replace(code=said.get(fold(cell[-1].strip()), cell[-1])), source.form)
        for cell in cells
    ]
    lat, lon = (_degrees(source.column(name)) for name in ("lat", "lon"))
    # Written so that nan, which compares with nothing, is no place.
    sound = (np.abs(lat) <= 90) & (np.abs(lon) <= 180) & ~((lat == 0) & (lon == 0))  # noqa: PLR2004
    pin = np.array([one.kind == "point" for one in places], dtype=bool)[number]
    homeless = pin & ~sound
    _tell(source, sieve, places, number, homeless)
    merged = [*places, *(one._replace(kind="none", why=_UNSOUND) for one in places)]
    number = np.where(homeless, number + len(places), number)
    lat, lon = np.where(sound, lat, np.nan), np.where(sound, lon, np.nan)
    return _where_columns(number, merged) | {
        "lat_deg": pa.array(lat, from_pandas=True),
        "lon_deg": pa.array(lon, from_pandas=True),
    }


_UNSOUND = later("The file gives no coordinates that can be used.")


def _where_uncoded(place: Coded, code: Coded) -> Coded:
    """Return the names of places where no code says how exact they are; the others say nothing."""
    coded = code.map(lambda value: bool(value.strip()), dtype=bool)
    return Coded(np.where(coded, len(place.values), place.codes), (*place.values, ""))


def _where_columns(number: npt.NDArray[Any], places: Sequence[Where]) -> Columns:
    return {
        "place_kind": dictionary(number, [one.kind for one in places]),
        "country": dictionary(number, [one.country for one in places]),
        "place_id": dictionary(number, [one.place_id for one in places]),
        "why": dictionary(number, [one.why for one in places]),
        "where_prec": pa.array(np.array([one.precision for one in places], dtype=np.int8)[number]),
        "radius_km": pa.array(np.array([one.radius_km for one in places], np.float32)[number]),
    }


def _tell(
    source: Source,
    sieve: Sieve,
    places: Sequence[Where],
    number: npt.NDArray[Any],
    homeless: npt.NDArray[np.bool_],
) -> None:
    def rows(test: Callable[[Where], bool]) -> npt.NDArray[np.bool_]:
        return np.asarray([test(one) for one in places], dtype=bool)[number]  # type: ignore[no-any-return]

    if source.plan.columns.precision is None:
        sieve.remark(
            later(
                "No column says how exact the places are. Rows that name a place are drawn as "
                "points; run `conflict-map data check` on the file."
            )
        )
    sieve.doubt(homeless, _HOMELESS)
    sieve.doubt(rows(lambda one: one.kind == "area"), _AREAS)
    sieve.doubt(rows(lambda one: one.kind == "none"), _LISTED)
    if source.plan.columns.country or source.plan.columns.iso:
        sieve.doubt(rows(lambda one: not one.country), _STATELESS)


_HOMELESS = later(
    "No coordinates that can be used (none, 0/0, or beyond the globe); the row is listed."
)
_AREAS = later(
    "Known by region or district only; drawn as that area, and the coordinates are no pin."
)
_LISTED = later("Known by country only, or by an area without an outline here; the row is listed.")
_STATELESS = later("The country is not known here.")


def _degrees(column: Coded) -> npt.NDArray[np.float64]:
    def read(value: str) -> float:
        text = value.strip()
        try:
            return float(text if "." in text else text.replace(",", "."))
        except ValueError:
            return np.nan

    return column.map(read, dtype=np.float64)
