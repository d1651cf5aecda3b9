"""What analysts decided, carried apart from the incidents in a snapshot, and taken in again.

`incidents.json` shows incidents as they were decided, for whoever reads it. A store keeps
readings, so that what was read goes along, or opening a snapshot would make the decisions
part of the reading and nobody could take them back.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from incidents.decisions import (
    Add,
    Decision,
    Folded,
    Join,
    Split,
    TakeApart,
    fold,
    in_force,
    newcomers,
    touched,
)
from incidents.decisions.making import made_ids
from incidents.errors import SnapshotError
from incidents.records import Incident, Record
from incidents.report import Report
from incidents.store import Contents, Store
from incidents.tongue import n_

DECISIONS = "decisions.json"
ENGINE = "snapshot"
"""Stands for the version of rules of a report of which only a snapshot's part is known."""


class Carried(Record, frozen=True, kw_only=True):
    """The contents of `decisions.json`."""

    decisions: tuple[Decision, ...] = ()
    """Those in force on what is in view, and those that keep something out of it for good."""
    readings: tuple[Incident, ...] = ()
    """As they were read: the incidents in view that these changed, and those that they joined,
    split or rejected."""


class Taken(Record, frozen=True, kw_only=True):
    """What opening a snapshot changed here."""

    stayed: int = 0
    """Reports that were here already: their own text and reading stay."""
    decisions: int = 0
    """Decisions that came with it."""
    left_out: int = 0
    """Decisions that differ from one made here on the same words."""

    def sentence(self) -> str:
        """Say what is not plain: "" where all of it came from the snapshot."""
        parts = []
        if self.stayed:
            parts.append(
                n_(
                    "{n} report had been read here before, and that reading stays",
                    "{n} reports had been read here before, and that reading stays",
                    self.stayed,
                )
            )
        if self.decisions:
            parts.append(
                n_("{n} correction came with it", "{n} corrections came with it", self.decisions)
            )
        if self.left_out:
            parts.append(
                n_(
                    "{n} correction left out, because you decided otherwise",
                    "{n} corrections left out, because you decided otherwise",
                    self.left_out,
                )
            )
        return "".join(f"; {part}" for part in parts)


def carried_of(incidents: Sequence[Incident], contents: Contents) -> Carried:
    """Return what has to go along with the incidents in view.

    Args:
        incidents: as they are shown.
        contents: the store's.
    """
    texts = {one.id: one.text for one in contents.reports}
    folded = fold(contents.incidents, contents.decisions, texts)
    shown = {one.id: one for one in incidents}
    told = [*incidents, *(one for key in shown for one in folded.joined.get(key, ()))]
    used = {one.report_id for one in told}
    about = {one.id for one in told}
    about |= {one.incident.id for one in folded.rejected if one.incident.report_id in used}
    about = _with_splits(about, folded)
    number = Counter(one.id for key in about for one in folded.decisions.get(key, ()))
    return Carried(
        decisions=tuple(
            one
            for one in in_force(contents.decisions)
            if number[one.id] and _says_something(one, number[one.id], texts)
        ),
        readings=tuple(
            one for one in contents.incidents if one.id in about and shown.get(one.id) != one
        ),
    )


def reports_of(incidents: Iterable[Incident], carried: Carried) -> set[str]:
    """Return the ids of the reports that go along: also those whose added incident was joined."""
    told = {one.report_id for one in (*incidents, *carried.readings)}
    return told | {one.report_id for one in carried.decisions if isinstance(one.action, Add)}


def _with_splits(about: set[str], folded: Folded) -> set[str]:
    """Add what was split, which shows no more, and its other parts: each is nothing without it."""
    splits: defaultdict[str, set[str]] = defaultdict(set)
    for key, decided in folded.decisions.items():
        for one in decided:
            if isinstance(one.action, Split):
                splits[one.id].add(key)
    found, new = set(about), set(about)
    while new:
        made = {one.id for key in new for one in folded.standing(key, Split)}
        new = {key for one in made for key in splits[one]} - found
        found |= new
    return found


