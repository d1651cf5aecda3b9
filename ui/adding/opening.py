"""The reports in the files that were chosen: one of each, or all of a zip archive's."""

import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import NamedTuple

from incidents.errors import ConflictMapError
from incidents.folders import ARCHIVE, Found, find
from incidents.report import Report, read_report
from incidents.tongue import N_

MOST_TEXT = 50_000_000
"""Code points of one archive's reports: a tab holds all of them until they are read."""
TOO_MUCH = N_("more text than this page takes at once; the command conflict-map add reads it")


class Opened(NamedTuple):
    """What a chosen file holds."""

    reports: tuple[tuple[str, Report | ConflictMapError], ...]
    """Each with its name; an error where it could not be opened."""
    left_out: tuple[tuple[str, str], ...] = ()
    """Names of an archive's other files, or its own, each with why, in English."""


def open_file(name: str, data: bytes) -> Opened:
    """Take the reports out of a file, or of an archive as the command `add` does.

    Args:
        name: the file's, as the browser tells it; nothing is written under it.
        data: its bytes.
    """
    if PurePath(name).suffix.lower() != ARCHIVE:
        return Opened(((name, _read(data, name)),))
    reports: list[tuple[str, Report | ConflictMapError]] = []
    left_out: list[tuple[str, str]] = []
    room = MOST_TEXT
    for shown, found in _unpacked(name, data):
        if found.why_not or room <= 0:
            left_out.append((shown, found.why_not or TOO_MUCH))
            continue
        report = _read(found.path, shown)
        room -= len(report.text) if isinstance(report, Report) else 0
        reports.append((shown, report))
    return Opened(tuple(reports), tuple(left_out))


def _unpacked(name: str, data: bytes) -> Iterator[tuple[str, Found]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"chosen{ARCHIVE}"
        path.write_bytes(data)
        for found in find([path]):
            yield f"{name}{found.shown.removeprefix(str(path))}", found


def _read(source: Path | bytes, name: str) -> Report | ConflictMapError:
    try:
        return read_report(source, name=name)
    except ConflictMapError as error:
        return error
