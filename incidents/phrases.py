"""Phrases over words: matches the short patterns of the language data in one pass.

A phrase is words in a row, `a|b` for either, `<class>` for a named list of words, `word?` for
one that may be missing, `#` for a number, `#4` for a year, `^` for a capitalised word, `..3` for
up to three words that are not looked at (`,,3` lets commas be among them, `~~3` no word of the
class `<links>`, so that it stays in one noun phrase: "captured a senior Taliban leader"). Case,
accents, quotes, hyphens and apostrophes don't matter:

    "open|opened fire on|at"      "<plane> ..3 <hit>"      "# dead|killed"

Every phrase starts with a word, is found by it, and reaches a bounded way: a text is read once.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

from incidents.errors import RuleError
from incidents.records import Span
from incidents.rules import load_rules

YEAR_DIGITS = 4
MAX_GAP = 12
"""Words that one gap may pass over."""

_TOKEN = re.compile(r"([^\W\d_]+|\d+(?:[.,]\d+){0,6}|[^\s\w'’`´\-‐‑\"“”„«»‹›])")
"""Words, numbers, and the marks that divide clauses; quotes and hyphens are passed over."""
_GAP = re.compile(r"(\.\.|,,|~~)(\d{1,2})")
_LINKS = "links"
"""Class of the words that end a noun phrase."""
_WILD = frozenset({"#", "#4", "^"})
HARD_STOPS = frozenset(".;:()[]!?—–|")
"""Marks that no phrase and no bar reaches across."""


class Word(NamedTuple):
    """One word, number or mark of a sentence."""

    folded: str
    """Lower case, without accents."""
    start: int
    """First code point in the document's clean text."""
    end: int
    """One past the last."""
    capital: bool = False
    """Whether it begins with a capital letter, as names do."""


class Element(NamedTuple):
    """One step of a phrase."""

    words: frozenset[str]
    """Any of these, among them "#", "#4" and "^" for a number, year, name; empty for a gap."""
    gap: int
    """Words passed over; 0 where the step takes one word."""
    commas: bool
    """Whether the gap may pass commas."""
    optional: bool
    ends: frozenset[str] = frozenset()
    """Words that the gap doesn't pass."""


class Phrase(NamedTuple):
    """A compiled phrase and the key of the rule it belongs to."""

    key: str
    elements: tuple[Element, ...]
    second: Element | None = None
    """The step that must take the word right behind the first; None where none must."""
    needs: frozenset[str] = frozenset()
    """Words, one of which must stand behind the first; empty where any word may do."""


class Hit(NamedTuple):
    """A phrase found: words `[first, last)` of the sentence."""

    key: str
    first: int
    last: int
    at: tuple[int, ...]
    """The words that matched, without those of the gaps."""


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Take case and accents off a word."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.lower())
    return "".join(char for char in parts if not unicodedata.combining(char)).replace("œ", "oe")


def split_words(text: str, span: Span) -> tuple[Word, ...]:
    """Divide one sentence of a text into words."""
    return _split(text[span.start : span.end], span.start)


_word = partial(tuple.__new__, Word)
"""Makes a word of its fields in one tuple: a report has thousands."""


@lru_cache(maxsize=1024)
def _split(sentence: str, start: int) -> tuple[Word, ...]:
    """Divide a sentence into words; finder and marks ask for the same sentences."""
    parts = _TOKEN.split(sentence)  # words at the odd places, what is passed over between them
    at = list(accumulate(map(len, parts), initial=start))
    words = parts[1::2]
    capitals = [word[0].isupper() for word in words]
    return tuple(map(_word, zip(map(fold, words), at[1::2], at[2::2], capitals, strict=False)))


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


@cache
def word_classes(language: str) -> dict[str, frozenset[str]]:
    """Read the classes of words that the phrases of a language may name: its `classes.toml`."""
    table = load_rules(language, "classes").get("classes", {})
    return read_classes(table, f"data/rules/{language}/classes.toml")


def _class_or_word(word: str, classes: Mapping[str, frozenset[str]], where: str) -> frozenset[str]:
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
    elements = tuple(_element(part, classes, where) for part in source.split())
    if not elements or not elements[0].words or elements[0].optional:
        raise RuleError(f"{where}: {source!r} must start with a word that is always there.")
    must = len(elements) > 1 and not elements[1].optional
    return Phrase(key, elements, elements[1] if must else None, _needs(elements))


def _needs(elements: Sequence[Element]) -> frozenset[str]:
    """Choose the fewest words that a phrase cannot do without, behind its first."""
    sets = [e.words for e in elements[1:] if not e.optional and _WILD.isdisjoint(e.words)]
    return min(sets, key=len, default=frozenset())


