"""The incident record: the contract between the parts, and with the world outside.

Field names and vocabularies are the field's own: ACLED's event types and sub-event
types (codebook 2023), UCDP GED's `where_prec` codes, EDTF (ISO 8601-2) for dates,
ISO 3166 for countries. `docs/record.md` is the same record in prose.
"""

import datetime as dt
from typing import Literal, NamedTuple

import msgspec


class Span(NamedTuple):
    """`[start, end)` in Unicode code points of the report's text as it was given."""

    start: int
    """First code point, from 0."""
    end: int
    """One past the last code point; `text[start:end]` is what a reader sees."""

    def of(self, text: str) -> str:
        """Return the words this span marks in `text`."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


EventType = Literal[
    "Battles",
    "Explosions/Remote violence",
    "Violence against civilians",
    "Protests",
    "Riots",
    "Strategic developments",
]
DatePrecision = Literal["day", "week", "month", "season", "year", "range"]
DateBasis = Literal["stated", "relative", "inherited", "report_period", "publication"]
PlaceKind = Literal["point", "area", "none"]
PlaceBasis = Literal["stated", "inherited", "publication"]
ActorKind = Literal[
    "state forces",
    "rebel group",
    "political militia",
    "identity militia",
    "rioters",
    "protesters",
    "civilians",
    "external forces",
    "unidentified",
]
ActorRole = Literal["perpetrator", "supporter", "target", "victim", "supplier", "opponent"]
ActorBasis = Literal["stated", "inherited"]
SourceKind = Literal["ngo", "un", "media", "government", "armed group", "witness", "other"]
Status = Literal["reported", "alleged", "claimed", "denied", "confirmed"]
CountKey = Literal["killed", "injured", "detained", "abducted", "killed_children", "killed_women"]
COUNT_KEYS: tuple[CountKey, ...] = (
    "killed",
    "injured",
    "detained",
    "abducted",
    "killed_children",
    "killed_women",
)


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What all records share: frozen, keyword-only, JSON by field name."""


class DateValue(Record, frozen=True, kw_only=True):
    """When: an interval, never more precise than the text."""

    edtf: str
    """EDTF level 1, such as `2024-01`, `2023-12/2024-03`, `2024-03~`."""
    earliest: dt.date
    """First day that the words allow, inclusive."""
    latest: dt.date
    """Last day that the words allow, inclusive: "March" ends on the 31st."""
    precision: DatePrecision
    basis: DateBasis
    text: str | None = None
    """The words; None where the publication date alone stands behind the value."""
    span: Span | None = None


class Candidate(Record, frozen=True, kw_only=True):
    """One place that a name may mean."""

    place_id: str
    name: str
    lat_deg: float
    lon_deg: float
    score: float
    """0 to 1, higher is likelier."""


class Place(Record, frozen=True, kw_only=True):
    """Where, at the precision that the words allow."""

    text: str | None = None
    span: Span | None = None
    name: str | None = None
    """Canonical name; None where nothing is known."""
    kind: PlaceKind = "none"
    """`none` is never drawn: only the country, or nothing, is known."""
    lat_deg: float | None = None
    """WGS 84. An area's is its representative point, for sorting and interchange."""
    lon_deg: float | None = None
    radius_km: float | None = None
    """Uncertainty around a point; None for areas and where it is below a kilometre."""
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    admin1: str | None = None
    admin2: str | None = None
    precision: int = 6
    """UCDP where_prec, 1 (exact) to 7 (sea or air)."""
    place_id: str | None = None
    """Stable id from which `geo` rebuilds the geometry, such as `ne:ML-05`."""
    basis: PlaceBasis = "stated"
    candidates: tuple[Candidate, ...] = ()
    why: str = ""
    """One sentence for the analyst: why this place, or why none."""


class Actor(Record, frozen=True, kw_only=True):
    """Who took part, and as what."""

    name: str
    """Canonical name, such as `Military Forces of Mali`."""
    actor_id: str
    kind: ActorKind
    role: ActorRole
    basis: ActorBasis = "stated"
    """`inherited`: the report accuses the actor of such acts, the sentence does not."""
    text: str | None = None
    span: Span | None = None


class Count(Record, frozen=True, kw_only=True):
    """How many people, as bounds. Unknown is an absent key, never 0."""

    low: int
    """At least this many."""
    best: int | None = None
    """The figure given; None where the words give only a bound or a range."""
    high: int | None = None
    """At most this many; None is open upwards."""
    text: str
    span: Span


class Source(Record, frozen=True, kw_only=True):
    """Who says so."""

    name: str
    kind: SourceKind
    text: str | None = None
    span: Span | None = None


class Claim(Record, frozen=True, kw_only=True):
    """One source's own version, where sources compete over one incident."""

    source: str
    """Name of the claiming source."""
    status: Status
    casualties: dict[CountKey, Count] = {}
    actors: tuple[Actor, ...] = ()
    text: str
    span: Span


class Incident(Record, frozen=True, kw_only=True):
    """One row of the map: something done, by someone, to someone, somewhere, some time."""

    id: str
    """Hash of the content that makes it this incident; stable across runs."""
    report_id: str
    part_of: str | None = None
    """Id of the incident whose casualties already count these."""
    event_type: EventType
    sub_event_type: str
    """One of ACLED's twenty-five, spelled as ACLED spells them."""
    count: int = 1
    """Events that the text puts together here ("two drone strikes" is 2); at least 1."""
    date: DateValue | None = None
    """None where nothing can be said."""
    place: Place = Place()
    actors: tuple[Actor, ...] = ()
    casualties: dict[CountKey, Count] = {}
    civilian_targeting: bool = False
    means: str | None = None
    setting: str | None = None
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    """Competing versions, each with its source; empty where nobody disagrees."""
    status: Status = "reported"
    evidence: tuple[Span, ...] = ()
    """Sentences or clauses that carry the incident, in text order."""
    spans: dict[str, Span] = {}
    """Where other fields were read from: `event_type`, `count`, `means`, `setting`, ..."""
    rules: tuple[str, ...] = ()
    confidence: float = 0.5
    """0 to 1; comparable within a report, not a probability."""


def to_json(value: object) -> bytes:
    """Encode records as JSON bytes, the same for the same content."""
    return msgspec.json.encode(value, order="deterministic")
