"""What the place finder asks of a gazetteer, and the answer of none."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol


class NameMatch(NamedTuple):
    """The longest name that begins at a token."""

    words: int
    """Tokens that it takes."""
    kinds: frozenset[str]
    """What places bear it: "country", "region", "district", "town", "water", "vague", ..."""
    population: int
    """Of the largest of them; 0 where unknown."""


NameUse = Literal["", "demonym", "people", "organisation"]


class NameSpan(NamedTuple):
    """A name in the text."""

    start: int
    end: int
    kinds: frozenset[str]
    """What the gazetteer knows by it; empty for an unknown name, which only a pattern can use."""
    sure: bool
    """Whether it is a place by itself; else it needs words or an earlier mention to say so."""
    use: NameUse = ""
    """"", or why it is no place of an event: "demonym", "people", "organisation"."""


class NameLookup(Protocol):
    """Names of places, whatever gazetteer they come from."""

    def longest(self, tokens: Sequence[str], start: int) -> NameMatch | None:
        """Return the longest name that begins at `tokens[start]`, None where none does.

        Accents, hyphens, apostrophes and case don't matter, but for acronyms ("US").
        """
        ...

    def phrase_heads(self) -> frozenset[str]:
        """Return the first words, in lower case, of names that may begin so ("northern")."""
        ...


class NoNames:
    """A gazetteer that knows nothing: the patterns of the words alone find places."""

    def longest(self, tokens: Sequence[str], start: int) -> NameMatch | None:  # noqa: ARG002 - NameLookup's
        """Know no name."""
        return None

    def phrase_heads(self) -> frozenset[str]:
        """Know no head."""
        return frozenset()
