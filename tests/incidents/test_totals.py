"""What the strip adds up: tolls of incidents, with sums and doubtful figures told apart."""

import datetime as dt

import pytest

from incidents.records import Count, DateBasis, DateValue, Span
from incidents.table import make_table
from incidents.totals import Totals, doubts, totals
from tests.making import PERIOD, incident


def killed(low: int, high: int | None = None) -> dict[str, Count]:
    """Return a toll."""
    return {"killed": Count(low=low, best=low, high=high or low, text="25", span=Span(0, 2))}


def half_year(basis: DateBasis) -> DateValue:
    """Return January to June 2024."""
    return DateValue(
        edtf="2024-01/2024-06",
        earliest=dt.date(2024, 1, 1),
        latest=dt.date(2024, 6, 30),
        precision="range",
        basis=basis,
    )


def added(*incidents: object, accepted: tuple[str, ...] = ()) -> Totals:
    """Return the figures over some incidents."""
    return totals(make_table(list(incidents), {}).rows, accepted)  # type: ignore[arg-type] # made here


def test_a_toll_told_of_half_a_year_is_told_apart_in_the_sum() -> None:
    """340 killed from January to June may be a sum; the strip says how much it adds."""
    sums = incident("sum", date=half_year("stated"), casualties=killed(340))
    found = added(sums, incident("one", casualties=killed(5)))
    assert (found.killed_low, found.spans, found.spans_low) == (345, 1, 340)
    assert found.killed() == "345 killed (340 of them in a span over a month, perhaps sums)"
    assert doubts(sums) == ["told of more than a month: perhaps a sum"]


@pytest.mark.parametrize("date", [PERIOD, half_year("inherited"), half_year("publication"), None])
def test_doubt_about_the_day_makes_no_sum(date: DateValue | None) -> None:
    """A period that an incident only inherits says nothing of its toll."""
    one = incident("one", date=date, casualties=killed(5))
    assert added(one).spans == 0
    assert doubts(one) == []


def test_a_toll_over_five_hundred_is_held_beside_the_total() -> None:
    """It is not added, and said, until a person accepts it."""
    many = incident("many", casualties=killed(12_000))
    few = incident("few", casualties=killed(5))
    found = added(many, few)
    assert (found.killed_low, found.killed_high, found.to_check) == (5, 5, 1)
    assert "5 killed · to be checked, not added: 12,000 killed in 1 incident" in found.sentence()
    assert doubts(many) == ["over 500 killed: to be checked, not added to the total"]
    assert added(many, few, accepted=("many",)).sentence().count("12,005 killed") == 1
    assert doubts(many, accepted=True) == ["accepted by an analyst, added to the total"]
    assert added(incident("edge", casualties=killed(500))).to_check == 0


def test_a_held_toll_alone_makes_no_total() -> None:
    """Neither "0 killed" nor "unknown" is said where the only toll is to be checked."""
    found = added(incident("many", casualties=killed(12_000)))
    assert found.killed() == ""
    assert found.sentence().startswith("1 event in 1 incident · to be checked, not added: 12,000")


def test_nothing_is_no_zero() -> None:
    """With no incident there is no toll to say."""
    assert added().sentence() == "No incident"
