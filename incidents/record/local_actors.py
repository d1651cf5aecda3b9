"""Fits the actors of an incident to the country that its place turned out to lie in.

The words know "the army" and "police in Lomé"; only the gazetteer knows that Lomé is in Togo.
"""

from bisect import bisect_left

import msgspec

from incidents.accounts.roles_clause import UNARMED
from incidents.actors import Named, class_of, groups, home_of, local_words, of_class, of_group
from incidents.finders.actors.context import Context, nearby_country
from incidents.finders.actors.lexicon import tokens
from incidents.records import Actor, ActorKind, Incident
from incidents.text import Document

_OWN_COUNTRY = frozenset("ANCDJO")
"""Tags of words that say whose an actor is."""
_REFERENCES = frozenset("WP")
_LOCAL: frozenset[ActorKind] = UNARMED | {"unidentified"}
"""Kinds that are of the place where they are, unless their own words say otherwise."""


class Surroundings:
    """What a report says of where it is, as the finder of its actors read it."""

    def __init__(self, doc: Document, context: Context) -> None:
        """Stand on a document and its context."""
        self._doc, self._context = doc, context
        self.language = doc.language

    def names(self, country: str) -> bool:
        """Tell whether the report names a country, by name, adjective or people."""
        return country in self._context.weights

    def places(self, country: str | None) -> bool:
        """Tell whether the report names a country as a place, and not only by its adjective."""
        return any(iso == country for _, iso in self._context.places)

    def near(self, raw_start: int) -> str | None:
        """Tell which country the words around a place in the raw text name; None for none."""
        return nearby_country(self._context, bisect_left(self._doc.offsets, raw_start))


def localised(incident: Incident, surroundings: Surroundings) -> Incident:
    """Fit the actors of an incident to the country of its place.

    An army, a police or unnamed people whose words name no country are those of the place's;
    "Islamic State" becomes its branch there; a state's forces abroad are external forces. Where
    the report names another country beside them, or never names the place's (a namesake is
    likelier), they stay as they are.

    Args:
        incident: with its place resolved.
        surroundings: of its report.
    """
    country = incident.place.country
    if country is None:
        return incident
    actors = tuple(_localised(actor, country, surroundings) for actor in incident.actors)
    return msgspec.structs.replace(incident, actors=_once(actors))


def _once(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Keep one of two that turned out to be the same in the same role."""
    return tuple({(actor.actor_id, actor.role): actor for actor in reversed(actors)}.values())[::-1]


def _localised(actor: Actor, country: str, surroundings: Surroundings) -> Actor:
    home = home_of(actor.actor_id)
    unnamed = home is not None and home != country and not surroundings.names(country)
    # "An Israeli strike killed ten people in Rafah": they are not Israel's.
    if unnamed and (actor.kind not in _LOCAL or surroundings.places(home)):
        return actor
    kind = class_of(actor.actor_id)
    named: Named | None = None
    if kind is None and actor.actor_id in groups():
        named = of_group(actor.actor_id, country)
    elif kind is not None and kind[0] != "pmc" and home != country:
        said = actor.span is not None and surroundings.near(actor.span.start)
        if said in (False, None, country) and _names_no_country(actor, surroundings.language):
            local = local_words().get(((actor.text or "").casefold(), country))
            named = of_group(local) if local else of_class(kind[0], country, kind[1])
    if named is not None:
        actor = msgspec.structs.replace(
            actor, actor_id=named.actor_id, name=named.name, kind=named.kind
        )
    if actor.kind == "state forces" and home_of(actor.actor_id) not in (None, country):
        return msgspec.structs.replace(actor, kind="external forces")
    return actor


def _names_no_country(actor: Actor, language: str) -> bool:
    tags = {token.tag for token in tokens(actor.text or "", language)}
    # "The 44th regiment" has no word of the lexicon, and no country.
    known = bool(tags) or home_of(actor.actor_id) is None
    return known and not tags & (_OWN_COUNTRY | _REFERENCES)
