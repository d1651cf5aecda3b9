"""Lines that a narrow page broke are read as they were before, and spans find their way back."""

import pytest

from incidents.hyphens import joined
from incidents.records import Span
from incidents.text import read_document


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("Rebels killed ten people in Bama-\nko on Monday.", "Bamako"),
        ("Rebels killed ten people in Bama-\r\nko on Monday.", "Bamako"),
        ("Rebels killed ten people in Bama\u00ad\nko on Monday.", "Bamako"),
        ("Rebels killed ten people in Port-au-\nPrince on Monday.", "Port-au-Prince"),
        ("Rebels killed thirty-\nfour people in Gao.", "thirty-four"),
        ("The army-\nled council and the rebel-\nheld town.", "rebel-held"),
        ("Soixante-\ndix personnes ont fui.", "Soixante-dix"),
        ("Le com-\nmandant a parlé.", "commandant"),
        ("A pro-army rally. The pro-\narmy crowd left.", "pro-army crowd"),
    ],
)
def test_a_word_broken_at_a_line_end_is_whole(raw: str, words: str) -> None:
    doc = read_document(raw)
    assert words in doc.text
    start = doc.text.index(words)
    there = doc.to_raw(Span(start, start + len(words))).of(raw)
    assert there.replace("\r", "").replace("\u00ad", "-").startswith(words[:3])
    assert there.endswith(words[-2:])


def test_a_dash_at_a_line_end_is_no_hyphen() -> None:
    """A dash after a space ends no word."""
    assert "town -" in read_document("They took the town -\nand left it.").text


@pytest.mark.parametrize(
    "text",
    [
        "Raiders came to the village\nof Bankass at dawn, officials\nsaid, and burned it. At least\nsix died.",  # noqa: E501
        "Shells fell on Port Sudan\nNorth on 3 May, said the\nhealth ministry. On 4 May\n2023, it was quiet.",  # noqa: E501
        "On 3 May 2023\ngunmen shot dead two nurses\nin Kidal.",
        "Gunmen shot dead two nurses in\nKidal.",
    ],
)
def test_a_narrow_column_is_one_paragraph(text: str) -> None:
    assert "\n" not in read_document(text).text


@pytest.mark.parametrize(
    "text",
    [
        "Gao: 3 killed\nMopti: 4 killed\nKidal: 2 killed\nSegou: 9 killed",
        "Killed\nInjured\nMissing\nDetained",
        "Ansongo\nMenaka\nTessalit\nKidal",
        "Attack in Mopti\n3 May 2023\nArmed men raided a market and killed two traders.",
    ],
)
def test_a_list_of_short_lines_stays_a_list(text: str) -> None:
    assert read_document(text).text.count("\n") == text.count("\n")


def test_lines_are_joined_as_their_words_want() -> None:
    assert joined("the town of Tessa-", "lit") == "the town of Tessalit"
    assert joined("the town", "of Kidal") == "the town of Kidal"
