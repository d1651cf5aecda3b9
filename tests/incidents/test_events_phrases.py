"""Phrases match words by their small language, refuse what is wrong, and never run away."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.errors import RuleError
from incidents.finders.events import find_events
from incidents.finders.events.find import find_in_sentence
from incidents.finders.events.lexicon import load_lexicon
from incidents.phrases import PhraseBook, compile_phrase, read_classes, split_words
from incidents.records import Span
from incidents.text import Document, read_document

CLASSES = read_classes({"plane": "drone jet", "hit": "hit struck", "all": "<plane> bomb"}, "here")


def matches(source: str, text: str) -> bool:
    book = PhraseBook([compile_phrase("x", source, CLASSES, "here")])
    return bool(book.find(split_words(text, Span(0, len(text)))))


@pytest.mark.parametrize(
    ("source", "yes", "no"),
    [
        ("open|opened fire on|at", "They OPENED fire at dawn", "They opened a shop"),
        ("<plane> ..3 <hit>", "A drone of the army hit it", "A drone; the army hit it"),
        ("<plane> ..1 <hit>", "the jet hit it", "the jet that they flew hit it"),
        ("<plane> ,,4 <hit>", "a drone, they say, hit it", "a drone. It hit"),
        ("air strike", "an air-strike", "an airy strike"),
        ("tues #", "Tués 12", "tués douze"),
        ("took ^", "They took Goma", "They took bread"),
        ("mass shooting?", "a mass was said", "a moss"),
        ("l enfuir", "l'enfuir", "enfuir"),
    ],
)
def test_a_phrase_matches_what_it_says(source: str, yes: str, no: str) -> None:
    assert matches(source, yes)
    assert not matches(source, no)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("..3 hit", "start with a word"),
        ("word? hit", "start with a word"),
        ("<nobody> hit", "no class"),
        ("hit ..99 jet", "must pass 1 to"),
        ("hit a|b?|c", "no step"),
        ("", "start with a word"),
    ],
)
def test_a_wrong_phrase_is_refused_with_its_reason(source: str, said: str) -> None:
    with pytest.raises(RuleError, match=said):
        compile_phrase("x", source, CLASSES, "data/rules/en, rule 'x'")


WORDS = st.sampled_from(
    [
        *("gunmen", "killed", "12", "two", "another", "drone", "strike", "on", "the", "village"),
        *(",", ".", ";", "and", "protesters", "police", "fired", "not", "could", "to", "attack"),
        *("tués", "l'attaque", "été", "par", "des", "\u200f", "e\u0301", "😀", "\r\n", ""),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join), st.sampled_from(["en", "fr"]))
def test_spans_slice_back_to_the_words(text: str, language: str) -> None:
    for cue in find_in_sentence(text, Span(0, len(text)), load_lexicon(language)):
        assert cue.span.of(text) == cue.text
        assert cue.text.strip() == cue.text != ""
        assert cue.count >= 1
        if cue.count_span:
            assert cue.count_span.of(text).split()


def _seconds(doc: Document) -> float:
    start = time.process_time()
    find_events(doc)
    return time.process_time() - start


@pytest.mark.parametrize(
    "word", ["killed ", "drone ", "attack , ", "protesters ", "seized ", "no "]
)
def test_a_crafted_text_takes_time_in_proportion(word: str) -> None:
    """Twice the words take about twice the time; a pattern that blows up would take far more."""

    def seconds(times: int) -> float:
        doc = read_document(word * times, "en")
        return min(_seconds(doc) for _ in range(3))  # a collection of garbage falls on one of them

    seconds(1000)
    assert seconds(16_000) < 20 * seconds(4000) + 0.1


@pytest.mark.parametrize(
    ("language", "text", "frame", "word"),
    [
        ("en", "A mine killed ten men.", "ied", "mine"),
        ("en", "Ten men were killed in Dola by a shell.", "shell", "shell"),
    ],
)
def test_a_weapon_names_the_event_and_leaves_the_verb_its_number(
    language: str, text: str, frame: str, word: str
) -> None:
    cues = {cue.frame: cue for cue in find_events(read_document(text, language))}
    assert cues[frame].text == word
    assert cues["kill"].outcome == "killed"
