"""What has been read of a document so far, and what became of each mention of its text."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from incidents.accounts.read import Above
from incidents.discourse import Marks
from incidents.events.mention import EventMention
from incidents.events.sentence import Sentence
from incidents.linking.cluster import Cluster
from incidents.linking.relation import Evidence, Link, Relation
from incidents.mentions import DateMention, PlaceMention
from incidents.records import Actor, DateValue
from incidents.text import Document


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
    links: list[Link] = field(default_factory=list)
    heading_date: DateValue | None = None
    line_place: tuple[int, PlaceMention | None] = (-1, None)
    """A block that begins with a place's name alone, and that place: "Dola. On Monday ..."."""
    issued: DateValue | None = None
    """The day of the dateline, where the report was published later: an older dispatch's."""
    quoted: tuple[DateMention, ...] = ()
    """When the mails that the report quotes were sent, in text order."""
    opening: Sentence | None = None
    """The last sentence that told of no event and of a day: "On 3 June, villagers gathered"."""
    scene: Sentence | None = None
    """The last sentence that told of no event but of what armed people did, and where or when."""
    above: Above = field(default_factory=Above)
    """The headings read so far."""
    whole: Cluster | None = None
    """The last incident that was told for a list of places."""
    past: EventMention | None = None
    """The last mention that was left out as the report's past."""

    def link(
        self,
        event: EventMention,
        relation: Relation,
        evidence: Sequence[Evidence],
        cluster: Cluster | None = None,
    ) -> None:
        """Note what became of a mention."""
        number = cluster.number if cluster else None
        self.links.append(
            Link(span=event.span, relation=relation, evidence=tuple(evidence), incident=number)
        )

    def leave(self, event: EventMention, relation: Relation, why: str) -> None:
        """Note why no incident is made of a mention."""
        self.link(event, relation, [Evidence(why)])
