"""Verbs that share one number: "arrested and executed 25", "ten were seized and later shot"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from incidents.accounts.number import Reading
from incidents.mentions import EventCue
from incidents.records import Span

JOINERS = frozenset(
    {"and", "then", "later", "subsequently", "before", "being", "was", "were", "had", "been"}
    | {"summarily", "reportedly", "et", "puis", "ensuite", "avant", "d'être", "être", "ont", "a"}
    | {"été", "sommairement", "plus", "tard"}
)
"""Words between two verbs that share a subject: "arrested ..., then summarily executed"."""
SEPARATORS = (", ", " and ", " then ", " before ", " et ", " puis ", " avant ")
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
    return bool(gap) and len(gap) <= NEAR and gap[0] in {"and", "et", "then", "puis", "or"}


def _go_on(words: str, first: EventCue, second: EventCue) -> bool:
    """Tell whether a second verb goes on with the first one's subject: ", then executed"."""
    if first.voice != "passive" or second.voice != "passive":
        return False
    at = max(words.rfind(separator) for separator in SEPARATORS)
    return at >= 0 and all(word in JOINERS for word in words[at:].strip(" ,").split())
