"""Report files wherever they lie: named, in folders, in zip archives; what is left out says why."""

import os
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from incidents.records import Record
from incidents.report import LARGEST_FILE
from incidents.tongue import N_, later

KINDS = ("txt", "md", "html", "htm", "pdf", "docx", "eml")
"""Endings of the files that are read."""
ARCHIVE = ".zip"
LARGEST_ARCHIVE = 1_000_000_000
"""Bytes of an archive's files, unpacked."""
MOST_FILES = 10_000
"""In one archive."""
_ENDINGS = {f".{kind}" for kind in KINDS}
_SIDECARS = {".toml", ".json"}
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The others unpack a few bytes to any number at once, whatever is asked for."""
_NOISE = (".", "~$", "__MACOSX", "Thumbs.db", "desktop.ini")
"""How names begin that a system or an editor made, no person."""
_SNAPSHOT = "manifest.json"


class Found(Record, frozen=True, kw_only=True):
    """One file, to be read or left out."""

    path: Path
    """Where it can be read now; a file of an archive lies there only until the next one comes."""
    shown: str
    """Its name for a person: the path, or the archive's and the name within; not to be trusted."""
    why_not: str = ""
    """Why it is left out, in English until it is `retold`; "" where it is read."""


def find(paths: Iterable[Path]) -> Iterator[Found]:
    """Find the report files at some paths, folders with all their folders, in the order of names.

    A file that is named is read whatever its ending; within folders and archives only the known
    kinds are. Links to folders are not followed, and an archive in an archive is not opened.

    Args:
        paths: of files, folders and zip archives.
    """
    for path in paths:
        if path.is_dir():
            yield from _in_folder(path, shown=str(path), archives=True)
        elif path.suffix.lower() == ARCHIVE:
            yield from _in_archive(path, str(path))
        else:
            yield Found(path=path, shown=_written(str(path)))


def _written(name: str) -> str:
    """Put signs that can be written for the bytes of a name that are no text."""
    return os.fsencode(name).decode("utf-8", "replace")


def _in_folder(folder: Path, *, shown: str, archives: bool) -> Iterator[Found]:
    refused: list[OSError] = []
    for where, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(one for one in folders if not one.startswith(_NOISE))
        own = sorted(one for one in names if not one.startswith(_NOISE))
        within = Path(where).relative_to(folder)
        for name in own:
            path, said = Path(where) / name, _written(str(Path(shown) / within / name))
            if path.suffix.lower() == ARCHIVE and archives:
                yield from _in_archive(path, said)
            elif not _is_sidecar(path, own):
                yield Found(path=path, shown=said, why_not=_why_not(path))
    for error in refused:
        path = Path(error.filename)
        why_not = later("it can't be opened ({why})", why=error.strerror)
        yield Found(path=path, shown=_written(str(path)), why_not=why_not)


def _is_sidecar(path: Path, beside: Sequence[str]) -> bool:
    """Tell what a report beside it says of itself, which is read with that report."""
    return path.suffix.lower() in _SIDECARS and any(
        Path(other).stem == path.stem and Path(other).suffix.lower() in _ENDINGS for other in beside
    )


def _why_not(path: Path) -> str:
    if path.suffix.lower() in _ENDINGS:
        return ""
    if path.suffix.lower() == ARCHIVE:
        return N_("an archive within an archive; unpack it first")
    return later("no kind of file that is read ({kinds})", kinds=", ".join(KINDS))


def _in_archive(path: Path, shown: str) -> Iterator[Found]:
    try:
        with zipfile.ZipFile(path) as archive:
            why_not = _refusal(archive)
            if why_not:
                yield Found(path=path, shown=shown, why_not=why_not)
                return
            with _unpacked(archive) as (folder, left_out):
                yield from _in_folder(folder, shown=shown, archives=False)
                for name, why in left_out:
                    yield Found(path=path, shown=f"{shown}/{name}", why_not=why)
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError) as error:
        # ValueError: a name that says it is UTF-8 and is not.
        why_not = later("the archive can't be opened ({why})", why=error)
        yield Found(path=path, shown=shown, why_not=why_not)


def _refusal(archive: zipfile.ZipFile) -> str:
    files = [one for one in archive.infolist() if not one.is_dir()]
    if _SNAPSHOT in {one.filename for one in files}:
        return N_("a snapshot; open it on the page “Add a report”")
    if len(files) > MOST_FILES:
        return later("it has more than {n} files; divide it", n=MOST_FILES)
    if sum(one.file_size for one in files) > LARGEST_ARCHIVE:
        most = LARGEST_ARCHIVE / 1e6
        return later("it has more than {most:.0f} MB unpacked; divide it", most=most)
    return ""


@contextmanager
def _unpacked(archive: zipfile.ZipFile) -> Iterator[tuple[Path, list[tuple[str, str]]]]:
    """Give a private folder with an archive's files, and what of it could not be unpacked."""
    left_out: list[tuple[str, str]] = []
    with tempfile.TemporaryDirectory() as folder:
        for one in archive.infolist():
            why_not = _unpack(archive, one, Path(folder))
            if why_not:
                left_out.append((one.filename, why_not))
        yield Path(folder), left_out


def _unpack(archive: zipfile.ZipFile, one: zipfile.ZipInfo, folder: Path) -> str:
    """Unpack a file; return why it could not be, "" where it could."""
    if one.file_size > LARGEST_FILE:
        return later("it has more than {most:.0f} MB", most=LARGEST_FILE / 1e6)
    if one.compress_type not in _PACKED:
        return N_("it is packed in a rare way; unpack it first")
    try:
        # Piece by piece; it takes no name out of the folder, and no more bytes than the head says.
        archive.extract(one, folder)
    except NotImplementedError as error:
        why_not = later("it is packed in a rare way ({why}); unpack it first", why=error)
    except RuntimeError:
        why_not = N_("it is locked by a password; unpack it first")
    except (OSError, EOFError, ValueError, zipfile.BadZipFile, zlib.error) as error:
        why_not = later("it is damaged ({why})", why=error)
    else:
        return ""
    _forget(folder, one.filename)
    return why_not


def _forget(folder: Path, name: str) -> None:
    """Delete what was unpacked of a file before it proved to be broken: half a report."""
    half = folder.joinpath(*(part for part in name.split("/") if part not in {"", ".", ".."}))
    if half.is_relative_to(folder) and half.is_file():
        half.unlink()
