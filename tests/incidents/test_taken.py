"""Those taken, hurt and let go: which numbers count as detained, abducted or injured."""

import pytest

from incidents.extract import extract
from incidents.finders.places import NoNames
from incidents.report import Report
from tests.incidents.reading import read

TAKEN = [
    ("en", "Rebels detained four local staff of a charity in Dola on Sunday.", {"detained": 4}),
    ("en", "Police arrested six local journalists in Dola on Sunday.", {"detained": 6}),
    ("en", "Soldiers apprehended three cadres of the group in Dola on Sunday.", {"detained": 3}),
    ("en", "Police took in 17 activists for questioning in Dola on Sunday.", {"detained": 17}),
    ("en", "Authorities in Dola remanded nine unionists on Sunday.", {"detained": 9}),
    ("fr", "Quatre soldats ont été faits prisonniers dimanche à Dola.", {"abducted": 4}),
    ("en", "Gunmen raided Dola on Sunday, taking 23 people into the forest.", {"abducted": 23}),
    (
        "en",
        "Armed men seized a bus in Dola on Sunday, making off with 16 passengers.",
        {"abducted": 16},
    ),
    ("en", "Four nurses were held for two hours by gunmen in Dola on Sunday.", {"abducted": 4}),
    (
        "en",
        "Soldiers raided a camp in Dola on Sunday, rounding up some 60 young men.",
        {"detained": 60},
    ),
    (
        "en",
        "Police broke up a march in Dola on Sunday. The 14 arrested were charged.",
        {"detained": 14},
    ),
    ("fr", "Quatre femmes ont été emmenées par des miliciens dimanche à Dola.", {"abducted": 4}),
    ("fr", "Des hommes armés ont attaqué Dola dimanche, emmenant 12 personnes.", {"abducted": 12}),
    (
        "fr",
        "Les militaires ont bouclé Dola dimanche et raflé une soixantaine de jeunes.",
        {"detained": 60},
    ),
]

CAPTURED = [
    (
        "en",
        "Militants ambushed a convoy in Dola on Sunday, killing three soldiers and capturing two.",
        {"killed": 3, "abducted": 2},
    ),
    (
        "en",
        "Troops stormed a camp in Dola on Sunday, killing five rebels and capturing three.",
        {"killed": 5, "detained": 3},
    ),
    (
        "en",
        "Six rebels died in a clash with troops in Dola on Sunday and three others were captured.",
        {"killed": 6, "detained": 3},
    ),
    (
        "fr",
        (
            "L'armée a repoussé un assaut dimanche à Dola : cinq miliciens ont été tués et deux "
            "autres capturés."
        ),
        {"killed": 5, "detained": 2},
    ),
    (
        "fr",
        (
            "Trois gendarmes ont été tués dimanche dans une embuscade à Dola et "
            "quatre autres faits prisonniers."
        ),
        {"killed": 3, "abducted": 4},
    ),
]

LOOSE = [
    (
        "en",
        "About 400 inmates escaped from Dola prison on Sunday after gunmen blew up the gate.",
        {},
    ),
    ("en", "Gunmen attacked the prison of Dola on Sunday, freeing more than 1,200 prisoners.", {}),
    ("en", "On Sunday four hostages were handed over in Dola in return for 200 prisoners.", {}),
    (
        "en",
        "Police freed three hostages and arrested 13 people in Dola on Sunday.",
        {"detained": 13},
    ),
    (
        "en",
        "Guards shot dead five inmates in a riot in the prison of Dola on Sunday.",
        {"killed": 5},
    ),
    (
        "fr",
        (
            "Des gangs ont attaqué la prison de Dola dimanche. Environ 500 détenus se sont évadés "
            "et deux gardiens ont été tués."
        ),
        {"killed": 2},
    ),
    (
        "fr",
        "Des gangs ont attaqué la prison de Dola dimanche, causant l'évasion de 500 détenus.",
        {},
    ),
    ("fr", "Trois otages ont été libérés dimanche à Dola en échange de 90 prisonniers.", {}),
    ("fr", "Sept prisonniers ont été tués par des gardiens dimanche à Dola.", {"killed": 7}),
]

HURT = [
    (
        "en",
        "A drone hit a house in Dola on Sunday, killing a couple and hurting their three children.",
        {"killed": 2, "injured": 3},
    ),
    (
        "en",
        "Shelling in Dola on Sunday left two dead and three with shrapnel wounds.",
        {"killed": 2, "injured": 3},
    ),
    (
        "en",
        "A car bomb went off in Dola on Sunday, leaving 12 people with injuries.",
        {"injured": 12},
    ),
    (
        "en",
        "Police fired on a crowd in Dola on Sunday, killing one and sending 14 to hospital.",
        {"killed": 1, "injured": 14},
    ),
    (
        "en",
        "A mine exploded in Dola on Sunday, killing a boy; his two brothers lost their legs.",
        {"killed": 1, "injured": 2},
    ),
]


@pytest.mark.parametrize(("language", "text", "tolls"), [*TAKEN, *CAPTURED, *LOOSE, *HURT])
def test_what_befell_those_counted(language: str, text: str, tolls: dict[str, int]) -> None:
    report = Report(id="r", text=text, published="2024-06-10", language=language)
    found = extract(report, NoNames()).incidents
    assert found
    told = {
        key: count.low
        for incident in found
        for key, count in incident.casualties.items()
        if key in {"killed", "injured", "abducted", "detained"}
    }
    assert told == tolls


def test_a_mine_that_collapses_is_none_that_was_laid() -> None:
    text = "Nine workers died when a mine in Dola collapsed on Sunday."
    report = Report(id="r", text=text, published="2024-06-10", language="en")
    assert not extract(report, NoNames()).incidents


LED = (
    "The army held an operation to arrest a rebel leader in Dola on Sunday. The leader is"
    " believed to have led attacks against troops. Several suspected rebels were detained."
)


@pytest.mark.parametrize(
    ("text", "language", "taken"),
    [
        ("Forces detained a Taliban leader and one suspected insurgent on Sunday.", "en", 2),
        ("Forces captured a senior M23 commander and two fighters on Sunday.", "en", 3),
        ("Les soldats ont arrêté un chef du M23 et un suspect dimanche.", "fr", 2),
        ("Troops captured more than 30 suspected insurgents and killed seven fighters.", "en", 30),
        (LED, "en", 3),
    ],
)
def test_all_of_a_list_are_taken(text: str, language: str, taken: int) -> None:
    """A group's name in it is no source of its own, and a leader's past no attack."""
    (only,) = read(text, language)
    assert only.casualties["detained"].low == taken
