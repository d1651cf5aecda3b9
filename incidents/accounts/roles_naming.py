"""What an actor is called in the record: a government's violence is its army's."""

import re
from functools import lru_cache

import msgspec

from incidents.accounts.roles_clause import UNARMED
from incidents.actors import Named, classes, communities, home_of, of_class
from incidents.mentions import ActorMention, EventCue
from incidents.records import Actor, ActorRole

VIOLENT = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})
CROWDS = frozenset({"Protests", "Riots"})


def actor_of(mention: ActorMention, role: ActorRole, cue: EventCue) -> Actor:
    """Write an actor of the record in its role, named for what it does."""
    named = _acting(mention, role, cue)
    if named.kind in UNARMED and role == "target":
        role = "victim"
    return msgspec.structs.replace(
        _stated(mention, role), name=named.name, actor_id=named.actor_id, kind=named.kind
    )


def _stated(mention: ActorMention, role: ActorRole) -> Actor:
    """Write an actor of the record from its mention; its span stays in the clean text."""
    return Actor(
        name=mention.name,
        actor_id=mention.actor_id,
        kind=mention.kind,
        role=role,
        text=mention.text,
        span=mention.span,
    )


def _acting(mention: ActorMention, role: ActorRole, cue: EventCue) -> Named:
    """Name the actor for what it does: a government's violence is done by its forces."""
    home = home_of(mention.actor_id)
    own = Named(
        actor_id=mention.actor_id, name=mention.name, kind=mention.kind, country=mention.country
    )
    if role in ("perpetrator", "opponent") and cue.event_type in VIOLENT:
        acts_through = _acts_through(mention.actor_id)
        if acts_through:
            return of_class(acts_through, home)
    if mention.kind == "civilians" and (
        (role == "perpetrator" and cue.event_type in VIOLENT)
        or (role == "opponent" and cue.event_type == "Battles")
    ):
        return _armed(mention, home)
    if role == "perpetrator" and mention.kind == "civilians" and cue.event_type in CROWDS:
        crowd = "protesters" if cue.event_type == "Protests" else "rioters"
        return of_class(crowd, home)
    herders = mention.use == "community" and cue.outcome is not None
    if role == "target" and herders and cue.event_type != "Battles":
        return of_class("civilians", mention.country or home)
    return own


def _armed(mention: ActorMention, home: str | None) -> Named:
    """Name people who do violence: a community's militia where the words say whose they are."""
    if mention.community is None:
        return of_class("armed", home)
    ethnic = mention.community in communities("en").values()
    return of_class("ethnic" if ethnic else "communal", home, mention.community)


@lru_cache(maxsize=4096)
def _acts_through(actor_id: str) -> str | None:
    """Name the class that an actor's violence belongs to, where that is not its own."""
    shape = re.sub(r":(?:[A-Z]{2}|\?\?)(?=:|$)", ":{iso}", actor_id)
    return next((kind.violent for kind in classes().values() if kind.id == shape), None)
