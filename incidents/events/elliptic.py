"""Lists with the verb left out: "12 were killed in Maru, eight in Gusau and five in Anka"."""

import re
from collections.abc import Container
from dataclasses import replace
from functools import cache

from incidents.coordination import either, joining
from incidents.discourse import Words
from incidents.events.apart import nested
from incidents.events.families import is_outcome
from incidents.events.mention import EventMention
from incidents.finders.counts.amounts import read_number
from incidents.mentions import CountMention, DateMention, EventCue, PlaceMention
from incidents.phrases import fold
from incidents.records import Record, Span

REACH = 60
"""Characters in front of a place in which its member of the list begins."""
DATE_GAP = 6
"""Characters between a place and its date: "Gwoza on Sunday"."""
LEAD_GAP = 3
"""Characters between a date and the number that it leads: "le 27 mars, cinq à Ansongo"."""
WORDS = 3
"""Words that a number has at the most."""
NAMED = frozenset({"plain", "village", "town", "near"})


class Member(Record, frozen=True, kw_only=True):
    """One member of a list: where, and how many."""

    start: int
    place: PlaceMention
    count: CountMention | None
    """None where the members differ by their dates alone."""
    part: bool = False
    """Whether the first of the list counts it already: "35, including 12 in Dola"."""


def unfold(text: str, event: EventMention, words: Words) -> list[EventMention]:
    """Give each member of a list its own mention, with the verb of the first."""
    members = _members(text, event, words)
    if not members:
        return [event]
    starts = [event.span.start, *(member.start for member in members), event.span.end]
    head = Span(starts[0], starts[1])
    counts = (*event.sentence.counts, *(m.count for m in members if m.count))
    sentence = replace(event.sentence, counts=tuple(sorted(set(counts), key=lambda c: c.span)))
    tail = event.tail or _tail(event, Span(starts[-2], starts[-1]))
    told = [replace(event, sentence=sentence, span=head, tail=tail, alone=False)]
    for index, member in enumerate(members, start=1):
        span = Span(starts[index], starts[index + 1])
        told.append(
            replace(
                event,
                sentence=sentence,
                span=span,
                cues=tuple(_carried(event, member.start)),
                marks=tuple(mark for mark in event.marks if span.overlaps(mark.span)),
                reason=f"“{member.place.text}” is one of a list with its own words",
                alone=False,
                lead=head,
                tail=tail,
                counted=member.part,
            )
        )
    return told


def _members(text: str, event: EventMention, words: Words) -> list[Member]:
    first = event.cues[0].span.start
    members: list[Member] = []
    before: list[PlaceMention] = []
    floor = event.span.start
    for place in event.places():
        if place.hint not in NAMED:
            continue
        if place.span.start > first and not any(nested(place, one) for one in before):
            part = bool(members) and members[-1].part
            member = _member(text, event, words, place, floor, named=bool(before), part=part)
            members += [member] if member else []
        before.append(place)
        floor = place.span.end
    return members


def _member(
    text: str,
    event: EventMention,
    words: Words,
    place: PlaceMention,
    floor: int,
    *,
    named: bool,
    part: bool,
) -> Member | None:
    """Read the words in front of a place as a member of a list."""
    floor = max(floor, place.span.start - REACH)
    found = list(_separator().finditer(text, floor, place.span.start))
    if not found:
        return None
    inner = Span(found[-1].end(), place.span.start)
    lead = re.match(r" ?(\w+) ", text[inner.start : inner.end])
    if lead and fold(lead[1]) in words.part:
        inner, part = Span(inner.start + lead.end(), inner.end), True
    if not (named or part or found[-1][0].startswith(":")):
        return None
    if any(cue.span.overlaps(inner) for cue in event.sentence.cues):
        return None
    start = _with_date(text, event, found[-1].start(), inner.start)
    if not inner.of(text).strip():
        dated = named and _dated(event, place) and _dated_before(event, floor, inner.start)
        return Member(start=start, place=place, count=None) if dated else None
    cue = _outcome(event, inner.start)
    count = _count(text, event, inner, words, cue) if cue else None
    return Member(start=start, place=place, count=count, part=part) if count else None


@cache
def _separator() -> re.Pattern[str]:
    """What stands between two members of a list."""
    words = joining()
    and_, more = either(words.and_), either(words.and_ | words.then)
    return re.compile(rf"(?:[,;:]| {and_}(?= ))(?: {more}(?= ))?")


def _with_date(text: str, event: EventMention, start: int, inner: int) -> int:
    """Begin a member before the date that leads it: "et le 27 mars, cinq à Ansongo"."""
    for date in event.dates():
        if 0 <= inner - date.span.end <= LEAD_GAP:
            found = list(_separator().finditer(text, event.span.start, date.span.start))
            near = found and date.span.start - found[-1].end() <= DATE_GAP
            return found[-1].start() if near else start
    return start


def _dated(event: EventMention, place: PlaceMention) -> bool:
    return any(0 < d.span.start - place.span.end <= DATE_GAP for d in event.dates())


def _dated_before(event: EventMention, start: int, end: int) -> bool:
    return any(start <= date.span.start < end for date in event.dates())


def _outcome(event: EventMention, end: int) -> EventCue | None:
    cues = [cue for cue in event.cues if cue.outcome and cue.span.end <= end]
    return cues[-1] if cues else None


def _count(
    text: str, event: EventMention, inner: Span, words: Words, cue: EventCue | None
) -> CountMention | None:
    """Read the number of a member, found by the finder or standing without its noun."""
    told = [c for c in event.sentence.counts if inner.covers(c.span) and c.people != "thing"]
    if told:
        return told[0] if _only(Span(told[0].span.end, inner.end).of(text), words.before) else None
    tokens = list(re.finditer(r"[\w'’.,-]*\w", inner.of(text)))
    while tokens and fold(tokens[0][0]) in words.more:
        tokens = tokens[1:]
    for size in range(min(WORDS, len(tokens)), 0, -1):
        number = read_number(" ".join(t[0] for t in tokens[:size]).lower(), words.language)
        if number is None:
            continue
        if not _only(inner.of(text)[tokens[size - 1].end() :], words.before):
            return None
        start, end = inner.start + tokens[0].start(), inner.start + tokens[size - 1].end()
        return _like(text, event, Span(start, end), number, cue)
    return None


def _only(words: str, allowed: Container[str]) -> bool:
    return all(fold(word) in allowed for word in re.findall(r"\w+", words))


def _like(
    text: str, event: EventMention, span: Span, number: int, cue: EventCue | None
) -> CountMention:
    """Write a bare number as one of the people of the list's first."""
    people = [c for c in event.counts() if c.people != "thing" and c.span.start < span.start]
    first = people[0] if people else None
    return CountMention(
        span=span,
        text=span.of(text),
        low=number,
        best=number,
        high=number,
        noun=first.noun if first else "",
        people=first.people if first else "person",
        civilian=first.civilian if first else None,
        key=cue.outcome if cue else None,
        rule="elliptic",
    )


def _carried(event: EventMention, end: int) -> list[EventCue]:
    """Give the cues that a member shares with the first of its list."""
    outcome = _outcome(event, end)
    plain = [cue for cue in event.cues if not is_outcome(cue) and cue.span.end <= end]
    return [*plain[-1:], *([outcome] if outcome and outcome not in plain[-1:] else [])]


def _tail(event: EventMention, last: Span) -> Span | None:
    """Find what stands at a list's end for all of it: the only date that it has."""
    dates: list[DateMention] = [date for date in event.dates() if date.use == "event"]
    return dates[0].span if len(dates) == 1 and last.covers(dates[0].span) else None
