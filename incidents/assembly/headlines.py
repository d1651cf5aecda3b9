"""A report's title, and the sentence that tells what it announces."""

import math

from incidents.assembly.draft import Draft, Telling
from incidents.assembly.families import OUTCOMES, REMOTE
from incidents.claims import CountMention

HEADLINE_REACH = 2
"""Sentences below a headline in which what it announces is told."""


def headlines(telling: Telling, draft: Draft) -> bool:
    """Tell whether an incident was only announced, with no day, at the head of the report.

    What the body tells first is that incident, unless its toll is another one.
    """
    basis = draft.date.basis if draft.date else "publication"
    at_head = draft.number == 0 and draft.first.scene.index == 0 and basis == "publication"
    agreed = all(
        _may_equal(count, old)
        for key, count in telling.tolls.items()
        if (old := draft.tolls.get(key))
    )
    close = telling.piece.scene.index <= HEADLINE_REACH
    apart = telling.piece.reason or telling.piece.main.article == "another"
    return at_head and close and agreed and not apart


def is_title(draft: Draft) -> bool:
    """Tell whether an incident has been told by the report's title, and the line below, alone."""
    return draft.first.scene.kind == "heading" and draft.last.scene.index <= 1


def both_remote(telling: Telling, draft: Draft) -> bool:
    """Tell whether a title and what it announces call one strike by two names."""
    families = {telling.piece.main.frame, *(draft.frames - OUTCOMES)}
    return headlines(telling, draft) and is_title(draft) and families <= REMOTE | {"attack"}


def _may_equal(first: CountMention, second: CountMention) -> bool:
    """Tell whether two numbers can count the same: "more than 200" and "223"."""
    highs = [count.high if count.high is not None else math.inf for count in (first, second)]
    return first.low <= highs[1] and second.low <= highs[0]
