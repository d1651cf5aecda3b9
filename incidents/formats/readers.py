"""Which module reads which format; each is loaded when its first file comes."""

from collections.abc import Callable
from importlib import import_module

from incidents.formats.contents import Contents, Limits

Reader = Callable[[bytes, str, Limits], Contents]

APART = {
    ".htm": "page",
    ".html": "page",
    ".xhtml": "page",
    ".pdf": "pdf",
    ".docx": "word",
    ".eml": "mail",
}
"""The formats that are read in a process of their own, and their modules in this package."""


def reader_of(kind: str) -> Reader:
    """Return the reader of a format, with its libraries loaded."""
    read: Reader = import_module(f"incidents.formats.{APART[kind]}").read
    return read
