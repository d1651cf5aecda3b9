"""Undoing and doing again: steps of one person, each taken back by further entries."""

import datetime as dt

import msgspec
import pytest

from incidents.decisions import (
    Action,
    Decision,
    Note,
    Part,
    PutPlace,
    Reject,
    SetCount,
    SetMeans,
    Split,
    newcomers,
    to_redo,
    to_undo,
    undone,
)
from incidents.records import Place, Span
from tests.incidents.decisions.deciding import NOON, Desk
from tests.making import TEXT, five

FIRE, DRONE = SetMeans(means="fire"), SetMeans(means="drone")
TWO = Split(parts=(Part(evidence=()),) * 2)
KIDAL = PutPlace(place=Place(name="Kidal", kind="point", lat_deg=18.44, lon_deg=1.41, precision=1))


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


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (Reject(), FIRE),
        (FIRE, Reject()),
        (FIRE, DRONE),
        (FIRE, TWO),
        (TWO, TWO),
        (TWO, FIRE),
    ],
)
def test_what_comes_never_overrules_what_was_decided_here(mine: Action, theirs: Action) -> None:
    """Of whatever kind the two are, and also where each held another reading of the words."""
    desk, other = Desk(), Desk()
    start, end = five()[0].evidence[0]
    other.read[0] = msgspec.structs.replace(five()[0], evidence=(Span(start, end - 4),))
    assert other.read[0].evidence[0].of(TEXT)
    desk.decide(desk.by.made(desk["raid"], mine))
    made = other.by.made(other["raid"], theirs)
    assert newcomers(desk.log, [made]) == ([], [made])


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [(FIRE, SetCount(key="killed", low=3)), (FIRE, FIRE), (FIRE, Note(text="Ask.")), (FIRE, KIDAL)],
)
def test_what_comes_beside_what_was_decided_here_is_added(mine: Action, theirs: Action) -> None:
    """Another field, the same, and notes."""
    desk = Desk()
    desk.decide(desk.by.made(desk["raid"], mine))
    made = desk.by.made(desk["raid"], theirs, "theirs")
    assert newcomers(desk.log, [made]) == ([made], [])


def test_what_comes_against_a_joining_is_left_out() -> None:
    """Of any that it joined, whichever shows."""
    desk = Desk()
    joined = desk.by.together(desk["raid"], [desk["wedding"]], same=True)
    other = desk.by.together(desk["funeral"], [desk["wedding"]], same=True)
    told = [desk.by.made(desk["wedding"], FIRE), desk.by.accept(desk["raid"]), other]
    desk.decide(joined)
    assert newcomers(desk.log, told) == ([], told)


def test_what_is_left_out_takes_along_what_was_decided_on_its_parts() -> None:
    """It would wait in the log for ever, in force on nothing."""
    desk, other = Desk(), Desk()
    desk.decide(desk.by.made(desk["raid"], Reject()))
    other.decide(other.by.made(other["raid"], TWO))
    other.decide(other.by.made(other[other.ids[0]], TWO))
    other.decide(other.by.made(other[other.ids[0]], FIRE))
    assert newcomers(desk.log, other.log) == ([], other.log)
