"""What the words around a name measure: a distance, a direction; in any of the languages."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from incidents.coordination import listed
from incidents.rules import languages, load_rules

_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)?")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_THOUSANDS = re.compile(r"(?<![\d.,])([1-9]\d?)[ .,\u00a0\u202f](\d{3})(?![\d.,]\d)")
"""Of a distance: "1,200 km", « 1 200 km », never "0.350 km"."""


class Offset(NamedTuple):
    """How far from a place, and which way."""

    distance_km: float | None
    """None where the words give none."""
    direction: str | None
    """One of `geo.cuts.BEARINGS_DEG`; None where the words give none."""


@cache
def _table(name: str) -> dict[str, str | float]:
    merged: dict[str, str | float] = {}
    for language in languages():
        merged |= load_rules(language, "places").get(name, {})
    return merged


@cache
def _links() -> frozenset[str]:
    """List what may stand between a number in words and its unit."""
    return frozenset(listed("places", "number_link"))


def direction_of(phrase: str) -> str | None:
    """Return the direction that a phrase names: "north-eastern Nigeria" → "northeast"."""
    words = _folded(phrase)
    table, extremes = _table("directions"), _table("extremes")
    for place, word in enumerate(words):
        found = table.get(word)
        if found is None:
            continue
        direction = str(found)
        if place and words[place - 1] in extremes and f"far{direction}" in _FAR:
            return f"far{direction}"
        second = table.get(words[place + 1]) if place + 1 < len(words) else None
        joined = f"{direction}{second}"
        return joined if joined in _CORNERS else direction
    return None


_FAR = frozenset({"farnorth", "farsouth", "fareast", "farwest"})
_CORNERS = frozenset({"northeast", "northwest", "southeast", "southwest"})


def offset_of(phrase: str) -> Offset:
    """Return the distance and direction that a phrase gives: "20 km east of"."""
    words = _folded(phrase)
    units, numbers = _table("units"), _table("numbers")
    distance: float | None = None
    for place, word in enumerate(words):
        if word in units and place:
            before = words[place - 2 if words[place - 1] in _links() else place - 1]
            if _NUMBER.fullmatch(before):
                distance = float(before.replace(",", ".")) * float(units[word])
            elif before in numbers:
                distance = float(numbers[before]) * float(units[word])
            if distance is not None:
                break
    direction = direction_of(phrase)
    return Offset(distance, None if direction == "central" else direction)


def _folded(phrase: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", phrase.casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = _THOUSANDS.sub(r"\1\2", plain)
    return _WORD.findall(re.sub(r"(\d)(?=[a-z])", r"\1 ", plain))
