"""Every word that the finder of actors knows, in one automaton a language.

Keys are folded (lower case, no accents, punctuation to blanks) and wrapped in blanks, so that a
hit begins and ends with whole words: "al-Shabaab" and "Al Shabaab" are one key.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import ahocorasick

from incidents.actors import communities, countries, groups, leaders
from incidents.rules import load_rules


class Entry(NamedTuple):
    """One meaning of a phrase."""

    tag: str
    """Its letter in the rules; see data/rules/en/actors/words.toml."""
    value: str
    """Actor id for A, ISO code for N and C, class or group of the word otherwise."""
    group: str
    """What "the group" may stand for, and what it is said of."""
    capitals: tuple[int, ...]
    """Offsets at which the text must have a capital."""
    phrase: str


class Token(NamedTuple):
    """A phrase of the lexicon where it stands in a text."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    tag: str
    """The letter of its first meaning; all meanings of a phrase share it."""


class _Folding(dict[int, int]):
    """One code point to one: lower case without accents; what is no letter or digit, a blank."""

    def __missing__(self, point: int) -> int:
        base = unicodedata.normalize("NFD", chr(point))[0].lower()
        folded = ord(base) if len(base) == 1 and base.isalnum() else ord(" ")
        self[point] = folded
        return folded


_FOLDING = _Folding()
_ARTICLE = re.compile(r"(?:^The |\b[AE]l[ -])")
_RANK = "ZWPARTUXFmfVSKBYucvkEMLGHJNCDO"
"""Where a phrase has several tags the first of these holds: "Niger Delta" is no country."""


def fold(text: str) -> str:
    """Fold a text, code point by code point, so that spans keep their place."""
    return text.translate(_FOLDING)


@cache
def _automaton(language: str) -> Any:
    table: dict[str, list[Entry]] = {}
    for entry in _entries(language):
        table.setdefault(f" {fold(entry.phrase)} ", []).append(entry)
    automaton = ahocorasick.Automaton()
    for key, entries in table.items():
        best = min((_RANK.index(entry.tag) for entry in entries), default=0)
        # "al-Qaeda" and "al Qaeda" fold to one key and are one meaning.
        kept = {entry[:4]: entry for entry in entries if _RANK.index(entry.tag) == best}
        automaton.add_word(key, (len(key) - 2, tuple(kept.values())))
    automaton.make_automaton()
    return automaton


def _entry(tag: str, value: str, phrase: str, group: str = "") -> Entry:
    # "Al-Shabaab" and "al-Shabaab" are both written, "Brigades Al-Qassam" and "al-Qassam" too.
    free = {article.start() for article in _ARTICLE.finditer(phrase)}
    capitals = tuple(i for i, sign in enumerate(phrase) if sign.isupper() and i not in free)
    return Entry(tag, value, group, capitals, phrase)


def _entries(language: str) -> Iterator[Entry]:
    plural: str = load_rules(language, "actors").get("people_plural", "")
    for group in groups().values():
        for alias in group.aliases:
            yield _entry("A", group.actor_id, alias)
    for country in countries().values():
        for name in country.names.get(language, (country.name,)):
            yield _entry("C", country.iso, name)
        for adjective in country.adjectives.get(language, ()):
            yield _entry("N", country.iso, adjective)
            if plural and not adjective.endswith(plural):
                yield _entry("D", country.iso, f"{adjective}{plural}")
        for capital in country.capitals.get(language, ()):
            yield _entry("O", country.iso, capital)
    for name, actor_id in leaders().items():
        yield _entry("J", actor_id, name)
    for form, name in communities(language).items():
        yield _entry("E", name, form)
    yield from _words(load_rules(language, "actors"))


def _words(rules: Mapping[str, Any]) -> Iterator[Entry]:
    for table in rules["lexicon"]:
        for word in table["words"]:
            yield _entry(table["tag"], table.get("class", ""), word, table.get("group", ""))


def tokens(text: str, language: str) -> list[Token]:
    """Find the phrases of the lexicon in a text: longest first from the left, never overlapping.

    A capital in the lexicon wants a capital in the text: "RED" is no "red", "Fano" no "fano".
    """
    found = []
    for last, (length, entries) in _automaton(language).iter(f" {fold(text)} "):
        end = last - 1
        start = end - length
        if len(entries) == 1:
            kept = entries if _capitals_hold(text, start, entries[0]) else ()
        else:  # "JNIM" and "Jnim" are two aliases of one group: one meaning
            held = {e.value: e for e in reversed(entries) if _capitals_hold(text, start, e)}
            kept = tuple(reversed(held.values()))
        if kept:
            found.append(Token(start, end, kept, kept[0].tag))
    found.sort(key=lambda token: (token.start, -token.end))
    return list(_disjoint(found))


def _disjoint(found: list[Token]) -> Iterator[Token]:
    reached = 0
    for token in found:
        if token.start >= reached:
            yield token
            reached = token.end


def _capitals_hold(text: str, start: int, entry: Entry) -> bool:
    for offset in entry.capitals:
        if not text[start + offset].isupper():
            return False
    short = len(entry.phrase) <= 4 and entry.phrase.isupper()  # noqa: PLR2004  # IS, US, RED, CAR
    return not (short and _shouted(text, start, start + len(entry.phrase)))


def _shouted(text: str, start: int, end: int) -> bool:
    """Tell whether a short acronym stands in a line that is all capitals: "WHAT IS KNOWN"."""
    before = text[max(0, start - 12) : start].split()[-1:]
    after = text[end : end + 12].split()[:1]
    around = [word for word in (*before, *after) if sum(map(str.isalpha, word)) > 1]
    return bool(around) and all(word.isupper() and word.isalpha() for word in around)
