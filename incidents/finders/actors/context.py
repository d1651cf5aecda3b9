"""What the whole report says of its actors: its countries, and how it describes its groups.

"The army" is the army of the country that the report is about there; "Russian mercenaries" are
the Wagner Group only where the report itself has called Wagner that.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from incidents.actors import Named, groups, of_group
from incidents.coordination import listed
from incidents.finders.actors.coined import Coin
from incidents.finders.actors.lexicon import Entry, Token
from incidents.finders.actors.phrases import Phrase
from incidents.records import Span
from incidents.rules import NOTHING
from incidents.text import Document

_DATELINE = 200
"""A country named this early weighs double: the dateline, the title."""
_TITLE = 60
"""Code points of a heading in which its country is looked for."""
_MOST = 0.6
"""Share of the countries named that makes a report one country's."""
_LABEL = frozenset({".", ":", "—", "–"})


class Context(NamedTuple):
    """What is known of a report before its mentions are resolved."""

    weights: Mapping[str, float]
    """ISO codes of the countries that it names, by how much it is about them."""
    top: str | None
    """The heaviest, or None."""
    places: tuple[tuple[int, str], ...]
    """Where a country is named as a place, with its code, in text order."""
    described: Mapping[str, Named]
    """Country to the private group that the report calls that country's."""
    certain: frozenset[str]
    """Ids of groups that a name of theirs without a namesake stands for."""
    sentences: tuple[Span, ...]
    blocks: tuple[int, ...]
    """Starts of paragraphs, in order."""
    headings: tuple[int, ...]
    """Starts of headings, and of paragraphs that begin with a label ("NIGER. Soldiers ...")."""


UNREAD = Context({}, None, (), {}, frozenset(), (), (), ())
"""Of a report whose actors nobody looked for."""


def read_context(
    doc: Document, tokens: Sequence[Token], phrases: Sequence[Phrase], coined: Sequence[Coin] = ()
) -> Context:
    """Gather a report's countries and descriptions from its tokens and phrases."""
    weights: defaultdict[str, float] = defaultdict(float)
    elsewhere = {
        t.start
        for phrase in phrases
        if phrase.rule.extra.get("role") in ("supplier", "supporter")
        for t in phrase.tokens
    }
    for token in tokens:
        if token.start in elsewhere:
            continue
        for iso, weight in _evidence(token):
            weights[iso] += weight * (2 if token.start < _DATELINE else 1)
    certain = frozenset(
        token.entries[0].value for token in tokens if token.tag == "A" and _certain(token.entries)
    )
    top = max(sorted(weights), key=lambda iso: weights[iso], default=None)
    return Context(
        weights=weights,
        top=top,
        places=tuple(_places(doc.text, tokens, phrases)),
        described=_described(phrases) | _coined(coined),
        certain=certain,
        sentences=doc.sentences,
        blocks=tuple(block.span.start for block in doc.blocks),
        headings=tuple(_headings(doc, tokens)),
    )


def _evidence(token: Token) -> list[tuple[str, float]]:
    if token.tag in "CND":
        share = (2.0 if token.tag == "C" else 1.0) / len(token.entries)
        return [(entry.value, share) for entry in token.entries]
    if token.tag == "A" and len(token.entries) == 1:
        group = groups()[token.entries[0].value]
        if group.kind != "external forces" and group.home and _certain(token.entries):
            return [(group.home, 0.5)]
    return []


def _headings(doc: Document, tokens: Sequence[Token]) -> Iterator[int]:
    labels = {t.start for t in tokens if t.tag == "C" and doc.text[t.end : t.end + 1] in _LABEL}
    for block in doc.blocks:
        if block.kind == "heading" or block.span.start in labels:
            yield block.span.start


def _certain(entries: Sequence[Entry]) -> bool:
    short = len(entries[0].phrase) <= 3  # noqa: PLR2004  # AA, KIA, SNA have namesakes
    return len(entries) == 1 and bool(entries[0].capitals) and not short


def _places(text: str, tokens: Sequence[Token], phrases: Sequence[Phrase]) -> list[tuple[int, str]]:
    owners = {t.start for p in phrases if p.rule.extra["make"] != "drop" for t in p.tokens}
    return [
        (token.start, token.entries[0].value)
        for token in tokens
        if token.tag == "C"
        and token.start not in owners
        and not _not_there().search(text[max(0, token.start - 48) : token.start])
        and not _border().match(text, token.end)
    ]


