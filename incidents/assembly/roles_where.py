"""Fits the actors of an incident to the country that its place turned out to lie in.

The words know "the army" and "police in Lomé"; only the gazetteer knows that Lomé is in Togo.
"""

from collections.abc import Collection

import msgspec

from incidents.actors import Named, class_of, groups, home_of, of_class, of_group
from incidents.finders.actors.lexicon import tokens
from incidents.records import Actor, Incident
from incidents.text import Document

_COUNTRY = frozenset("NCD")
_OWN_COUNTRY = _COUNTRY | {"A"}
"""Tags of words that say whose an actor is."""
_REFERENCES = frozenset("WP")


def named_countries(doc: Document) -> frozenset[str]:
    """List the countries that a report names, by name, adjective or people."""
    return frozenset(
        entry.value
        for token in tokens(doc.text, doc.language)
        if token.tag in _COUNTRY
        for entry in token.entries
    )


def localised(incident: Incident, language: str, named: Collection[str]) -> Incident:
    """Fit the actors of an incident to the country of its place.

    An army, a police or unnamed people whose words name no country are those of the place's;
    "Islamic State" becomes its branch there; a state's forces abroad are external forces.

    Args:
        incident: with its place resolved.
        language: of its report.
        named: countries that the report names. Where the place's is none of them and the words
            made the actors another's, a namesake of the place is likelier, and they stay.
    """
    country = incident.place.country
    if country is None:
        return incident
    actors = tuple(
        _localised(actor, country, language, known=country in named) for actor in incident.actors
    )
    return msgspec.structs.replace(incident, actors=_once(actors))


def _once(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Keep one of two that turned out to be the same in the same role."""
    return tuple({(actor.actor_id, actor.role): actor for actor in reversed(actors)}.values())[::-1]


def _localised(actor: Actor, country: str, language: str, *, known: bool) -> Actor:
    if not known and home_of(actor.actor_id) is not None:
        return actor
    kind = class_of(actor.actor_id)
    named: Named | None = None
    if kind is None and actor.actor_id in groups():
        named = of_group(actor.actor_id, country)
    elif kind is not None and kind[0] != "pmc" and _names_no_country(actor.text or "", language):
        named = of_class(kind[0], country, kind[1])
    if named is not None:
        actor = msgspec.structs.replace(
            actor, actor_id=named.actor_id, name=named.name, kind=named.kind
        )
    if actor.kind == "state forces" and home_of(actor.actor_id) not in (None, country):
        return msgspec.structs.replace(actor, kind="external forces")
    return actor


def _names_no_country(words: str, language: str) -> bool:
    tags = {token.tag for token in tokens(words, language)}
    return bool(tags) and not tags & (_OWN_COUNTRY | _REFERENCES)
