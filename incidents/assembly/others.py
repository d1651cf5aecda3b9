"""Words for "another" that are said of people or things, and not of what was done."""

from collections.abc import Iterable, Sequence

from incidents.assembly.families import is_outcome
from incidents.assembly.marks import Mark
from incidents.assembly.scene import Scene
from incidents.claims import CountMention, EventCue

BESIDE = 1
"""Characters between "another" and who speaks: "another resident"."""
OTHER = frozenset({"another"})


def without_others(marks: Iterable[Mark], scene: Scene, cues: Sequence[EventCue]) -> list[Mark]:
    """Leave out the marks that tell other people, and no other event.

    "Another resident said", "three other soldiers were wounded", "two other helicopters".
    """
    return [mark for mark in marks if mark.kind != "another" or not _of_people(mark, scene, cues)]


def _of_people(mark: Mark, scene: Scene, cues: Sequence[EventCue]) -> bool:
    if any(0 <= source.span.start - mark.span.end <= BESIDE for source in scene.sources):
        return True
    ended = all(is_outcome(cue) for cue in cues)
    return any(
        count.span.overlaps(mark.span) and (ended or _is_thing(count, scene))
        for count in scene.counts
    )


def _is_thing(count: CountMention, scene: Scene) -> bool:
    """Tell whether a number counts things that nobody did: helicopters, and not airstrikes."""
    return count.people == "thing" and not any(cue.span.overlaps(count.span) for cue in scene.cues)
