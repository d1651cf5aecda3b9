"""The events of one sentence: where one ends and another begins, and why."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

import msgspec

from incidents.assembly.apart import SEPARATORS, apart, in_brackets
from incidents.assembly.clauses import (
    bracketed,
    elsewhere,
    shared_date,
    shared_subject,
    shared_tail,
    without_running,
)
from incidents.assembly.families import is_outcome
from incidents.assembly.marks import Mark
from incidents.assembly.others import without_others
from incidents.assembly.scene import Scene
from incidents.claims import ActorMention, CountMention, DateMention, EventCue
from incidents.mentions import PlaceMention
from incidents.records import Span

SPEAKER_REACH = 2
"""Characters between a capital's name and the verb of what it said."""


@dataclass
class Piece:
    """What one sentence says of one event."""

    scene: Scene
    span: Span
    """Its words, in the clean text: the sentence, or the clause where that tells of several."""
    cues: list[EventCue]
    marks: list[Mark] = field(default_factory=list)
    reason: str = ""
    """Why it stands apart from the piece before it; "" for a sentence's first."""
    alone: bool = True
    """Whether it is the only piece of its sentence."""
    village: PlaceMention | None = None
    """Its own place of a list of villages."""
    listed: tuple[int, int] = (0, 0)
    """Which of how many places of a list; (0, 0) where there is none."""
    lead: Span | None = None
    """The first member of its list, whose verb and actors it shares."""
    counted: bool = False
    """Whether the first member of its list counts it already: "35, including 12 in Dola"."""
    tail: Span | None = None
    """Words at the sentence's end that hold for all of its pieces: "in Dola on Sunday"."""

    def counts(self) -> list[CountMention]:
        """List the numbers of people inside the piece."""
        told = [count for count in self.scene.counts if self.span.covers(count.span)]
        speakers = [source.span for source in self.scene.sources]
        return [c for c in told if not any(c.span.overlaps(span) for span in speakers)]

    def dates(self) -> list[DateMention]:
        """List the dates inside the piece that an event may have."""
        return [date for date in self.scene.dates if self.span.overlaps(date.span)]

    def places(self) -> list[PlaceMention]:
        """List the places inside the piece at which an event may be."""
        if self.village:
            return [self.village]
        return [p for p in self.scene.places if self.span.overlaps(p.span) and p.locative]

    def actors(self) -> Sequence[ActorMention]:
        """List the actors inside the piece."""
        return self._actors

    @cached_property
    def _actors(self) -> tuple[ActorMention, ...]:
        own, lead = self.span, self.lead or self.span
        return tuple(a for a in self.scene.actors if own.overlaps(a.span) or lead.overlaps(a.span))

    def has(self, kind: str) -> bool:
        """Tell whether a discourse mark of this kind stands in the piece."""
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


def _speaks(place: PlaceMention, marks: Sequence[Mark]) -> bool:
    """Tell whether a place stands for those who speak there: "Moscow said"."""
    return place.hint in {"plain", "country", "town"} and any(
        (mark.kind == "saying" and 0 < mark.span.start - place.span.end <= SPEAKER_REACH)
        or (mark.kind == "voice" and 0 < place.span.start - mark.span.end <= SPEAKER_REACH)
        for mark in marks
    )


def split_scene(text: str, scene: Scene, marks: Sequence[Mark]) -> list[Piece]:
    """Divide a sentence into its events.

    Args:
        text: the document's clean text.
        scene: the sentence with its claims.
        marks: its discourse marks.
    """
    voices = [mark for mark in marks if mark.kind in {"saying", "voice"}]
    heard = tuple(place for place in scene.places if not _speaks(place, voices))
    scene = without_running(replace(scene, places=heard), marks)
    cues = [cue for cue in scene.cues if cue.barred is None]
    if not cues:
        return []
    groups: list[list[EventCue]] = [[cues[0]]]
    reasons = [""]
    for before, cue in pairwise(cues):
        reason = in_brackets(text, scene, groups[-1], cue) or apart(
            text, scene, groups[-1], before, cue, marks
        )
        if reason:
            groups.append([cue])
            reasons.append(reason)
        else:
            groups[-1].append(cue)
    if len(groups) > 1 and all(bracketed(text, scene, group[-1]) for group in groups):
        # "Two attacks, in Dola (3 dead) and Kobi (2 dead)": each is one of them.
        groups = [[msgspec.structs.replace(cue, count=1) for cue in group] for group in groups]
    spans = _spans(text, scene, groups, marks)
    tail = shared_tail(text, scene, groups, marks) or shared_date(text, scene, groups)
    return [
        Piece(
            scene=scene,
            span=span,
            cues=group,
            marks=without_others((m for m in marks if span.overlaps(m.span)), scene, group),
            reason=reason,
            alone=len(groups) == 1,
            tail=tail,
            lead=shared_subject(text, scene, groups[0][0], group[0], span),
        )
        for group, span, reason in zip(groups, spans, reasons, strict=True)
    ]


def _spans(
    text: str, scene: Scene, groups: Sequence[Sequence[EventCue]], marks: Sequence[Mark]
) -> list[Span]:
    """Divide a sentence between its groups of cues, at the last separator before each."""
    cuts = [scene.span.start]
    for before, group in pairwise(groups):
        gap = Span(before[-1].span.end, group[0].span.start)
        there = bracketed(text, scene, group[0])
        there = there or elsewhere(text, scene, before[-1], group[0], marks)
        cuts.append(there.span.start if there else _cut(text, gap, marks))
    return [Span(start, end) for start, end in pairwise([*cuts, scene.span.end])]


def _cut(text: str, gap: Span, marks: Sequence[Mark]) -> int:
    cutting = {"sequel", "aside"}
    sequels = [m.span.start for m in marks if m.kind in cutting and gap.covers(m.span)]
    if sequels:
        return sequels[-1]
    words = gap.of(text)
    best = max((words.rfind(separator), separator) for separator in SEPARATORS)
    return gap.start + best[0] + len(best[1].rstrip()) if best[0] >= 0 else gap.start
