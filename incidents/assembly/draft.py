"""An incident in the making: the pieces of text that tell of it, and what they give it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from incidents.assembly.families import ARMED
from incidents.assembly.pieces import Piece
from incidents.assembly.reading import Reading
from incidents.claims import CountMention, DateMention, EventCue
from incidents.mentions import PlaceMention
from incidents.records import CountKey, DateValue, PlaceBasis


@dataclass
class Telling:
    """What one piece of text says of its event, read once."""

    piece: Piece
    date: DateMention | None
    """Its own date; None where the words give none."""
    place: PlaceMention | None
    """Its own place; None where the words give none."""
    readings: list[Reading]
    """Its numbers of people, with what they count."""
    tolls: dict[CountKey, CountMention]
    """The same, put together by what they count."""
    section: int = 0
    """Number of headings before it."""
    under: PlaceMention | None = None
    """The place in the heading above it."""
    heading: str = ""
    """The words of that heading."""
    events: int = 1
    """Number of events that its objects count: "attacked two villages"."""
    losses: str = ""
    """How it is an item of a toll list: by the "side" that it names, by its "list", or ""."""
    rival: bool = False
    """Whether it is another source's version of what was told before."""

    def counted(self) -> list[CountMention]:
        """List the numbers that went into the tolls: "a group of gunmen" who killed did not."""
        tolls = [toll.span for toll in self.tolls.values()]
        counts = [reading.count for reading in self.readings]
        return [count for count in counts if any(count.span.overlaps(toll) for toll in tolls)]


@dataclass(eq=False)
class Draft:
    """One incident in the making."""

    number: int
    """Among all that were begun, from 0."""
    tellings: list[Telling]
    date: DateValue | None = None
    date_rule: str = ""
    place: PlaceMention | None = None
    place_basis: PlaceBasis = "stated"
    tolls: dict[CountKey, CountMention] = field(default_factory=dict)
    home: str = ""
    """The heading of the report that names its place, where there is one."""
    opens: bool = False
    """Whether it is the first that its section tells."""
    parent: "Draft | None" = None
    """The incident whose casualties already count this one's."""
    children: "list[Draft]" = field(default_factory=list)
    """The incidents that it counts already."""
    like: "Draft | None" = None
    """The incident that this one is told to be such a one as: "another strike"."""
    frames: frozenset[str] = frozenset()
    """Families of its cues."""
    named: frozenset[str] = frozenset()
    """Ids of the armed actors with a name in its pieces."""
    count: int = 1
    """Number of events that the text puts together here."""
    several: bool = False
    """Whether a noun tells of it in the plural."""
    notes: list[str] = field(default_factory=list)
    """Why it was begun, joined or made a part, for the reader of rules."""

    def __post_init__(self) -> None:
        """Take up what the first pieces tell."""
        for telling in self.tellings:
            self._learn(telling)

    @property
    def first(self) -> Piece:
        """The piece that told of it first."""
        return self.tellings[0].piece

    @property
    def last(self) -> Piece:
        """The piece that told of it last."""
        return self.tellings[-1].piece

    def cues(self) -> Iterator[EventCue]:
        """Go through its cues in text order."""
        for telling in self.tellings:
            yield from telling.piece.cues

    def add(self, telling: Telling) -> None:
        """Let another piece of text tell of it."""
        self.tellings.append(telling)
        self._learn(telling)

    def _learn(self, telling: Telling) -> None:
        self.frames |= telling.piece.frames
        self.count = max(self.count, telling.events, *(cue.count for cue in telling.piece.cues))
        self.several = self.several or any(cue.plural for cue in telling.piece.cues)
        self.named |= {
            actor.actor_id
            for actor in telling.piece.actors()
            if actor.named and actor.kind in ARMED
        }
