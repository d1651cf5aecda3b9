"""Across sentences: what goes on telling of an incident, and what begins another."""

import pytest

from tests.incidents.reading import read

ONE = [
    (
        "en",
        (
            "Gunmen attacked Dola on Sunday, killing 13 people.\n\nThe assailants opened "
            "fire on traders at a well.\n\nThey burned the market and looted shops."
        ),
    ),
    (
        "en",
        (
            "Separatists killed 20 people in the village of Dola on Sunday. Fighters "
            "attacked the village in Kobi while people slept."
        ),
    ),
    (
        "en",
        (
            "Gunmen kill 13 in Dola\n\nGunmen killed at least 13 people in Dola on Sunday, "
            "police said."
        ),
    ),
    (
        "fr",
        (
            "Un kamikaze s'est fait exploser dimanche à Dola, tuant cinq personnes. "
            "L'explosion a également blessé onze passants."
        ),
    ),
    (
        "fr",
        (
            "Des hommes armés ont attaqué Dola dimanche, tuant dix personnes.\n\nIls ont "
            "aussi brûlé le marché et pillé la pharmacie."
        ),
    ),
]

ONE += [
    (
        "en",
        (
            "Fighters attacked a hotel in Dola on Sunday, killing 11 people.\n\nA car bomb "
            "went off at the gate before gunmen stormed the building."
        ),
    ),
    (
        "fr",
        (
            "Des jihadistes ont attaqué un hôtel de Dola dimanche, tuant 11 personnes. Une "
            "voiture piégée a explosé devant l'entrée."
        ),
    ),
]

ONE += [
    (
        "en",
        (
            "Gunmen killed nine people at a market in Dola on Sunday.\n\nFlags flew at half mast "
            "across the country.\n\nA tailor lost his nephew, who was shot while he prayed.\n\n"
            "Another 14 people were wounded."
        ),
    ),
    (
        "en",
        (
            "Gunmen killed nine people at a market in Dola on Sunday.\n\nSix of the attackers "
            "were also killed, the army said.\n\nThe president, who was at a summit in Kobi, "
            "called the attack cowardly."
        ),
    ),
    (
        "en",
        "Armed men abducted six drivers near Dola on 2 June. The drivers were freed on 4 June.",
    ),
    (
        "fr",
        (
            "Des hommes armés ont tué neuf personnes dimanche au marché de Dola.\n\nLes écoles "
            "sont restées fermées.\n\nUn tailleur a perdu son neveu, abattu pendant la prière.\n\n"
            "Quatorze personnes ont en outre été blessées, selon l'hôpital."
        ),
    ),
    (
        "en",
        (
            "Drone kills four at a wedding in Dola\n\nA drone fired on a wedding in Dola on "
            "Sunday, killing four people.\n\nThe mayor condemned the strike in Dola."
        ),
    ),
]

ONE += [
    (
        "en",
        (
            "Gunmen shot 21 people dead in Dola on 2 June.\n\nTwo of the wounded died in a "
            "hospital in Kobi on 4 June."
        ),
    ),
    (
        "fr",
        (
            "Des hommes armés ont abattu 21 personnes à Dola le 2 juin.\n\nDeux blessés sont "
            "morts à l'hôpital de Kobi le 4 juin."
        ),
    ),
    (
        "fr",
        (
            "Des hommes armés ont tué treize voyageurs près de Dola le 2 juin.\n\nLe 3 juin, un "
            "premier communiqué du gouvernorat avait parlé de neuf tués."
        ),
    ),
    (
        "en",
        (
            "The assault on the villages of Dola and Kobi on 2 June left 40 people dead, the "
            "mayor said."
        ),
    ),
    (
        "en",
        (
            "Drones kill five in Dola and Kobi\n\nDrones killed five people in Dola on Sunday, "
            "officials said."
        ),
    ),
]

TWO = [
    (
        "en",
        "Gunmen killed 21 people in Dola on 2 June.\n\nTwo people died in Kobi on 4 June.",
    ),
    (
        "en",
        "Gunmen killed nine people in Dola on Sunday.\n\nAnother 14 were wounded in Kobi.",
    ),
    (
        "en",
        (
            "Drone kills four at a wedding in Dola\n\nA drone fired on a wedding in Dola on "
            "Sunday, killing four people.\n\nTeachers held a strike against the new tax in Kobi."
        ),
    ),
    (
        "en",
        ("A missile attack on Dola on Sunday killed a soldier. A peacekeeper was hurt near Kobi."),
    ),
    ("en", "Rebels clashed with troops near Dola on Sunday. Soldiers later executed ten men."),
    ("en", "On 2 June shelling killed ten people in Dola, and on 5 June five died in Kobi."),
    ("fr", "Le 2 juin, des tirs ont tué dix civils à Dola, et le 5 juin cinq sont morts à Kobi."),
    ("en", "Gunmen killed two in Dola on Sunday. The same day, a mine killed four in Kobi."),
    (
        "fr",
        (
            "Des rebelles ont affronté l'armée à Dola dimanche. Des soldats ont ensuite "
            "exécuté dix hommes."
        ),
    ),
    (
        "fr",
        (
            "Une attaque a fait deux morts à Dola dimanche. Par ailleurs, une mine a tué "
            "trois bergers à Kobi."
        ),
    ),
]


@pytest.mark.parametrize(("language", "text"), ONE)
def test_one_event_told_on_is_one_incident(language: str, text: str) -> None:
    """Those told of, the village told of and a headline begin no second incident."""
    assert len(read(text, language)) == 1


@pytest.mark.parametrize(("language", "text"), TWO)
def test_another_place_or_a_later_deed_is_another_incident(language: str, text: str) -> None:
    """Another place, or what others did later, is told apart."""
    assert len(read(text, language)) == 2


def test_the_first_words_of_a_headline_yield_to_the_body() -> None:
    """A headline rounds: "at least 13" in the body is an open count."""
    text = "Gunmen kill 13 in Dola\n\nGunmen killed at least 13 people in Dola on Sunday."
    (one,) = read(text, "en")
    assert (one.casualties["killed"].low, one.casualties["killed"].high) == (13, None)
