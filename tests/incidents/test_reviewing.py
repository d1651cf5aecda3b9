"""What is looked at next."""

import msgspec
import pytest

from incidents.anchors import Anchor
from incidents.decisions import Folded, Reject, Rejected, Review, decide
from incidents.records import Incident
from incidents.reviewing import (
    Progress,
    State,
    Wanted,
    after,
    beside,
    progress,
    queue,
    states_of,
)
from tests.making import TEXT, five

CERTAIN = (0.9, 0.2, 0.5, 0.2, 0.7)
TEXTS = {"r1": TEXT}


@pytest.fixture
def incidents() -> list[Incident]:
    """Give five incidents of one report that are not equally certain."""
    return [
        msgspec.structs.replace(one, confidence=sure)
        for one, sure in zip(five(), CERTAIN, strict=True)
    ]


def test_the_least_certain_comes_first(incidents: list[Incident]) -> None:
    """Those that are equally certain stay as the text tells them."""
    found = queue(incidents, {}, TEXTS, Wanted())
    assert [one.confidence for one in found] == [0.2, 0.2, 0.5, 0.7, 0.9]
    assert [one.id for one in found[:2]] == [incidents[1].id, incidents[3].id]


def test_the_order_of_the_text_is_kept(incidents: list[Incident]) -> None:
    """By report and text nothing is moved."""
    assert queue(incidents, {}, TEXTS, Wanted(order="text")) == tuple(incidents)


def test_what_is_checked_waits_no_more(incidents: list[Incident]) -> None:
    """Accepted and rejected ones are in queues of their own."""
    first, second, *rest = incidents
    states: dict[str, State] = {first.id: "accepted", second.id: "rejected"}
    for state, ids in (
        ("waiting", [one.id for one in rest]),
        ("accepted", [first.id]),
        ("rejected", [second.id]),
    ):
        wanted = msgspec.convert({"state": state, "order": "text"}, Wanted)
        assert [one.id for one in queue(incidents, states, TEXTS, wanted)] == ids
    assert progress(incidents, states) == Progress(checked=2, every=5)


def test_one_report_alone(incidents: list[Incident]) -> None:
    """Another report's incidents neither wait nor count."""
    other = msgspec.structs.replace(incidents[0], id="other", report_id="r2")
    found = queue([*incidents, other], {}, TEXTS, Wanted(report_id="r2"))
    assert [one.id for one in found] == ["other"]
    assert progress([*incidents, other], {"other"}, "r1") == Progress(checked=0, every=5)


@pytest.mark.parametrize(("words", "found"), [("", 5), ("WEDDING", 1), ("wedding zebra", 0)])
def test_words_are_searched_in_sentence_and_fields(
    incidents: list[Incident], words: str, found: int
) -> None:
    """Every word has to be there, whatever its case."""
    assert len(queue(incidents, {}, TEXTS, Wanted(words=words))) == found


@pytest.mark.parametrize(
    ("current", "step", "found"),
    [("a", 1, "b"), ("c", 1, "c"), ("a", -1, "a"), ("c", -1, "b"), (None, 1, "a"), ("x", -1, "a")],
)
def test_the_queue_is_walked_without_falling_off(
    current: str | None, step: int, found: str
) -> None:
    """At its ends one stays, from elsewhere one begins at the first."""
    assert beside(("a", "b", "c"), current, step) == found
    assert beside((), current, step) is None


@pytest.mark.parametrize(
    ("done", "current", "found"),
    [("b", "b", "c"), ("c", "c", "b"), ("abc", "b", None), ("ab", "a", "c"), ("bc", "b", "a")],
)
def test_the_next_takes_the_place_of_what_leaves(
    done: str, current: str, found: str | None
) -> None:
    """The one below moves up; at the end it is the one above; with none left it is none."""
    assert after(("a", "b", "c"), done, current) == found


def test_what_was_only_edited_still_waits() -> None:
    """Accepted and rejected ones do not."""
    reviews = {
        "raid": Review(status="accepted", checked=True),
        "strikes": Review(status="edited"),
        "wedding": Review(status="rejected", checked=True),
    }
    said = decide("r1", Anchor(), Reject())
    gone = (Rejected(incident=five()[3], decision=said),)
    assert states_of(Folded(reviews=reviews, rejected=gone)) == {
        "raid": "accepted",
        "wedding": "rejected",
    }
