"""Tries patterns where a sentence's words make them possible, and nowhere else.

An alternation of a hundred words tried at every letter is what costs; tried at a few words it is
nothing. The result is that of trying everywhere, as long as matches begin at words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from incidents.records import Span

_TOKEN = re.compile(r"[^\W\d_]+|\d+")

Token = tuple[str, int]
"""A run of letters or digits, lower case, and where it begins in its sentence."""


@lru_cache(maxsize=4096)
def sentence_tokens(sentence: str) -> tuple[Token, ...]:
    """List the words and numbers of a sentence; each finder asks for the same ones."""
    lower = sentence.lower()
    if len(lower) != len(sentence):  # one letter that has two in lower case, as Turkish has
        lower = "".join(one.lower() if len(one.lower()) == 1 else one for one in sentence)
    return tuple([(match[0], match.start()) for match in _TOKEN.finditer(lower)])


def tokens(text: str, span: Span) -> tuple[Token, ...]:
    """List the words and numbers of the sentence at `span`, their places counted from it."""
    return sentence_tokens(text[span.start : span.end])


def first_words(entries: Iterable[str]) -> set[str]:
    """List the words that the entries of a vocabulary begin with."""
    return {found[0].lower() for entry in entries if (found := _TOKEN.search(entry))}


def rarest_word(entry: str) -> str:
    """Choose the word of an entry by which to look for it: the longest."""
    words: list[str] = _TOKEN.findall(entry.lower())
    return max(words, key=lambda word: (word.isalpha(), len(word)))


def starts_near(found: Sequence[Token], hot: Iterable[int], back: int) -> list[int]:
    """List where matches may begin: at the hot tokens and up to `back` tokens before them."""
    near = {index - step for index in hot for step in range(back + 1)}
    return [found[index][1] for index in sorted(near) if index >= 0]


def matches_at(
    pattern: re.Pattern[str], text: str, starts: Iterable[int], sentence: Span
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that begin at one of `starts`, counted from the sentence."""
    for start in starts:
        if match := pattern.match(text, sentence.start + start, sentence.end):
            yield match


def by_word(wanted: Mapping[str, Sequence[int]], found: Iterable[Token]) -> dict[int, list[int]]:
    """Say for each number that a word of the sentence calls for where it may begin."""
    starts: dict[int, list[int]] = {}
    for word, start in found:
        for number in wanted.get(word, wanted["0"] if word[0].isdigit() else ()):
            starts.setdefault(number, []).append(start)
    return starts
