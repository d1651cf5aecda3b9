"""Resolves words that name a date: days, months, years, and pieces of them."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import NamedTuple

from incidents.dating import NO_YEAR, lacks_year, month_back, month_end
from incidents.finders.dates.words import DAY, MONTHS, Found, Reference, Words, part_of
from incidents.records import DatePrecision, DateValue

_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
"""First month of each EDTF season, as the northern hemisphere has them."""
_SEASON_MONTHS = 3
_LONGEST_MONTH = 31
_PIECES = {"week": 7, "half": 15, "weekend": 7, "day": 1}
"""Days in a piece of a month; "the first days" are five."""
_CENTURY, _CENTURY_YEARS = 2000, 100
_LAST_CENTURY = 50
"""Two digits from which a year is one of the last century."""
_LATE_DAYS = 3
"""A report is dated late or in another time zone: a day after it is no day of last year."""
_BACK_YEARS = 9
"""29 February comes every fourth year, but not in 2100."""


class _Partial(NamedTuple):
    """A day or month whose year may be missing."""

    year: int | None
    month: int
    day: int | None

    def bounds(self, year: int) -> tuple[dt.date, dt.date] | None:
        try:
            if self.day is not None:
                date = dt.date(year, self.month, self.day)
                return date, date
            return dt.date(year, self.month, 1), month_end(year, self.month)
        except ValueError:
            return None


def _complete(
    part: _Partial, reference: Reference, *, recent: bool = False
) -> tuple[dt.date, dt.date] | None:
    """Give a date without a year its year: the latest that is past, or the nearest one told.

    Args:
        part: day and month, or month.
        reference: what is known of the report and of the dates before.
        recent: whether the words say that the latest is meant, "last August".
    """
    if part.year is not None:
        return part.bounds(part.year)
    limit = reference.published.latest if reference.published else None
    if (anchor := reference.year_anchor) and not recent:
        return _nearest(part, anchor, limit)
    if limit is None:
        told = reference.told_year
        return _nearest(part, told, None) if told else part.bounds(NO_YEAR)
    if part.day is not None:
        limit += _LATE_DAYS * DAY
    for year in range(limit.year, limit.year - _BACK_YEARS, -1):
        bounds = part.bounds(year)
        if bounds and bounds[0] <= limit:
            return bounds
    return None


def _nearest(
    part: _Partial, near: DateValue, limit: dt.date | None
) -> tuple[dt.date, dt.date] | None:
    """Choose the year that brings a date nearest to another one, not after `limit`.

    Below "Tracker 2023" it is 2023's: inside the other one is nearest.
    """
    if lacks_year(near.earliest):
        return part.bounds(NO_YEAR)
    years = range(near.earliest.year - 1, near.latest.year + 2)
    found = [part.bounds(year) for year in years]
    past = [one for one in found if one and (limit is None or one[0] <= limit)]
    return min(past, key=lambda one: _gap(one[0], near), default=None)


def _gap(day: dt.date, near: DateValue) -> int:
    return max((near.earliest - day).days, (day - near.latest).days, 0)


def _partial(words: Words, suffix: str = "") -> _Partial | None:
    month = words.mean(f"month{suffix}", "month")
    if month is None:
        return None
    return _Partial(_of_century(words.number(f"year{suffix}")), month, words.number(f"day{suffix}"))


def day_or_month(words: Words, reference: Reference) -> Found | None:
    """Read "12 March" and "March 2024"."""
    part = _partial(words)
    recent = words("recent") is not None
    bounds = _complete(part, reference, recent=recent) if part else None
    return Found(*bounds, "stated") if bounds else None


def _days(words: Words, reference: Reference) -> Found | None:
    """Read "3 to 5 June"."""
    first, last = words.number("day"), words.number("day2")
    month = words.mean("month")
    if first is None or last is None or first > last:
        return None
    end = _complete(_Partial(words.number("year"), month, last), reference)
    start = _Partial(None, month, first).bounds(end[0].year) if end else None
    return Found(start[0], end[1], "stated") if start and end else None


def _days_numeric(words: Words, reference: Reference) -> Found | None:
    """Read "the night of 30 to 31/01": a first day that is larger is of the month before."""
    first, last, month = words.number("day"), words.number("day2"), words.number("month_number")
    if first is None or last is None or month is None:
        return None
    end = _complete(_Partial(_of_century(words.number("year")), month, last), reference)
    if end is None:
        return None
    whole = month_back(end[0], 1 if first > last else 0)
    return Found(whole[0].replace(day=first), end[1], "stated")


def _night_to(words: Words, reference: Reference) -> Found | None:
    """Read "the night of Sunday to Monday 10 March": its first day is the weekday before."""
    day, weekday = day_or_month(words, reference), words.mean("weekday")
    if day is None or weekday is None:
        return None
    if lacks_year(day.earliest):  # no weekday without a year: the night before
        return Found(day.earliest - DAY, day.latest, "stated")
    back = (day.earliest.weekday() - weekday) % 7
    return Found(day.earliest - back * DAY, day.latest, "stated")


def _span(words: Words, reference: Reference) -> Found | None:
    """Read "from December through March": the end is past, the start comes before it."""
    start, end = _partial(words), _partial(words, "2")
    if start is None or end is None:
        return None
    if start.year is not None and end.year is None:
        first = start.bounds(start.year)
        options = [end.bounds(start.year + step) for step in (0, 1)]
        last = next((one for one in options if one and first and one[1] >= first[0]), None)
    else:
        last = _complete(end, reference)
        years = [start.year] if start.year is not None else _years_back(last)
        befores = [start.bounds(year) for year in years]
        first = next((one for one in befores if one and last and one[0] <= last[1]), None)
    if first is None or last is None:
        return None
    begun, ended = words.mean("part"), words.mean("part2", "part")
    opening = part_of(*first, "month", begun)[0] if begun else first[0]
    return Found(opening, part_of(*last, "month", ended)[1] if ended else last[1], "stated")


def _years_back(last: tuple[dt.date, dt.date] | None) -> list[int]:
    return [last[0].year, last[0].year - 1] if last else []


def _part(words: Words, reference: Reference) -> Found | None:
    """Read "mid-February" and "early 2024"."""
    part = words.mean("part") or "late"
    if words("month") is None:
        year = words.number("year") or 1
        days = part_of(dt.date(year, 1, 1), dt.date(year, MONTHS, 31), "year", part)
        return Found(*days, "stated")
    whole = day_or_month(words, reference)
    if whole is None:
        return None
    return Found(*part_of(whole.earliest, whole.latest, "month", part), "stated", "range")


def _piece(words: Words, reference: Reference) -> Found | None:
    """Read "the first week of May", "the second half of March", "the last days of June"."""
    whole, ordinal = _month_meant(words, reference), words.mean("ordinal")
    if whole is None or ordinal is None:
        return None
    plural = words("unit") in {"days", "jours"}
    unit = "days" if plural else str(words.mean("unit") or words("unit"))
    size = _PIECES.get(unit, 5)
    length = whole.latest.day
    if ordinal == -1:
        return _days_of(whole, length - size + 1, length, unit)
    last = length if unit == "half" and ordinal > 1 else min(size * ordinal, length)
    return _days_of(whole, size * (ordinal - 1) + 1, last, unit)


def _month_meant(words: Words, reference: Reference) -> Found | None:
    """Give the month of the words; "the month" and "last month" count from the publication."""
    if words("month") is not None:
        return day_or_month(words, reference)
    if reference.published is None:
        return None
    when = words.mean("when")
    whole = month_back(reference.published.latest, -when if when else 0)
    return Found(*whole, "relative")


def _days_of(whole: Found, first: int, last: int, unit: str) -> Found | None:
    if first > last:
        return None
    precision: DatePrecision = "week" if unit == "week" else "range"
    start, end = whole.earliest.replace(day=first), whole.earliest.replace(day=last)
    return Found(start, end, whole.basis, precision)


def _quarter(words: Words, reference: Reference) -> Found | None:
    unit = words.mean("unit") or words("unit")
    size = 6 if unit == "half" else 3
    ordinal, year = words.mean("ordinal") or words.number("ordinal"), words.number("year")
    last = MONTHS if ordinal == -1 else size * (ordinal or 1)
    if last > MONTHS:
        return None
    if year is None:
        part = _complete(_Partial(None, last - size + 1, None), reference)
        if part is None:
            return None
        year = part[0].year
    return Found(dt.date(year, last - size + 1, 1), month_end(year, last), "stated")


def _week_of(words: Words, reference: Reference) -> Found | None:
    day = day_or_month(words, reference)
    return Found(day.earliest, day.earliest + 6 * DAY, "stated", "week") if day else None


def _numeric(words: Words, reference: Reference) -> Found | None:
    year = _of_century(words.number("year"))
    first, second = words.number("one"), words.number("two")
    if first is None or second is None:
        month, day = words.number("month_number") or 1, words.number("day") or 1
    elif first > MONTHS or (reference.day_first and second <= MONTHS):
        day, month = first, second
    else:
        month, day = first, second
    bounds = _complete(_Partial(year, month, day), reference)
    if first is not None and day <= MONTHS and (bounds is None or _is_to_come(bounds, reference)):
        turned = _complete(_Partial(year, day, month), reference)  # "03/12" of a report of March
        bounds = turned if turned and not _is_to_come(turned, reference) else bounds
    return Found(*bounds, "stated") if bounds else None


def _is_to_come(days: tuple[dt.date, dt.date], reference: Reference) -> bool:
    return reference.published is not None and days[0] > reference.published.latest


def _of_century(year: int | None) -> int | None:
    """Read "24" as 2024, and "88" as 1988."""
    if year is None or year >= _CENTURY_YEARS:
        return year
    return year + _CENTURY - (_CENTURY_YEARS if year >= _LAST_CENTURY else 0)


def _day_alone(words: Words, reference: Reference) -> Found | None:
    """Read "Le 23," in the month that the text is speaking of."""
    near, day = reference.anchor or reference.period or reference.published, words.number("day")
    if near is None or day is None or (near.latest - near.earliest).days > _LONGEST_MONTH:
        return None
    bounds = _Partial(near.latest.year, near.latest.month, day).bounds(near.latest.year)
    if bounds and near is reference.published and _is_to_come(bounds, reference):
        start = month_back(near.latest, 1)[0]
        bounds = _Partial(start.year, start.month, day).bounds(start.year)
    return Found(*bounds, "stated") if bounds else None


def _weekday_day(words: Words, reference: Reference) -> Found | None:
    """Read "Tuesday 12": of this month or the one before, whichever has such a Tuesday."""
    weekday, day = words.mean("weekday"), words.number("day")
    near = reference.anchor or reference.published
    if near is None or day is None or lacks_year(near.earliest):
        return None
    for back in (0, 1):
        start = month_back(near.latest, back)[0]
        bounds = _Partial(start.year, start.month, day).bounds(start.year)
        if bounds and bounds[0].weekday() == weekday and not _is_to_come(bounds, reference):
            return Found(*bounds, "stated")
    return None


def _nth_weekday(words: Words, reference: Reference) -> Found | None:
    """Read "the last Friday of February"."""
    whole, ordinal = _month_meant(words, reference), words.mean("ordinal")
    if whole is None or ordinal is None or lacks_year(whole.earliest):
        return None
    days = (whole.earliest + step * DAY for step in range(whole.latest.day))
    named = [day for day in days if day.weekday() == words.mean("weekday")]
    if ordinal > len(named):
        return None
    day = named[-1 if ordinal < 0 else ordinal - 1]
    return Found(day, day, "stated")


def _days_alone(words: Words, reference: Reference) -> Found | None:
    """Read "the night of 5 to 6" in the month that the text is speaking of."""
    near = reference.anchor or reference.period or reference.published
    first, last = words.number("day"), words.number("day2")
    if near is None or first is None or last is None:
        return None
    if (near.latest - near.earliest).days > _LONGEST_MONTH:
        return None
    end = near.latest.replace(day=last)
    start = month_back(end, 1 if first > last else 0)[0].replace(day=first)
    return Found(start, end, "stated")


def _season(words: Words, _: Reference) -> Found | None:
    season, year = words.mean("season"), words.number("year")
    if year is None:
        return None
    start = dt.date(year, _SEASON_STARTS[season], 1)
    months = start.year * MONTHS + start.month - 1 + _SEASON_MONTHS - 1
    end = month_end(months // MONTHS, months % MONTHS + 1)
    return Found(start, end, "stated", "season", f"{year:04d}-{season}")


def _years(words: Words, _: Reference) -> Found | None:
    first, last = words.number("year"), words.number("year2") or words.number("year")
    if first is None or last is None or first > last:
        return None
    return Found(dt.date(first, 1, 1), dt.date(last, 12, 31), "stated")


STATED: Mapping[str, Callable[[Words, Reference], Found | None]] = {
    "day": day_or_month,
    "month": day_or_month,
    "days": _days,
    "days-numeric": _days_numeric,
    "night-to": _night_to,
    "span": _span,
    "part": _part,
    "piece": _piece,
    "quarter": _quarter,
    "week-of": _week_of,
    "numeric": _numeric,
    "day-alone": _day_alone,
    "weekday-day": _weekday_day,
    "nth-weekday": _nth_weekday,
    "days-alone": _days_alone,
    "season": _season,
    "years": _years,
    "year": _years,
}
"""By the `kind` of a rule."""
