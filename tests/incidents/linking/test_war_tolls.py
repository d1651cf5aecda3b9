"""A toll of a whole war is no incident's; fighting of a day is one, though it drove people out."""

import pytest

from tests.incidents.reading import killed, read

RAID = "Gunmen killed three people in Dola on Sunday."
WAR = [
    "The fighting in the east has killed at least 106 people and driven 64,000 from their homes.",
    "Violence in the region has claimed 240 lives and displaced 60,000.",
    "At least 2,367 people have been killed, most of them since 12 May, the ministry says.",
]


@pytest.mark.parametrize("war", WAR)
def test_a_toll_of_a_war_is_no_toll_of_what_was_told_before_it(war: str) -> None:
    """It neither joins the raid nor makes an incident."""
    assert [killed(one) for one in read(f"{RAID} {war}")] == [3]


def test_fighting_of_a_day_is_an_incident() -> None:
    """A day makes it one event, whoever fled."""
    text = "Fighting in Dola on Monday has killed 106 people and forced 4,000 from their homes."
    (incident,) = read(text)
    assert killed(incident) == 106


def test_fighting_since_a_month_is_none() -> None:
    """What is counted since January is of many days."""
    assert not read(
        "The fighting has killed at least 400 people and driven 64,000 from their homes since "
        "January."
    )
