"""Words of violence that tell of none: figures of speech, sport, mishaps, beasts."""

import pytest

from tests.incidents.reading import read


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The deputy was shot down in debate in Dola on Sunday."),
        ("en", "Folk songs exploded in popularity in Dola on Sunday."),
        ("en", "Social media exploded with anger in Dola on Sunday."),
        ("en", "The governor came under fire in Dola on Sunday over the tax."),
        ("en", "Fans attacked his tactics in Dola on Sunday."),
        ("en", "Kobi slaughtered Bako United 4-0 in Dola on Sunday."),
        ("en", "The bill was killed in parliament in Dola on Sunday."),
        ("en", "A comedian killed it on stage in Dola on Sunday."),
        ("en", "A singer stormed the stage in Dola on Sunday."),
        ("en", "Poachers shot nine elephants dead near Dola on Sunday."),
        ("en", "A herd of buffalo trampled a farmer to death near Dola on Sunday."),
        ("en", "Two lions were poisoned near Dola on Sunday."),
        ("en", "A hit-and-run driver killed two people in Dola on Sunday."),
        ("en", "A drunk driver killed three pedestrians in Dola on Sunday."),
        ("en", "The bus that carried the guests overturned near Dola on Sunday, killing three."),
        ("en", "The victims of the attack were buried in Dola on Sunday."),
        ("en", "Critics came under fire in Dola on Sunday."),
        ("fr", "L'ambassade a mis en garde dimanche contre un risque d'enlèvement à Dola."),
        ("fr", "Le préfet a essuyé le feu des critiques dimanche à Dola."),
        ("fr", "Le débat a explosé au parlement dimanche à Dola."),
        ("fr", "L'équipe de Dola a été massacrée 5-0 par Kobi dimanche."),
        ("fr", "Des braconniers ont abattu neuf éléphants dimanche à Dola."),
        ("fr", "Un chauffard a tué deux piétons dimanche à Dola."),
        ("fr", "Une bonbonne de gaz a explosé dimanche à Dola, faisant deux morts."),
    ],
)
def test_a_figure_of_speech_or_a_mishap_is_no_incident(language: str, text: str) -> None:
    """Nobody was attacked."""
    assert read(text, language) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hunters shot nine villagers dead near Dola on Sunday.",
        "Gunmen shot a farmer and his dog near Dola on Sunday.",
        "A bus came under fire near Dola on Sunday.",
        "A bomb exploded in a bus in Dola on Sunday.",
        "Fighting erupted in Dola on Sunday.",
        "Gunmen stormed the parliament in Dola on Sunday.",
        "A day after gunmen killed nine people in Dola the Council met in Kobi.",
    ],
)
def test_a_deed_in_like_words_is_an_incident(text: str) -> None:
    """The same words of people, and by people, still tell of a deed."""
    assert len(read(text)) == 1
