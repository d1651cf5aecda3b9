"""Whom a report as a whole holds to account, and which of its incidents inherit that."""

import pytest

from incidents.extract import extract
from incidents.finders.places import NoNames
from incidents.report import Report


def doers(text: str, language: str) -> list[list[str]]:
    """Name the perpetrators of each incident, before the colon of their names."""
    report = Report(id="x", text=text, published="2024-06-10", language=language)
    return [
        [actor.name.split(":")[0] for actor in incident.actors if actor.role == "perpetrator"]
        for incident in extract(report, NoNames()).incidents
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            (
                "BAMAKO - An attack on Gao, Mali, killed 70 people on Tuesday.\n\n"
                "On Wednesday gunmen stormed a school in Ansongo and shot dead ten cadets.\n\n"
                "JNIM claimed the attacks."
            ),
            [["JNIM"], ["JNIM"]],
        ),
        (
            "fr",
            (
                "Une attaque a fait 70 morts mardi à Gao, au Mali.\n\n"
                "Mercredi, des hommes armés ont pénétré dans une école d'Ansongo, tuant dix élèves."
                "\n\nLe GSIM a revendiqué les attaques."
            ),
            [["JNIM"], ["JNIM"]],
        ),
        (
            "en",
            (
                "The RSF attacked civilians in El Fasher, Sudan, between mid-May and late June.\n\n"
                "On June 3, fighters abducted 12 men near Shagra."
            ),
            [["RSF"], ["RSF"]],
        ),
        (
            "en",
            (
                "Homs province: JNIM fighters carried out several attacks on farmers.\n\n"
                "Hama province: A mine killed two men in Hama on Sunday."
            ),
            [["JNIM"], []],
        ),
    ],
)
def test_who_is_blamed_for_more_than_one_incident(
    language: str, text: str, expected: list[list[str]]
) -> None:
    assert doers(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "The army said 12 militants were killed near Gao, Mali, on Sunday.",
            [["Military Forces of Mali"]],
        ),
        (
            "en",
            "Twenty soldiers were killed near Afgooye, Somalia, on Monday, al-Shabaab said.",
            [["Al Shabaab"]],
        ),
        (
            "fr",
            "L'armée a annoncé que 12 terroristes ont été neutralisés dimanche à Gao, au Mali.",
            [["Military Forces of Mali"]],
        ),
        (
            "en",
            "The army said three soldiers were killed near Gao, Mali, on Sunday.",
            [[]],
        ),
        (
            "en",
            "JNIM killed ten soldiers near Gao, Mali, on Sunday; the army said two rebels died.",
            [["JNIM"]],
        ),
    ],
)
def test_who_tells_of_an_enemys_losses_inflicted_them_where_nobody_else_did(
    language: str, text: str, expected: list[list[str]]
) -> None:
    assert doers(text, language) == expected
