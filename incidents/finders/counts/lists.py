"""Numbers told in one breath: parts of a whole before them, and sides of one sum."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from incidents.coordination import either, listed
from incidents.finders.counts.nouns import lexicon
from incidents.mentions import CountMention
from incidents.records import Span
from incidents.rules import compile_pattern, expand_pieces, load_rules

_REACH = 80
_PAIR = 2
_MOST_MEMBERS = 6


class _Joins(NamedTuple):
    gap: re.Pattern[str]
    """Between the parts of a breakdown."""
    tail: re.Pattern[str]
    """What belongs to the first of two numbers that are told in one breath."""
    own_key: frozenset[str]
    """Nouns that say themselves what befell those counted: "3 wounded"."""


@cache
def _joins(language: str) -> _Joins:
    where, table = f"data/rules/{language}/counts.toml, list", load_rules(language, "counts")
    pieces = expand_pieces(table["context_pieces"], where)
    return _Joins(
        gap=compile_pattern(table["list_gap"], {}, where),
        tail=compile_pattern(table["list_tail"], pieces, where),
        own_key=frozenset(word for word, kind in lexicon(language).plural.items() if kind.key),
    )


def as_part(
    text: str, previous: CountMention | None, mention: CountMention, language: str
) -> CountMention:
    """Carry a breakdown on: "including three women and five children"."""
    if previous is None:
        return mention
    if mention.kind == "same":
        same = {"low": previous.low, "best": previous.best, "high": previous.high}
        return msgspec.structs.replace(mention, **same)
    if mention.including:  # "28 drones, of which 26": the part is of the whole's kind
        things = previous.people == "thing" and not mention.noun
        return msgspec.structs.replace(mention, people="thing", key=None) if things else mention
    return (
        msgspec.structs.replace(mention, including=True)
        if _goes_on(text, previous, mention, language)
        else mention
    )


def _goes_on(text: str, previous: CountMention, mention: CountMention, language: str) -> bool:
    between = text[previous.span.end : mention.span.start]
    if between.strip() == "(":  # "2 people (a man and his son)"
        return True
    if not previous.including:
        return False
    if mention.people in {"thing", "combatant"} and previous.people != "combatant":
        return False
    return _joins(language).gap.match(between) is not None


def apposed(text: str, mentions: Sequence[CountMention], language: str) -> list[CountMention]:
    """Know the members of "four people, two men, a woman and a child": they are those four."""
    told = list(mentions)
    for index, whole in enumerate(told):
        if whole.best is None or whole.best < _PAIR or whole.people == "thing":
            continue
        members = _members(text, told, index, language)
        if not _is_enough(whole, [told[one] for one in members]):
            continue
        if sum(told[one].low for one in members) == whole.best:
            for one in members:
                told[one] = msgspec.structs.replace(told[one], including=True)
    return told


def _members(text: str, told: Sequence[CountMention], index: int, language: str) -> list[int]:
    """List the numbers that stand in a row behind one, after a comma, a dash or a colon."""
    gap = _joins(language).gap
    members: list[int] = []
    end = told[index].span.end
    for one in range(index + 1, min(index + 1 + _MOST_MEMBERS, len(told))):
        between = text[end : told[one].span.start]
        fits = gap.match(between) if members else _apposed().match(between)
        if fits is None or told[one].best is None or told[one].people == "thing":
            break
        if told[one].key not in {None, told[index].key}:
            break  # "six dead, three wounded and three missing"
        members.append(one)
        end = told[one].span.end
    return members


def _is_enough(whole: CountMention, members: Sequence[CountMention]) -> bool:
    """Tell whether so many members may make a whole: one alone if it says more than "people"."""
    if whole.civilian is False and any(one.civilian for one in members):
        return False  # "three policemen, two civilians and a teacher"
    if len(members) != 1:
        return bool(members)
    vague = whole.people == "person" and whole.civilian is None
    return vague and members[0].noun not in {"", whole.noun} and members[0].key is None


def with_tail(text: str, first: CountMention, second: CountMention, language: str) -> CountMention:
    """Let the first of two numbers told in one breath take in what belongs to it.

    "Two soldiers of the garrison and a teacher were killed" tells three dead.
    """
    if second.kind == "aged":
        return first  # "farmer Ali Musa, 51," is one man
    near = second.span.start - first.span.end <= _REACH
    if not near or "thing" in {first.people, second.people} or first.including != second.including:
        return first
    joins = _joins(language)
    gap = joins.tail.match(text[first.span.end : second.span.start])
    if gap is None:
        return first
    shares = first.key is None and second.noun and second.noun not in joins.own_key
    span = Span(first.span.start, first.span.end + gap.end("tail"))
    return msgspec.structs.replace(
        first, span=span, text=span.of(text), key=second.key if shares else first.key
    )


@cache
def _apposed() -> re.Pattern[str]:
    """Between a whole and the first of its members."""
    lead = either(listed("counts", "apposed"))
    return re.compile(rf"(?:,| [—–-]|:| \()? ?(?:[—–] )?{lead}?$")
