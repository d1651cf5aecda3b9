"""What is decided on an event is decided on each version of it; what joined it is taken back."""

from collections.abc import Sequence

import pytest

from incidents.decisions import Decision, events, to_redo, to_undo, undone
from incidents.errors import DecisionError
from incidents.records import Incident
from tests.incidents.decisions.deciding import Desk
from tests.making import TEXT, count, incident


def desk_of(*tolls: int) -> Desk:
    """Return a desk with an incident in each of several reports: a, b, c and so on."""
    names = "abcdefgh"[: len(tolls)]
    read = [
        incident(name, report_id=f"r-{name}", casualties={"killed": count(low, low, low)})
        for name, low in zip(names, tolls, strict=True)
    ]
    return Desk(read, {one.report_id: TEXT for one in read})


def join(desk: Desk, head: str, *others: str, same: bool = True) -> None:
    desk.decide(desk.by.together(desk[head], [desk[one] for one in others], same=same))


def without(desk: Desk, report_id: str) -> None:
    """Remove a report."""
    desk.read = [one for one in desk.read if one.report_id != report_id]
    del desk.texts[report_id]


def turned(desk: Desk, entries: Sequence[Decision]) -> None:
    """Undo a step, or do it again."""
    desk.decide(*undone(entries, at=desk.by.at, who="Ada"))


def test_accepting_an_event_vouches_for_each_version() -> None:
    """Taken apart, or counted by report, each is checked, and so is its toll."""
    desk = desk_of(16, 18, 30)
    join(desk, "a", "b", "c")
    desk.decide(*events.accepted(desk.by, desk["a"], "Seen the photos."))
    assert desk.folded.accepted == {"a", "b", "c"}
    assert all(desk.folded.review(one).checked for one in "abc")
    assert {one.why for one in desk.log[1:]} == {"Seen the photos."}
    join(desk, "a", "b", "c", same=False)
    assert [desk.folded.review(one).status for one in "abc"] == ["accepted"] * 3


def test_a_version_that_is_looked_at_alone_is_decided_alone() -> None:
    """Where the map counts by report, its toll is accepted and no other's."""
    desk = desk_of(16, 18)
    join(desk, "a", "b")
    version: Incident = desk.folded.versions[0]
    desk.decide(*events.toll_accepted(desk.by, version))
    assert desk.folded.accepted == {"a"}


def test_rejecting_an_event_leaves_no_version_in_its_place() -> None:
    """All are listed as rejected, and one undoing brings all back."""
    desk = desk_of(16, 18)
    join(desk, "a", "b")
    before = desk.folded.incidents
    desk.decide(*events.rejected(desk.by, desk["a"]))
    assert desk.ids == []
    assert [one.incident.id for one in desk.folded.rejected] == ["a", "b"]
    turned(desk, to_undo(desk.log, "Ada"))
    assert desk.folded.incidents == before


def test_the_toll_of_an_event_is_accepted_whichever_report_tells_it() -> None:
    """Of the one that shows it is another, or none; and it can be left again."""
    desk = desk_of(30, 18, 16)
    desk.read[0] = incident("a", report_id="r-a")
    join(desk, "a", "b", "c")
    desk.decide(*events.toll_accepted(desk.by, desk["a"]))
    assert not desk.folded.orphans
    assert desk.folded.accepted == {"a", "b", "c"}
    desk.decide(*events.toll_left(desk.by, desk["a"]))
    assert desk.folded.accepted == frozenset()
    turned(desk, to_undo(desk.log, "Ada"))
    assert desk.folded.accepted == {"a", "b", "c"}


def test_an_event_that_was_joined_in_steps_comes_apart_whole() -> None:
    """Whichever of its joinings are about the one that shows; and as one step."""
    desk = desk_of(1, 2, 3, 4)
    join(desk, "a", "b")
    join(desk, "c", "d")
    join(desk, "c", "a")
    joined = desk.folded.incidents
    desk.decide(*events.taken_apart(desk.by, desk["c"]))
    assert list(desk.folded.incidents) == desk.read
    assert desk.folded.apart == frozenset()
    turned(desk, to_undo(desk.log, "Ada"))
    assert desk.folded.incidents == joined
    turned(desk, to_redo(desk.log, "Ada"))
    assert list(desk.folded.incidents) == desk.read


