"""Adjectives and peoples' names, and the places that they point to."""

from functools import cache

from incidents.finders.places.words import demonyms
from incidents.rules import languages

ADJECTIVES = frozenset({"demonym", "people"})
"""Shapes of mentions that are adjectives or peoples."""


def demonym_places(word: str) -> tuple[str, ...]:
    """Return the place ids that an adjective means: "Congolese" → CD's and CG's."""
    table = _demonyms()
    return table.get(word) or table.get(word.lower()) or ()


@cache
def _demonyms() -> dict[str, tuple[str, ...]]:
    merged: dict[str, tuple[str, ...]] = {}
    for language in reversed(languages()):
        merged |= demonyms(language)
    return merged
