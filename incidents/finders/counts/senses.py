"""Nouns that mean other people beside some words: "mineurs d'or" are miners and no minors."""

import re
from functools import cache
from typing import NamedTuple

from incidents.finders.counts.nouns import CLASSES, Noun, NounClass
from incidents.records import Span
from incidents.rules import compile_pattern, load_rules


class Sense(NamedTuple):
    """Another sense that nouns have beside some words: "mineurs d'or" are no minors."""

    words: frozenset[str]
    kind: NounClass
    beside: re.Pattern[str]
    unless: re.Pattern[str]
    """Words of the sentence beside which they keep their first sense."""
    match: tuple[str, ...]
    no_match: tuple[str, ...]


@cache
def senses(language: str) -> tuple[Sense, ...]:
    """Read the `[[sense]]` rules of a language."""
    where = f"{language}/counts.toml, sense"
    return tuple(
        Sense(
            words=frozenset(raw["words"]),
            kind=CLASSES[raw["means"]],
            beside=compile_pattern(raw["beside"], {}, where),
            unless=compile_pattern(raw["unless"], {}, where),
            match=tuple(raw["match"]),
            no_match=tuple(raw["no_match"]),
        )
        for raw in load_rules(language, "counts").get("sense", ())
    )


def in_sense(noun: Noun, text: str, sentence: Span, language: str) -> Noun:
    """Give a noun the sense that it has in its sentence."""
    for sense in senses(language):
        if noun.word in sense.words and is_meant(sense, text, sentence):
            return noun._replace(kind=sense.kind._replace(key=noun.kind.key))
    return noun


def is_meant(sense: Sense, text: str, sentence: Span) -> bool:
    """Tell whether a sentence has the words beside which nouns have another sense."""
    beside = sense.beside.search(text, sentence.start, sentence.end)
    return beside is not None and not sense.unless.search(text, sentence.start, sentence.end)
