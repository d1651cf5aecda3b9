"""What was tried, threatened or failed has no toll; what was done has one."""

import pytest

from tests.incidents.reading import read


def tolls(text: str, language: str) -> list[int | None]:
    """Return all figures of killed and abducted people that a text is read to tell."""
    counts = (one.casualties for one in read(text, language))
    return [c[key].best for c in counts for key in ("killed", "abducted") if key in c]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Gunmen shot at a trader in Dola on Sunday but failed to kill him.", "en"),
        ("Rebels tried to kill her near Dola on Sunday.", "en"),
        ("Militants attempted to assassinate Ali Musa in Dola on Sunday.", "en"),
        ("Gunmen tried to kill the mayor of Dola on Sunday.", "en"),
        ("Gunmen stormed a court in Dola on Sunday and tried to kill two judges.", "en"),
        ("Bandits attacked Dola on Sunday, and failed to abduct the chief.", "en"),
        ("Des hommes armés ont tenté de tuer Ali Moussa à Dola dimanche.", "fr"),
        ("Des hommes armés ont tenté d'assassiner deux juges à Dola dimanche.", "fr"),
        ("Des bandits ont attaqué Dola dimanche et ont voulu enlever le maire.", "fr"),
    ],
)
def test_an_undone_deed_has_no_toll(text: str, language: str) -> None:
    """Nobody is dead of it, and nobody gone."""
    assert tolls(text, language) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Gunmen came to his home in Dola on Sunday and killed him.", "en"),
        ("Gunmen killed the mayor of Dola on Sunday.", "en"),
        ("Des hommes armés ont tué Ali Moussa à Dola dimanche.", "fr"),
    ],
)
def test_a_done_deed_counts_the_one_who_is_named(text: str, language: str) -> None:
    """By a name, a pronoun or an office."""
    assert tolls(text, language) == [1]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Militants attempted to assassinate Ali Musa in Dola on Sunday.", "en"),
        ("Des hommes armés ont tenté d'assassiner un juge à Dola dimanche.", "fr"),
        ("Des hommes armés ont essayé de tuer le maire de Dola dimanche.", "fr"),
    ],
)
def test_an_attempt_on_a_life_is_an_attack(text: str, language: str) -> None:
    """In both languages."""
    assert [one.sub_event_type for one in read(text, language)] == ["Attack"]


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Residents clashed with RSF in Dola on Sunday.", "en", "Armed clash"),
        ("Students clashed with rebel fighters in Dola on Sunday.", "en", "Armed clash"),
        ("Des habitants ont affronté les Forces de soutien rapide dimanche.", "fr", "Armed clash"),
        ("Des jeunes ont affronté des rebelles à Dola dimanche.", "fr", "Armed clash"),
        ("Students clashed with police in Dola on Sunday.", "en", "Violent demonstration"),
        ("Protesters clashed with militiamen on Sunday.", "en", "Violent demonstration"),
        ("Des étudiants ont affronté la police dimanche.", "fr", "Violent demonstration"),
    ],
)
def test_a_fight_against_an_armed_group_is_no_riot(text: str, language: str, kind: str) -> None:
    """One against the police is, and one of protesters."""
    assert [one.sub_event_type for one in read(text, language)] == [kind]


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Soldiers recovered a machinegun in Dola on Sunday.", "en", "Disrupted weapons use"),
        ("Rebels machine-gunned a bus in Dola on Sunday.", "en", "Attack"),
        ("Rebels machinegunned a bus in Dola on Sunday.", "en", "Attack"),
    ],
)
def test_a_machine_gun_is_no_deed(text: str, language: str, kind: str) -> None:
    """To machine-gun somebody is."""
    assert [one.sub_event_type for one in read(text, language)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "A doctor we reached by phone confirms that men shot dead 12 members of the Sarim family.",
        "A nurse tells of a raid: gunmen killed 12 members of the Sarim family on Sunday.",
        "A resident reports that soldiers killed 12 members of the Sarim family on Sunday.",
    ],
)
def test_who_tells_of_it_is_not_counted(text: str) -> None:
    """Whatever the verb of telling, and whenever it is told."""
    assert tolls(text, "en") == [12]
