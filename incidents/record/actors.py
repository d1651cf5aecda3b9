"""Who: the actors of all accounts of an incident, and whom it inherits."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from incidents.accounts.account import Account
from incidents.accounts.parties import actors_of, one_role_each
from incidents.actors import of_class
from incidents.events.families import DEALS, STATE
from incidents.linking.cluster import Cluster
from incidents.mentions import EventCue
from incidents.records import Actor, ActorKind, ActorRole, EventType, Span
from incidents.text import Document

_CROWDS: Mapping[EventType, ActorKind] = {"Protests": "protesters", "Riots": "rioters"}
"""Types of events that a crowd makes, with its kind, which is its class too."""
_SUFFERING = frozenset({"victim", "target", "opponent"})


def stated_actors(doc: Document, accounts: Iterable[Account]) -> list[Actor]:
    """Collect the actors that the mentions of one incident name, with their roles."""
    found: dict[tuple[str, str], Actor] = {}
    for account in accounts:
        for actor in actors_of(doc, account):
            found.setdefault((actor.actor_id, actor.role), actor)
    return one_role_each(found.values())


def implied(cluster: Cluster, event_type: EventType, stated: Sequence[Actor]) -> list[Actor]:
    """Name the party that an incident of its type always has, where its words name nobody.

    Protesters hold "a sit-in", and an attack on civilians hits civilians: ACLED names them too.
    """
    cue = cluster.first.main
    if event_type in _CROWDS:
        if any(actor.kind in _CROWDS.values() for actor in stated):
            return []
        role: ActorRole = "victim" if cue.frame == "force" else "perpetrator"
        return [_of_cue(cue, _CROWDS[event_type], role)]
    if event_type == "Violence against civilians":
        hit = any(actor.role in _SUFFERING for actor in stated)
        return [] if hit else [_of_cue(cue, "civilians", "victim")]
    return []


def _of_cue(cue: EventCue, kind: ActorKind, role: ActorRole) -> Actor:
    """Make unnamed people of the words for what they did or suffered; their country is unknown."""
    named = of_class(kind)
    return Actor(
        name=named.name,
        actor_id=named.actor_id,
        kind=named.kind,
        role=role,
        text=cue.text,
        span=cue.span,
    )


def with_inherited(
    stated: Sequence[Actor], cluster: Cluster, accusations: Sequence[Actor], parent: Sequence[Actor]
) -> list[Actor]:
    """Add the perpetrators that an incident inherits, where its own words name none."""
    doers = [actor for actor in stated if actor.role == "perpetrator"]
    nameless = all(actor.kind == "unidentified" for actor in doers)
    matched = any(actor.role == "opponent" for actor in stated)
    if not nameless or matched or cluster.first.main.frame in DEALS:
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
