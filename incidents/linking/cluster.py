"""An incident in the making: the mentions of text that tell of it, and what they give it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from incidents.accounts.account import Account
from incidents.events.families import ARMED
from incidents.events.mention import EventMention
from incidents.mentions import CountMention, EventCue, PlaceMention
from incidents.records import CountKey, DateValue, Place, PlaceBasis


@dataclass(frozen=True, eq=False, kw_only=True, slots=True)
class Cluster:
    """One incident in the making: a value, of which `merge` makes another when more is told."""

    number: int
    """Among all that were begun, from 0."""
    accounts: tuple[Account, ...] = ()
    date: DateValue | None = None
    place: PlaceMention | None = None
    place_basis: PlaceBasis = "stated"
    tolls: Mapping[CountKey, CountMention] = field(default_factory=dict)
    home: str = ""
    """The heading of the report that names its place, where there is one."""
    opens: bool = False
    """Whether it is the first that its section tells."""
    parent: int | None = None
    """Number of the incident whose casualties already count this one's."""
    children: tuple[int, ...] = ()
    """Numbers of the incidents that it counts already."""
    like: int | None = None
    """Number of the incident that this one is told to be such a one as: "another strike"."""
    frames: frozenset[str] = frozenset()
    """Families of its cues."""
    named: frozenset[str] = frozenset()
    """Ids of the armed actors with a name in its mentions."""
    count: int = 1
    """Number of events that the text puts together here."""
    several: bool = False
    """Whether a noun tells of it in the plural."""

    @property
    def first(self) -> EventMention:
        """The mention that told of it first."""
        return self.accounts[0].event

    @property
    def last(self) -> EventMention:
        """The mention that told of it last."""
        return self.accounts[-1].event

    @property
    def site(self) -> Place | None:
        """Where its place is, None where that is not known."""
        return self.place.site if self.place else None

    def cues(self) -> Iterator[EventCue]:
        """Go through its cues in text order."""
        for account in self.accounts:
            yield from account.event.cues

    def telling(self, account: Account) -> "Cluster":
        """Give the incident of which a further mention of text tells."""
        event = account.event
        return replace(
            self,
            accounts=(*self.accounts, account),
            frames=self.frames | event.frames,
            count=max(self.count, account.events, *(cue.count for cue in event.cues)),
            several=self.several or any(cue.plural for cue in event.cues),
            named=self.named
            | {actor.actor_id for actor in event.actors() if actor.named and actor.kind in ARMED},
        )
