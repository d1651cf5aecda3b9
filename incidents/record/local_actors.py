"""Fits the actors of an incident to the country that its place turned out to lie in.

The words know "the army" and "police in Lomé"; only the gazetteer knows that Lomé is in Togo.
"""

from bisect import bisect_left

import msgspec

from incidents.accounts.roles_clause import UNARMED
from incidents.actors import Named, class_of, groups, home_of, local_words, of_class, of_group
from incidents.events.families import STATE
from incidents.events.sentence import Mentions
from incidents.finders.actors.context import nearby_country
from incidents.records import Actor, ActorKind, Incident
from incidents.text import Document

_LOCAL: frozenset[ActorKind] = UNARMED | {"unidentified"}
"""Kinds that are of the place where they are, unless their own words say otherwise."""

_NEAR = 2
"""where_prec of what lies near a known place."""


class Surroundings:
    """What a report says of where it is, as the finder of its actors read it."""

    def __init__(self, doc: Document, found: Mentions) -> None:
        """Stand on a document and what was found in it."""
        self._doc, self._context = doc, found.context
        self._guessed = {doc.to_raw(actor.span) for actor in found.actors if actor.guessed}
        self._told = {actor.actor_id for actor in found.actors if not actor.guessed}

    def names(self, country: str) -> bool:
        """Tell whether the report names a country, by name, adjective or people."""
        return country in self._context.weights

    def places(self, country: str | None) -> bool:
        """Tell whether the report names a country as a place, and not only by its adjective."""
        return any(iso == country for _, iso in self._context.places)

    def near(self, raw_start: int) -> str | None:
        """Tell which country the words around a place in the raw text name; None for none."""
        return nearby_country(self._context, bisect_left(self._doc.offsets, raw_start))

    def guesses(self, actor: Actor) -> bool:
        """Tell whether an actor's own words name no country: "the army", "gunmen"."""
        return actor.span in self._guessed

    def tells_of(self, actor_id: str) -> bool:
        """Tell whether the report names an actor by words of its own: "the Israeli army"."""
        return actor_id in self._told


def localised(incident: Incident, surroundings: Surroundings) -> Incident:
    """Fit the actors of an incident to the country of its place.

    An army, a police or unnamed people whose words name no country are those of the country of
    the incident's own place, whatever other country the report names; "Islamic State" becomes its
    branch there; a state's forces abroad are external forces. Where the place is not resolved and
    only a country is spoken of, they stay as they are if the report names another one beside them
    or never names this one.

    Args:
        incident: with its place resolved.
        surroundings: of its report.
    """
    country = incident.place.country
    met = (_met(actor, country, surroundings) for actor in incident.actors)
    incident = msgspec.structs.replace(incident, actors=tuple(a for a in met if a is not None))
    if country is None:
        return incident
    place = incident.place
    beside = place.precision == _NEAR and place.name != place.text  # "Dola, near Kobi"
    own = place.place_id is not None and place.text is not None and not beside
    actors = tuple(_localised(actor, country, surroundings, own=own) for actor in incident.actors)
    return msgspec.structs.replace(incident, actors=_once(actors))


def _met(actor: Actor, country: str | None, surroundings: Surroundings) -> Actor | None:
    """Settle which of several groups an acronym means by the country; None where it is none.

    "AA" in Rakhine is the Arakan Army; where nothing speaks of Myanmar it is no group.
    """
    label, _, ids = actor.actor_id.partition(":")
    if label != "ambiguous":
        return actor
    there = [one for one in ids.split("|") if country in groups()[one].countries]
    if len(there) != 1:
        return None if surroundings.guesses(actor) else actor
    named = of_group(there[0], country)
    return msgspec.structs.replace(actor, actor_id=named.actor_id, name=named.name, kind=named.kind)


def _once(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Keep one of two that turned out to be the same in the same role."""
    return tuple({(actor.actor_id, actor.role): actor for actor in reversed(actors)}.values())[::-1]


def _localised(actor: Actor, country: str, surroundings: Surroundings, *, own: bool) -> Actor:
    home = home_of(actor.actor_id)
    crowd = home is None and actor.kind in UNARMED  # told of by what it did, "a sit-in"
    guessed = crowd or surroundings.guesses(actor)
    if not (own and guessed) and _may_be_a_namesake(actor, home, country, surroundings):
        return actor
    kind = class_of(actor.actor_id)
    named: Named | None = None
    if kind is None and actor.actor_id in groups():
        named = of_group(actor.actor_id, country)
    elif kind is not None and kind[0] != "pmc" and home != country and guessed:
        there = of_class(kind[0], country, kind[1])
        here = _is_at_home if own else _is_spoken_of
        if here(actor, there, surroundings):
            local = _local_word(actor.text or "", country)
            named = of_group(local) if local else there
    if named is not None:
        actor = msgspec.structs.replace(
            actor, actor_id=named.actor_id, name=named.name, kind=named.kind
        )
    if actor.kind == "state forces" and home_of(actor.actor_id) not in (None, country):
        return msgspec.structs.replace(actor, kind="external forces")
    return actor


def _local_word(text: str, country: str) -> str | None:
    """Find the group that the words mean in a country, or their last words: "suspected rebels"."""
    words = text.casefold().split()
    ends = (" ".join(words[at:]) for at in range(len(words)))
    return next(
        (local_words()[end, country] for end in ends if (end, country) in local_words()), None
    )


def _may_be_a_namesake(
    actor: Actor, home: str | None, country: str, surroundings: Surroundings
) -> bool:
    """Tell whether the report never names the place's country, so that a namesake is likelier."""
    if home is None or home == country or surroundings.names(country):
        return False
    # "An Israeli strike killed ten people in Rafah": they are not Israel's.
    return actor.kind not in _LOCAL or surroundings.places(home)


def _is_at_home(actor: Actor, there: Named, surroundings: Surroundings) -> bool:
    """Tell whether an actor is the place's own: an army that the report names may act abroad."""
    if there.country is None:  # New Caledonia has no police of its own
        return False
    if actor.kind not in STATE or actor.role not in {"perpetrator", "opponent", "supporter"}:
        return True
    return surroundings.tells_of(there.actor_id) or not surroundings.tells_of(actor.actor_id)


def _is_spoken_of(actor: Actor, there: Named, surroundings: Surroundings) -> bool:
    """Tell whether the words around an actor name no country but the place's."""
    return actor.span is not None and surroundings.near(actor.span.start) in {None, there.country}
