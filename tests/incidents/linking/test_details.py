"""A sentence of no event lends its day and place to the incident that was just told."""

import pytest

from tests.incidents.reading import read as incidents

LENT = [
    ("en", "2024-06-08", "Five died in a raid on Dola. It happened on Saturday evening."),
    ("en", "2024-06-07", "Armed men took 20 miners hostage. “They came on Friday,” one said."),
    ("en", "2024-06-07", "Rebels captured the town of Dola. The town fell on Friday night."),
    ("en", "2024-06-02", "Three fishermen were abducted. Their boat was intercepted on 2 June."),
    (
        "en",
        "2024-06-06/2024-06-07",
        "Gunmen killed 23 in Dola.\n\nThe killings took place between Thursday and Friday.",
    ),
    ("fr", "2024-06-08", "Cinq civils ont été tués à Dola. Le drame est survenu samedi."),
    ("fr", "2024-06-06", "Dix civils ont été tués à Dola. Les assaillants sont arrivés jeudi."),
    (
        "fr",
        "2024-06-07/2024-06-08",
        "Cinq civils ont péri à Dola. Les faits se sont déroulés de vendredi à samedi.",
    ),
]


@pytest.mark.parametrize(("language", "day", "text"), LENT)
def test_a_detail_dates_the_incident_before_it(language: str, day: str, text: str) -> None:
    (incident,) = incidents(text, language)
    assert incident.date is not None
    assert (incident.date.edtf, incident.date.basis) in {(day, "relative"), (day, "stated")}


NOT_LENT = [
    ("en", "Gunmen killed five people in Dola. The vote took place on Saturday."),
    ("en", "Gunmen killed five people in Dola. The minister arrived on Saturday."),
    ("en", "Gunmen killed five people in Dola. They were farmers, he said on Saturday."),
    ("fr", "Dix civils ont été tués à Dola. Le scrutin a eu lieu samedi."),
]


@pytest.mark.parametrize(("language", "text"), NOT_LENT)
def test_another_matter_dates_nothing(language: str, text: str) -> None:
    (incident,) = incidents(text, language)
    assert incident.date is not None
    assert incident.date.basis == "publication"


def test_a_day_that_is_told_stands_against_a_detail() -> None:
    (incident,) = incidents("On 3 June, gunmen killed five people in Dola. They left on 5 June.")
    assert incident.date is not None
    assert incident.date.edtf == "2024-06-03"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Gunmen killed five people in Dola, police said on Saturday."),
        ("en", "The army said on Saturday that its troops had killed five rebels in Dola."),
        ("fr", "L'armée a annoncé samedi avoir tué cinq rebelles à Dola."),
        ("fr", "Cinq civils ont été tués à Dola, a indiqué samedi le maire."),
    ],
)
def test_what_is_only_told_on_a_day_was_no_later(language: str, text: str) -> None:
    (incident,) = incidents(text, language)
    assert incident.date is not None
    assert (incident.date.edtf, incident.date.basis) == ("2024-06-08", "publication")


OPENED = [
    (
        "en",
        "2024-06-03",
        "On 3 June, villagers met at the well. Soldiers opened fire, killing six.",
    ),
    (
        "en",
        "2024-06-06",
        "On Thursday the convoy left Dola. Gunmen ambushed it, killing 12 soldiers.",
    ),
    ("fr", "2024-06-03", "Le 3 juin, on priait au village. Des soldats ont tué six personnes."),
    ("fr", "2024-06-08", "Que s'est-il passé samedi à Dola ? Des soldats ont tué 56 personnes."),
]


@pytest.mark.parametrize(("language", "day", "text"), OPENED)
def test_the_sentence_before_sets_the_day(language: str, day: str, text: str) -> None:
    (incident,) = incidents(text, language)
    assert incident.date is not None
    assert incident.date.edtf == day
    assert incident.date.basis in {"stated", "relative"}


@pytest.mark.parametrize(
    "text",
    [
        "On 3 June there was a vote.\n\nGunmen killed five people in Dola.",
        "Police said on Saturday that calm had returned. Gunmen killed five people in Dola.",
    ],
)
def test_a_day_of_another_paragraph_or_of_words_sets_none(text: str) -> None:
    (incident,) = incidents(text)
    assert incident.date is not None
    assert incident.date.basis == "publication"


def test_a_span_of_months_is_not_passed_on_to_the_next_paragraph() -> None:
    text = "Drones killed 40 in Dola since early 2024.\n\nA mob burned a shop in Kobi."
    last = incidents(text)[-1]
    assert last.date is not None
    assert last.date.basis == "publication"


@pytest.mark.parametrize(
    ("language", "text", "killed"),
    [
        ("en", "On 3 June a pick-up struck a mine near Dola. Two KIA, 3 WIA.", 2),
        ("fr", "Des combats ont repris samedi à Dola. Trois corps ont été ramenés dimanche.", 3),
    ],
)
def test_a_bare_toll_belongs_to_the_incident_before_it(
    language: str, text: str, killed: int
) -> None:
    (incident,) = incidents(text, language)
    assert incident.casualties["killed"].low == killed


@pytest.mark.parametrize(
    ("language", "status", "text"),
    [
        ("en", "alleged", "Soldiers allegedly killed six people in Dola on 3 June."),
        ("en", "alleged", "The army is accused of killing six people in Dola on 3 June."),
        ("en", "reported", "Suspected rebels killed six people in Dola on 3 June."),
        ("en", "claimed", "Al-Shabaab said it had killed six soldiers in Dola on 3 June."),
        ("fr", "alleged", "Des soldats auraient tué six personnes à Dola le 3 juin."),
        ("fr", "alleged", "L'armée est accusée d'avoir tué six personnes à Dola le 3 juin."),
        ("fr", "reported", "Des jihadistes présumés ont tué six personnes à Dola le 3 juin."),
    ],
)
def test_a_hedge_or_a_boast_settles_how_it_is_put(language: str, status: str, text: str) -> None:
    (incident,) = incidents(text, language)
    assert incident.status == status


@pytest.mark.parametrize(
    ("language", "day", "text"),
    [
        ("en", "2024-06-06", "Dola – 6 June – Bandits killed 12 farmers near Kobi."),
        ("en", "2024-06-06", "Date: 6 June 2024\nPlace: Dola\n\nBandits killed 12 farmers."),
        ("fr", "2024-06-06", "Date : 6 juin 2024\nLieu : Dola\n\nDes bandits ont tué 12 paysans."),
        ("en", "2024-06-09", "On Sunday – the fourth day of the offensive – rebels seized Dola."),
    ],
)
def test_a_dispatch_that_was_published_later_keeps_its_day(
    language: str, day: str, text: str
) -> None:
    (incident,) = incidents(text, language)
    assert incident.date is not None
    assert incident.date.edtf == day


def test_armed_people_of_the_next_sentence_say_when_they_came() -> None:
    text = (
        "At least 47 worshippers were killed in Dola, officials said.\n\n"
        "Fighters of the Allied Democratic Forces were at the church at about 1 a.m. Sunday."
    )
    (incident,) = incidents(text)
    assert incident.date is not None
    assert incident.date.edtf == "2024-06-09"
