"""Where: the place that the words attach to an event, or the one that it inherits."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from incidents.events.mention import EventMention
from incidents.events.sentence import Sentence
from incidents.mentions import PlaceMention
from incidents.records import Span

RANK = {
    "near": 0,
    "between": 0,
    "village": 0,
    "town": 0,
    "plain": 0,
    "river": 1,
    "sea": 1,
    "district": 1,
    "region": 2,
    "vague": 2,
    "unnamed": 3,
    "country": 4,
}
"""How closely each hint says where; the closest in the clause is the event's place."""
EXCLUSIVE = (
    frozenset({"plain", "village", "town"}),
    frozenset({"district"}),
    frozenset({"region"}),
)
"""Hints of which an event has one place only; "near the border" may be the same as "in Dola"."""
PARTS = frozenset({"plain", "village", "near"})
"""Hints of what may be a part of a town."""
BUILDING_RANK = 1.5
"""Of a street or house that no gazetteer has: its town or district says more."""
APPOSED = 3
"""Characters between a place and what is said of it at once: ", near Kobi"."""
ROUGH = 30
"""Characters that "near Sittwe" counts as farther away than a place itself."""
BEFORE = 15
"""Characters that a place before its verb counts as farther away than one behind it."""


def own_place(event: EventMention) -> PlaceMention | None:
    """Choose the place of this event: the closest one told in its clause, else in front of it."""
    places = event.places()
    if not places and not event.alone:
        lead = event.sentence.cues[0].span.start if event.sentence.cues else event.sentence.span.end
        places = [p for p in event.sentence.places if p.locative and p.span.end <= lead]
    if not places and event.tail is not None:
        told = [place for place in event.sentence.places if place.locative]
        places = [place for place in told if event.tail.covers(place.span)]
        places = places if len(places) == len(told) else []
    cue = event.main.span
    # "shifted to Tana hospital, Kobi": what contains a place of no event is none of one.
    aside = {w for p in event.sentence.places if not p.locative for w in p.within if w > p.span}
    places = [place for place in places if aside.isdisjoint(place.names)]
    # "the Tillabéri region of Niger" is one place: what only contains it is not the place.
    # ... but "a market in Kobi" is in Kobi.
    containers = [span for place in places if not _is_building(place) for span in place.within]
    places = [p for p in places if not any(c.overlaps(p.span) for c in containers)] or places
    best = min(places, key=lambda place: (_rank(place), _distance(place, cue)), default=None)
    return best and _beside(best, places)


def _beside(place: PlaceMention, places: Sequence[PlaceMention]) -> PlaceMention:
    """Put an unknown place where it is said to lie: "Tegou, near Kobi" is near Kobi."""
    if place.site is None or place.site.place_id:
        return place
    gap = range(place.span.end, place.span.end + APPOSED + 1)
    sites = [one.site for one in places if one.hint == "near" and one.span.start in gap]
    known = next((site for site in sites if site and site.place_id), None)
    if known is None:
        return place
    return replace(place, site=replace(known, text=place.text, span=place.span))


def _rank(place: PlaceMention) -> float:
    return BUILDING_RANK if place.hint == "plain" and _is_building(place) else RANK[place.hint]


def _is_building(place: PlaceMention) -> bool:
    """Tell whether a place is no more than a house or street of a town: "a market in Kobi"."""
    return place.hint == "unnamed" or place.shape == "building"


def _distance(place: PlaceMention, cue: Span) -> int:
    gap = place.span.start - cue.end
    if gap < 0:
        gap = cue.start - place.span.end + BEFORE
    return gap + (ROUGH if place.hint in {"near", "between"} else 0)


_LETTERS = re.compile(r"[^\W\d_]{2,}")


def finest(places: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the place that says most closely where; the first of equals, the last of regions."""
    near = [place for place in places if place.hint not in {"country", "unnamed"}]
    inner = [
        p for p in near if not any(p.span in q.within or p.names[:1] == q.within[:1] for q in near)
    ]
    return min(inner or near, key=lambda place: RANK[place.hint], default=None)


def is_only_place(text: str, sentence: Sentence) -> bool:
    """Tell whether a sentence is a place's name and nothing else: "Dola (Koro district)."."""
    if sentence.cues or not sentence.places:
        return False
    at, left = sentence.span.start, ""
    for place in sentence.places:
        left += text[at : place.span.start]
        at = max(at, place.span.end)
    return _LETTERS.search(left + text[at : sentence.span.end]) is None


def contradict(first: PlaceMention | None, second: PlaceMention | None) -> bool:
    """Tell whether two places can't be of one event: two names of the same closeness."""
    if first is None or second is None or first.span == second.span:
        return False
    kinds = next((kinds for kinds in EXCLUSIVE if first.hint in kinds), frozenset[str]())
    return second.hint in kinds and not same(first, second)


def inside(part: PlaceMention, town: PlaceMention) -> bool:
    """Tell whether a place is a part of a town: "the Bako area of Kobi", or "Bako road" for short.

    A street or quarter that the words put nowhere else lies in the town that was told of.
    """
    if part.hint not in PARTS or town.quarter or not part.names:
        return False
    if part.held and _names(town).intersection(part.held):
        return town.hint in EXCLUSIVE[0]
    shared = not part.held or not set(part.held).isdisjoint(town.held)
    return part.quarter and shared and town.hint in EXCLUSIVE[0]


def same(first: PlaceMention, second: PlaceMention) -> bool:
    """Tell whether two mentions name the same place, one perhaps with more words."""
    one, two = first.text.casefold(), second.text.casefold()
    return one in two or two in one or bool(_names(first) & _names(second))


def _names(place: PlaceMention) -> set[str]:
    """Give a place's own name without the words around it: "Dola" of "the village of Dola"."""
    start = place.span.start
    own = [name for name in place.names if place.span.covers(name) and name not in place.within]
    return {place.text[name.start - start : name.end - start].casefold() for name in own[:1]}


def calls_wider(told: PlaceMention, name: PlaceMention) -> bool:
    """Tell whether one mention says that a title's bare name is a division's: "Kobi region"."""
    division = told.hint in {"region", "district"} and name.hint == "plain"
    return division and bool(_names(told) & _names(name))


def closer(first: PlaceMention | None, second: PlaceMention | None) -> PlaceMention | None:
    """Choose of two places of one event the one that says more closely where."""
    if first is None or second is None:
        return first or second
    return second if RANK[second.hint] < RANK[first.hint] else first
