"""The kinds of decision: everything that an analyst can say of an incident.

Each is a line of the log's JSON, named by its tag. Fields may be added, with a default; none may
change its meaning: databases hold decisions of every version.
"""

import datetime as dt
from collections.abc import Mapping

from msgspec import UNSET, UnsetType

from incidents.anchors import Anchor
from incidents.quotes import Quote
from incidents.records import (
    Actor,
    CountKey,
    DateValue,
    EventType,
    Incident,
    Place,
    Record,
    Source,
    Status,
)


class PutPlace(Record, frozen=True, kw_only=True, tag="place"):
    """Where it was; it outranks the geocoder."""

    place: Place
    words: Quote | UnsetType = UNSET
    """The words that say so, where they were marked; unset elsewhere, so that older entries keep
    their hash."""


class AcceptToll(Record, frozen=True, kw_only=True, tag="toll"):
    """Its toll is right, however high, and is added to the total."""

    killed: int
    """Lower bound as it was read then; a figure read otherwise later is not accepted by it."""


class TakeBack(Record, frozen=True, kw_only=True, tag="undo"):
    """An earlier decision holds no more. Taking this back brings that one into force again."""

    decision: str
    """Id of the decision that is taken back."""
    undoing: bool | UnsetType = UNSET
    """False where taking it back is an act of its own, which can be undone; unset in undoing and
    doing again, and in the entries of earlier versions, which so keep their hash."""


class Accept(Record, frozen=True, kw_only=True, tag="accept"):
    """A person checked it, and it is right as it stood."""

    seen: Mapping[str, str]
    """What stood there, by `facts.facts_of`: what reads otherwise later is checked no more."""


class Reject(Record, frozen=True, kw_only=True, tag="reject"):
    """No incident. It leaves map, counts and exports, and stays listed with who and why."""


class SetType(Record, frozen=True, kw_only=True, tag="set_type"):
    """What was done, in ACLED's words."""

    event_type: EventType
    sub_event_type: str
    """One of the sub-types of `event_type`."""
    words: Quote | None = None
    """The words that say so, where they were marked; so in all that follow."""


class SetDate(Record, frozen=True, kw_only=True, tag="set_date"):
    """When it was."""

    date: DateValue | None
    """Its own words and span are passed over; None where nothing can be said."""
    words: Quote | None = None


class SetCount(Record, frozen=True, kw_only=True, tag="set_count"):
    """How many people were hit in one way."""

    key: CountKey
    low: int | None
    """At least this many; None where the number is not known, which is not 0."""
    best: int | None = None
    high: int | None = None
    """At most this many; None is open upwards."""
    words: Quote | None = None


class SetActors(Record, frozen=True, kw_only=True, tag="set_actors"):
    """Who took part: all of them, in the place of those that were read."""

    actors: tuple[Actor, ...]
    words: Quote | None = None
    """Of the last one, where it was given no span."""


class SetSources(Record, frozen=True, kw_only=True, tag="set_sources"):
    """Who says so: all of them, in the place of those that were read."""

    sources: tuple[Source, ...]
    words: Quote | None = None
    """Of the last one, where it was given no span."""


class SetStatus(Record, frozen=True, kw_only=True, tag="set_status"):
    """How the sources put it."""

    status: Status
    words: Quote | None = None


class SetSetting(Record, frozen=True, kw_only=True, tag="set_setting"):
    """What was hit."""

    setting: str | None
    words: Quote | None = None


class SetMeans(Record, frozen=True, kw_only=True, tag="set_means"):
    """With what it was done."""

    means: str | None
    words: Quote | None = None


class SetCivilians(Record, frozen=True, kw_only=True, tag="set_civilians"):
    """Whether civilians were targeted."""

    civilian_targeting: bool
    words: Quote | None = None


class SetNumber(Record, frozen=True, kw_only=True, tag="set_number"):
    """How many events the text puts together here."""

    count: int
    """At least 1."""
    words: Quote | None = None


class SetWhole(Record, frozen=True, kw_only=True, tag="set_whole"):
    """Which incident of the same report counts its casualties already."""

    whole: Anchor | None
    """None where it stands on its own."""


class Add(Record, frozen=True, kw_only=True, tag="add"):
    """An incident that the program missed."""

    incident: Incident
    """Its `evidence` are the words that were marked; its `id` is `making.id_of` of the rest."""


class Part(Record, frozen=True, kw_only=True):
    """One of the incidents that one is split into: as that one was, but for what is said here."""

    evidence: tuple[Quote, ...]
    """The sentences that tell of it; none where it keeps those of the one that is split."""
    edits: "tuple[Edit, ...]" = ()
    """What is different of it."""


class Split(Record, frozen=True, kw_only=True, tag="split"):
    """It is two or more incidents."""

    parts: tuple[Part, ...]


class Member(Record, frozen=True, kw_only=True):
    """One of the incidents that are, or are not, the same event."""

    report_id: str
    anchor: Anchor


class Join(Record, frozen=True, kw_only=True, tag="join"):
    """The decision's own incident and these are one event; its own is the one that shows."""

    others: tuple[Member, ...]


class TakeApart(Record, frozen=True, kw_only=True, tag="apart"):
    """The decision's own incident and these are not the same event, whatever joined them."""

    others: tuple[Member, ...]


class Note(Record, frozen=True, kw_only=True, tag="note"):
    """What the analyst wants to remember; it changes nothing."""

    text: str


Edit = (
    PutPlace | SetType | SetDate | SetCount | SetActors | SetSources | SetStatus | SetSetting
    | SetMeans | SetCivilians | SetNumber | SetWhole
)  # fmt: skip
"""What sets one field of the record."""
EDITS: tuple[type, ...] = Edit.__args__
Action = (
    PutPlace | AcceptToll | TakeBack | Accept | Reject | SetType | SetDate | SetCount | SetActors
    | SetSources | SetStatus | SetSetting | SetMeans | SetCivilians | SetNumber | SetWhole | Add
    | Split | Join | TakeApart | Note
)  # fmt: skip


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
