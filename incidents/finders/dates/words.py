"""What the resolving of dates works with: the words of a match, the references, the result."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from incidents.dating import month_end
from incidents.records import DateBasis, DatePrecision, DateValue, Record

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(days=7)
MONTHS = 12
_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
_PART_MONTHS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}


class Found(NamedTuple):
    """What the words say, before it is a `DateValue`."""

    earliest: dt.date
    latest: dt.date
    basis: DateBasis
    precision: DatePrecision | None = None
    edtf: str | None = None


def part_of(first: dt.date, last: dt.date, unit: str, part: str) -> tuple[dt.date, dt.date]:
    """Give the days of an early, middle or late part of a month or a year."""
    if unit == "year":
        begins, ends = _PART_MONTHS[part]
        return dt.date(first.year, begins, 1), month_end(first.year, ends)
    begins, ends = _PARTS[part]
    return first.replace(day=begins), last.replace(day=min(ends, last.day))


class Reference(Record, frozen=True, kw_only=True):
    """What relative words are relative to."""

    published: DateValue | None = None
    anchor: DateValue | None = None
    """The date that the text gave last, for "two days later"."""
    day: DateValue | None = None
    """The last that was a day or a night, for "the next day"."""
    told_here: bool = False
    """Whether that stands in the sentence that is being read."""
    period: DateValue | None = None
    """What the report covers: its weekdays are the period's, "the week of 4 to 10 March"."""
    year_anchor: DateValue | None = None
    """The last date of this paragraph that named its year, for "On 14 March" after it."""
    told_year: DateValue | None = None
    """What the report's full dates span, where it has no date of publication to count from."""
    day_first: bool = True
    """Whether 03/04/2024 is 3 April."""


class Words:
    """The named groups of a match, with `month_b` for a second way to write `month`."""

    def __init__(
        self, groups: Mapping[str, str | None], meaning: Mapping[str, Mapping[str, Any]]
    ) -> None:
        self._groups = groups
        self._meaning = meaning

    def __call__(self, name: str) -> str | None:
        """Give the words of a group, lower case."""
        found = self._groups.get(name) or self._groups.get(f"{name}_b")
        return found.lower().strip() if found else None

    def number(self, name: str) -> int | None:
        """Read the leading digits of a group: "3rd" is 3."""
        digits = "".join(character for character in self(name) or "" if character.isdigit())
        return int(digits) if digits else None

    def mean(self, name: str, vocabulary: str | None = None) -> Any:
        """Look a group's words up in its vocabulary; None where it has none."""
        words = self(name)
        return None if words is None else self._meaning[vocabulary or name].get(words)

    def amount(self, name: str) -> int | None:
        """Read a number in digits or in words."""
        value = self.number(name)
        return value if value is not None else self.mean(name, "number")
