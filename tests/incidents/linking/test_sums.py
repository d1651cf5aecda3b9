"""Numbers of one sentence: what adds up, what is told of each place, what is of another toll."""

import pytest

from tests.incidents.reading import killed, read

SUMS = [
    ("en", "Six soldiers were killed and ten militants died in a clash near Dola on Sunday.", 16),
    (
        "en",
        ("Rebels ambushed a patrol in Dola on Sunday, killing four soldiers and two civilians."),
        6,
    ),
    (
        "en",
        ("Troops killed nine bandits in Dola on Sunday, while two soldiers lost their lives."),
        11,
    ),
    (
        "en",
        ("Rebels stormed a base in Dola on Sunday; eight soldiers died, along with five traders."),
        13,
    ),
    (
        "en",
        ("Clashes in Dola on Sunday left 34 dead: 20 fighters, ten soldiers and four civilians."),
        34,
    ),
    (
        "en",
        ("Gunmen killed three people in Dola on Sunday, raising the death toll this year to 70."),
        3,
    ),
    ("en", "Ten men were arrested by soldiers in Dola on Sunday and later executed.", 10),
    (
        "en",
        ("Soldiers arrested ten men in Dola on Sunday. Their bodies were found the next day."),
        10,
    ),
    ("fr", "Six soldats ont été tués dimanche à Dola, et dix terroristes neutralisés.", 16),
    ("fr", "Treize miliciens de la CODECO et deux militaires sont morts dimanche à Dola.", 15),
    (
        "fr",
        ("Six civils ont été tués à Dola dimanche, portant à 31 le nombre de morts depuis mai."),
        6,
    ),
    ("fr", "Trois jeunes ont été arrêtés par des gendarmes lundi à Dola, puis exécutés.", 3),
    ("fr", "L'attaque a fait 17 morts, dont quatre femmes et six enfants, dimanche à Dola.", 17),
]

EACH = [
    (
        "en",
        ("Gunmen raided Dola and Kobi on Sunday, killing four and six people respectively."),
        [4, 6],
    ),
    ("en", "On Monday gunmen killed 4 people in Dola and 6 in Kobi.", [4, 6]),
    ("en", "Raids in Dola (four dead) and in Kobi (six dead) shook the north on Sunday.", [4, 6]),
    (
        "fr",
        (
            "Les villages de Dola et de Kobi ont été attaqués, faisant respectivement trois"
            " et cinq morts."
        ),
        [3, 5],
    ),
    (
        "fr",
        "Des attaques à Dola (quatre morts) et à Kobi (six morts) ont eu lieu dimanche.",
        [4, 6],
    ),
    ("fr", "Des hommes armés ont tué quatre personnes à Dola et six à Kobi, samedi.", [4, 6]),
]


@pytest.mark.parametrize(("language", "text", "toll"), SUMS)
def test_the_dead_of_one_incident_add_up(language: str, text: str, toll: int) -> None:
    """Both sides count; a breakdown, a sum over months and a verb's second object do not."""
    assert [killed(one) for one in read(text, language)] == [toll]


@pytest.mark.parametrize(("language", "text", "tolls"), EACH)
def test_each_place_has_its_own_toll(language: str, text: str, tolls: list[int]) -> None:
    """Places of a list with a number each are incidents of their own, on one day."""
    found = read(text, language)
    assert [killed(one) for one in found] == tolls
    assert [(one.place.text or "").split()[-1] for one in found] == ["Dola", "Kobi"]
    assert len({one.date for one in found if one.date and one.date.basis != "inherited"}) == 1
