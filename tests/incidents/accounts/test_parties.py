"""Who did it where an incident's own words don't say: claims, accusations, headings."""

import pytest

from incidents.extract import extract
from incidents.finders.places import NoNames
from incidents.report import Report


def perpetrators(text: str, language: str) -> list[list[tuple[str, str]]]:
    """Name the perpetrators of each incident, before the colon of their names, with the basis."""
    report = Report(id="x", text=text, published="2024-06-10", language=language)
    return [
        [
            (actor.name.split(":")[0], actor.basis)
            for actor in incident.actors
            if actor.role == "perpetrator"
        ]
        for incident in extract(report, NoNames()).incidents
    ]


BLA = "BLA"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            (
                "Gunmen killed 23 people in Musakhail, Pakistan, on Sunday. In Qalat, insurgents"
                " killed nine people on Monday. The Baloch Liberation Army claimed responsibility"
                " for the attacks."
            ),
            [[(BLA, "inherited")], [(BLA, "stated")]],
        ),
        (
            "fr",
            (
                "Des hommes armés ont tué 23 personnes dimanche à Musakhail, au Pakistan. À Qalat,"
                " des insurgés ont tué neuf personnes lundi. L'Armée de libération du Baloutchistan"
                " a revendiqué les attaques."
            ),
            [[(BLA, "inherited")], [(BLA, "stated")]],
        ),
        (
            "en",
            (
                "Attacks by M23\n\nOn Sunday, ten people were killed in Kishishe, DRC.\n\n"
                "Attacks by ADF\n\nOn Monday, four people were killed in Oicha, DRC."
            ),
            [[("M23", "inherited")], [("ADF", "inherited")]],
        ),
        (
            "en",
            (
                "Gunmen killed 23 people in Musakhail, Pakistan, on Sunday. In Qalat, soldiers"
                " killed nine people on Monday. The Baloch Liberation Army denied the attacks."
            ),
            [
                [("Unidentified Armed Group (Pakistan)", "stated")],
                [("Military Forces of Pakistan", "stated")],
            ],
        ),
    ],
)
def test_perpetrators_are_inherited(
    language: str, text: str, expected: list[list[tuple[str, str]]]
) -> None:
    assert perpetrators(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "An army vehicle hit an IED near Gao, Mali, on Sunday, killing two soldiers.",
            False,
        ),
        ("fr", "Un véhicule de l'armée a heurté un EEI mardi près de Gao, au Mali.", False),
        ("en", "A drone strike killed a leader of JNIM near Gao, Mali, on Sunday.", False),
        ("fr", "Un chef du GSIM a été tué mardi dans une frappe de drone près de Gao.", False),
        ("en", "A drone strike killed a village leader near Gao, Mali, on Sunday.", True),
        ("en", "A car bomb exploded at a market in Gao, Mali, on Sunday, killing ten.", True),
        ("en", "A bus hit a landmine near Gao, Mali, on Sunday, killing ten passengers.", True),
    ],
)
def test_a_soldiers_vehicle_is_no_civilian_target(
    language: str, text: str, *, expected: bool
) -> None:
    report = Report(id="x", text=text, published="2024-06-10", language=language)
    assert [i.civilian_targeting for i in extract(report, NoNames()).incidents] == [expected]


ARMED, MALI = "Unidentified Armed Group (Mali)", "Military Forces of Mali"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Al-Shabaab did not claim the attack that killed ten.", {"Al Shabaab": None}),
        ("en", "Three protesters were shot dead in Mali.", {"Protesters (Mali)": "victim"}),
        ("en", "Three soldiers killed and ten wounded in an ambush in Mali.", {MALI: "target"}),
        ("en", "Youths killed two men in Mali on Sunday.", {ARMED: "perpetrator"}),
        ("en", "Malian drones struck a depot on Sunday.", {MALI: "perpetrator"}),
        ("fr", "L'attaque du camp militaire de Gao, au Mali, a fait dix morts.", {MALI: "target"}),
        ("fr", "Trois manifestants ont été tués au Mali.", {"Protesters (Mali)": "victim"}),
        (
            "fr",
            "Des djihadistes ont été neutralisés mardi par l'armée au Mali.",
            {ARMED: "target", MALI: "perpetrator"},
        ),
        (
            "fr",
            "Trois journalistes ont été passés à tabac au Mali.",
            {"Civilians (Mali)": "victim"},
        ),
        ("fr", "Dix soldats tués et blessés mardi au Mali.", {MALI: "target"}),
        (
            "fr",
            "Les ADF, affiliés à l'organisation État islamique, ont tué dix civils mardi.",
            {"ADF": "perpetrator", "Islamic State": None},
        ),
        (
            "en",
            "Malian air defences shot down four drones launched by JNIM on Sunday.",
            {MALI: "perpetrator", "JNIM": "target"},
        ),
        (
            "en",
            "Malian soldiers in Gao repelled a JNIM attack on Sunday.",
            {MALI: "opponent", "JNIM": "perpetrator"},
        ),
        (
            "en",
            "A drone strike of the Malian army killed ten people in Gao on Sunday.",
            {MALI: "perpetrator"},
        ),
        (
            "en",
            "An army jeep struck an explosive device in Gao, Mali, on Sunday.",
            {MALI: "target"},
        ),
        (
            "en",
            "The wife of a Malian soldier was killed by JNIM in Gao on Sunday.",
            {MALI: None, "JNIM": "perpetrator"},
        ),
        (
            "en",
            "Ten aid workers whom JNIM abducted in Mali on Sunday are alive.",
            {"JNIM": "perpetrator"},
        ),
        (
            "en",
            "Residents blamed the attack that killed ten people in Gao, Mali, on Sunday on JNIM.",
            {"JNIM": "perpetrator"},
        ),
        (
            "fr",
            "Un poste de l'armée à Gao, au Mali, a essuyé des tirs de mortier du GSIM dimanche.",
            {MALI: "target", "JNIM": "perpetrator"},
        ),
        (
            "fr",
            "Un drone de l'armée a frappé un marché dimanche à Gao, au Mali, tuant dix civils.",
            {MALI: "perpetrator"},
        ),
        (
            "fr",
            "Une patrouille de l'armée est tombée dimanche dans une embuscade à Gao, au Mali.",
            {MALI: "target"},
        ),
        (
            "fr",
            "Des affrontements entre Peuls et Dogons ont fait dix morts mardi au Mali.",
            {"Fulani Ethnic Militia (Mali)": "opponent"},
        ),
    ],
)
def test_roles_of_an_incident(language: str, text: str, expected: dict[str, str | None]) -> None:
    report = Report(id="x", text=text, published="2024-06-10", language=language)
    (incident,) = extract(report, NoNames()).incidents
    roles = {actor.name.split(":")[0]: actor.role for actor in incident.actors}
    assert {name: roles.get(name) for name in expected} == expected
