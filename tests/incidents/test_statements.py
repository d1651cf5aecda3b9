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
    ("en", "Five militants were successfully neutralised in Turbat on Monday.", "Armed clash"),
    ("en", "On Monday police beat two reporters covering a protest in Jacmel.", "Attack"),
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
    ("en", "Two soldiers embraced shahadat in Makeen on Monday.", 2),
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


DATED = [
    (
        "en",
        "In a statement released on Friday, the ELN said it attacked Tame on 2 June.",
        "2024-06-02",
    ),
    (
        "en",
        "In a video aired on Saturday, rebels said they killed two men in Tank on 4 June.",
        "2024-06-04",
    ),
    (
        "fr",
        "Dans un communiqué publié vendredi, le FPRC dit avoir attaqué Bria le 3 juin.",
        "2024-06-03",
    ),
]
CALLS = [
    "Members will strike until those responsible are arrested.",
    "We demand that the perpetrators be arrested.",
    "Teachers will stay at home unless their colleagues are freed.",
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


@pytest.mark.parametrize(("language", "text", "day"), DATED)
def test_the_day_of_a_statement_is_none_of_its_acts(language: str, text: str, day: str) -> None:
    (incident,) = _read(text, language)
    assert incident.date is not None
    assert incident.date.edtf == day


@pytest.mark.parametrize("text", CALLS)
def test_what_a_statement_calls_for_has_not_happened(text: str) -> None:
    assert _read(text) == []


def test_what_attackers_take_is_no_find_of_weapons() -> None:
    (incident,) = _read(
        "Insurgents attacked a post in Macomia on Monday, killing nine soldiers "
        "and seizing two vehicles, 30 rifles and ammunition."
    )
    assert incident.casualties["killed"].best == 9
