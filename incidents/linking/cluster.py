"""An incident in the making: the mentions of text that tell of it, and what they give it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from incidents.accounts.account import Account
from incidents.events.families import ARMED
from incidents.events.mention import EventMention
from incidents.mentions import CountMention, EventCue, PlaceMention
from incidents.records import CountKey, DateValue, Place, PlaceBasis


@dataclass(eq=False)
class Cluster:
    """One incident in the making."""

    number: int
    """Among all that were begun, from 0."""
    accounts: list[Account]
    date: DateValue | None = None
    date_rule: str = ""
    place: PlaceMention | None = None
    place_basis: PlaceBasis = "stated"
    tolls: dict[CountKey, CountMention] = field(default_factory=dict)
    home: str = ""
    """The heading of the report that names its place, where there is one."""
    opens: bool = False
    """Whether it is the first that its section tells."""
    parent: "Cluster | None" = None
    """The incident whose casualties already count this one's."""
    children: "list[Cluster]" = field(default_factory=list)
    """The incidents that it counts already."""
    like: "Cluster | None" = None
    """The incident that this one is told to be such a one as: "another strike"."""
    frames: frozenset[str] = frozenset()
    """Families of its cues."""
    named: frozenset[str] = frozenset()
    """Ids of the armed actors with a name in its mentions."""
    count: int = 1
    """Number of events that the text puts together here."""
    several: bool = False
    """Whether a noun tells of it in the plural."""

    def __post_init__(self) -> None:
        """Take up what the first mentions tell."""
        for account in self.accounts:
            self._learn(account)

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

    def add(self, account: Account) -> None:
        """Let another mention of text tell of it."""
        self.accounts.append(account)
        self._learn(account)

    def _learn(self, account: Account) -> None:
        self.frames |= account.event.frames
        self.count = max(self.count, account.events, *(cue.count for cue in account.event.cues))
        self.several = self.several or any(cue.plural for cue in account.event.cues)
        self.named |= {
            actor.actor_id
            for actor in account.event.actors()
            if actor.named and actor.kind in ARMED
        }
