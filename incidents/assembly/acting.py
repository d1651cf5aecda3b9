"""Who: the roles that the sentences give, and what an incident inherits of them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import islice

import msgspec

from incidents.assembly.draft import Draft, Telling
from incidents.assembly.families import CROWD, DEALS, STATE
from incidents.assembly.pieces import Piece
from incidents.assembly.roles import assign_roles
from incidents.claims import EventCue
from incidents.records import Actor, Span
from incidents.text import Document

_LABEL = re.compile(r"[^.:\n]{3,45}: |[A-Z][^.:a-z\n]{3,45}\. ")
"""At the head of a paragraph that is one entry of several: "Homs province: ...", "NIGER. ..."."""
_LEAD = 2
"""Paragraphs in which a report says what it is about."""


def stated_actors(doc: Document, tellings: Iterable[Telling]) -> list[Actor]:
    """Collect the actors that the pieces of one incident name, with their roles."""
    found: dict[tuple[str, str], Actor] = {}
    for telling in tellings:
        for actor in piece_actors(doc, telling):
            found.setdefault((actor.actor_id, actor.role), actor)
    return _one_role_each(found.values())


def piece_actors(doc: Document, telling: Telling) -> list[Actor]:
    """Give the actors of one piece their roles, by all its cues."""
    return _by_cues(doc, telling.piece, telling.piece.cues)


def _by_cues(doc: Document, piece: Piece, cues: Iterable[EventCue]) -> list[Actor]:
    actors = piece.actors()
    sentence = Span(piece.lead.start, piece.span.end) if piece.lead else piece.span
    found: list[Actor] = []
    for cue in cues:
        found += assign_roles(doc, sentence, cue, actors)
    return _one_role_each(found)


def _one_role_each(actors: Iterable[Actor]) -> list[Actor]:
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


def accused(doc: Document, telling: Telling) -> list[Actor]:
    """List those whom a general statement accuses, as perpetrators of acts told elsewhere.

    A heading accuses too: "Attacks by the M23"; and so does "M23 fighters killed civilians".
    """
    piece = telling.piece
    told = piece.has("accusation") or piece.scene.kind == "heading"
    if not told and (
        piece.main.frame in DEALS | CROWD or reach(doc, piece.span.start) < len(doc.text)
    ):
        return []
    # "Government forces have used chlorine four times this year": no event, but it accuses.
    past = [cue for cue in piece.scene.cues if cue.barred == "background"]
    cues = [*piece.cues, *(cue for cue in past if piece.span.covers(cue.span))]
    return _as_inherited(_by_cues(doc, piece, cues))


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


def perpetrators(doc: Document, telling: Telling) -> list[Actor]:
    """List the named perpetrators of one telling, as other incidents inherit them."""
    return _as_inherited(piece_actors(doc, telling))


def _as_inherited(actors: Iterable[Actor]) -> list[Actor]:
    return [
        msgspec.structs.replace(actor, role="perpetrator", basis="inherited")
        for actor in actors
        if actor.role == "perpetrator" and actor.kind not in {"civilians", "unidentified"}
    ]


def with_inherited(
    stated: Sequence[Actor], draft: Draft, accusations: Sequence[Actor], parent: Sequence[Actor]
) -> list[Actor]:
    """Add the perpetrators that an incident inherits, where its own words name none."""
    doers = [actor for actor in stated if actor.role == "perpetrator"]
    nameless = all(actor.kind == "unidentified" for actor in doers)
    matched = any(actor.role == "opponent" for actor in stated)
    if not nameless or matched or draft.first.main.frame in DEALS:
        return list(stated)
    known = {actor.actor_id for actor in stated}
    source = [a for a in parent if a.role == "perpetrator"] or accusations
    inherited = [
        msgspec.structs.replace(actor, basis="inherited")
        for actor in source
        if actor.actor_id not in known and not _of_one_side(actor, stated)
        # "Gunmen" are those who own up to it, and no army.
        if not doers or actor.kind not in STATE | {"unidentified"}
    ]
    rest = [actor for actor in stated if actor not in doers] if inherited else stated
    return [*rest, *inherited]


def _of_one_side(accused: Actor, stated: Sequence[Actor]) -> bool:
    """Tell whether those hit are the accused's own side: a mission and the army that it helps."""
    return accused.kind in STATE and any(
        hit.kind in STATE and hit.role in {"target", "victim"}
        for hit in stated
        if "external forces" in (accused.kind, hit.kind)
    )


def raw_actor(doc: Document, actor: Actor) -> Actor:
    """Map an actor's span to the raw text."""
    if actor.span is None:
        return actor
    span = doc.to_raw(Span(*actor.span))
    return msgspec.structs.replace(actor, span=span, text=span.of(doc.raw))
