"""What the program says, in the language of the one who reads it.

Messages stand in the source in English, whole sentences with named placeholders, and are
looked up when they are shown:

    _("{name} is empty.", name=name)
    n_("{n} incident", "{n} incidents", count)
    say(N_("killed"))         # marked here, translated by `_(word)` where it is shown

What is stored, exported or printed by the command line stays English: nobody has said there
who reads it. The French lies in `data/locale/fr.po`; `make messages` brings it up to the source.
"""

import datetime as dt
import gettext
import io
import string
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

ENGLISH = "en"
LANGUAGES = {"en": "English", "fr": "Français"}
"""Each by its own name."""
LOCALES = Path(__file__).resolve().parent.parent / "data" / "locale"
_CONTEXT_END = "\x04"
_SPOKEN: ContextVar[str | None] = ContextVar("spoken", default=None)
_listeners: list[Callable[[], str]] = []


def language() -> str:
    """Return the code of the language in force; English where nobody reads."""
    spoken = _SPOKEN.get()
    if spoken is None and _listeners:
        spoken = _listeners[-1]()
    return spoken or ENGLISH


def listen(reader: Callable[[], str]) -> None:
    """Let the screen say, each time anew, which language its reader has."""
    _listeners[:] = [reader]


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak one language meanwhile, whoever reads."""
    token = _SPOKEN.set(code)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def N_(message: str) -> str:  # noqa: N802  gettext's own name for it
    """Mark a message for the catalogue; `_` translates it where it is shown."""
    return message


def _(message: str, /, **values: object) -> str:
    """Say a message in the language in force, its `{names}` filled in.

    Args:
        message: in English.
        values: words as they are (escape them for where they go), numbers, days.
    """
    return _filled(_catalogue(language()).gettext(message), values)


def n_(one: str, many: str, n: int, /, **values: object) -> str:
    """Say a message that counts something; `{n}` is the number."""
    found = _catalogue(language()).ngettext(one, many, n)
    return _filled(found, {"n": n, **values})


def p_(context: str, message: str, /, **values: object) -> str:
    """Say a message whose English has several translations, told apart by the context."""
    return _filled(_catalogue(language()).pgettext(context, message), values)


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    path = LOCALES / f"{code}.po"
    if code == ENGLISH or not path.is_file():
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=code))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


class _Filler(string.Formatter):
    """Numbers and days as the language in force writes them."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, dt.date):
            return day(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return number(value, places=int(format_spec.strip(".f") or 0))
        return format(value, format_spec)


_FILLER = _Filler()


def _filled(message: str, values: dict[str, object]) -> str:
    return _FILLER.vformat(message, (), values) if values else message


def number(value: float, *, places: int = 0) -> str:
    """Return "1,234" or "1 234"; years are words and don't belong here."""
    if not places and 0 <= value < 1000:  # noqa: PLR2004  below it nothing parts the digits
        return f"{value:.0f}"
    pattern = "#,##0" + f".{'0' * places}" * bool(places)
    return str(format_decimal(value, format=pattern, locale=language()))


def day(value: dt.date) -> str:
    """Return "3 March 2024", "3 mars 2024", "1er mars 2024"."""
    said = format_date(value, "d MMMM y", locale=language())
    # CLDR's own long format has the ordinal in no language; French writes it on the first only.
    first = language() == "fr" and value.day == 1
    return f"1er{said[1:]}" if first else str(said)
