"""Decisions made on what is shown: bound to its words, checked, and ready for the log."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from incidents.anchors import Anchor, anchor_incident, anchor_place, targets
from incidents.decisions.actions import (
    Accept,
    Action,
    Add,
    Decision,
    Edit,
    Join,
    Member,
    PutPlace,
    SetWhole,
    TakeApart,
)
from incidents.decisions.facts import facts_of
from incidents.decisions.folded import Folded
from incidents.decisions.log import decide, take_back
from incidents.decisions.making import anchor_added, id_of
from incidents.decisions.valid import LONGEST_NOTE, must_be_valid
from incidents.errors import DecisionError
from incidents.records import EventType, Incident, Span
from incidents.soundness import faults


class Decider:
    """Makes the entries of one step: by one person, at one moment."""

    def __init__(
        self,
        read: Sequence[Incident],
        folded: Folded,
        texts: Mapping[str, str],
        *,
        who: str = "",
        at: dt.datetime,
    ) -> None:
        """Stand on what is shown.

        Args:
            read: all incidents as they were read.
            folded: the same with the log in force.
            texts: by report id.
            who: the analyst.
            at: when, with its zone.
        """
        self._read = {one.id: one for one in read}
        self._beside: dict[str, list[Incident]] = defaultdict(list)
        for one in read:
            self._beside[one.report_id].append(one)
        self.folded, self.at = folded, at
        self._texts, self._who = texts, who
        self._shown = {one.id: one for one in folded.incidents}
        self._alone = {one.id: one for one in folded.versions}

    def anchor(self, incident: Incident) -> Anchor:
        """Hold on to one incident that is shown, rejected, or joined to one that is.

        Raises:
            DecisionError: its report was removed meanwhile.
        """
        text = self.text(incident.report_id)
        if incident.id in self.folded.made:
            return anchor_added(incident, text)
        beside = self._beside[incident.report_id]
        return anchor_incident(self._read.get(incident.id, incident), text, beside)

    def accept(self, incident: Incident, why: str = "") -> Decision:
        """Say that an incident is right as its own report tells it; `events` does of an event."""
        own = self.folded.own.get(incident.id, incident)
        return self.made(incident, Accept(seen=facts_of(own)), why)

    def made(self, incident: Incident, action: Action, why: str = "") -> Decision:
        """Decide something about an incident.

        Raises:
            DecisionError: no record can hold what is decided.
        """
        return self._entry(incident.report_id, self.anchor(incident), action, why)

    def widely(self, incident: Incident, action: PutPlace, why: str = "") -> list[Decision]:
        """Decide where all incidents of the report at the words of this one's place were."""
        text, words = self.text(incident.report_id), incident.place.text
        beside = [one for one in self.folded.incidents if one.report_id == incident.report_id]
        there = [one for one in beside if one.place.text == words]
        # Those that a person gave the words are not read there: each needs a word of its own.
        read = {one.id for one in self._beside[incident.report_id] if one.place.text == words}
        given = [one for one in there if one.id not in read]
        told = [self.made(one, action, why) for one in given]
        if len(given) == len(there):
            return told
        # What was decided for one alone must not stand in the way of the wider word.
        narrow = [
            made
            for one in there
            if one.id in read
            for made in self.folded.standing(one.id, PutPlace)
            if made.anchor.evidence is not None
        ]
        wide = self._entry(incident.report_id, anchor_place(incident, text), action, why)
        return [*self.backs(narrow), wide, *told]

    def whole(self, incident: Incident, whole: Incident | None, why: str = "") -> Decision:
        """Say which incident of the same report counts an incident's casualties already."""
        if whole is not None and whole.report_id != incident.report_id:
            raise DecisionError(
                "An incident is a part of one of its own report. Join it with one of another."
            )
        anchor = None if whole is None else self.anchor(whole)
        return self.made(incident, SetWhole(whole=anchor), why)

    def add(
        self,
        report_id: str,
        words: Sequence[Span],
        kind: tuple[EventType, str],
        edits: Iterable[Edit] = (),
        why: str = "",
        **fields: Any,
    ) -> list[Decision]:
        """Add an incident that the program missed.

        Args:
            report_id: whose.
            words: that tell of it, as spans of its text.
            kind: its type and its sub-type.
            edits: its other fields; they may carry words of their own.
            why: the reason.
            fields: other fields of the record, such as its place.

        Raises:
            DecisionError: nothing was marked, or what was lies outside the text.
        """
        text = self.text(report_id)
        spans = tuple(sorted(span for span in words if span.of(text).strip()))
        if not spans:
            raise DecisionError("Mark the words that tell of the incident, then add it.")
        bare = Incident(
            id="",
            report_id=report_id,
            event_type=kind[0],
            sub_event_type=kind[1],
            evidence=spans,
            confidence=1.0,
            **fields,
        )
        if wrong := faults(bare, text):
            raise DecisionError("The incident can't be added: {wrong}.", wrong=wrong[0])
        incident = msgspec.structs.replace(bare, id=id_of(bare))
        anchor = anchor_added(incident, text)
        given = [Add(incident=incident), *edits]
        return [self._entry(report_id, anchor, action, why) for action in given]

    def together(
        self, incident: Incident, others: Sequence[Incident], *, same: bool, why: str = ""
    ) -> Decision:
        """Say that incidents are one event, or that they are not.

        Args:
            incident: the one that shows, or showed, the event.
            others: of whatever reports.
            same: whether they are.
            why: the reason.
        """
        members = tuple(
            Member(report_id=one.report_id, anchor=self.anchor(one))
            for one in others
            if one.id != incident.id
        )
        action = Join(others=members) if same else TakeApart(others=members)
        return self.made(incident, action, why)

    def backs(self, decisions: Iterable[Decision]) -> list[Decision]:
        """Take decisions back, as an act that can itself be undone."""
        return [take_back(one, at=self.at, who=self._who, undoing=False) for one in decisions]

    def again(self, decision: Decision, action: Action) -> Decision:
        """Decide on the same words once more, for the same reason."""
        return self._entry(decision.report_id, decision.anchor, action, decision.why)

    def versions(self, event: Incident) -> tuple[Incident, ...]:
        """Return what each report says of an event; of what is none, the incident itself.

        Args:
            event: as it is shown, or shown apart where versions are counted.
        """
        shown, alone = self._shown.get(event.id), self._alone.get(event.id)
        return (event,) if event == alone and event != shown else self.folded.told(event)

    def held(self, report_id: str, anchor: Anchor) -> set[str]:
        """Return the ids of what an anchor holds; none where its report is not here."""
        if anchor.made:
            return {anchor.made}
        text, read = self._texts.get(report_id), self._beside[report_id]
        return set() if text is None else {one.id for one in targets(anchor, text, read)}

    def knows(self, report_id: str) -> bool:
        """Tell whether a report is here."""
        return report_id in self._texts

    def text(self, report_id: str) -> str:
        """Return a report's text.

        Raises:
            DecisionError: the report was removed meanwhile.
        """
        if report_id not in self._texts:
            raise DecisionError(
                "This report was removed meanwhile. Put it back, then decide again."
            )
        return self._texts[report_id]

    def _entry(self, report_id: str, anchor: Anchor, action: Action, why: str) -> Decision:
        must_be_valid(action)
        if len(why) > LONGEST_NOTE:
            raise DecisionError("The reason is {n} characters long; say it in fewer.", n=len(why))
        return decide(report_id, anchor, action, at=self.at, who=self._who, why=why)
