"""Every word that a record may hold is marked, so that the screen can say it in French."""

from collections.abc import Iterator

import pytest

from incidents.rules import languages, load_rules
from incidents.terms import TERMS, said
from incidents.tongue import speaking
from incidents.vocabulary import means, settings, types


def of_rules() -> Iterator[str]:
    """Yield what the rules of all languages put into the fields."""
    for language in languages():
        yield from (rule.get("means", "") for rule in load_rules(language, "triggers")["rule"])
        for file, table in (("settings", "setting"), ("means", "means")):
            yield from (row["name"] for row in load_rules(language, file).get(table, []))


@pytest.mark.parametrize(
    "words", [types(), types().values(), settings(), means(), set(of_rules()) - {""}]
)
def test_what_a_field_may_hold_is_marked(words: Iterator[str]) -> None:
    """Types, settings and means, those that may be chosen and those that are read."""
    assert sorted(set(words) - set(TERMS)) == []


def test_a_field_is_said_in_french() -> None:
    """What is stored in English is read in the reader's language."""
    with speaking("fr"):
        assert said("car bomb") == "voiture piégée"
