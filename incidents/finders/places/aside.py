"""Places that a report names without anything happening there: origins, flights, speakers.

The words are data: `data/rules/<language>/places/aside.toml`.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from msgspec.structs import replace

from incidents.coordination import listed
from incidents.finders.places.names import NameSpan
from incidents.mentions import PlaceMention, PlaceShape
from incidents.rules import NOTHING, compile_pattern, load_rules

LABEL = "places.label"
"""Rule of a mention that heads a line ("Borno: ...")."""
ORIGIN = "places.origin"
"""Rule of a mention of where people come from, in a clause of its own: nothing contains it."""
ADDRESS = "places.address"
"""Rule of a mention in the address of the report's issuer, which says nothing of its events."""
ABROAD = "places.abroad"
"""Rule of a country that is named for where somebody or something comes from, or who speaks:
"Turkey-made", "Chadian peacekeepers". It says nothing of where things happened."""
BEFORE, AFTER = 60, 120
"""Code points that are looked at before and behind a mention."""
_SHAPES: dict[str, PlaceShape] = {"speaker": "speaker", "label": "label"}
_OF_PEOPLE = frozenset({"demonym", "people", "organisation"})
"""Shapes of adjectives, peoples, and names that only begin an organisation's."""
_AROUND = frozenset({"near", "between"})
"""Hints of a place beside another, which contains nothing."""
_SENTENCE_END = re.compile(r"[.!?][ \n]|\n")


class Aside(NamedTuple):
    """One way of naming a place that is no place of an event."""

    id: str
    before: re.Pattern[str]
    """What ends right before the mention."""
    after: re.Pattern[str] | None
    """What follows right behind it, where that matters."""
    kind: Literal["", "speaker", "label", "address", "origin", "abroad"]
    """What the mention is instead, where it is one; an address is no mention at all. Of "abroad"
    are countries and adjectives only."""
    beside: bool
    """Only where the sentence names another place."""
    also: frozenset[str]
    """Hints of what may be named as from abroad beside states: "Washington urged", "the EU"."""
    match: tuple[str, ...]
    no_match: tuple[str, ...]


@cache
def asides(language: str) -> tuple[Aside, ...]:
    """Return the ways of a language.

    Raises:
        RuleError: one is wrong; the message names file and id.
    """
    return tuple(
        Aside(
            row["id"],
            compile_pattern(f"(?:{row.get('before', '')})$", {}, row["id"]),
            compile_pattern(row["after"], {}, row["id"]) if "after" in row else None,
            row.get("kind", ""),
            bool(row.get("beside")),
            frozenset(row.get("also", ())),
            tuple(row["match"]),
            tuple(row["no_match"]),
        )
        for row in load_rules(language, "places").get("aside", [])
    )


@cache
def _body(language: str) -> re.Pattern[str]:
    source = load_rules(language, "places")["body"]["before"]
    return compile_pattern(f"(?:{source})$", {}, f"{language} body")


def is_body(text: str, name: NameSpan, language: str) -> bool:
    """Tell whether a name is a part of an office's: "ministère de la Santé"."""
    if "country" in name.kinds:
        return False
    return _body(language).search(text, max(0, name.start - BEFORE), name.start) is not None


def set_aside(text: str, mentions: list[PlaceMention], language: str) -> list[PlaceMention]:
    """Mark the mentions that are no places of an event (`locative` false); in text order."""
    result = list(mentions)
    ways = [_way(text, mention, language) if mention.names else None for mention in mentions]
    # Those that are none in any sentence go first: "withdrew from Kobi, Kyiv said" is in Kobi.
    found = [(way, at) for at, way in enumerate(ways) if way is not None]
    for way, at in sorted(found, key=lambda item: item[0].beside):
        mention = mentions[at]
        if way.beside and not _has_other(text, result, at):
            continue
        result[at] = replace(mention, locative=False)
        if way.kind:
            shape = mention.shape if way.kind == "abroad" else _SHAPES.get(way.kind, "")
            result[at] = replace(result[at], shape=shape, rule=f"places.{way.kind}")
    return [mention for mention in result if mention.rule != ADDRESS]


def _way(text: str, mention: PlaceMention, language: str) -> Aside | None:
    start, end = mention.span
    for way in asides(language):
        if way.after and not way.after.match(text, end, end + AFTER):
            continue
        if not _may_be(mention, way):
            continue
        if way.before.search(text, max(0, start - BEFORE), start):
            return way
    return None


def _may_be(mention: PlaceMention, way: Aside) -> bool:
    """Tell whether a way is one of such a mention: states are named as from abroad, and unions."""
    if way.kind == "abroad":
        return mention.hint in {"country", *way.also} or mention.shape in _OF_PEOPLE
    return mention.locative and not (way.kind == "label" and mention.hint == "country")


def _has_other(text: str, mentions: list[PlaceMention], at: int) -> bool:
    """Tell whether the sentence names another place nearer than a country."""
    here = mentions[at].span
    for step in (-1, 1):
        other = at + step
        while 0 <= other < len(mentions):
            mention = mentions[other]
            between = sorted((here, mention.span))
            if _SENTENCE_END.search(text, between[0].end, between[1].start):
                break
            holds = step > 0 and mention.hint not in _AROUND
            own = holds and _own().fullmatch(text, between[0].end, between[1].start)
            if mention.locative and mention.names and mention.hint != "country" and not own:
                return True
            other += step
    return False


@cache
def _own() -> re.Pattern[str]:
    """Between a place and what contains it, which is no other one: "Guzang (Batibo): ..."."""
    return re.compile("|".join(listed("places", "own", "containment")) or NOTHING)
