"""Dates as EDTF (ISO 8601-2) and as inclusive intervals, and the way between the two."""

import calendar
import datetime as dt
import re
import time
from functools import lru_cache

import edtf
import msgspec

from incidents.errors import DateError
from incidents.records import DateBasis, DatePrecision, DateValue, Span

_SIMPLE = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[\d:.]{2,20}(?:Z|[+-]\d\d:?\d\d)?)?([~?%]?)$"
)
_MONTHS = 12
UNKNOWN_YEAR = "XXXX"
"""How EDTF writes the year of a date without one: `XXXX-01-15`."""
NO_YEAR = 4
"""Stands for the year that nobody gave while dates are compared; a leap year, for 29 February."""
_FIRST_YEAR = 1000
_TO_CENTURY = 2000
FIRST_DAY, LAST_DAY = dt.date(1, 1, 1), dt.date(9999, 12, 31)
"""Bounds of a date whose year nobody gave: the words allow any."""


def month_end(year: int, month: int) -> dt.date:
    """Give the last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def month_back(day: dt.date, number: int) -> tuple[dt.date, dt.date]:
    """Give the first and last day of the month so many months before the one of a day."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 - number, _MONTHS)
    return dt.date(year, month + 1, 1), month_end(year, month + 1)


@lru_cache(maxsize=4096)
def read_edtf(text: str) -> DateValue:
    """Read a date that somebody typed, such as a report's date of publication.

    Args:
        text: EDTF, level 0 or 1: "2024-03-28", "2024-03", "2024-03~" (about March),
            "2024-03-01/2024-03-28"; a time of day is left out.

    Returns:
        The interval from its first day to its last, both inclusive, with basis "publication".
        "2024-03~" spans March: how far "about" reaches is nobody's guess.

    Raises:
        DateError: it is no EDTF, or no such day exists.
    """
    try:
        earliest, latest, precision, kept = _simple(text.strip()) or _by_library(text.strip())
    except (ValueError, TypeError, AttributeError, OverflowError, edtf.EDTFParseException) as error:
        raise DateError(
            "{text!r} is no date that can be read. Write it as EDTF: 2024-03-28 "
            "for a day, 2024-03 for a month, 2024-03~ for about March 2024, "
            "2023-12/2024-03 for a range.",
            text=text,
        ) from error
    return DateValue(
        edtf=kept, earliest=earliest, latest=latest, precision=precision, basis="publication"
    )


def _simple(text: str) -> tuple[dt.date, dt.date, DatePrecision, str] | None:
    match = _SIMPLE.match(text)
    if not match:
        return None
    year, month, day, about = int(match[1]), match[2], match[3], match[4]
    kept = "-".join(part for part in (match[1], month, day) if part) + about
    if day:
        date = dt.date(year, int(month), int(day))
        return date, date, "day", kept
    if not month:
        return dt.date(year, 1, 1), dt.date(year, 12, 31), "year", kept
    if int(month) > _MONTHS:
        return None
    return dt.date(year, int(month), 1), month_end(year, int(month)), "month", kept


def _by_library(text: str) -> tuple[dt.date, dt.date, DatePrecision, str]:
    parsed = edtf.parse_edtf(text)
    earliest, latest = _day(parsed.lower_strict()), _day(parsed.upper_strict())
    if earliest > latest:
        raise ValueError(text)
    return earliest, latest, _precision(earliest, latest), text


def _day(moment: time.struct_time) -> dt.date:
    return dt.date(moment.tm_year, moment.tm_mon, moment.tm_mday)


def _precision(earliest: dt.date, latest: dt.date) -> DatePrecision:
    if earliest == latest:
        return "day"
    if _is_month(earliest, latest):
        return "month"
    if (earliest.month, earliest.day, latest) == (1, 1, dt.date(earliest.year, 12, 31)):
        return "year"
    return "range"


def _is_month(earliest: dt.date, latest: dt.date) -> bool:
    return earliest.day == 1 and latest == month_end(earliest.year, earliest.month)


def lacks_year(day: dt.date) -> bool:
    """Tell whether a day stands in `NO_YEAR` or beside it."""
    return day.year < _FIRST_YEAR


def _in_century(day: dt.date) -> dt.date:
    # 2004 is a leap year as 4 is.
    return day.replace(year=day.year + _TO_CENTURY)


def without_year(value: DateValue) -> DateValue:
    """Write a date whose year nobody gave as a record holds it: with no bounds.

    While a report is read such dates lie in `NO_YEAR`, so that they can be told apart and put
    in order; outside, no day may look as if somebody had given it.
    """
    if not lacks_year(value.earliest):
        return value
    precision: DatePrecision = "year" if value.edtf == UNKNOWN_YEAR else value.precision
    return msgspec.structs.replace(value, earliest=FIRST_DAY, latest=LAST_DAY, precision=precision)


def days_told(value: DateValue) -> int:
    """Count the days from a date's first to its last; "yesterday" is one day of any year."""
    return 0 if value.precision == "day" else (value.latest - value.earliest).days


def is_any_day(value: DateValue) -> bool:
    """Tell whether a day is that of "yesterday" where nobody knows when it was said."""
    return value.edtf == UNKNOWN_YEAR and value.precision == "day"


def is_yearless(value: DateValue) -> bool:
    """Tell whether a record's date has no year, and so no place on a line of time."""
    return value.edtf.startswith(UNKNOWN_YEAR)


def to_edtf(earliest: dt.date, latest: dt.date) -> str:
    """Write an inclusive interval as EDTF, as briefly as it allows.

    A month is "2024-01", from a month's first day to another's last "2023-12/2024-03", the rest
    days: "2024-03-14/2024-03-15".
    """
    if not lacks_year(earliest):
        return _to_edtf(earliest, latest)
    known = _to_edtf(_in_century(earliest), _in_century(latest))
    return re.sub(r"\b\d{4}\b", UNKNOWN_YEAR, known)


def _to_edtf(earliest: dt.date, latest: dt.date) -> str:
    precision = _precision(earliest, latest)
    if precision == "day":
        return earliest.isoformat()
    if precision == "month":
        return f"{earliest:%Y-%m}"
    if precision == "year":
        return f"{earliest:%Y}"
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31):
        return f"{earliest:%Y}/{latest:%Y}"
    if earliest.day == 1 and latest == month_end(latest.year, latest.month):
        return f"{earliest:%Y-%m}/{latest:%Y-%m}"
    return f"{earliest.isoformat()}/{latest.isoformat()}"


def interval(
    earliest: dt.date,
    latest: dt.date,
    basis: DateBasis,
    *,
    precision: DatePrecision | None = None,
    text: str | None = None,
    span: Span | None = None,
) -> DateValue:
    """Make the date of an inclusive interval; its precision follows from its ends.

    Args:
        earliest: first day.
        latest: last day.
        basis: how the words were resolved.
        precision: where the words say more than the ends, such as "week" or "season".
        text: the words.
        span: where they stand.
    """
    return DateValue(
        edtf=to_edtf(earliest, latest),
        earliest=earliest,
        latest=latest,
        precision=precision or _precision(earliest, latest),
        basis=basis,
        text=text,
        span=span,
    )
