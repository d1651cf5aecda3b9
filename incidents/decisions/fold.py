"""What is shown = what was read + the log, by `fold` alone: pure, and the same at every replay."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from incidents.anchors import Anchor, targets
from incidents.decisions.actions import (
    Accept,
    AcceptToll,
    Add,
    Decision,
    Join,
    SetWhole,
    Split,
    TakeApart,
    TakeBack,
)
from incidents.decisions.changing import changed
from incidents.decisions.finishing import finished
from incidents.decisions.folded import Folded, Orphan
from incidents.decisions.joining import Groups
from incidents.decisions.log import standing_ids, touched
from incidents.decisions.making import added, made_ids, parts_of
from incidents.decisions.status import OTHER_TOLL, Verdict, holds, verdict_of
from incidents.records import Incident, to_json
from incidents.tongue import N_, later


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
    log = list(log)
    standing = standing_ids(log)
    state = State(incidents, texts)
    for decision in log:
        if decision.id in standing and not isinstance(decision.action, TakeBack):
            state.take(decision)
    return finished(state, log, standing)


class State:
    """What the log has made of the readings so far."""

    def __init__(self, incidents: Sequence[Incident], texts: Mapping[str, str]) -> None:
        """Begin with the readings."""
        self.texts = texts
        self.order = [one.id for one in incidents]
        """Ids of what stands there, in the order in which it shows."""
        self.base = {one.id: one for one in incidents}
        """As they were read or made, also those that were split."""
        self.about: dict[str, list[Decision]] = defaultdict(list)
        self.log: list[tuple[str, Decision]] = []
        """Decisions about one incident each, in their order, with its id."""
        self.verdicts: dict[str, Verdict] = {}
        self.groups = Groups()
        self.split: dict[str, str] = {}
        """By the id of one that was split, that of its first part."""
        self.made: set[str] = set()
        self.lost: set[str] = set()
        """Ids of what would be made, if what it is made of were still read."""
        self.orphans: list[Orphan] = []
        self._read: dict[str, list[Incident]] = defaultdict(list)
        for one in incidents:
            self._read[one.report_id].append(one)
        self._found: dict[tuple[str, bytes], list[str]] = {}

    def take(self, decision: Decision) -> None:
        """Put the next decision in force; one on a report that is not here waits."""
        match decision.action:
            case Join() | TakeApart() as action:
                self._together(decision, action)
            case _ if decision.report_id not in self.texts:
                pass
            case Add() as action:
                self._add(decision, action)
            case Split() as action:
                self._split(decision, action)
            case _:
                self._decide(decision)

    def ids(self, report_id: str, anchor: Anchor) -> list[str]:
        """Return the ids of what an anchor holds."""
        if anchor.made:
            return [anchor.made] if anchor.made in self.base else []
        if anchor.evidence is None:
            own = [self.base[key] for key in self.order if self.base[key].report_id == report_id]
            return [one.id for one in targets(anchor, "", own)]
        key = report_id, to_json(anchor)
        if key not in self._found:
            found = targets(anchor, self.texts[report_id], self._read[report_id])
            self._found[key] = [one.id for one in found]
        return self._found[key]

    def now(self, incident_id: str) -> Incident:
        """Return an incident with what was decided about it so far."""
        one = self.base[incident_id]
        made = self.about.get(incident_id)
        return changed(one, made, self.texts[one.report_id]) if made else one

    def _decide(self, decision: Decision) -> None:
        found = self._whole(decision.report_id, decision.anchor)
        seen = isinstance(decision.action, Accept | AcceptToll)
        held = [key for key in found if not seen or holds(decision, self.now(key))]
        for key in held:
            # What it stands on matters to few kinds, and takes long to work out for many.
            verdict = verdict_of(decision, self.now(key) if seen else self.base[key])
            if verdict is not None:
                self.verdicts[key] = verdict
            self.about[key].append(decision)
            self.log.append((key, decision))
        if not held:
            self._orphan(decision, OTHER_TOLL if found else "")

    def _whole(self, report_id: str, anchor: Anchor) -> list[str]:
        """Return the ids of what an anchor holds and was not split so far."""
        return [key for key in self.ids(report_id, anchor) if key not in self.split]

    def _add(self, decision: Decision, action: Add) -> None:
        made, why = added(decision, action, self.texts[decision.report_id])
        if made is None:
            self._orphan(decision, why)
            return
        if made.id not in self.base:
            self.base[made.id] = made
            self.order.insert(self._place_of(made), made.id)
            self.made.add(made.id)
        self.about[made.id].append(decision)

    def _place_of(self, made: Incident) -> int:
        """Return where in the order an added incident stands: after what is told before it."""
        own = [(n, self.base[key]) for n, key in enumerate(self.order)]
        own = [(n, one) for n, one in own if one.report_id == made.report_id]
        before = [n for n, one in own if one.evidence[:1] <= made.evidence[:1]]
        if before:
            return before[-1] + 1
        return own[0][0] if own else len(self.order)

    def _split(self, decision: Decision, action: Split) -> None:
        for key in self._whole(decision.report_id, decision.anchor):
            parts = parts_of(decision, action, self.now(key), self.texts[decision.report_id])
            at = self.order.index(key)
            self.order[at : at + 1] = [one.id for one in parts]
            self.base.update((one.id, one) for one in parts)
            self.made.update(one.id for one in parts)
            self.split[key] = parts[0].id
            # Whose part the whole was by the analyst's word, the parts are.
            said = [one for of, one in self.log if of == key and isinstance(one.action, SetWhole)]
            self.log += [(part.id, one) for one in said for part in parts]
            for one in (key, *(one.id for one in parts)):
                self.about[one].append(decision)
            return
        self._orphan(decision)

    def _together(self, decision: Decision, action: Join | TakeApart) -> None:
        told = list(touched(decision))
        ids = [self._ids_or_place(report_id, anchor) for report_id, anchor in told]
        found = list(dict.fromkeys(one for some in ids for one in some))
        for key in found:
            if key in self.base:
                self.about[key].append(decision)
        if len(found) > 1:
            (self.groups.join if isinstance(action, Join) else self.groups.take_apart)(found)
        elif all(report_id in self.texts for report_id, _anchor in told):
            self._orphan(decision)

    def _ids_or_place(self, report_id: str, anchor: Anchor) -> list[str]:
        """Keep the place of one whose report is not here: it holds the others together."""
        if report_id in self.texts:
            return self._whole(report_id, anchor)
        return [f"{report_id} {to_json(anchor).decode()}"]

    def _orphan(self, decision: Decision, why: str = "") -> None:
        told = list(touched(decision))
        if any(self.split.keys() & self.ids(*one) for one in told if one[0] in self.texts):
            why = N_("The incident was split meanwhile.")
        # What was added or split off comes and goes with the decision that made it.
        waits = decision.anchor.made and decision.anchor.made not in self.lost
        if why or not waits:
            self.orphans.append(Orphan(decision=decision, why=why or _why(decision)))
            self.lost |= made_ids([decision])


def _why(decision: Decision) -> str:
    words = decision.anchor.evidence[:1] if decision.anchor.evidence else ()
    told = words[0].exact if words else decision.anchor.place and decision.anchor.place.exact
    if isinstance(decision.action, Join | TakeApart):
        return N_("Fewer than two of the incidents that it is about are read now.")
    if not told:
        return N_("The words that it was made on were not kept.")
    return later(
        "No incident is read any more from these words: “{words}”.", words=" ".join(told.split())
    )