def _element(part: str, classes: Mapping[str, frozenset[str]], where: str) -> Element:
    if gap := _GAP.fullmatch(part):
        if not 1 <= int(gap[2]) <= MAX_GAP:
            raise RuleError(f"{where}: the gap {part} must pass 1 to {MAX_GAP} words.")
        ends = classes.get(_LINKS, frozenset()) if gap[1] == "~~" else frozenset()
        return Element(frozenset(), int(gap[2]), gap[1] == ",,", optional=True, ends=ends)
    bare = part.removesuffix("?")
    words = frozenset[str]().union(
        *(_class_or_word(word, classes, where) for word in bare.split("|"))
    )
    if not bare or "" in words or any("?" in word for word in words):
        raise RuleError(f"{where}: {part!r} is no step of a phrase.")
    return Element(words, 0, commas=False, optional=part != bare)


class PhraseBook:
    """All phrases of one rule file, found by their first two words."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        """Index the phrases."""
        by_word: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            for word in phrase.elements[0].words:
                by_word.setdefault(word, []).append(phrase)
        self._by_word = {word: _Beginning(found) for word, found in by_word.items()}

    def all(self) -> Iterable[Sequence[Phrase]]:
        """Give the phrases, by first word."""
        return [beginning.phrases for beginning in self._by_word.values()]

    def find(self, words: Sequence[Word]) -> list[Hit]:
        """Find every phrase in a sentence; of one rule at one word, the longest."""
        hits: list[Hit] = []
        folded = [word[0] for word in words]
        held = frozenset(folded)
        beginnings = list(map(self._by_word.get, folded))
        if numbers := self._by_word.get("#"):
            for index, word in enumerate(folded):
                if word[:1].isdigit():
                    beginnings[index] = beginnings[index] or numbers
        folded.append("")
        for index, beginning in enumerate(beginnings):
            if beginning is not None and (phrases := beginning.before(folded[index + 1])):
                hits += _hits_at(words, index, phrases, held)
        return hits


class _Beginning:
    """The phrases of one first word; most fail on their second, so that is looked at first."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self.phrases = phrases
        self._open = [one for one in phrases if _is_open(one.second)]
        self._second = frozenset[str]().union(*(p.second.words for p in phrases if p.second))
        self._before: dict[str, list[Phrase]] = {}

    def before(self, following: str) -> Sequence[Phrase]:
        """Give the phrases that may go on with a word, in their order; "" ends the sentence."""
        if following not in self._second:
            return self._open
        found = self._before.get(following)
        if found is None:
            found = [
                phrase
                for phrase in self.phrases
                if _is_open(phrase.second) or (phrase.second and following in phrase.second.words)
            ]
            self._before[following] = found
        return found


def _is_open(second: Element | None) -> bool:
    """Tell whether the second step may take words that it doesn't list: numbers and names."""
    return second is None or not _WILD.isdisjoint(second.words)


def _hits_at(
    words: Sequence[Word], index: int, phrases: Iterable[Phrase], held: frozenset[str]
) -> Iterable[Hit]:
    """Find the phrases that begin at a word; `held` are all words of the sentence."""
    longest: dict[str, Hit] = {}
    for phrase in phrases:
        if phrase.needs and phrase.needs.isdisjoint(held):
            continue  # most of those that may begin here
        at = _match(words, index + 1, phrase.elements, 1) if len(phrase.elements) > 1 else ()
        if at is None:
            continue
        old = longest.get(phrase.key)
        if old is None or len(at) >= len(old.at):
            last = at[-1] if at else index
            longest[phrase.key] = Hit(phrase.key, index, last + 1, (index, *at))
    return longest.values()


def _match(
    words: Sequence[Word], at: int, elements: tuple[Element, ...], step: int
) -> tuple[int, ...] | None:
    """Return the places of the words that match from `step` on, or None."""
    if step == len(elements):
        return ()
    element = elements[step]
    if element.gap:
        return _match_gap(words, at, elements, step)
    if at < len(words) and (words[at].folded in element.words or _takes_wild(element, words[at])):
        rest = _match(words, at + 1, elements, step + 1)
        if rest is not None:
            return (at, *rest)
    return _match(words, at, elements, step + 1) if element.optional else None


def _match_gap(
    words: Sequence[Word], at: int, elements: tuple[Element, ...], step: int
) -> tuple[int, ...] | None:
    for index in range(at, at + elements[step].gap + 1):
        rest = _match(words, index, elements, step + 1)
        if rest is not None:
            return rest
        if index >= len(words) or _stops(words[index].folded, elements[step]):
            return None
    return None


def _takes_wild(element: Element, word: Word) -> bool:
    """Tell whether a step takes any number, or any name, and the word is one."""
    return (word.folded[:1].isdigit() and _takes_number(element, word.folded)) or (
        word.capital and "^" in element.words
    )


def _takes_number(element: Element, folded: str) -> bool:
    return "#" in element.words or (
        "#4" in element.words and len(folded) == YEAR_DIGITS and folded.isdecimal()
    )


def _stops(folded: str, gap: Element) -> bool:
    return folded in HARD_STOPS or (folded == "," and not gap.commas) or folded in gap.ends
