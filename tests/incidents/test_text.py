"""Clean text: what is made uniform, how it is divided, and that every span finds its way back."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.cleaning import clean
from incidents.records import Span
from incidents.sentences import LONGEST_SENTENCE
from incidents.text import Document, read_document

ODD = st.sampled_from(
    (
        *(
            "\r\n",
            "\r",
            "\n",
            "\n\n",
            "\t",
            "\xa0",
            "\u200f",
            "\u202b",
            "\xad",
            "e\u0301",
            "\u0301",
        ),
        *(
            "&amp;",
            "&eacute;",
            "&#8217;",
            "&foo;",
            "&lt;b&gt;",
            "\U0001f4a5",
            "ﬁ",
            "«\u202f",
            "\u202f»",
        ),
        *(
            "’",
            "“",
            "”",
            "–",
            "\ufeff",
            "\x00",
            "  ",
            " \n ",
            "- ",
            "• ",
            "1. ",
            "Lt. Col. ",
            "U.S. ",
        ),
        *("12 March", "killed 13.", "Read more", "الجيش", "가", "\u2028", "\x1c", ". ", '." '),
        "x" * 40,
    )
)
TEXTS = st.lists(ODD | st.text(max_size=8), max_size=40).map("".join)


def sentences(text: str, language: str | None = None) -> list[str]:
    document = read_document(text, language)
    return [span.of(document.text) for span in document.sentences]


def kinds(text: str) -> list[tuple[str, str]]:
    document = read_document(text)
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("Se\u0301gou", "Ségou"),
        ("S&eacute;gou &amp; Gao", "Ségou & Gao"),
        ("&foo; stays", "&foo; stays"),
        ("13\xa0civilians\tdied", "13 civilians died"),
        ("“It’s”", '"It\'s"'),
        ("al\u2011Qaida", "al-Qaida"),
        ("Ga\u200fo\ufeff", "Gao"),
        ("of\ufb01cers", "officers"),
        ("killed   13", "killed 13"),
        ("one \n two", "one\ntwo"),
        ("« trois »", "« trois »"),
    ],
)
def test_cleaning_makes_uniform(raw: str, expected: str) -> None:
    assert read_document(raw).text == expected


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("In Se\u0301gou, 13 died.\r\nIn Gao too.", "Gao"),
        ("In Se\u0301gou, 13 died.", "Ségou"),
        ("S&eacute;gou fell.", "Ségou"),
        ("In Ga\u200fo\u200f region", "Gao"),
        ("of\ufb01cers died", "officers"),
        ("\ufeff\U0001f4a5 “Gao”\tfell", "Gao"),
    ],
)
def test_span_leads_back_to_the_words_as_given(raw: str, words: str) -> None:
    """The slice of the raw text, made uniform again, is the clean words, and no mark hangs on."""
    document = read_document(raw)
    start = document.text.index(words)
    given_words = document.to_raw(Span(start, start + len(words))).of(raw)
    assert read_document(given_words).text == words
    assert given_words[-1] not in "\u200f\n\t "


def assert_spans_hold(document: Document) -> None:
    assert len(document.offsets) == len(document.text) + 1
    assert all(a <= b for a, b in zip(document.offsets, document.offsets[1:], strict=False))
    last = 0
    for span in document.sentences:
        assert last <= span.start < span.end <= len(document.text)
        last = span.end
        raw = document.to_raw(span)
        assert 0 <= raw.start < raw.end <= len(document.raw)
        assert any(block.span.covers(span) for block in document.blocks)


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_every_span_slices_back(raw: str) -> None:
    """Whatever the text, spans are in bounds and their raw words clean to the same words.

    Case aside: a hashtag's and a shouted line's letters are those of a sentence only in their text.
    """
    document = read_document(raw)
    assert_spans_hold(document)
    for span in document.sentences:
        again = "".join(read_document(document.to_raw(span).of(raw)).text.split())
        expected = "".join(span.of(document.text).split())
        assert _plain(again) == _plain(expected)


def _plain(words: str) -> str:
    return unicodedata.normalize("NFC", words.casefold())


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    once, _ = clean(raw.replace("&", ""))
    assert clean(once)[0] == once


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Lt. Col. Souleymane Dembele spoke. He denied it.", 2),
        ("The U.S. Army left. Gen. J. Smith stayed.", 2),
        ("It happened at 5 p.m. The army came.", 2),
        ("It hit Gao at 5.30 a.m. on Tuesday.", 1),
        ("Some 3.5 million fled. No. 7 stayed.", 2),
        ('"They killed my son." She fled.', 2),
        ('He said: "They came. They shot." Then he left.', 3),
        ("Soldiers came... and went.", 1),
        ("Was it the army? Nobody knows!", 2),
        ("The raid ended.The army left.", 2),
        ('The raid ended."We fled," a trader said.', 2),
        ('He said: "We fled at dawn."The army left.', 2),
        ('He called it "a massacre".The army denied it.', 2),
        ("al-Shabaab fled. al-Shabaab came back.", 2),
        ("On Jan. 5 they fled. On Sept. 6 they came back.", 2),
        ("Fighting stopped.[12] It began again.[3]", 2),
        ("Nothing but words", 1),
        ("", 0),
    ],
)
def test_sentences_survive_abbreviations(text: str, count: int) -> None:
    assert len(sentences(text, "en")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Le col. Diallo a parlé. M. Traoré a nié.", 2),
        ("« Ils ont tiré. » Elle a fui.", 2),
        ("Selon l'art. 3, c'est un crime. Les F.A.Ma. ont nié.", 2),
    ],
)
def test_french_sentences(text: str, count: int) -> None:
    assert len(sentences(text, "fr")) == count


def test_bullets_and_headings_are_told_apart() -> None:
    """A situation report's dated headings and bullets are read, its bullets without their mark."""
    text = (
        "12 March\n• Gunmen killed 3 in Gao.\n- Two were hurt in Kidal\n\n13 March 2024\nArmy came."
    )
    assert [kind for kind, _ in kinds(text)] == [
        "heading",
        "bullet",
        "bullet",
        "heading",
        "paragraph",
    ]
    assert "Gunmen killed 3 in Gao." in sentences(text)


