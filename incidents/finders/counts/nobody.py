"""Numbers that count nobody: years, hours, ages, days of a month, names, articles."""

import re
from collections.abc import Container
from functools import cache

from incidents.finders.counts.nouns import lexicon
from incidents.records import Span
from incidents.rules import any_of, compile_pattern, load_rules, load_vocabulary
from incidents.text import Document

_LARGEST_YEAR = 2100
_SMALLEST_YEAR = 1900
_LARGEST_DAY = 31
_REACH = 24
"""Code points before a number in which a month stands, with the word before it."""
_NAME_REACH = 60
_AGE_REACH = 16
ADULT = 18
"""Years from which somebody is no child."""
_MONTH = re.compile(r"(?:\b(\w{1,12}) )?([^\W\d_]{3,10})\.? $")
_NAMED = re.compile(
    r"[A-ZÀ-Ý][\w'’.-]{0,20} (?:(?:al|el|bin|de|van|ag|ould)[ -])?[A-ZÀ-Ý][\w'’-]{1,20}, $"
)
"""A person's name before an age."""
_HOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_ARTICLED = re.compile(r"(?: [A-ZÀ-Ý][\w-]{1,30}){0,3} ([^\W\d_]{1,40})(?![\w-])")
"""The first small word behind an article: "a Haqqani facilitator"."""
_NEXT_WORD = re.compile(r" ([^\W\d_]{1,40})(?![\w-])")


def is_name(doc: Document, match: re.Match[str]) -> bool:
    """Know the number of "March 20" and of "21 Brigade"."""
    if not match[0].isdigit():
        return False
    words = lexicon(doc.language)
    behind = _NEXT_WORD.match(doc.text, match.end())
    if behind is not None and behind[1].lower() in words.formations:
        return True
    if int(match[0]) > _LARGEST_DAY or not words.openers:
        return False
    before = _MONTH.search(doc.text[max(0, match.start() - _REACH) : match.start()])
    lead = (before[1] or "").lower() if before else ""
    if before is None or lead in words.openers or lead[:1].isdigit():
        return False  # "in March 20 people died", "on 3 March 20 people died"
    return before[2].lower() in load_vocabulary(doc.language, "dates")["month"]


def is_barred(number: str, flags: Container[str | None]) -> bool:
    """Know by the words about it the number of a year, an hour, a road or a sector."""
    if not number.isdigit():
        return False
    year = "year" in flags and _SMALLEST_YEAR < int(number) < _LARGEST_YEAR
    return "name" in flags or year or ("clock" in flags and bool(_HOUR.fullmatch(number)))


def is_year_or_age(text: str, match: re.Match[str]) -> bool:
    """Know the number in "in 2021" and in "a man, 55, was killed"."""
    if not match[0].isdigit():
        return False
    before, after = (
        text[max(0, match.start() - 2) : match.start()],
        text[match.end() : match.end() + 1],
    )
    return _SMALLEST_YEAR < int(match[0]) < _LARGEST_YEAR or (before == ", " and after == ",")


def is_of_named(text: str, match: re.Match[str]) -> bool:
    """Tell whether a person's name stands before an age: "Ali Musa, 34, was killed"."""
    return bool(_NAMED.search(text[max(0, match.start() - _NAME_REACH) : match.start()]))


def age_of(doc: Document, span: Span) -> int | None:
    """Read the age told in or right behind the words of a person."""
    text = doc.text
    found = _age(doc.language).search(text[span.start : span.end + _AGE_REACH])
    if found is None or found.start() > span.end - span.start:
        return None
    words = next(word for word in found.groups() if word).lower()
    if words.isdigit():
        return int(words)
    number: int | None = load_vocabulary(doc.language, "counts")["number"].get(words)
    return number


@cache
def _age(language: str) -> re.Pattern[str]:
    where = f"data/rules/{language}/counts.toml, age_told"
    table = load_rules(language, "counts")
    pieces = {"number": any_of(list(load_vocabulary(language, "counts")["number"]))}
    return compile_pattern(table["age_told"], pieces, where)


def is_article(doc: Document, end: int) -> bool:
    """Know "une famille", where the noun is of no class and "une" is no number of its own."""
    word = _ARTICLED.match(doc.text, end)
    return word is not None and word[1].islower() and word[1] not in lexicon(doc.language).stops
