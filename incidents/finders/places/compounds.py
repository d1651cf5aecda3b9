"""Names that hyphens and articles hold together: "Logone-et-Chari", "Wad al-Noura"."""

from collections.abc import Sequence
from functools import cache

from incidents.coordination import listed
from incidents.finders.places.tokens import Token
from incidents.finders.places.words import Words

ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "er", "es"})
EZAFE = frozenset({"e", "ye", "i", "yi"})
"""What joins two words of a Persian name: "Baghlan-e Markazi"."""
AND = frozenset({"wa", "wal"})
"""Between two words of one name: "Shigal wa Sheltan"."""
LONGEST_INNER = 3
"""Words in lower case between the hyphens of a name: "Saint-Jean-sur-le-Lac"."""
_HYPHENS = frozenset("-‐‑")


@cache
def _pair_nouns() -> frozenset[str]:
    """List the words beside "Kobi-Gao" that make it two places."""
    return frozenset(listed("places", "pair_nouns"))


def is_hyphened(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a hyphen stands right before a token."""
    return text[tokens[at].start - 1 : tokens[at].start] in _HYPHENS


def inner_words(text: str, tokens: Sequence[Token], at: int, listed: frozenset[str]) -> int:
    """Count the words in lower case here that a name has inside: "-et-", "al-", "-aqable".

    Args:
        text: what the tokens index.
        tokens: a stretch.
        at: the token behind a name's first words.
        listed: words that end no name: "-based".
    """
    count = 0
    while at + count < len(tokens) and not tokens[at + count].capital:
        count += 1
    if not count:
        return 0
    if count == 1 and tokens[at].text in AND and at + 1 < len(tokens):
        return count
    if count <= LONGEST_INNER and at + count < len(tokens):
        article = count == 1 and tokens[at].text in ARTICLES
        if article and is_hyphened(text, tokens, at + 1):
            return count
        if all(is_hyphened(text, tokens, at + step) for step in range(count + 1)):
            return count
    if tokens[at].text in EZAFE and is_hyphened(text, tokens, at):
        return 1
    goes_on = text[tokens[at].end : tokens[at].end + 1] in _HYPHENS
    lone = is_hyphened(text, tokens, at) and not goes_on
    return int(lone and tokens[at].text not in listed)


def run_end(tokens: Sequence[Token], at: int) -> int:
    """Return where the run of capitalised words from here ends."""
    end = at + 1
    while end < len(tokens) and tokens[end].capital:
        end += 1
    return end


def are_two_ends(lower: Sequence[str], first: int, last: int) -> bool:
    """Tell whether a road or a border joins two places: "Kobi-Gao road", "axe Kobi-Gao"."""
    return not _pair_nouns().isdisjoint(_beside(lower, first, last))


def is_of_division(lower: Sequence[str], first: int, last: int, words: Words) -> bool:
    """Tell whether a division's noun stands beside: "département du Mayo-Sava"."""
    return not words.division.isdisjoint(_beside(lower, first, last))


def _beside(lower: Sequence[str], first: int, last: int) -> set[str]:
    return {*lower[max(0, first - 2) : first], *lower[last + 1 : last + 3]}
