"""Words for "another" that are said of people or things, and not of what was done."""

from collections.abc import Iterable, Sequence

from incidents.discourse import Mark
from incidents.events.families import is_outcome
from incidents.events.sentence import Sentence
from incidents.mentions import CountMention, EventCue

BESIDE = 1
"""Characters between "another" and who speaks: "another resident"."""
OTHER = frozenset({"another"})


def without_others(
    marks: Iterable[Mark], sentence: Sentence, cues: Sequence[EventCue]
) -> list[Mark]:
    """Leave out the marks that tell other people, and no other event.

    "Another resident said", "three other soldiers were wounded", "two other helicopters".
    """
    return [
        mark for mark in marks if mark.kind != "another" or not _of_people(mark, sentence, cues)
    ]


def _of_people(mark: Mark, sentence: Sentence, cues: Sequence[EventCue]) -> bool:
    if any(0 <= source.span.start - mark.span.end <= BESIDE for source in sentence.sources):
        return True
    ended = all(is_outcome(cue) for cue in cues)
    return any(
        count.span.overlaps(mark.span) and (ended or _is_thing(count, sentence))
        for count in sentence.counts
    )


def _is_thing(count: CountMention, sentence: Sentence) -> bool:
    """Tell whether a number counts things that nobody did: helicopters, and not airstrikes."""
    return count.people == "thing" and not any(
        cue.span.overlaps(count.span) for cue in sentence.cues
    )
