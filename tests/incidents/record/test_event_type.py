"""ACLED's type follows from the families of the words and from who did it to whom."""

import pytest

from incidents.record.event_type import Parties, settle
from incidents.records import Actor, ActorKind, ActorRole


def actor(kind: ActorKind, role: ActorRole) -> Actor:
    return Actor(actor_id=kind, name=kind, kind=kind, role=role)


ARMY = actor("state forces", "perpetrator")
ALLIES = actor("political militia", "perpetrator")
TAKEN = "Non-state actor overtakes territory"
MILITIA = actor("political militia", "perpetrator")
REBELS = actor("rebel group", "perpetrator")
REBELS_HIT = actor("rebel group", "target")


@pytest.mark.parametrize(
    ("frames", "main", "actors", "expected"),
    [
        ({"capture"}, "capture", [ARMY], "Government regains territory"),
        ({"capture"}, "capture", [ARMY, ALLIES, REBELS_HIT], "Government regains territory"),
        ({"capture"}, "capture", [ARMY, ALLIES], "Non-state actor overtakes territory"),
        ({"capture", "transfer"}, "capture", [], "Non-violent transfer of territory"),
        ({"capture", "transfer", "clash"}, "capture", [REBELS], TAKEN),
        ({"disrupt", "arrest"}, "disrupt", [ARMY], "Arrests"),
        ({"disrupt"}, "disrupt", [ARMY], "Disrupted weapons use"),
        ({"neutralise", "air"}, "neutralise", [ARMY, REBELS_HIT], "Armed clash"),
        ({"air", "kill"}, "air", [ARMY, REBELS_HIT], "Air/drone strike"),
        ({"arrest"}, "arrest", [ARMY], "Arrests"),
        ({"arrest"}, "arrest", [MILITIA], "Abduction/forced disappearance"),
        ({"arrest"}, "arrest", [REBELS], "Arrests"),
        ({"arrest", "bodies"}, "arrest", [ARMY], "Attack"),
        ({"other", "bodies"}, "other", [], "Other"),
        ({"arrest", "attack"}, "arrest", [ARMY], "Arrests"),
        ({"ied", "kill"}, "kill", [], "Remote explosive/landmine/IED"),
    ],
)
def test_the_type_follows_from_words_and_sides(
    frames: set[str], main: str, actors: list[Actor], expected: str
) -> None:
    assert settle(frames, main, Parties(actors=actors)) == expected
