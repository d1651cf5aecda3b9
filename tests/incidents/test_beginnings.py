"""Beginnings: a pattern is ruled out at a word only where it cannot match there."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.beginnings import Beginnings
from incidents.rules import languages, load_patterns

RULES = [
    rule
    for language in languages()
    for name in ("dates", "sources", "counts")
    for rule in load_patterns(language, name)
]
PATTERNS = [
    re.compile(source, flags)
    for source in (
        r"abc|a?d",
        r"(?<!\w)(?:the )?[a-c]{0,2}x",
        r"\d{1,2}(?:st|nd)",
        r"(?-i:[A-Z][a-z]{1,3}) b",
        r"a(?-i:B)c",
        r"[^a]b",
        r".{0,2}c",
        r"(?:é|e)t",
        r"(a|b)\1?",
        "ſo|Kg",
        r"",
    )
    for flags in (re.IGNORECASE, re.NOFLAG)
]


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet="abcdxABCDX 12étÉſsoKkg", max_size=8))
def test_no_match_is_ruled_out(text: str) -> None:
    may = Beginnings(PATTERNS).along(text, [("", 0)])[0]
    for number, pattern in enumerate(PATTERNS):
        assert number in may or not pattern.match(text), pattern


@pytest.mark.parametrize("change", [str, str.upper, str.lower, str.title, str.swapcase])
def test_no_match_of_the_data_is_ruled_out(change: type[str]) -> None:
    beginnings = Beginnings([rule.pattern for rule in RULES])
    for number, rule in enumerate(RULES):
        for example in map(change, rule.match):
            starts = [("", found.start()) for found in rule.pattern.finditer(example)]
            assert all(number in may for may in beginnings.along(example, starts)), rule.id


@pytest.mark.parametrize(
    ("source", "text"),
    [("abc|a?d", "abd"), (r"\d", "a"), ("(?-i:Ab)", "bb"), ("(?:the )?ox", "thy"), ("et", "é")],
)
def test_what_cannot_match_is_ruled_out(source: str, text: str) -> None:
    pattern = re.compile(source, re.IGNORECASE)
    assert pattern.match(text) is None
    possible = Beginnings([pattern]).along(text, [("", 0)])[0]
    assert (0 in possible) is not text.isascii()
