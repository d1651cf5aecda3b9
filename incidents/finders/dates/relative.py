"""Resolves words that point: "on Tuesday", "two days earlier", "last month", "overnight"."""

import datetime as dt
from collections.abc import Callable, Mapping

from incidents.dating import month_back, month_end
from incidents.finders.dates.words import DAY, WEEK, Found, Reference, Words, part_of
from incidents.records import DatePrecision, DateValue

_FARTHEST = 1000
"""Days, months or years; further back nothing is meant."""
_SATURDAY = 5
_FEW = 3
_LONGEST_PERIOD = 8
"""Days; in a longer period a weekday names several days."""
_WEEKS = {"week": 1, "fortnight": 2}
_NEWS_DAYS = 2
_RECENT_DAYS = {"day": 7, "week": 28, "month": 122}
_AGO_DAYS = {"day": 2, "week": 14, "month": 60}
_LATER_DAYS = {"day": 2, "week": 14, "month": 60}
"""How far "recent" reaches back, where "a few ... ago" ends, and "a few ... later" begins."""
"""How many "a few" and "several" are."""


def _weekday_before(weekday: int, day: dt.date, *, strictly: bool = False) -> dt.date:
    back = (day.weekday() - weekday) % 7
    return day - (back or (7 if strictly else 0)) * DAY


def _hull(
    reference: Reference,
    day: Callable[[dt.date], tuple[dt.date, dt.date]],
    *,
    weekday: bool = False,
) -> Found | None:
    """Resolve against both ends of a publication that is itself only a month.

    A weekday of a report on a week is that week's: the period's last day stands for publication.
    """
    published = reference.published
    period = reference.period
    if weekday and period and (period.latest - period.earliest).days < _LONGEST_PERIOD:
        first, last = day(period.latest)
        return Found(first, last, "relative")
    if published is None:
        return None
    (first, _), (_, last) = day(published.earliest), day(published.latest)
    return Found(first, last, "relative")


def _named(words: Words, name: str) -> int:
    """Read a weekday in full or short, "Thu"; Monday is 0."""
    day = words.mean(name, "weekday")
    return int(words.mean(name, "weekday_short") if day is None else day)


def _weekday(words: Words, reference: Reference) -> Found | None:
    """Read "on Tuesday": the latest that is past, the day of publication included."""
    weekday, when = _named(words, "weekday"), words.mean("when") or words.mean("week", "when") or 0
    if words("pointing") is not None and reference.anchor is not None:
        return _beside_anchor(weekday, reference.anchor, words.mean("pointing", "when"))
    if when > 0 or words.mean("pointing", "when") == 1:
        return None
    if words("week") is not None:
        return _hull(reference, lambda day: _same_day(_monday(day) + when * WEEK + weekday * DAY))
    return _hull(
        reference,
        lambda day: _same_day(_weekday_before(weekday, day, strictly=when < 0)),
        weekday=True,
    )


def _beside_anchor(weekday: int, anchor: DateValue, when: int) -> Found:
    """Read "the following Tuesday" and "the previous Friday" from the date told last."""
    if when > 0:
        day = _weekday_before(weekday, anchor.latest + WEEK)
    else:
        day = _weekday_before(weekday, anchor.earliest, strictly=True)
    return Found(day, day, "relative")


def _same_day(day: dt.date) -> tuple[dt.date, dt.date]:
    return day, day


def _weekdays(words: Words, reference: Reference) -> Found | None:
    first, last = _named(words, "weekday"), _named(words, "weekday2")

    def days(day: dt.date) -> tuple[dt.date, dt.date]:
        end = _weekday_before(last, day)
        return _weekday_before(first, end), end

    return _hull(reference, days, weekday=True)


def _monday(day: dt.date) -> dt.date:
    return day - day.weekday() * DAY


def _back(day: dt.date, number: int, unit: str) -> tuple[dt.date, dt.date, DatePrecision]:
    """Go back by days, weeks, months or years, to no finer a date than the unit allows."""
    if unit == "hour":
        start = day - int(number / 24) * DAY
        return start, start, "day"
    if unit == "day":
        start = day - number * DAY
        return start, start, "day"
    if unit in {"week", "fortnight"}:
        middle = day - number * (2 if unit == "fortnight" else 1) * WEEK
        return middle - 3 * DAY, middle + 3 * DAY, "week"
    if unit == "month":
        return *month_back(day, number), "month"
    if unit == "half":
        raise ValueError(unit)  # "a year and a half ago"
    year = day.year - number * (10 if unit == "decade" else 1)
    return dt.date(year, 1, 1), dt.date(year, 12, 31), "year"


def _moved(reference: DateValue, number: int, unit: str) -> Found | None:
    if abs(number) > _FARTHEST:
        return None
    start, end = _back(reference.earliest, number, unit), _back(reference.latest, number, unit)
    precision = start[2] if start[2] == end[2] and start[:2] == end[:2] else None
    return Found(start[0], end[1], "relative", precision)


