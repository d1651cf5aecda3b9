"""Words of a text as names are made of them, and the stretches that a name may take."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import accumulate
from typing import NamedTuple

_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    "("
    # "d" of "d'Ansongo", "l" of "l'Ituri", "L" of "L'viv": a token of its own
    rf"(?<!\w)(?:[dlDL]|[Qq]u)(?=['’ʼ]{_LETTER})"
    # "U.S.", "D.R.C."
    rf"|(?<!\w){_LETTER}(?:\.{_LETTER}){{1,5}}\b\.?"
    # "N'Tillit", "Ma'rib"; the s of "Mali's" stays outside
    rf"|{_LETTER}{{1,60}}(?:['’ʼ‘ʻ`´ʿʾ](?!s\b){_LETTER}{{1,60}}){{0,4}}"
    r"|\d{1,20}"
    ")"
)
_CAMEL = re.compile(r"[A-ZÀ-Ý]{1,2}[a-zà-ÿ]{1,30}")
_JOINS = re.compile(r"[ \u00a0]{0,1}[-‐‑'’ʼ /]{0,1}[ \u00a0]{0,1}")
"""What may stand between two tokens of one name; a stop only after an abbreviation (`_SHORT`)."""
_SHORT = frozenset({"st", "ste", "mt", "ft", "n", "s", "e", "w", "u.s", "u.k", "d.r", "rep"})


class Token(NamedTuple):
    """One word of the text."""

    text: str
    start: int
    end: int
    capital: bool
    """Whether it begins with a capital letter."""


_token = partial(tuple.__new__, Token)
"""Makes a token of its fields in one tuple: a report has thousands."""


def tokenize(text: str) -> list[Token]:
    """List the words of `text` in order."""
    parts = _TOKEN.split(text)  # words at the odd places, what is between them at the even ones
    at = list(accumulate(map(len, parts), initial=0))
    words = parts[1::2]
    capitals = [word[0].isupper() for word in words]
    return list(map(_token, zip(words, at[1::2], at[2::2], capitals, strict=False)))


def stretches(text: str) -> list[list[Token]]:
    """Divide the words where punctuation ends any name: "Dori, Seno" is two stretches."""
    result: list[list[Token]] = []
    last: Token | None = None
    for token in _with_tags(text, tokenize(text)) if "#" in text else tokenize(text):
        if last is not None and (
            (token.start == last.end + 1 and text[last.end] == " ") or _joined(text, last, token)
        ):
            result[-1].append(token)
        else:
            result.append([token])
        last = token
    return result


def _with_tags(text: str, tokens: list[Token]) -> Iterator[Token]:
    """Divide a hashtag at its capitals: "#ElFasher" is two words."""
    for token in tokens:
        parts = _CAMEL.findall(token.text) if is_tagged(text, token.start) else []
        if len(parts) < 2 or "".join(parts) != token.text:  # noqa: PLR2004 - nothing to divide
            yield token
            continue
        at = token.start
        for part in parts:
            yield Token(part, at, at + len(part), capital=part[0].isupper())
            at += len(part)


def is_tagged(text: str, at: int) -> bool:
    """Tell whether a hashtag begins here."""
    return at > 0 and text[at - 1] == "#"


def _joined(text: str, last: Token, token: Token) -> bool:
    width = token.start - last.end
    if width == 1:
        mark = text[last.end]
        return mark in " -\u00a0‐‑'’ʼ/" or (mark == "." and last.text.lower() in _SHORT)
    if width > 3:  # noqa: PLR2004 - "- " and its like are the widest joints
        return False
    between = text[last.end : token.start]
    if "." in between:
        return between == ". " and last.text.lower() in _SHORT
    return width == 0 or _JOINS.fullmatch(between) is not None
