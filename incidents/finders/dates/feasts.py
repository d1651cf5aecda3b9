"""Resolves feasts, and dates of the Islamic calendar, by calendars that others keep.

A month that begins with the sight of the moon begins a day sooner or later from one country to
the next, so its days are given with a day on either side.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from convertdate import coptic, persian
from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from hijridate import Hijri

from incidents.dating import lacks_year
from incidents.finders.dates.words import DAY, Found, Reference, Words

_HIJRI_LEAD, _YEARS_BACK = 579, 3
"""The Islamic year is ahead of this offset in any year of the calendar's span."""
_COPTIC_YEARS = 276
"""The Ethiopian year is ahead of the Coptic by so many."""
_SOLAR_YEARS = {"ethiopian": 7, "persian": 621}
"""Years by which the calendar is behind from its new year on; one more before it."""
_CENTURIES = {13: "persian", 14: "persian", 19: "ethiopian", 20: "ethiopian"}
"""Of the years that reports tell of in each calendar."""
_Days = tuple[dt.date, dt.date]


def _feast(words: Words, reference: Reference) -> Found | None:
    """Read "Eid al-Fitr", "Good Friday 2023", "the eve of Tabaski", "the second day of Eid"."""
    kind = str(words.mean("feast"))
    days = _latest(lambda year: _in_year(kind, year), words.number("year"), reference)
    if days is None:
        return None
    first, last = days
    lunar = kind.startswith("hijri")
    if ordinal := words.mean("ordinal") or 0:
        first = last = last if ordinal < 0 else first + (ordinal - 1) * DAY
    if words("eve") is not None:
        first = last = first - DAY
    return Found(first - lunar * DAY, last + lunar * DAY, "stated")


def _hijri(words: Words, reference: Reference) -> Found | None:
    """Read "15 Ramadan 1445", "in Shawwal 1445" and, of the year that is meant, "15 Ramadan"."""
    month, day, year = words.mean("hijri_month"), words.number("day"), words.number("hijri_year")
    kind = f"hijri {month}" if day is None else f"hijri {month} {day}"
    if year is not None:
        days: _Days | None = _hijri_days(kind, year)
    else:
        days = _latest(lambda one: _in_year(kind, one), words.number("year"), reference)
    return Found(days[0] - DAY, days[1] + DAY, "stated") if days else None


def _calendar(words: Words, reference: Reference) -> Found | None:
    """Read "20 Miyazya 2016", of Ethiopia, and "12 Hamal 1403", of Afghanistan and Iran."""
    del reference  # a day of these calendars is told with its year, or it is none
    month, day, year = words.mean("calendar_month"), words.number("day"), words.number("solar_year")
    if day is None or year is None:
        return None
    parts = str(month).split()  # "persian 4 ethiopian 5": Tir is a month of both
    numbers = dict(zip(parts[::2], parts[1::2], strict=True))
    name = _CENTURIES.get(year // 100)
    if name is None or name not in numbers:
        return None
    told = _solar(name, year, int(numbers[name]), day)
    return Found(told, told, "stated")


def _solar(name: str, year: int, month: int, day: int) -> dt.date:
    if name == "ethiopian":  # its months are the Coptic ones, its years began earlier
        return dt.date(*coptic.to_gregorian(year - _COPTIC_YEARS, month, day))
    return dt.date(*persian.to_gregorian(year, month, day))


def _latest(
    days_in: Callable[[int], Iterator[_Days]], year: int | None, reference: Reference
) -> _Days | None:
    """Choose the feast of the year told, else the latest that is past, or the nearest told."""
    if year is not None:
        return next(days_in(year), None)
    published, near = reference.published, reference.year_anchor or reference.told_year
    limit = published.latest if published else None
    if near is not None and not lacks_year(near.earliest):
        found = [one for step in range(-1, 2) for one in days_in(near.latest.year + step)]
        past = [one for one in found if limit is None or one[0] <= limit + DAY]
        return min(past, key=lambda one: abs(one[0] - near.earliest), default=None)
    if limit is None:
        return None
    years = range(limit.year - _YEARS_BACK, limit.year + 1)
    return max((d for y in years for d in days_in(y) if d[0] <= limit + DAY), default=None)


def _in_year(kind: str, year: int) -> Iterator[_Days]:
    """List when a feast falls in a year: "12-25", "easter -2", "hijri 10 1 3" (3 days)."""
    name, *numbers = kind.split()
    if name == "hijri":
        for hijri_year in range(year - _HIJRI_LEAD - 1, year - _HIJRI_LEAD + 3):
            days = _hijri_days(kind, hijri_year)
            if days[0].year == year:
                yield days
    elif name in _SOLAR_YEARS:
        for solar_year in (year - _SOLAR_YEARS[name], year - _SOLAR_YEARS[name] - 1):
            day = _solar(name, solar_year, *map(int, numbers))
            if day.year == year:
                yield day, day
    elif name in _EASTERS:
        day = easter(year, _EASTERS[name]) + sum(map(int, numbers)) * DAY
        yield day, day
    else:
        day = dt.date(year, *map(int, name.split("-")))
        yield day, day


def _hijri_days(kind: str, year: int) -> _Days:
    month, *rest = (int(number) for number in kind.split()[1:])
    first = Hijri(year, month, rest[0] if rest else 1)
    length = rest[1] if len(rest) > 1 else 1 if rest else first.month_length()
    start = dt.date.fromordinal(first.to_gregorian().toordinal())  # a date of no other class
    return start, start + (length - 1) * DAY


_EASTERS = {"easter": EASTER_WESTERN, "orthodox": EASTER_ORTHODOX}
FEASTS: Mapping[str, Callable[[Words, Reference], Found | None]] = {
    "feast": _feast,
    "hijri": _hijri,
    "calendar": _calendar,
}
"""By the `kind` of a rule."""
