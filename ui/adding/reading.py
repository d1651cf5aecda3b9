"""Reads what was given, one after the other, and remembers what became of each."""

import logging
from collections.abc import Sequence

import streamlit as st

from geo.adding import Added, add
from incidents.errors import ConflictMapError
from incidents.records import Record
from incidents.report import Report
from ui.data import pipeline, store
from ui.markup import plain, say

_OUTCOMES = "added_reports"
_log = logging.getLogger(__name__)


class Outcome(Record, frozen=True, kw_only=True):
    """What became of one file or pasted text."""

    name: str
    """Of the file; not to be trusted."""
    error: str | None = None
    double: bool = False
    """Whether it was left out because another of the files has the very same text."""
    added: Added | None = None
    """None where it was not read."""
    date_asked: bool = False
    """Whether the analyst has said that the date is not known."""


def read_all(
    given: Sequence[tuple[str, Report | ConflictMapError]], *, undated: Sequence[str]
) -> None:
    """Read reports; one that can't be read is told, and the rest goes on.

    Args:
        given: each with its name; an error where the file could not be opened.
        undated: ids of those whose date is said not to be known.
    """
    bar = st.progress(0.0, text="Reading …")
    outcomes = []
    seen: dict[str, str] = {}
    for number, (name, report) in enumerate(given):
        bar.progress(
            number / len(given), text=f"Reading {plain(name)}, {number + 1:d} of {len(given)} …"
        )
        outcomes.append(_read(name, report, seen, undated))
    bar.empty()
    remember(outcomes)


def _read(
    name: str,
    report: Report | ConflictMapError,
    seen: dict[str, str],
    undated: Sequence[str],
) -> Outcome:
    if isinstance(report, ConflictMapError):
        return Outcome(name=name, error=str(report))
    if report.id in seen:
        said = f"It has the very text of {seen[report.id]}, which was read."
        return Outcome(name=name, error=said, double=True)
    seen[report.id] = name
    try:
        added = add(pipeline(), store(), report)
    except ConflictMapError as error:
        return Outcome(name=name, error=str(error))
    except Exception:  # noqa: BLE001 - one report must not take the others along
        _log.log(logging.ERROR, "A report could not be read", exc_info=True)
        return Outcome(
            name=name,
            error="The program failed on it, which is its own fault; the log has the details. "
            "Nothing of it was kept.",
        )
    return Outcome(name=name, added=added, date_asked=report.id in undated)


def remember(outcomes: Sequence[Outcome]) -> None:
    """Keep what happened for the page's next drawing."""
    st.session_state[_OUTCOMES] = list(outcomes)


def refuse(name: str, error: str, *, double: bool = False) -> None:
    """Say why a file is not read; most errors begin with its name."""
    about = "" if error.startswith(name) else name
    say("warning" if double else "error", error, about=about)


def outcomes() -> list[Outcome]:
    """Return what became of what was read last."""
    return list(st.session_state.get(_OUTCOMES, []))
