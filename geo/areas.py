"""The small language in which areas are written, in `place_id`s and in `vague_regions.csv`.

AREA     := PART ("+" PART)*                       a union
PART     := ID | NAME "(" ARG ("," ARG)* ")"
ID       := "country:ML" | "ne:ML05" | "iso:BF-12" | "vague:sahel" | ...
ARG      := AREA | number

north(AREA), southeast(AREA), central(AREA)        a cut, see geo/cuts.py
clip(AREA, AREA)                                   what both cover
disc(lat, lon, km)                                 a circle on the ground
corridor(lat, lon, lat, lon, km)                   km to both sides of the line
border(AREA, AREA, km)                             km to both sides of the common border
offshore(AREA, km)                                 the sea within km of it
box(west, south, east, north)                      degrees
polygon(lat, lon, lat, lon, lat, lon, ...)         corners, as an analyst drew them
"""

import re
from typing import NamedTuple

from incidents.errors import GazetteerError

_TOKEN = re.compile(
    r"\s*(?:(?P<number>-?\d+(?:\.\d+)?)(?![\w:])|(?P<id>[a-z][a-z0-9]*:[\w\-.'~]+)"
    r"|(?P<name>[a-z]+)|(?P<mark>[(),+]))"
)
LONGEST = 2000
"""Characters; more is no area that this program wrote."""
DEEPEST = 12
"""Nested parts."""


class Call(NamedTuple):
    """A part that is made: `north(country:ML)`."""

    name: str
    arguments: tuple["Area", ...]


class Union(NamedTuple):
    """Several parts together."""

    parts: tuple["Area", ...]


Area = str | float | Call | Union
"""A parsed area: an id, a number (as an argument only), a call or a union."""


def parse(text: str) -> Area:
    """Parse an area.

    Raises:
        GazetteerError: the text is none, saying where it stops making sense.
    """
    if len(text) > LONGEST:
        raise GazetteerError(f"An area of {len(text)} characters is too long: {text[:60]!r}…")
    area, end = _union(text, 0, 0)
    if end != len(text):
        raise _wrong(text, end)
    return area


def _wrong(text: str, at: int) -> GazetteerError:
    return GazetteerError(f"{text!r} is no area: it cannot be read at {text[at : at + 20]!r}.")


def _union(text: str, at: int, depth: int) -> tuple[Area, int]:
    if depth > DEEPEST:
        raise _wrong(text, at)
    part, at = _part(text, at, depth)
    parts = [part]
    while text[at : at + 1] == "+":
        part, at = _part(text, at + 1, depth)
        parts.append(part)
    return (parts[0] if len(parts) == 1 else Union(tuple(parts))), at


def _part(text: str, at: int, depth: int) -> tuple[Area, int]:
    found = _TOKEN.match(text, at)
    if not found or found["mark"]:
        raise _wrong(text, at)
    if found["number"]:
        return float(found["number"]), found.end()
    if found["id"]:
        return found["id"], found.end()
    return _call(text, found["name"], found.end(), depth)


def _call(text: str, name: str, at: int, depth: int) -> tuple[Area, int]:
    arguments: list[Area] = []
    mark = "("
    while text[at : at + 1] == mark:
        argument, at = _union(text, at + 1, depth + 1)
        arguments.append(argument)
        mark = ","
    if not arguments or text[at : at + 1] != ")":
        raise _wrong(text, at)
    return Call(name, tuple(arguments)), at + 1
