"""Turns of phrase that news agencies and situation reports use, and what must come of them."""

import pytest

from incidents.extract import extract
from incidents.finders.places import NoNames
from incidents.records import Incident
from incidents.report import Report


def read(text: str, language: str = "en") -> tuple[Incident, ...]:
    report = Report(id="r", text=text, published="2024-06-10", language=language)
    return extract(report, NoNames()).incidents


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A group of gunmen attacked a village on Sunday, killing seven villagers."),
        ("en", "A dozen militiamen stormed a market on Friday, injuring at least 12 traders."),
        ("fr", "Un groupe de combattants a attaqué un village dimanche, tuant sept villageois."),
    ],
)
def test_the_number_of_the_attackers_makes_no_clash(language: str, text: str) -> None:
    (one,) = read(text, language)
    assert one.sub_event_type == "Attack"
    assert one.civilian_targeting


@pytest.mark.parametrize(
    "text",
    [
        "TWO CIVILIANS KILLED AND AID CONVOY HIT IN CLASHES ON SUNDAY",
        "Gunmen Attack Remote Hill Village, Killing 19 People on Sunday",
        "AID WORKER AND HIS DRIVER KILLED IN AMBUSH ON MONDAY",
    ],
)
def test_capitals_of_a_headline_make_no_place(text: str) -> None:
    (one,) = read(text)
    assert one.place.text is None or one.place.text[0].islower()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rockets hit Kansara, Sufan and Fulayf in Homs province on Sunday, killing two."),
        ("en", "Troops shelled the villages of Saluri, Zaytun and Kelza in Homs province."),
        ("fr", "Des roquettes ont visé Kansara, Sufan et Fulayf dans la province de Homs."),
    ],
)
def test_the_container_of_a_list_contains_all_of_it(language: str, text: str) -> None:
    report = Report(id="r", text=text, published="2024-06-10", language=language)
    mentions = [m for m in extract(report, NoNames()).mentions if m.span.end < text.index("Homs")]
    assert len(mentions) == 3
    assert {span.of(text) for one in mentions for span in one.within} == {"Homs"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Drone strike kills nine at fish market\n\nA strike by an armed drone hit a crowded "
            "market in Kobi on Sunday, killing nine people and wounding four.",
        ),
        (
            "en",
            "More than 60 villagers executed, monitors say\n\nSoldiers shot dead 64 villagers in "
            "Dola on 2 June, monitors said.",
        ),
        (
            "en",
            "Woman Killed In Shelling Of Border Town\n\nIn Kobi, rebel fighters struck a house "
            "with mortar shells, killing a woman.",
        ),
        (
            "fr",
            "Neuf morts dans une attaque de drone\n\nUne frappe de drone a visé un marché à Kobi "
            "dimanche, tuant neuf personnes.",
        ),
    ],
)
def test_a_title_announces_what_the_first_sentence_tells(language: str, text: str) -> None:
    (one,) = read(text, language)
    assert one.place.text in {"Kobi", "Dola"} or (one.place.text or "").endswith("market")
