"""Word files (.docx): text as it reads with every tracked change accepted.

Text boxes, content controls, nested tables and footnotes are read; tables become lines
(`incidents.formats.tables`). What else the file holds is named in a note.
"""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from incidents.errors import ReportError
from incidents.formats.contents import Contents, Limits
from incidents.formats.tables import table_lines
from incidents.tongue import N_, later

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_CHUNK = 1 << 16

_DROPPED = frozenset(
    {f"{_W}{tag}" for tag in ("del", "moveFrom", "pPr", "rPr", "tblPr", "tblGrid", "instrText")}
    | {f"{_MC}Fallback"}
)
"""Deleted text, settings, and the second copy of a text box that old programs get."""
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
_SKIPPED = {
    "word/comments.xml": N_("comments"),
    "word/header": N_("page headers"),
    "word/footer": N_("page footers"),
    "word/media/": N_("pictures"),
    "word/charts/": N_("charts"),
    "word/embeddings/": N_("embedded files"),
}
"""Beginnings of the names of parts that are not read."""


def read(data: bytes, name: str, limits: Limits) -> Contents:
    """Take the text out of a Word file.

    Raises:
        ReportError: it is none, is broken, or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive, name, limits)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError) as error:
        raise ReportError(
            "{name} is a Word file that cannot be read: {why}.",
            name=name,
            why=str(error).rstrip("."),
        ) from None


def _read(archive: zipfile.ZipFile, name: str, limits: Limits) -> Contents:
    parts = set(archive.namelist())
    if "word/document.xml" not in parts:
        raise ReportError(
            "{name} is no Word file. Text, HTML, PDF, .docx and .eml are read.", name=name
        )
    body = _part(archive, "word/document.xml", name, limits)
    lines = list(_blocks(body))
    for part, called in _NOTES.items():
        if f"word/{part}.xml" in parts:
            lines += _footnotes(_part(archive, f"word/{part}.xml", name, limits), called)
    meta, written = {}, None
    if "docProps/core.xml" in parts:
        core = _part(archive, "docProps/core.xml", name, limits)
        if title := (core.findtext(f"{_DC}title") or "").strip():
            meta["title"] = title
        written = (core.findtext(f"{_TERMS}created") or "")[:10] or None
    return Contents(
        text="\n".join(lines),
        meta=meta,
        proposed_published=written,
        notes=tuple(_what_is_not_plain(name, parts, body)),
    )


def _part(archive: zipfile.ZipFile, part: str, name: str, limits: Limits) -> etree._Element:
    """Unpack and parse a part, no further than the limit, whatever size its entry claims."""
    parser = etree.XMLPullParser(
        events=("start",), resolve_entities=False, no_network=True, load_dtd=False
    )
    root = None
    unpacked = 0
    with archive.open(part) as file:
        while chunk := file.read(_CHUNK):
            unpacked += len(chunk)
            if unpacked > limits.unpacked_bytes:
                raise ReportError(
                    "{name} unpacks to more than the limit of {most:g} MB. It may be made "
                    "to harm; save its text and read that.",
                    name=name,
                    most=limits.unpacked_bytes / 1000000.0,
                )
            parser.feed(chunk)
            for _event, element in parser.read_events():
                root = element if root is None else root
    parser.close()
    if root is None:
        raise ReportError(
            "{name} is a Word file that cannot be read: {part} is empty.", name=name, part=part
        )
    return root


def _blocks(parent: etree._Element) -> Iterator[str]:
    """Yield the lines of a body, cell or text box."""
    for child in parent:
        if child.tag == f"{_W}p":
            yield from _paragraph(child)
        elif child.tag == f"{_W}tbl":
            yield from table_lines(list(_rows(child)))
        elif child.tag not in _DROPPED and isinstance(child.tag, str):
            yield from _blocks(child)  # content controls, custom XML, tracked insertions


def _paragraph(paragraph: etree._Element) -> Iterator[str]:
    boxes: list[etree._Element] = []
    yield "".join(_runs(paragraph, boxes))
    for box in boxes:
        yield from _blocks(box)


def _runs(parent: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
    for child in parent:
        tag = child.tag
        if tag == f"{_W}t":
            yield child.text or ""
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        elif tag in {f"{_W}footnoteReference", f"{_W}endnoteReference"}:
            yield f"[{child.get(f'{_W}id')}]"
        elif tag == f"{_W}txbxContent":
            boxes.append(child)
        elif tag not in _DROPPED and isinstance(tag, str):
            yield from _runs(child, boxes)


def _rows(table: etree._Element) -> Iterator[list[str]]:
    for row in table.iterchildren(f"{_W}tr", f"{_W}sdt", f"{_W}ins"):
        if row.tag != f"{_W}tr":
            yield from (cells for inner in row for cells in _rows(inner))
        elif row.find(f"{_W}trPr/{_W}del") is None:
            yield [_cell(cell) for cell in row.iter(f"{_W}tc") if _row_of(cell) is row]


def _row_of(cell: etree._Element) -> etree._Element | None:
    return next(cell.iterancestors(f"{_W}tr"), None)


def _cell(cell: etree._Element) -> str:
    return "\n".join(line for line in _blocks(cell) if line.strip())


def _footnotes(part: etree._Element, called: str) -> Iterator[str]:
    for note in part.iterchildren(f"{_W}{called}"):
        text = " ".join(line for line in _blocks(note) if line.strip())
        if text and note.get(f"{_W}type") in {None, "normal"}:
            yield f"[{note.get(f'{_W}id')}] {text}"


def _what_is_not_plain(name: str, parts: set[str], body: etree._Element) -> Iterator[str]:
    skipped = [what for start, what in _SKIPPED.items() if any(p.startswith(start) for p in parts)]
    if skipped:
        yield later("{name}: its {parts} were not read.", name=name, parts=", ".join(skipped))
    if next(body.iter(f"{_W}ins", f"{_W}del", f"{_W}moveFrom"), None) is not None:
        yield later("{name} has tracked changes: it was read as if all were accepted.", name=name)
