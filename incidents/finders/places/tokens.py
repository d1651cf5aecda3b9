"""Words of a text as names are made of them, and the stretches that a name may take."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    # "d" of "d'Ansongo", "l" of "l'Ituri", "L" of "L'viv": a token of its own
    rf"(?<!\w)(?:[dlDL]|[Qq]u)(?=['’ʼ]{_LETTER})"
    # "U.S.", "D.R.C."
    rf"|(?<!\w){_LETTER}(?:\.{_LETTER}){{1,5}}\b\.?"
    # "N'Tillit", "Ma'rib"; the s of "Mali's" stays outside
    rf"|{_LETTER}{{1,60}}(?:['’ʼ‘ʻ`´ʿʾ](?!s\b){_LETTER}{{1,60}}){{0,4}}"
    r"|\d{1,20}"
)
_JOINS = re.compile(r"[ \u00a0]{0,1}[-‐‑'’ʼ /]{0,1}[ \u00a0]{0,1}")
"""What may stand between two tokens of one name; a stop only after an abbreviation (`_SHORT`)."""
_SHORT = frozenset({"st", "ste", "mt", "ft", "n", "s", "e", "w", "u.s", "u.k", "d.r", "rep"})


class Token(NamedTuple):
    """One word of the text."""

    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def tokenize(text: str) -> Iterator[Token]:
    """Yield the words of `text` in order."""
    for found in _TOKEN.finditer(text):
        yield Token(found[0], found.start(), found.end())


def stretches(text: str) -> list[list[Token]]:
    """Divide the words where punctuation ends any name: "Dori, Seno" is two stretches."""
    result: list[list[Token]] = []
    last: Token | None = None
    for token in tokenize(text):
        if last is not None and _joined(text, last, token):
            result[-1].append(token)
        else:
            result.append([token])
        last = token
    return result


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
