"""Every rule of the event words fires on its examples, and on none of its counterexamples."""

import math
from typing import Any

import pytest

from incidents.finders.events.lexicon import event_types, frame_types, load_lexicon
from incidents.phrases import PhraseBook, compile_phrase, split_words, word_classes
from incidents.records import Span
from incidents.rules import languages, load_rules

TABLES = (
    ("triggers", "rule"),
    ("modality", "bar"),
    ("modality", "allow"),
    ("settings", "setting"),
    ("means", "means"),
)
LISTED: list[tuple[str, dict[str, Any]]] = [
    (language, raw)
    for language in languages()
    for name, kind in TABLES
    for raw in load_rules(language, name).get(kind, [])
]
RULES = [pytest.param(language, raw, id=raw["id"]) for language, raw in LISTED]
MARKS: list[tuple[str, dict[str, Any]]] = [
    (language, raw)
    for language in languages()
    for raw in load_rules(language, "discourse").get("mark", [])
]
SHOWN = 0.61
"""Share of phrases that have an example; every phrase should."""


def fired(language: str, text: str) -> set[str]:
    return {
        hit.key for hit in load_lexicon(language).book.find(split_words(text, Span(0, len(text))))
    }


@pytest.mark.parametrize(("language", "raw"), RULES)
def test_a_rule_fires_on_its_examples_only(language: str, raw: dict[str, Any]) -> None:
    assert raw["match"], "a rule needs an example"
    assert [text for text in raw["match"] if raw["id"] not in fired(language, text)] == []
    assert [text for text in raw.get("no_match", []) if raw["id"] in fired(language, text)] == []


def test_the_types_are_acleds_six_and_twenty_five() -> None:
    assert len(set(event_types().values())) == 6
    assert len(event_types()) == 25


@pytest.mark.parametrize("language", languages())
def test_every_sub_type_has_words_in_every_language(language: str) -> None:
    frames = {raw["frame"] for raw in load_rules(language, "triggers")["rule"]}
    assert set(frame_types()) - frames <= {"bomb", "base", "chemical"}


@pytest.mark.parametrize("language", languages())
def test_no_phrase_can_run_away(language: str) -> None:
    """The ways in which one phrase can be tried at one word stay bounded and few."""
    phrases = {phrase for listed in load_lexicon(language).book.all() for phrase in listed}
    ways = {
        phrase: math.prod(e.gap + 1 if e.gap else 1 + e.optional for e in phrase.elements)
        for phrase in phrases
    }
    assert {phrase.key: n for phrase, n in ways.items() if n > 400} == {}


def test_most_phrases_have_an_example_of_their_own() -> None:
    """The share of phrases that an example of their rule fires: it may only grow."""
    shown = [
        any(PhraseBook([phrase]).find(words) for words in examples)
        for language, raw in (*LISTED, *MARKS)
        for examples in [[split_words(text, Span(0, len(text))) for text in raw["match"]]]
        for source in raw["phrases"]
        for phrase in [compile_phrase(raw["id"], source, word_classes(language), raw["id"])]
    ]
    assert sum(shown) / len(shown) >= SHOWN
