"""What an analyst asks of the gazetteer: places by the beginning of a name, places near a point."""

from collections.abc import Callable
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
