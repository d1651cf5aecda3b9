"""Items of a communiqué's toll list: "The toll is as follows: / - Own forces: six killed;"."""

import re

from incidents.discourse import Marks
from incidents.events.sentence import Sentence
from incidents.mentions import PlaceMention
from incidents.records import Span
from incidents.text import Document

ITEMS = 4
"""Items of such a list below the sentence that opens it."""
LABEL = re.compile(r"[^:;.!?\d\n]{2,48}:(?= ?\S)")
"""What stands in front of an item's numbers: "Enemy losses:"."""


def label_of(doc: Document, sentence: Sentence) -> Span | None:
    """Find the words before the colon at the head of a sentence with numbers."""
    found = (
        LABEL.match(doc.text, sentence.span.start, sentence.span.end) if sentence.counts else None
    )
    return Span(*found.span()) if found else None


def lists_losses(doc: Document, sentence: Sentence, marks: Marks) -> str:
    """Tell how a sentence is one of a toll list: by its "side", by its "list", or "", not so."""
    if not sentence.counts:
        return ""
    label = label_of(doc, sentence)
    if label and any(m.kind == "side" and label.covers(m.span) for m in marks.of(sentence.span)):
        return "side"
    for span in reversed(doc.sentences[max(0, sentence.index - ITEMS) : sentence.index]):
        if doc.text.endswith(":", span.start, span.end):
            kinds = {mark.kind for mark in marks.of(span)}
            return "list" if "tally" in kinds and "total" not in kinds else ""
    return ""


def without_label(place: PlaceMention | None, label: Span | None) -> PlaceMention | None:
    """Leave out a place that is only a side's label: "Enemy: ..."."""
    return None if place and label and label.covers(place.span) else place
