"""Write a snapshot."""

import datetime as dt
import hashlib
import io
import os
import tempfile
import zipfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from geo.palette import Theme
from geo.snapshot.carrying import DECISIONS, Carried, as_read, reports_of
from geo.snapshot.manifest import FORMAT, MANIFEST, Manifest, ReportNote, sum_of
from geo.snapshot.page import draw_page
from geo.snapshot.readme import readme_text
from geo.snapshot.tables import draw_csv, draw_geojson
from geo.snapshot.view import SnapshotView
from geo.versions import versions
from incidents.decisions import fold
from incidents.errors import SnapshotError
from incidents.filters import FilterSpec
from incidents.records import Incident
from incidents.report import Report

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The zip's own dates, so that the same content gives the same bytes."""


def write_snapshot(  # noqa: PLR0913 - it brings together all that a snapshot holds
    path: Path,
    incidents: Sequence[Incident],
    reports: Sequence[Report],
    filters: FilterSpec,
    *,
    created: dt.datetime,
    theme: Theme = "light",
    selected: str | None = None,
    title: str = "",
    carried: Carried | None = None,
) -> Manifest:
    """Write one zip with the view as picture, page, tables, and with its proof.

    The same arguments, data and versions give the same bytes.

    Args:
        path: of the zip; replaced whole, or left as it was.
        incidents: those in view, in their order.
        reports: any; only those that an incident in view, or joined to it, was read from go in.
        filters: what brought these incidents into view.
        created: when; a time without a zone is taken as UTC.
        theme: of the picture and the page.
        selected: id of the incident to emphasise.
        title: "" for none.
        carried: the analysts' decisions behind these incidents; None where there are none.

    Raises:
        SnapshotError: the zip cannot be written.
    """
    carried = carried or Carried()
    used = reports_of(incidents, carried)
    moment = created if created.tzinfo is None else created.astimezone(dt.UTC)
    own = {report.id: report for report in reports if report.id in used}
    texts = {key: one.text for key, one in own.items()}
    folded = fold(as_read(incidents, carried), carried.decisions, texts)
    view = SnapshotView(
        incidents=tuple(incidents),
        reports=own,
        filters=filters,
        theme=theme,
        selected=selected,
        title=title.strip(),
        created=moment.replace(tzinfo=None, microsecond=0),
        accepted=folded.accepted,
        reviews=folded.reviews,
    )
    files = {**_files(view), DECISIONS: _pretty(carried)}
    manifest = _manifest(view, files)
    _write(path, {**files, MANIFEST: _pretty(manifest)})
    return manifest


def _files(view: SnapshotView) -> dict[str, bytes]:
    # matplotlib takes a second to import, and most who start the program draw no picture.
    from geo.snapshot.picture import draw_pictures  # noqa: PLC0415

    return {
        "README.txt": readme_text(view).encode("utf-8", "replace"),
        "incidents.csv": draw_csv(view),
        "incidents.geojson": draw_geojson(view),
        "incidents.json": _pretty(view.incidents),
        "map.html": draw_page(view).encode("utf-8", "replace"),
        **{f"map.{name}": data for name, data in draw_pictures(view).items()},
        "reports.json": _pretty(tuple(view.reports.values())),
    }


def _pretty(value: object) -> bytes:
    encoded = msgspec.json.encode(value, order="deterministic")
    return msgspec.json.format(encoded, indent=1) + b"\n"


def _manifest(view: SnapshotView, files: Mapping[str, bytes]) -> Manifest:
    sources = Counter(
        name for one in view.incidents for name in {source.name for source in one.sources}
    )
    return Manifest(
        format=FORMAT,
        title=view.title,
        created=f"{view.created.isoformat()}Z",
        theme=view.theme,
        selected=view.selected,
        filters=view.filters,
        filters_in_words=tuple(view.filters.describe()),
        counts=view.totals,
        counts_in_words=view.totals.sentence(),
        reports=tuple(_note(report) for report in view.reports.values()),
        sources=dict(sorted(sources.items())),
        versions=versions(),
        files={name: sum_of(data) for name, data in files.items()},
    )


def _note(report: Report) -> ReportNote:
    digest = hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest()
    return ReportNote(
        id=report.id,
        title=report.title,
        publisher=report.publisher,
        published=report.published,
        url=report.url,
        sha256=digest,
    )


def _write(path: Path, files: Mapping[str, bytes]) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, files[name])
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(buffer.getbuffer())
            Path(temporary).chmod(0o644)
            Path(temporary).replace(path)
        finally:
            Path(temporary).unlink(missing_ok=True)
    except OSError as error:
        raise SnapshotError(
            "The snapshot cannot be written to {path} ({why}). Choose a folder "
            "that you may write to, with room for it.",
            path=path,
            why=error,
        ) from error
