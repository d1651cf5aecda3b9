"""Tries patterns where a sentence's words make them possible, and nowhere else.

An alternation of a hundred words tried at every letter is what costs; tried at a few words it is
nothing. The result is that of trying everywhere, as long as matches begin at words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from incidents.records import Span

_TOKEN = re.compile(r"([^\W\d_]+|\d+)")

Token = tuple[str, int]
"""A run of letters or digits, lower case, and where it begins in its sentence."""


@lru_cache(maxsize=4096)
def sentence_tokens(sentence: str) -> tuple[Token, ...]:
    """List the words and numbers of a sentence; each finder asks for the same ones."""
    lower = sentence.lower()
    if len(lower) != len(sentence):  # one letter that has two in lower case, as Turkish has
        lower = "".join(one.lower() if len(one.lower()) == 1 else one for one in sentence)
    parts = _TOKEN.split(lower)  # words at the odd places, what is between them at the even ones
    starts = list(accumulate(map(len, parts)))
    return tuple(zip(parts[1::2], starts[::2], strict=False))


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


def starts_near(
    found: Sequence[Token],
    hot: Iterable[int],
    back: int,
    number: int,
    may: Sequence[frozenset[int]],
) -> list[int]:
    """List where matches of a pattern may begin: at hot tokens and up to `back` before them.

    Args:
        found: the sentence's tokens.
        hot: indices of those that the pattern needs, in any order.
        back: how many tokens before them it may begin.
        number: the pattern's.
        may: for each token the numbers of the patterns that may begin there.
    """
    starts: list[int] = []
    reached = 0
    for hottest in sorted(hot):
        near = range(max(reached, hottest - back), hottest + 1)
        starts += [found[index][1] for index in near if number in may[index]]
        reached = hottest + 1
    return starts


def matches_at(
    pattern: re.Pattern[str], text: str, starts: Iterable[int], sentence: Span
) -> list[re.Match[str]]:
    """List the matches of a pattern that begin at one of `starts`, counted from the sentence."""
    match, first, end = pattern.match, sentence.start, sentence.end
    return [found for start in starts if (found := match(text, first + start, end))]


def by_word(wanted: Mapping[str, Sequence[int]], found: Iterable[Token]) -> dict[int, list[int]]:
    """Say for each number that a word of the sentence calls for where it may begin."""
    starts: defaultdict[int, list[int]] = defaultdict(list)
    get, digits = wanted.get, wanted["0"]
    called = [
        (numbers, start)
        for word, start in found
        if (numbers := get(word) or (digits if word[0].isdigit() else None))
    ]
    for numbers, start in called:
        for number in numbers:
            starts[number].append(start)
    return starts
