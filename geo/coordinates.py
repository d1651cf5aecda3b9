"""Coordinates as an analyst types or pastes them: "13.43, -6.27", "13°26′N 6°16′W"."""

import re
from typing import NamedTuple

from incidents.errors import GazetteerError

_MOST_SIGNS = 80
"""Longer words are no coordinates."""
_NUMBER = r"\d{1,3}(?:[.,]\d{1,10})?"
_PART = re.compile(
    rf"""\s*(?P<before>[NSEWO])?\s*(?P<sign>[-+−])?\s*(?P<degrees>{_NUMBER})\s*
    (?:°\s*(?:(?P<minutes>{_NUMBER})\s*['′’]\s*(?:(?P<seconds>{_NUMBER})\s*(?:"|″|”|''|′′)\s*)?)?)?
    (?(before)|(?P<after>[NSEWO])?)\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_POINTS = re.compile(r"(\d),(\d{1,10})(?=\D|$)")
_BETWEEN = re.compile(r"\s*[,;/]?\s*")
_SIXTY = 60
_EXACT_DECIMALS = 2
"""So many decimals of a degree are about a kilometre, and a minute of arc is two."""


class Coordinates(NamedTuple):
    """A point that was typed."""

    lat_deg: float
    lon_deg: float
    exact: bool
    """Whether both numbers are written to about a kilometre: two decimals, or minutes."""


def read_coordinates(text: str) -> Coordinates:
    """Read a latitude and a longitude, in this order unless letters say otherwise.

    Args:
        text: decimal degrees ("13.43, -6.27"; "13,43; -6,27"), or degrees, minutes and seconds
            with N, S, E, W (O for French "ouest").

    Raises:
        GazetteerError: it is no pair of coordinates, or lies nowhere on Earth.
    """
    parts = _parts(_with_points(text.strip()))
    if parts is None:
        raise GazetteerError(
            "{text!r} is no pair of coordinates. Write latitude and longitude: "
            "13.43, -6.27 or 13°26′N 6°16′W.",
            text=text[:_MOST_SIGNS],
        )
    first, second = parts
    if _is_longitude(first) and _is_latitude(second):
        first, second = second, first
    if _is_longitude(first) or _is_latitude(second):
        raise GazetteerError(
            "{text!r} names one axis twice. Give a latitude (N or S) and a longitude (E or W).",
            text=text,
        )
    lat, lon = _value(first), _value(second)
    if abs(lat) > 90:  # noqa: PLR2004 - degrees
        turned = " Is the longitude first?" if abs(lon) <= 90 else ""  # noqa: PLR2004
        raise GazetteerError(
            "The latitude {lat:g} is outside -90 to 90.{turned}", lat=lat, turned=turned
        )
    if abs(lon) > 180:  # noqa: PLR2004 - degrees
        raise GazetteerError("The longitude {lon:g} is outside -180 to 180.", lon=lon)
    return Coordinates(round(lat, 5), round(lon, 5), _is_exact(first) and _is_exact(second))


def _with_points(text: str) -> str:
    # "13,43; -6,27" has decimal commas; in "13,-6" and "13.4,6.2" the comma stands between.
    return _POINTS.sub(r"\1.\2", text) if ";" in text or text.count(",") > 1 else text


def _parts(text: str) -> tuple[re.Match[str], re.Match[str]] | None:
    if len(text) > _MOST_SIGNS:
        return None
    # A comma between two numbers parts them, where it can't be a decimal comma.
    pairs = [text.split(mark, 1) for mark in (";", "/") if mark in text]
    pairs += [text.split(",", 1)] if text.count(",") == 1 else []
    for left, right in pairs:
        one, other = _PART.fullmatch(left), _PART.fullmatch(right)
        if one and other:
            return one, other
    first = _PART.match(text)
    if first is None or first.end() == len(text):
        return None
    gap = _BETWEEN.match(text, first.end())
    second = _PART.fullmatch(text, gap.end() if gap else first.end())
    return (first, second) if second else None


def _letter(part: re.Match[str]) -> str:
    return (part["before"] or part["after"] or "").upper()


def _is_latitude(part: re.Match[str]) -> bool:
    return _letter(part) in {"N", "S"}


def _is_longitude(part: re.Match[str]) -> bool:
    return _letter(part) in {"E", "W", "O"}


def _value(part: re.Match[str]) -> float:
    degrees, minutes, seconds = (_number(part[name]) for name in ("degrees", "minutes", "seconds"))
    if minutes >= _SIXTY or seconds >= _SIXTY:
        raise GazetteerError(
            "{part!r} has {n:g} minutes or seconds; there are 60.",
            part=part[0].strip(),
            n=max(minutes, seconds),
        )
    value = degrees + minutes / _SIXTY + seconds / _SIXTY**2
    south_or_west = _letter(part) in {"S", "W", "O"}
    return -value if (part["sign"] in {"-", "−"}) != south_or_west else value


def _number(text: str | None) -> float:
    return float((text or "0").replace(",", "."))


def _is_exact(part: re.Match[str]) -> bool:
    _, _, decimals = part["degrees"].replace(",", ".").partition(".")
    return part["minutes"] is not None or len(decimals) >= _EXACT_DECIMALS
