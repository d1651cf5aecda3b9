"""Two incidents that are both told in full stay two, however alike they are."""

import pytest

from tests.incidents.reading import read

TWO = [
    ("Shelling killed three people in Dola on {}.", "Saturday", "Monday", "en"),
    ("Gunmen attacked Dola on {} and killed five people.", "Sunday", "Monday", "en"),
    ("A bomb killed four soldiers in Dola on {}.", "Thursday", "Saturday", "en"),
    ("Gunmen abducted six traders near Dola on {}.", "Friday", "Saturday", "en"),
    ("Des hommes armés ont tué cinq civils à Dola {}.", "samedi", "dimanche", "fr"),
    ("Un bombardement a tué douze personnes à Dola {}.", "vendredi", "dimanche", "fr"),
]


@pytest.mark.parametrize(("words", "first", "second", "language"), TWO)
def test_the_same_words_of_two_days(words: str, first: str, second: str, language: str) -> None:
    """Each paragraph tells its own day: two incidents, whatever their tolls."""
    text = f"{words.format(first)}\n\n{words.format(second)}"
    assert len(read(text, language)) == 2


def test_words_that_refer_back_may_err_in_the_day() -> None:
    """The day of "the attack, on Sunday night" may be a slip of Monday."""
    text = (
        "A bomber killed 14 people in Dola on Monday.\n\n"
        "The attack in Dola on Sunday night killed 14 people, police said."
    )
    assert len(read(text)) == 1


def test_a_floor_is_no_toll_of_dozens() -> None:
    """Two dead at the least are not 45 dead of the region."""
    text = (
        "Gunmen killed at least two people in Dola on Sunday.\n\n"
        "Gunmen killed 45 people in the Nord region on Sunday."
    )
    assert len(read(text)) == 2
