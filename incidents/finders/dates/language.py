"""The date rules of a language, compiled once."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from incidents.beginnings import Beginnings
from incidents.rules import NOTHING, Rule, load_patterns, load_rules, load_vocabulary
from incidents.scanning import rarest_word
from incidents.text import Document

_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](?:19|20)\d\d(?!\d)")
_MONTHS = 12


class Sought(NamedTuple):
    """A rule, and what a sentence must have for it."""

    rule: Rule
    needs: frozenset[str]
    """Classes of words: all of them."""
    some: frozenset[str]
    """Words: any of them; empty where none is asked for."""
    number: int
    """Its own in `Language.beginnings`."""


class Language(NamedTuple):
    """The date rules of a language, ready for use."""

    rules: tuple[Sought, ...]
    beginnings: Beginnings
    """Which of them may match at a word."""
    classes: Mapping[str, frozenset[str]]
    """By single word: the vocabularies it belongs to."""
    meaning: Mapping[str, Mapping[str, Any]]
    bound: re.Pattern[str]
    day_first: bool
    apposed: frozenset[str]
    """What may stand between a weekday and its date: "Friday night (February 29)"."""


@cache
def language_of(language: str) -> Language:
    """Read and compile the date rules of a language."""
    meaning, table = load_vocabulary(language, "dates"), load_rules(language, "dates")
    classes: dict[str, set[str]] = {}
    rules = load_patterns(language, "dates")
    needed = {name for rule in rules for name in rule.extra.get("needs", ())}
    for name in needed & meaning.keys():
        for entry in meaning[name]:
            classes.setdefault(rarest_word(entry), set()).add(name)
    for rule in rules:
        for word in rule.extra.get("any", ()):
            classes.setdefault(word, set()).add(word)
    bounds = sorted(meaning["bound"], key=len, reverse=True)
    bound = "|".join(map(re.escape, bounds)) or NOTHING
    return Language(
        rules=tuple(
            Sought(
                rule,
                frozenset(rule.extra.get("needs", ())),
                frozenset(rule.extra.get("any", ())),
                number,
            )
            for number, rule in enumerate(rules)
        ),
        beginnings=Beginnings([rule.pattern for rule in rules]),
        classes={word: frozenset(names) for word, names in classes.items()},
        meaning=meaning,
        bound=re.compile(rf"(?<!\w)({bound}) ?$", re.IGNORECASE),
        day_first=table["numeric_order"] == "dmy",
        apposed=frozenset(table["apposed"]),
    )


def is_day_first(doc: Document, language: Language) -> bool:
    """Tell from the text's own dates whether 03/04/2024 is 3 April, else by the language."""
    pairs = [(int(a), int(b)) for a, b in _NUMERIC.findall(doc.text)]
    if any(a > _MONTHS for a, _ in pairs):
        return True
    if any(b > _MONTHS for _, b in pairs):
        return False
    return language.day_first
