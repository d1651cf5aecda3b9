"""Which mention the words say contains which: "Dori, Seno", "Boro et Tana, cercle de Koro"."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from incidents.finders.places.aside import LABEL, SPEAKER
from incidents.mentions import PlaceMention

_PLACE_NOUN = (
    r"(?:villages?|towns?|hamlets?|localit(?:y|ies)|communit(?:y|ies)|cit(?:y|ies)|areas?"
    r"|localités?|hameaux?|villes?|bourgs?|communes?|quartiers?)"
)
_PART_OF = re.compile(
    r"(?:,? (?:in|within|of|dans|en|au|aux)(?:(?: (?:the|la|le|les))? | l['’])|, "
    rf"|, (?:an?|the|both|une?|le|la|les|[a-zé]{{3,8}})(?: [a-zé]{{2,12}})? {_PLACE_NOUN} "
    r"(?:in |of |within |dans |en |de |du |des |d['’])(?:the |la |le |les |l['’])?"
    r"|, (?:the |la |le )?(?:[a-zé]{2,12} )?(?:capitale?|chef-lieu)(?: city)? "
    r"(?:of|de|du) (?:la |l['’]|the )?"
    r"|,? (?:du|des|de la|de l['’]|de|d['’]) ?| ?\((?:in |the |la |le )?)$",
    re.IGNORECASE,
)
"""What stands between a place and the one that contains it: "Dori, Seno", "Boni (Mopti region)"."""
LONGEST_JOINT = 40
"""Signs of ", the regional capital of " and its like."""
_LAST = re.compile(r",? (?:and|or|et|ou|&) (?:in |at |near |à |dans |de |d['’]|près de )?")
"""Before the last of a row: "Tehran, Isfahan and Sanandaj" contain nothing."""
_OWNED = frozenset({"'s ", "’s "})
"""Behind a container: "Nigeria's Sokoto State"."""
_NEAR_HINTS = frozenset({"near", "between"})
_ALIKE = frozenset({"plain", "village", "town"})
_OWNERS = frozenset({"country", "vague"})


def with_containers(text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """Write into each mention the names that the words say contain it, in text order."""
    result = sorted(mentions, key=lambda mention: mention.span)
    in_row = False
    for place in range(len(result) - 2, -1, -1):
        here, after = result[place], result[place + 1]
        gap = text[here.span.end : after.span.start]
        in_row = _are_alike(here, after) and (
            _LAST.fullmatch(gap) is not None or (in_row and gap == ", ")
        )
        if in_row:
            result[place] = _shared(here, after)
        elif gap in _OWNED and here.hint in _OWNERS and after.locative and not after.within:
            result[place + 1] = replace(after, within=here.names)
        elif _is_in(here, after, gap):
            whole = _owned(text, result, place + 1)
            result[place] = replace(here, within=(*whole.names, *whole.within)[:4])
    return list(_under_labels(text, result))


def _under_labels(text: str, mentions: list[PlaceMention]) -> Iterator[PlaceMention]:
    """Let a line's heading contain what the line names: "Borno: ... near Damboa"."""
    label: PlaceMention | None = None
    for mention in mentions:
        if label and "\n" in text[label.span.end : mention.span.start]:
            label = None
        if mention.rule == LABEL:
            label = mention
        elif label and mention.locative and mention.names and not mention.within:
            yield mention if mention.hint == "country" else replace(mention, within=label.names)
            continue
        yield mention


def _are_alike(here: PlaceMention, after: PlaceMention) -> bool:
    """Tell whether two mentions may stand in one row: "the villages of Boro, Tana and Koro"."""
    return here.hint == after.hint or {here.hint, after.hint} <= _ALIKE


def _owned(text: str, mentions: list[PlaceMention], at: int) -> PlaceMention:
    """Return what a country's name only leads to: "in Nigeria's Yobe state" is in Yobe."""
    here = mentions[at]
    if here.hint not in _OWNERS or at + 1 == len(mentions):
        return here
    owned = mentions[at + 1]
    gap = text[here.span.end : owned.span.start]
    return owned if gap in _OWNED and owned.names and owned.locative else here


def _shared(here: PlaceMention, after: PlaceMention) -> PlaceMention:
    """Give a place of a row the container of the row: "Boro et Tana, dans le cercle de Koro"."""
    return here if here.within or here.hint == "country" else replace(here, within=after.within)


def _is_in(here: PlaceMention, after: PlaceMention, gap: str) -> bool:
    """Tell whether the words between two mentions put the first into the second."""
    if not after.names or after.hint in _NEAR_HINTS or here.hint == "country":
        return False
    if after.rule == SPEAKER or (here.rule == after.rule and here.rule.endswith("-list")):
        return False
    adjective = after.hint == "country" and not after.locative
    return len(gap) <= LONGEST_JOINT and _PART_OF.fullmatch(gap) is not None and not adjective
