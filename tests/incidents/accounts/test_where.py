"""Which of the places that the words name is the incident's."""

import pytest

from incidents.extract import extract
from incidents.report import Report
from tests.incidents.place_names import SomeNames


def places(text: str, language: str) -> list[str | None]:
    report = Report(id="r", text=text, published="2024-06-10", language=language)
    return [one.place.text for one in extract(report, SomeNames()).incidents]


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("Gunmen killed six people in a mosque in the town of Dori on Sunday.", "en",
         "town of Dori"),
        ("Des jihadistes ont attaqué dimanche deux villages du cercle de Dori, tuant dix civils.",
         "fr", "cercle de Dori"),
        ("Gunmen killed ten people in a village in Mali on Sunday.", "en", "a village"),
        ("Dori. On Sunday, gunmen stormed the town and killed three residents.", "en", "Dori"),
        ("Dori (Mopti). Lundi, des hommes armés ont tué trois riverains.", "fr", "Dori"),
        ("Troops withdrew from Dori on Sunday, Bamako said.", "en", "Dori"),
    ],
)  # fmt: skip
def test_named_place_is_the_incidents(text: str, language: str, place: str) -> None:
    """A nameless one is only where no town or district is named; a line's first name heads it."""
    assert places(text, language)[:1] == [place]
