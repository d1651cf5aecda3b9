"""Clean text with its way back: normalised for the finders, every span mappable to the original."""

from typing import Literal

from incidents.records import Record, Span


class Block(Record):
    """A paragraph, bullet or heading of the clean text."""

    span: Span
    kind: Literal["paragraph", "bullet", "heading", "boilerplate"]
    """`boilerplate` (and all below it: "Related News") is shown and never read."""


class Document(Record):
    """A text made ready for the finders.

    `text` has its line endings, spaces, quotes and composed accents made uniform; `offsets[i]` is
    the position in the raw text of clean code point i, with one entry more than `text` is long.
    """

    raw: str
    text: str
    offsets: tuple[int, ...]
    sentences: tuple[Span, ...]
    """Over the clean text, in order, never overlapping; boilerplate has none."""
    blocks: tuple[Block, ...]
    language: str
    """"en" or "fr"."""

    def to_raw(self, span: Span) -> Span:
        """Map a clean span to the raw text."""
        return Span(self.offsets[span.start], self.offsets[span.end])
