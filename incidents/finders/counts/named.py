"""Persons who are counted by their names: "killed Ali Musa and Sani Bello" tells two dead."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from incidents.finders.counts.contexts import contexts
from incidents.mentions import CountMention
from incidents.records import Span
from incidents.rules import compile_pattern, expand_pieces, load_rules
from incidents.scanning import tokens
from incidents.text import Document

_STEM = 4
_REACH = 60
"""Code points within which another number may count the same person: "Ali Musa, a farmer"."""


class _Language(NamedTuple):
    name: re.Pattern[str]
    patterns: tuple[re.Pattern[str], ...]
    """Each with the names in its group `names`."""
    cue: frozenset[str]


def find_named(
    doc: Document, sentence: Span, others: Sequence[CountMention], groups: frozenset[int]
) -> Iterator[CountMention]:
    """Count those of a sentence who are named as killed, where no number counts them.

    Args:
        doc: the text.
        sentence: where to look.
        others: the numbers of the sentence.
        groups: the places that names of groups and of others take.
    """
    language = _language(doc.language)
    if language.cue.isdisjoint(word[:_STEM] for word, _ in tokens(doc.text, sentence)):
        return
    for pattern in language.patterns:
        for match in pattern.finditer(doc.text, sentence.start, sentence.end):
            span = Span(*match.span("names"))
            if groups.isdisjoint(range(span.start, span.end)) and not _is_counted(span, others):
                number = len(language.name.findall(match["names"]))
                yield _mention(doc.text, span, number)


def _is_counted(span: Span, others: Sequence[CountMention]) -> bool:
    return any(
        (one.people != "thing" and -_REACH < one.span.start - span.end < _REACH)
        or one.span.overlaps(span)
        for one in others
    )


def _mention(text: str, span: Span, number: int) -> CountMention:
    return CountMention(
        span=span,
        text=span.of(text),
        low=number,
        best=number,
        high=number,
        noun="",
        people="person",
        key="killed",
        kind="named",
        rule="counts.named",
    )


@cache
def _language(language: str) -> _Language:
    table, where = load_rules(language, "counts"), f"data/rules/{language}/counts.toml, named"
    pieces = {**expand_pieces(table["context_pieces"], where), "name": table["person_name"]}
    cues = (one.cue for one in contexts(language) if one.key == "killed")
    return _Language(
        name=compile_pattern(table["person_name"], {}, where),
        patterns=tuple(compile_pattern(one, pieces, where) for one in table["named_killed"]),
        cue=frozenset().union(*cues),
    )
