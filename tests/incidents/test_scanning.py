"""Scanning: patterns are tried at words only, and no crafted text makes a finder run away."""

import re
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.dating import read_edtf
from incidents.finders.counts import find_counts
from incidents.finders.dates import find_dates
from incidents.finders.sources import find_sources
from incidents.records import Span
from incidents.scanning import matches_at, tokens
from incidents.text import Document, read_document

FINDERS: dict[str, Callable[[Document], object]] = {
    "dates": lambda document: find_dates(document, read_edtf("2024-03-28")),
    "counts": find_counts,
    "sources": find_sources,
}


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.integers(0, 5))
def test_tokens_stand_where_they_say(text: str, start: int) -> None:
    """Whatever the letters, also those that change length in lower case."""
    span = Span(min(start, len(text)), len(text))
    for word, place in tokens(text, span):
        assert len(word) == len(text[span.start + place :][: len(word)])
        assert text[span.start + place] == word[0] or text[span.start + place].lower() == word[0]


def test_matches_are_those_of_trying_everywhere() -> None:
    text = "12 March and 3 April; then 4 May 2024."
    pattern, span = re.compile(r"\d{1,2} [A-Z]\w{1,8}"), Span(0, len(text))
    starts = [place for _, place in tokens(text, span)]
    found = [match[0] for match in matches_at(pattern, text, starts, span)]
    assert found == [match[0] for match in pattern.finditer(text)]


@pytest.mark.parametrize("finder", FINDERS)
@pytest.mark.parametrize(
    "unit",
    [
        "12 ",
        "a ",
        "March 12 ",
        "twenty-",
        "1,000",
        "1/",
        "said ",
        "HRW and ",
        "between 1 and ",
        "((",
    ],
)
def test_time_is_linear_in_crafted_texts(finder: str, unit: str) -> None:
    """Four times the text takes no more than some twelve times the time."""
    spent = []
    for size in (5_000, 20_000):
        document = read_document((unit * (size // len(unit) + 1))[:size], "en")
        begin = time.process_time()
        FINDERS[finder](document)
        spent.append(time.process_time() - begin)
    assert spent[1] < 12 * spent[0] + 0.3
