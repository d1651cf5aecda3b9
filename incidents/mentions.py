"""What the finders find, before anybody knows which incident it belongs to.

Spans index the *clean* text of a `Document`; `record.write` maps them back to the text as given.
"""

from typing import Literal

from incidents.records import (
    ActorKind,
    CountKey,
    DateValue,
    Place,
    Record,
    SourceKind,
    Span,
    Status,
)


class DateMention(Record, frozen=True, kw_only=True):
    """Words that say when."""

    span: Span
    text: str
    value: DateValue
    """Resolved interval; its own `span` is this mention's."""
    use: Literal["event", "period", "heading", "dateline", "quoted", "background"] = "event"
    """`period`: "incidents from December through March", said of a report as a whole.
    `heading`: dates what stands below it. `background`: "the 2021 coup", "last year's coup".
    `quoted`: when the mail that is quoted below was sent; its "yesterday" counts from then."""
    rule: str = ""


class CountMention(Record, frozen=True, kw_only=True):
    """A number of people (or of what is no casualty, with `of` saying so)."""

    span: Span
    """Number with its bound and noun: "at least 13 civilians"."""
    text: str
    low: int
    best: int | None
    high: int | None
    noun: str
    """Head noun, lower case: "civilians", "children", "homes"; "" where it stands alone."""
    people: Literal["person", "child", "woman", "man", "combatant", "thing"]
    """What is counted. `thing`: homes, motorcycles, strikes; never a casualty."""
    civilian: bool | None = None
    """Whether the noun makes them civilians; None where it says nothing."""
    including: bool = False
    """Part of the count before it: "21 people, including three women and five children"."""
    replaces: bool = False
    """A running toll: "bringing the toll to 34"."""
    total: bool = False
    """Sums what may be told apart elsewhere: "a total of 34", "34 in all"."""
    key: CountKey | None = None
    """Where the number's own words settle it ("the death toll", "25 wounded"); else None."""
    kind: str = ""
    """How the number is put, as the rules of counts name it: "number", "vague", "aged", "same"."""
    verb: Span | None = None
    """Of those counted by their names, or by a pronoun: what was done to them."""
    rule: str = ""


ActorUse = Literal[
    "",
    "affiliation",  # a wider body that a group is said to belong to
    "backer",  # who backs those in the same words: "Turkish-backed rebels"
    "community",  # a people, some of whom may bear arms: "Dogon hunters"
]


class ActorMention(Record, frozen=True, kw_only=True):
    """Words that name or describe who took part."""

    span: Span
    text: str
    actor_id: str
    """Stable id; "unidentified:gunmen" and the like where the words name nobody."""
    name: str
    """Canonical name."""
    kind: ActorKind
    country: str | None = None
    """ISO 3166-1 alpha-2 that the actor belongs to, where it has one."""
    named: bool = True
    """False for "gunmen", "the attackers", "they"."""
    guessed: bool = False
    """Whether its country is the one spoken of around it, and none that its own words give."""
    refers_to: Span | None = None
    """The earlier mention that a pronoun or "the group" stands for."""
    community: str | None = None
    """The community or village whose people they are, who may take up arms; or None."""
    use: ActorUse = ""
    """What its words do beside naming it."""
    rule: str = ""


class EventCue(Record, frozen=True, kw_only=True):
    """Words that say that something was done."""

    span: Span
    text: str
    event_type: str
    sub_event_type: str
    voice: Literal["active", "passive", "nominal"]
    """"killed" / "was killed" / "a raid"."""
    outcome: CountKey | None = None
    """What a number beside the cue counts: "killed 13" counts killed."""
    means: str | None = None
    setting: str | None = None
    count_span: Span | None = None
    """Number of events where the cue has one: "two" in "two drone strikes"."""
    count: int = 1
    frame: str = ""
    """Family of the words, of `data/conventions/acled_types.toml`: "attack", "kill", "air"."""
    article: Literal["the", "a", "another", "one of", "number", "bare"] = "bare"
    """How a noun is introduced: "the raid" has been told of, "another raid" is a new one."""
    plural: bool = False
    """Whether a noun stands in the plural: "raids"."""
    weight: float = 1.0
    """How sure the words alone make it, 0 to 1; a bare "attack" is weaker than "drone strike"."""
    barred: str | None = None
    """Why it is no incident of this report: "hypothetical", "threat", "background", "denied",
    "sport", "headline", ...; None where it is one."""
    rule: str = ""


class SourceMention(Record, frozen=True, kw_only=True):
    """Who says so, and how."""

    span: Span
    text: str
    name: str
    kind: SourceKind
    status: Status
    """How the words put it: "reported", "accused" gives alleged, "claimed responsibility"..."""
    scope: Span
    """What it vouches for: usually the sentence, or the quotation."""
    rule: str = ""


PlaceHint = Literal[
    "country",  # "Mali", or a demonym used for the country
    "region",  # "the Segou region", "Mopti Region", "région de Mopti": first level
    "district",  # "cercle of Bankass", "Ansongo district", "province du Soum": second level
    "town",  # "the town of Gao"
    "village",  # "the village of Solhan"
    "river",
    "vague",  # "northern Mali", "the tri-border area", "the Lake Chad basin"
    "near",  # "near X", "outside X", "20 km east of X"
    "between",  # "between X and Y", "on the road from X to Y", "along the X-Y border"
    "sea",
    "unnamed",  # "a village", "un marché": a place the words do not name
    "plain",  # a bare name: "in Ansongo"
]


PlaceShape = Literal[
    "",
    "list",  # one of a row: "the villages of Boro, Tana and Koro"
    "site",  # something that stands there: "Kobi airport"
    "building",  # a house or street of a town: "a market in Kobi"
    "offset",  # a distance before the name: "20 km east of Ansongo"
    "beside",  # named by what it is near to, in the words behind it
    "border",  # of two countries, or of a place with one
    "speaker",  # a capital that speaks: "Moscow said"
    "label",  # heads a line or what stands below it: "Borno: ..."
    "demonym",  # an adjective: "Malian"
    "people",  # a country's people: "Malians"
    "organisation",  # part of an organisation's name
]


class PlaceMention(Record, frozen=True, kw_only=True):
    """Words that say where, and where that is once `geo` was asked."""

    text: str
    span: Span
    """The whole phrase that limits the place: "20 km east of Ansongo", "the Segou region"."""
    names: tuple[Span, ...] = ()
    """Spans of the proper names inside it, in text order; empty for `unnamed`."""
    hint: PlaceHint = "plain"
    locative: bool = True
    """False where the words are no place of an event: demonyms, datelines, "flew to"."""
    within: tuple[Span, ...] = ()
    """Names that contain it by the words: "Dori, in the Sahel region" gives the region's."""
    held: tuple[str, ...] = ()
    """The words of `within`, in lower case."""
    quarter: bool = False
    """Whether its words say that it is a part of a town: "Barangay Kobi", "Bako road"."""
    shape: PlaceShape = ""
    """How it is put, where that decides more than its hint does."""
    site: Place | None = None
    """Where it is, once a gazetteer was asked (`grounding`); its spans are in the raw text."""
    rule: str = ""
