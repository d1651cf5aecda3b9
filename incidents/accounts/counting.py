"""How many events the words put together: "attacked two villages", "killed 24 in two villages"."""

from collections.abc import Container

from incidents.coordination import joining, spaced
from incidents.events.mention import EventMention
from incidents.mentions import CountMention
from incidents.phrases import fold

OBJECT_REACH = 12
"""Characters between a verb and the number of places that it was done to."""
IN_REACH = 60
"""Characters between a verb and "in two villages"."""


def events_told(text: str, event: EventMention, nouns: Container[str]) -> int:
    """Count a mention's events by the places that it was done to or in; 1 where none is told."""
    told = [
        count.best or count.low
        for count in event.counts()
        if count.people == "thing" and fold(count.noun) in nouns and _is_object(text, event, count)
    ]
    return max([1, *told])


def _is_object(text: str, event: EventMention, count: CountMention) -> bool:
    gap = count.span.start - event.main.span.end
    if 0 <= gap <= OBJECT_REACH:
        return True
    before = text[max(0, count.span.start - OBJECT_REACH) : count.span.start]
    return 0 <= gap <= IN_REACH and before.endswith(spaced(joining().at_places))
