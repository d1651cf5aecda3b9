"""Marked words read as what they are given for."""

import datetime as dt
from functools import cache

import pytest

from incidents.extract import Extraction, extract
from incidents.finders.places import NoNames
from incidents.marked import actor_at, alone, count_at, date_at, date_before, missed, source_at
from incidents.records import Span
from incidents.report import Report
from tests.making import five

TEXT = (
    "🔴 On Tuesday gunmen attacked Kobi and killed between 10 and 15 traders, police said. "
    "Soldiers came a day later. At least 13 were wounded; the toll has reached 14. "
    "Zamfara Voice spoke of twenty."
)
REPORT = Report(id="r", text=TEXT, published="2024-03-28", language="en")


def words(marked: str) -> Span:
    start = TEXT.index(marked)
    return Span(start, start + len(marked))


@cache
def extraction() -> Extraction:
    return extract(REPORT, NoNames())


@pytest.mark.parametrize(
    ("marked", "bounds"),
    [
        ("between 10 and 15 traders", (10, None, 15)),
        ("15 traders", (10, None, 15)),
        ("At least 13 were", (13, 13, None)),
        ("14", (14, 14, 14)),
        ("twenty", (20, 20, 20)),
        ("attacked Kobi", None),
    ],
)
def test_a_number_is_read_with_its_bounds(
    marked: str, bounds: tuple[int, int | None, int | None] | None
) -> None:
    """As the text says it where a number was found there, else from the words alone."""
    assert count_at(extraction(), words(marked)) == bounds


def test_a_day_is_counted_from_the_publication() -> None:
    """Its words alone would say no day."""
    found = date_at(extraction(), words("Tuesday"))
    assert found is not None
    assert found.earliest == found.latest == dt.date(2024, 3, 26)
    assert date_at(extraction(), words("attacked Kobi")) is None


def test_people_are_found_with_a_likely_role() -> None:
    """Gunmen do it and traders suffer it; nobody known is nobody."""
    gunmen = actor_at(extraction(), words("gunmen"))
    assert gunmen is not None
    assert gunmen.role == "perpetrator"
    traders = actor_at(extraction(), words("traders"))
    assert traders is not None
    assert (traders.kind, traders.role) == ("civilians", "victim")
    assert actor_at(extraction(), words("On Tuesday")) is None


def test_a_source_that_nobody_knows_is_its_own_words() -> None:
    """A newspaper of one town is in no list."""
    assert source_at(extraction(), words("Zamfara Voice")).name == "Zamfara Voice"
    assert source_at(extraction(), words("police said")).kind == "government"


def test_words_alone_stand_where_they_stood() -> None:
    """So that what is read from them has its spans in the whole text."""
    span = words("killed between 10 and 15 traders")
    only = alone(REPORT, span)
    assert len(only.text) == len(TEXT)
    assert only.text.strip() == span.of(TEXT)
    assert span.of(only.text) == span.of(TEXT)


def test_a_missed_incident_takes_the_date_told_before_it() -> None:
    """Its words are the evidence; what was read from them stays."""
    span = words("Soldiers came")
    before = date_before(extraction(), span)
    assert before is not None
    assert (before.earliest, before.basis, before.span) == (dt.date(2024, 3, 26), "inherited", None)
    bare = missed(REPORT, span, [], before)
    assert (bare.evidence, bare.date, bare.sub_event_type) == ((span,), before, "Attack")
    made = missed(REPORT, span, five(), before)
    assert made.sub_event_type == five()[0].sub_event_type
    assert (made.id, made.evidence, made.part_of) == ("", (span,), None)
