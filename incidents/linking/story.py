"""What has been read of a document so far, and what became of each mention of its text."""

from dataclasses import dataclass, field

from incidents.discourse import Marks
from incidents.events.mention import EventMention
from incidents.events.sentence import Sentence
from incidents.linking.cluster import Cluster
from incidents.mentions import PlaceMention
from incidents.records import Actor, DateValue, Record, Span
from incidents.text import Document


class Decision(Record, frozen=True, kw_only=True):
    """What became of one mention of text, and why."""

    span: Span
    """In the clean text."""
    verdict: str
    """"new incident", "same incident", "part of an incident" or "no incident"."""
    why: str
    incident: int | None = None
    """Place of the incident among those that are kept, from 0; None for "no incident"."""


@dataclass
class Story:
    """What has been read of a document so far."""

    doc: Document
    marks: Marks
    period: DateValue | None
    published: DateValue | None
    general: bool = False
    """Whether what is told in general is kept too."""
    clusters: list[Cluster] = field(default_factory=list)
    accusations: dict[str, Actor] = field(default_factory=dict)
    """Actor id to whom the report accuses in general, with spans in the clean text."""
    decisions: list[Decision] = field(default_factory=list)
    heading_date: DateValue | None = None
    heading_place: PlaceMention | None = None
    line_place: tuple[int, PlaceMention | None] = (-1, None)
    """A block that begins with a place's name alone, and that place: "Dola. On Monday ..."."""
    issued: DateValue | None = None
    """The day of the dateline, where the report was published later: an older dispatch's."""
    opening: Sentence | None = None
    """The last sentence that told of no event and of a day: "On 3 June, villagers gathered"."""
    section: int = 0
    """Number of headings read so far."""
    heading: str = ""
    """The words of the last of them."""
    whole: Cluster | None = None
    """The last incident that was told for a list of places."""
    past: EventMention | None = None
    """The last mention that was left out as the report's past."""

    def decide(
        self, event: EventMention, verdict: str, why: str, cluster: Cluster | None = None
    ) -> None:
        """Note what became of a mention."""
        number = cluster.number if cluster else None
        self.decisions.append(Decision(span=event.span, verdict=verdict, why=why, incident=number))
