"""Every discourse mark fires on its examples, and on none of its counterexamples."""

import math
from typing import Any

import pytest

from incidents.discourse import load_marks
from incidents.records import Span
from incidents.rules import languages, load_rules

MARKS = [
    pytest.param(language, raw, id=raw["id"])
    for language in languages()
    for raw in load_rules(language, "discourse")["mark"]
]


def fired(language: str, text: str) -> set[str]:
    return {mark.rule for mark in load_marks(language).find(text, Span(0, len(text)))}


@pytest.mark.parametrize(("language", "raw"), MARKS)
def test_a_mark_fires_on_its_examples_only(language: str, raw: dict[str, Any]) -> None:
    assert raw["match"], "a mark needs an example"
    assert [text for text in raw["match"] if raw["id"] not in fired(language, text)] == []
    assert [text for text in raw.get("no_match", []) if raw["id"] in fired(language, text)] == []


def test_languages_have_the_same_kinds_of_marks() -> None:
    kinds = [set(load_marks(language).kinds.values()) for language in languages()]
    assert all(one == kinds[0] for one in kinds)


@pytest.mark.parametrize("language", languages())
def test_no_mark_can_run_away(language: str) -> None:
    phrases = {phrase for listed in load_marks(language).book.all() for phrase in listed}
    ways = [math.prod(e.gap + 1 if e.gap else 1 + e.optional for e in p.elements) for p in phrases]
    assert max(ways) <= 400


def test_a_name_behind_a_word_of_place_is_marked() -> None:
    text = "Ten died in Dola Kobi on Monday"
    names = [mark.name.of(text) for mark in load_marks("en").find(text, Span(0, 31)) if mark.name]
    assert names == ["Dola Kobi"]
