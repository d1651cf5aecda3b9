"""The events of one sentence: where one ends and another begins, and why."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import msgspec

from incidents.discourse import Mark
from incidents.events.another import without_others
from incidents.events.apart import apart, in_brackets, separators
from incidents.events.clauses import (
    bracketed,
    elsewhere,
    shared_date,
    shared_subject,
    shared_tail,
    without_running,
)
from incidents.events.mention import EventMention
from incidents.events.sentence import Sentence
from incidents.mentions import EventCue, PlaceMention
from incidents.records import Span

SPEAKER_REACH = 2
"""Characters between a capital's name and the verb of what it said."""


def _speaks(text: str, place: PlaceMention, marks: Sequence[Mark]) -> bool:
    """Tell whether a place stands for those who speak there: "Moscow said".

    In "six killed in Kobi, says mayor" the comma parts what is said from who says it.
    """
    return place.hint in {"plain", "country", "town"} and any(
        (
            mark.kind == "saying"
            and 0 < mark.span.start - place.span.end <= SPEAKER_REACH
            and text[place.span.end : mark.span.start].isspace()
        )
        or (mark.kind == "voice" and 0 < place.span.start - mark.span.end <= SPEAKER_REACH)
        for mark in marks
    )


def split_sentence(text: str, sentence: Sentence, marks: Sequence[Mark]) -> list[EventMention]:
    """Divide a sentence into its events.

    Args:
        text: the document's clean text.
        sentence: the sentence with its claims.
        marks: its discourse marks.
    """
    voices = [mark for mark in marks if mark.kind in {"saying", "voice"}]
    heard = tuple(place for place in sentence.places if not _speaks(text, place, voices))
    sentence = without_running(replace(sentence, places=heard), marks)
    cues = [cue for cue in sentence.cues if cue.barred is None]
    if not cues:
        return []
    groups: list[list[EventCue]] = [[cues[0]]]
    reasons = [""]
    for before, cue in pairwise(cues):
        reason = in_brackets(text, sentence, groups[-1], cue) or apart(
            text, sentence, groups[-1], before, cue, marks
        )
        if reason:
            groups.append([cue])
            reasons.append(reason)
        else:
            groups[-1].append(cue)
    if len(groups) > 1 and all(bracketed(text, sentence, group[-1]) for group in groups):
        # "Two attacks, in Dola (3 dead) and Kobi (2 dead)": each is one of them.
        groups = [[msgspec.structs.replace(cue, count=1) for cue in group] for group in groups]
    spans = _spans(text, sentence, groups, marks)
    tail = shared_tail(text, sentence, groups, marks) or shared_date(text, sentence, groups)
    return [
        EventMention(
            sentence=sentence,
            span=span,
            cues=tuple(group),
            marks=tuple(
                without_others((m for m in marks if span.overlaps(m.span)), sentence, group)
            ),
            reason=reason,
            alone=len(groups) == 1,
            tail=tail,
            lead=shared_subject(text, sentence, groups[0][0], group[0], span),
        )
        for group, span, reason in zip(groups, spans, reasons, strict=True)
    ]


def _spans(
    text: str, sentence: Sentence, groups: Sequence[Sequence[EventCue]], marks: Sequence[Mark]
) -> list[Span]:
    """Divide a sentence between its groups of cues, at the last separator before each."""
    cuts = [sentence.span.start]
    for before, group in pairwise(groups):
        gap = Span(before[-1].span.end, group[0].span.start)
        there = bracketed(text, sentence, group[0])
        there = there or elsewhere(text, sentence, before[-1], group[0], marks)
        cuts.append(there.span.start if there else _cut(text, gap, marks))
    return [Span(start, end) for start, end in pairwise([*cuts, sentence.span.end])]


def _cut(text: str, gap: Span, marks: Sequence[Mark]) -> int:
    cutting = {"sequel", "aside"}
    sequels = [m.span.start for m in marks if m.kind in cutting and gap.covers(m.span)]
    if sequels:
        return sequels[-1]
    words = gap.of(text)
    best = max((words.rfind(separator), separator) for separator in separators())
    return gap.start + best[0] + len(best[1].rstrip()) if best[0] >= 0 else gap.start
