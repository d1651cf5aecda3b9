"""The type of an incident once its place is known: a state takes ground abroad, it regains none."""

import msgspec

from incidents.actors import home_of
from incidents.events.families import STATE
from incidents.finders.events.lexicon import CueRule, event_types, load_lexicon
from incidents.records import Incident

REGAINED = "Government regains territory"
TAKEN = "Non-state actor overtakes territory"


def retyped(incident: Incident, language: str) -> Incident:
    """Type what a foreign state's forces captured as ACLED does: as taken and not regained.

    "Russian forces captured the village" is in Ukraine no government's regaining it. Allies who
    "retook" a town for its government did.
    """
    if incident.sub_event_type != REGAINED or _says_regained(incident, language):
        return incident
    doers = [a for a in incident.actors if a.role == "perpetrator" and a.kind in STATE]
    homes = {home_of(actor.actor_id) for actor in doers}
    if not homes or homes & {None, incident.place.country} or incident.place.country is None:
        return incident
    return msgspec.structs.replace(incident, sub_event_type=TAKEN, event_type=event_types()[TAKEN])


def _says_regained(incident: Incident, language: str) -> bool:
    rules = load_lexicon(language).rules
    return any(
        isinstance(rule := rules.get(name), CueRule) and rule.frame == "regain"
        for name in incident.rules
    )
