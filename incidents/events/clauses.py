"""Clauses of a sentence: what "where ..." tells apart, and what two halves share."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from incidents.coordination import joining, spaced
from incidents.discourse import Mark
from incidents.events.sentence import Sentence
from incidents.mentions import DateMention, EventCue, PlaceMention
from incidents.records import Span

BRACKET_REACH = 40
"""Characters between a bracket's start and a word in it: "(four dead and two wounded)"."""
PAIR = 2
"""Halves of a sentence that may share what stands behind the second."""
APART = frozenset({"another", "sequel", "cause", "aside", "turn"})
"""Marks between two halves of a sentence that have nothing to share."""
WHERE_REACH = 3
"""Characters between a place and "where", a comma among them."""
Where = TypeVar("Where", DateMention, PlaceMention)
NAMED = frozenset({"plain", "village", "town", "district", "region"})


def after_where(text: str, before: EventCue, cue: EventCue, marks: Sequence[Mark]) -> bool:
    """Tell whether "where ..." in front is closed by a comma: "Dola, where ten died, saw"."""
    at = [m.span for m in marks if _is_where(text, m) and m.span.end <= before.span.start]
    gap = Span(before.span.end, cue.span.start).of(text)
    if not at or "," not in gap or not (cue.outcome or cue.article == "a"):
        return False
    head = gap[: gap.index(",")]
    inner = Span(at[-1].end, before.span.start).of(text)
    return "," not in inner and not any(word in head for word in spaced(joining().and_))


def elsewhere(
    text: str, sentence: Sentence, before: EventCue, cue: EventCue, marks: Sequence[Mark]
) -> PlaceMention | None:
    """Find the further place of "in Dola before going on to Kobi, where they killed six"."""
    gap = Span(before.span.end, cue.span.start)
    at = next((m.span for m in marks if _is_where(text, m) and gap.covers(m.span)), None)
    if at is None:
        return None
    places = [p for p in sentence.places if p.hint in NAMED and p.span.end <= at.start]
    earlier = [p for p in places if p.locative and p.span != places[-1].span]
    if not earlier or not gap.covers(places[-1].span):
        return None
    inside = any(span.overlaps(one.span) for span in places[-1].within for one in earlier)
    near = at.start - places[-1].span.end <= WHERE_REACH
    held = any(one.span.start < places[-1].span.start for one in earlier)
    return places[-1] if near and held and not inside else None


def bracketed(text: str, sentence: Sentence, cue: EventCue) -> PlaceMention | None:
    """Find the place whose own figures a cue tells: "Dola (four dead), Kobi (six dead)".

    Figures behind a colon are a place's own too: "Dola: 4 killed; Kobi: 6 killed".
    """
    low = max(sentence.span.start, cue.span.start - BRACKET_REACH)
    at = text.rfind("(", low, cue.span.start)
    if at < 0 or ")" in text[at : cue.span.start]:
        at = text.rfind(":", low, cue.span.start)
        if at < 0 or any(mark in text[at : cue.span.start] for mark in ";,"):
            return None
    before = (p for p in sentence.places if 0 <= at - p.span.end <= 1 and p.locative)
    return next(before, None)


def without_running(sentence: Sentence, marks: Sequence[Mark]) -> Sentence:
    """Take out of a sentence what a running toll at its end tells of more than this event.

    "Six were killed in Dola, bringing to 31 the number of dead in the north since May".
    """
    at = next((m.span for m in marks if m.kind == "running"), None)
    if at is None or not any(cue.span.end <= at.start for cue in sentence.cues):
        return sentence
    return replace(
        sentence,
        cues=tuple(cue for cue in sentence.cues if cue.span.start < at.start),
        places=_first_of(sentence.places, at.start),
        dates=_first_of(sentence.dates, at.start),
    )


def _first_of(claims: Sequence[Where], end: int) -> tuple[Where, ...]:
    """Give the claims in front of a position; where there are none, all."""
    return tuple(one for one in claims if one.span.start < end) or tuple(claims)


def _is_where(text: str, mark: Mark) -> bool:
    """Tell "Dola, where" and « Dola, où » from « Dola ou »."""
    if mark.kind != "where":
        return False
    before = text[max(0, mark.span.start - WHERE_REACH) : mark.span.start]
    return before.rstrip().endswith(",")


def shared_subject(
    text: str, sentence: Sentence, first: EventCue, cue: EventCue, span: Span
) -> Span | None:
    """Find whose second deed it is: "gunmen killed three in Dola and abducted ten in Kobi"."""
    active = first.voice == cue.voice == "active" and cue is not first
    words = Span(span.start, cue.span.start).of(text).split()
    if not active or " ".join(words) not in {"", *joining().goes_on}:
        return None
    lead = Span(sentence.span.start, first.span.start)
    return lead if any(lead.covers(actor.span) for actor in sentence.actors) else None


def shared_tail(
    text: str, sentence: Sentence, groups: Sequence[Sequence[EventCue]], marks: Sequence[Mark]
) -> Span | None:
    """Find what stands behind two halves joined by "and" and holds for both: "in X on Sunday"."""
    if len(groups) != PAIR:
        return None
    end = groups[1][-1].span.end
    gap = Span(groups[0][-1].span.end, end)
    joined = any(word in gap.of(text) for word in spaced(joining().and_))
    apart = any(mark.kind in APART and gap.covers(mark.span) for mark in marks)
    if apart or not joined or any(mark in gap.of(text) for mark in ";:"):
        return None
    return Span(end, sentence.span.end)


def shared_date(text: str, sentence: Sentence, groups: Sequence[Sequence[EventCue]]) -> Span | None:
    """Find the only date of a list with figures in brackets: "Dola (4 dead), Kobi (6 dead) on"."""
    dates = [date for date in sentence.dates if date.use == "event"]
    listed = len(groups) >= PAIR and all(bracketed(text, sentence, group[-1]) for group in groups)
    if not listed or len(dates) != 1 or dates[0].span.start < groups[-1][-1].span.end:
        return None
    return dates[0].span
