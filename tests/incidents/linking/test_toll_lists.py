"""Lists of losses in communiqués: those of both sides are one incident's."""

import pytest

from incidents.extract import extract
from incidents.finders.places import NoNames
from incidents.records import Incident
from incidents.report import Report

LISTS = [
    (
        "en",
        (
            "Soldiers repelled a jihadist attack on a post in Dola on Sunday. "
            "The toll is as follows:\n"
            "- Own forces: six (06) killed, 13 wounded;\n"
            "- Enemy: several dozen neutralised, 15 motorcycles destroyed."
        ),
        30,
        13,
    ),
    (
        "en",
        (
            "Fighting broke out between the army and Al-Shabaab near Dola on Sunday. "
            "Friendly casualties: 2 KIA, 5 WIA. Enemy: 11 KIA."
        ),
        13,
        5,
    ),
    (
        "en",
        (
            "Security forces clashed with ELN rebels in Dola on Sunday. The losses were:\n"
            "- Army: 2 dead and 4 wounded\n- ELN: 5 dead"
        ),
        7,
        4,
    ),
    (
        "en",
        (
            "Troops killed 32 rebels in a clash in Dola on Sunday. Casualty figures:\n\n"
            "* Own troops: one officer and 3 soldiers killed in action, 9 wounded.\n\n"
            "* Rebels: 32 killed."
        ),
        36,
        9,
    ),
    (
        "fr",
        (
            "Une unité de l'armée a été prise dans une embuscade dimanche à Dola. "
            "La riposte a permis de repousser l'ennemi.\n\nLe bilan provisoire est le suivant :\n"
            "- Côté ami : six (06) militaires tombés au champ d'honneur, treize (13) blessés ;\n"
            "- Côté ennemi : plusieurs dizaines de terroristes neutralisés, quinze motos détruites."
        ),
        30,
        13,
    ),
    (
        "fr",
        (
            "Une patrouille de l'armée est tombée dans une embuscade dimanche à Dola. "
            "Le bilan provisoire fait état de :\nPertes amies : 4 morts, 7 blessés\n"
            "Pertes ennemies : 19 terroristes neutralisés"
        ),
        23,
        7,
    ),
    (
        "fr",
        (
            "Les FARDC ont accroché des miliciens dimanche à Dola. Bilan :\n"
            "- du côté des FARDC : 3 militaires tués et 2 blessés ;\n"
            "- du côté des assaillants : 9 miliciens abattus."
        ),
        12,
        2,
    ),
]

OTHERS = [
    (
        "en",
        (
            "Rebels killed two men in Dola on Sunday. "
            "The toll of the other attacks is as follows:\n"
            "- Kobi, 3 June: four people killed\n- Sare, 4 June: six people killed"
        ),
        [2, 4, 6],
    ),
    (
        "fr",
        (
            "Des rebelles ont tué deux hommes dimanche à Dola. Le bilan des autres attaques :\n"
            "- À Kobi, le 3 juin : quatre civils tués\n- À Sare, le 4 juin : six civils tués"
        ),
        [2, 4, 6],
    ),
]


def read(text: str, language: str) -> list[Incident]:
    report = Report(id="r", text=text, published="2024-06-10", language=language)
    return list(extract(report, NoNames()).incidents)


@pytest.mark.parametrize(("language", "text", "dead", "hurt"), LISTS)
def test_the_losses_of_both_sides_are_one_incidents(
    language: str, text: str, dead: int, hurt: int
) -> None:
    (incident,) = read(text, language)
    assert incident.casualties["killed"].low == dead
    assert incident.casualties["injured"].low == hurt
    assert incident.setting != "farm"


@pytest.mark.parametrize(("language", "text", "tolls"), OTHERS)
def test_items_with_places_of_their_own_stay_incidents(
    language: str, text: str, tolls: list[int]
) -> None:
    found = read(text, language)
    assert [i.casualties["killed"].best for i in found if "killed" in i.casualties] == tolls
