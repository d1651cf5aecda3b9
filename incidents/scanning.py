"""Tries patterns where a sentence's words make them possible, and nowhere else.

An alternation of a hundred words tried at every letter is what costs; tried at a few words it is
nothing. The result is that of trying everywhere, as long as matches begin at words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from incidents.records import Span

_TOKEN = re.compile(r"[^\W\d_]+|\d+")


class Token(NamedTuple):
    """A run of letters or of digits."""

    word: str
    """Lower case."""
    start: int
    """Where it begins in the text."""


def tokens(text: str, span: Span) -> list[Token]:
    """List the words and numbers of a sentence."""
    piece = text[span.start : span.end]
    lower = piece.lower()
    if len(lower) != len(piece):  # one letter that has two in lower case, as Turkish has
        lower = "".join(one.lower() if len(one.lower()) == 1 else one for one in piece)
    return [Token(match[0], match.start() + span.start) for match in _TOKEN.finditer(lower)]


def starts_near(found: Sequence[Token], hot: Iterable[int], back: int) -> list[int]:
    """List where matches may begin: at the hot tokens and up to `back` tokens before them."""
    near = {index - step for index in hot for step in range(back + 1)}
    return [found[index].start for index in sorted(near) if index >= 0]


def matches_at(
    pattern: re.Pattern[str], text: str, starts: Iterable[int], end: int
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that begin at one of `starts`."""
    for start in starts:
        if match := pattern.match(text, start, end):
            yield match
