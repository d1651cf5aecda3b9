"""Words by which a sentence goes on: "and", "then", "as well as", of all languages together.

A report may quote another language, and where these words mean something else the other words of
a sentence don't fit; so they need no language, and no module names one.
"""

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from incidents.records import Record
from incidents.rules import NOTHING, filled, languages, load_rules

_Words = frozenset[str]


class Joining(Record, frozen=True, kw_only=True):
    """The words of `[joining]` in each `coordination.toml`."""

    and_: _Words = msgspec.field(default=frozenset(), name="and")
    """Join two words or clauses."""
    then: _Words = frozenset()
    """Go on to what came after."""
    plus: _Words = frozenset()
    """Join a number to the one before it."""
    together: _Words = frozenset()
    """The same in several words: "as well as"."""
    part_of: _Words = frozenset()
    """Stand whole behind a number that is only a part: "two of the"."""
    out_of: _Words = frozenset()
    """Begin what stands behind such a number."""
    of: _Words = frozenset()
    """End the words of a verb whose number stands behind it: "the killing of"."""
    at_places: _Words = frozenset()
    """Stand before the number of places at which something was done."""
    same_subject: _Words = frozenset()
    """May stand between two verbs with one subject: "arrested ..., then summarily executed"."""
    turns: _Words = frozenset()
    """Begin the second verb's part of such words."""
    same_object: _Words = frozenset()
    """Begin the words between two verbs with one object."""
    goes_on: _Words = frozenset()
    """All that may stand between a subject's part and its second verb."""
    place_links: _Words = frozenset()
    """All that may stand between two places of a list."""
    place_leads: _Words = frozenset()
    """May stand behind "and" before the last place of a list, with their blank."""
    names_row: _Words = frozenset()
    """All that may stand before the last of a row of names."""
    names_end: _Words = frozenset()
    """Stand behind a list of names."""
    names_lead: _Words = frozenset()
    """May stand behind "and" before the last of a list of names."""
    others: _Words = frozenset()
    """Say of people that they are counted on top of others: "two additional suspects"."""
    also: _Words = frozenset()
    """Say of a deed that it was done on top of another."""
    known: _Words = frozenset()
    """Stand before one who has been told of: "the leader and two of his men"."""
    them: _Words = frozenset()
    """Stand behind a verb for those told of: "killed them"."""
    them_before: _Words = frozenset()
    """Stand before a verb for those told of, with their blank."""
    him_before: _Words = frozenset()
    """The same for one alone."""
    recalling: _Words = frozenset()
    """Head what a report only recalls, as a heading or before a colon: "Background: ..."."""
    article: _Words = frozenset()
    """Articles before a place, with their blank."""


@cache
def joining() -> Joining:
    """Read the words of all languages."""
    tables = [load_rules(language, "coordination").get("joining", {}) for language in languages()]
    names = {name for table in tables for name in table}
    words = {name: {word for table in tables for word in table.get(name, ())} for name in names}
    return msgspec.convert(words, Joining)


def listed(name: str, key: str, table: str = "") -> list[str]:
    """List the words, or patterns with their pieces, that all languages have under one key."""
    found: list[str] = []
    for language in languages():
        rules = load_rules(language, name)
        rules = rules.get(table, {}) if table else rules
        given = rules.get(key, ())
        pieces = {piece: text for piece, text in rules.items() if isinstance(text, str)}
        words = given.split() if isinstance(given, str) else given
        found += [filled(word, pieces, f"data/rules/{language}/{name}") for word in words]
    return found


def either(words: Iterable[str]) -> str:
    """Write the pattern of any of some words, the longest first; of none, it matches nowhere."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered)) or NOTHING})"


def spaced(words: Iterable[str]) -> tuple[str, ...]:
    """Put blanks around words, so that they are found as whole words."""
    return tuple(f" {word} " for word in sorted(words))
