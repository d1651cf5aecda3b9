"""Dates as files write them, and what a code for their precision makes of them."""

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

import edtf

from incidents.records import DatePrecision

Order = Literal["day", "month"]
"""Which number of 03/04/2024 comes first."""


class When(NamedTuple):
    """An interval of days, never more precise than the file says."""

    earliest: dt.date
    latest: dt.date
    edtf: str
    precision: DatePrecision


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier janv", "february feb février fevrier févr fevr fév fev",
            "march mar mars", "april apr avril avr", "may mai", "june jun juin",
            "july jul juillet juil", "august aug août aout", "september sep sept septembre",
            "october oct octobre", "november nov novembre",
            "december dec décembre decembre déc",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]\d{1,2}:\d{2}.*)?")
_WORDS = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?[ -]+([^\W\d_]+)\.?,?[ -]+(\d{4}|\d{2})")
_AMERICAN = re.compile(r"([^\W\d_]+)\.? (\d{1,2}),? (\d{4})")
_SLASHED = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?: \d{1,2}:\d{2}.*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_YEAR = re.compile(r"\d{4}")
_THIS_CENTURY = 70
"""01-Jan-97 is 1997."""
_WEEK = 6
"""Days of a week beside one of its own."""


def order_of(values: Iterable[str]) -> Order | None:
    """Tell which number comes first in dates as 03/04/2024; None where nothing settles it.

    "day" too where no date of the kind occurs, or each reads the same both ways.
    """
    seen = {(int(m[1]), int(m[2])) for value in values if (m := _SLASHED.fullmatch(value.strip()))}
    days = any(first > 12 for first, _second in seen)  # noqa: PLR2004  months
    months = any(second > 12 for _first, second in seen)  # noqa: PLR2004
    if days != months:
        return "day" if days else "month"
    return "day" if all(first == second for first, second in seen) else None


@lru_cache(maxsize=200_000)
def read_days(value: str, order: Order | None) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day that a cell allows; None where it is no date.

    A date that reads two ways, with no order given, is none.
    """
    text = value.strip()
    if not text:
        return None
    if match := _ISO.fullmatch(text) or _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text):
        return _day(match[1], match[2], match[3])
    if match := _WORDS.fullmatch(text):
        return _day(_century(match[3]), _MONTHS.get(match[2].casefold(), 0), match[1])
    if match := _AMERICAN.fullmatch(text):
        return _day(match[3], _MONTHS.get(match[1].casefold(), 0), match[2])
    if match := _SLASHED.fullmatch(text):
        return _slashed(match, order)
    return _wider(text)


def _slashed(match: re.Match[str], order: Order | None) -> tuple[dt.date, dt.date] | None:
    if order is None and match[1] != match[2]:
        return None
    day, month = (match[1], match[2]) if order != "month" else (match[2], match[1])
    return _day(match[3], month, day)


def _century(year: str) -> int:
    number = int(year)
    if len(year) > 2:  # noqa: PLR2004
        return number
    return number + (1900 if number >= _THIS_CENTURY else 2000)


def _day(year: str | int, month: str | int, day: str | int) -> tuple[dt.date, dt.date] | None:
    try:
        found = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found, found


def _wider(text: str) -> tuple[dt.date, dt.date] | None:
    """Read a month, a year, or what EDTF has for an interval."""
    if match := _MONTH.fullmatch(text):
        year, month = int(match[1]), int(match[2])
        if not (1 <= month <= 12 and year):  # noqa: PLR2004  months
            return None
        return dt.date(year, month, 1), _month_end(dt.date(year, month, 1))
    if _YEAR.fullmatch(text) and int(text):
        return dt.date(int(text), 1, 1), dt.date(int(text), 12, 31)
    if "/" not in text and not text.endswith(("~", "?")):
        return None
    try:
        found = edtf.parse_edtf(text)
        first, last = found.lower_strict(), found.upper_strict()
        return dt.date(*first[:3]), dt.date(*last[:3])
    except (edtf.EDTFParseException, ValueError, TypeError, AttributeError, OverflowError):
        return None


def _month_end(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def when(first: dt.date, last: dt.date, code: str, form: str) -> When | None:
    """Widen an interval to what a code of its precision allows.

    Args:
        first: first day that the file gives.
        last: last day, inclusive.
        code: ACLED's time_precision (1 day, 2 week, 3 month) or UCDP's date_prec (1 day,
            2 two to six days, 3 week, 4 month, 5 up to a year).
        form: whose code it is.

    Returns:
        None where the interval ends before it begins.
    """
    if last < first:
        return None
    number = code.strip().removesuffix(".0")
    one_day = first == last
    if (form == "acled" and number == "2") or (form == "ucdp" and number in {"2", "3"} and one_day):
        # The file gives some day of the week, and not which.
        return _said(_moved(first, -_WEEK), _moved(last, _WEEK))
    if (form == "acled" and number == "3") or (form == "ucdp" and number == "4" and one_day):
        return _said(first.replace(day=1), _month_end(last))
    if form == "ucdp" and number == "5" and one_day:
        return _said(first.replace(month=1, day=1), last.replace(month=12, day=31))
    return _said(first, last)


def _moved(day: dt.date, days: int) -> dt.date:
    """Return a day so many later, at the ends of the calendar the last that there is."""
    ordinal = day.toordinal() + days
    return dt.date.fromordinal(min(max(ordinal, 1), dt.date.max.toordinal()))


def _said(first: dt.date, last: dt.date) -> When:
    if first == last:
        return When(first, last, first.isoformat(), "day")
    if first.day == 1 and last == _month_end(first):
        return When(first, last, first.isoformat()[:7], "month")
    if (first.month, first.day) == (1, 1) and last == dt.date(first.year, 12, 31):
        return When(first, last, first.isoformat()[:4], "year")
    week = (last - first).days <= 2 * _WEEK
    return When(first, last, f"{first}/{last}", "week" if week else "range")
