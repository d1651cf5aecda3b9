"""Splits a block into sentences, past abbreviations, initials, decimals and quotations."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from incidents.languages import function_words
from incidents.records import Span
from incidents.rules import languages, load_rules

LONGEST_SENTENCE = 1500
"""A run of words without a full stop is cut there, so that no finder meets a megabyte."""
TITLED = 0.8
"""Share of the longer words with capitals from which words are a headline."""
LONGER = 4
"""Letters of such words: "with" and up."""
FEWEST_TITLED = 4
"""How many of them a headline has at the least."""

_END = re.compile(
    r"[.!?…]{1,5}(?:['\")\]]{1,3}| »)?(?:\[\d{1,3}\]){0,3}(?= )"  # "killed." He -> after the quote
    r"|(?<=[a-zà-ÿ]{3})[.!?](?=[A-ZÀ-Ý][a-zà-ÿ])"  # a scraped page's "ended.The army"
    r"|(?<=[a-zà-ÿ]{3})[.!?](?=\"[A-ZÀ-Ý][\w' ])"  # ... its 'ended."They fled', 'left."It was'
    r"|(?<=[a-zà-ÿ]\")[.!?](?=\"?[A-ZÀ-Ý][\w' ])"  # ... and its '"very soon".On the'
)
_TOKEN = re.compile(r"\S{1,24}$")
_INITIALS = re.compile(r"(?:[A-ZÀ-Ý]\.){0,6}[A-ZÀ-Ý]$")
_OPENS = re.compile(r" {0,1}[\"'«(\[—–-]{0,3} ?")
_NEXT = re.compile(r"[^\W\d_]{1,24}['-]?")


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset(load_rules(language, "text")["abbreviations"].split())


@cache
def _closing_abbreviations(language: str) -> frozenset[str]:
    """Those that may end a sentence: "p.m.", "etc."."""
    return frozenset(load_rules(language, "text")["closing_abbreviations"].split())


@cache
def _going_on(language: str) -> frozenset[str]:
    """Capitalised words before which they end none: "at 1 a.m. Sunday"."""
    return frozenset(load_rules(language, "text")["going_on"].split())


def split_sentences(text: str, block: Span, language: str) -> Iterator[Span]:
    """Yield the sentences of a block of clean text, in order, without spaces at their ends."""
    start = at = block.start
    quotes = 0
    for match in _END.finditer(text, block.start, block.end):
        quotes, at = quotes + text.count('"', at, match.end()), match.end()
        if _ends(text, start, match, block.end, language):
            # 'He said: "Wait."Police came': a quotation that is open is closed.
            closed = quotes % 2 == 1 and text.startswith('"', match.end())
            end = match.end() + closed
            yield from _cut(text, start, end)
            start = end
    yield from _cut(text, start, block.end)


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """Trim a sentence, and cut one that is endless at a space."""
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    while end - start > LONGEST_SENTENCE:
        space = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        middle = space if space > 0 else start + LONGEST_SENTENCE
        yield Span(start, middle)
        start = middle + (space > 0)
    if start < end:
        yield Span(start, end)


def _ends(text: str, start: int, match: re.Match[str], end: int, language: str) -> bool:
    """Judge a full stop by the word before it and the word after it."""
    opens = _OPENS.match(text, match.end(), end)
    at = opens.end() if opens else match.end()
    if at >= end:
        return True
    following = _NEXT.match(text, at, end)
    after = following[0] if following else ""
    if after and after[0].islower() and after not in {"al-", "el-", "l'", "d'"}:
        return False
    if match[0][0] != "." or len(match[0].rstrip("'\")]» ")) > 1:
        return True
    before = _TOKEN.search(text, max(start, match.start() - 24), match.start())
    token = before[0].lstrip("('\"[«").rsplit("'", 1)[-1] if before else ""
    return _ends_after(
        token, after, language, at_start=before is not None and before.start() == start
    )


def _ends_after(token: str, after: str, language: str, *, at_start: bool) -> bool:
    folded = token.lower()
    initial = len(token) == 1 and token.isupper()  # "M. Diarra", and no metre
    if folded in _closing_abbreviations(language) and not initial:
        return bool(after) and after.lower() not in _going_on(language)
    if folded in _abbreviations(language):
        return False
    if at_start and token.isdigit():
        return False  # "1. The army": a number in a list
    if _INITIALS.match(token) and not token.isdigit():
        return after.lower() in function_words(language)
    return True


_PARTICLES = frozenset({"del", "von", "van", "dos", "das"})
"""Of names, in whatever language."""


@cache
def _small() -> frozenset[str]:
    """List the small words that stay small in a headline, of any language."""
    tables = (load_rules(language, "text") for language in languages())
    return _PARTICLES.union(*(table.get("small_words", "").split() for table in tables))


def is_headline(words: Sequence[str]) -> bool:
    """Tell whether nearly all longer words have capitals: "Gunmen Attack Nigerian Village".

    Capitals say nothing of names there.
    """
    if len(words) < FEWEST_TITLED:
        return False  # most stretches between two marks
    if any(len(word) == LONGER - 1 and word.islower() and word not in _small() for word in words):
        return False  # "Strikes hit Deir al-Balah"
    longer = [word[0].isupper() for word in words if len(word) >= LONGER]
    return len(longer) >= FEWEST_TITLED and sum(longer) >= TITLED * len(longer)
