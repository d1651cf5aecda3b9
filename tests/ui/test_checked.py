"""What a person checked, said beside the map."""

import datetime as dt
import time

import pytest

from incidents.decisions import Folded, Review
from incidents.decisions.facts import facts_of
from incidents.wording import COUNT_WORDS
from tests.making import five
from ui.panels.checked import on_card, signed, with_ticks

MORE = ("civilians", "means", "part")

DAY = dt.datetime(2026, 11, 29, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("review", "told"),
    [
        (Review(), ""),
        (Review(status="edited", who="Awa", at=DAY), ""),
        (
            Review(status="accepted", checked=True, who="Awa", at=DAY),
            "accepted, by Awa on 29 November 2026",
        ),
        (Review(status="added", checked=True, at=DAY), "added by a person, on 29 November 2026"),
        (
            Review(status="changed since", who="Awa", changed=("killed", "place")),
            "accepted once, by Awa; it reads otherwise now: killed, place",
        ),
    ],
)
def test_the_card_says_who_checked_it(review: Review, told: str) -> None:
    """One that was only edited, or reads otherwise since, is not said to be checked."""
    assert on_card(Folded(reviews={"one": review}), "one") == told


def test_each_fact_that_reads_otherwise_has_its_word() -> None:
    """Whatever an incident can say."""
    one = five()[0]
    every: dict[str, str] = facts_of(one) | dict.fromkeys((*COUNT_WORDS, *MORE), "")
    review = Review(status="changed since", changed=tuple(every))
    told = on_card(Folded(reviews={"one": review}), "one").partition(": ")[2]
    assert len(told.split(", ")) == len(every)


def test_the_day_is_the_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    """An hour past midnight in London is still yesterday in New York."""
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        assert signed("", DAY.replace(hour=1)) == ", on 28 November 2026"
    finally:
        monkeypatch.undo()
        time.tzset()


def test_the_number_of_a_checked_one_has_a_tick() -> None:
    """On the map and in the text; the others stay as they are."""
    folded = Folded(reviews={"one": Review(status="accepted", checked=True)})
    assert with_ticks({"one": "1", "two": "2"}, folded) == {"one": "1 ✓", "two": "2"}
