"""Sentences that tell of several events: lists, and what one sentence shares among them."""

import pytest

from incidents.records import Incident
from tests.incidents.reading import read as incidents

Told = tuple[str | None, str | None, int | None]


def told(one: Incident) -> Told:
    killed = one.casualties.get("killed")
    return (
        one.place.text,
        one.date.edtf if one.date else None,
        killed.best if killed else None,
    )


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Twelve people were killed in Dola, eight in Kobi and five in Sare on 3 June.",
            [("Dola", "2024-06-03", 12), ("Kobi", "2024-06-03", 8), ("Sare", "2024-06-03", 5)],
        ),
        (
            "fr",
            "Le 3 juin, douze personnes ont été tuées à Dola, huit à Kobi et cinq à Sare.",
            [("Dola", "2024-06-03", 12), ("Kobi", "2024-06-03", 8), ("Sare", "2024-06-03", 5)],
        ),
        (
            "en",
            "Gunmen killed four people in Dola on 2 June and six in Kobi on 4 June.",
            [("Dola", "2024-06-02", 4), ("Kobi", "2024-06-04", 6)],
        ),
        (
            "fr",
            "Le 2 juin, dix civils ont été tués à Dola et le 4 juin, cinq à Kobi.",
            [("Dola", "2024-06-02", 10), ("Kobi", "2024-06-04", 5)],
        ),
    ],
)
def test_a_list_without_its_verb_tells_of_several(
    language: str, text: str, expected: list[Told]
) -> None:
    assert [told(one) for one in incidents(text, language)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed four people and abducted six in Dola on 3 June.",
        "Gunmen killed four soldiers and six civilians in Dola on 3 June.",
        "An attack in Dola on 3 June killed four people, including two in a car.",
    ],
)
def test_numbers_of_one_place_are_one_event(text: str) -> None:
    assert len(incidents(text)) == 1


def test_a_list_after_a_colon_tells_the_parts_of_its_toll() -> None:
    whole, *parts = incidents(
        "Le 3 juin, des hommes armés ont tué 20 civils : 12 à Dola, 5 à Kobi et 3 à Sare.", "fr"
    )
    assert [told(one)[2] for one in (whole, *parts)] == [20, 12, 5, 3]
    assert {one.part_of for one in parts} == {whole.id}


def test_those_of_a_list_have_one_perpetrator() -> None:
    found = incidents("Gunmen killed three people in Dola and four in Kobi on 3 June.")
    assert all(any(a.role == "perpetrator" for a in one.actors) for one in found)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Six soldiers killed in Dola\n\nSix soldiers were killed on 3 June in Dola.",
            ("Dola", "2024-06-03", 6),
        ),
        (
            "fr",
            "Dix civils tués à Dola. Dix civils ont été tués le 3 juin dans une attaque à Dola.",
            ("Dola", "2024-06-03", 10),
        ),
    ],
)
def test_a_headline_without_a_day_is_told_by_the_body(
    language: str, text: str, expected: Told
) -> None:
    assert [told(one) for one in incidents(text, language)] == [expected]


def test_a_headline_with_another_toll_is_another_incident() -> None:
    found = incidents("Six soldiers killed in Dola\n\nOn 3 June nine soldiers were killed in Kobi.")
    assert len(found) == 2


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "A bomb in Dola on 3 June killed three, days after an attack that killed 20 in Kobi.",
            [("Dola", "2024-06-03", 3), ("Kobi", None, 20)],
        ),
        (
            "fr",
            "Une bombe a tué trois civils à Dola le 3 juin, trois jours après un raid à Kobi.",
            [("Dola", "2024-06-03", 3), ("Kobi", None, None)],
        ),
    ],
)
def test_what_an_event_came_after_keeps_to_itself(
    language: str, text: str, expected: list[Told]
) -> None:
    assert [told(one) for one in incidents(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Three people were killed and seven arrested in Dola on 3 June."),
        ("fr", "Trois personnes ont été tuées et sept arrêtées à Dola le 3 juin."),
    ],
)
def test_halves_of_a_sentence_share_its_end(language: str, text: str) -> None:
    found = incidents(text, language)
    assert {told(one)[:2] for one in found} == {("Dola", "2024-06-03")}
    counts = {key: count.best for one in found for key, count in one.casualties.items()}
    assert counts == {"killed": 3, "detained": 7}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "In Dola, where 50 people died in May, a raid killed three people on 3 June.",
            [("Dola", "2024-05", 50), ("Dola", "2024-06-03", 3)],
        ),
        (
            "en",
            "Gunmen killed four in Dola on 3 June and left for the town of Kobi, where six died.",
            [("Dola", "2024-06-03", 4), ("town of Kobi", "2024-06-03", 6)],
        ),
        (
            "en",
            "On 3 June gunmen stormed the village of Dola, where they killed six people.",
            [("village of Dola", "2024-06-03", 6)],
        ),
        (
            "fr",
            "Le 3 juin, des hommes ont attaqué le village de Dola, où ils ont tué six civils.",
            [("village de Dola", "2024-06-03", 6)],
        ),
    ],
)
def test_a_clause_of_place_keeps_to_its_place(
    language: str, text: str, expected: list[Told]
) -> None:
    assert [told(one) for one in incidents(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Three soldiers were killed in Dola on 3 June. Ten terrorists were also killed.",
        ),
        (
            "fr",
            "Trois soldats ont été tués à Dola le 3 juin. Dix terroristes ont également été tués.",
        ),
    ],
)
def test_losses_of_the_other_side_are_of_the_same_clash(language: str, text: str) -> None:
    assert [told(one) for one in incidents(text, language)] == [("Dola", "2024-06-03", 13)]


def test_losses_of_one_side_twice_are_not_added() -> None:
    found = incidents("Three soldiers were killed in Dola on 3 June. Two soldiers died in a raid.")
    assert [told(one)[2] for one in found] != [5]


def test_a_second_deed_has_the_subject_of_the_first() -> None:
    first, second = incidents(
        "Gunmen killed three soldiers in Dola on 2 June and abducted 12 women in Kobi on 3 June."
    )
    assert (told(first)[:2], told(second)[:2]) == (("Dola", "2024-06-02"), ("Kobi", "2024-06-03"))
    assert [a.role for a in second.actors if a.kind == "unidentified"] == ["perpetrator"]
    assert not any(a.kind == "state forces" for a in second.actors)
