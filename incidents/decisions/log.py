"""The log: entries made, taken back, undone and done again. It only grows."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import msgspec
from msgspec import UNSET, UnsetType

from incidents.anchors import Anchor, overlapping
from incidents.decisions.actions import (
    EDITS,
    Accept,
    AcceptToll,
    Action,
    Decision,
    Join,
    Note,
    SetCount,
    Split,
    TakeApart,
    TakeBack,
)
from incidents.decisions.making import made_ids
from incidents.records import to_json


def decide(
    report_id: str,
    anchor: Anchor,
    action: Action,
    *,
    at: dt.datetime | None = None,
    who: str = "",
    why: str = "",
) -> Decision:
    """Make an entry for the log.

    Args:
        report_id: whose words it is about.
        anchor: which of them.
        action: what is decided.
        at: when, with its zone; None where nobody knows. Entries of one step have the same.
        who: the analyst.
        why: the reason.
    """
    made = Decision(
        id="", report_id=report_id, anchor=anchor, action=action, who=who, at=at, why=why
    )
    return msgspec.structs.replace(made, id=hashlib.sha256(to_json(made)).hexdigest()[:24])


def take_back(
    decision: Decision,
    *,
    at: dt.datetime | None = None,
    who: str = "",
    undoing: bool | UnsetType = UNSET,
) -> Decision:
    """Make the entry that takes another one back.

    Args:
        decision: the other one.
        at: when.
        who: the analyst.
        undoing: False where it is an act of its own, which `to_undo` finds.
    """
    action = TakeBack(decision=decision.id, undoing=undoing)
    return decide(decision.report_id, decision.anchor, action, at=at, who=who)


def in_force(log: Iterable[Decision]) -> list[Decision]:
    """Return the decisions that nobody took back, in their order, without the taking back."""
    standing = standing_ids(log := list(log))
    return [d for d in log if d.id in standing and not isinstance(d.action, TakeBack)]


def standing_ids(log: Sequence[Decision]) -> frozenset[str]:
    """Return the ids of all entries that nobody took back, those that take back among them."""
    gone: set[str] = set()
    # From the last to the first: one that takes back may itself have been taken back later.
    for decision in reversed(log):
        if decision.id not in gone and isinstance(decision.action, TakeBack):
            gone.add(decision.action.decision)
    return frozenset(one.id for one in log) - gone


def newcomers(
    log: Sequence[Decision], brought: Iterable[Decision]
) -> tuple[list[Decision], list[Decision]]:
    """Divide another log's decisions: those to add to this one, and those left out.

    Left out is what an analyst decided otherwise here on the same incident, and what was decided
    on incidents that such a decision makes; nothing is overruled in silence. What the log has
    already is in neither, also where it was taken back.
    """
    known = {one.id for one in log}
    here: defaultdict[str, list[Decision]] = defaultdict(list)
    for one in in_force(log):
        for report_id in {key for key, _anchor in touched(one)}:
            here[report_id].append(one)
    added: list[Decision] = []
    left_out: list[Decision] = []
    unmade: set[str] = set()
    for one in brought:
        if one.id in known:
            continue
        told = list(touched(one))
        rivals = (other for key, _anchor in told for other in here[key])
        if any(anchor.made in unmade for _key, anchor in told) or any(
            _otherwise(one, other) for other in rivals
        ):
            left_out.append(one)
            unmade |= made_ids([one])
        else:
            added.append(one)
    return added, left_out


def conflict(one: Decision, other: Decision) -> bool:
    """Tell whether two decide on the same incident; notes, and two who accept, don't differ."""
    if any(isinstance(each.action, Note) for each in (one, other)):
        return False
    if isinstance(one.action, Accept) and isinstance(other.action, Accept):
        return False
    return any(
        report == other_report and overlapping(anchor, other_anchor)
        for report, anchor in touched(one)
        for other_report, other_anchor in touched(other)
    )


def _otherwise(one: Decision, other: Decision) -> bool:
    """Tell whether two can't both hold: where something was says nothing of its toll."""
    fields = _field(one.action), _field(other.action)
    if all(fields) and fields[0] != fields[1]:
        return False
    return conflict(one, other) and not _alike(one, other)


def _alike(one: Decision, other: Decision) -> bool:
    """Tell whether two say the same; two splits make two times as many incidents."""
    if isinstance(one.action, Join | TakeApart):
        return (one.anchor, one.action) == (other.anchor, other.action)
    return one.action == other.action and not isinstance(one.action, Split)


def _field(action: Action) -> str:
    """Return what a decision sets; "" where it is about the whole incident."""
    if isinstance(action, SetCount):
        return action.key
    if isinstance(action, AcceptToll):
        return "killed"
    return type(action).__name__ if isinstance(action, EDITS) else ""


def steps(log: Iterable[Decision]) -> list[list[Decision]]:
    """Put together what one act of an analyst entered: the same moment and the same person.

    Entries without a moment, from before it was kept, stand alone.
    """
    grouped = groupby(enumerate(log), lambda n: (n[1].at or n[0], n[1].who))
    return [[one for _, one in group] for _, group in grouped]


def to_undo(log: Sequence[Decision], who: str) -> list[Decision]:
    """Return the entries of an analyst's last step that is in force; none where there is none."""
    standing = standing_ids(log)
    for step in reversed(_own(log, who)):
        if any(one.id in standing and not _undoes(one) for one in step):
            return [one for one in step if one.id in standing]
    return []


def to_redo(log: Sequence[Decision], who: str) -> list[Decision]:
    """Return the entries of an analyst's last undoing, where nothing new was decided since."""
    standing = standing_ids(log)
    backs = {one.id for one in log if _undoes(one)}
    for step in reversed(_own(log, who)):
        taken = {d.action.decision for d in step if isinstance(d.action, TakeBack) and _undoes(d)}
        if len(taken) < len(step):
            return []
        # What takes back nothing but taking back is itself a redoing.
        if taken - backs and all(one.id in standing for one in step):
            return step
    return []


def _undoes(one: Decision) -> bool:
    return isinstance(one.action, TakeBack) and one.action.undoing is not False


def undone(entries: Iterable[Decision], *, at: dt.datetime, who: str) -> list[Decision]:
    """Make the step that takes entries back, the last of them first."""
    return [take_back(one, at=at, who=who) for one in reversed(list(entries))]


def _own(log: Iterable[Decision], who: str) -> list[list[Decision]]:
    return [step for step in steps(log) if step[0].who == who]


def touched(one: Decision) -> Iterator[tuple[str, Anchor]]:
    """Yield all that a decision is about: its own words, and those of what it joins."""
    yield one.report_id, one.anchor
    if isinstance(one.action, Join | TakeApart):
        yield from ((other.report_id, other.anchor) for other in one.action.others)
