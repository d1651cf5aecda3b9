"""Strikes that nobody is said to have flown: whose they are in that war."""

import datetime as dt

import pytest

from incidents.actors import classes, countries, usual_sides
from incidents.assembly.roles_where import Surroundings, localised
from incidents.assembly.sides import with_usual_side
from incidents.records import Actor, DateValue, Incident, Place, Span
from incidents.text import read_document

RAW = "A missile hit a house."


def struck(country: str, day: str, *actors: Actor, means: str | None = None) -> Incident:
    when = dt.date.fromisoformat(day)
    return Incident(
        id="x",
        report_id="r",
        event_type="Explosions/Remote violence",
        sub_event_type="Air/drone strike",
        date=DateValue(edtf=day, earliest=when, latest=when, precision="day", basis="stated"),
        place=Place(country=country),
        actors=actors,
        means=means,
        spans={"event_type": Span(2, 13)},
    )


@pytest.mark.parametrize(
    ("country", "day", "means", "said", "name"),
    [
        ("UA", "2024-06-03", None, {"RU"}, "Military Forces of Russia"),
        ("RU", "2024-06-03", None, {"RU", "UA"}, "Military Forces of Ukraine"),
        ("BF", "2024-06-03", "airstrike", set(), "Military Forces of Burkina Faso"),
        ("UA", "2024-06-03", None, set(), None),
        ("UA", "2019-06-03", None, {"RU"}, None),
        ("MM", "2024-06-03", "drone", set(), None),
        ("KE", "2024-06-03", None, {"RU"}, None),
    ],
)
def test_the_usual_side_is_inherited_where_the_report_knows_it(
    country: str, day: str, means: str | None, said: set[str], name: str | None
) -> None:
    incident = with_usual_side(struck(country, day, means=means), said.__contains__, RAW)
    assert [(a.name, a.basis, a.text) for a in incident.actors] == (
        [(name, "inherited", "missile hit")] if name else []
    )


def test_a_stated_perpetrator_or_a_struck_army_stays_as_it_is() -> None:
    rebels = Actor(name="JNIM", actor_id="jnim", kind="rebel group", role="perpetrator")
    army = Actor(name="x", actor_id="state:ML:military", kind="state forces", role="target")
    surroundings = Surroundings(read_document("Mali.", "en"))
    for actor in (rebels, army):
        (only,) = localised(struck("ML", "2024-06-03", actor), surroundings).actors
        assert only.role == actor.role


def test_every_side_is_a_force_of_a_country_that_exists() -> None:
    for side in usual_sides():
        _, iso, key = side.actor_id.split(":")
        assert iso in countries()
        assert side.country in countries()
        assert key in classes()
        assert side.named is None or side.named in countries()
