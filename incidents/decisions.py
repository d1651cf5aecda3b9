"""What analysts decided, as a log that only grows, and the fold that puts it in force.

What is shown = what was read + this log, by `fold` alone. Taking back is one more entry, so
that nothing is ever lost; a new kind of decision is an action and its line in `_CHANGES`.
"""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from incidents.anchors import Anchor, targets
from incidents.records import Incident, Place, Record, to_json


class PutPlace(Record, frozen=True, kw_only=True, tag="place"):
    """Where it was; it outranks the geocoder."""

    place: Place


class AcceptToll(Record, frozen=True, kw_only=True, tag="toll"):
    """Its toll is right, however high, and is added to the total."""

    killed: int
    """Lower bound as it was read then; a figure read otherwise later is not accepted by it."""


class TakeBack(Record, frozen=True, kw_only=True, tag="undo"):
    """An earlier decision holds no more. Taking this back brings that one into force again."""

    decision: str
    """Id of the decision that is taken back."""


Action = PutPlace | AcceptToll | TakeBack


class Decision(Record, frozen=True, kw_only=True):
    """One entry of the log."""

    id: str
    """Hash of the rest: the same decision is the same entry wherever it comes from."""
    report_id: str
    anchor: Anchor
    """What it is about; a `TakeBack` has that of the decision it takes back."""
    action: Action
    who: str = ""
    """The analyst; "" where nobody gave a name."""
    at: dt.datetime | None = None
    """When, UTC; None where it is from before this was kept."""
    why: str = ""
    """The analyst's reason; "" where none was given."""


class Orphan(Record, frozen=True, kw_only=True):
    """A decision that is not in force because nothing that is read now has its words."""

    decision: Decision
    why: str
    """One sentence for the analyst."""


class Folded(Record, frozen=True, kw_only=True):
    """Readings with the decisions put in force."""

    incidents: tuple[Incident, ...] = ()
    """In the order in which they were given."""
    decisions: Mapping[str, tuple[Decision, ...]] = {}
    """By incident id: those that are about it and not taken back, the earliest first."""
    accepted: frozenset[str] = frozenset()
    """Ids of the incidents whose toll an analyst accepted."""
    orphans: tuple[Orphan, ...] = ()


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
        at: when, with its zone; None where nobody knows.
        who: the analyst.
        why: the reason.
    """
    made = Decision(
        id="", report_id=report_id, anchor=anchor, action=action, who=who, at=at, why=why
    )
    return msgspec.structs.replace(made, id=hashlib.sha256(to_json(made)).hexdigest()[:24])


def take_back(decision: Decision, *, at: dt.datetime | None = None, who: str = "") -> Decision:
    """Make the entry that takes another one back."""
    action = TakeBack(decision=decision.id)
    return decide(decision.report_id, decision.anchor, action, at=at, who=who)


def in_force(log: Iterable[Decision]) -> list[Decision]:
    """Return the decisions that nobody took back, in their order, without the taking back."""
    gone: set[str] = set()
    kept: list[Decision] = []
    # From the last to the first: one that takes back may itself have been taken back later.
    for decision in reversed(list(log)):
        if decision.id in gone:
            continue
        if isinstance(decision.action, TakeBack):
            gone.add(decision.action.decision)
        else:
            kept.append(decision)
    return kept[::-1]


def newcomers(
    log: Sequence[Decision], brought: Iterable[Decision]
) -> tuple[list[Decision], list[Decision]]:
    """Divide another log's decisions: those to add to this one, and those left out.

    Left out is what an analyst decided otherwise here on the very same words; nothing is
    overruled in silence. What the log has already is in neither, also where it was taken back.
    """
    known = {one.id for one in log}
    standing = {_subject(one): one.action for one in in_force(log)}
    added: list[Decision] = []
    left_out: list[Decision] = []
    for one in brought:
        if one.id not in known:
            action = standing.get(_subject(one), one.action)
            (added if action == one.action else left_out).append(one)
    return added, left_out


def _subject(one: Decision) -> tuple[str, bytes, type]:
    """Return what a decision is about: where something was says nothing of its toll."""
    return one.report_id, to_json(one.anchor), type(one.action)


def fold(
    incidents: Sequence[Incident], log: Iterable[Decision], texts: Mapping[str, str]
) -> Folded:
    """Put a log in force on readings; pure: the same arguments give the same result.

    What was decided for one incident stands over what was decided for all at the same words,
    and the later decision over the earlier.

    Args:
        incidents: as they were read.
        log: all decisions, in the order in which they were made.
        texts: by report id; decisions on other reports are passed over.
    """
    by_report: dict[str, list[Incident]] = defaultdict(list)
    for incident in incidents:
        by_report[incident.report_id].append(incident)
    about: dict[str, list[Decision]] = defaultdict(list)
    orphans: list[Orphan] = []
    for decision in in_force(log):
        text = texts.get(decision.report_id)
        if text is None:
            continue
        found = targets(decision.anchor, text, by_report[decision.report_id])
        held = [incident for incident in found if _holds(decision.action, incident)]
        for incident in held:
            about[incident.id].append(decision)
        if not held:
            why = _OTHER_TOLL if found else _why(decision)
            orphans.append(Orphan(decision=decision, why=why))
    return Folded(
        incidents=tuple(_changed(one, about.get(one.id, ())) for one in incidents),
        decisions={key: tuple(made) for key, made in about.items()},
        accepted=frozenset(
            key
            for key, made in about.items()
            if any(isinstance(one.action, AcceptToll) for one in made)
        ),
        orphans=tuple(orphans),
    )


def _changed(incident: Incident, decisions: Sequence[Decision]) -> Incident:
    # Stable: what holds for this one alone comes last, and so it stays.
    for decision in sorted(decisions, key=lambda one: one.anchor.evidence is not None):
        incident = _CHANGES[type(decision.action)](incident, decision.action)
    return incident


def _put_place(incident: Incident, action: PutPlace) -> Incident:
    """Move an incident; the words and the candidates stay those of the report."""
    was = incident.place
    place = msgspec.structs.replace(
        action.place, text=was.text, span=was.span, basis=was.basis, candidates=was.candidates
    )
    return msgspec.structs.replace(incident, place=place)


def _accept_toll(incident: Incident, _action: AcceptToll) -> Incident:
    """Leave the reading as it is: what changes is what the total adds up."""
    return incident


_CHANGES: Mapping[type, Callable[[Incident, Any], Incident]] = {
    PutPlace: _put_place,
    AcceptToll: _accept_toll,
}
_OTHER_TOLL = "Another toll is read there now."


def _holds(action: Action, incident: Incident) -> bool:
    """Tell whether the reading is still one that the analyst decided on."""
    if not isinstance(action, AcceptToll):
        return True
    killed = incident.casualties.get("killed")
    return killed is not None and killed.low == action.killed


def _why(decision: Decision) -> str:
    words = decision.anchor.evidence[:1] if decision.anchor.evidence else ()
    told = words[0].exact if words else decision.anchor.place and decision.anchor.place.exact
    if not told:
        return "The words that it was made on were not kept."
    return f"No incident is read any more from these words: “{' '.join(told.split())}”."
