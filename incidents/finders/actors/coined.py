"""Groups that no list has: the report itself names them, and may name them again.

"The Emirati mercenary group Redwater (RW)" makes an actor of "Redwater" and of "RW" wherever they
stand, and of "Emirati mercenaries".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from incidents.actors import Named
from incidents.finders.actors.phrases import Phrase
from incidents.records import ActorKind
from incidents.rules import load_rules

_ACRONYM = re.compile(r" ?\(([A-Z][A-Za-z-]{1,9})\)")
_MOST = 40
"""Names that one report may coin."""


class Coin(NamedTuple):
    """A name that a report gives a group."""

    words: str
    start: int
    end: int
    """Of the whole phrase, its noun included, in the text."""
    named: Named
    owner: str | None
    """ISO code of the country whose group it is said to be: "the Emirati mercenary group"."""
    rule: str


def coins(phrases: Sequence[Phrase], language: str) -> list[Coin]:
    """Read the groups that a report names itself, in text order."""
    found = []
    tables = load_rules(language, "actors")["open"]
    for phrase in phrases:
        if phrase.match is None or "class" in phrase.rule.extra:
            continue
        words = _name(phrase.match["group"].strip(), phrase.match["head"], tables)
        if words:
            found.append(_coin(phrase.rule.id, phrase.match, words, phrases, tables))
        if len(found) == _MOST:
            break
    return found


def _name(words: str, head: str, tables: Mapping[str, Sequence[str]]) -> str | None:
    """Drop what only leads up to a name: "The", "Suspected"; None where no name is left."""
    while (parts := words.split(" ", 1))[0] in tables["leading"]:
        if len(parts) == 1:
            return None
        words = parts[1]
    never = tables["never"]
    return None if words == head or words in never or words.split(" ")[0] in never else words


def _coin(
    rule: str,
    match: re.Match[str],
    words: str,
    phrases: Sequence[Phrase],
    tables: Mapping[str, Sequence[str]],
) -> Coin:
    start = match.string.index(words, match.start("group"))
    end = max(start + len(words), match.end("head"))
    actor_id = f"named:{words.casefold().replace(' ', '-')}"
    kind = _kind(match["head"], tables)
    named = Named(actor_id=actor_id, name=words, kind=kind)
    return Coin(words, start, end, named, _owner(match.start("head"), phrases), rule)


def _kind(head: str, tables: Mapping[str, Sequence[str]]) -> ActorKind:
    noun = head.casefold()
    if any(word in noun for word in tables["external"]):
        return "external forces"
    return "political militia" if noun.rstrip("s") in tables["militia"] else "rebel group"


def _owner(head: int, phrases: Sequence[Phrase]) -> str | None:
    """Find the country said right before the noun: "the Emirati mercenary group Redwater"."""
    for phrase in phrases:
        if phrase.match is None and phrase.start < head < phrase.end:
            owners = [t.entries[0].value for t in phrase.tokens if t.tag in "NC"]
            return owners[0] if owners else None
    return None


def told_again(text: str, coined: Sequence[Coin]) -> Iterator[tuple[int, int, Coin]]:
    """Find where coined names, and acronyms given with them, stand in a text."""
    by_words: dict[str, Coin] = {}
    for coin in coined:
        by_words.setdefault(coin.words, coin)
        if acronym := _ACRONYM.match(text, coin.end):
            by_words.setdefault(acronym[1], coin)
    if not by_words:
        return
    longest = sorted(by_words, key=lambda words: (-len(words), words))
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)")
    for match in pattern.finditer(text):
        yield match.start(), match.end(), by_words[match[0]]
