"""Who: the actors of all accounts of an incident, and whom it inherits."""

from collections.abc import Iterable, Sequence

import msgspec

from incidents.accounts.account import Account
from incidents.accounts.parties import actors_of, one_role_each
from incidents.events.families import DEALS, STATE
from incidents.linking.cluster import Cluster
from incidents.records import Actor, Span
from incidents.text import Document


def stated_actors(doc: Document, accounts: Iterable[Account]) -> list[Actor]:
    """Collect the actors that the mentions of one incident name, with their roles."""
    found: dict[tuple[str, str], Actor] = {}
    for account in accounts:
        for actor in actors_of(doc, account):
            found.setdefault((actor.actor_id, actor.role), actor)
    return one_role_each(found.values())


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
