"""What an analyst asks of the gazetteer: places by the beginning of a name, places near a point."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from geo.gazetteer.entries import Entry
from geo.gazetteer.index import Gazetteer
from geo.gazetteer.keys import key_of
from incidents.distances import distance_km

MOST = 8
"""Places that are listed."""
LEAST_LETTERS = 2
NEAREST_KM = 50.0
"""Farther away a place says nothing of where a point is."""


class Near(NamedTuple):
    """The inhabited place nearest to a point."""

    entry: Entry
    km: float


def search(gazetteer: Gazetteer, words: str, *, country: str = "", most: int = MOST) -> list[Entry]:
    """Return the places whose name is, or begins with, `words`; accents and case don't count.

    Those that bear the very name come first; then those of `country` (ISO 3166-1 alpha-2).
    """
    key = key_of(words)
    if len(key) < LEAST_LETTERS:
        return []
    exact = [found.entry for found in gazetteer.lookup(words)]
    exact.sort(key=lambda entry: entry.country != country)
    found = {entry.place_id: entry for entry in [*exact, *gazetteer.beginning(key, country)]}
    return list(found.values())[:most]


def bearing(gazetteer: Gazetteer, words: str, countries: Collection[str]) -> list[Entry]:
    """Return the places that bear a name as their own; where none does, as another of theirs.

    Args:
        gazetteer: where it is looked up.
        words: the whole name.
        countries: where they lie (ISO 3166-1 alpha-2); anywhere, where there are none.
    """
    found = [one.entry for one in gazetteer.lookup(words)]
    found = [one for one in found if not countries or one.country in countries]
    named = [one for one in found if key_of(one.name) == key_of(words)] or found
    towns = [one for one in named if one.kind == "town"]
    # The bare name of a region and of its seat says the seat, here as in reports.
    return [one for one in named if not any(_is_around(one, town) for town in towns)]


def _is_around(one: Entry, town: Entry) -> bool:
    """Tell whether a town lies in a division; one that is younger than the outlines has none."""
    if one.kind not in {"region", "district"} or one.country != town.country:
        return False
    return not one.region or town.region in {one.place_id, one.region}


def nearest(
    gazetteer: Gazetteer,
    lat_deg: float,
    lon_deg: float,
    *,
    among: Callable[[Entry], bool] = lambda _: True,
) -> Near | None:
    """Return the nearest town or village within about 50 km; None where there is none.

    Args:
        gazetteer: the worldwide one, and the country packs.
        lat_deg: of the point.
        lon_deg: of the point, -180 to 180.
        among: which of them count.
    """
    around = gazetteer.towns_around(lat_deg, lon_deg, NEAREST_KM)
    near = [
        Near(entry, distance_km(lat_deg, lon_deg, entry.lat_deg, entry.lon_deg))
        for entry in around
        if among(entry)
    ]
    found = min(near, key=lambda one: (one.km, one.entry.place_id), default=None)
    return found if found and found.km <= NEAREST_KM else None
