"""Why a verb begins another event than those before it in its sentence, or goes on with them."""

from collections.abc import Sequence
from functools import cache

from incidents.coordination import joining, spaced
from incidents.discourse import Mark
from incidents.events.clauses import after_where, bracketed, elsewhere
from incidents.events.families import ARMED, CROWD, DEALS, OUTCOMES, agree, is_outcome, realm
from incidents.events.sentence import Sentence
from incidents.mentions import EventCue, PlaceMention
from incidents.records import Span

SPECIFIC = frozenset({"plain", "town", "village", "near", "between", "district"})
"""Hints of places of which one event has only one."""
OWN_DATE_REACH = 30
"""Characters between a date in front and the verb that it dates."""
OWN_PLACE_REACH = 90
"""Characters after a cue in which a place of its own may stand."""
ASIDE = "what it came after is another event"
"""Why a mention stands apart that only tells what went before the sentence's event."""


@cache
def separators() -> tuple[str, ...]:
    """List what may stand between two mentions of one sentence."""
    return (";", ", ", *spaced(joining().and_), " – ", " - ")


def apart(
    text: str,
    sentence: Sentence,
    group: Sequence[EventCue],
    before: EventCue,
    cue: EventCue,
    marks: Sequence[Mark],
) -> str:
    """Say why a cue begins another event than the cues before it; "" where it goes on."""
    gap = Span(before.span.end, cue.span.start)
    frames = {one.frame for one in group}
    if cue.article == "another" and not is_outcome(cue):
        return f"“{cue.text}” is another one"
    if clause := _own_clause(text, sentence, group, cue, marks):
        return clause
    for mark in marks:
        if mark.kind not in {"sequel", "another"} or not gap.covers(mark.span):
            continue
        if cue.article == "a" or _has_own(sentence, mark):
            return "told as a further event"
    if _after_semicolon(text, sentence, group, gap, cue):
        return "told of somebody else after a semicolon"
    if conflict := _place_conflict(text, sentence, group, cue):
        return conflict
    return _other_kind(frames, cue, gap, marks)


def in_brackets(text: str, sentence: Sentence, group: Sequence[EventCue], cue: EventCue) -> str:
    """Say that a cue tells in brackets of the place in front: "Dola (4 dead), Kobi (6 dead)"."""
    own = bracketed(text, sentence, cue)
    told = own and any(one.span.end <= own.span.start and one.outcome for one in group)
    return f"“{own.text}” has its own figures in brackets" if own and told else ""


def _own_clause(
    text: str, sentence: Sentence, group: Sequence[EventCue], cue: EventCue, marks: Sequence[Mark]
) -> str:
    """Say that a cue stands in a clause that tells of another event, where it does."""
    before = group[-1]
    gap = Span(before.span.end, cue.span.start)
    ended = is_outcome(cue) and all(is_outcome(one) for one in group)
    if not ended and any(mark.kind == "aside" and gap.covers(mark.span) for mark in marks):
        return ASIDE
    if _date_conflict(text, sentence, group, gap):
        return "on another day"
    if after_where(text, before, cue, marks):
        return "the main clause after what “where” told"
    there = elsewhere(text, sentence, before, cue, marks)
    return f"“{there.text}” is where it went on" if there else ""


def _after_semicolon(
    text: str, sentence: Sentence, group: Sequence[EventCue], gap: Span, cue: EventCue
) -> bool:
    """Tell whether armed people of its own stand between a semicolon and the cue."""
    at = text.rfind(";", gap.start, gap.end)
    if is_outcome(cue) or cue.frame in {"disperse", "force", "arrest"}:  # what a crowd met with
        return False
    if cue.frame == "attack" and group[-1].frame in CROWD:  # "...; police opened fire"
        return False
    return at >= 0 and any(
        at < actor.span.start < cue.span.start and actor.kind in ARMED for actor in sentence.actors
    )


