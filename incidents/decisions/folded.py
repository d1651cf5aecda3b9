"""What the fold gives: the incidents to show, and what was decided about each."""

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from incidents.decisions.actions import Action, Decision
from incidents.records import Incident, Record

ReviewStatus = Literal["unchecked", "accepted", "rejected", "edited", "added", "changed since"]


class Review(Record, frozen=True, kw_only=True):
    """What a person has made of an incident."""

    status: ReviewStatus = "unchecked"
    """`edited`: a person set a field, joined or split it; `changed since`: it was accepted and
    reads otherwise now."""
    checked: bool = False
    """Whether a person said that it is right as it stands, by accepting or adding it, or that it
    is no incident. Setting one field says nothing of the others."""
    who: str = ""
    """The analyst who said so last; "" where nobody gave a name."""
    at: dt.datetime | None = None
    """When, UTC."""
    changed: tuple[str, ...] = ()
    """Names of the facts that read otherwise than when it was accepted."""


UNCHECKED = Review()


class Orphan(Record, frozen=True, kw_only=True):
    """A decision that is not in force: nothing that is read now has its words, or it was split."""

    decision: Decision
    why: str
    """One sentence for the analyst."""


class Rejected(Record, frozen=True, kw_only=True):
    """What a person said is no incident."""

    incident: Incident
    """As it would be shown."""
    decision: Decision
    """Who said so, when and why."""


class Entry(Record, frozen=True, kw_only=True):
    """One line of an incident's history."""

    decision: Decision
    in_force: bool
    """False where it was taken back."""


class Folded(Record, frozen=True, kw_only=True):
    """Readings with the decisions put in force."""

    incidents: tuple[Incident, ...] = ()
    """In the order in which they were given; added ones where their words stand."""
    decisions: Mapping[str, tuple[Decision, ...]] = {}
    """By incident id: those that are about it and not taken back, the earliest first."""
    accepted: frozenset[str] = frozenset()
    """Ids of the incidents whose toll an analyst accepted, set, or checked with the rest."""
    orphans: tuple[Orphan, ...] = ()
    reviews: Mapping[str, Review] = {}
    """By incident id; those of whom nobody said anything are left out: see `review`."""
    rejected: tuple[Rejected, ...] = ()
    """Beside `incidents`, in text order."""
    joined: Mapping[str, tuple[Incident, ...]] = {}
    """By the id of an event that shows: the other incidents of it, each of its own report."""
    apart: frozenset[frozenset[str]] = frozenset()
    """Pairs of incident ids of which a person said that they are not the same event."""
    made: frozenset[str] = frozenset()
    """Ids of the incidents that a person added, or made by splitting one."""
    own: Mapping[str, Incident] = {}
    """By id, what an incident says itself, where that is not what is shown of it: of an event
    joined of several, say."""
    versions: tuple[Incident, ...] = ()
    """The incidents with those of an event apart, each as its own report tells it."""
    history: Mapping[str, tuple[Entry, ...]] = {}
    """By incident id: all that was ever decided about it, the earliest first."""

    def told(self, event: Incident) -> tuple[Incident, ...]:
        """Return what each report says of an event, the one first that shows it."""
        return self.own.get(event.id, event), *self.joined.get(event.id, ())

    def standing(
        self, incident_id: str, kind: type[Action] | tuple[type[Action], ...]
    ) -> tuple[Decision, ...]:
        """Return the decisions of a kind about an incident, none taken back, the earliest first."""
        made = self.decisions.get(incident_id, ())
        return tuple(one for one in made if isinstance(one.action, kind))

    def review(self, incident_id: str) -> Review:
        """Return what a person has made of an incident."""
        return self.reviews.get(incident_id, UNCHECKED)
