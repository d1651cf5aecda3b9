"""Toll lists of communiqués: "The toll is as follows: / - Own forces: six killed; / - Enemy:"."""

import re
from collections.abc import Sequence

from incidents.accounts.account import Account
from incidents.accounts.tolls import add_up, read_counts
from incidents.discourse import Mark, Marks
from incidents.events.families import OUTCOMES, realm
from incidents.events.sentence import Sentence
from incidents.linking.claimed import told_of
from incidents.linking.cluster import Cluster
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


def own_place(place: PlaceMention | None, label: Span | None) -> PlaceMention | None:
    """Leave out a place that is only a side's label: "Enemy: ..."."""
    return None if place and label and label.covers(place.span) else place


def is_loss(account: Account, cluster: Cluster) -> bool:
    """Tell whether an item of a toll list tells what the incident before it cost a side."""
    if not account.losses or account.date or account.place:
        return False
    if cluster.count > 1 or account.event.sentence.index - cluster.last.sentence.index > REACH:
        return False
    listed = account.losses == "side" or account.event.frames <= LOST
    return listed and any(realm(frame) == "violence" for frame in cluster.frames)


def bare_loss(doc: Document, sentence: Sentence, marks: Marks, cluster: Cluster) -> Account | None:
    """Read an item without a verb: "Own troops: 2 KIA, 5 WIA"."""
    kind = lists_losses(doc, sentence, marks)
    own = [count for count in sentence.counts if count.key and not count.total]
    if not kind or not own or sentence.cues or sentence.dates:
        return None
    mark = Mark(kind="detail", span=own[0].span, rule=own[0].rule)
    event = told_of(doc.text, sentence, mark, marks.of(sentence.span), cluster)
    readings = read_counts(doc.text, event, marks.book.neither)
    tolls = add_up(doc.text, readings)
    account = Account(
        event=event, date=None, place=None, readings=readings, tolls=tolls, losses=kind
    )
    return account if tolls and is_loss(account, cluster) else None


def is_first(account: Account, told: Sequence[Account]) -> bool:
    """Tell whether an item is the first of its list: it tells more exactly than the incident."""
    return bool(account.losses) and not any(one.losses for one in told if one is not account)