STORY = "The army raided Kobe on Tuesday. It killed three people, witnesses said."


@pytest.mark.parametrize(
    "tail",
    [
        "Related News\nOther Rebel Attack\nAug 05, 2024\nMay 01, 2024",
        "Other Rebel Attack\nAug 05, 2024\nVoters Go To Polls\nMay 01, 2024",
        "Read more\nOther Rebel Attack",
        "À lire aussi\nAutre Rebel Attack",
        "Read more: Other Rebel Attack",
        "© 2024 Rebel Attack News. All rights reserved.",
    ],
)
def test_other_stories_are_boilerplate(tail: str) -> None:
    """What a page shows below its story is no sentence of it."""
    found = " ".join(sentences(f"{STORY}\n{tail}"))
    assert "three people" in found
    assert "Rebel Attack" not in found


def test_story_goes_on_after_a_link() -> None:
    """A link between paragraphs ends nothing."""
    text = f"{STORY}\nRead more\nOther Rebel Attack\n{STORY} The army denied it.\n"
    assert [kind for kind, _ in kinds(text)] == [
        "paragraph",
        "boilerplate",
        "boilerplate",
        "paragraph",
    ]


def test_dated_list_of_a_situation_report_is_read() -> None:
    """Dates above their lines are no list of other stories."""
    text = f"{STORY}\n5 August 2024\nGunmen kill 3 in Gao\n6 August 2024\nArmy raids Kidal"
    assert "boilerplate" not in [kind for kind, _ in kinds(text)]


def test_wrapped_lines_are_joined() -> None:
    """A mail wrapped at its margin reads as one paragraph; a list of lines does not."""
    words = "The army killed at least thirteen civilians in two strikes on Tuesday night. "
    wrapped = "\n".join(_wrap(words * 4, 60))
    assert [kind for kind, _ in kinds(wrapped)] == ["paragraph"]
    assert len(kinds(f"{words}\n{words * 3}\n{words}")) == 3


def test_a_line_cut_short_in_a_wrapped_text_goes_on() -> None:
    """A mail wrapped anew leaves its first line short; a small letter below goes on with it."""
    wrapped = "Dola, 3 June (AFP) -- In several recent\n" + "\n".join(
        _wrap("military raids units of the army seized rifles and burned a hideout. " * 4, 60)
    )
    assert [kind for kind, _ in kinds(wrapped)] == ["paragraph"]


def _wrap(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army of the north killed three people in a village.", "en"),
        ("L'armée a tué trois personnes dans un village du nord.", "fr"),
        ("", "en"),
        ("12345", "en"),
    ],
)
def test_language_is_told_by_small_words(text: str, language: str) -> None:
    assert read_document(text).language == language


@pytest.mark.parametrize(
    "unit", ["a", "a ", ". ", "\n", " ", "\u0301", "&", "- \n", 'A." ', "(1) "]
)
def test_time_is_linear(unit: str) -> None:
    """Ten times the text takes no more than some thirty times the time, crafted or not."""
    base = 20_000
    spent = []
    for size in (base, base * 10):
        text = (unit * (size // len(unit) + 1))[:size]
        start = time.process_time()
        read_document(text)
        spent.append(time.process_time() - start)
    assert spent[1] < 30 * spent[0] + 0.5


def test_endless_sentence_is_cut() -> None:
    """No finder meets a megabyte at once."""
    document = read_document("word " * 5000)
    assert max(span.end - span.start for span in document.sentences) <= LONGEST_SENTENCE


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Men came at about 1 a.m. Sunday and left.", 1),
        ("Shells fell at 5 p.m. Monday. Two died.", 2),
        ("It was 9 a.m. The sun rose.", 2),
        ("It went off at 6 p.m. GMT on Friday.", 1),
    ],
)
def test_the_day_behind_an_hour_is_of_the_same_sentence(text: str, number: int) -> None:
    assert len(read_document(text, "en").sentences) == number
