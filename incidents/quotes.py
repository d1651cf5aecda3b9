"""Words of a report that can be found again: the W3C's text quote and text position selectors.

A quote says which words, what stood around them and where, so that it outlives another reading
of the same text, and a text that was mended elsewhere (Web Annotation Data Model, 4.2.4, 4.2.5).
"""

from collections.abc import Iterator

from incidents.records import Record, Span

CONTEXT = 32
"""Code points kept before and after."""


class Quote(Record, frozen=True, kw_only=True):
    """Some words of a report."""

    exact: str
    """The words themselves."""
    start: int | None = None
    """Where they stood, in code points from 0; None where nobody knew."""
    prefix: str = ""
    """What stood before them."""
    suffix: str = ""
    """What stood after them."""


def quote(text: str, span: Span) -> Quote:
    """Quote a span of a text with what stands around it."""
    return Quote(
        exact=span.of(text),
        start=span.start,
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
    )


def quote_words(text: str, words: str) -> Quote:
    """Quote words of which no span is known: where they stand first, if anywhere."""
    start = text.find(words)
    return Quote(exact=words) if start < 0 else quote(text, Span(start, start + len(words)))


def locate(one: Quote, text: str) -> Span | None:
    """Return where a quote's words stand: where they stood, else where most is as it was around.

    Returns:
        None where the text has these words no more.
    """
    if not one.exact:
        return None
    spans = (Span(start, start + len(one.exact)) for start in _starts(one, text))
    return max(spans, key=lambda span: _likeness(one, text, span), default=None)


def _starts(one: Quote, text: str) -> Iterator[int]:
    if one.start is not None and text.startswith(one.exact, one.start):
        yield one.start
        return
    found = text.find(one.exact)
    while found >= 0:
        yield found
        found = text.find(one.exact, found + 1)


def _likeness(one: Quote, text: str, span: Span) -> tuple[int, int]:
    before = text[max(0, span.start - CONTEXT) : span.start]
    after = text[span.end : span.end + CONTEXT]
    same = _shared(one.prefix[::-1], before[::-1]) + _shared(one.suffix, after)
    return same, -abs(span.start - (one.start or 0))


def _shared(one: str, other: str) -> int:
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
