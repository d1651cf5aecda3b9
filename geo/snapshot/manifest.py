"""What a snapshot says of itself."""

import hashlib

from incidents.filters import FilterSpec
from incidents.records import Record
from incidents.totals import Totals

FORMAT = "conflict-map snapshot 1"
MANIFEST = "manifest.json"


class FileSum(Record, frozen=True):
    """One file of the zip."""

    sha256: str
    size: int
    """Bytes."""


class ReportNote(Record, frozen=True):
    """One report that an incident in view was read from."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    sha256: str
    """Of the text as UTF-8."""


class Manifest(Record, frozen=True):
    """The contents of `manifest.json`."""

    format: str
    title: str
    created: str
    """UTC, ISO 8601, as the caller gave it."""
    theme: str
    selected: str | None
    filters: FilterSpec
    filters_in_words: tuple[str, ...]
    counts: Totals
    counts_in_words: str
    reports: tuple[ReportNote, ...]
    sources: dict[str, int]
    """Who says so, and of how many incidents in view."""
    versions: dict[str, str]
    files: dict[str, FileSum]
    """Every file of the zip but this one."""


def sum_of(data: bytes) -> FileSum:
    """Return the sum that a manifest keeps of a file."""
    return FileSum(sha256=hashlib.sha256(data).hexdigest(), size=len(data))
