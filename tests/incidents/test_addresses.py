"""What an office's address names is nothing that a report speaks of."""

import pytest

from incidents.text import read_document

STORY = "Armed men killed four traders in Kobi on 9 April."


@pytest.mark.parametrize(
    "address",
    [
        "Our office: 12 Rue de Lyon, 1203 Geneva, Switzerland.",
        "Our office in London, United Kingdom: 10 Kobi Road.",
        "For more information, please contact Ann Lee in Geneva, +41 79 555 55 55.",
        "Pour plus d'informations, contactez Awa Keita à Paris.",
        "Notre siège : 5 avenue Foch, 75116 Paris, France.",
        "Please write to us in Geneva, Switzerland.",
    ],
)
def test_a_sentence_that_says_where_an_office_is_is_shown_and_not_read(address: str) -> None:
    """Beside the story's sentence, in its paragraph."""
    doc = read_document(f"{STORY} {address}")
    assert [span.of(doc.text) for span in doc.sentences] == [STORY]
    assert doc.told == STORY + " " * (len(address) + 1)
    assert doc.text == f"{STORY} {address}"


@pytest.mark.parametrize(
    "line",
    [
        "Kobi Watch | 350 Fifth Avenue, New York, NY 10118, USA",
        "Kobi Watch, P.O. Box 1234, Nairobi, Kenya",
        "Awa Keita, Geneva, Switzerland, press@example.org",
        "Veille du Kobi, 12 rue de Lyon, 75012 Paris, France",
        "Contact presse : Marie Dupont, Paris, France",
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_line_of_address_is_furniture(line: str, *, above: bool) -> None:
    """Above the story and below it."""
    doc = read_document(f"{line}\n\n{STORY}" if above else f"{STORY}\n\n{line}")
    assert [span.of(doc.text) for span in doc.sentences] == [STORY]
    assert doc.told.strip() == STORY


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed three people at 12 Kobi Street, Jos, and 1200 people fled.",
        "The office of the governor in Kobi was burnt: three died.",
        "Contact was lost with Kobi. The army sent troops.",
        "They attacked the headquarters in Gao. The claim came from press@example.org on Tuesday.",
        "Le siège de Gao a duré : trois morts.",
    ],
)
def test_a_story_that_names_an_address_is_read(text: str) -> None:
    """A street, an office, a mail's address in a sentence are told of."""
    doc = read_document(text)
    assert doc.told == text
    assert " ".join(span.of(doc.text) for span in doc.sentences) == text


def test_where_a_statement_was_issued_is_not_what_it_is_about() -> None:
    """Its day is read all the same; a report's heading with a country is its subject."""
    head = "Press release - Geneva, Switzerland - 12 April 2024"
    doc = read_document(f"{head}\n\n{STORY}")
    assert head in [span.of(doc.text) for span in doc.sentences]
    assert "Geneva" not in doc.told
    assert "Sudan" in read_document(f"Situation report | Sudan | 12 April 2024\n\n{STORY}").told
