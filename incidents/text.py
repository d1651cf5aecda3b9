"""Clean text with its way back: normalised for the finders, every span mappable to the original."""

from array import array
from collections.abc import Iterator

from incidents.blocks import Block, bullet_mark, find_blocks, join_wrapped
from incidents.cleaning import clean, last_seen
from incidents.hyphens import without_breaks
from incidents.languages import detect_language
from incidents.records import Record, Span
from incidents.sentences import split_sentences

__all__ = ["Block", "Document", "read_document"]


class Document(Record, frozen=True, kw_only=True):
    r"""A text made ready for the finders.

    `text` has its line endings, spaces, quotes and composed accents made uniform, and its wrapped
    lines joined: a "\n" ends a block.
    """

    raw: str
    text: str
    offsets: "array[int]"
    """Position in `raw` of each code point of `text`, and of its end; one more than those."""
    sentences: tuple[Span, ...]
    """Over the clean text, in order, never overlapping; boilerplate has none."""
    blocks: tuple[Block, ...]
    language: str
    """"en" or "fr"."""

    def to_raw(self, span: Span) -> Span:
        """Map a clean span to the raw text; what was read from one sign stays one sign."""
        if span.start >= span.end:
            return Span(self.offsets[span.start], self.offsets[span.start])
        start, end = self.offsets[span.start], span.end
        while end < len(self.text) and self.offsets[end] == self.offsets[span.end - 1]:
            end += 1
        return Span(start, last_seen(self.raw, start, self.offsets[end]))


def read_document(raw: str, language: str | None = None) -> Document:
    """Make a text ready for the finders, in time linear in its length.

    Args:
        raw: the report's text as given; any Unicode text at all.
        language: "en" or "fr"; None detects it.
    """
    plain, offsets = without_breaks(*clean(raw))
    text = join_wrapped(plain)
    language = language or detect_language(text)
    blocks = find_blocks(text)
    return Document(
        raw=raw,
        text=text,
        offsets=offsets,
        sentences=tuple(_sentences(text, blocks, language)),
        blocks=blocks,
        language=language,
    )


def _sentences(text: str, blocks: tuple[Block, ...], language: str) -> Iterator[Span]:
    for block in blocks:
        if block.kind != "boilerplate":
            start, end = block.span
            mark = bullet_mark(text[start : min(end, start + 8)])
            yield from split_sentences(text, Span(start + mark, end), language)
