"""Verbs that share one number: "arrested and executed 25", "ten were seized and later shot"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from incidents.accounts.number import Reading
from incidents.coordination import joining, spaced
from incidents.mentions import EventCue
from incidents.records import Span

NEAR = 3
"""Words between two verbs that share an object: "arrested and executed 25"."""


def share(text: str, readings: list[Reading], outcomes: Sequence[EventCue]) -> list[Reading]:
    """Let verbs that share an object, or a subject, share its number."""
    shared = list(readings)
    for first, second in pairwise(outcomes):
        if first.outcome == second.outcome:
            continue
        words = Span(first.span.end, second.span.start).of(text)
        told = [[r for r in readings if r.cue is cue] for cue in (first, second)]
        if told[0] and not told[1] and _go_on(words, first, second):
            shared += _copied(told[0], first, second)
        elif told[1] and not told[0] and _beside(words):
            shared += _copied(told[1], second, first)
    return shared


def _copied(readings: Sequence[Reading], cue: EventCue, other: EventCue) -> list[Reading]:
    return [
        replace(r, key=other.outcome, cue=other)
        for r in readings
        if r.key == cue.outcome and other.outcome and not r.count.including
    ]


def _beside(words: str) -> bool:
    gap = words.split()
    return bool(gap) and len(gap) <= NEAR and gap[0] in joining().same_object


def _go_on(words: str, first: EventCue, second: EventCue) -> bool:
    """Tell whether a second verb goes on with the first one's subject: ", then executed"."""
    if first.voice != "passive" or second.voice != "passive":
        return False
    words_between = joining()
    at = max(words.rfind(turn) for turn in (", ", *spaced(words_between.turns)))
    return at >= 0 and all(
        word in words_between.same_subject for word in words[at:].strip(" ,").split()
    )