def test_taking_an_event_apart_leaves_the_others_joined() -> None:
    """Those that were joined with one of it, before it was said that it is another."""
    desk = desk_of(1, 2, 3, 4)
    join(desk, "c", "d", "a")
    join(desk, "c", "a", same=False)
    join(desk, "a", "b")
    desk.decide(*events.taken_apart(desk.by, desk["a"]))
    assert desk.ids == ["a", "b", "c"]
    assert desk.folded.joined.keys() == {"c"}


def test_an_event_joined_by_way_of_a_removed_report_comes_apart() -> None:
    """Each of its joinings is about one that is here."""
    desk = desk_of(1, 2, 3)
    join(desk, "a", "b")
    join(desk, "b", "c")
    without(desk, "r-b")
    assert len(desk.ids) == 1
    desk.decide(*events.taken_apart(desk.by, desk[desk.ids[0]]))
    assert desk.ids == ["a", "c"]


def test_only_the_pair_is_proposed_again() -> None:
    """Whichever of the two was named first; what else was kept apart with it stays apart."""
    desk = desk_of(1, 2, 3)
    join(desk, "a", "b", "c", same=False)
    desk.decide(*events.proposed_again(desk.by, desk["b"], desk["a"]))
    assert desk.folded.apart == {frozenset("ac")}
    join(desk, "a", "c")
    desk.decide(*events.proposed_again(desk.by, desk["a"], desk["b"]))
    assert desk.ids == ["a", "b"]


def test_proposing_again_joins_nothing_by_itself() -> None:
    """A joining from before, which only "not the same" stands over, is taken back with it."""
    desk = desk_of(1, 2, 3)
    join(desk, "a", "b")
    join(desk, "a", "b", same=False)
    desk.decide(*events.proposed_again(desk.by, desk["a"], desk["b"]))
    assert (desk.ids, desk.folded.apart) == (["a", "b", "c"], frozenset())
    turned(desk, to_undo(desk.log, "Ada"))
    assert desk.folded.apart == {frozenset("ab")}


def test_what_an_event_would_take_in_again_is_not_proposed_again() -> None:
    """A third still holds one of the two: the way on is to take that event apart."""
    desk = desk_of(1, 2, 3)
    join(desk, "a", "c", "b")
    join(desk, "a", "b", same=False)
    with pytest.raises(DecisionError, match="Take the event apart first"):
        events.proposed_again(desk.by, desk["a"], desk["b"])
    desk.decide(*events.taken_apart(desk.by, desk["a"]))
    desk.decide(*events.proposed_again(desk.by, desk["a"], desk["b"]))
    assert (desk.ids, desk.folded.apart) == (["a", "b", "c"], frozenset())


def test_a_pair_is_proposed_again_by_the_events_that_show_it() -> None:
    """It was said of versions that show no more; and what was said of a removed one stays."""
    desk = desk_of(1, 2, 3, 4)
    join(desk, "a", "b", "d", same=False)
    join(desk, "c", "a")
    texts, read = dict(desk.texts), list(desk.read)
    without(desk, "r-d")
    desk.decide(*events.proposed_again(desk.by, desk["b"], desk["c"]))
    assert desk.folded.apart == frozenset()
    desk.texts, desk.read = texts, read
    assert desk.folded.apart == {frozenset("ad")}


def test_what_is_taken_back_is_a_step_like_any_other() -> None:
    """It ends doing again, and entries from before it was told apart are undoings still."""
    desk = desk_of(1, 2)
    desk.decide(desk.by.accept(desk["a"]))
    desk.decide(desk.by.accept(desk["b"]))
    turned(desk, to_undo(desk.log, "Ada"))
    assert to_redo(desk.log, "Ada")
    desk.decide(*desk.by.backs([desk.log[0]]))
    assert to_redo(desk.log, "Ada") == []
    assert to_undo(desk.log, "Ada") == desk.log[-1:]
    turned(desk, desk.log[-1:])
    assert desk.folded.review("a").checked
    assert desk.folded.review("b").status == "unchecked"
