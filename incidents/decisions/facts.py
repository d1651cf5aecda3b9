"""What a person who checks an incident looks at, so that a later reading can be held against it."""

from collections.abc import Mapping

from incidents.records import Actor, Count, Incident, Place


def facts_of(incident: Incident) -> dict[str, str]:
    """Return what an incident says, field by field; what it does not say has no key.

    Not among it is how the program came to it: words, rules, candidates, reasons, ids.
    """
    date = incident.date
    told: dict[str, str] = {
        "type": incident.sub_event_type,
        "count": str(incident.count),
        "date": date.edtf if date else "",
        "place": _place(incident.place),
        "actors": "; ".join(sorted(map(_actor, incident.actors))),
        "civilians": "targeted" if incident.civilian_targeting else "",
        "means": incident.means or "",
        "setting": incident.setting or "",
        "sources": "; ".join(sorted(source.name for source in incident.sources)),
        "status": incident.status,
        "part": "of another" if incident.part_of else "",
    }
    for key, count in incident.casualties.items():
        told[key] = _count(count)
    return {key: value for key, value in told.items() if value}


def differing(seen: Mapping[str, str], incident: Incident) -> tuple[str, ...]:
    """Return the names of the facts that are not as they were seen."""
    now = facts_of(incident)
    return tuple(key for key in sorted(seen.keys() | now.keys()) if seen.get(key) != now.get(key))


def _place(place: Place) -> str:
    if place.kind == "none":
        return place.country or ""
    where = place.place_id or f"{place.lat_deg} {place.lon_deg}"
    return f"{place.name or ''} ({where}, {place.precision})"


def _actor(actor: Actor) -> str:
    return f"{actor.name}, {actor.role}"


def _count(count: Count) -> str:
    return f"{count.low} {count.best} {count.high}"
