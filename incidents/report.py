"""A report: its text as given, and what is known about it. Files, bytes and JSON lines in."""

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from incidents.dating import read_edtf
from incidents.errors import ReportError
from incidents.formats import Contents, read_contents
from incidents.languages import foreign_language, language_names
from incidents.records import Record
from incidents.rules import languages
from incidents.sidecars import read_sidecar, said
from incidents.tongue import later

LARGEST_FILE = 25_000_000
"""Bytes; a text of 10 MB is read in seconds, a larger file is likely no report."""

NAME_LENGTH = 60
"""Characters of a report's first words that stand for a title."""


class Report(Record, frozen=True, kw_only=True):
    """One report, before anything is read out of it."""

    id: str
    """Given by the sender, or the hash of the text: the same text has the same id."""
    text: str
    """As given; every span of the program's output indexes it."""
    published: str | None = None
    """EDTF: "2024-03-28", "2024-03~"; None where nobody says."""
    proposed_published: str | None = None
    """EDTF: a day that may be the publication's, guessed from a page or taken from when a file was
    written; nothing is dated by it until an analyst says that it is right."""
    title: str | None = None
    publisher: str | None = None
    language: str | None = None
    """"en", "fr"; None until the text's words tell."""
    url: str | None = None
    file: str | None = None
    """Name of the file it came from, without its folder."""
    notes: tuple[str, ...] = ()
    """What the analyst should know of the reading: a guessed encoding, a page without text."""

    @property
    def name(self) -> str:
        """What tells this report from others: its title, else its first words."""
        if self.title:
            return self.title
        first = " ".join(self.text[:400].split())
        if len(first) <= NAME_LENGTH:
            return first
        # Cut between two words, where there are some.
        whole = first[: NAME_LENGTH + 1].rpartition(" ")[0] or first[:NAME_LENGTH]
        return f"{whole.rstrip(' .,;:')}…"


class _Given(msgspec.Struct):
    """A line of the batch command's input."""

    id: str
    text: str
    published: str | None = None
    title: str | None = None
    publisher: str | None = None
    language: str | None = None
    url: str | None = None


def report_id(text: str) -> str:
    """Hash a text to its report's id: 16 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def read_report(
    source: Path | str | bytes,
    *,
    name: str | None = None,
    **given: str | None,
) -> Report:
    """Read a report from a file, or from the bytes of one.

    A file's metadata may stand beside it, as TOML or JSON of the same name
    (`raid.toml` beside `raid.txt`): published, title, publisher, language, url.

    Args:
        source: path, or bytes.
        name: file name for bytes; its ending says the format.
        given: published, title, publisher, language, url; these beat the sidecar's, and those
            beat what the file itself says.

    Raises:
        ReportError: empty, binary, too large, unreadable, over a limit, or of an unknown language.
        DateError: `published` is no EDTF.
    """
    if isinstance(source, bytes):
        data, name, sidecar = source, _shown(name or "report.txt"), {}
    else:
        path = Path(source)
        data, name, sidecar = _read_bytes(path), _shown(path.name), read_sidecar(path)
    _check_size(data, name)
    contents = read_contents(data, name)
    return _make(contents, name, {**contents.meta, **sidecar, **said(given)})


def _shown(name: str) -> str:
    """Put signs that can be written for the bytes of a name that are no text."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _read_bytes(path: Path) -> bytes:
    """Read a regular file; a pipe or a device might never end."""
    shown = _shown(str(path))
    try:
        with open(path, "rb", opener=_at_once) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise ReportError(
                    "{shown} is no regular file. Save it to one, and read that.", shown=shown
                )
            if status.st_size > LARGEST_FILE:
                _refuse_size(status.st_size, _shown(path.name))
            return file.read(LARGEST_FILE + 1)
    except IsADirectoryError:
        raise ReportError("{shown} is a folder. Name the files in it.", shown=shown) from None
    except OSError as error:
        raise ReportError(
            "{shown}: {why}. Check the path.", shown=shown, why=error.strerror or error
        ) from None


def _at_once(path: str, flags: int) -> int:
    """Open a pipe that nobody writes to without waiting, to be told and refused."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _check_size(data: bytes, name: str) -> None:
    if not data.strip():
        raise ReportError("{name} is empty: there is nothing to read in it.", name=name)
    if len(data) > LARGEST_FILE:
        _refuse_size(len(data), name)


def _refuse_size(size: int, name: str) -> None:
    raise ReportError(
        "{name} has {size:.0f} MB; reports of up to {most:.0f} MB are read. "
        "Divide it, or take the text out of it first.",
        name=name,
        size=size / 1000000.0,
        most=LARGEST_FILE / 1000000.0,
    )


def _make(contents: Contents, name: str, meta: Mapping[str, str]) -> Report:
    if not contents.text.strip():
        raise ReportError(
            "{name} has no text: a scan needs to be recognised (OCR) first.", name=name
        )
    published = meta.get("published")
    language = _language(meta.get("language"))
    return Report(
        id=report_id(contents.text),
        text=contents.text,
        published=read_edtf(published).edtf if published else None,
        proposed_published=None if published else contents.proposed_published,
        title=meta.get("title"),
        publisher=meta.get("publisher"),
        language=language,
        url=meta.get("url"),
        file=name,
        notes=(*contents.notes, *_on_language(contents.text, language)),
    )


def _language(tag: str | None) -> str | None:
    if not tag:
        return None
    code = tag.replace("_", "-").split("-")[0].lower()
    if code not in languages():
        raise ReportError(
            "There are no rules for the language {tag!r}; there are for {names}.",
            tag=tag,
            names=", ".join(languages()),
        )
    return code


def _on_language(text: str, given: str | None) -> Iterator[str]:
    foreign = None if given else foreign_language(text)
    if foreign:
        yield later(
            "The text seems to be {foreign}; {names} are read. "
            "What is found in it may be wrong, and much will be missing.",
            foreign=foreign,
            names=language_names(),
        )


def report_from_json(line: bytes | str) -> Report:
    """Read a line of the batch command's input.

    Raises:
        ReportError: it is no JSON object with a string `id` and a string `text`, or is empty.
        DateError: `published` is no EDTF.
    """
    try:
        given = msgspec.json.decode(line, type=_Given)
    except RecursionError:
        raise ReportError("The line is no report: its JSON is nested too deeply.") from None
    except (msgspec.DecodeError, UnicodeError) as error:
        raise ReportError(
            'The line is no report: {why}. It should be {{"id": "...", "text": '
            '"..."}} with published, title, publisher, language and url as they '
            "are known.",
            why=error,
        ) from None
    if not given.text.strip():
        raise ReportError(
            "Report {id!r} has an empty text: there is nothing to read in it.", id=given.id
        )
    language = _language(given.language)
    return Report(
        id=given.id,
        text=given.text,
        published=read_edtf(given.published).edtf if given.published else None,
        title=given.title,
        publisher=given.publisher,
        language=language,
        url=given.url,
        notes=tuple(_on_language(given.text, language)),
    )
