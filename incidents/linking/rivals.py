"""Rival accounts: another source's version of the incident just told, and not another incident."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

import msgspec

from incidents.accounts import when, where
from incidents.accounts.account import Account
from incidents.accounts.number import Reading
from incidents.accounts.read import make_account
from incidents.accounts.tolls import DOZENS, is_sharper, rises_on
from incidents.coordination import either, joining
from incidents.discourse import Mark
from incidents.events.families import OUTCOMES
from incidents.events.mention import EventMention
from incidents.events.sentence import Sentence
from incidents.linking.claimed import told_of
from incidents.linking.cluster import Cluster
from incidents.linking.other_side import other_side
from incidents.linking.relation import Relation
from incidents.mentions import CountMention, EventCue
from incidents.records import CountKey
from incidents.text import Document

RIVAL = "another source tells it otherwise"
"""Why a sentence is joined whose figures compete with those told before."""
SENTENCES = 3
"""Sentences within which another source answers."""
ENDED = OUTCOMES | {"neutralise"}
"""Families of words in which an answer tells who died."""
ANSWERS = frozenset({"version", "denial"})
"""Kinds of marks with which another source answers."""
RECENT = 12
"""Pieces of an incident whose sources have been heard; keeps the reading linear."""
HEAD = 3
"""Characters at a sentence's head before its first word."""
APART = ("another", "turn", "worst")
"""Kinds of marks that tell of something else, or of a part of it."""


def is_rival(account: Account, cluster: Cluster) -> bool:
    """Tell whether a mention is another source's version of an incident.

    "The army said 15 terrorists were killed near Dola. Residents said nine civilians died": it
    follows closely, somebody else speaks, and it has neither a place nor a day of its own.
    """
    event = account.event
    own = speakers(event)
    if not own or not follows(event.sentence, cluster) or own <= _heard(cluster):
        return False
    if any(event.has(kind) for kind in APART) or any(c.article == "another" for c in event.cues):
        return False
    if any(
        mark.kind == "part" and mark.span.start - event.span.start <= HEAD for mark in event.marks
    ):
        return False
    if _moves(account, cluster) or other_side(account, cluster):
        return False
    if event.has("update") or any(count.replaces for count in account.tolls.values()):
        return False
    answers = event.has("version") or (event.has("denial") and not event.has("claim"))
    figures = bool(account.tolls.keys() & cluster.tolls.keys())
    told = ENDED | cluster.frames | ({"loot"} if account.place is None else set())
    ended = all(cue.frame in told or _speaks_of_it(cue) for cue in event.cues)
    return ended and (answers or figures)


def _speaks_of_it(cue: EventCue) -> bool:
    """Tell whether a noun speaks of what has been told: "in the attack"."""
    return cue.voice == "nominal" and cue.article == "the" and not cue.plural


def held_back(account: Account, cluster: Cluster) -> dict[CountKey, CountMention]:
    """Give the figures of a rival that the incident takes: what nobody has counted before.

    Or a higher toll of one that has risen before: "The toll rose to five. On Saturday officials
    said seven had died." Or what is more exact: "at least 61" where "dozens" were told of.
    """
    taken = dict[CountKey, CountMention]()
    for key, count in account.tolls.items():
        old = cluster.tolls.get(key)
        if rises := rises_on(old, count):
            taken[key] = msgspec.structs.replace(count, replaces=rises)
        elif old is None or _counts_dozens(old, count):
            taken[key] = count
    return taken


def _counts_dozens(old: CountMention, new: CountMention) -> bool:
    """Tell whether a rival's number is what an open one, "dozens", may be; not a boast of 200."""
    vague = old.low > 0 and old.best is None and is_sharper(old, new)
    return vague and new.low <= DOZENS * old.low


def speakers(event: EventMention) -> set[str]:
    """Name the sources that speak in a mention."""
    return {s.name for s in event.sentence.sources if s.span.overlaps(event.span)}


def _heard(cluster: Cluster) -> set[str]:
    return set[str]().union(*(speakers(account.event) for account in cluster.accounts[-RECENT:]))


def follows(sentence: Sentence, cluster: Cluster) -> bool:
    """Tell whether a sentence stands close below what an incident's words told last."""
    last = cluster.last.sentence
    if sentence.kind == "bullet" and sentence.block != last.block:
        return False
    return sentence.index - last.index <= SENTENCES and sentence.block - last.block <= 1


def _moves(account: Account, cluster: Cluster) -> bool:
    """Tell whether a mention has a time or place that is not the incident's."""
    place = account.place
    away = (
        place is not None
        and place.hint != "unnamed"
        and cluster.place is not None
        and not where.same(place, cluster.place)
    )
    later = account.date is not None and when.contradict(account.date.value, cluster.date)
    return later or (away and not _is_wider(account, cluster))


def _is_wider(account: Account, cluster: Cluster) -> bool:
    """Tell whether a place only says more widely where: "in the Gao region"."""
    if account.place is None or cluster.place is None:
        return True
    return where.RANK[account.place.hint] > where.RANK[cluster.place.hint]


def first_rival(account: Account, clusters: Iterable[Cluster]) -> Cluster | None:
    """Find the incident of which a mention tells another source's version."""
    return next((cluster for cluster in clusters if is_rival(account, cluster)), None)


def find_answer(
    doc: Document, sentence: Sentence, marks: Sequence[Mark], clusters: Sequence[Cluster]
) -> tuple[Cluster, Account, Relation, str] | None:
    """Read a sentence without an event as another toll or version of the incident just told.

    "The mayor put the toll at seven"; "By Sunday the toll had climbed to 14", which replaces it.
    """
    cluster = clusters[-1]
    if not follows(sentence, cluster) or any(mark.kind in APART for mark in marks):
        return None
    answers = [mark for mark in marks if mark.kind in ANSWERS] if sentence.sources else []
    readings = [
        one for count in sentence.counts if (one := _figure(doc.text, count, cluster, answers))
    ]
    newer = any(mark.kind == "update" for mark in marks)
    updates = [one.count for one in readings if one.count.replaces or newer]
    if updates:
        answers = [Mark("version", updates[0].span, updates[0].rule)]
    elif not (answers and (readings or any(mark.kind == "version" for mark in answers))):
        return None
    event = told_of(doc.text, replace(sentence, actors=()), answers[0], marks, cluster)
    if newer:
        readings = [replace(r, count=replaced(r.count)) for r in readings]
    told = make_account(
        doc,
        event,
        date=when.own_date(doc.text, event),
        place=where.own_place(event),
        readings=readings,
    )
    if _moves(told, cluster) and not updates:
        return None
    account = replace(told, date=None, place=None)
    if updates:
        return cluster, account, Relation.SAME, "a later toll"
    return cluster, account, Relation.VERSION, RIVAL


def replaced(count: CountMention) -> CountMention:
    """Let a number replace those told before."""
    return msgspec.structs.replace(count, replaces=True)


def _figure(
    text: str, count: CountMention, cluster: Cluster, answers: Sequence[Mark]
) -> Reading | None:
    """Read a number of a version as that of the dead, unless it is only a part of them."""
    if count.people == "thing" or count.including or _of_them().match(text, count.span.end):
        return None
    told = any(mark.kind == "version" for mark in answers) and "killed" in cluster.tolls
    key = count.key or ("killed" if told else None)
    return Reading(key, count, None) if key else None


@cache
def _of_them() -> re.Pattern[str]:
    """What stands behind a number that is only a part: "two of the dead"."""
    return re.compile(f" {either(joining().out_of)}")
