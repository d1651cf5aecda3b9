"""The outline behind a `place_id`, from the id alone, so that a snapshot can be opened again.

`gn:2451478` and other points have none: they are drawn from their coordinates.
The grammar of ids is in `geo/areas.py`.
"""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import cast

import shapely
from shapely.geometry.base import BaseGeometry

from geo import boundaries, cuts
from geo.areas import Area, Call, Union, parse
from geo.districts import district_outline
from geo.divisions import children, read_table
from incidents.errors import GazetteerError

SMALLEST_RING = 6
"""Numbers of the smallest polygon: three corners."""


def geometry_of(place_id: str) -> BaseGeometry | None:
    """Return the outline of an area, EPSG:4326.

    Returns:
        None for what is a point (`gn:...`), and for an id that this installation does not
        know: a district whose boundary file was removed.

    Raises:
        GazetteerError: the id cannot be read.
    """
    if "adm2:" in place_id:  # the analyst's own files come and go
        return _valid(place_id)
    return _kept(place_id)


@lru_cache(maxsize=4096)
def _kept(place_id: str) -> BaseGeometry | None:
    return _valid(place_id)


def _valid(place_id: str) -> BaseGeometry | None:
    try:
        shape = _build(parse(place_id))
    except KeyError:
        return None
    return shape if shape is None or shape.is_valid else shapely.make_valid(shape)


def representative_point(place_id: str) -> tuple[float, float] | None:
    """Return latitude and longitude of a point inside the area, None where there is none."""
    shape = geometry_of(place_id)
    return None if shape is None or shape.is_empty else cuts.middle(shape)


@cache
def _conventions() -> dict[str, str]:
    return {row["id"]: row["area"] for row in read_table("vague_regions.csv")}


@cache
def _sources() -> dict[str, str]:
    return {row["id"]: row["source"] for row in read_table("vague_regions.csv")}


def source_of(place_id: str) -> str:
    """Return who draws an area by convention so, "" where it is no convention."""
    return _sources().get(place_id, "")


@cache
def _boundaries() -> dict[str, BaseGeometry]:
    regions, countries = boundaries.regions(), boundaries.countries()
    return dict(zip(regions["region_id"], regions.geometry, strict=True)) | {
        f"country:{iso2}": shape
        for iso2, shape in zip(countries["iso2"], countries.geometry, strict=True)
    }


def _build(area: Area) -> BaseGeometry | None:
    match area:
        case str():
            return _known(area)
        case Union(parts):
            return shapely.union_all([_needed(part) for part in parts])
        case Call(name, arguments):
            return _call(name, arguments)
        case _:
            raise GazetteerError(f"{area!r} is a number, not an area.")


def _known(place_id: str) -> BaseGeometry | None:
    if place_id in _conventions() and _conventions()[place_id] != place_id:
        return _build(parse(_conventions()[place_id]))
    source, _, code = place_id.partition(":")
    if source == "iso" and code in children():
        return shapely.union_all([_boundaries()[member] for member in children()[code]])
    if source == "gn":
        return None
    if source == "adm2":
        return district_outline(place_id)
    return _boundaries()[place_id]


def _needed(area: Area) -> BaseGeometry:
    shape = _build(area)
    if shape is None:
        raise KeyError(str(area))
    return shape


def _numbers(name: str, arguments: tuple[Area, ...], count: int) -> tuple[float, ...]:
    if len(arguments) != count or not all(isinstance(item, float) for item in arguments):
        raise GazetteerError(f"{name}() takes {count} numbers, not {arguments!r}.")
    return cast("tuple[float, ...]", arguments)


def _call(name: str, arguments: tuple[Area, ...]) -> BaseGeometry:
    match name, arguments:
        case ("clip", (one, other)):
            return _needed(one).intersection(_needed(other))
        case ("border", (one, other, float(width))):
            return cuts.border(_needed(one), _needed(other), width)
        case ("offshore", (whole, float(width))):
            return cuts.offshore(_needed(whole), width, boundaries.countries().geometry)
        case (direction, (whole,)) if direction in cuts.DIRECTIONS:
            return cuts.cut(_needed(whole), direction)
        case "polygon", corners if len(corners) >= SMALLEST_RING and len(corners) % 2 == 0:
            return cuts.polygon(*_numbers(name, corners, len(corners)))
        case _ if name in _FROM_NUMBERS:
            count, make = _FROM_NUMBERS[name]
            return make(*_numbers(name, arguments, count))
        case _:
            raise GazetteerError(f"{name}() with {len(arguments)} arguments makes no area.")


_FROM_NUMBERS: dict[str, tuple[int, Callable[..., BaseGeometry]]] = {
    "disc": (3, cuts.disc),
    "corridor": (5, cuts.corridor),
    "box": (4, shapely.box),
}
