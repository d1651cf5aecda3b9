"""What analysts decided, carried apart from the incidents in a snapshot, and taken in again.

`incidents.json` shows incidents as they were decided, for whoever reads it. A store keeps
readings, so that what was read goes along, or opening a snapshot would make the decisions
part of the reading and nobody could take them back.
"""

from collections.abc import Sequence

from incidents.decisions import Decision, in_force, newcomers
from incidents.records import Incident, Record
from incidents.report import Report
from incidents.store import Contents, Store
from incidents.totals import plural

DECISIONS = "decisions.json"
ENGINE = "snapshot"
"""Stands for the version of rules of a report of which only a snapshot's part is known."""


class Carried(Record, frozen=True, kw_only=True):
    """The contents of `decisions.json`."""

    decisions: tuple[Decision, ...] = ()
    """Those in force on the reports in view."""
    readings: tuple[Incident, ...] = ()
    """The incidents in view that they changed, as they were read."""


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
                f"{plural(self.stayed, 'report')} had been read here before, and that reading stays"
            )
        if self.decisions:
            parts.append(f"{plural(self.decisions, 'correction')} came with it")
        if self.left_out:
            parts.append(
                f"{plural(self.left_out, 'correction')} left out, because you decided otherwise"
            )
        return "".join(f"; {part}" for part in parts)


def carried_of(incidents: Sequence[Incident], contents: Contents) -> Carried:
    """Return what has to go along with the incidents in view.

    Args:
        incidents: as they are shown.
        contents: the store's.
    """
    used = {one.report_id for one in incidents}
    shown = {one.id: one for one in incidents}
    return Carried(
        decisions=tuple(one for one in in_force(contents.decisions) if one.report_id in used),
        readings=tuple(one for one in contents.incidents if shown.get(one.id, one) != one),
    )


def take_in(
    store: Store, incidents: Sequence[Incident], reports: Sequence[Report], carried: Carried
) -> Taken:
    """Keep a snapshot's reports, readings and decisions, all or nothing.

    What is here stays: of a report that was read here neither text nor reading changes.
    """
    read = {one.id: one for one in incidents} | {one.id: one for one in carried.readings}
    new, restored, stayed = [], [], 0
    for report in reports:
        own = [one for one in read.values() if one.report_id == report.id]
        kept = store.kept(report.id)
        if kept is None or kept.report is None:
            new.append((report, _in_order(own), ENGINE))
        elif kept.engine == ENGINE and kept.report.text == report.text:
            here = {one.id: one for one in store.incidents(report.id)}
            merged = {one.id: one for one in own} | here
            new.append((kept.report, _in_order(list(merged.values())), ENGINE))
        else:
            stayed += 1
            restored += [report.id] if kept.removed else []
    known = {report.id for report in reports}
    brought = [one for one in carried.decisions if one.report_id in known]
    added, left_out = newcomers(store.decisions(), brought)
    store.put_all(new, added, restored)
    return Taken(stayed=stayed, decisions=len(added), left_out=len(left_out))


def _in_order(incidents: Sequence[Incident]) -> list[Incident]:
    return sorted(incidents, key=lambda one: (one.evidence, one.id))
