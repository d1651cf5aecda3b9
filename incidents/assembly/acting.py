"""Who: the roles that the sentences give, and the accusations that a report makes as a whole."""

from collections.abc import Iterable, Sequence

import msgspec

from incidents.assembly.draft import Draft, Telling
from incidents.assembly.families import DEALS
from incidents.assembly.roles import assign_roles
from incidents.records import Actor, Span
from incidents.text import Document


def stated_actors(doc: Document, tellings: Iterable[Telling]) -> list[Actor]:
    """Collect the actors that the pieces of one incident name, with their roles."""
    found: dict[tuple[str, str], Actor] = {}
    for telling in tellings:
        for actor in piece_actors(doc, telling):
            found.setdefault((actor.actor_id, actor.role), actor)
    return _one_role_each(found.values())


def piece_actors(doc: Document, telling: Telling) -> list[Actor]:
    """Give the actors of one piece their roles, by all its cues."""
    piece = telling.piece
    actors = piece.actors()
    found: list[Actor] = []
    for cue in piece.cues:
        found += assign_roles(doc, piece.span, cue, actors)
    return _one_role_each(found)


def _one_role_each(actors: Iterable[Actor]) -> list[Actor]:
    """Keep one role for each actor: the first that was given; the named before the nameless."""
    kept: dict[str, Actor] = {}
    for actor in actors:
        kept.setdefault(actor.actor_id, actor)
    roles = [a.role for a in kept.values() if a.kind != "unidentified"]
    # The second side of a clash may be nameless.
    named = {role for role in roles if role != "opponent" or roles.count(role) > 1}
    return [
        actor for actor in kept.values() if actor.kind != "unidentified" or actor.role not in named
    ]


def accused(doc: Document, telling: Telling) -> list[Actor]:
    """List those whom a general statement accuses, as perpetrators of acts told elsewhere."""
    if not telling.piece.has("accusation"):
        return []
    return [
        msgspec.structs.replace(actor, role="perpetrator", basis="inherited")
        for actor in piece_actors(doc, telling)
        if actor.role == "perpetrator" and actor.kind not in {"civilians", "unidentified"}
    ]


def with_inherited(
    stated: Sequence[Actor], draft: Draft, accusations: Sequence[Actor], parent: Sequence[Actor]
) -> list[Actor]:
    """Add the perpetrators that an incident inherits, where its own words name none."""
    if any(actor.role == "perpetrator" for actor in stated):
        return list(stated)
    if draft.first.main.frame in DEALS:
        return list(stated)
    known = {actor.actor_id for actor in stated}
    source = [a for a in parent if a.role == "perpetrator"] or accusations
    inherited = [
        msgspec.structs.replace(actor, basis="inherited")
        for actor in source
        if actor.actor_id not in known
    ]
    return [*stated, *inherited]


def raw_actor(doc: Document, actor: Actor) -> Actor:
    """Map an actor's span to the raw text."""
    if actor.span is None:
        return actor
    span = doc.to_raw(Span(*actor.span))
    return msgspec.structs.replace(actor, span=span, text=span.of(doc.raw))
