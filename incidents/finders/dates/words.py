"""What the resolving of dates works with: the words of a match, the references, the result."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from incidents.records import DateBasis, DatePrecision, DateValue, Record

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(days=7)
MONTHS = 12


class Found(NamedTuple):
    """What the words say, before it is a `DateValue`."""

    earliest: dt.date
    latest: dt.date
    basis: DateBasis
    precision: DatePrecision | None = None
    edtf: str | None = None


class Reference(Record, frozen=True, kw_only=True):
    """What relative words are relative to."""

    published: DateValue | None = None
    anchor: DateValue | None = None
    """The date that the text gave last, for "two days later"."""
    period: DateValue | None = None
    """What the report covers: its weekdays are the period's, "the week of 4 to 10 March"."""
    year_anchor: DateValue | None = None
    """The last date of this paragraph that named its year, for "On 14 March" after it."""
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
