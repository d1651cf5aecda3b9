"""Read a snapshot: compare its sums, open it, check that what it holds may be kept.

A zip is read into memory by its manifest's names; none of its paths is ever written to.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from geo.snapshot.carrying import DECISIONS, Carried
from geo.snapshot.checking import check
from geo.snapshot.manifest import FORMAT, MANIFEST, Manifest, sum_of
from incidents.errors import ConflictMapError, SnapshotError
from incidents.filters import FilterSpec
from incidents.records import Incident, Record
from incidents.report import Report

LARGEST = 200_000_000
"""Bytes of a snapshot unpacked; more is none that this program wrote."""
LARGEST_RECORDS = 80_000_000
"""Bytes of one of its files of records."""
MOST_FILES = 100
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Opened(Record, frozen=True):
    """A snapshot that may be kept."""

    name: str
    """Of its file, as the analyst knows it."""
    manifest: Manifest
    incidents: tuple[Incident, ...]
    reports: tuple[Report, ...]
    carried: Carried


def open_to_keep(source: Path | bytes, name: str | None = None) -> Opened:
    """Open a snapshot whose contents are to be kept, after checking them and all sums.

    Args:
        source: the zip, or its bytes.
        name: of its file, for messages; the path where it is None.

    Raises:
        SnapshotError: it is no snapshot, was changed, or holds what this program never writes.
    """
    called = name or str(source)
    manifest, files = _read(source, called)
    incidents, reports = _records(files, called)
    carried = _carried(files, called)
    try:
        check(incidents, reports, carried)
    except SnapshotError as error:
        raise SnapshotError("{called} was not opened. {why}", called=called, why=error) from error
    return Opened(
        name=called,
        manifest=manifest,
        incidents=tuple(incidents),
        reports=tuple(reports),
        carried=carried,
    )


def verify_snapshot(path: Path) -> Manifest:
    """Check every file against the manifest.

    Raises:
        SnapshotError: it is no snapshot, or a file is missing, changed or added.
    """
    return _read(path, str(path))[0]


def open_snapshot(path: Path) -> tuple[FilterSpec, list[Incident], list[Report]]:
    """Return the filters, the incidents in view and their reports, after checking all sums.

    Raises:
        SnapshotError: it is no snapshot, or was changed.
    """
    manifest, files = _read(path, str(path))
    return manifest.filters, *_records(files, str(path))


def open_decisions(path: Path) -> Carried:
    """Return the decisions that went along, after checking all sums.

    Raises:
        SnapshotError: it is no snapshot, or was changed.
    """
    return _carried(_read(path, str(path))[1], str(path))


def _records(files: Mapping[str, bytes], name: str) -> tuple[list[Incident], list[Report]]:
    return (
        _decoded(files.get("incidents.json"), list[Incident], f"{name}: its incidents"),
        _decoded(files.get("reports.json"), list[Report], f"{name}: its reports"),
    )


def _carried(files: Mapping[str, bytes], name: str) -> Carried:
    # One written before decisions were carried apart has none.
    data = files.get(DECISIONS, b"{}")
    carried: Carried = _decoded(data, Carried, f"{name}: its decisions")
    return carried


def _decoded(data: bytes | None, kind: Any, what: str) -> Any:
    try:
        if data is None:
            raise SnapshotError("{what} are missing.", what=what)
        if len(data) > LARGEST_RECORDS:
            raise SnapshotError("{what} are too large to be this program's.", what=what)
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise SnapshotError(
            "{what} cannot be read ({why}). It may come from a later version of the program.",
            what=what,
            why=error,
        ) from error


def _read(source: Path | bytes, name: str) -> tuple[Manifest, dict[str, bytes]]:
    try:
        with zipfile.ZipFile(
            io.BytesIO(source) if isinstance(source, bytes) else source
        ) as archive:
            files = _unpacked(archive, name)
    except (OSError, zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError,
            EOFError, ValueError, zlib.error, struct.error) as error:  # fmt: skip
        raise SnapshotError(
            "{name} cannot be read as a snapshot ({why}). It should be a zip that "
            "`conflict-map snapshot` or the dashboard wrote.",
            name=name,
            why=error,
        ) from error
    manifest = _decode(files.pop(MANIFEST, b""), name)
    _compare(manifest, files, name)
    return manifest, files


def _unpacked(archive: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > LARGEST:
        raise SnapshotError("{name} is too large to be a snapshot of this program.", name=name)
    if len({entry.filename for entry in entries}) < len(entries):
        raise SnapshotError(
            "{name} is no snapshot of this program: it has a file twice.", name=name
        )
    return {entry.filename: _unpacked_file(archive, entry, name) for entry in entries}


def _unpacked_file(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    if entry.compress_type not in _PACKED:
        # They unpack a few bytes to any number at once, whatever is asked for.
        raise SnapshotError(
            "{name} is no snapshot of this program: it is packed in another way.", name=name
        )
    with archive.open(entry) as file:
        # Never more than the head says, which was summed up; the sum is checked at the end.
        return file.read(entry.file_size + 1)


def _decode(data: bytes, name: str) -> Manifest:
    try:
        manifest = msgspec.json.decode(data, type=Manifest)
    except (msgspec.DecodeError, RecursionError, ConflictMapError) as error:
        raise SnapshotError(
            "{name} has no manifest that this version can read ({why}).", name=name, why=error
        ) from error
    if manifest.format != FORMAT:
        raise SnapshotError(
            "{name} says it is {format!r}; this version reads {known!r}.",
            name=name,
            format=manifest.format,
            known=FORMAT,
        )
    return manifest


def _compare(manifest: Manifest, files: Mapping[str, bytes], name: str) -> None:
    found = {name: sum_of(data) for name, data in files.items()}
    wrong = {
        "missing": sorted(manifest.files.keys() - found.keys()),
        "added": sorted(found.keys() - manifest.files.keys()),
        "changed": sorted(
            name for name in found.keys() & manifest.files.keys()
            if found[name] != manifest.files[name]
        ),
    }  # fmt: skip
    told = "; ".join(f"{what}: {', '.join(names)}" for what, names in wrong.items() if names)
    if told:
        raise SnapshotError(
            "{name} is not as it was written ({told}). Ask its sender for it once more.",
            name=name,
            told=told,
        )
