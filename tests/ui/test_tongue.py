"""The screen speaks the language of the address, else of the browser."""

import datetime as dt
import pickle
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from incidents.errors import ReportError
from incidents.tongue import N_, _, day, language, n_, number, p_, retold, speaking
from ui import tongue


def test_nobody_reads_english_is_spoken() -> None:
    """Commands and stored words are English."""
    assert language() == "en"
    assert _("Map") == N_("Map") == "Map"


def test_a_message_is_looked_up_and_filled_in() -> None:
    """Braces of what is filled in are words like all others; an unknown message stays."""
    with speaking("fr"):
        assert _("Add a report") == "Ajouter un rapport"
        assert _("nowhere {said}", said="{x}") == "nowhere {x}"
        assert n_("{n} thing", "{n} things", 1234) == "1\u202f234 things"
    assert n_("{n} thing", "{n} things", 1234) == "1,234 things"


@pytest.mark.parametrize(
    ("code", "said"), [("en", "1 March 2024, 12,345.5"), ("fr", "1er mars 2024, 12\u202f345,5")]
)
def test_numbers_and_days_are_the_language_s_own(code: str, said: str) -> None:
    """Parted and ordered as the reader writes them."""
    with speaking(code):
        assert _("{on}, {size:.1f}", on=dt.date(2024, 3, 1), size=12345.5) == said
        assert f"{day(dt.date(2024, 3, 1))}, {number(12345.5, places=1)}" == said


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("fr-FR,fr;q=0.9,en;q=0.8", ["fr-FR", "fr", "en"]),
        ("en;q=0.3, fr;q=0.7", ["fr", "en"]),
        ("fr;q=x, *", ["*"]),
        ("", [""]),
    ],
)
def test_the_header_s_languages_come_dearest_first(header: str, wanted: list[str]) -> None:
    """As their weights say; what can't be read is left out."""
    assert tongue._accepted(header) == wanted


def test_the_address_names_the_language_and_the_switch_changes_it() -> None:
    """`lang=fr` makes the page French; the other language is one click away and in the address."""
    page = AppTest.from_file(str(Path(__file__).parent / "spoken_page.py"))
    page.query_params["lang"] = "fr"
    page.run()
    assert page.text[0].value == "Carte"
    page.button(key="lang_en").click().run()
    assert page.text[0].value == "Map"
    assert page.query_params["lang"] == "en"


def test_a_language_that_is_not_there_is_the_browser_s() -> None:
    """Where neither asks for one of ours, English is spoken."""
    page = AppTest.from_file(str(Path(__file__).parent / "spoken_page.py"))
    page.query_params["lang"] = "xx"
    page.run()
    assert page.text[0].value == "Map"


@pytest.mark.parametrize(
    ("stored", "told"),
    [
        ("The text names no place.", "Le texte ne nomme aucun lieu."),
        (
            "a; b.txt is empty: there is nothing to read in it.",
            "a; b.txt est vide\u00a0: il n’y a rien à y lire.",
        ),
        (
            (
                "'12 Foo' is no date that can be read. Write it as EDTF: 2024-03-28 for a day, "
                "2024-03 for a month, 2024-03~ for about March 2024, 2023-12/2024-03 for a range."
            ),
            (
                "'12 Foo' n’est pas une date lisible. Écrivez-la en EDTF\u00a0: 2024-03-28 pour un "
                "jour, 2024-03 pour un mois, 2024-03~ pour «\u00a0vers mars 2024\u00a0», "
                "2023-12/2024-03 pour une période."
            ),
        ),
        (
            "a.docx: its comments, page headers were not read.",
            "a.docx\u00a0: éléments non lus\u00a0: commentaires, en-têtes de page.",
        ),
        (
            "a.pdf: no text on page 1, 2 and 3 more; a scan needs OCR first.",
            (
                "a.pdf\u00a0: pas de texte à la page 1, 2 et 3 de plus\u00a0; une numérisation "
                "doit d’abord passer par une reconnaissance de caractères (OCR)."
            ),
        ),
        (
            (
                "The text seems to be in Arabic script; English and French are read. "
                "What is found in it may be wrong, and much will be missing."
            ),
            (
                "Langue apparente du texte\u00a0: en caractères arabes\u00a0; langues lues\u00a0: "
                "anglais et français. Ce qui y est trouvé peut être faux, et beaucoup manquera."
            ),
        ),
        ("Somebody else's words {here}.", "Somebody else's words {here}."),
        ("", ""),
    ],
)
def test_what_is_stored_in_english_is_said_in_french(stored: str, told: str) -> None:
    """Known by the message that made it; foreign words stay as they are."""
    with speaking("fr"):
        assert retold(stored) == told
    assert retold(stored) == stored


def test_a_button_and_its_outcome_differ() -> None:
    """Read on the button asks for it; in the outcome it is done."""
    with speaking("fr"):
        assert (p_("button", "Read"), _("Read")) == ("Lire", "Lu")


def test_an_error_speaks_the_language_of_the_one_who_reads_it() -> None:
    """Raised anywhere, also in another process, and put into words when it is shown."""
    error = pickle.loads(  # noqa: S301  its own
        pickle.dumps(ReportError("{name} is empty: there is nothing to read in it.", name="x{y}"))
    )
    assert str(error) == "x{y} is empty: there is nothing to read in it."
    with speaking("fr"):
        assert (
            str(error)
            == str(ReportError(str(error)))
            == "x{y} est vide\u00a0: il n’y a rien à y lire."
        )
