"""Lists of places: "raided Dola, Kobi and Sare" tells of three raids."""

import re
from collections.abc import Container, Sequence
from functools import cache
from itertools import pairwise

from incidents.coordination import either, joining
from incidents.events.apart import nested
from incidents.events.families import CROWD, DEALS, is_outcome
from incidents.events.mention import EventMention
from incidents.mentions import PlaceMention
from incidents.phrases import fold
from incidents.records import Span

AREA_REACH = 16
"""Characters beside a list of places in which the noun of their kind may stand."""


def spread(text: str, event: EventMention, areas: Container[str]) -> list[EventMention]:
    """Give each of a list of villages its own mention: "raided Dola, Kobi and Sare"."""
    places = [place for place in event.places() if place.hint in {"plain", "village", "town"}]
    run: list[PlaceMention] = []
    for place in places:
        if any(place.text in named.text for named in run):
            break  # named again: "9 dead in Dola, 4 dead in Kobi"
        if not run or _listed(text, run[-1], place):
            run.append(place)
        elif len(run) == 1:
            run = [place]
    closed = run and _last_of_list().search(text[run[0].span.start : run[-1].span.start])
    if closed and _of_areas(text, run, areas):
        return [event]
    if not closed or any(nested(a, b) for a, b in pairwise(run)):
        return [event]
    if is_outcome(event.main) or event.main.frame in DEALS | CROWD | {"clash"}:
        return [event]
    return [
        EventMention(
            sentence=event.sentence,
            span=event.span,
            cues=event.cues,
            marks=event.marks,
            reason="" if index == 0 else f"“{place.text}” is one of a list of places",
            alone=event.alone,
            village=place,
            listed=(index, len(run)),
        )
        for index, place in enumerate(run)
    ]


@cache
def _last_of_list() -> re.Pattern[str]:
    """What stands before the last of a list of places."""
    words = joining()
    lead, article = either(words.place_leads), either(words.article)
    return re.compile(rf"\b{either(words.and_)} {lead}?{article}?$")


def _of_areas(text: str, run: Sequence[PlaceMention], areas: Container[str]) -> bool:
    """Tell whether a list names areas: "across the A, B and C governorates"."""
    before = text[max(0, run[0].span.start - AREA_REACH) : run[0].span.start].split()
    after = text[run[-1].span.end : run[-1].span.end + AREA_REACH].split()
    return any(fold(word.rstrip(".,;:")) in areas for word in (*before, *after[:1]))


def _listed(text: str, first: PlaceMention, second: PlaceMention) -> bool:
    """Tell whether two places stand side by side in a list; "Dori, Sahel region" is none."""
    gap = Span(first.span.end, second.span.start).of(text).strip()
    return gap in {",", *joining().place_links} and not nested(first, second)
