"""Incidents made by hand, shaped like the bundled report's, for what comes after reading."""

import datetime as dt
from typing import Any

from incidents.records import (
    Actor,
    Count,
    DateValue,
    Incident,
    Place,
    Source,
    Span,
)

TEXT = (
    "Human Rights Watch documented a raid in January where Malian forces, with Russian support, "
    "executed 25 individuals in a village. Amnesty International reported two drone strikes in "
    "northern Mali that killed at least 13 civilians. One strike killed seven children. "
    "A drone attack on a wedding in the Segou region killed several attendees, followed by "
    "another strike on a funeral."
)
PERIOD = DateValue(
    edtf="2023-12/2024-03",
    earliest=dt.date(2023, 12, 1),
    latest=dt.date(2024, 3, 31),
    precision="range",
    basis="report_period",
)
JANUARY = DateValue(
    edtf="2024-01",
    earliest=dt.date(2024, 1, 1),
    latest=dt.date(2024, 1, 31),
    precision="month",
    basis="stated",
    text="January",
    span=Span(TEXT.index("January"), TEXT.index("January") + 7),
)
ARMY = Actor(
    name="Military Forces of Mali", actor_id="ML-mil", kind="state forces", role="perpetrator"
)
WAGNER = Actor(name="Wagner Group", actor_id="wagner", kind="external forces", role="perpetrator")
SEGOU = Place(
    text="Segou region",
    name="Ségou",
    kind="area",
    lat_deg=13.8,
    lon_deg=-5.6,
    country="ML",
    admin1="Ségou",
    precision=4,
    place_id="ne:ML05",
)
NORTH = Place(
    text="northern Mali",
    name="northern Mali",
    kind="area",
    lat_deg=19.0,
    lon_deg=-1.0,
    country="ML",
    precision=5,
    place_id="vague:northern-mali",
)
NOWHERE = Place(country="ML", precision=6, why="The village is not named; only the country is.")


def quote(words: str) -> Span:
    """Return where `words` stand in `TEXT`."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def count(low: int, best: int | None = None, high: int | None = None, words: str = "25") -> Count:
    """Return a count read from `words`."""
    return Count(low=low, best=best, high=high, text=words, span=quote(words))


def incident(incident_id: str, **fields: Any) -> Incident:
    """Return an incident with what a test says, and plain values for the rest."""
    given: dict[str, Any] = {
        "id": incident_id,
        "report_id": "r1",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Air/drone strike",
        "means": "drone",
        "date": PERIOD,
        "civilian_targeting": True,
        "sources": (Source(name="Amnesty International", kind="ngo"),),
        "evidence": (quote("two drone strikes"),),
    }
    return Incident(**(given | fields))


def five() -> list[Incident]:
    """Return the raid, the strikes, their part, the wedding and the funeral."""
    inherited = tuple(
        Actor(name=a.name, actor_id=a.actor_id, kind=a.kind, role=a.role, basis="inherited")
        for a in (ARMY, WAGNER)
    )
    return [
        incident(
            "raid",
            event_type="Violence against civilians",
            sub_event_type="Attack",
            means=None,
            setting="village",
            date=JANUARY,
            place=NOWHERE,
            actors=(
                ARMY,
                Actor(
                    name="Wagner Group",
                    actor_id="wagner",
                    kind="external forces",
                    role="supporter",
                    text="Russian support",
                    span=quote("Russian support"),
                ),
            ),
            casualties={"killed": count(25, 25, 25)},
            sources=(Source(name="Human Rights Watch", kind="ngo"),),
            evidence=(quote("executed 25 individuals in a village"),),
        ),
        incident(
            "strikes",
            count=2,
            place=NORTH,
            actors=inherited,
            casualties={"killed": count(13, 13, None, "at least 13 civilians")},
            evidence=(
                quote("two drone strikes in northern Mali that killed at least 13 civilians"),
            ),
        ),
        incident(
            "children",
            part_of="strikes",
            place=NORTH,
            actors=inherited,
            casualties={"killed": count(7, 7, 7, "seven children")},
            evidence=(quote("One strike killed seven children"),),
        ),
        incident(
            "wedding",
            setting="wedding",
            place=SEGOU,
            actors=inherited,
            casualties={"killed": count(3, None, None, "several attendees")},
            evidence=(quote("A drone attack on a wedding in the Segou region killed several"),),
        ),
        incident(
            "funeral",
            setting="funeral",
            place=SEGOU,
            actors=inherited,
            evidence=(quote("another strike on a funeral"),),
        ),
    ]
