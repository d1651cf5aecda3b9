"""Sentences of no event that say when or where the last one was: "It happened on Friday night"."""

import datetime as dt
from collections.abc import Container, Sequence

from incidents.accounts import when, where
from incidents.accounts.account import Account
from incidents.accounts.read import make_account
from incidents.accounts.tolls import read_counts
from incidents.dating import days_told
from incidents.discourse import Mark, Marks
from incidents.events.families import ARMED
from incidents.events.sentence import Sentence
from incidents.linking.claimed import told_of
from incidents.linking.cluster import Cluster
from incidents.mentions import DateMention
from incidents.records import DateValue
from incidents.text import Document

REACH = 3
"""Sentences between an incident and one that only says when it was."""
OPENING = 2
"""Sentences below one that sets the day."""
LEAD = 20
"""Characters before a day that leads its sentence: "In the evening of the"."""
NEWS = dt.timedelta(days=45)
AFTERMATH = dt.timedelta(days=3)
TELLING = frozenset({"detail", "onset"})
"""Marks of such a sentence; an onset, "The attackers came", says nothing of where it ended."""


def find_detail(
    doc: Document,
    sentence: Sentence,
    marks: Sequence[Mark],
    clusters: Sequence[Cluster],
    neither: Container[str],
) -> tuple[Cluster, Account] | None:
    """Read a sentence without an event as a detail of the incident just told.

    Args:
        doc: the document.
        sentence: the sentence.
        marks: its discourse marks.
        clusters: the incidents that were told before it.
        neither: nouns that count dead and wounded together.

    Returns:
        The incident and what the sentence adds to it, or None where it adds nothing, speaks of
        another day or place, or stands too far below.
    """
    told = [mark for mark in marks if mark.kind in TELLING]
    if not clusters or _is_another(sentence, marks, clusters[-1]):
        return None
    cluster = clusters[-1]
    if bare := _bare_toll(doc, sentence, marks, cluster, neither):
        return cluster, bare
    far = sentence.index - cluster.last.sentence.index > REACH
    if not told:
        told = _marks_of_doers(sentence, cluster)
    if far or not told or not (sentence.dates or sentence.places):
        return None
    event = told_of(doc.text, sentence, told[0], marks, cluster)
    date = when.own_date(doc.text, event)
    place = where.own_place(event) if told[0].kind == "detail" else None
    if date is not None and not _fits(date.value, cluster):
        return None
    if where.contradict(place, cluster.place):
        place = None
    if date is None and place is None:
        return None
    return cluster, make_account(doc, event, date=date, place=place)


def _marks_of_doers(sentence: Sentence, cluster: Cluster) -> list[Mark]:
    """Take armed people for those who did it, where nothing says yet when that was.

    "Fighters of the group burst into the church at about 1 a.m. on Sunday."
    """
    armed = [actor for actor in sentence.actors if actor.kind in ARMED]
    if not armed or not _may_date(cluster) or sentence.sources:
        return []
    return [Mark(kind="onset", span=armed[0].span, rule=armed[0].rule)]


def _bare_toll(
    doc: Document,
    sentence: Sentence,
    marks: Sequence[Mark],
    cluster: Cluster,
    neither: Container[str],
) -> Account | None:
    """Read a sentence right behind an incident that tells no more than its toll: "Two KIA"."""
    own = [count for count in sentence.counts if count.key and not count.total]
    near = (
        sentence.index - cluster.last.sentence.index == 1
        and sentence.block == cluster.last.sentence.block
    )
    if (
        not own
        or not near
        or sentence.cues
        or any(_is_later(one, cluster) for one in sentence.dates)
    ):
        return None
    mark = Mark(kind="detail", span=own[0].span, rule=own[0].rule)
    event = told_of(doc.text, sentence, mark, marks, cluster)
    readings = [
        one for one in read_counts(doc.text, event, neither) if one.key not in cluster.tolls
    ]
    if not readings:
        return None
    return make_account(doc, event, readings=readings)


def _fits(own: DateValue, cluster: Cluster) -> bool:
    """Tell whether a day may be the incident's: that of its words, or one of the last weeks."""
    told = cluster.date
    if told is None:
        return True
    if told.basis == "publication":
        return told.earliest - own.latest <= NEWS
    return not when.contradict(own, told)


def _is_later(date: DateMention, cluster: Cluster) -> bool:
    """Tell whether a date is no day of its aftermath: "three bodies came in this morning"."""
    if cluster.date is None:
        return True
    after = date.value.earliest - cluster.date.latest
    return not dt.timedelta(0) <= after <= AFTERMATH


def opening_day(
    text: str, opening: Sentence | None, account: Account, before: Cluster | None, marks: Marks
) -> DateMention | None:
    """Find the day that the sentence before set: "On 3 June, villagers gathered. Soldiers came".

    Args:
        text: the document's clean text.
        opening: the last sentence that told of no event.
        account: what has no day of its own.
        before: the incident told last; one told since then sets the day.
        marks: the document's.
    """
    sentence = account.event.sentence
    if (
        opening is None
        or opening.block != sentence.block
        or sentence.index - opening.index > OPENING
    ):
        return None
    if before is not None and before.last.sentence.index > opening.index:
        return None
    days = [one for one in opening.dates if one.use == "event" and _is_day(one.value)]
    told = [mark.span for mark in marks.of(opening.span) if mark.kind == "saying"]
    return next((one for one in days if not when.follows(text, one.span, told)), None)


def later_opening(old: Sentence | None, sentence: Sentence) -> Sentence | None:
    """Choose the sentence that sets the day: a block's first, until one begins with another day."""
    if not sentence.dates:
        return old
    leads = sentence.dates[0].span.start - sentence.span.start <= LEAD
    return sentence if old is None or leads or old.block != sentence.block else old


def _is_day(value: DateValue) -> bool:
    return days_told(value) <= 1


def _may_date(cluster: Cluster) -> bool:
    """Tell whether an incident has no day that its own words gave."""
    return cluster.date is None or cluster.date.basis in {"publication", "report_period"}


def _is_another(sentence: Sentence, marks: Sequence[Mark], cluster: Cluster) -> bool:
    """Tell whether a sentence begins with something else, or stands in another item of a list."""
    if any(mark.kind in {"turn", "another"} for mark in marks):
        return True
    same = sentence.block == cluster.last.sentence.block
    return not same and "bullet" in {sentence.kind, cluster.last.sentence.kind}
