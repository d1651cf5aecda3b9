"""The finder of actors: every rule's own examples, and that no text makes it fail."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.actors import Group, countries, groups
from incidents.finders.actors import find_actors
from incidents.finders.actors.lexicon import fold, tokens
from incidents.finders.actors.phrases import phrases, tag
from incidents.rules import Rule, load_patterns
from incidents.text import read_document

RULES = [
    (language, rule) for language in ("en", "fr") for rule in load_patterns(language, "actors")
]


def fired(text: str, language: str) -> set[str]:
    found = phrases(text, tag(text, tokens(text, language), language), language)
    return {phrase.rule.id for phrase in found}


@pytest.mark.parametrize(("language", "rule"), RULES, ids=[rule.id for _, rule in RULES])
def test_rule_keeps_its_own_examples(language: str, rule: Rule) -> None:
    assert [text for text in rule.match if rule.id not in fired(text, language)] == []
    assert [text for text in rule.no_match if rule.id in fired(text, language)] == []


WORDS = sorted({alias for group in list(groups().values())[::7] for alias in group.aliases[:3]})
PLAIN = [
    "the army",
    "gunmen",
    "killed",
    "and",
    "of",
    "by",
    "Mali",
    "malienne",
    "soldats",
    ",",
    ".",
    "\n",
    "İstanbul",
    "́e",
    "🚁",
    "they",
    "forces",
    "de",
    "l'",
    "U.S.",
    "-backed",
    "\u200f",
]


@given(st.lists(st.sampled_from(WORDS + PLAIN), max_size=30), st.sampled_from(["en", "fr"]))
@settings(max_examples=60, deadline=None)
def test_spans_slice_back_in_any_text(words: list[str], language: str) -> None:
    """A mention's text is what stands at its span, whatever was thrown together."""
    doc = read_document(" ".join(words), language)
    for mention in find_actors(doc):
        assert mention.span.of(doc.text) == mention.text
        assert mention.name


@given(st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_folding_keeps_every_code_point_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize("iso", sorted(countries()))
def test_every_country_has_an_army_in_english_and_french(iso: str) -> None:
    country = countries()[iso]
    for adjective in country.adjectives["en"][:1]:
        doc = read_document(f"The {adjective} army attacked it.", "en")
        assert [m.name for m in find_actors(doc)] == [f"Military Forces of {country.of}"]
    for adjective in country.adjectives["fr"][:1]:
        doc = read_document(f"Des soldats {adjective} ont tué.", "fr")
        assert f"Military Forces of {country.of}" in [m.name for m in find_actors(doc)]


@pytest.mark.parametrize("group", list(groups().values()), ids=lambda group: group.actor_id)
def test_every_group_is_found_by_a_name_of_its_own(group: Group) -> None:
    """In a report that names its country, some name of a group leads to it."""
    home = countries()[group.home].name if group.home else "the world"
    actor_id = group.actor_id
    found = set()
    for alias in group.aliases:
        doc = read_document(f"In {home}, {home} said. There {alias} attacked them in {home}.", "en")
        found |= {mention.actor_id for mention in find_actors(doc)}
    assert actor_id in found
