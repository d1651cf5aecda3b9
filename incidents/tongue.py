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
import re
import string
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from babel.dates import format_date, get_day_names, get_month_names
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

ENGLISH = "en"
LANGUAGES = {"en": "English", "fr": "Français"}
"""Each by its own name."""
LOCALES = Path(__file__).resolve().parent.parent / "data" / "locale"
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


def later(message: str, /, **values: object) -> str:
    """Say in English what is stored, such as why a place is meant; `retold` translates it."""
    with speaking(ENGLISH):
        return _filled(message, values)


def retold(stored: str) -> str:
    """Say a stored sentence in the language in force, known by the message that made it.

    English where none did: older versions stored other sentences, and a store may hold what
    somebody else wrote.
    """
    whole = _retold(stored)
    if whole is not None:
        return whole
    # Made of several parts: "Kobi is not in the gazetteer; the report is about Mali."
    parts = re.split(r"(\.? *; |\. (?=[A-Z])|\.$)", stored)
    told = [_retold(part) or part for part in parts[::2]]
    if told == parts[::2]:
        return stored
    marks = [_(mark) for mark in parts[1::2]]
    return "".join(part + mark for part, mark in zip(told, [*marks, ""], strict=True))


def _retold(stored: str) -> str | None:
    known = _(stored) if stored else stored
    if known != stored:
        return known
    for pattern, message in _templates(language()):
        if match := pattern.fullmatch(stored):
            said = {name: _listed(words) for name, words in match.groupdict().items()}
            return _REFILLER.vformat(_(message), (), said)
    return None


def _listed(words: str) -> str:
    """Say what is filled in, a sentence or a list: "comments, page headers"."""
    told = retold(words)
    return told if told != words else ", ".join(map(retold, words.split(", ")))


N_("; ")
_OWN_LETTERS = 10
"""A message with fewer of its own would be found in anything: "{place}: {exact}"."""


@cache
def _templates(code: str) -> list[tuple[re.Pattern[str], str]]:
    """Return the patterns of messages that are filled in, those with most own words first."""
    found = []
    for message in (one.id for one in _translated(code) if one.string):
        own = re.sub(r"\{.*?\}|\W", "", message) if isinstance(message, str) else ""
        if isinstance(message, str) and "{" in message and len(own) >= _OWN_LETTERS:
            found.append((len(own), message))
    return [(_pattern(message), message) for _own, message in sorted(found, reverse=True)]


def _pattern(message: str) -> re.Pattern[str]:
    pattern, seen = "", set()
    for text, name, _spec, _conversion in string.Formatter().parse(message):
        pattern += re.escape(text)
        if name:
            pattern += f"(?P={name})" if name in seen else f"(?P<{name}>.{{1,300}}?)"
            seen.add(name)
    return re.compile(pattern, re.DOTALL)


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    if code == ENGLISH:
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    write_mo(compiled, _translated(code))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@cache
def _translated(code: str) -> Catalog:
    path = LOCALES / f"{code}.po"
    if not path.is_file():
        return Catalog(locale=code)
    with path.open("rb") as file:
        return read_po(file, locale=code)


class _Filler(string.Formatter):
    """Numbers and days as the language in force writes them."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            return day(value)
        if isinstance(value, int | float) and not isinstance(value, bool) and format_spec != "g":
            return number(value, places=int(format_spec.strip(".f") or 0))
        return format(value, format_spec)


_FILLER = _Filler()


class _Refiller(string.Formatter):
    """Words that were formatted once already."""

    def format_field(self, value: Any, format_spec: str) -> str:
        del format_spec
        return str(value)

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        del conversion
        return value


_REFILLER = _Refiller()


def _filled(message: str, values: dict[str, object]) -> str:
    return _FILLER.vformat(message, (), values) if values else message


def number(value: float, *, places: int = 0) -> str:
    """Return "1,234" or "1 234"; years are words and don't belong here."""
    if not places and 0 <= value < 1000:  # noqa: PLR2004  below it nothing parts the digits
        return f"{value:.0f}"
    pattern = "#,##0" + f".{'0' * places}" * bool(places)
    return str(format_decimal(value, format=pattern, locale=language()))


def day(value: dt.date, *, year: bool = True) -> str:
    """Return "3 March 2024", "3 mars 2024", "1er mars 2024"; without the year where asked."""
    said = format_date(value, "d MMMM y" if year else "d MMMM", locale=language())
    # French writes the ordinal on a month's first day only, which no pattern of CLDR's does.
    return f"1er{said[1:]}" if language() == "fr" and value.day == 1 else str(said)


def month(value: dt.date, *, year: bool = True) -> str:
    """Return "March 2024", "mars 2024"; without the year where asked."""
    return str(format_date(value, "MMMM y" if year else "LLLL", locale=language()))


class Calendar(NamedTuple):
    """Names as the language in force writes them on an axis."""

    months: list[str]
    """From January."""
    short_months: list[str]
    days: list[str]
    """From Sunday."""
    short_days: list[str]


def calendar() -> Calendar:
    """Return the names of months and days."""
    locale = language()
    months = [get_month_names(width, "stand-alone", locale) for width in ("wide", "abbreviated")]
    days = [get_day_names(width, "stand-alone", locale) for width in ("wide", "abbreviated")]
    sunday_first = (6, 0, 1, 2, 3, 4, 5)
    return Calendar(
        *([str(names[month]) for month in range(1, 13)] for names in months),
        *([str(names[day]) for day in sunday_first] for names in days),
    )