def _has_own(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether a place is told on either side of a mark: "one in Dola, while in Kobi ..."."""
    places = [
        place for place in sentence.places if place.locative and not _heard_in(sentence, place)
    ]
    return any(place.span.end <= mark.span.start for place in places) and any(
        place.span.start >= mark.span.start for place in places
    )


def _heard_in(sentence: Sentence, place: PlaceMention) -> bool:
    """Tell whether a place's name is part of a source's: "Islamabad said"."""
    return any(source.span.overlaps(place.span) for source in sentence.sources)


def _date_conflict(text: str, sentence: Sentence, group: Sequence[EventCue], gap: Span) -> bool:
    """Tell whether a second verb has its own day in front: "On 3 June ..., and on 5 June ..."."""
    days = [date for date in sentence.dates if date.use == "event"]
    first = [date for date in days if date.span.end <= group[0].span.start]
    second = [date for date in days if gap.covers(date.span)]
    if not first or not second:
        return False
    led = _joins(Span(group[-1].span.end, second[-1].span.start).of(text))
    here, there = first[-1].value, second[-1].value
    apart = here.latest < there.earliest or there.latest < here.earliest
    return led and apart and gap.end - second[-1].span.end <= OWN_DATE_REACH


def _place_conflict(text: str, sentence: Sentence, group: Sequence[EventCue], cue: EventCue) -> str:
    """Name the two places that two cues have, each its own."""
    if not cue.outcome and cue.article == "the":
        return ""
    first = _places_between(sentence.places, sentence.span.start, cue.span.start)
    second = _places_between(sentence.places, cue.span.end, cue.span.end + OWN_PLACE_REACH)
    later = [one for one in sentence.cues if one.span.start > cue.span.end and not is_outcome(one)]
    if is_outcome(cue) and later and second and later[0].span.start < second[0].span.start:
        return ""
    if not first or not second or ":" in Span(cue.span.end, second[0].span.start).of(text):
        return ""
    here, there = first[-1], second[0]
    held = any(one.span.start < here.span.start for one in group)
    joined = Span(here.span.end, cue.span.start).of(text)
    if held and not nested(here, there) and _joins(joined):
        return f"“{here.text}” and “{there.text}” are two places"
    return ""


def _places_between(places: Sequence[PlaceMention], start: int, end: int) -> list[PlaceMention]:
    return [
        place
        for place in places
        if start <= place.span.start and place.span.end <= end
        if place.locative and place.hint in SPECIFIC
    ]


def nested(first: PlaceMention, second: PlaceMention) -> bool:
    """Tell whether the words put one of two places inside the other."""
    return (
        any(name in second.names for name in first.within)
        or any(name in first.names for name in second.within)
        or first.text.casefold() == second.text.casefold()
    )


def _joins(gap: str) -> bool:
    return any(mark in gap for mark in separators())


def _other_kind(frames: set[str], cue: EventCue, gap: Span, marks: Sequence[Mark]) -> str:
    """Say that a cue is of another kind than the cues before it, where it is."""
    if cue.frame in OUTCOMES or frames <= OUTCOMES:
        crossing = frames <= OUTCOMES and realm(cue.frame) == "deal"
        return "a development of another kind" if crossing else ""
    deals = [realm(frame) == "deal" for frame in (*frames, cue.frame)]
    if all(deals) or all(agree(frame, cue.frame) for frame in frames - OUTCOMES):
        return ""  # "freed the hostages and arrested 13"
    if deals[0] and cue.frame == "attack" and cue.voice == "nominal" and not cue.plural:
        return ""  # "seized 11 rifles during a raid"
    by_mob = cue.frame == "mob" and frames == {"arrest"}
    if by_mob or ({*frames, cue.frame} & (DEALS - {"arrest"})):
        return "a development of another kind"
    caused = any(mark.kind == "cause" and gap.covers(mark.span) for mark in marks)
    if caused and (cue.frame in CROWD) != bool(frames & CROWD):
        return "the cause of a protest is another event"
    return ""