def _ago(words: Words, reference: Reference) -> Found | None:
    number, unit = words.amount("number"), words.mean("unit")
    if reference.published is None or number is None:
        return None
    if unit in _WEEKS:  # the week that holds the day
        first, last = (
            day - number * _WEEKS[unit] * WEEK
            for day in (reference.published.earliest, reference.published.latest)
        )
        precision: DatePrecision | None = "week" if first == last else None
        return Found(_monday(first), _monday(last) + 6 * DAY, "relative", precision)
    return _moved(reference.published, number, unit)


def _shift(words: Words, reference: Reference) -> Found | None:
    """Read "two days later": from the date that the text gave last."""
    number, unit = words.amount("number"), words.mean("unit")
    direction = str(words.mean("direction"))
    later = direction.startswith("on")
    beside = direction.endswith("-of") and words("of") is not None
    if beside and reference.told_here:
        return None  # "on Sunday, two days after a raid": the raid's day, and not the event's
    pointed = later or direction.endswith("-of")  # "five days before the vote"
    base = reference.anchor if pointed else reference.anchor or reference.published
    if base is None or number is None:
        return None
    found = _moved(base, -number if later else number, unit)
    return None if found is None or _is_future(found, reference) else found


def _is_future(found: Found, reference: Reference) -> bool:
    return reference.published is not None and found.earliest > reference.published.latest


def _same(words: Words, reference: Reference) -> Found | None:
    """Read "the next day", "the same day"."""
    step = words.mean("same")
    base = reference.anchor or (reference.published if step == -1 else None)
    if base is None or step is None:
        return None
    if step == 0:
        return Found(base.earliest, base.latest, "relative", base.precision)
    day = base.latest + step * DAY if step > 0 else base.earliest + step * DAY
    if base.precision not in {"day", "range"}:
        return None
    return Found(day, day, "relative")


def _deictic(words: Words, reference: Reference) -> Found | None:
    step = words.mean("deictic") or 0
    return _hull(reference, lambda day: _same_day(day + step * DAY))


def _overnight(_: Words, reference: Reference) -> Found | None:
    anchor, published = reference.anchor, reference.published
    told_long_ago = published is None or (
        anchor is not None and (published.earliest - anchor.latest).days > _NEWS_DAYS
    )
    if anchor is not None and anchor.precision == "day" and told_long_ago:
        return Found(anchor.earliest, anchor.earliest + DAY, "relative")
    return _hull(reference, lambda day: (day - DAY, day))


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
    if anchor is None:
        return None
    first, last, precision = _unit_around(anchor.latest, unit, 1)
    found = Found(first, last, "relative", precision)
    return None if _is_future(found, reference) else found


def _unit_around(day: dt.date, unit: str, when: int) -> tuple[dt.date, dt.date, DatePrecision]:
    if unit in {"week", "fortnight"}:
        start = _monday(day) + when * WEEK * (2 if unit == "fortnight" else 1)
        return start, start + (13 if unit == "fortnight" else 6) * DAY, "week"
    if unit == "weekend":
        saturday = _weekday_before(_SATURDAY, day)
        return saturday, saturday + DAY, "range"
    if unit == "quarter":
        months = day.year * 4 + (day.month - 1) // 3 + when
        year, quarter = divmod(months, 4)
        return dt.date(year, quarter * 3 + 1, 1), month_end(year, quarter * 3 + 3), "range"
    return _back(day, -when, unit)


def _past(words: Words, reference: Reference) -> Found | None:
    """Read "in the past 24 hours": up to the publication."""
    published, unit = reference.published, words.mean("unit")
    if published is None:
        return None
    number = 1 if words("one") else words.amount("number") or _FEW
    unit = unit or "day"
    moved = _moved(published, number, unit)
    if moved is None:
        return None
    start = published.earliest - number * WEEK if unit == "week" else moved.earliest
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


def _month_of_year(words: Words, reference: Reference) -> Found | None:
    """Read "in June of last year" and "on 13 April last year"."""
    when, month, published = words.mean("when"), words.mean("month"), reference.published
    if published is None or when is None or month is None or when > 0:
        return None
    year = published.latest.year + (-1 if words("back") else when)
    if (number := words.number("day")) is not None:
        day = dt.date(year, month, number)
        return Found(day, day, "stated")
    return Found(dt.date(year, month, 1), month_end(year, month), "relative")


def _weekend(_: Words, reference: Reference) -> Found | None:
    return _hull(reference, lambda day: _unit_around(day, "weekend", 0)[:2])


RELATIVE: Mapping[str, Callable[[Words, Reference], Found | None]] = {
    "weekday": _weekday,
    "weekdays": _weekdays,
    "ago": _ago,
    "shift": _shift,
    "same": _same,
    "deictic": _deictic,
    "overnight": _overnight,
    "unit": _unit,
    "past": _past,
    "recent": _recent,
    "some-later": _some_later,
    "month-of-year": _month_of_year,
    "weekend": _weekend,
}
"""By the `kind` of a rule."""
