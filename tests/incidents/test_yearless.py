"""A date that nobody gave a year stays without one, until the publication is known."""

import datetime as dt
from dataclasses import replace

import pytest

from incidents.dating import without_year
from incidents.extract import extract
from incidents.filters import FilterSpec
from incidents.finders.dates import document_date, find_dates
from incidents.finders.places import NoNames
from incidents.linking.pair import Pair
from incidents.linking.same_time import same_day
from incidents.records import DateValue, Span
from incidents.report import Report
from incidents.select import select
from incidents.table import make_table
from incidents.text import read_document
from incidents.timeline import timeline
from incidents.totals import totals
from incidents.wording import say_date, say_published
from tests.incidents.building import cluster, told
from tests.making import incident

KILLED = "Gunmen killed three people in Gao"


def edtf_of(text: str, published: str | None = None) -> list[str]:
    """Return the dates of a text as EDTF."""
    doc = read_document(text, "en")
    return [one.value.edtf for one in find_dates(doc, document_date(doc, published))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{KILLED} on 15 January.", ["XXXX-01-15"]),
        (f"{KILLED} on 29 February.", ["XXXX-02-29"]),
        (f"{KILLED} in January.", ["XXXX-01"]),
        (f"{KILLED} from December through March.", ["XXXX-12/XXXX-03"]),
        (f"{KILLED} on 31 December. The next day they left.", ["XXXX-12-31", "XXXX-01-01"]),
        (f"{KILLED} on 15 January. On Tuesday they left.", ["XXXX-01-15", "XXXX"]),
        (f"{KILLED} last week.", ["XXXX"]),
    ],
)
def test_a_year_that_nobody_gave_is_not_invented(text: str, expected: list[str]) -> None:
    """Without a publication date only what the words say is said."""
    assert edtf_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"Weekly tracker 2023\n\n20 November: {KILLED}.",
        f"{KILLED} on 20 November.\n\nOn 2 December 2023 two men were shot in Mopti.",
    ],
)
def test_a_year_told_elsewhere_in_the_report_is_taken(text: str) -> None:
    """From a heading at the top, or from full dates that agree."""
    assert "2023-11-20" in edtf_of(text)


def test_years_that_disagree_settle_nothing() -> None:
    """Full dates of two years leave a day without one alone."""
    text = (
        f"{KILLED} on 15 January.\n\nOn 2 May 2021 a man was shot.\n\nOn 3 June 2023 another was."
    )
    assert edtf_of(text)[0] == "XXXX-01-15"


def test_the_dates_come_in_once_the_publication_is_given() -> None:
    """The same words, read again with the date."""
    assert edtf_of(f"{KILLED} on 15 January. On Tuesday they left.", "2024-02-01") == [
        "2024-01-15",
        "2024-01-30",
    ]


def yearless(edtf: str) -> DateValue:
    """Return a record's date without a year."""
    day = dt.date(4, 1, 15)
    kept = DateValue(edtf=edtf, earliest=day, latest=day, precision="day", basis="stated",
                     text="15 January", span=Span(0, 10))  # fmt: skip
    return without_year(kept)


def test_a_date_without_a_year_is_undated_everywhere() -> None:
    """No bounds in the record; the timeline counts it, "certainly" leaves it out; all say so."""
    value = yearless("XXXX-01-15")
    assert (value.earliest, value.latest) == (dt.date(1, 1, 1), dt.date(9999, 12, 31))
    dated = DateValue(edtf="2024-01-15", earliest=dt.date(2024, 1, 15),
                      latest=dt.date(2024, 1, 15), precision="day", basis="stated")  # fmt: skip
    table = make_table([incident("a", date=value), incident("b", date=dated)], {})
    line = timeline(table.rows)
    assert line is not None
    assert (line.undated, line.first) == (1, dt.date(2024, 1, 15))
    january = FilterSpec(date_from=dt.date(2024, 1, 1), date_to=dt.date(2024, 1, 31))
    assert list(select(table, january)["id"]) == ["a", "b"]
    assert list(select(table, january.replace(date_mode="certainly"))["id"]) == ["b"]
    assert "year unknown for 1: no publication date" in totals(table.rows).sentence()


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("XXXX-01-15", "15 January, year unknown"),
        ("XXXX-01", "January, year unknown"),
        ("XXXX-12/XXXX-03", "December to March, year unknown"),
        ("XXXX", "date unknown"),
    ],
)
def test_a_date_without_a_year_is_said_so(edtf: str, words: str) -> None:
    """In words, on card, map and table alike."""
    assert say_date(yearless(edtf)) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-03-28", "28 March 2024"),
        ("2024-03", "March 2024"),
        ("2024-03~", "about March 2024"),
        ("2024?", "perhaps 2024"),
        ("no date", "no date"),
    ],
)
def test_a_publication_date_is_said_in_words(edtf: str, words: str) -> None:
    """EDTF's marks too; what can't be read stays as it is."""
    assert say_published(edtf) == words


@pytest.mark.parametrize(
    "text",
    [
        "Troops killed several insurgents in Gao last night.",
        "Troops searched a house in Gao yesterday. They detained several suspects.",
    ],
)
def test_a_day_that_nobody_can_know_is_still_one_day(text: str) -> None:
    """The day of "yesterday" in no known year ties words to one event as any day does."""
    (incident,) = extract(Report(id="r", text=text), NoNames()).incidents
    assert incident.date is not None
    assert (incident.date.edtf, incident.date.precision) == ("XXXX", "year")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Dola, 23 Aug 88 (Agency) -- Rebels killed two men today.", "1988-08-23"),
        ("DOLA, 4 FEB 12 -- Rebels killed two men today.", "2012-02-04"),
    ],
)
def test_a_dateline_has_a_year_of_two_digits(text: str, edtf: str) -> None:
    """It dates the report, and "today" with it."""
    assert set(edtf_of(text)) == {edtf}


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On 12 Tir 1402 gunmen killed three people.", ["2023-07-03"]),
        ("On 5 Ter 2016 gunmen killed three people.", ["2024-01-14"]),
        ("On 5 Tir 2016 gunmen killed three people.", ["2024-01-14"]),
        ("On 12 Sene 2015 gunmen killed three people.", ["2023-06-19"]),
        ("On 5 Azar 12 people were killed.", []),
        ("They met Ter 2016 times.", []),
    ],
)
def test_a_month_of_another_calendar_wants_its_year(text: str, edtf: list[str]) -> None:
    """Tir is a month of two: whose year it is tells which."""
    assert edtf_of(text, "2024-06-10") == edtf


def test_days_that_nobody_can_know_are_not_the_same() -> None:
    """Nothing says that "yesterday" and "on Saturday" of an unknown week are one day."""
    dates = find_dates(read_document("Ten died yesterday. On Saturday six died."), published=None)
    first, second = (replace(cluster(told(0)), date=one.value) for one in dates)
    assert (same_day(Pair(first, second)), same_day(Pair(first, first))) == (False, True)


def test_a_known_day_says_more_than_one_that_nobody_can_know() -> None:
    """Of "on 3 June" and "today", the day of a month dates the event."""
    text = "On 3 June gunmen killed four people in Gao today in the market, police said."
    (incident,) = extract(Report(id="r", text=text), NoNames()).incidents
    assert incident.date is not None
    assert incident.date.edtf == "XXXX-06-03"
