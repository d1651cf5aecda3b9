"""What a state's forces took abroad is taken; what is retaken for a government is regained."""

import pytest

from incidents.actors import of_class
from incidents.record.retype import REGAINED, TAKEN, retyped
from incidents.records import Actor, Incident, Place


@pytest.mark.parametrize(
    ("army", "country", "rule", "expected"),
    [
        ("RU", "UA", "en.capture", TAKEN),
        ("RU", "RU", "en.capture", REGAINED),
        ("RW", "MZ", "en.regain", REGAINED),
        ("RU", None, "fr.capture", REGAINED),
    ],
)
def test_ground_taken_abroad(army: str, country: str | None, rule: str, expected: str) -> None:
    named = of_class("military", army)
    incident = Incident(
        id="x",
        report_id="r",
        event_type="Battles",
        sub_event_type=REGAINED,
        place=Place(country=country),
        actors=(
            Actor(name=named.name, actor_id=named.actor_id, kind=named.kind, role="perpetrator"),
        ),
        rules=(rule,),
    )
    assert retyped(incident, rule[:2]).sub_event_type == expected
