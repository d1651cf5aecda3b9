"""With which letters the matches of a pattern may begin: where to try it, and where not.

A pattern of the data is tried at words that may be far from what it wants to see. Its parse,
which the standard library makes anyhow, tells the first letters that it can take at all.
"""

import re
import string
from collections.abc import Iterable, Sequence
from functools import lru_cache
from re import _constants as op  # type: ignore[attr-defined]  # typeshed leaves these two out:
from re import _parser  # type: ignore[attr-defined]  # the library's own reader of patterns
from typing import Any, NamedTuple

LENGTH = 3
"""Signs that are looked at."""
_KNOWN = 20_000
"""Beginnings of words that are remembered."""
_MANY = 16
"""Signs of a class beyond which it is not looked behind it."""
_CATEGORIES = {
    op.CATEGORY_DIGIT: frozenset(string.digits),
    op.CATEGORY_WORD: frozenset(string.ascii_lowercase + string.digits + "_"),
    op.CATEGORY_SPACE: frozenset(string.whitespace),
}
_REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})
_NO_SIGN = frozenset({op.ASSERT, op.ASSERT_NOT, op.AT})
"""Steps that take no sign."""


class _Heads(NamedTuple):
    """How the text of some steps may begin."""

    going: frozenset[str]
    """All of the steps' text, where it is short; more may follow."""
    cut: frozenset[str]
    """Beginnings after which anything may follow."""


_EMPTY = _Heads(frozenset({""}), frozenset())
_ANYTHING = _Heads(frozenset(), frozenset({""}))


class Beginnings:
    """Which of several patterns may match where a text goes on with some letters."""

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        """Read the patterns."""
        self._heads = [_heads(pattern) for pattern in patterns]
        self._at = lru_cache(maxsize=_KNOWN)(self._at_head)

    def along(self, sentence: str, tokens: Iterable[tuple[str, int]]) -> list[frozenset[int]]:
        """Say for each token, given with its place, which patterns may begin there."""
        at = self._at
        return [at(sentence[start : start + LENGTH]) for _, start in tokens]

    def _at_head(self, head: str) -> frozenset[int]:
        if not head.isascii():  # one letter may stand for another: nothing is ruled out
            return frozenset(range(len(self._heads)))
        lower = head.lower()
        starts = {"", head[:1], *(lower[:length] for length in range(1, LENGTH + 1))}
        return frozenset(i for i, heads in enumerate(self._heads) if not starts.isdisjoint(heads))


def _heads(pattern: re.Pattern[str]) -> frozenset[str]:
    """List beginnings, one of which each match has: lower case, or one capital alone."""
    heads = _of_steps(
        _parser.parse(pattern.pattern, pattern.flags), exact=not pattern.flags & re.IGNORECASE
    )
    return heads.going | heads.cut


def _of_steps(steps: Iterable[Any], *, exact: bool) -> _Heads:
    """Join steps in a row."""
    going, cut = _EMPTY
    for code, value in steps:
        if not going:
            break
        here = _of_step(code, value, exact=exact)
        cut |= {_joined(head, more) for head in going for more in here.cut}
        longer = {_joined(head, more) for head in going for more in here.going}
        going = frozenset(head for head in longer if len(head) < LENGTH)
        cut |= longer - going
    return _Heads(going, cut)


def _joined(head: str, more: str) -> str:
    return (head + more.lower())[:LENGTH] if head else more


def _of_step(code: Any, value: Any, *, exact: bool) -> _Heads:
    if code in _NO_SIGN:
        return _EMPTY
    if code is op.LITERAL or code is op.IN:
        return _of_signs([(code, value)] if code is op.LITERAL else value, exact=exact)
    if code is op.SUBPATTERN:
        _, added, removed, steps = value
        exact = (exact and not added & re.IGNORECASE) or bool(removed & re.IGNORECASE)
        return _of_steps(steps, exact=exact)
    if code in _REPEATS:
        return _of_repeat(*value, exact=exact)
    if code is op.BRANCH:
        ways = [_of_steps(way, exact=exact) for way in value[1]]
        return _Heads(*(frozenset[str]().union(*parts) for parts in zip(*ways, strict=True)))
    return _ANYTHING


def _of_repeat(least: int, most: int, steps: Iterable[Any], *, exact: bool) -> _Heads:
    once = _of_steps(steps, exact=exact)
    cut = once.cut if most == 1 else once.cut | once.going
    going = once.going if most == 1 else frozenset[str]()
    return _Heads(going | {""} if least == 0 else going, cut)


def _of_signs(items: Iterable[tuple[Any, Any]], *, exact: bool) -> _Heads:
    """Read one sign; a capital that must be one is not looked behind, as the rest is lower case."""
    found = set[str]()
    for code, value in items:
        if code is op.LITERAL:
            found |= {chr(value)} if exact else {chr(value).lower(), chr(value).casefold()}
        elif code is op.RANGE and value[1] < _KNOWN:
            listed = set(map(chr, range(value[0], value[1] + 1)))
            found |= listed if exact else {sign.lower() for sign in listed}
        elif value in _CATEGORIES:
            found |= _CATEGORIES[value]
        else:
            return _ANYTHING
    signs = frozenset(sign for sign in found if sign.isascii())
    few = frozenset(sign for sign in signs if len(signs) <= _MANY and sign == sign.lower())
    return _Heads(few, signs - few)
