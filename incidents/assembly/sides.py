"""Who flies and who shells where nobody says it: the one side that does in that war.

"A missile hit a house in Kharkiv" is Russia's where the report speaks of Russia at all; an air
strike in Burkina Faso is the army's. What holds where is data, `data/actors/usual_sides.csv`.
"""

from collections.abc import Callable

import msgspec

from incidents.actors import class_of, home_of, of_class, usual_sides
from incidents.records import Actor, Incident, Span

_STRUCK = frozenset({"target", "victim", "opponent"})


def with_usual_side(incident: Incident, names: Callable[[str], bool], raw: str) -> Incident:
    """Add the side that such strikes come from in the country of an incident's place.

    Only where no perpetrator is named, or one that can't be: a state's army that shells its own
    country's places. The words that tell of the strike are its span.

    Args:
        incident: with its place resolved and its actors fitted to it.
        names: tells whether the report names a country.
        raw: the text as given.
    """
    actor_id = _usual(incident, names)
    if actor_id is None:
        return incident
    key, home = class_of(actor_id), home_of(actor_id)
    named = of_class(key[0], home) if key else None
    if named is None or any(a.actor_id == actor_id for a in incident.actors if a.role in _STRUCK):
        return incident
    doers = [a for a in incident.actors if a.role == "perpetrator"]
    if any(doer.basis == "stated" or doer.actor_id == actor_id for doer in doers):
        return incident
    span = incident.spans.get("event_type")
    usual = Actor(
        name=named.name,
        actor_id=named.actor_id,
        kind="state forces" if home == incident.place.country else "external forces",
        role="perpetrator",
        basis="inherited",
        text=Span(*span).of(raw) if span else None,
        span=span,
    )
    rest = tuple(actor for actor in incident.actors if actor not in doers)
    return msgspec.structs.replace(incident, actors=(*rest, usual))


def _usual(incident: Incident, names: Callable[[str], bool]) -> str | None:
    day = incident.date.latest if incident.date else None
    for side in usual_sides():
        if (
            side.country == incident.place.country
            and incident.sub_event_type in side.sub_event_types
            and (side.not_means is None or incident.means != side.not_means)
            and (side.since is None or (day is not None and day >= side.since))
            and (side.named is None or names(side.named))
        ):
            return side.actor_id
    return None
