"""Discourse marks: words that tell incidents apart, join them, or say what a sentence does."""

from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

from incidents.phrases import PhraseBook, compile_phrase, fold, read_classes, split_words
from incidents.records import Record, Span
from incidents.rules import load_rules

MarkKind = Literal[
    "another",
    "sequel",
    "turn",
    "part",
    "total",
    "accusation",
    "cause",
    "join",
    "saying",
    "denial",
    "claim",
    "locative",
]


class Mark(NamedTuple):
    """One discourse mark."""

    kind: MarkKind
    span: Span
    """In the document's clean text."""
    rule: str


class MarkBook(Record, frozen=True, kw_only=True):
    """The discourse marks of one language."""

    book: PhraseBook
    kinds: Mapping[str, MarkKind]
    neither: frozenset[str]
    """Nouns that count dead and wounded together: "casualties"."""
    events: frozenset[str]
    """Nouns whose number counts events: "two villages"."""
    no_places: frozenset[str]
    """Capitalised words behind "in" that begin no place's name: "in Operation Dawn"."""

    def find(self, text: str, span: Span) -> list[Mark]:
        """Find the marks of one sentence, in text order."""
        words = split_words(text, span)
        return [
            Mark(
                self.kinds[hit.key], Span(words[hit.first].start, words[hit.last - 1].end), hit.key
            )
            for hit in self.book.find(words)
        ]


@cache
def load_marks(language: str) -> MarkBook:
    """Compile the discourse marks of a language.

    Raises:
        RuleError: a mark is wrong; the message names file and id.
    """
    where = f"data/rules/{language}/assembly"
    table = load_rules(language, "assembly")
    classes = read_classes(table.get("classes", {}), where)
    phrases = [
        compile_phrase(raw["id"], source, classes, f"{where}, mark {raw['id']!r}")
        for raw in table["mark"]
        for source in raw["phrases"]
    ]
    kinds = {raw["id"]: raw["kind"] for raw in table["mark"]}
    counts = table["counts"]
    return MarkBook(
        book=PhraseBook(phrases),
        kinds=kinds,
        neither=frozenset(fold(word) for word in counts["neither"].split()),
        events=frozenset(fold(word) for word in counts["events"].split()),
        no_places=frozenset(fold(word) for word in counts["no_places"].split()),
    )
