"""Resolves words that point: "on Tuesday", "two days earlier", "last month", "overnight"."""

import datetime as dt
from collections.abc import Callable, Mapping

from incidents.dating import interval, lacks_year, month_back, month_end
from incidents.finders.dates.stated import day_or_month
from incidents.finders.dates.words import DAY, WEEK, Found, Reference, Words
from incidents.records import DatePrecision, DateValue

_FARTHEST = 1000
"""Days, months or years; further back nothing is meant."""
_LONGEST_PERIOD = 8
"""Days; in a longer period a weekday names several days."""
_WEEKS = {"week": 1, "fortnight": 2}
_NEWS_DAYS = 2


def weekday_before(weekday: int, day: dt.date, *, strictly: bool = False) -> dt.date:
    """Give the last such weekday up to a day, or before it."""
    back = (day.weekday() - weekday) % 7
    return day - (back or (7 if strictly else 0)) * DAY


def hull(
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
        return hull(reference, lambda day: _same_day(monday(day) + when * WEEK + weekday * DAY))
    return hull(
        reference,
        lambda day: _same_day(weekday_before(weekday, day, strictly=when < 0)),
        weekday=True,
    )


def _beside_anchor(weekday: int, anchor: DateValue, when: int) -> Found:
    """Read "the following Tuesday" and "the previous Friday" from the date told last."""
    if lacks_year(anchor.earliest):  # weekdays need a year: one of the seven days
        if when > 0:
            return Found(anchor.latest + DAY, anchor.latest + WEEK, "relative")
        return Found(anchor.earliest - WEEK, anchor.earliest - DAY, "relative")
    if when > 0:
        day = weekday_before(weekday, anchor.latest + WEEK)
    else:
        day = weekday_before(weekday, anchor.earliest, strictly=True)
    return Found(day, day, "relative")


def _same_day(day: dt.date) -> tuple[dt.date, dt.date]:
    return day, day


def _weekdays(words: Words, reference: Reference) -> Found | None:
    first, last = _named(words, "weekday"), _named(words, "weekday2")

    def days(day: dt.date) -> tuple[dt.date, dt.date]:
        end = weekday_before(last, day)
        return weekday_before(first, end), end

    return hull(reference, days, weekday=True)


def monday(day: dt.date) -> dt.date:
    """Give the first day of a day's week."""
    return day - day.weekday() * DAY


def back(day: dt.date, number: int, unit: str) -> tuple[dt.date, dt.date, DatePrecision]:
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


def moved(reference: DateValue, number: int, unit: str) -> Found | None:
    """Go back from a date, or on from it by a number below 0."""
    if abs(number) > _FARTHEST:
        return None
    start, end = back(reference.earliest, number, unit), back(reference.latest, number, unit)
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
        return Found(monday(first), monday(last) + 6 * DAY, "relative", precision)
    return moved(reference.published, number, unit)


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
    found = moved(base, -number if later else number, unit)
    return None if found is None or is_future(found, reference) else found


def _beside_day(words: Words, reference: Reference) -> Found | None:
    """Read "two days after the raid on 3 April" and "the eve of the vote of 3 April"."""
    day, step = day_or_month(words, reference), words.mean("same")
    number = words.amount("number") if step is None else abs(step)
    if day is None or number is None:
        return None
    later = str(words.mean("direction")).startswith("on") if step is None else step > 0
    unit = words.mean("unit") if step is None else "day"
    found = moved(interval(day.earliest, day.latest, "stated"), -number if later else number, unit)
    return None if found is None or is_future(found, reference) else found


def is_future(found: Found, reference: Reference) -> bool:
    """Tell whether a date lies behind the publication."""
    return reference.published is not None and found.earliest > reference.published.latest


def _same(words: Words, reference: Reference) -> Found | None:
    """Read "the next day", "the same day"."""
    step = words.mean("same")
    base = reference.anchor or (reference.published if step == -1 else None)
    if step and base and base.precision not in {"day", "range"}:
        base = reference.day
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
    return hull(reference, lambda day: _same_day(day + step * DAY))


def _overnight(_: Words, reference: Reference) -> Found | None:
    anchor, published = reference.anchor, reference.published
    told_long_ago = published is None or (
        anchor is not None and (published.earliest - anchor.latest).days > _NEWS_DAYS
    )
    if anchor is not None and anchor.precision == "day" and told_long_ago:
        return Found(anchor.earliest, anchor.earliest + DAY, "relative")
    return hull(reference, lambda day: (day - DAY, day))


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


RELATIVE: Mapping[str, Callable[[Words, Reference], Found | None]] = {
    "weekday": _weekday,
    "weekdays": _weekdays,
    "ago": _ago,
    "shift": _shift,
    "same": _same,
    "beside-day": _beside_day,
    "deictic": _deictic,
    "overnight": _overnight,
    "month-of-year": _month_of_year,
}
"""By the `kind` of a rule."""