def _coined(coined: Sequence[Coin]) -> dict[str, Named]:
    """The same of groups that only the report names."""
    mercenary = [coin for coin in coined if coin.named.kind == "external forces"]
    return {coin.owner: coin.named for coin in reversed(mercenary) if coin.owner}


def _described(phrases: Sequence[Phrase]) -> dict[str, Named]:
    """Find the groups that the report calls a country's mercenaries, or just mercenaries."""
    found: dict[str, Named] = {}
    for phrase in phrases:
        named = [t for t in phrase.tokens if t.tag == "A"]
        if not named or phrase.rule.extra["make"] != "named":
            continue
        group = groups()[named[0].entries[0].value]
        if group.kind == "external forces":
            owners = [t.entries[0].value for t in phrase.tokens if t.tag in "NC"]
            if not owners and group.home and any(t.tag == "X" for t in phrase.tokens):
                owners = [group.home]
            for iso in owners:
                found.setdefault(iso, of_group(group.actor_id))
    return found


def country_at(context: Context, position: int) -> str | None:
    """Tell which country the report is about at a position: `nearby_country`, else its top."""
    return nearby_country(context, position) or context.top


def nearby_country(context: Context, position: int) -> str | None:
    """Tell which country the words around a position name as the place.

    The one last named in the sentence, else the nearest after it there, else the paragraph's
    where the report is about several, else that of the heading or label above; else None.
    """
    index = bisect_right(context.sentences, (position, 1 << 60)) - 1
    if index >= 0 and (sentence := context.sentences[index]).end >= position:
        if here := _within(context, sentence.start, position):
            return here[-1]
        if here := _within(context, position, sentence.end):
            return here[0]
    if not _one_country(context):
        block = bisect_right(context.blocks, position) - 1
        if block >= 0 and (above := _within(context, context.blocks[block], position)):
            return above[-1]
    heading = bisect_right(context.headings, position) - 1
    if heading >= 0:
        start = context.headings[heading]
        if named := _within(context, start, min(position, start + _TITLE)):
            return named[0]
    return None


def _one_country(context: Context) -> bool:
    return context.weights.get(context.top or "", 0.0) > _MOST * sum(context.weights.values())


def _within(context: Context, start: int, end: int) -> list[str]:
    first = bisect_right(context.places, (start - 1, "~"))
    last = bisect_right(context.places, (end - 1, "~"))
    return [iso for _, iso in context.places[first:last]]


def choose(token: Token, context: Context) -> list[Entry]:
    """Choose among the groups of one name by what the report says elsewhere.

    Returns:
        One entry where the report decides; several where it leaves them open; none where the
        name is too short or too plain to be believed without the group's country.
    """
    scored = [(_support(entry, context), entry) for entry in token.entries]
    best = max(score for score, _ in scored)
    kept = [entry for score, entry in scored if score == best]
    if best > 0 or (_certain(token.entries) or len(token.entries) > 1):
        return kept
    if not token.entries[0].capitals or _beside(token.entries[0], context):
        return kept
    return [] if context.weights or len(token.entries[0].phrase) <= 2 else kept  # noqa: PLR2004


def _beside(entry: Entry, context: Context) -> bool:
    """Tell whether a group acts where one that the report surely names does: VDP beside JNIM."""
    theatre = {iso for one in context.certain for iso in groups()[one].countries}
    return not theatre.isdisjoint(groups()[entry.value].countries)


def _support(entry: Entry, context: Context) -> float:
    countries = groups()[entry.value].countries
    near = max((context.weights.get(iso, 0.0) for iso in countries), default=0.0)
    near /= sum(context.weights.values()) or 1.0
    return near + (2.0 if entry.value in context.certain else 0.0)


@cache
def _not_there() -> re.Pattern[str]:
    """Before a country that is no place of what the sentence tells."""
    ways = listed("actors", "not_there", "countries")
    return re.compile(f"(?:{'|'.join(ways) or NOTHING})$", re.IGNORECASE)


@cache
def _border() -> re.Pattern[str]:
    """Behind such a country: "near the Niger border" is on either side."""
    ways = listed("actors", "border", "countries")
    return re.compile("|".join(ways) or NOTHING, re.IGNORECASE)
