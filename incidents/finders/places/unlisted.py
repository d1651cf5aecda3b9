"""Places that no gazetteer lists, by the word before them: "in Vovchansk", "à Bon-Repos"."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from incidents.coordination import either, joining
from incidents.discourse import Mark, MarkBook, Marks
from incidents.mentions import EventCue, PlaceMention
from incidents.phrases import fold
from incidents.records import Span
from incidents.sentences import is_headline
from incidents.text import Document

LABEL = re.compile(r"[^\w\n]{0,4}([A-ZÀ-Ý][\w'’-]{1,30}(?: [A-ZÀ-Ý][\w'’-]{1,30}){0,2}) ?:")
"""A capitalised name in front of a colon, at the head of a sentence."""
NAME = re.compile(r"[A-ZÀ-Ý][\w'’-]{1,30}(?: (?:(?:a[dlnrstz]|ash|el)[- ])?[A-ZÀ-Ý][\w'’-]{1,30})?")
"""One or two capitalised words, an Arabic article between them: "Deir al-Balah"."""
LIST_REACH = 240
HEAD = re.compile(r"([A-ZÀ-Ý][\w'’-]{1,30}(?: [A-ZÀ-Ý][\w'’-]{1,30}){0,2})(?:, | \()")
"""A capitalised name at the head of a sentence, before what may contain it."""
ALL = re.compile(r"[ ,.()\n]*")
"""All that stands between places in a sentence that names nothing else."""


def find_unlisted(
    doc: Document,
    marks: Marks,
    cues: Sequence[EventCue],
    places: Sequence[PlaceMention],
    others: Sequence[Span],
) -> list[PlaceMention]:
    """Find capitalised names behind a word of place, in the sentences that tell of an event.

    Args:
        doc: the document.
        marks: its discourse marks.
        cues: its event cues.
        places: the places that are known, in text order.
        others: what is known to be something else: dates, actors, sources.
    """
    occupied = sorted([*others, *(place.span for place in places)])
    following = {place.span.start: place for place in places}
    acts = sorted(cue.span for cue in cues)
    telling = set(_telling(doc, cues))
    found: list[PlaceMention] = []
    for sentence in doc.sentences:
        near = list(_within(occupied, sentence))
        here = [following[span.start] for span in near if span.start in following]
        candidates = [*_head(doc.text, sentence, here, marks.book, _within(acts, sentence))]
        # Where all words have them, capitals say nothing.
        if sentence in telling and not is_headline(sentence.of(doc.text).split()):
            candidates = [
                *_label(doc.text, sentence, marks.book),
                *_behind_words(doc.text, marks.of(sentence)),
                *_beside_known(doc.text, sentence, near, following),
                *candidates,
            ]
        for place in candidates:
            shouted = place.text.isupper()  # "IED", "LIVE"
            if shouted or _is_cut_short(doc.text, sentence, place.span):
                continue
            if not any(place.span.overlaps(span) for span in near):
                found.append(place)
                near.append(place.span)
    return found


def _head(
    text: str,
    sentence: Span,
    here: Sequence[PlaceMention],
    book: MarkBook,
    acts: Iterable[Span],
) -> Iterator[PlaceMention]:
    """Find the name that an entry begins with, where its region is known: "Dola, Kobi region.".

    What was done there is no name: "Airstrike, Kobi region.".
    """
    head = HEAD.match(text, sentence.start, sentence.end) if here else None
    if not head or head.end() != here[0].span.start or not _names_only(text, sentence, here):
        return
    span = Span(*head.span(1))
    if _is_name(span.of(text), book) and not any(span.overlaps(act) for act in acts):
        yield PlaceMention(
            text=span.of(text), span=span, names=(span,), hint="plain", rule="assembly.label"
        )


def _is_name(words: str, book: MarkBook) -> bool:
    return not any(fold(word) in book.no_places for word in words.split())


def _names_only(text: str, sentence: Span, places: Sequence[PlaceMention]) -> bool:
    """Tell whether a sentence from its first place on names places and says nothing else."""
    end = places[0].span.start
    for place in places:
        if ALL.fullmatch(text, end, max(end, place.span.start)) is None:
            return False
        end = max(end, place.span.end)
    return ALL.fullmatch(text, end, sentence.end) is not None


def _is_cut_short(text: str, sentence: Span, name: Span) -> bool:
    """Tell whether a name is an abbreviation, whose point ends no sentence: "St. Joseph's"."""
    point = name.end
    return text[point : point + 1] == "." and point + 1 < sentence.end


def _telling(doc: Document, cues: Sequence[EventCue]) -> Iterator[Span]:
    """Go through the sentences that hold a cue which is not barred."""
    starts = iter(sorted(cue.span.start for cue in cues if cue.barred is None))
    start = next(starts, None)
    for sentence in doc.sentences:
        while start is not None and start < sentence.start:
            start = next(starts, None)
        if start is not None and start < sentence.end:
            yield sentence


def _within(spans: Sequence[Span], sentence: Span) -> Iterator[Span]:
    at = bisect_left(spans, (sentence.start, 0))
    while at < len(spans) and spans[at].start < sentence.end:
        yield spans[at]
        at += 1


def _label(text: str, sentence: Span, book: MarkBook) -> Iterator[PlaceMention]:
    """Find the place that a line is headed with: "Vovchansk: intense shelling"."""
    found = LABEL.match(text, sentence.start, sentence.end)
    if found and _is_name(found[1], book):
        span = Span(*found.span(1))
        yield PlaceMention(
            text=span.of(text), span=span, names=(span,), hint="plain", rule="assembly.label"
        )


def _behind_words(text: str, marks: Iterable[Mark]) -> Iterator[PlaceMention]:
    for mark in marks:
        if mark.name is None:
            continue
        for span in (mark.name, *_continued(text, mark.name.end)):
            yield PlaceMention(
                text=span.of(text), span=span, names=(span,), hint="plain", rule=mark.rule
            )


def _beside_known(
    text: str, sentence: Span, near: Iterable[Span], known: Mapping[int, PlaceMention]
) -> Iterator[PlaceMention]:
    """Find the names that go on a list which a known place begins."""
    for begun in near:
        place = known.get(begun.start)
        if place is None or place.hint not in {"plain", "village", "town"} or not place.locative:
            continue
        for span in _continued(text, place.span.end):
            if sentence.covers(span):
                yield PlaceMention(
                    text=span.of(text), span=span, names=(span,), hint="plain", rule="assembly.list"
                )


def _continued(text: str, at: int) -> Iterator[Span]:
    """Find the other names of a list: "in Dola, Kobi and Sare."."""
    found = _list().match(text, at, at + LIST_REACH)
    if found:
        for name in NAME.finditer(text, found.start(), found.end()):
            yield Span(*name.span())


@cache
def _list() -> re.Pattern[str]:
    """The rest of a list of names, closed by a mark: ", Kobi and Sare."."""
    words = joining()
    lead = f"(?: {either(words.names_lead)})?"
    return re.compile(
        rf"(?:, [A-ZÀ-Ý][\w'’ -]{{1,40}}){{0,8}},? {either(words.and_)}{lead}"
        r" [A-ZÀ-Ý][\w'’-]{1,30}"
        r"(?: [A-ZÀ-Ý][\w'’-]{1,30})?"
        rf"(?=[.,;):]|$| {either(words.names_end)}\b)"
    )
