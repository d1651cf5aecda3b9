"""Resolves weeks, months and longer that are told from another day: "last month"."""

import datetime as dt
from collections.abc import Callable, Mapping

from incidents.dating import lacks_year, month_end
from incidents.finders.dates.relative import back, hull, is_future, monday, moved, weekday_before
from incidents.finders.dates.words import DAY, WEEK, Found, Reference, Words, part_of
from incidents.records import DatePrecision

_SATURDAY = 5
_FEW = 3
"""How many "a few" and "several" are."""
_RECENT_DAYS = {"day": 7, "week": 28, "month": 122}
_AGO_DAYS = {"day": 2, "week": 14, "month": 60}
_LATER_DAYS = {"day": 2, "week": 14, "month": 60}
"""How far "recent" reaches back, where "a few ... ago" ends, and "a few ... later" begins."""


def _unit(words: Words, reference: Reference) -> Found | None:
    """Read "last month", "earlier this week", "the previous year"."""
    unit, when = words.mean("unit"), words.mean("when")
    when = 0 if words("when") is None else when  # "en début de semaine"
    if words("pointing") is not None:
        return _unit_after(reference, unit)
    if when is None or when > 0 or reference.published is None:
        return None
    start, end = reference.published.earliest, reference.published.latest
    first, last = _unit_around(start, unit, when), _unit_around(end, unit, when)
    latest = last[1] if when < 0 else min(last[1], end)
    precision = first[2] if first == last and latest == last[1] else None
    if unit == "week" and first == last:
        precision = "week"
    if words.mean("part") and unit in {"month", "year"}:
        return Found(*part_of(first[0], last[1], unit, words.mean("part")), "relative")
    if unit == "month" and first == last:
        return Found(first[0], first[1], "relative", "month")
    return Found(first[0], max(latest, first[0]), "relative", precision)


def _unit_after(reference: Reference, unit: str) -> Found | None:
    """Read "the following week", from the date that the text gave last."""
    anchor = reference.anchor
    if anchor is None or (lacks_year(anchor.earliest) and unit not in {"month", "day"}):
        return None
    first, last, precision = _unit_around(anchor.latest, unit, 1)
    found = Found(first, last, "relative", precision)
    return None if is_future(found, reference) else found


def _unit_around(day: dt.date, unit: str, when: int) -> tuple[dt.date, dt.date, DatePrecision]:
    if unit in {"week", "fortnight"}:
        start = monday(day) + when * WEEK * (2 if unit == "fortnight" else 1)
        return start, start + (13 if unit == "fortnight" else 6) * DAY, "week"
    if unit == "weekend":
        saturday = weekday_before(_SATURDAY, day)
        return saturday, saturday + DAY, "range"
    if unit == "quarter":
        months = day.year * 4 + (day.month - 1) // 3 + when
        year, quarter = divmod(months, 4)
        return dt.date(year, quarter * 3 + 1, 1), month_end(year, quarter * 3 + 3), "range"
    return back(day, -when, unit)


def _past(words: Words, reference: Reference) -> Found | None:
    """Read "in the past 24 hours": up to the publication."""
    published, unit = reference.published, words.mean("unit")
    if published is None:
        return None
    number = 1 if words("one") else words.amount("number") or _FEW
    unit = unit or "day"
    whole = moved(published, number, unit)
    if whole is None:
        return None
    start = published.earliest - number * WEEK if unit == "week" else whole.earliest
    return Found(start, published.latest, "relative")


def _recent(words: Words, reference: Reference) -> Found | None:
    """Read "in recent days" and "a few days ago": some days up to the publication."""
    published, unit = reference.published, words.mean("unit")
    if published is None or unit not in _RECENT_DAYS:
        return None
    start = published.earliest - _RECENT_DAYS[unit] * DAY
    ago = _AGO_DAYS[unit] if words("ago") is not None else 0
    return Found(start, published.latest - ago * DAY, "relative")


def _some_later(words: Words, reference: Reference) -> Found | None:
    """Read "days later" and "a few weeks later": some while after the date told last."""
    base, unit, published = reference.anchor, words.mean("unit"), reference.published
    if base is None or unit not in _RECENT_DAYS:
        return None
    first, last = base.latest + _LATER_DAYS[unit] * DAY, base.latest + _RECENT_DAYS[unit] * DAY
    if published is not None:
        first, last = min(first, published.latest), min(last, published.latest)
    return Found(first, last, "relative")


def _weekend(_: Words, reference: Reference) -> Found | None:
    return hull(reference, lambda day: _unit_around(day, "weekend", 0)[:2])


SPANS: Mapping[str, Callable[[Words, Reference], Found | None]] = {
    "unit": _unit,
    "past": _past,
    "recent": _recent,
    "some-later": _some_later,
    "weekend": _weekend,
}
"""By the `kind` of a rule."""
