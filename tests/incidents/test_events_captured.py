"""Captures: of a person an arrest or an abduction, of ground a battle; and goods that are taken."""

import pytest

from tests.incidents.reading import read

ARRESTS = "Arrests"
ABDUCTION = "Abduction/forced disappearance"
LOOTING = "Looting/property destruction"
GROUND = {"Government regains territory", "Non-state actor overtakes territory"}


@pytest.mark.parametrize(
    ("language", "text", "detained"),
    [
        ("en", "Troops captured a senior rebel leader in Dola on Sunday.", 1),
        ("en", "Two couriers of the group were captured in Dola on Sunday.", 2),
        ("en", "Commandos captured Musa Bako, a notorious smuggler, in Dola on Sunday.", None),
        ("en", "Police caught three robbers in Dola on Sunday.", 3),
        ("en", "The army announced the capture of two couriers in Dola on Sunday.", 2),
        ("en", "Soldiers captured a bomb-maker in Dola on Sunday.", 1),
        ("fr", "Six opposants ont été placés en garde à vue dimanche à Dola.", 6),
        ("fr", "L'armée a capturé deux logisticiens du groupe dimanche à Dola.", 2),
        ("fr", "Un chef rebelle a été capturé dimanche à Dola.", None),
    ],
)
def test_a_captured_person_is_detained(language: str, text: str, detained: int | None) -> None:
    """Whoever is captured is arrested, and counted where the words count."""
    told = read(text, language)
    assert [one.sub_event_type for one in told] == [ARRESTS]
    if detained is not None:
        assert told[0].casualties["detained"].low == detained


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rebels captured two soldiers in Dola on Sunday."),
        ("en", "Three policemen were captured by gunmen in Dola on Sunday."),
        ("fr", "Les rebelles ont capturé deux soldats dimanche à Dola."),
    ],
)
def test_a_captured_soldier_is_abducted(language: str, text: str) -> None:
    """Those whom a group takes prisoner are abducted."""
    assert [one.sub_event_type for one in read(text, language)] == [ABDUCTION]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels captured the town of Dola from militants on Sunday.",
        "Troops captured a rebel base near Dola on Sunday.",
    ],
)
def test_captured_ground_is_no_person(text: str) -> None:
    """The head of what was captured decides, and no adjective before it."""
    told = read(text)
    assert len(told) == 1
    assert told[0].sub_event_type in GROUND


@pytest.mark.parametrize(
    "text",
    [
        "Militants seized food from villagers in Dola on Sunday.",
        "Gunmen seized two trucks of fertiliser near Dola on Sunday.",
        "Four armed criminals robbed a rider of his motorcycle in Dola on Sunday.",
        "Gang members armed with knives stole a woman's handbag in Dola on Sunday.",
    ],
)
def test_goods_that_armed_people_take_are_looted(text: str) -> None:
    """Armed people who carry off goods loot."""
    assert [one.sub_event_type for one in read(text)] == [LOOTING]


def test_goods_that_officers_confiscate_are_not_looted() -> None:
    """A customs office that seizes goods tells of no conflict."""
    assert read("Customs officers seized goods at the port of Dola on Sunday.") == []
