"""What a person checked, said beside the map."""

import datetime as dt

import pytest

from incidents.decisions import Folded, Review
from ui.panels.checked import on_card, with_ticks

DAY = dt.datetime(2026, 11, 29, 1, tzinfo=dt.UTC)


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
            Review(status="changed since", who="Awa", changed=("date",)),
            "accepted once, by Awa; it reads otherwise now",
        ),
    ],
)
def test_the_card_says_who_checked_it(review: Review, told: str) -> None:
    """One that was only edited, or reads otherwise since, is not said to be checked."""
    assert on_card(Folded(reviews={"one": review}), "one") == told


def test_the_number_of_a_checked_one_has_a_tick() -> None:
    """On the map and in the text; the others stay as they are."""
    folded = Folded(reviews={"one": Review(status="accepted", checked=True)})
    assert with_ticks({"one": "1", "two": "2"}, folded) == {"one": "1 ✓", "two": "2"}
