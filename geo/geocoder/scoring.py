"""How likely a name means each of its places: every piece of evidence as one number.

Scores are natural logarithms: 2.3 more is ten times as likely. The weights were set by hand
on what each evidence means and checked on two public corpora (benchmarks/evaluate_geocoding.py).
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from geo.gazetteer import Entry, Found
from incidents.distances import distance_km
from incidents.mentions import PlaceHint

PEOPLE = 0.8
"""Ten times the inhabitants make a place six times as likely."""
OFFICIAL = 1.2
"""The canonical name, against one of the alternate names."""
OUTLINED = 3.0
"""A division whose outline is installed, against the same one as a point of a dump."""
SPELLING = 0.3
"""The same of a village without a number, whose canonical spelling is a matter of chance."""
CAPITAL = 2.5
COUNTRY = 4.5
FOCUS = 5.0
"""The country that the report is about, against one it never names."""
NEAR = 3.0
NEAR_KM = 150.0
"""Distance at which the nearness to another place has fallen to a third."""
FAR_DEG = 8
"""Degrees of latitude from which nearness is nothing."""
KM_A_DEG = 111.0
"""A little less than a degree of latitude has."""
DIVISION = 2.0
"""In a division that the report names elsewhere."""
INSIDE = 8.0
OUTSIDE = -4.0
"""Inside, or not inside, what the words say contains it."""
HOLDS = 4.0
"""Holds what the words put in it: "Atlanta, Georgia"."""
SEAT = -2.5
"""A region against the town in it that bears its name, where no word says "region"."""
NAMESAKE = -6.0
"""A town that has a country's name only among its other names: "Iraq" is no town in Iran."""
TIE = 0.35
"""Two places whose scores differ by less can't be told apart."""

_TYPES: dict[PlaceHint, dict[str, float]] = {
    "region": {"region": 9, "district": 6, "vague": 5, "town": -5, "country": -7, "water": -6},
    "district": {"district": 9, "region": 2, "town": 2, "vague": 1, "country": -7, "water": -4},
    "town": {"town": 4, "region": -5, "district": -5, "country": -6, "vague": -5, "water": -6},
    "village": {"town": 4, "spot": 2, "region": -5, "district": -4, "country": -6, "vague": -4},
    "river": {"water": 9, "vague": 6, "town": -6, "region": -6, "country": -6},
    "sea": {"vague": 6, "water": 6, "town": -6},
    "vague": {"vague": 6, "continent": 2, "country": 3, "region": 3, "town": -1},
    "near": {"town": 1.5, "country": -3},
    "between": {},
    "country": {"country": 2},
}
_PRIORS = {"water": 3.0, "relief": 2.0, "spot": 0.0, "vague": 11.0, "continent": 14.0}
"""Stand-ins for what has no inhabitants."""
UNKNOWN_PEOPLE = 150
"""Taken for a town without a number."""
REGION_PEOPLE = 400_000
"""Taken for a first-level region without one, where the words say "region"."""


class Scored(NamedTuple):
    """A place with its score, comparable with the others of the same name only."""

    entry: Entry
    score: float


class Context(NamedTuple):
    """What the report says about where it plays."""

    focus: Mapping[str, float]
    """Weight of each country, 1 for the strongest."""
    divisions: frozenset[str]
    """Ids of the divisions already made out."""
    anchors: Sequence[tuple[str, float, float]]
    """Name, latitude and longitude of places already made out, from south to north."""


def prior(found: Found, hint: PlaceHint) -> float:
    """Score what is known without the report: size, kind and name."""
    entry = found.entry
    if entry.kind in _PRIORS:
        score = _PRIORS[entry.kind]
    else:
        people = PEOPLE / 2 if hint == "village" else PEOPLE
        is_region = entry.kind == "region" and hint == "region"
        unknown = REGION_PEOPLE if is_region else UNKNOWN_PEOPLE
        score = people * math.log((entry.population or unknown) + UNKNOWN_PEOPLE)
    if found.official:
        score += OFFICIAL if entry.population or entry.kind != "town" else SPELLING
    score += CAPITAL if entry.feature == "PPLC" else 0.0
    score += COUNTRY if entry.kind == "country" else 0.0
    score += OUTLINED if entry.area and hint in {"region", "district"} else 0.0
    return score + _TYPES.get(hint, {}).get(entry.kind, 0.0)


def in_context(entry: Entry, name: str, context: Context) -> float:
    """Score the report's countries and the nearness to its other places."""
    score = FOCUS * context.focus.get(entry.country, 0.0)
    score += DIVISION if entry.kind == "town" and entry.region in context.divisions else 0.0
    if entry.kind in {"country", "continent", "vague"}:
        return score
    return score + NEAR * math.exp(-_nearest_km(entry, name, context.anchors) / NEAR_KM)


def _nearest_km(entry: Entry, name: str, anchors: Sequence[tuple[str, float, float]]) -> float:
    """Return how far the nearest of the anchors is that has another name; infinite for none.

    Goes north and south from the place, no farther than the nearest so far: a report may name
    thousands.
    """
    nearest = math.inf
    at = bisect_left(anchors, entry.lat_deg, key=lambda anchor: anchor[1])
    for way in (range(at, len(anchors)), range(at - 1, -1, -1)):
        for index in way:
            anchor, lat, lon = anchors[index]
            away = abs(lat - entry.lat_deg)
            if away >= FAR_DEG or away * KM_A_DEG > nearest:
                break
            if anchor != name:
                nearest = min(nearest, distance_km(entry.lat_deg, entry.lon_deg, lat, lon))
    return nearest


def ranked(scores: Iterable[Scored]) -> list[Scored]:
    """Order by score, the best first, the same for the same input."""
    return sorted(scores, key=lambda item: (-item.score, item.entry.place_id))


def shares(scores: Sequence[Scored]) -> list[float]:
    """Turn scores into shares of 1."""
    if not scores:
        return []
    top = max(item.score for item in scores)
    powers = [math.exp(item.score - top) for item in scores]
    total = sum(powers)
    return [power / total for power in powers]


def is_tie(first: Scored, second: Scored) -> bool:
    """Tell whether nothing decides between the two best places, and it matters which."""
    if first.score - second.score >= TIE or first.entry.kind != second.entry.kind:
        return False
    away = distance_km(
        first.entry.lat_deg, first.entry.lon_deg, second.entry.lat_deg, second.entry.lon_deg
    )
    return away > 10  # noqa: PLR2004 - km; nearer than that they are one place for a map
