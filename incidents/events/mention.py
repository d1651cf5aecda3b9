"""A clause that says that something was done, with all that stands in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from incidents.discourse import Mark
from incidents.events.families import is_outcome
from incidents.events.sentence import Sentence
from incidents.mentions import ActorMention, CountMention, DateMention, EventCue, PlaceMention
from incidents.records import Span


@dataclass(frozen=True)
class EventMention:
    """What one sentence says of one event."""

    sentence: Sentence
    span: Span
    """Its words, in the clean text: the sentence, or the clause where that tells of several."""
    cues: tuple[EventCue, ...]
    marks: tuple[Mark, ...] = ()
    reason: str = ""
    """Why it stands apart from the mention before it; "" for a sentence's first."""
    alone: bool = True
    """Whether it is the only mention of its sentence."""
    village: PlaceMention | None = None
    """Its own place of a list of villages."""
    listed: tuple[int, int] = (0, 0)
    """Which of how many places of a list; (0, 0) where there is none."""
    lead: Span | None = None
    """The first member of its list, whose verb and actors it shares."""
    counted: bool = False
    """Whether the first member of its list counts it already: "35, including 12 in Dola"."""
    tail: Span | None = None
    """Words at the sentence's end that hold for all of its mentions: "in Dola on Sunday"."""

    def counts(self) -> list[CountMention]:
        """List the numbers of people inside the mention."""
        told = [count for count in self.sentence.counts if self.span.covers(count.span)]
        speakers = [source.span for source in self.sentence.sources]
        return [c for c in told if not any(c.span.overlaps(span) for span in speakers)]

    def dates(self) -> list[DateMention]:
        """List the dates inside the mention that an event may have."""
        return [date for date in self.sentence.dates if self.span.overlaps(date.span)]

    def places(self) -> list[PlaceMention]:
        """List the places inside the mention at which an event may be."""
        if self.village:
            return [self.village]
        return [p for p in self.sentence.places if self.span.overlaps(p.span) and p.locative]

    def actors(self) -> Sequence[ActorMention]:
        """List the actors inside the mention."""
        return self._actors

    @cached_property
    def _actors(self) -> tuple[ActorMention, ...]:
        own, lead = self.span, self.lead or self.span
        return tuple(
            a for a in self.sentence.actors if own.overlaps(a.span) or lead.overlaps(a.span)
        )

    def has(self, kind: str) -> bool:
        """Tell whether a discourse mark of this kind stands in the mention."""
        return kind in self._marked

    @cached_property
    def _marked(self) -> frozenset[str]:
        return frozenset(mark.kind for mark in self.marks)

    @cached_property
    def frames(self) -> frozenset[str]:
        """Families of its cues."""
        return frozenset(cue.frame for cue in self.cues)

    @cached_property
    def main(self) -> EventCue:
        """The cue that says most of how it was done: the first that is no mere outcome."""
        plain = [cue for cue in self.cues if not is_outcome(cue)]
        return max(plain or self.cues, key=lambda cue: (cue.weight, -cue.span.start))
