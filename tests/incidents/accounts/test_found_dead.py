"""Those who were taken count as killed where the words kill them, and nobody else."""

import pytest

from incidents.accounts.found_dead import found_dead
from tests.incidents.building import count, cue, told
from tests.incidents.reading import killed, read

KILLED = [
    ("Gunmen abducted six traders near Dola on Sunday and killed them.", "en", 6),
    ("Rebels captured eight soldiers in Dola on Friday and executed them the next day.", "en", 8),
    ("Gunmen seized four nurses in Dola on Sunday. They later killed the hostages.", "en", 4),
    ("Des hommes armés ont enlevé six marchands à Dola dimanche et les ont tués.", "fr", 6),
    ("Des hommes armés ont enlevé un marchand à Dola dimanche et l'ont tué.", "fr", 1),
]

OTHERS_KILLED = [
    ("Gunmen abducted six traders near Dola on Sunday. Soldiers chased the gunmen and killed them.",
     "en"),
    ("Police arrested four men in Dola on Sunday. The men had attacked soldiers and killed them.",
     "en"),
    ("Soldiers detained five suspects in Dola on Sunday. They had robbed traders and killed them.",
     "en"),
    ("Gunmen abducted six traders in Dola on Sunday and killed the victims' driver.", "en"),
    ("Des hommes armés ont enlevé un marchand à Dola. L'armée les a poursuivis et les a tués.",
     "fr"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "number"), KILLED)
def test_who_took_them_killed_them(text: str, language: str, number: int) -> None:
    """A word for those taken as the object of a killing makes them dead."""
    (incident,) = read(text, language)
    assert killed(incident) == number


@pytest.mark.parametrize(("text", "language"), OTHERS_KILLED)
def test_others_killed_leave_the_taken_alive(text: str, language: str) -> None:
    """Where somebody else kills, or is killed, those taken are none of the dead."""
    told_of = read(text, language)
    assert all("killed" not in one.casualties or killed(one) == 1 for one in told_of)


def test_no_more_than_their_bodies_came_back() -> None:
    """Those taken are dead where "their bodies" were found, and nobody counted the dead."""
    event = told(1, cue("bodies"), marks=["their"]).event
    assert found_dead("", event, {"abducted": count(4)})["killed"].best == 4
    assert found_dead("", event, {"abducted": count(4), "killed": count(3)}) == {}
    assert found_dead("", told(1, cue("bodies")).event, {"abducted": count(4)}) == {}
