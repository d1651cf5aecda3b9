"""Phrases over words: matches the short patterns of the language data in one pass.

A phrase is words in a row, `a|b` for either, `<class>` for a named list of words, `word?` for
one that may be missing, `#` for a number, `..3` for up to three words that are not looked at
(`,,3` lets commas be among them). Case, accents, hyphens and apostrophes don't matter:

    "open|opened fire on|at"      "<plane> ..3 <hit>"      "# dead|killed"

Every phrase starts with a word, is found by it, and reaches a bounded way: a text is read once.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from incidents.errors import RuleError
from incidents.records import Span

MAX_GAP = 12
"""Words that one gap may pass over."""

_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+){0,6}|[^\s\w'’`´\-‐‑]")
"""Words, numbers, and the marks that divide clauses; hyphens and apostrophes divide words only."""
_ELEMENT = re.compile(r"(\.\.|,,)(\d{1,2})|(#\??)|([^\s?]{1,400})(\??)")
_HARD_STOPS = frozenset('.;:()[]"“”«»!?—–|')


class Word(NamedTuple):
    """One word, number or mark of a sentence."""

    folded: str
    """Lower case, without accents."""
    start: int
    """First code point in the document's clean text."""
    end: int
    """One past the last."""


class Element(NamedTuple):
    """One step of a phrase."""

    words: frozenset[str] | None
    """Any of these; None for a number or a gap."""
    gap: int
    """Words passed over; 0 where the step takes one word."""
    commas: bool
    """Whether the gap may pass commas."""
    optional: bool


class Phrase(NamedTuple):
    """A compiled phrase and the key of the rule it belongs to."""

    key: str
    elements: tuple[Element, ...]


class Hit(NamedTuple):
    """A phrase found: words `[first, last)` of the sentence."""

    key: str
    first: int
    last: int


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Take case and accents off a word."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.lower())
    return "".join(char for char in parts if not unicodedata.combining(char)).replace("œ", "oe")


def split_words(text: str, span: Span) -> list[Word]:
    """Divide one sentence of a text into words."""
    return [
        Word(fold(found[0]), found.start(), found.end())
        for found in _TOKEN.finditer(text, span.start, span.end)
    ]


def is_number(folded: str) -> bool:
    """Tell whether a word is written in digits."""
    return folded[:1].isdigit()


def read_classes(table: Mapping[str, str], where: str) -> dict[str, frozenset[str]]:
    """Read the `[classes]` of a rule file: name = "word word <other class>".

    Raises:
        RuleError: a class names another that does not stand before it.
    """
    classes: dict[str, frozenset[str]] = {}
    for name, words in table.items():
        found: set[str] = set()
        for word in words.split():
            found |= _class_or_word(word, classes, f"{where}, class {name!r}")
        classes[name] = frozenset(found)
    return classes


def _class_or_word(
    word: str, classes: Mapping[str, frozenset[str]], where: str
) -> frozenset[str]:
    if not (word.startswith("<") and word.endswith(">")):
        return frozenset({fold(word)})
    if word[1:-1] not in classes:
        raise RuleError(f"{where}: no class {word} is named before it.")
    return classes[word[1:-1]]


def compile_phrase(
    key: str, source: str, classes: Mapping[str, frozenset[str]], where: str
) -> Phrase:
    """Compile one phrase of the data.

    Raises:
        RuleError: an unknown class, a gap that is too wide, or a phrase that starts with no word.
    """
    elements = tuple(_element(found, classes, where) for found in _ELEMENT.finditer(source))
    if not elements or elements[0].words is None or elements[0].optional:
        raise RuleError(f"{where}: {source!r} must start with a word that is always there.")
    return Phrase(key, elements)


def _element(
    found: re.Match[str], classes: Mapping[str, frozenset[str]], where: str
) -> Element:
    if found[1]:
        if int(found[2]) > MAX_GAP:
            raise RuleError(f"{where}: the gap {found[0]} is wider than {MAX_GAP} words.")
        return Element(None, int(found[2]), found[1] == ",,", optional=True)
    if found[3]:
        return Element(None, 0, commas=False, optional=found[3].endswith("?"))
    words = frozenset[str]().union(
        *(_class_or_word(word, classes, where) for word in found[4].split("|"))
    )
    return Element(words, 0, commas=False, optional=bool(found[5]))


class PhraseBook:
    """All phrases of one rule file, found by their first word."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        """Index the phrases."""
        self._by_word: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            for word in phrase.elements[0].words or ():
                self._by_word.setdefault(word, []).append(phrase)

    def find(self, words: Sequence[Word]) -> list[Hit]:
        """Find every phrase in a sentence; of one rule at one word, the longest."""
        hits = []
        by_word = self._by_word
        for index, word in enumerate(words):
            phrases = by_word.get(word.folded)
            if phrases:
                hits += self._at(words, index, phrases)
        return hits

    @staticmethod
    def _at(words: Sequence[Word], index: int, phrases: Iterable[Phrase]) -> list[Hit]:
        longest: dict[str, int] = {}
        for phrase in phrases:
            last = _match(words, index + 1, phrase.elements, 1)
            if last > longest.get(phrase.key, 0):
                longest[phrase.key] = last
        return [Hit(key, index, last) for key, last in longest.items()]


def _match(words: Sequence[Word], at: int, elements: tuple[Element, ...], step: int) -> int:
    """Return one past the last word of the match, or 0."""
    while step < len(elements):
        element = elements[step]
        if element.gap:
            return _match_gap(words, at, elements, step)
        taken = at < len(words) and _takes(element, words[at].folded)
        if element.optional and taken and (last := _match(words, at + 1, elements, step + 1)):
            return last
        if not taken and not element.optional:
            return 0
        at += taken and not element.optional
        step += 1
    return at


def _match_gap(words: Sequence[Word], at: int, elements: tuple[Element, ...], step: int) -> int:
    for passed in range(elements[step].gap + 1):
        if last := _match(words, at + passed, elements, step + 1):
            return last
        if at + passed >= len(words) or _stops(words[at + passed].folded, elements[step].commas):
            return 0
    return 0


def _takes(element: Element, folded: str) -> bool:
    return is_number(folded) if element.words is None else folded in element.words


def _stops(folded: str, commas: bool) -> bool:  # noqa: FBT001 - read from the element beside it
    return folded in _HARD_STOPS or (folded == "," and not commas)
