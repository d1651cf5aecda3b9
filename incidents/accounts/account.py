"""What one mention of an event says of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from incidents.accounts.number import Reading
from incidents.events.mention import EventMention
from incidents.mentions import CountMention, DateMention, PlaceMention
from incidents.records import CountKey, Place


@dataclass(frozen=True, eq=False)
class Account:
    """What one mention of text says of its event, read once."""

    event: EventMention
    date: DateMention | None
    """Its own date; None where the words give none."""
    place: PlaceMention | None
    """Its own place; None where the words give none."""
    readings: tuple[Reading, ...]
    """Its numbers of people, with what they count."""
    tolls: Mapping[CountKey, CountMention]
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

    @property
    def site(self) -> Place | None:
        """Where its own place is; None where it has none, or nobody knows."""
        return self.place.site if self.place else None

    def counted(self) -> list[CountMention]:
        """List the numbers that went into the tolls: "a group of gunmen" who killed did not."""
        tolls = [toll.span for toll in self.tolls.values()]
        counts = [reading.count for reading in self.readings]
        return [count for count in counts if any(count.span.overlaps(toll) for toll in tolls)]
