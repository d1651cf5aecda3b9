"""What another reading of a report would change, and which decisions that touches."""

from collections.abc import Sequence

from incidents.anchors import anchor_incident, targets
from incidents.decisions.actions import Decision
from incidents.decisions.facts import differing, facts_of
from incidents.decisions.fold import fold
from incidents.decisions.folded import Orphan
from incidents.records import Incident, Record


class Change(Record, frozen=True, kw_only=True):
    """One incident that would read otherwise."""

    before: Incident
    after: Incident
    facts: tuple[str, ...]
    """Names of the facts that differ, by `facts.facts_of`."""


class Difference(Record, frozen=True, kw_only=True):
    """What would change if a report's new reading were taken."""

    report_id: str
    new: tuple[Incident, ...] = ()
    gone: tuple[Incident, ...] = ()
    changed: tuple[Change, ...] = ()
    touched: tuple[Decision, ...] = ()
    """Decisions in force on what would be gone or changed."""
    lost: tuple[Orphan, ...] = ()
    """Those of them that would not be in force any more: their words are found no more."""

    def __bool__(self) -> bool:
        """Tell whether anything would."""
        return bool(self.new or self.gone or self.changed or self.lost)


def compare(
    report_id: str,
    text: str,
    before: Sequence[Incident],
    after: Sequence[Incident],
    log: Sequence[Decision],
) -> Difference:
    """Hold a new reading of a report against the one that is kept.

    Args:
        report_id: whose.
        text: its.
        before: its incidents as they are kept, in text order.
        after: the same as they are read now.
        log: all decisions; those on other reports are passed over.
    """
    pairs = _pairs(text, before, after)
    told = {one.id for one in pairs.values()}
    changed = [
        Change(before=one, after=pairs[one.id], facts=facts)
        for one in before
        if one.id in pairs and (facts := differing(facts_of(one), pairs[one.id]))
    ]
    gone = [one for one in before if one.id not in pairs]
    texts = {report_id: text}
    now, then = fold(before, log, texts), fold(after, log, texts)
    known = {one.decision.id for one in now.orphans}
    moved = [*(one.before.id for one in changed), *(one.id for one in gone)]
    touched = {one.id: one for key in moved for one in now.decisions.get(key, ())}
    return Difference(
        report_id=report_id,
        new=tuple(one for one in after if one.id not in told),
        gone=tuple(gone),
        changed=tuple(changed),
        touched=tuple(touched.values()),
        lost=tuple(one for one in then.orphans if one.decision.id not in known),
    )


def _pairs(text: str, before: Sequence[Incident], after: Sequence[Incident]) -> dict[str, Incident]:
    """Return by the id of each incident what it is read as now, found by its words alone."""
    left = list(after)
    found: dict[str, Incident] = {}
    for one in before:
        for other in targets(anchor_incident(one, text, before), text, after):
            if other in left:
                left.remove(other)
                found[one.id] = other
    return found
