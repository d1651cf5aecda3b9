"""Words that say that nobody was hurt: "no casualties", "only material damage", "killed no one"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from incidents.mentions import CountMention
from incidents.records import CountKey, Span
from incidents.rules import compile_pattern, expand_pieces, load_rules
from incidents.scanning import tokens
from incidents.text import Document

_STEM = 4
"""Letters of a cue."""


class Zero(NamedTuple):
    """Words that count nobody."""

    id: str
    keys: tuple[CountKey, ...]
    """What the words count none of."""
    pattern: re.Pattern[str]
    cue: frozenset[str]
    """Beginnings of words, four letters, without one of which it cannot fit."""
    match: tuple[str, ...]
    no_match: tuple[str, ...]


def find_zeros(doc: Document, sentence: Span) -> Iterator[CountMention]:
    """Count nobody where a sentence says so, once for the killed and once for the injured.

    What says so of both at once is of the kind "nobody" and weaker than any number.
    """
    stems = {word[:_STEM] for word, _ in tokens(doc.text, sentence)}
    told: set[CountKey] = set()
    for zero in zeros(doc.language):
        if zero.cue.isdisjoint(stems):
            continue
        match = zero.pattern.search(doc.text, sentence.start, sentence.end)
        if match is None:
            continue
        for key in zero.keys:
            if key not in told:
                told.add(key)
                yield _mention(doc.text, Span(*match.span()), key, zero)


def _mention(text: str, span: Span, key: CountKey, zero: Zero) -> CountMention:
    return CountMention(
        span=span,
        text=span.of(text),
        low=0,
        best=0,
        high=0,
        noun="",
        people="person",
        key=key,
        kind="nobody" if len(zero.keys) > 1 else "zero",
        rule=zero.id,
    )


@cache
def zeros(language: str) -> tuple[Zero, ...]:
    """Read the `[[zero]]` rules of a language."""
    table, where = load_rules(language, "counts"), f"data/rules/{language}/counts.toml"
    pieces = expand_pieces(table.get("zero_pieces", {}), where)
    return tuple(
        Zero(
            id=raw["id"],
            keys=tuple(raw["keys"]),
            pattern=compile_pattern(raw["pattern"], pieces, f"{where}, rule {raw['id']!r}"),
            cue=frozenset(raw["cue"].split()),
            match=tuple(raw["match"]),
            no_match=tuple(raw["no_match"]),
        )
        for raw in table.get("zero", ())
    )
