"""Numbers of a list of places: which of them is told for which place."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from incidents.accounts.number import Reading
from incidents.accounts.tolls import LINK
from incidents.coordination import either, joining
from incidents.events.mention import EventMention
from incidents.finders.counts.amounts import read_number
from incidents.mentions import CountMention, PlaceMention
from incidents.records import Span

EACH_REACH = 60
"""Characters in front of a number in which the numbers before it stand."""


def own_readings(
    text: str, language: str, event: EventMention, readings: Sequence[Reading]
) -> list[Reading] | None:
    """Give the numbers told for this one place of a list: "9 dead in Dola, 4 in Kobi".

    Returns:
        None where the list has one toll for all its places.
    """
    village = event.village
    if village is None:
        return None
    if event.has("each") and (each := _each(text, language, event, readings)):
        return each
    own: list[Reading] = []
    shared = True
    for reading in readings:
        place = _place_behind(event, reading.count.span)
        shared = shared and place is None
        if place is not None and place.text.casefold() in village.text.casefold():
            own.append(reading)
    return None if shared else own


def _each(
    text: str, language: str, event: EventMention, readings: Sequence[Reading]
) -> list[Reading] | None:
    """Give this place its number of "four and six people respectively"."""
    index, places = event.listed
    own: list[Reading] = []
    for reading in readings:
        numbers = _row(text, language, reading.count)
        if len(numbers) == places:
            span, number = numbers[index]
            own.append(replace(reading, count=_as(reading.count, text, span, number)))
    return own or None


def _row(text: str, language: str, last: CountMention) -> list[tuple[Span, int]]:
    """Read the numbers in front of the last of a list, and it."""
    start = max(0, last.span.start - EACH_REACH)
    found = _before().search(text[start : last.span.start])
    row: list[tuple[Span, int]] = []
    for word in re.finditer(r"[\w-]+", found[0]) if found else ():
        number = read_number(word[0].lower(), language)
        if number is not None:
            at = start + found.start() + word.start() if found else 0
            row.append((Span(at, at + len(word[0])), number))
    return [*row, (last.span, last.low)]


def _as(last: CountMention, text: str, span: Span, number: int) -> CountMention:
    if span == last.span:
        return last
    return CountMention(
        span=span,
        text=span.of(text),
        low=number,
        best=number,
        high=number,
        noun=last.noun,
        people=last.people,
        civilian=last.civilian,
        key=last.key,
        rule=last.rule,
    )


def _place_behind(event: EventMention, count: Span) -> PlaceMention | None:
    behind = [p for p in event.sentence.places if 0 <= p.span.start - count.end <= LINK]
    return min(behind, key=lambda place: place.span.start, default=None)


@cache
def _before() -> re.Pattern[str]:
    """The numbers of a list in front of its last: "four, two and "."""
    return re.compile(rf"(?:[\w-]{{1,20}}, ){{0,6}}[\w-]{{1,20}},? {either(joining().and_)} $")
