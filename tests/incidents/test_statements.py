"""Communiqués of armies and statements of rights groups and unions, in words of their own."""

import pytest

from incidents.extract import extract
from incidents.finders.places import NoNames
from incidents.records import Incident
from incidents.report import Report

TAKEN = "Abduction/forced disappearance"

TOLD = [
    ("en", "On Monday rebels seized a tanker off Brass with its 17 crew members.", TAKEN),
    ("en", "Pirates hijacked a Thai trawler near Socotra on Monday with 14 sailors aboard.", TAKEN),
    ("en", "Gunmen stormed a seminary in Zaria on Monday, taking four students.", TAKEN),
    ("en", "The ELN abducted 12 sick and wounded men from a clinic in Tame on Monday.", TAKEN),
    (
        "en",
        "Commandos freed nine hostages from suspected bandits in Zurmi on Monday.",
        "Armed clash",
    ),
    ("en", "Six insurgents were put out of action in Pattani on Monday.", "Armed clash"),
    ("fr", "Des pirates ont capturé lundi un cargo avec ses 22 marins au large de Douala.", TAKEN),
    ("fr", "Un vraquier grec a été détourné lundi dans le golfe d'Aden.", TAKEN),
    ("fr", "La ligue rappelle que le 3 mai, un avocat avait été enlevé à Bol puis relâché.", TAKEN),
    (
        "fr",
        "Une infirmière avait été enlevée le 2 mai à Kaya, puis retrouvée saine et sauve.",
        TAKEN,
    ),
]
FALLEN = [
    ("en", "Two soldiers paid the supreme price in Kukawa on Monday.", 2),
    ("en", "Three policemen embraced martyrdom in Tank on Monday.", 3),
    ("en", "Four soldiers laid down their lives in Poonch on Monday.", 4),
    ("fr", "Deux militaires ont consenti le sacrifice suprême lundi à Djibo.", 2),
    ("fr", "Trois gendarmes ont payé de leur vie lundi à Kidal.", 3),
    ("fr", "Six soldats sont tombés au champ d'honneur lundi à Diffa.", 6),
]
SUMS = [
    ("en", "Since January, 114 members of the group have surrendered."),
    ("en", "Since the start of the operation, 60 rebels have been neutralised in Cauca."),
    ("en", "A total of 41 insurgents have surrendered in Sulu since March."),
    ("fr", "Depuis mars, 60 combattants se sont rendus aux autorités."),
]
FLEEING = [
    ("LRA fighters escaping the offensive killed six men in Obo on Monday.", "Lord"),
    ("ADF remnants fleeing the operation hacked nine farmers to death in Irumu on Monday.", "ADF"),
    (
        "ISWAP terrorists fleeing the air strikes killed four fishermen in Baga on Monday.",
        "Islamic",
    ),
]


def _read(text: str, language: str = "en") -> list[Incident]:
    """Read a text that appeared on a Monday."""
    report = Report(id="r", text=text, published="2024-06-10", language=language)
    return list(extract(report, NoNames()).incidents)


@pytest.mark.parametrize(("language", "text", "kind"), TOLD)
def test_an_act_in_the_words_of_a_statement(language: str, text: str, kind: str) -> None:
    assert [incident.sub_event_type for incident in _read(text, language)] == [kind]


@pytest.mark.parametrize(("language", "text", "dead"), FALLEN)
def test_own_losses_are_suffered(language: str, text: str, dead: int) -> None:
    (incident,) = _read(text, language)
    assert incident.casualties["killed"].best == dead
    assert {actor.role for actor in incident.actors} <= {"target", "opponent"}


@pytest.mark.parametrize(("language", "text"), SUMS)
def test_a_running_sum_is_no_incident(language: str, text: str) -> None:
    assert _read(text, language) == []


@pytest.mark.parametrize(("text", "name"), FLEEING)
def test_who_flees_may_still_do_it(text: str, name: str) -> None:
    (incident,) = _read(text)
    assert incident.sub_event_type == "Attack"
    doers = [actor.name for actor in incident.actors if actor.role == "perpetrator"]
    assert len(doers) == 1
    assert name in doers[0]
