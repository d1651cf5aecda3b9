"""A quoted mail's "yesterday" counts from the day on which that mail was sent."""

import datetime as dt

import pytest

from incidents.dating import read_edtf
from incidents.finders.dates import find_dates
from incidents.text import read_document
from tests.incidents.reading import read

HEADS = [
    "On Fri, 15 Mar 2024 at 09:00, Desk <desk@example.org> wrote:",
    "On March 15, 2024, at 9:00 AM, Awa Keita <awa@example.org> wrote:",
    "-----Original Message-----\nFrom: Desk\nSent: Friday, March 15, 2024 9:00 AM",
    "From: Desk\nDate: Fri, Mar 15, 2024 at 9:00 AM\nSubject: Note",
]
TETES = [
    "Le ven. 15 mars 2024 à 09:00, Bureau <bureau@example.org> a écrit :",
    "De : Bureau <v@example.org>\nEnvoyé : vendredi 15 mars 2024 09:00\nÀ : Tous\nObjet : Note",
]


def days(text: str) -> list[tuple[str, str, dt.date]]:
    found = find_dates(read_document(text), read_edtf("2024-03-18"))
    return [(one.text.lower(), one.use, one.value.earliest) for one in found]


@pytest.mark.parametrize("head", HEADS)
def test_what_is_quoted_counts_from_its_own_day(head: str) -> None:
    """Above it the answer's day holds."""
    text = f"Yesterday gunmen killed six people in Dola.\n\n{head}\n\nYesterday they killed four."
    first, sent, last = days(text)
    assert (first[0], first[2]) == ("yesterday", dt.date(2024, 3, 17))
    assert sent[1:] == ("quoted", dt.date(2024, 3, 15))
    assert (last[0], last[2]) == ("yesterday", dt.date(2024, 3, 14))


@pytest.mark.parametrize("head", TETES)
def test_the_same_in_french(head: str) -> None:
    """As Thunderbird and Outlook write it."""
    text = f"Hier, des hommes ont tué six civils.\n\n{head}\n\nHier, ils en ont tué quatre."
    first, sent, last = days(text)
    assert first[2] == dt.date(2024, 3, 17)
    assert sent[1:] == ("quoted", dt.date(2024, 3, 15))
    assert last[2] == dt.date(2024, 3, 14)


@pytest.mark.parametrize(
    "text",
    [
        "On 15 March 2024 at 09:00, gunmen killed four people in Dola. Yesterday six died.",
        "On 15 March 2024, the governor wrote to the army. Yesterday six people died.",
        "Le 15 mars 2024 à 09h00, des hommes ont tué quatre civils à Dola.",
    ],
)
def test_a_day_and_an_hour_of_a_story_quote_nothing(text: str) -> None:
    """They date an event, and "yesterday" counts from the report's day."""
    found = days(text)
    assert found[0][1:] == ("event", dt.date(2024, 3, 15))
    assert [one[2] for one in found[1:]] in ([], [dt.date(2024, 3, 17)])


def test_what_a_quoted_mail_tells_without_a_day_is_of_its_day() -> None:
    """And not of the day that the answer told of before."""
    text = (
        "Yesterday gunmen killed six people in Dola.\n\n"
        "On Fri, 15 Mar 2024 at 09:00, Desk <desk@example.org> wrote:\n"
        "Gunmen killed four farmers in Kobi."
    )
    first, second = read(text, published="2024-03-18")
    assert first.date is not None
    assert second.date is not None
    assert first.date.edtf == "2024-03-17"
    assert (second.date.edtf, second.date.basis) == ("2024-03-15", "publication")
