"""What the words of events come to in a report: which type, which number, or no incident."""

import pytest

from incidents.extract import extract
from incidents.finders.places import NoNames
from incidents.records import Incident
from incidents.report import Report

Told = tuple[str, str, int]

ABDUCTION = "Abduction/forced disappearance"
TRANSFER = "Non-violent transfer of territory"
FORCE = "Excessive force against protesters"
INTERVENTION = "Protest with intervention"


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
        ("en", "Bandits kill 12 in Dola on Sunday.", ("Attack", "killed", 12)),
        ("en", "Gunmen abduct 16 in Dola on Sunday.", (ABDUCTION, "abducted", 16)),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen bundled a trader into a car in Dola on Sunday.", ABDUCTION),
        ("The army fought off an attack on its post in Dola on Sunday.", "Armed clash"),
        ("A police van was blown up in Dola on Sunday.", "Remote explosive/landmine/IED"),
        ("Tank rounds struck a clinic in Dola on Sunday.", "Shelling/artillery/missile attack"),
        ("Attackers hurled a pipe bomb at a post in Dola on Sunday.", "Grenade"),
        ("The air force carried out raids on Dola on Sunday.", "Air/drone strike"),
        ("Rebels entered Dola on Sunday after the army withdrew.", TRANSFER),
        ("Rebels walked into Dola on Sunday without a fight.", TRANSFER),
        ("Troops cleared the militants from Dola on Sunday.", "Government regains territory"),
        ("Eight rebels surrendered in Dola on Sunday.", "Agreement"),
        ("Rebels and soldiers exchanged 40 prisoners in Dola on Sunday.", "Agreement"),
        ("Bandits released 16 pupils in Dola on Sunday.", "Other"),
        ("A mass grave was discovered in Dola on Sunday.", "Other"),
        ("Residents of Dola beat a suspected thief to death on Sunday.", "Mob violence"),
        ("Students marched in Dola on Sunday. Police opened fire, killing two.", FORCE),
        ("Police fired tear gas at protesters in Dola on Sunday. Ten were detained.", INTERVENTION),
        ("Police beat protesters in Dola on Sunday.", INTERVENTION),
        ("An IED planted by rebels was defused in Dola on Sunday.", "Disrupted weapons use"),
        ("Herders drove off 300 goats from Dola on Sunday.", "Looting/property destruction"),
    ],
)
def test_the_less_common_words_are_typed_too(text: str, expected: str) -> None:
    assert [incident.sub_event_type for incident in read("en", text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Residents of Dola fear an attack.",
        "Hackers attacked the website of the ministry in Dola on Sunday.",
        "The firm in Dola was hit by a strike over pay on Sunday.",
        "A wall fell on two workers in Dola on Sunday, killing both.",
        "The minister came under fire for his remarks in Dola on Sunday.",
        "Mourners attended the funeral in Dola of a priest killed last week.",
        "The Treasury sanctioned two commanders whose men raped women in Dola.",
        "Two lorries collided in Dola on Sunday, injuring nine.",
        "The trial of six men over a bombing in Dola opened on Sunday.",
        "Soldiers held a live-fire exercise near Dola on Sunday.",
        "The rumour that a grenade had been thrown in Dola on Sunday was false.",
    ],
)
def test_what_only_sounds_like_an_event_is_none(text: str) -> None:
    assert read("en", text) == []


def test_a_bar_in_an_aside_leaves_the_main_clause_alone() -> None:
    """What has gone on since some year is told between commas beside the new event."""
    text = "Rebels, who have fought the army since 2019, killed six men in Dola on Sunday."
    assert [incident.sub_event_type for incident in read("en", text)] == ["Attack"]
    assert read("en", "Since 2019, rebels have killed many men in Dola.") == []
