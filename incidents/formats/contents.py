"""What a reader of files hands back, and how much it may take for it."""

from collections.abc import Mapping
from types import MappingProxyType

from incidents.records import Record


class Contents(Record, frozen=True, kw_only=True):
    """What a file holds."""

    text: str
    meta: Mapping[str, str] = MappingProxyType({})
    """What the file says of itself, by the names of `Report`'s fields."""
    proposed_published: str | None = None
    """EDTF: a publication date that was guessed, or is only when the file was written."""
    notes: tuple[str, ...] = ()
    """What was skipped, guessed or repaired, in sentences."""


class Limits(Record, frozen=True, kw_only=True):
    """How much one file's reading may take."""

    memory_bytes: int = 1_000_000_000
    """What the reader's process may take, beyond what it takes when idle."""
    seconds: float = 120.0
    """By the clock; the longest report tried, 2,000 pages of PDF, takes a third of it."""
    unpacked_bytes: int = 200_000_000
    """Of one part of a Word file, unpacked."""
    text_length: int = 25_000_000
    """Code points that a file may become."""


USUAL = Limits()
