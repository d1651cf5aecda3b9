"""The source rules of a language, compiled once."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from incidents.beginnings import Beginnings
from incidents.records import Status
from incidents.rules import (
    NOTHING,
    Rule,
    any_of,
    compile_pattern,
    load_patterns,
    load_rules,
    load_vocabulary,
)
from incidents.scanning import first_words

STEM = 3
"""Letters by which a description is looked for."""
_LITERAL = re.compile(r"[^\W\d_]{2,}")


class Language(NamedTuple):
    """The source rules of a language, ready for use."""

    rules: tuple[tuple[Rule, frozenset[str]], ...]
    """Each with the stems of the words in it, without which a sentence is not looked at."""
    beginnings: Beginnings
    """Which of the rules may match at a word."""
    inverting: frozenset[str]
    """Verbs that may stand before their source: ", said the army"."""
    far: frozenset[str]
    """Phrases after which a person and an office may stand before the organisation."""
    inversion: re.Pattern[str]
    """What may stand between such a verb and its source: "ont indiqué mardi à l'AFP des ..."."""
    relative: re.Pattern[str]
    """What stands before a name in a relative clause: "to whom the"."""
    closing: re.Pattern[str]
    """What closes the words said before such a verb, its auxiliary included: ", a"."""
    adjectival: re.Pattern[str]
    """What stands before a verb's form that is no verb: "a reported blast"."""
    speech: dict[str, tuple[int, ...]]
    """By word: 0 where a verb, 1 where a phrase may begin with it."""
    patterns: tuple[re.Pattern[str], re.Pattern[str]]
    """Of verbs, of phrases."""
    articles: re.Pattern[str]
    between: frozenset[str]
    """Words that join two sources that speak together: "and"."""
    status: dict[str, Status]
    releasing: re.Pattern[str]
    """Words of a lead by which a release is an organisation's own: "said today"."""
    issuing: re.Pattern[str]
    """Words of a head that make it one by whom it names: "Flash Update"."""
    objects: re.Pattern[str]
    """What stands before those to whom it is done, who speak not: "killed four"."""
    turning: re.Pattern[str]
    """How a sentence begins that tells of something else: "Separately"."""
    gap: re.Pattern[str]
    clause: re.Pattern[str]


@cache
def language_of(language: str) -> Language:
    """Read and compile the source rules of a language."""
    words = load_vocabulary(language, "sources")
    where = f"data/rules/{language}/sources.toml"
    pieces = {name: any_of(list(words[name])) for name in ("verb", "phrase")}
    table = load_rules(language, "sources")
    rules = load_patterns(language, "sources")
    return Language(
        rules=tuple((rule, _stems(rule)) for rule in rules),
        beginnings=Beginnings([rule.pattern for rule in rules]),
        inverting=frozenset(table["inverting"].split()),
        far=frozenset(table["far"]),
        inversion=compile_pattern(table["inversion"], {}, where),
        closing=compile_pattern(table["closing"], {}, where),
        adjectival=compile_pattern(table["adjectival"], {}, where),
        relative=compile_pattern(table["relative"], {}, where),
        speech=_first(words),
        patterns=(
            compile_pattern(pieces["verb"], {}, where),
            compile_pattern(pieces["phrase"], {}, where),
        ),
        articles=compile_pattern(table["article"], {}, where),
        between=frozenset(table["between"]),
        status={**words["verb"], **words["phrase"]},
        releasing=compile_pattern(table["releasing"], {}, where),
        issuing=compile_pattern(table["issuing"], {}, where),
        objects=compile_pattern(table["objects"], {}, where),
        turning=compile_pattern(table["turning"], {}, where),
        gap=_any_pattern(table["gap"], where),
        clause=_any_pattern(table["clause"], where),
    )


def _any_pattern(rules: Sequence[Mapping[str, str]], where: str) -> re.Pattern[str]:
    return compile_pattern("|".join(rule["pattern"] for rule in rules) or NOTHING, {}, where)


def _stems(rule: Rule) -> frozenset[str]:
    """Take the words by which a rule is looked for: its `heads`, else all in its pattern."""
    source = str(rule.extra.get("heads", rule.source))
    return frozenset(word[:STEM].lower() for word in _LITERAL.findall(source))


def _first(words: Mapping[str, Mapping[str, object]]) -> dict[str, tuple[int, ...]]:
    first: dict[str, tuple[int, ...]] = {"0": ()}
    for number, name in enumerate(("verb", "phrase")):
        for word in first_words(words[name]):
            first[word] = (*first.get(word, ()), number)
    return first
