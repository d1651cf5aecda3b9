"""From a report to placed incidents: the one module that joins reading, gazetteer and store.

The command line and the "Add a report" page both call it.
"""

import hashlib
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

import msgspec

from geo.cache import cache_folder
from geo.gazetteer import Gazetteer, open_gazetteer
from geo.gazetteer.build import Progress, quiet
from geo.gazetteer.index import pack_paths
from geo.geocoder import Geocoder
from geo.versions import versions
from incidents.extract import Extraction, extract
from incidents.records import Incident
from incidents.report import Report, read_report
from incidents.store import Store

DATA = Path(__file__).resolve().parent.parent / "data"


class Pipeline:
    """A reader of reports, with its rules and gazetteer loaded."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Stand on an open gazetteer."""
        self.gazetteer = gazetteer
        self._geocoder = Geocoder(gazetteer)
        self.version = engine_version()
        """Changes whenever the same text might be read otherwise."""

    def read(self, report: Report) -> list[Incident]:
        """Return a report's incidents with their places resolved; the same for the same text."""
        return list(self.extract(report).incidents)

    def extract(self, report: Report, *, general: bool = False) -> Extraction:
        """Return the same with all that was found, for `explain`.

        Args:
            report: the report.
            general: keep also what is told in general, for loose words of a report.
        """
        return extract(report, self.gazetteer, self._geocoder, general=general)

    def ingest(
        self, store: Store, report: Report, *, who: str = "", said: Collection[str] = ()
    ) -> list[Incident]:
        """Read a report and keep it.

        One that is kept already as this engine reads it is left as it is; what is known of it
        now and was not before, such as its date, is added and the report read anew. What is kept
        of it may be an analyst's correction, and stays unless the analyst says otherwise now. One
        that was removed is shown again, with the decisions on it.

        Args:
            store: where it is kept.
            report: whole, with its text.
            who: adds it; "" where nobody gave a name.
            said: the details that the analyst gives now, and not the file.

        Raises:
            StoreError: somebody else has changed or removed it while it was read.
        """
        kept = store.kept(report.id)
        before = kept.report if kept else None
        whole = report if before is None else corrected(before, report, said)
        if kept is not None and (kept.report, kept.engine) == (whole, self.version):
            if kept.removed:
                store.restore(report.id)
            return store.incidents(report.id)
        incidents = self.read(whole)
        expected = None if kept is None or kept.removed else before
        store.put(whole, incidents, self.version, who=who, expected=expected)
        return incidents


def completed(known: Report, other: Report) -> Report:
    """Return what is known of a report, with those details that only another file of it gives."""
    if known.text != other.text:
        return known
    details = ["published", "title", "publisher", "language", "url", "file"]
    if not (known.published or other.published):
        details.append("proposed_published")
    given = {key: getattr(known, key) or getattr(other, key) for key in details}
    return msgspec.structs.replace(known, **given)


def corrected(kept: Report, report: Report, said: Collection[str]) -> Report:
    """Return what is kept of a report, with what is new of it and what an analyst says now."""
    if kept.text != report.text:
        return report
    given = {key: getattr(report, key) for key in said if getattr(report, key)}
    return msgspec.structs.replace(completed(kept, report), **given)


def default_pipeline(progress: Progress = quiet) -> Pipeline:
    """Return the pipeline on the user's gazetteer, building that once where it is missing.

    A country pack that was added or removed since gives another one.

    Args:
        progress: hears what is being done and how much of it, 0 to 1.
    """
    return _pipeline(engine_version(), progress)


@lru_cache(maxsize=2)
def _pipeline(_version: str, progress: Progress) -> Pipeline:
    return Pipeline(open_gazetteer(progress=progress))


def bundled_reports() -> list[Report]:
    """Return the reports that come with the program."""
    return [read_report(path) for path in sorted((DATA / "reports").glob("*.txt"))]


def engine_version() -> str:
    """Return a short hash of the program and of all language and geography data in force.

    It is that of this moment: country packs come and go while the dashboard runs.
    """
    digest = hashlib.sha256(msgspec.json.encode(versions(), order="deterministic"))
    for pack in pack_paths(cache_folder()):
        digest.update(pack.name.encode())
        digest.update(_sum_of(pack))
    return digest.hexdigest()[:16]


def _sum_of(pack: Path) -> bytes:
    try:
        about = pack.stat()
    except FileNotFoundError:  # removed at this very moment
        return b""
    return _pack_sum(pack, about.st_ino, about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=256)
def _pack_sum(pack: Path, *_about: int) -> bytes:
    # Packs have tens of megabytes, and this is asked at every click.
    return hashlib.sha256(pack.read_bytes()).digest()
