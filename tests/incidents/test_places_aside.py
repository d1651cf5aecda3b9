"""Places that are named without anything happening there, and what the words say contains what."""

import pytest

from incidents.finders.places import find_places
from incidents.finders.places.aside import ABROAD, Aside, asides
from incidents.mentions import PlaceMention
from tests.incidents.place_names import SomeNames

NAMES = SomeNames()
WAYS = [(language, way) for language in ("en", "fr") for way in asides(language)]


def marked(text: str, language: str) -> PlaceMention | None:
    """Return the mention that ends where the brackets of `text` end, if it is one."""
    end = text.index("]") - 1
    found = find_places(text.replace("[", "").replace("]", ""), NAMES, language)
    return next((m for m in found if any(name.end == end for name in m.names)), None)


def is_aside(text: str, language: str, way: Aside) -> bool:
    """Tell whether the place in brackets is set aside, in the way's own manner."""
    mention = marked(text, language)
    if way.kind == "abroad":
        return mention is not None and mention.rule == ABROAD
    return mention is None or not mention.locative


@pytest.mark.parametrize(("language", "way"), WAYS, ids=lambda value: getattr(value, "id", value))
def test_words_set_their_examples_aside_and_no_others(language: str, way: Aside) -> None:
    assert [text for text in way.match if not is_aside(text, language, way)] == []
    assert [text for text in way.no_match if is_aside(text, language, way)] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ten died, the ministry of Solhan said.", "en"),
        ("Dix morts, selon le ministère de la Solhan.", "fr"),
        ("Le ministre du Gao a parlé.", "fr"),
    ],
)
def test_what_an_office_is_for_is_no_place(text: str, language: str) -> None:
    assert find_places(text, NAMES, language) == []


@pytest.mark.parametrize(
    ("text", "language", "inner", "outer"),
    [
        ("tués à Boro et Tana, dans le cercle de Bankass", "fr", "Boro", ["Bankass"]),
        ("tués à Dori et à Boni, dans la région de Mopti", "fr", "Dori", ["Mopti"]),
        ("tués à Dori et Boni, deux villages de la région de Mopti", "fr", "Dori", ["Mopti"]),
        ("les villages de Boro et Tana, dans la région de Mopti", "fr", "villages de Boro",
         ["Mopti"]),
        ("dans trois villages du cercle de Koro, dans l'est du Mali", "fr", "cercle de Koro",
         ["Mali"]),
        ("killed in Dori and Boni, two villages in the Mopti region", "en", "Boni", ["Mopti"]),
        ("killed in Gao, Kidal and Boni, in Mopti region", "en", "Gao", ["Mopti"]),
        ("killed 12 in Boni in Nigeria's Borno State", "en", "Boni", ["Borno", "Nigeria"]),
        ("killed 12 in northern Nigeria's Borno State", "en", "Borno State", ["Nigeria"]),
    ],
)  # fmt: skip
def test_places_of_a_row_share_their_container(
    text: str, language: str, inner: str, outer: list[str]
) -> None:
    found = {m.text: m for m in find_places(text, NAMES, language)}
    assert [span.of(text) for span in found[inner].within] == outer


def test_speaker_contains_nothing() -> None:
    text = "Troops captured the town of Boni, Bamako said."
    found = {m.text: m for m in find_places(text, NAMES, "en")}
    assert found["town of Boni"].within == ()
    assert not found["Bamako"].locative


@pytest.mark.parametrize(
    ("text", "language", "inner", "outer"),
    [
        ("Borno: troops were ambushed near Dori.", "en", "near Dori", ["Borno"]),
        ("Mopti : une attaque à Boni. Une autre à Dori.", "fr", "Dori", ["Mopti"]),
        ("Mopti : rien.\nUne attaque à Boni.", "fr", "Boni", []),
    ],
)
def test_heading_of_a_line_contains_its_places(
    text: str, language: str, inner: str, outer: list[str]
) -> None:
    found = {m.text: m for m in find_places(text, NAMES, language)}
    assert [span.of(text) for span in found[inner].within] == outer
