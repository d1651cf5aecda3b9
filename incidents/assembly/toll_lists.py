"""Toll lists of communiqués: "The toll is as follows: / - Own forces: six killed; / - Enemy:"."""

import re
from collections.abc import Sequence

from incidents.assembly.casualties import add_up, read_counts
from incidents.assembly.draft import Draft, Telling
from incidents.assembly.echoes import told_of
from incidents.assembly.families import OUTCOMES, realm
from incidents.assembly.marks import Mark, Marks
from incidents.assembly.scene import Scene
from incidents.mentions import PlaceMention
from incidents.records import Span
from incidents.text import Document

ITEMS = 4
"""Items of such a list below the sentence that opens it."""
REACH = 5
"""Sentences between an incident and what its list tells last."""
LABEL = re.compile(r"[^:;.!?\d\n]{2,48}:(?= ?\S)")
"""What stands in front of an item's numbers: "Enemy losses:"."""
LOST = OUTCOMES | {"neutralise", "loot", "arrest", "abduct", "capture"}
"""Families of the words of an item that names no side."""


def label_of(doc: Document, scene: Scene) -> Span | None:
    """Find the words before the colon at the head of a sentence with numbers."""
    found = LABEL.match(doc.text, scene.span.start, scene.span.end) if scene.counts else None
    return Span(*found.span()) if found else None


def lists_losses(doc: Document, scene: Scene, marks: Marks) -> str:
    """Tell how a sentence is one of a toll list: by its "side", by its "list", or "", not so."""
    if not scene.counts:
        return ""
    label = label_of(doc, scene)
    if label and any(m.kind == "side" and label.covers(m.span) for m in marks.of(scene.span)):
        return "side"
    for span in reversed(doc.sentences[max(0, scene.index - ITEMS) : scene.index]):
        if doc.text.endswith(":", span.start, span.end):
            kinds = {mark.kind for mark in marks.of(span)}
            return "list" if "tally" in kinds and "total" not in kinds else ""
    return ""


def own_place(place: PlaceMention | None, label: Span | None) -> PlaceMention | None:
    """Leave out a place that is only a side's label: "Enemy: ..."."""
    return None if place and label and label.covers(place.span) else place


def is_loss(telling: Telling, draft: Draft) -> bool:
    """Tell whether an item of a toll list tells what the incident before it cost a side."""
    if not telling.losses or telling.date or telling.place:
        return False
    if draft.count > 1 or telling.piece.scene.index - draft.last.scene.index > REACH:
        return False
    listed = telling.losses == "side" or telling.piece.frames <= LOST
    return listed and any(realm(frame) == "violence" for frame in draft.frames)


def bare_loss(doc: Document, scene: Scene, marks: Marks, draft: Draft) -> Telling | None:
    """Read an item without a verb: "Own troops: 2 KIA, 5 WIA"."""
    kind = lists_losses(doc, scene, marks)
    own = [count for count in scene.counts if count.key and not count.total]
    if not kind or not own or scene.cues or scene.dates:
        return None
    mark = Mark(kind="detail", span=own[0].span, rule=own[0].rule)
    piece = told_of(doc.text, scene, mark, marks.of(scene.span), draft)
    readings = read_counts(doc.text, piece, marks.book.neither)
    tolls = add_up(doc.text, readings)
    telling = Telling(
        piece=piece, date=None, place=None, readings=readings, tolls=tolls, losses=kind
    )
    return telling if tolls and is_loss(telling, draft) else None


def is_first(telling: Telling, told: Sequence[Telling]) -> bool:
    """Tell whether an item is the first of its list: it tells more exactly than the incident."""
    return bool(telling.losses) and not any(one.losses for one in told if one is not telling)
