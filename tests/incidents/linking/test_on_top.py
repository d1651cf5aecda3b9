"""Numbers that come on top of the one told just before add to it; a toll told again doesn't."""

import pytest

from incidents.records import CountKey
from tests.incidents.reading import read

SUMS = [
    (
        (
            "Soldiers captured a rebel commander in Dola on Sunday. "
            "The force also detained two suspects during the raid."
        ),
        "en",
        "detained",
        3,
    ),
    (
        "Police arrested a gang leader in Dola on Sunday. One additional suspect was arrested.",
        "en",
        "detained",
        2,
    ),
    (
        (
            "Police arrested a gang leader in Dola on Sunday. "
            "They detained the leader along with three of his associates."
        ),
        "en",
        "detained",
        4,
    ),
    (
        "Troops killed four bandits in Dola on Sunday. Two others were killed as they fled.",
        "en",
        "killed",
        6,
    ),
    (
        "Gunmen killed five farmers in Dola on Sunday. They also killed three traders.",
        "en",
        "killed",
        8,
    ),
    (
        (
            "Des soldats ont arrêté un chef rebelle à Dola dimanche. "
            "Ils ont également interpellé deux suspects."
        ),
        "fr",
        "detained",
        3,
    ),
    (
        (
            "Des soldats ont arrêté un chef rebelle à Dola dimanche. "
            "Deux autres combattants ont été arrêtés."
        ),
        "fr",
        "detained",
        3,
    ),
]


@pytest.mark.parametrize(("text", "language", "key", "number"), SUMS)
def test_others_are_added(text: str, language: str, key: CountKey, number: int) -> None:
    """Others, further ones and what was also done come on top of what was told."""
    (incident,) = read(text, language)
    assert incident.casualties[key].low == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            (
                "Gunmen killed five farmers in Dola on Sunday. "
                "Police said on Monday that five people were also killed in the attack."
            ),
            5,
        ),
        ("Gunmen killed five farmers in Dola on Sunday. The attack killed five, police said.", 5),
        ("Gunmen killed five people in Dola on Sunday, including two women. They fled.", 5),
        (
            "A bomb killed 20 people in Dola on Sunday. The bomb killed a policeman and 19 others.",
            20,
        ),
        (
            (
                "Gunmen killed 12 villagers in Dola on Sunday. "
                "The raiders also killed 12 villagers as they fled."
            ),
            12,
        ),
    ],
)
def test_a_toll_told_again_is_not_added(text: str, number: int) -> None:
    """What somebody else tells, and what repeats it, adds nothing."""
    (incident,) = read(text)
    assert incident.casualties["killed"].low == number
