"""The words that decide about names, collected for the quick look at each word of a text."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from incidents.finders.places.compounds import ARTICLES
from incidents.finders.places.words import Words, closed_words, demonyms, words_of


class Lists(NamedTuple):
    """What a language and a gazetteer know of words."""

    words: Words
    people: Mapping[str, tuple[str, ...]]
    heads: frozenset[str]
    """First words of names that may begin in lower case."""
    closed: frozenset[str]
    listed: frozenset[str]
    nouns: frozenset[str]
    """Words that are no name by themselves."""
    alone: frozenset[str]
    """Words in lower case that a name may be, or begin with."""
    starts: frozenset[str]
    """Words, folded to lower case, with which a name or a demonym may begin without a capital."""
    pairs: frozenset[str]
    """First words of demonyms of two words, in lower case."""


@cache
def lists_of(language: str, heads: frozenset[str]) -> Lists:
    """Collect the lists of a language and a gazetteer's `phrase_heads`, once."""
    words, people = words_of(language), demonyms(language)
    closed, listed = closed_words(words)
    parts = [form.lower().replace("-", " ").split(" ") for form in people]
    return Lists(
        words=words,
        people=people,
        heads=heads,
        closed=closed,
        listed=listed,
        nouns=words.compass | words.facility | words.organisation | ARTICLES,
        alone=heads.union(people),
        starts=heads | ARTICLES | {first for first, *_ in parts},
        pairs=frozenset(first for first, *rest in parts if rest),
    )
