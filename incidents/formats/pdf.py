"""PDFs: their lines with where they stand, read with PDFium, laid out by `pdf_layout`."""

import ctypes
import datetime as dt
import re
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from incidents.errors import ReportError
from incidents.formats.contents import Contents, Limits
from incidents.formats.pdf_layout import lay_out
from incidents.formats.pdf_margins import without_margins
from incidents.formats.pdf_runs import Run
from incidents.tongue import later

_HYPHENS = frozenset({0x2, 0xFFFE, 0xAD})
"""What PDFium gives for a hyphen at a line's end."""
_GAP = 0.9
"""Part of the letters' height from which a gap in a line parts two runs: columns and cells."""
_WORD_GAP = 0.15
_MOST_NAMED = 20
_PASSWORD = 4
"""PDFium's error code for a missing password."""
_CREATED = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def read(data: bytes, name: str, limits: Limits) -> Contents:
    """Take the text out of a PDF.

    Raises:
        ReportError: it is broken or locked, or holds too much text.
    """
    document = _open(data, name)
    pages: list[list[Run]] = []
    length = 0
    for page in document:
        runs = list(_runs(page.get_textpage()))
        length += sum(len(run.text) for run in runs)
        if length > limits.text_length:
            raise ReportError(
                "{name} has over {most} characters: divide it.", name=name, most=limits.text_length
            )
        pages.append(runs)
    empty = [str(number) for number, runs in enumerate(pages, 1) if not runs]
    kept, margins = without_margins(pages)
    text = lay_out(kept)
    return Contents(
        text=text,
        meta=_meta(document),
        proposed_published=_created(document),
        notes=tuple(_notes(name, empty, margins)) if text else (),
    )


def _open(data: bytes, name: str) -> "pdfium.PdfDocument":
    try:
        document = pdfium.PdfDocument(data)
        len(document)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise ReportError(
                "{name} is locked with a password. Save a copy without one and read that.",
                name=name,
            ) from None
        raise ReportError(
            "{name} is a PDF that cannot be read: {why}.", name=name, why=str(error).rstrip(".")
        ) from None
    return document


def _runs(page: "pdfium.PdfTextPage") -> Iterator[Run]:
    """Yield the runs of a page: letters that stand beside each other on a line."""
    run: Run | None = None
    for text, box in _letters(page):
        if text.isspace() or box is None:
            if run and text.isspace():
                run.space = True
            continue
        left, right, bottom, top = box
        if run and run.goes_on(left, bottom, top, _GAP):
            run.add(text, left, right, _WORD_GAP)
            continue
        if run:
            yield run
        run = Run(text=text, left=left, right=right, bottom=bottom, height=max(1.0, top - bottom))
    if run:
        yield run


def _letters(
    page: "pdfium.PdfTextPage",
) -> Iterator[tuple[str, tuple[float, float, float, float] | None]]:
    rect = pdfium_c.FS_RECTF()
    for index in range(page.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(page, index)
        text = "-" if code in _HYPHENS else chr(code) if 0 < code < 0x110000 else " "  # noqa: PLR2004
        if pdfium_c.FPDFText_GetLooseCharBox(page, index, ctypes.byref(rect)):
            yield text, (rect.left, rect.right, rect.bottom, rect.top)
        else:
            yield text, None


def _meta(document: "pdfium.PdfDocument") -> dict[str, str]:
    title = document.get_metadata_value("Title").strip()
    return {"title": title} if title else {}


def _created(document: "pdfium.PdfDocument") -> str | None:
    match = _CREATED.match(document.get_metadata_value("CreationDate"))
    try:
        return dt.date(*map(int, match.groups())).isoformat() if match else None
    except ValueError:
        return None


def _notes(name: str, empty: list[str], margins: list[str]) -> Iterator[str]:
    pages, more = ", ".join(empty[:_MOST_NAMED]), len(empty) - _MOST_NAMED
    if more > 0:
        yield later(
            "{name}: no text on page {pages} and {n} more; a scan needs OCR first.",
            name=name,
            pages=pages,
            n=more,
        )
    elif empty:
        yield later(
            "{name}: no text on page {pages}; a scan needs OCR first.", name=name, pages=pages
        )
    if margins:
        quoted = "; ".join(f"“{line[:80]}”" for line in margins[:4])
        yield later(
            "{name}: lines that run along the pages' heads and feet were left out: {lines}.",
            name=name,
            lines=quoted,
        )
