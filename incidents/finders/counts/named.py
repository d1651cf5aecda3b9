"""Persons who are counted by their names: "killed Ali Musa and Sani Bello" tells two dead."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from incidents.finders.counts.contexts import contexts
from incidents.mentions import CountMention
from incidents.records import CountKey, Span
from incidents.rules import compile_pattern, expand_pieces, filled, load_rules
from incidents.scanning import tokens
from incidents.text import Document

AGED = "aged"
"""Kind of a number that counts a person by name and age: "Ali Musa, 34"."""
_STEM = 4
_REACH = 60
"""Code points within which another number may count the same person: "Ali Musa, a farmer"."""


class _Language(NamedTuple):
    name: re.Pattern[str]
    fates: tuple[tuple[CountKey, frozenset[str], tuple[re.Pattern[str], ...]], ...]
    """Each with the beginnings of words without one of which it can't be, and its patterns, which
    have the names, or a pronoun, in their group `names`, and in `verb` what was done to them."""


def find_named(
    doc: Document, sentence: Span, others: Sequence[CountMention], groups: frozenset[int]
) -> Iterator[CountMention]:
    """Count those of a sentence who are named as killed or taken, where no number counts them.

    Args:
        doc: the text.
        sentence: where to look.
        others: the numbers of the sentence.
        groups: the places that names of groups and of others take.
    """
    language = _language(doc.language)
    stems = {word[:_STEM] for word, _ in tokens(doc.text, sentence)}
    for key, cues, patterns in language.fates:
        if cues.isdisjoint(stems):
            continue
        for pattern in patterns:
            for match in pattern.finditer(doc.text, sentence.start, sentence.end):
                span = Span(*match.span("names"))
                number = len(language.name.findall(match["names"]))
                if groups.isdisjoint(range(*span)) and not _is_counted(span, others, number):
                    yield _mention(doc.text, span, max(1, number), key, Span(*match.span("verb")))


def _is_counted(span: Span, others: Sequence[CountMention], number: int) -> bool:
    """Tell whether a number counts those named; an age counts one of them, a pronoun none else."""
    return any(
        (one.people != "thing" and number and -_REACH < one.span.start - span.end < _REACH)
        or one.span.overlaps(span)
        for one in others
        if not (one.kind == AGED and number > 1)
    )


def _mention(text: str, span: Span, number: int, key: CountKey, verb: Span) -> CountMention:
    return CountMention(
        span=span,
        text=span.of(text),
        low=number,
        best=number,
        high=number,
        noun="",
        people="person",
        key=key,
        kind="named",
        verb=verb,
        rule="counts.named",
    )


@cache
def _language(language: str) -> _Language:
    table, where = load_rules(language, "counts"), f"data/rules/{language}/counts.toml, named"
    pieces = {**expand_pieces(table["context_pieces"], where), "name": table["person_name"]}
    return _Language(
        name=compile_pattern(table["person_name"], {}, where),
        fates=tuple(
            (
                key,
                frozenset().union(*(one.cue for one in contexts(language) if one.key == key)),
                tuple(
                    compile_pattern(one, _filled(pieces, verbs, where), where)
                    for one in table["named_people"]
                ),
            )
            for key, verbs in table["named_fates"].items()
        ),
    )


def _filled(pieces: Mapping[str, str], verbs: Mapping[str, str], where: str) -> dict[str, str]:
    """Give the pieces with the verbs of one fate, which are written with pieces themselves."""
    return {**pieces, **{name: filled(verb, pieces, where) for name, verb in verbs.items()}}
