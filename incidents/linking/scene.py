"""The scene that a sentence of no event sets for the next: "Troops operated in Dola. Ten died"."""

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from incidents.accounts import when, where
from incidents.accounts.account import Account
from incidents.accounts.parties import actors_of
from incidents.accounts.read import make_account
from incidents.dating import days_told
from incidents.discourse import Mark, Marks
from incidents.events.families import ARMED, CROWD, STATE
from incidents.events.sentence import Sentence
from incidents.linking.claimed import told_of
from incidents.linking.cluster import Cluster
from incidents.mentions import ActorMention, PlaceMention
from incidents.records import ActorKind, DateValue, Span
from incidents.text import Document

REACH = 3
"""Sentences below one that sets the scene."""
PLANNED = frozenset({"hypothetical", "purpose"})
"""Why words of such a sentence are barred: "an operation to capture a rebel leader"."""
LEAD = 60
"""Characters before those who lead such a sentence: "At dawn on 10 May, a hundred"."""
DOERS = ARMED | {"unidentified"}
APART = frozenset({"saying", "voice", "claim", "denial"})
"""Marks of a sentence that speaks of something else, or only says what somebody said."""


def sets_scene(sentence: Sentence, marks: Sequence[Mark]) -> bool:
    """Tell whether a sentence of no event says what armed people did, and where or when."""
    doers = [actor for actor in sentence.actors if actor.kind in DOERS]
    days = [date for date in sentence.dates if date.use == "event"]
    barred = {cue.barred for cue in sentence.cues}
    return (
        bool(doers)
        and sentence.kind != "heading"
        and doers[0].span.start - sentence.span.start <= LEAD
        and bool(sentence.dates or _place(sentence))
        and all(_is_day(date.value) for date in days)
        and not sentence.sources
        and (not barred or (barred <= PLANNED and bool(sentence.dates)))
        and not any(mark.kind in APART for mark in marks)
        and not any(date.use == "background" for date in sentence.dates)
    )


def scene_of(
    scene: Sentence | None, account: Account, before: Cluster | None, marks: Marks
) -> Sentence | None:
    """Find the sentence that set the scene of a mention, where one did.

    Args:
        scene: the last sentence that set one.
        account: what the mention says of its event.
        before: the incident told last; one told since then has a scene of its own.
        marks: the document's discourse marks.
    """
    sentence = account.event.sentence
    if scene is None or scene.block != sentence.block or sentence.index - scene.index > REACH:
        return None
    if before is not None and before.last.sentence.index >= scene.index:
        return None
    if account.event.main.frame in CROWD or _on_another_day(account, scene):
        return None
    if account.place is not None and where.contradict(account.place, _place(scene)):
        return None
    return None if any(m.kind in {"turn", "another"} for m in marks.of(sentence.span)) else scene


def placed(account: Account, scene: Sentence | None) -> Account:
    """Say of a mention what its scene says of it: where, or when."""
    if scene is None:
        return account
    date = next((date for date in scene.dates if date.use == "event"), None)
    return replace(account, place=account.place or _place(scene), date=account.date or date)


def scene_account(doc: Document, scene: Sentence, cluster: Cluster) -> Account | None:
    """Read a scene as one more mention of the incident that it was set for, if it adds to it."""
    doer = next(actor for actor in scene.actors if actor.kind in DOERS)
    mark = Mark(kind="onset", span=_after(doc.text, doer.span, scene.span), rule="")
    actors = (doer,) if _did_it(doc, doer, cluster) else ()
    place = _place(scene) if cluster.accounts[0].place is None else None
    if not actors and place is None:
        return None
    event = told_of(doc.text, replace(scene, actors=actors), mark, [], cluster)
    cue = msgspec.structs.replace(event.cues[0], voice="active", article="bare")
    return make_account(doc, replace(event, cues=(cue,)), place=place)


def _place(scene: Sentence) -> PlaceMention | None:
    return where.finest([place for place in scene.places if place.locative])


def _is_day(value: DateValue) -> bool:
    return days_told(value) <= 1


def _on_another_day(account: Account, scene: Sentence) -> bool:
    if account.date is None:
        return False
    return any(when.contradict(date.value, account.date.value) for date in scene.dates)


def _after(text: str, doer: Span, sentence: Span) -> Span:
    """Find the word behind those who act: their verb, or what leads to it."""
    rest = text[doer.end : sentence.end]
    start = doer.end + len(rest) - len(rest.lstrip(" ,"))
    end = start + len(text[start : sentence.end].split(" ", 1)[0].rstrip(".,;"))
    return Span(start, end) if end > start else doer


def _did_it(doc: Document, doer: ActorMention, cluster: Cluster) -> bool:
    """Tell whether those of the scene may have done it: nobody else did, and no friend was hit."""
    told = [actor for account in cluster.accounts for actor in actors_of(doc, account)]
    if any(actor.role in {"perpetrator", "opponent"} for actor in told):
        return False
    hit: set[ActorKind] = {actor.kind for actor in told if actor.role in {"target", "victim"}}
    if doer.kind in STATE:
        fought = hit <= {"civilians"} and any(
            count.people == "combatant" for one in cluster.accounts for count in one.counted()
        )
        lost = fought and not cluster.frames & {"neutralise", "arrest"}
        return not hit & STATE and not lost
    return doer.kind not in hit
