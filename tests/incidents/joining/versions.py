"""Versions of events for the tests of joining: made incidents of several reports."""

from typing import Any

from incidents.dating import read_edtf
from incidents.records import Actor, Count, CountKey, DateValue, Incident, Place, Span

JNIM = Actor(
    name="JNIM: Group for Support of Islam and Muslims",
    actor_id="jnim",
    kind="rebel group",
    role="perpetrator",
)
GUNMEN = Actor(
    name="Unidentified Armed Group (Mali)",
    actor_id="unidentified:armed:ML",
    kind="unidentified",
    role="perpetrator",
)
ARMY = Actor(
    name="Military Forces of Mali",
    actor_id="state:ML:military",
    kind="state forces",
    role="perpetrator",
)
BANDIAGARA = Place(
    text="Bandiagara",
    name="Bandiagara",
    kind="point",
    lat_deg=14.35,
    lon_deg=-3.61,
    country="ML",
    admin1="Mopti",
    precision=1,
    place_id="gn:2460489",
)
DJENNE = Place(
    text="Djenné",
    name="Djenné",
    kind="point",
    lat_deg=13.91,
    lon_deg=-4.56,
    country="ML",
    admin1="Mopti",
    precision=1,
    place_id="gn:2457161",
)
MOPTI = Place(
    text="the Mopti region",
    name="Mopti",
    kind="area",
    lat_deg=14.5,
    lon_deg=-4.2,
    country="ML",
    admin1="Mopti",
    precision=4,
    place_id="ne:ML04",
)
NORTH = Place(
    text="northern Mali",
    name="northern Mali",
    kind="area",
    country="ML",
    precision=5,
    place_id="vague:northern-mali",
)
SOMEWHERE = Place(country="ML")


def day(edtf: str) -> DateValue:
    """Return a date that the words give."""
    date = read_edtf(edtf)
    return DateValue(
        edtf=edtf,
        earliest=date.earliest,
        latest=date.latest,
        precision=date.precision,
        basis="stated",
    )


def figure(low: int, best: int | None = None, high: int | None = None) -> Count:
    """Return a count."""
    return Count(low=low, best=best, high=high, text="", span=Span(0, 0))


def version(report_id: str, incident_id: str = "", **fields: Any) -> Incident:
    """Return an attack of 3 June in Bandiagara with what a test says instead."""
    killed = fields.pop("killed", None)
    casualties: dict[CountKey, Count] = {}
    if killed is not None:
        casualties["killed"] = (
            killed if isinstance(killed, Count) else figure(killed, killed, killed)
        )
    given: dict[str, Any] = {
        "id": incident_id or f"of-{report_id}",
        "report_id": report_id,
        "event_type": "Violence against civilians",
        "sub_event_type": "Attack",
        "date": day("2024-06-03"),
        "place": BANDIAGARA,
        "actors": (JNIM,),
        "casualties": casualties,
    }
    return Incident(**(given | fields))
