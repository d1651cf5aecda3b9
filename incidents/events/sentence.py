"""Claims laid out by the sentence that they stand in."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from incidents.finders.actors.context import UNREAD, Context
from incidents.mentions import (
    ActorMention,
    CountMention,
    DateMention,
    EventCue,
    PlaceMention,
    SourceMention,
)
from incidents.records import DateValue, Record, Span
from incidents.text import Block, Document


class Mentions(Record, frozen=True, kw_only=True):
    """All that the finders found in a document, each in text order."""

    dates: tuple[DateMention, ...] = ()
    counts: tuple[CountMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    cues: tuple[EventCue, ...] = ()
    sources: tuple[SourceMention, ...] = ()
    issuer: SourceMention | None = None
    """Who issues the document, by its own head."""
    places: tuple[PlaceMention, ...] = ()
    context: Context = UNREAD
    """What the whole document says of its actors' countries."""
    published: DateValue | None = None
    """When the report was published, where that is known."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its claims."""

    index: int
    """Number of the sentence in the document."""
    span: Span
    block: int
    """Number of the paragraph, bullet or heading that it stands in."""
    kind: str
    """Kind of that block."""
    cues: tuple[EventCue, ...]
    counts: tuple[CountMention, ...]
    actors: tuple[ActorMention, ...]
    dates: tuple[DateMention, ...]
    places: tuple[PlaceMention, ...]
    sources: tuple[SourceMention, ...]


DATELINE_ENDS = 120
"""Characters at the head of a paragraph in which a dateline ends."""
HEAD = 12
"""Blocks, titles and a summary's bullets among them, of which one may begin with a dateline."""
FIRST = 3
"""Paragraphs of which one begins with it."""
DATELINE = re.compile(
    r"[(\[]?(?:\d{1,2} )?[A-ZÀ-Ý][^\n.;:–—]{2,90}?[)\]]?,? {0,2}(?:\([^)\n]{1,30}\) ?)?[–—-] "
)
"""A dateline: words in front of a dash."""

Claim = TypeVar(
    "Claim", EventCue, CountMention, ActorMention, DateMention, PlaceMention, SourceMention
)


def lay_out(doc: Document, claims: Mentions) -> list[Sentence]:
    """Give each sentence its claims; a claim belongs where it begins."""
    starts = [span.start for span in doc.sentences]
    claims = _without_actors_places(doc.text, _without_dateline(doc, claims))
    block_starts = [block.span.start for block in doc.blocks]
    cues = _by_sentence(claims.cues, starts)
    counts = _by_sentence(claims.counts, starts)
    actors = _by_sentence(claims.actors, starts)
    dates = _by_sentence(claims.dates, starts)
    places = _by_sentence(claims.places, starts)
    sources = _by_sentence(claims.sources, starts)
    sentences = []
    for index, span in enumerate(doc.sentences):
        block = bisect_right(block_starts, span.start) - 1
        sentences.append(
            Sentence(
                index=index,
                span=span,
                block=block,
                kind=doc.blocks[block].kind if block >= 0 else "paragraph",
                cues=tuple(cues.get(index, ())),
                counts=tuple(counts.get(index, ())),
                actors=tuple(actors.get(index, ())),
                dates=tuple(dates.get(index, ())),
                places=tuple(places.get(index, ())),
                sources=tuple(sources.get(index, ())),
            )
        )
    return sentences


def _without_dateline(doc: Document, claims: Mentions) -> Mentions:
    """Take places and days out of the dateline: "(Bangkok, August 12, 2024) – Myanmar's ..."."""
    head = [block for block in doc.blocks[:HEAD] if block.kind != "bullet"]
    paragraphs = [block for block in head if block.kind == "paragraph"][:FIRST]
    tried = [b for b in head if b.kind != "paragraph" or b in paragraphs]
    line = next((line for block in tried if (line := _dateline(doc, block, claims))), None)
    if line is None:
        return claims
    places = tuple(p for p in claims.places if not line.covers(p.span))
    dates = tuple(d for d in claims.dates if not line.covers(d.span) or d.use == "dateline")
    return msgspec.structs.replace(claims, places=places, dates=dates)


def _dateline(doc: Document, block: Block, claims: Mentions) -> Span | None:
    """Find the dateline at the head of a block: words with a date, or in capitals, and a dash."""
    end = min(block.span.end, block.span.start + DATELINE_ENDS)
    found = DATELINE.match(doc.text, block.span.start, end)
    if found is None:
        return None
    line = Span(*found.span())
    dated = any(line.covers(d.span) and d.value.basis == "stated" for d in claims.dates)
    return line if dated or found[0].isupper() else None


def _without_actors_places(text: str, claims: Mentions) -> Mentions:
    """Take out places that are part of an actor's name: "Sinaloa" in "Sinaloa cartel"."""
    named = sorted(
        actor.span
        for actor in claims.actors
        if actor.named or actor.use == "affiliation"  # "lié à Al-Qaïda"
    )
    ends = [span.start for span in named]

    def inside(place: PlaceMention) -> bool:
        at = bisect_right(ends, place.span.start) - 1
        return at >= 0 and named[at].covers(place.span)

    def owning(place: PlaceMention) -> bool:  # "Pakistan's foreign ministry"
        return place.hint == "country" and text.startswith(("'s", "’s"), place.span.end)

    places = tuple(p for p in claims.places if not inside(p) and not owning(p))
    return msgspec.structs.replace(claims, places=places)


def _by_sentence(claims: Iterable[Claim], starts: Sequence[int]) -> dict[int, list[Claim]]:
    found: dict[int, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: claim.span):
        found.setdefault(bisect_right(starts, claim.span.start) - 1, []).append(claim)
    return found