def _says_something(one: Decision, number: int, texts: Collection[str]) -> bool:
    """Tell whether a decision on several is about two that go along, or that are not here."""
    if not isinstance(one.action, Join | TakeApart):
        return True
    return number + sum(key not in texts for key, _anchor in touched(one)) > 1


def as_read(incidents: Sequence[Incident], carried: Carried) -> list[Incident]:
    """Return what was read of a snapshot's incidents, before anything was decided.

    Args:
        incidents: as the snapshot shows them.
        carried: what goes along.
    """
    readings = {one.id: one for one in carried.readings}
    made = made_ids(carried.decisions)
    shown = [readings.pop(one.id, one) for one in incidents if one.id not in made]
    return [*shown, *readings.values()]


class Plan(Record, frozen=True, kw_only=True):
    """What keeping a snapshot would change here."""

    new: tuple[tuple[Report, tuple[Incident, ...], str], ...] = ()
    """Reports that are not here, their readings and who read them."""
    more: tuple[tuple[Report, tuple[Incident, ...], str], ...] = ()
    """Reports of which only a snapshot's part was known, with what both know."""
    stayed: tuple[Report, ...] = ()
    """Reports that were read here: their own text and reading stay."""
    restored: tuple[str, ...] = ()
    """Ids of the reports that were removed here and are shown again."""
    added: tuple[Decision, ...] = ()
    left_out: tuple[Decision, ...] = ()
    """Decisions that differ from one made here on the same words."""


def foresee(
    store: Store, incidents: Sequence[Incident], reports: Sequence[Report], carried: Carried
) -> Plan:
    """Say what keeping a snapshot would change; nothing is changed yet.

    Raises:
        SnapshotError: an incident has the id of another report's incident here, and would
            stand in its place.
    """
    read = {one.id: one for one in as_read(incidents, carried)}
    # Also of removed reports: opening a snapshot of one shows it again, with all that was read.
    here = store.incidents(removed=True)
    for one in here:
        if one.id in read and read[one.id].report_id != one.report_id:
            raise SnapshotError(
                "Its incident {id!r} has the id of another report's incident here. Ask "
                "its sender how it was made.",
                id=one.id[:40],
            )
    new, more, stayed, restored = [], [], [], []
    for report in reports:
        own = {one.id: one for one in read.values() if one.report_id == report.id}
        kept = store.kept(report.id)
        if kept is None or kept.report is None:
            new.append((report, _in_order(own.values()), ENGINE))
        elif kept.engine == ENGINE and kept.report.text == report.text:
            both = own | {one.id: one for one in here if one.report_id == report.id}
            more.append((kept.report, _in_order(both.values()), ENGINE))
        else:
            stayed.append(report)
        restored += [report.id] if kept is not None and kept.removed else []
    known = {report.id for report in reports}
    brought = [one for one in carried.decisions if one.report_id in known]
    added, left_out = newcomers(store.decisions(), brought)
    return Plan(
        new=tuple(new),
        more=tuple(more),
        stayed=tuple(stayed),
        restored=tuple(restored),
        added=tuple(added),
        left_out=tuple(left_out),
    )


def take_in(
    store: Store, incidents: Sequence[Incident], reports: Sequence[Report], carried: Carried
) -> Taken:
    """Keep a snapshot's reports, readings and decisions, all or nothing.

    What is here stays: of a report that was read here neither text nor reading changes.
    """
    plan = foresee(store, incidents, reports, carried)
    store.put_all([*plan.new, *plan.more], plan.added, plan.restored)
    return Taken(stayed=len(plan.stayed), decisions=len(plan.added), left_out=len(plan.left_out))


def _in_order(incidents: Iterable[Incident]) -> tuple[Incident, ...]:
    return tuple(sorted(incidents, key=lambda one: (one.evidence, one.id)))
