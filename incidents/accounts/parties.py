"""Who: the roles that the words of one account give, and whom a general one accuses."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import islice

import msgspec

from incidents.accounts.account import Account
from incidents.accounts.roles import assign_roles
from incidents.events.families import CROWD, DEALS
from incidents.events.mention import EventMention
from incidents.mentions import EventCue
from incidents.records import Actor, Span
from incidents.text import Document

_LABEL = re.compile(r"[^.:\n]{3,45}: |[A-Z][^.:a-z\n]{3,45}\. ")
"""At the head of a paragraph that is one entry of several: "Homs province: ...", "NIGER. ..."."""
_HIDDEN = frozenset({"ied", "suicide", "grenade"})
"""Families of words for what no side tells of as its own by telling of it: a mine, a bomb."""
_LEAD = 2
"""Paragraphs in which a report says what it is about."""


def actors_of(doc: Document, account: Account) -> list[Actor]:
    """Give the actors of one mention their roles, by all its cues."""
    return _by_cues(doc, account.event, account.event.cues)


def _by_cues(doc: Document, event: EventMention, cues: Iterable[EventCue]) -> list[Actor]:
    actors = event.actors()
    sentence = Span(event.lead.start, event.span.end) if event.lead else event.span
    found: list[Actor] = []
    for cue in cues:
        found += assign_roles(doc, sentence, cue, actors)
    if any(cue.frame in _HIDDEN for cue in event.cues):
        found = [actor for actor in found if actor.basis == "stated"]
    return one_role_each(found)


def one_role_each(actors: Iterable[Actor]) -> list[Actor]:
    """Keep one role for each actor: the first that was given; the named before the nameless.

    Who only tells of an enemy's losses did it only where nobody is said to have.
    """
    given = list(actors)
    done = any(a.basis == "stated" and a.role in ("perpetrator", "opponent") for a in given)
    kept: dict[str, Actor] = {}
    for actor in given:
        if actor.basis == "stated" or not done:
            kept.setdefault(actor.actor_id, actor)
    roles = [a.role for a in kept.values() if a.kind != "unidentified"]
    # The second side of a clash may be nameless.
    named = {role for role in roles if role != "opponent" or roles.count(role) > 1}
    return [
        actor for actor in kept.values() if actor.kind != "unidentified" or actor.role not in named
    ]


def accused(doc: Document, account: Account) -> list[Actor]:
    """List those whom a general statement accuses, as perpetrators of acts told elsewhere.

    A heading accuses too: "Attacks by the M23"; and so does "M23 fighters killed civilians".
    """
    event = account.event
    told = event.has("accusation") or event.sentence.kind == "heading"
    if not told and (
        event.main.frame in DEALS | CROWD or reach(doc, event.span.start) < len(doc.text)
    ):
        return []
    # "Government forces have used chlorine four times this year": no event, but it accuses.
    past = [cue for cue in event.sentence.cues if cue.barred == "background"]
    cues = [*event.cues, *(cue for cue in past if event.span.covers(cue.span))]
    return _as_inherited(_by_cues(doc, event, cues))


def reach(doc: Document, position: int) -> int:
    """Tell how far down what is said in general holds: a lead for all, else for its paragraph."""
    lead = list(islice((block for block in doc.blocks if block.kind != "heading"), _LEAD))
    at = bisect_right(doc.blocks, position, key=lambda block: block.span.start)
    above = (doc.blocks[index] for index in range(at - 1, -1, -1))
    block = next((block for block in above if block.kind != "heading"), None)
    if block is None:  # only headings stand above: the end holds as the lead does
        block = lead[-1] = next(b for b in reversed(doc.blocks) if b.kind != "heading")
    labelled = _LABEL.match(doc.text, block.span.start)
    if block.span.start <= lead[-1].span.start and block.kind == "paragraph" and not labelled:
        return len(doc.text)
    return block.span.end


def perpetrators(doc: Document, account: Account) -> list[Actor]:
    """List the named perpetrators of one telling, as other incidents inherit them."""
    return _as_inherited(actors_of(doc, account))


def _as_inherited(actors: Iterable[Actor]) -> list[Actor]:
    return [
        msgspec.structs.replace(actor, role="perpetrator", basis="inherited")
        for actor in actors
        if actor.role == "perpetrator" and actor.kind not in {"civilians", "unidentified"}
    ]
