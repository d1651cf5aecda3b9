"""The formats that are read: a file's text, and what it says of itself."""

import io
import re
from collections.abc import Callable, Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import Any

from incidents.dating import read_edtf
from incidents.errors import DateError, ReportError
from incidents.records import Record

_SUSPECT = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ufffd]")
_MOST_SUSPECT = 0.01
"""Share of control characters above which a file is binary, whatever its name."""
_MAGIC = {
    b"%PDF-": ".pdf",
    b"PK\x03\x04": ".docx",
    b"\xd0\xcf\x11\xe0": ".doc",
    b"\x89PNG": "image",
    b"\xff\xd8\xff": "image",
    b"GIF8": "image",
}
_HTML_START = re.compile(
    rb"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,20})?<(?:!doctype html|html)", re.IGNORECASE
)


class Contents(Record, frozen=True, kw_only=True):
    """What a file holds."""

    text: str
    meta: Mapping[str, str] = MappingProxyType({})
    """What the file says of itself, by the names of `Report`'s fields."""
    notes: tuple[str, ...] = ()


def read_contents(data: bytes, name: str) -> Contents:
    """Take the text out of a file's bytes.

    Args:
        data: the file, not empty.
        name: its name, for the format and for messages. What the bytes begin with beats it.

    Raises:
        ReportError: binary, broken, encrypted, or in an encoding that cannot be told.
    """
    reader = _READERS.get(_format(data, name))
    if reader is None:
        raise ReportError(
            f"{name} is no text. Plain text, HTML, PDF and Word (.docx) files are read."
        )
    return reader(data, name)


def _format(data: bytes, name: str) -> str:
    for magic, ending in _MAGIC.items():
        if data.startswith(magic):
            return ending
    if _HTML_START.match(data):
        return ".html"
    ending = PurePath(name).suffix.lower()
    return ending if ending in {".htm", ".html", ".xhtml"} else ".txt"


def _read_text(data: bytes, name: str) -> Contents:
    text, notes = decode(data, name)
    return Contents(text=text, notes=notes)


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Decode a text: UTF-8, UTF-16 with its mark, else Windows-1252 with a note that says so.

    Raises:
        ReportError: it is binary, or in none of these encodings.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        _refuse_binary(text, name)
        note = f"{name} is not UTF-8: it was read as Windows-1252. Check its accents."
        return text, ((note,) if encoding == "cp1252" else ())
    sample = data[:4096]
    if sample.count(0) * 100 > len(sample):
        raise ReportError(f"{name} is binary and no text. Give its text, HTML, PDF or .docx.")
    raise ReportError(f"{name} is in an unknown encoding. Save it as UTF-8 and try again.")


def _refuse_binary(text: str, name: str) -> None:
    sample = text[:20_000]
    if len(_SUSPECT.findall(sample)) > _MOST_SUSPECT * len(sample):
        raise ReportError(f"{name} is binary and no text. Give its text, HTML, PDF or .docx.")


def _read_html(data: bytes, name: str) -> Contents:
    import trafilatura  # noqa: PLC0415 - takes a second, and few reports are pages

    markup, notes = decode(data, name)
    page: Any = trafilatura.bare_extraction(markup, with_metadata=True, include_comments=False)
    if page is None or not page.text:
        raise ReportError(f"{name} has no story that could be told from its menus. Paste its text.")
    meta = {"title": page.title, "publisher": page.sitename, "url": page.url}
    meta["published"] = page.date if _is_date(page.date) else None
    return Contents(text=page.text, meta={k: v for k, v in meta.items() if v}, notes=notes)


def _is_date(text: str | None) -> bool:
    try:
        return bool(text and read_edtf(text))
    except DateError:
        return False


def _read_pdf(data: bytes, name: str) -> Contents:
    import pypdf  # noqa: PLC0415 - few reports are PDFs
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        pages = [page.extract_text() for page in reader.pages]
        title = reader.metadata.title if reader.metadata else None
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ReportError(f"{name} is a PDF that cannot be read: {error}.") from None
    empty = [str(number) for number, text in enumerate(pages, 1) if not text.strip()]
    notes = (f"{name}: no text on page {', '.join(empty[:20])}.",) if empty else ()
    return Contents(
        text="\n\n".join(pages), meta={"title": str(title)} if title else {}, notes=notes
    )


def _read_docx(data: bytes, name: str) -> Contents:
    import docx  # noqa: PLC0415 - few reports are Word files

    try:
        document = docx.Document(io.BytesIO(data))
        lines = [_docx_text(block) for block in document.iter_inner_content()]
        title = document.core_properties.title
    except Exception as error:  # noqa: BLE001 - python-docx and zipfile raise a dozen kinds
        raise ReportError(f"{name} is a Word file that cannot be read: {error}.") from None
    return Contents(text="\n".join(lines), meta={"title": title} if title else {})


def _docx_text(block: object) -> str:
    rows = getattr(block, "rows", None)
    if rows is None:
        return str(getattr(block, "text", ""))
    return "\n".join(" | ".join(cell.text for cell in row.cells) for row in rows)


_READERS: dict[str, Callable[[bytes, str], Contents]] = {
    ".txt": _read_text,
    ".html": _read_html,
    ".htm": _read_html,
    ".xhtml": _read_html,
    ".pdf": _read_pdf,
    ".docx": _read_docx,
}
