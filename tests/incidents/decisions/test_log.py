"""Undoing and doing again: steps of one person, each taken back by further entries."""

import datetime as dt

from incidents.decisions import Decision, Reject, SetMeans, to_redo, to_undo, undone
from tests.incidents.decisions.deciding import NOON, Desk
from tests.making import five


def later(desk: Desk) -> dt.datetime:
    return NOON + dt.timedelta(minutes=len(desk.log))


def turn(desk: Desk, entries: list[Decision], who: str = "Ada") -> None:
    assert entries
    desk.decide(*undone(entries, at=later(desk), who=who))


def test_steps_are_undone_and_done_again_in_their_order() -> None:
    """A step of several entries at once; nothing new in between; the log only grows."""
    desk = Desk()
    by = desk.by
    desk.decide(by.accept(desk["raid"]), by.accept(desk["wedding"]))
    desk.decide(desk.by.made(desk["raid"], SetMeans(means="fire")))
    both = desk.folded
    turn(desk, to_undo(desk.log, "Ada"))
    assert desk["raid"].means is None
    assert desk.folded.review("raid").checked
    turn(desk, to_undo(desk.log, "Ada"))
    assert desk.folded.reviews == {}
    assert to_undo(desk.log, "Ada") == []
    turn(desk, to_redo(desk.log, "Ada"))
    assert desk.folded.review("wedding").checked
    turn(desk, to_redo(desk.log, "Ada"))
    assert desk.folded.incidents == both.incidents
    assert desk.folded.reviews == both.reviews
    assert to_redo(desk.log, "Ada") == []
    turn(desk, to_undo(desk.log, "Ada"))
    assert desk["raid"].means is None


def test_what_is_decided_after_an_undoing_ends_doing_again() -> None:
    """Else what was undone would come back over it."""
    desk = Desk()
    desk.decide(desk.by.made(desk["raid"], Reject()))
    turn(desk, to_undo(desk.log, "Ada"))
    desk.decide(desk.by.accept(desk["raid"]))
    assert to_redo(desk.log, "Ada") == []
    turn(desk, to_undo(desk.log, "Ada"))
    turn(desk, to_redo(desk.log, "Ada"))
    assert desk.folded.review("raid").status == "accepted"


def test_nobody_undoes_another_s_step() -> None:
    """Undoing is one's own; a single decision of anybody can be taken back by name."""
    desk = Desk()
    desk.decide(desk.by.made(desk["raid"], Reject()))
    assert to_undo(desk.log, "Ben") == []
    turn(desk, to_undo(desk.log, "Ada"))
    assert to_redo(desk.log, "Ben") == []
    assert list(desk.folded.incidents) == five()
