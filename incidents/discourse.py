"""Discourse marks: words that tell incidents apart, join them, or say what a sentence does."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from incidents.phrases import (
    Hit,
    PhraseBook,
    Word,
    compile_phrase,
    fold,
    split_words,
    word_classes,
)
from incidents.records import Record, Span
from incidents.rules import load_rules
from incidents.text import Document

MarkKind = Literal[
    "another",
    "sequel",
    "turn",
    "part",
    "total",
    "accusation",
    "cause",
    "aside",
    "where",
    "join",
    "worst",
    "saying",
    "voice",
    "denial",
    "version",
    "claim",
    "detail",
    "hedge",
    "onset",
    "locative",
    "running",
    "each",
    "their",
    "there",
    "nth",
    "speech",
    "contest",
    "charge",
    "inside",
    "update",
    "pronoun",
    "afterwards",
    "side",
    "tally",
    "uprooted",
]


class Mark(NamedTuple):
    """One discourse mark."""

    kind: MarkKind
    span: Span
    """In the document's clean text."""
    rule: str
    name: Span | None = None
    """The capitalised words in it, where there are any behind its first: "in Vovchansk"."""


class Words(Record, frozen=True, kw_only=True):
    """The words of one language that a member of such a list may hold."""

    language: str
    before: frozenset[str]
    """Words between a number and its place: "eight others in"."""
    more: frozenset[str]
    """Words in front of a number: "another eight"."""
    part: frozenset[str]
    """Words in front of a number that the one before it counts already: "including 12"."""


class Voices(Record, frozen=True, kw_only=True):
    """The words of one language by which those who speak are known."""

    leading: frozenset[str]
    """Words in front of those who speak that are no part of their name: "but"."""
    articles: frozenset[str]
    never: frozenset[str]
    """Words that stand in no name of those who speak."""
    relative: frozenset[str]
    """Words that begin a clause about those who speak: "which held Dola"."""
    plural_ends: tuple[str, ...]
    """Ends of words for several who speak: "fishermen"."""
    aside: frozenset[str]
    """Words between commas behind those who speak: "for its part"."""


class MarkBook(Record, frozen=True, kw_only=True):
    """The discourse marks of one language."""

    book: PhraseBook
    kinds: Mapping[str, MarkKind]
    neither: frozenset[str]
    """Nouns that count dead and wounded together: "casualties"."""
    events: frozenset[str]
    """Nouns whose number counts events: "two villages"."""
    areas: frozenset[str]
    """Nouns of areas in the plural, whose names make one list: "the A, B and C provinces"."""
    no_places: frozenset[str]
    """Capitalised words behind "in" that begin no place's name: "in Operation Dawn"."""
    rest: frozenset[str]
    """Words that count what is left of a sum: "nine others"."""
    voices: Voices
    elliptic: Words
    """The words of lists that leave the verb out."""

    def find(self, text: str, span: Span) -> list[Mark]:
        """Find the marks of one sentence, in text order."""
        words = split_words(text, span)
        return [self._mark(words, hit) for hit in self.book.find(words)]

    def _mark(self, words: Sequence[Word], hit: Hit) -> Mark:
        end = words[hit.last - 1].end
        kind = self.kinds[hit.key]
        name = None
        if kind == "locative":
            first = next((i for i in hit.at[1:] if words[i].capital), None)
            if first is not None and words[first].folded not in self.no_places:
                name = Span(words[first].start, end)
        return Mark(kind=kind, span=Span(words[hit.first].start, end), rule=hit.key, name=name)


class Marks:
    """The discourse marks of one document, each sentence's found once."""

    def __init__(self, doc: Document) -> None:
        """Stand on a document."""
        self._text = doc.text
        self._found: dict[Span, list[Mark]] = {}
        self.book = load_marks(doc.language)

    def of(self, sentence: Span) -> list[Mark]:
        """Give the marks of a sentence, in text order."""
        if sentence not in self._found:
            self._found[sentence] = self.book.find(self._text, sentence)
        return self._found[sentence]


@cache
def load_marks(language: str) -> MarkBook:
    """Compile the discourse marks of a language.

    Raises:
        RuleError: a mark is wrong; the message names file and id.
    """
    where = f"data/rules/{language}/discourse"
    marks = load_rules(language, "discourse").get("mark", [])
    classes = word_classes(language)
    phrases = [
        compile_phrase(raw["id"], source, classes, f"{where}, mark {raw['id']!r}")
        for raw in marks
        for source in raw["phrases"]
    ]
    counts = load_rules(language, "counts").get("discourse", {})
    lists = load_rules(language, "coordination").get("lists", {})
    voices = load_rules(language, "sources").get("voices", {})
    return MarkBook(
        book=PhraseBook(phrases),
        kinds={raw["id"]: raw["kind"] for raw in marks},
        neither=_words(counts, "neither"),
        events=_words(counts, "events"),
        areas=_words(lists, "areas"),
        no_places=_words(load_rules(language, "places"), "never_unlisted"),
        rest=_words(counts, "rest"),
        voices=Voices(
            leading=_words(voices, "leading"),
            articles=_words(voices, "articles"),
            never=_words(voices, "never"),
            relative=_words(voices, "relative"),
            aside=_words(voices, "aside"),
            plural_ends=tuple(voices.get("plural_ends", ())),
        ),
        elliptic=Words(
            language=language,
            before=_words(lists, "before"),
            more=_words(lists, "more"),
            part=_words(lists, "part"),
        ),
    )


def _words(table: Mapping[str, str], name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in table.get(name, "").split())
