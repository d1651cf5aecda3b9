"""A sentence of no event sets the scene for the next: place, day and who was there."""

import pytest

from incidents.records import Incident
from tests.incidents.reading import read


def one(text: str, language: str = "en") -> Incident:
    told = read(text, language)
    assert len(told) == 1
    return told[0]


def doers(incident: Incident) -> list[str]:
    return [actor.kind for actor in incident.actors if actor.role == "perpetrator"]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        (
            "en",
            "Soldiers operated in Dola on 3 June. Nine bandits were neutralised.",
            "state forces",
        ),
        (
            "en",
            "Gunmen on motorbikes entered Dola on 3 June. Six people were killed.",
            "unidentified",
        ),
        (
            "en",
            "Troops searched a compound in Dola on 3 June. Two suspects were detained.",
            "state forces",
        ),
        (
            "fr",
            "Des hommes armés sont entrés à Dola le 3 juin. Six personnes ont été tuées.",
            "unidentified",
        ),
        (
            "fr",
            "Les soldats ont patrouillé à Dola le 3 juin. Neuf terroristes ont été neutralisés.",
            "state forces",
        ),
    ],
)
def test_a_scene_gives_place_day_and_doer(language: str, text: str, kind: str) -> None:
    """What the next sentence leaves out is what the scene says."""
    told = one(text, language)
    assert told.date is not None
    assert told.date.edtf == "2024-06-03"
    assert "Dola" in (told.place.text or "")
    assert doers(told) == [kind]


def test_a_scene_makes_an_incident_of_what_says_nothing_of_where() -> None:
    """An act without a number stands on the scene before it."""
    assert one("Soldiers searched Dola on 3 June. Several suspects were detained.").date is not None


def test_those_of_the_scene_did_not_kill_their_own() -> None:
    """Soldiers who patrol are not those who killed the soldiers."""
    told = one("Soldiers patrolled near Dola on 3 June. Two soldiers were killed by a mine.")
    assert doers(told) == []


def test_those_of_the_scene_did_nothing_where_others_did() -> None:
    """Who is said to have done it did it, and nobody else."""
    told = one("Soldiers entered Dola on 3 June. Gunmen opened fire and killed two soldiers.")
    assert doers(told) == ["unidentified"]


@pytest.mark.parametrize(
    "text",
    [
        "The minister visited Kobi on 3 June. Ten farmers were killed in Dola.",
        "The army says that it left Kobi on 3 June. Ten farmers were killed in Dola.",
        "Soldiers patrolled in Kobi on 3 June. Elsewhere, ten farmers were killed in Dola.",
    ],
)
def test_what_is_told_of_another_place_sets_no_scene(text: str) -> None:
    """A place of its own, or a word that says that it was another, takes nothing of it."""
    assert [one.place.text for one in read(text)] == ["Dola"]
