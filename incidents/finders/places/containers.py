"""Which mention the words say contains which: "Dori, Seno", "Boro et Tana, cercle de Koro"."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from incidents.coordination import listed
from incidents.finders.places.aside import LABEL, ORIGIN
from incidents.mentions import PlaceMention
from incidents.rules import NOTHING

LONGEST_JOINT = 60
"""Signs of ", the regional capital of " and its like."""
_OWNED = frozenset({"'s ", "’s "})
"""Behind a container: "Nigeria's Sokoto State"."""
_NEAR_HINTS = frozenset({"near", "between"})
_HEADS = frozenset({"country", "region", "district", "vague", "plain"})
LONGEST_HEADING, LONGEST_BULLET = 60, 8
"""Signs of a heading's line behind its name, and before it."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_ALIKE = frozenset({"plain", "village", "town"})
_OWNERS = frozenset({"country", "vague", "plain", "region", "town"})


def with_containers(text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """Write into each mention the names that the words say contain it, in text order."""
    result = sorted(mentions, key=lambda mention: mention.span)
    in_row = False
    for place in range(len(result) - 2, -1, -1):
        here, after = result[place], result[place + 1]
        gap = text[_end(here) : after.span.start]
        if after.names and after.names[0] in here.names:  # "Kobi, 20 km east of Ansongo"
            result[place] = replace(here, within=after.within)
            continue
        in_row = _are_alike(here, after) and (
            _last().fullmatch(gap) is not None or (in_row and gap == ", ")
        )
        if in_row:
            result[place] = _shared(here, after)
        elif _owns(here, after, gap):
            within = (*here.names, *(name for name in after.within if name not in here.names))
            result[place + 1] = replace(after, within=within[:4])
        elif _is_in(here, after, gap):
            whole = _owned(text, result, place + 1)
            result[place] = replace(here, within=(*whole.names, *whole.within)[:4])
    return [_with_words(text, mention) for mention in _under_labels(text, result)]


@cache
def _part_of() -> re.Pattern[str]:
    """What stands between a place and the one that contains it: "Boni (Mopti region)"."""
    ways = [", ", *listed("places", "part_of", "containment")]
    return re.compile("|".join(f"(?:{way})" for way in ways), re.IGNORECASE)


@cache
def _last() -> re.Pattern[str]:
    """Before the last of a row: "Tehran, Isfahan and Sanandaj" contain nothing."""
    return re.compile("|".join(listed("places", "last", "containment")) or NOTHING)


def _with_words(text: str, mention: PlaceMention) -> PlaceMention:
    if not mention.within:
        return mention
    return replace(mention, held=tuple(name.of(text).lower() for name in mention.within))


def _under_labels(text: str, mentions: list[PlaceMention]) -> Iterator[PlaceMention]:
    """Let a heading contain what stands below it, and a line's what the line names."""
    label: PlaceMention | None = None
    heading: PlaceMention | None = None
    for mention in mentions:
        if label and "\n" in text[label.span.end : mention.span.start]:
            label = heading
        if mention.hint in _HEADS and mention.names and _is_heading(text, mention):
            label = heading = replace(mention, shape="label", rule=LABEL)
            yield heading
            continue
        if mention.shape == "label":
            label = _under(mention, heading)
            mention = label  # noqa: PLW2901 - the same, in its heading
        elif label and mention.locative and mention.names and not mention.within:
            yield mention if mention.hint == "country" else _under(mention, label)
            continue
        yield mention


def _under(mention: PlaceMention, label: PlaceMention | None) -> PlaceMention:
    """Put a place into what heads it, and into what contains that."""
    if label is None or mention.within:
        return mention
    return replace(mention, within=(*label.names, *label.within)[:4])


def _is_heading(text: str, mention: PlaceMention) -> bool:
    """Tell whether a line is a division's name and what contains it: "Unity State, South Sudan"."""
    start = text.rfind("\n", 0, mention.span.start) + 1
    end = text.find("\n", mention.span.end, mention.span.end + LONGEST_HEADING)
    if (
        mention.span.start - start > LONGEST_BULLET
        or end < 0
        or _WORD.search(text, start, mention.span.start)
    ):
        return False
    inside = [name for name in mention.within if name.start < end]
    rest = max([mention.span.end, *(name.end for name in inside)])
    return _WORD.search(text[rest:end]) is None


def _are_alike(here: PlaceMention, after: PlaceMention) -> bool:
    """Tell whether two mentions may stand in one row: "the villages of Boro, Tana and Koro"."""
    return here.hint == after.hint or {here.hint, after.hint} <= _ALIKE


def _owns(here: PlaceMention, after: PlaceMention, gap: str) -> bool:
    """Tell whether a place leads to what lies in it: "Gao's Bako district", "Gao town of Bako"."""
    if here.hint not in _OWNERS or not after.locative or not after.names or not here.names:
        return False
    return gap in _OWNED or (gap == " " and after.hint in {"town", "village"})


def _end(mention: PlaceMention) -> int:
    """Return where a mention's words end: "Kobi, 20 km east of Ansongo" behind Ansongo."""
    return max(mention.span.end, mention.names[-1].end if mention.names else 0)


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
    around = after.hint in _NEAR_HINTS and after.shape != "beside"
    if not after.names or around or (here.hint == "country" and not here.quarter):
        return False
    if here.quarter and after.locative and gap in listed("places", "holds_things", "containment"):
        return True
    if after.shape == "speaker" or (here.rule == after.rule and here.shape == "list"):
        return False
    if here.rule == ORIGIN:
        return False  # "six drivers, all from Kobi, in Gao"
    adjective = after.hint == "country" and not after.locative
    return len(gap) <= LONGEST_JOINT and _part_of().fullmatch(gap) is not None and not adjective
