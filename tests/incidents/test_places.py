"""The place finder: every rule's examples, what is never a place, and spans on any text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.finders.places import NoNames, find_places
from incidents.finders.places.candidates import find_names
from incidents.finders.places.find import _chances
from incidents.finders.places.mask import mask
from incidents.mentions import PlaceMention
from incidents.rules import Rule, load_patterns
from tests.incidents.place_names import SomeNames

RULES = [
    (language, rule) for language in ("en", "fr") for rule in load_patterns(language, "places")
]
NAMES = SomeNames()


def rules_in(text: str, language: str) -> set[str]:
    return {mention.rule for mention in find_places(text, NAMES, language)}


@pytest.mark.parametrize(("language", "rule"), RULES, ids=lambda value: getattr(value, "id", value))
def test_rule_keeps_its_examples(language: str, rule: Rule) -> None:
    """A rule writes a mention in each of its `match` texts and in none of its `no_match` texts."""
    assert [text for text in rule.match if rule.id not in rules_in(text, language)] == []
    assert [text for text in rule.no_match if rule.id in rules_in(text, language)] == []


@pytest.mark.parametrize(("language", "rule"), RULES, ids=lambda value: getattr(value, "id", value))
def test_first_words_miss_no_match(language: str, rule: Rule) -> None:
    """Trying a rule only at its first words finds it wherever the whole text would."""
    for text in (*rule.match, *(f"x {other}" for _, item in RULES for other in item.match)):
        names = find_names(text, NAMES, language)
        masked = mask(text, names)
        tried = {at for item, at in _chances(masked, names, language) if item is rule}
        starts = {found.start() for found in rule.pattern.finditer(masked)}
        assert starts <= tried, text


@pytest.mark.parametrize(
    ("text", "language", "span", "hint", "names"),
    [
        ("A wedding in the Segou region was hit.", "en", "Segou region", "region", ["Segou"]),
        ("20 km east of Ansongo", "en", "20 km east of Ansongo", "near", ["Ansongo"]),
        ("He fled to the village of Konokassi.", "en", "village of Konokassi", "village",
         ["Konokassi"]),
        ("Killed in a village.", "en", "a village", "unnamed", []),
        ("Fighting in the tri-border area.", "en", "tri-border area", "vague", ["tri-border area"]),
        ("Attacked in Gao.", "en", "Gao", "plain", ["Gao"]),
        ("Protests in Mali.", "en", "Mali", "country", ["Mali"]),
        ("dans le cercle de Bankass", "fr", "cercle de Bankass", "district", ["Bankass"]),
        ("à 20 km à l'est d'Ansongo", "fr", "20 km à l'est d'Ansongo", "near", ["Ansongo"]),
        ("entre Sévaré et Bandiagara", "fr", "entre Sévaré et Bandiagara", "between",
         ["Sévaré", "Bandiagara"]),
    ],
)  # fmt: skip
def test_mention_has_its_phrase_hint_and_names(
    text: str, language: str, span: str, hint: str, names: list[str]
) -> None:
    found = [m for m in find_places(text, NAMES, language) if m.text == span]
    assert found, [m.text for m in find_places(text, NAMES, language)]
    assert found[0].hint == hint
    assert [name.of(text) for name in found[0].names] == names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mr Kidal spoke to reporters.", "en"),
        ("Colonel Dori was wounded.", "en"),
        ("The Same day, police left.", "en"),
        ("Fatoumata Solhan said nothing.", "en"),
        ("They came in March and in May.", "en"),
        ("M. Kidal a parlé.", "fr"),
        ("The Department of Transportation refused.", "en"),
        ("NATO and the FAO met.", "en"),
        ("Dori said she was afraid.", "en"),
    ],
)
def test_person_or_word_is_no_place(text: str, language: str) -> None:
    assert [m.text for m in find_places(text, NAMES, language) if m.locative] == []


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("The Burkina Faso army fired.", "en", "Burkina Faso"),
        ("The Bamako Declaration was signed.", "en", "Bamako"),
        ("Malian forces arrived.", "en", "Malian"),
        ("L'armée malienne est arrivée.", "fr", "malienne"),
        ("Bamako, Mali (TAE)-Rights organizations said", "en", "Bamako"),
        ("Mali-based groups", "en", "Mali"),
    ],
)
def test_actor_organisation_demonym_and_dateline_are_no_place_of_an_event(
    text: str, language: str, word: str
) -> None:
    """They are found, because they tell the country, and are marked as no place of an event."""
    found = [m for m in find_places(text, NAMES, language) if m.text == word]
    assert [m.locative for m in found] == [False]


@pytest.mark.parametrize(
    ("text", "language", "whole"),
    [
        ("tués dans le département du Mopti-Sara, au Tchad", "fr", "département du Mopti-Sara"),
        ("dans le département du Lara-et-Kobo", "fr", "département du Lara-et-Kobo"),
        ("tués à Vila al-Kura, au Soudan", "fr", "Vila al-Kura"),
        ("Rockets hit Boni al-Kura airbase", "en", "Boni al-Kura airbase"),
        ("killed in Dori-kural on Sunday", "en", "Dori-kural"),
        ("killed in Velo-Gao on Sunday", "en", "Velo-Gao"),
    ],
)
def test_compound_is_one_name(text: str, language: str, whole: str) -> None:
    """A part of it that the gazetteer knows is no place by itself."""
    assert whole in [m.text for m in find_places(text, NAMES, language)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("on the Kobi-Gao road", ["Kobi", "Gao"]),
        ("the Gao-based group", ["Gao"]),
        ("fighting in the Gao-Kidal area", ["Gao", "Kidal"]),
    ],
)
def test_hyphen_between_two_places_or_before_a_participle_is_no_compound(
    text: str, names: list[str]
) -> None:
    found = find_places(text, NAMES, "en")
    assert [span.of(text) for m in found for span in m.names] == names


def test_somali_is_not_mali() -> None:
    """A name inside another word is none."""
    found = find_places("Somali fighters left Somalia.", NAMES, "en")
    assert [m.text for m in found] == ["Somali", "Somalia"]


@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        ("Ten died in Dori, Seno.", "Dori", ["Seno"]),
        ("Ten died in Dori, in the Sahel region of Burkina Faso.", "Dori",
         ["Sahel", "Burkina Faso"]),
        ("Ten died in Boni (Mopti region).", "Boni", ["Mopti"]),
        ("A market in a village in the Mopti region.", "a village", ["Mopti"]),
    ],
)  # fmt: skip
def test_containment_is_read_from_the_words(text: str, inner: str, outer: list[str]) -> None:
    found = next(m for m in find_places(text, NAMES, "en") if m.text == inner)
    assert [span.of(text) for span in found.within] == outer


def test_a_list_of_equals_contains_nothing() -> None:
    found = find_places("in the Gao, Kidal and Mopti regions", NAMES, "en")
    assert [(m.hint, m.within) for m in found] == [("region", ())] * 3


def test_patterns_alone_find_places() -> None:
    """Without a gazetteer the words "region", "village", "km" still make places."""
    text = "Gunmen hit the village of Tessit, 20 km from Gao, in the Mopti region."
    hints = {m.hint for m in find_places(text, NoNames(), "en")}
    assert {"village", "region"} <= hints


def assert_sound(text: str, mentions: list[PlaceMention]) -> None:
    ends = [0]
    for mention in mentions:
        assert mention.span.of(text) == mention.text
        assert mention.text
        assert ends[-1] <= mention.span.start < mention.span.end <= len(text)
        assert all(mention.span.covers(name) for name in mention.names[:1])
        assert all(0 <= one.start < one.end <= len(text) for one in mention.names)
        assert all(0 <= outer.start < outer.end <= len(text) for outer in mention.within)
        ends.append(mention.span.end)


WORDS = st.sampled_from(
    ["Mali", "Gao", "in", "the", "region", "of", "20 km", "north", "near", "between", "and", ",",
     ".", "Mr", "a village", "tri-border area", "d'", "l'", "\n", "(", ")", "-", "–", "é", "Ségou",
     "𝔊ao", "\u200f", "\ue000", "cercle de", "border", "Malian", "'s", "’", "İstanbul", "St."]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=25).map(" ".join)))
def test_spans_slice_back_and_never_overlap(text: str) -> None:
    for language in ("en", "fr"):
        assert_sound(text, find_places(text, NAMES, language))


def test_time_is_linear_in_a_hostile_text() -> None:
    """A long run of capitals, numbers and joints is read once, not once a rule and length."""
    text = "Gao Gao-Gao, 20 km Of " * 2000
    assert len(find_places(text, NAMES, "en")) > 500
    assert re.search("Gao", text)
