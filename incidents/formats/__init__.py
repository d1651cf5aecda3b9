"""The formats that are read: a file's text, and what it says of itself."""

import re
from pathlib import PurePath

from incidents.errors import ReportError
from incidents.formats import plain
from incidents.formats.apart import read_apart
from incidents.formats.contents import USUAL, Contents, Limits
from incidents.formats.readers import APART

__all__ = ["Contents", "Limits", "read_contents"]

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


def read_contents(data: bytes, name: str, limits: Limits = USUAL) -> Contents:
    """Take the text out of a file's bytes.

    Args:
        data: the file, not empty.
        name: its name, for the format and for messages. What the bytes begin with beats it.
        limits: how much memory and time it may take.

    Raises:
        ReportError: binary, broken, encrypted, in an encoding that cannot be told, or over a limit.
    """
    kind = _format(data, name)
    if kind in APART:
        return read_apart(kind, data, name, limits)
    if kind != ".txt":
        raise ReportError(
            "{name} is no text. Plain text, HTML, PDF, Word (.docx) and e-mail (.eml) are read.",
            name=name,
        )
    return plain.read(data, name, limits)


def _format(data: bytes, name: str) -> str:
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            return kind
    if _HTML_START.match(data):
        return ".html"
    ending = PurePath(name).suffix.lower()
    return ending if ending in {".htm", ".html", ".xhtml", ".eml"} else ".txt"
