"""The kept reports at a glance: what each is, what was read of it, and who has checked how much."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal

from incidents.decisions import Folded
from incidents.likeness import Like
from incidents.records import Incident, Record
from incidents.report import Report
from incidents.store import Adding, Contents

Order = Literal["added", "title", "published", "incidents", "unchecked", "checked"]
_BEGINNING = dt.datetime.min.replace(tzinfo=dt.UTC)


class ReportRow(Record, frozen=True, kw_only=True):
    """One report of the table."""

    report: Report
    added: Adding
    incidents: int
    """Read or added by a person; those that a person rejected too."""
    checked: int
    """Of them, accepted, added or rejected by a person."""
    checkers: tuple[str, ...] = ()
    """Who did, by name; nobody's name is left out."""
    last_checked: dt.datetime | None = None
    """When the last was; None where nothing is, or nobody knows when."""
    like: Like | None = None
    """The earlier report that has nearly the same text."""


def overview(contents: Contents, folded: Folded, likes: Mapping[str, Like]) -> list[ReportRow]:
    """Return the kept reports, in the order in which they were first added.

    Args:
        contents: what the store holds.
        folded: its incidents with the decisions in force.
        likes: by report id.
    """
    found: defaultdict[str, list[Incident]] = defaultdict(list)
    for incident in (*folded.versions, *(one.incident for one in folded.rejected)):
        found[incident.report_id].append(incident)
    return [
        _row(report, contents, folded, found[report.id], likes.get(report.id))
        for report in contents.reports
    ]


def _row(
    report: Report, contents: Contents, folded: Folded, found: Sequence[Incident], like: Like | None
) -> ReportRow:
    reviews = [folded.review(one.id) for one in found]
    checked = [one for one in reviews if one.checked]
    return ReportRow(
        report=report,
        added=contents.added.get(report.id, Adding()),
        incidents=len(found),
        checked=len(checked),
        checkers=tuple(sorted({one.who for one in checked if one.who})),
        last_checked=max((one.at for one in checked if one.at), default=None),
        like=like,
    )


def ordered(rows: Iterable[ReportRow], by: Order) -> list[ReportRow]:
    """Sort rows: the newest or the most first, titles by the alphabet, what is unknown last."""
    given = list(rows)
    if by == "title":
        return sorted(given, key=lambda one: one.report.name.casefold())
    # The last added stands first among equals.
    given.reverse()
    given.sort(key=_KEYS[by], reverse=True)
    return given


_KEYS: Mapping[str, Callable[[ReportRow], Any]] = {
    "added": lambda one: one.added.at or _BEGINNING,
    "published": lambda one: one.report.published or "",
    "incidents": lambda one: one.incidents,
    "unchecked": lambda one: one.incidents - one.checked,
    "checked": lambda one: one.last_checked or _BEGINNING,
}


def having(rows: Iterable[ReportRow], words: str) -> list[ReportRow]:
    """Return the rows whose title, publisher or file has all of some words."""
    wanted = words.casefold().split()
    return [one for one in rows if all(word in _searched(one.report) for word in wanted)]


def _searched(report: Report) -> str:
    return f"{report.name} {report.publisher or ''} {report.file or ''}".casefold()
