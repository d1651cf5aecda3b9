"""Sentences of no event that say that nobody was hurt: "There were no casualties"."""

from incidents.accounts import where
from incidents.accounts.account import Account
from incidents.accounts.read import make_account
from incidents.accounts.tolls import read_counts
from incidents.discourse import Mark, Marks
from incidents.events.families import realm
from incidents.events.sentence import Sentence
from incidents.linking.claimed import told_of
from incidents.linking.cluster import Cluster
from incidents.linking.rivals import follows
from incidents.text import Document


def nobody_hurt(
    doc: Document, sentence: Sentence, marks: Marks, cluster: Cluster
) -> Account | None:
    """Read such a sentence as one about the incident just told, where it names no other place."""
    zeros = [count for count in sentence.counts if count.key and not count.low]
    if not zeros or not follows(sentence, cluster) or _is_elsewhere(sentence, cluster):
        return None
    if all(realm(frame) == "deal" for frame in cluster.frames):
        return None
    mark = Mark(kind="detail", span=zeros[0].span, rule=zeros[0].rule)
    event = told_of(doc.text, sentence, mark, marks.of(sentence.span), cluster)
    return make_account(doc, event, readings=read_counts(doc.text, event, marks.book.neither))


def _is_elsewhere(sentence: Sentence, cluster: Cluster) -> bool:
    return any(
        cluster.place is None or not where.same(place, cluster.place) for place in sentence.places
    )
