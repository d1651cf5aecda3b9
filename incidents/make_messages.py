"""Brings the catalogues up to the messages of the source: `make messages`.

A new message comes in without a translation, one that is gone goes out. tests/test_messages.py
fails until each has its French.
"""

import ast
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from incidents import errors
from incidents.tongue import ENGLISH, LANGUAGES, LOCALES

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("incidents", "geo", "datasets", "ui", "pages", "dashboard.py")
ERRORS = {name for name, kind in vars(errors).items() if isinstance(kind, type)}
"""What they are given is a message too; `str` says it in the language in force."""
_ONE = {"_", "N_", "later", *ERRORS}
_BEGUN = dt.datetime(2026, 11, 29, tzinfo=dt.UTC)
"""Never the day of the run: a catalogue that nothing changed stays the same to the byte."""
Found = tuple[str, str | tuple[str, str], str | None]
"""File, message (or its two forms), context."""


def template() -> Catalog:
    """Return all messages of the source, each with the files that it stands in."""
    found = Catalog(project="conflict-map", fuzzy=False)
    for file, message, context in _messages():
        found.add(message, locations=[(file, 0)], context=context)
    return found


def _messages() -> Iterator[Found]:
    for room in ROOMS:
        for file in files(room):
            shown = file.relative_to(ROOT).as_posix()
            for message, context in messages_of(ast.parse(file.read_text("utf-8"))):
                yield shown, message, context


def files(room: str) -> list[Path]:
    """Return the modules of a room, or the one that it is."""
    path = ROOT / room
    return sorted(path.rglob("*.py")) if path.is_dir() else [path]


def messages_of(tree: ast.AST) -> Iterator[tuple[str | tuple[str, str], str | None]]:
    """Yield the messages of a module, each with its context.

    Babel's own extractor takes the tail of a string that begins with an f-string for a message.
    """
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        words = [one.value for one in node.args if isinstance(one, ast.Constant)]
        texts = [word for word in words if isinstance(word, str)]
        match node.func.id, texts:
            case name, [message, *_rest] if name in _ONE:
                yield message, None
            case "n_", [one, many, *_rest]:
                yield (one, many), None
            case "p_", [context, message, *_rest]:
                yield message, context


def catalogue(code: str) -> Catalog:
    """Return a language's catalogue as it lies in `data/locale/`."""
    path = LOCALES / f"{code}.po"
    if not path.is_file():
        return Catalog(locale=code, project="conflict-map", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=code)


def main() -> None:
    """Bring each language's catalogue up to the source."""
    source = template()
    for code, name in LANGUAGES.items():
        if code == ENGLISH:
            continue
        known = catalogue(code)
        known.update(source, no_fuzzy_matching=True, update_creation_date=False)
        known.header_comment = f"# The screen in {name}. See incidents/tongue.py."
        known.creation_date = known.revision_date = _BEGUN
        LOCALES.mkdir(exist_ok=True)
        with (LOCALES / f"{code}.po").open("wb") as file:
            write_po(file, known, width=100, include_lineno=False, ignore_obsolete=True)


if __name__ == "__main__":
    main()
