"""What the words of events come to in a report: which type, which number, or no incident."""

import pytest

from incidents.extract import extract
from incidents.finders.places import NoNames
from incidents.records import Incident
from incidents.report import Report

Told = tuple[str, str, int]

ABDUCTION = "Abduction/forced disappearance"


def read(language: str, text: str) -> list[Incident]:
    report = Report(id="r", text=text, published="2024-06-10", language=language)
    return list(extract(report, NoNames()).incidents)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "A mine killed a farmer near Dola.",
            ("Remote explosive/landmine/IED", "killed", 1),
        ),
        (
            "fr",
            "Quatre civils ont été tués mardi à Dola par un obus.",
            ("Shelling/artillery/missile attack", "killed", 4),
        ),
        (
            "en",
            "Gunmen seized 30 villagers in Dola on Sunday.",
            ("Abduction/forced disappearance", "abducted", 30),
        ),
        ("fr", "Dix femmes ont été interpellées mardi à Dola.", ("Arrests", "detained", 10)),
        (
            "en",
            "Three protesters were killed in Dola on Sunday.",
            ("Excessive force against protesters", "killed", 3),
        ),
        (
            "fr",
            "Un étudiant est mort lors de manifestations mardi à Dola.",
            ("Excessive force against protesters", "killed", 1),
        ),
        ("en", "Police nab 12 suspects in Dola on Sunday.", ("Arrests", "detained", 12)),
        (
            "en",
            "Attackers hacked 15 villagers to death in Dola on Sunday.",
            ("Attack", "killed", 15),
        ),
        ("fr", "Les hommes armés ont arrêté six paysans mardi à Dola.", (ABDUCTION, "detained", 6)),
        ("fr", "Sept civils ont été massacrés mardi à Dola.", ("Attack", "killed", 7)),
        (
            "en",
            "Bombs killed 3 in Dola on Sunday, raising the death toll in the city this year to 70.",
            ("Remote explosive/landmine/IED", "killed", 3),
        ),
    ],
)
def test_type_and_number(language: str, text: str, expected: Told) -> None:
    (one,) = read(language, text)
    kind, key, number = expected
    assert one.sub_event_type == kind
    assert {name: count.best for name, count in one.casualties.items()} == {key: number}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nine people have been killed in attacks in Dola since January."),
        ("en", "A year ago today, gunmen killed 40 people in Dola."),
        ("en", "A film about the killing of a priest opened in Dola."),
        ("en", "A gas explosion killed five people in Dola on Sunday."),
        ("en", "Protests planned for Friday in Dola were banned."),
        ("en", "Police rescued two kidnapped girls in Dola."),
        ("fr", "C'est la troisième attaque en un mois à Dola."),
        ("fr", "Les autorités commémorent l'attaque de Dola, qui avait fait 77 morts."),
        ("fr", "Une explosion de gaz a tué cinq personnes mardi à Dola."),
        ("en", "The unions plan to hold a protest in Dola on Monday."),
        ("en", "The conflict in Dola has claimed more than 4,000 lives."),
        ("en", "An elephant killed a farmer near Dola on Sunday."),
        ("en", "A bus plunged into a ravine near Dola on Sunday, killing 25."),
        ("en", "The opposition attacked the budget in Dola on Sunday."),
        ("en", "Read also: Gunmen kill 20 in Dola"),
        ("en", "A court in Dola sentenced 12 men to death on Sunday over a raid that killed 30."),
        ("en", "North Korea test-fired two missiles on Sunday."),
        ("fr", "Un incendie a ravagé un marché mardi à Dola, tuant 12 personnes."),
        ("fr", "Les candidats se sont affrontés mardi à Dola lors d'un débat télévisé."),
        ("fr", "À lire aussi : douze morts mardi dans une attaque à Dola"),
        ("fr", "La police a secouru 12 passagers enlevés mardi à Dola."),
    ],
)
def test_no_incident(language: str, text: str) -> None:
    assert read(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The attack in Dola on Sunday was claimed by the group."),
        ("fr", "L'attaque de dimanche à Dola a été revendiquée par le groupe."),
    ],
)
def test_the_attack_is_told_where_nothing_else_tells_it(language: str, text: str) -> None:
    (one,) = read(language, text)
    assert (one.date and one.date.edtf, one.place.text) == ("2024-06-09", "Dola")


def test_the_attack_that_was_told_is_not_told_twice() -> None:
    told = "Gunmen killed six people in Dola on Sunday. The group claimed the attack on Monday."
    assert len(read("en", told)) == 1
