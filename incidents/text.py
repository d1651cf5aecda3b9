"""Clean text with its way back: normalised for the finders, every span mappable to the original."""

from array import array
from collections.abc import Iterator, Sequence

from incidents.blocks import (
    Block,
    bullet_mark,
    find_blocks,
    is_contact,
    is_issue_line,
    join_wrapped,
)
from incidents.capitals import without_capitals
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
    """Over the clean text, in order, never overlapping; boilerplate and addresses have none."""
    blocks: tuple[Block, ...]
    language: str
    """"en" or "fr"."""
    told: str
    """The clean text with spaces for what no sentence reads, of the same length: what a page's
    furniture and an office's address name is nothing that the report speaks of."""

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
    text = without_capitals(text, language)
    blocks = find_blocks(text)
    sentences = tuple(_sentences(text, blocks, language))
    addresses = {span for span in sentences if is_contact(span.of(text))}
    furniture = [
        block.span
        for block in blocks
        if block.kind == "boilerplate" or is_issue_line(block.span.of(text))
    ]
    return Document(
        raw=raw,
        text=text,
        offsets=offsets,
        sentences=tuple(span for span in sentences if span not in addresses),
        blocks=blocks,
        language=language,
        told=_blanked(text, [*furniture, *addresses]),
    )


def _blanked(text: str, spans: Sequence[Span]) -> str:
    parts: list[str] = []
    done = 0
    for start, end in sorted(spans):
        parts += (text[done:start], " " * (end - start))
        done = end
    return "".join([*parts, text[done:]]) if parts else text


def _sentences(text: str, blocks: tuple[Block, ...], language: str) -> Iterator[Span]:
    for block in blocks:
        if block.kind != "boilerplate":
            start, end = block.span
            mark = bullet_mark(text[start : min(end, start + 8)])
            yield from split_sentences(text, Span(start + mark, end), language)
