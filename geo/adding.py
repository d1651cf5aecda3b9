"""What adding a report, or changing what is known of it, did: the words for the analyst.

The page "Add a report" and the command line call it; `geo.pipeline` does the reading.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Literal

import msgspec

from geo.pipeline import Pipeline
from incidents.dating import read_edtf
from incidents.errors import ReportError
from incidents.finders.dates import find_dates
from incidents.records import Incident, Record
from incidents.report import Report
from incidents.store import Store
from incidents.text import read_document
from incidents.tongue import N_, _, n_

Happened = Literal["read", "read again", "put back", "unchanged"]
DETAILS = ("title", "publisher", "published", "language")
"""What an analyst may say of a report."""
_CHANGED = {
    "title": N_("its title was {old} and is {new}"),
    "publisher": N_("its publisher was {old} and is {new}"),
    "published": N_("its date was {old} and is {new}"),
    "language": N_("its language was {old} and is {new}"),
}
_HAPPENED = {
    "read": N_("Read"),
    "read again": N_("Read again"),
    "put back": N_("It had been removed and is put back"),
    "unchanged": N_("Already there, unchanged"),
}
_HEAD = 3_000
"""Code points in which a dateline stands."""
_OPENING, _AFTER_TOWN = 40, ",.(-–—:\n"
"""How much may stand before the day that opens a text, and how that ends: "Niamey, "."""


class Details(Record, frozen=True, kw_only=True):
    """What an analyst says of a report; None where it is not known."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    """EDTF."""
    language: str | None = None


class Added(Record, frozen=True, kw_only=True):
    """What became of a report."""

    report: Report
    """As it is kept now."""
    happened: Happened
    changes: tuple[str, ...] = ()
    """What is known otherwise of it than before: "its date from nothing to 2024-03-28"."""
    effect: str = ""
    """What the new reading changed: "3 incidents are dated otherwise"; "" where nothing."""

    def sentence(self) -> str:
        """Say it."""
        parts = [_(_HAPPENED[self.happened]), *self.changes]
        return _("; ").join(parts) + (f". {self.effect}" if self.effect else "") + "."


def add(
    pipeline: Pipeline,
    store: Store,
    report: Report,
    *,
    who: str = "",
    said: Collection[str] = (),
) -> Added:
    """Read a report and keep it, and say whether it was there before and what is new of it.

    Args:
        pipeline: reads it.
        store: where it is kept.
        report: whole, with its text.
        who: adds it; "" where nobody gave a name.
        said: the details that the analyst gives now, which outrank what is kept of it; what the
            file says of itself only fills in.

    Raises:
        ConflictMapError: it can't be read or kept.
    """
    kept = store.kept(report.id)
    before = store.incidents(report.id)
    pipeline.ingest(store, report, who=who, said=said)
    after = store.kept(report.id)
    now = after.report if after and after.report else report
    if kept is None or kept.report is None:
        return Added(report=now, happened="read")
    changes = _changes(kept.report, now)
    if kept.removed:
        return Added(report=now, happened="put back", changes=changes)
    if not changes and kept.engine == pipeline.version:
        return Added(report=now, happened="unchanged")
    effect = _effect(before, store.incidents(report.id))
    return Added(report=now, happened="read again", changes=changes, effect=effect)


def amend(
    pipeline: Pipeline,
    store: Store,
    report_id: str,
    details: Details,
    seen: Report | None = None,
) -> Added:
    """Put an analyst's details in place of what was known of a report, and read it again.

    The decisions on it are kept; a detail that is None is forgotten.

    Args:
        pipeline: reads it.
        store: where it is kept.
        report_id: whose details.
        details: all of them.
        seen: the report as the analyst saw it; None for as it is kept now.

    Raises:
        ReportError: the report is not kept any more.
        StoreError: somebody else has changed or removed it since.
        DateError: `published` is no EDTF.
        ConflictMapError: it can't be read or kept.
    """
    kept = store.kept(report_id)
    if kept is None or kept.report is None or kept.removed:
        raise ReportError("The report is not there any more. Load the page anew.")
    given = {field: getattr(details, field) or None for field in DETAILS}
    if given["published"]:
        given["published"] = read_edtf(given["published"]).edtf
    report = msgspec.structs.replace(kept.report, **given)
    if report == kept.report:
        return Added(report=report, happened="unchanged")
    before = store.incidents(report_id)
    incidents = pipeline.read(report)
    store.put(report, incidents, pipeline.version, expected=seen or kept.report)
    return Added(
        report=report,
        happened="read again",
        changes=_changes(kept.report, report),
        effect=_effect(before, incidents),
    )


def dateline(report: Report) -> str | None:
    """Return the day that a report's text opens with, as EDTF; None where it has none."""
    doc = read_document(report.text[:_HEAD], report.language)
    for mention in find_dates(doc, None):
        before = doc.text[: mention.span.start].strip()
        opening = len(before) <= _OPENING and (not before or before[-1] in _AFTER_TOWN)
        is_day = mention.value.basis == "stated" and mention.value.precision == "day"
        if is_day and (mention.use == "dateline" or opening):
            return mention.value.edtf
    return None


def _changes(before: Report, after: Report) -> tuple[str, ...]:
    pairs = ((field, getattr(before, field), getattr(after, field)) for field in DETAILS)
    return tuple(
        _(_CHANGED[field], old=old or _("not given"), new=new or _("not known"))
        for field, old, new in pairs
        if old != new
    )


def _effect(before: Sequence[Incident], after: Sequence[Incident]) -> str:
    if len(before) != len(after):
        was = n_("{n} incident before", "{n} incidents before", len(before))
        return _("{before}, {n} now", before=was, n=len(after))
    if Counter(map(_dated, before)) != Counter(map(_dated, after)):
        gone = Counter(map(_dated, before)) - Counter(map(_dated, after))
        number = gone.total()
        return n_("{n} incident is dated otherwise", "{n} incidents are dated otherwise", number)
    return _("Its incidents are the same") if before else ""


def _dated(one: Incident) -> tuple[object, ...]:
    return one.evidence, one.sub_event_type, one.date.edtf if one.date else None
