"""A toll told once for several incidents: its parts are told apart and never counted twice."""

import pytest

from incidents.records import Incident
from tests.incidents.reading import read

PARTS = [
    (
        "en",
        (
            "At least 50 people were killed in three attacks in Kobi state on Monday and "
            "Tuesday. Twenty died in Dola, 18 in Tarra and 12 in Sare."
        ),
        50,
        {"Dola": 20, "Tarra": 18, "Sare": 12},
    ),
    (
        "en",
        (
            "Air strikes across Kobi province killed 31 civilians on Thursday. The "
            "deadliest struck Dola, where 14 people died. Nine others were killed in Sare."
        ),
        31,
        {"Dola": 14, "Sare": 9},
    ),
    (
        "en",
        (
            "Fighting between 3 and 9 June left 120 people dead in Kobi state. Of these, 80"
            " were killed in Dola. Clashes in Sare on 6 June killed 25."
        ),
        120,
        {"Dola": 80, "Sare": 25},
    ),
    (
        "en",
        (
            "The report documents 63 killings by soldiers in Kobi between January and June "
            "2024. In one case, soldiers shot dead five farmers in Dola on 14 March. In "
            "another, three students were executed in Sare on 2 May."
        ),
        63,
        {"Dola": 5, "Sare": 3},
    ),
    (
        "en",
        (
            "Shelling killed 14 people across Kobi region overnight. Eleven of them died in"
            " Dola. Three were killed in Sare."
        ),
        14,
        {"Dola": 11, "Sare": 3},
    ),
    (
        "fr",
        (
            "Des frappes aériennes ont fait 37 morts jeudi dans la région de Kobi. La plus "
            "meurtrière a visé un camp à Dola, où 21 nomades ont péri. Seize autres "
            "personnes ont été tuées à Sare."
        ),
        37,
        {"Dola": 21, "Sare": 16},
    ),
    (
        "fr",
        (
            "Au moins 44 personnes ont été tuées dans trois attaques dans la province de "
            "Kobi lundi et mardi. À Dola, 20 corps ont été retrouvés. Quinze personnes sont"
            " mortes à Tarra et neuf à Sare."
        ),
        44,
        {"Dola": 20, "Tarra": 15, "Sare": 9},
    ),
    (
        "fr",
        (
            "Bilan : 19 civils tués dans la province de Kobi. Parmi eux, 11 ont été tués à "
            "Dola mardi. Huit autres ont péri à Sare jeudi."
        ),
        19,
        {"Dola": 11, "Sare": 8},
    ),
]

PARTS += [
    (
        "en",
        (
            "Strikes killed 35 people in Kobi province on Sunday, including 12 in Dola and "
            "eight in Sare."
        ),
        35,
        {"Dola": 12, "Sare": 8},
    ),
    (
        "en",
        ("Rebels killed 20 villagers across Kobi state on Monday, including nine in Tarra."),
        20,
        {"Tarra": 9},
    ),
    (
        "fr",
        (
            "Les frappes ont tué 35 personnes dimanche dans la province de Kobi, dont 12 à "
            "Dola et huit à Sare."
        ),
        35,
        {"Dola": 12, "Sare": 8},
    ),
]

SECTIONS = [
    (
        "en",
        (
            "Weekly report\n\nSeven people were killed in Kobi state over the "
            "week.\n\nIncidents\n\n- On 4 June, three men were shot dead in Dola.\n- On 5 "
            "June, a mine killed two girls in Sare."
        ),
        [7, 3, 2],
    ),
    (
        "en",
        (
            "At least 60 people were killed in attacks on villages in Kobi state between 1 "
            "and 6 June.\n\nOn 2 June, gunmen stormed Dola. Thirty people died.\n\nOn 5 "
            "June, raiders killed 12 in Sare."
        ),
        [60, 30, 12],
    ),
    (
        "fr",
        (
            "Bulletin\n\nNeuf civils ont été tués dans la province de Kobi entre le 1er et "
            "le 7 juin.\n\nFaits\n\n- Le 2 juin, cinq hommes ont été abattus à Dola.\n- Le "
            "5 juin, une mine a tué deux femmes à Sare."
        ),
        [9, 5, 2],
    ),
]

APART = [
    (
        "en",
        (
            "Three soldiers were killed in Dola on Friday. Two others died in Sare on "
            "Saturday when their vehicle hit a mine."
        ),
    ),
    (
        "en",
        (
            "Twenty-seven people, among them nine children, were killed in Dola on Friday. "
            "Four traders were shot dead in Sare on Saturday."
        ),
    ),
    (
        "en",
        (
            "Two air strikes killed nine people in Kobi province on Sunday. In Tarra "
            "province, a mine killed four traders on Sunday."
        ),
    ),
    (
        "fr",
        (
            "Des combats ont fait 12 morts samedi à Dola. Le lendemain, un obus a tué deux "
            "femmes à Sare."
        ),
    ),
]


def killed(incident: Incident) -> int | None:
    count = incident.casualties.get("killed")
    return count.best or count.low if count else None


@pytest.mark.parametrize(("language", "text", "toll", "parts"), PARTS)
def test_parts_of_a_sum_belong_to_it(
    language: str, text: str, toll: int, parts: dict[str, int]
) -> None:
    """What a sum counts is told apart as its part, each with its own place and toll."""
    whole, *rest = read(text, language)
    assert (killed(whole), whole.part_of) == (toll, None)
    assert {(one.place.text or "").split()[-1]: killed(one) for one in rest} == parts
    assert all(one.part_of == whole.id for one in rest)
    assert sum(killed(one) or 0 for one in rest) <= toll


@pytest.mark.parametrize(("language", "text"), APART)
def test_what_is_told_beside_is_no_part(language: str, text: str) -> None:
    """Incidents of other places and days, or another province, count for themselves."""
    assert [one.part_of for one in read(text, language)] == [None, None]


@pytest.mark.parametrize(("language", "text", "tolls"), SECTIONS)
def test_a_lead_sums_up_what_stands_below_it(language: str, text: str, tolls: list[int]) -> None:
    """A sum that opens a report counts the items of its sections too, and none counts twice."""
    whole, *rest = read(text, language)
    assert [killed(one) for one in (whole, *rest)] == tolls
    assert all(one.part_of == whole.id for one in rest)


def test_a_section_of_another_place_is_in_no_sum() -> None:
    """Under the heading of another place nothing is counted by the sum of the first."""
    text = (
        "Kobi state\n\nTwenty people were killed in Kobi state over the week. On 4 June, three men "
        "were shot dead in Dola.\n\nTarra state\n\nOn 5 June, a mine killed two girls in Sare."
    )
    whole, part, other = read(text, "en")
    assert (part.part_of, other.part_of) == (whole.id, None)
