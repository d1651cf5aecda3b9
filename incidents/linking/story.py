"""What has been read of a document so far, and what became of each mention of its text."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
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
    """The incidents that are kept, as they are now, by their numbers."""
    begun: dict[int, Cluster] = field(default_factory=dict)
    """All that were begun, by number: also those since joined with others or left out."""
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
    whole: int | None = None
    """Number of the last incident that was told for a list of places."""
    past: EventMention | None = None
    """The last mention that was left out as the report's past."""

    def put(self, cluster: Cluster) -> None:
        """Keep an incident: a new one, or what has become of one that is kept."""
        place = bisect_left(self.clusters, cluster.number, key=lambda one: one.number)
        held = self.clusters[place : place + 1]
        if held and held[0].number == cluster.number:
            self.clusters[place] = cluster
        elif cluster.number not in self.begun:
            self.clusters.insert(place, cluster)
        self.begun[cluster.number] = cluster

    def keep(self, clusters: Iterable[Cluster]) -> None:
        """Keep these incidents alone."""
        self.clusters = sorted(clusters, key=lambda one: one.number)

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
