"""Toll lists of communiqués: what their items tell of the incident above them."""

from collections.abc import Sequence

from incidents.accounts.account import Account
from incidents.accounts.loss_items import lists_losses
from incidents.accounts.read import make_account
from incidents.accounts.tolls import read_counts
from incidents.discourse import Mark, Marks
from incidents.events.families import OUTCOMES, realm
from incidents.events.sentence import Sentence
from incidents.linking.claimed import told_of
from incidents.linking.cluster import Cluster
from incidents.text import Document

REACH = 5
"""Sentences between an incident and what its list tells last."""
LOST = OUTCOMES | {"neutralise", "loot", "arrest", "abduct", "capture"}
"""Families of the words of an item that names no side."""


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
    account = make_account(doc, event, readings=readings, losses=kind)
    return account if account.tolls and is_loss(account, cluster) else None


def is_first(account: Account, told: Sequence[Account]) -> bool:
    """Tell whether an item is the first of its list: it tells more exactly than the incident."""
    return bool(account.losses) and not any(one.losses for one in told if one is not account)
