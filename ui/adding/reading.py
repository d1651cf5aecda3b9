"""Reads what was given, one after the other, and remembers what became of each."""

from collections.abc import Collection, Sequence

import streamlit as st

from geo.outcomes import Adder, Outcome
from incidents.errors import ConflictMapError
from incidents.report import Report
from ui import analyst
from ui.data import pipeline, store
from ui.markup import plain, say
from ui.tongue import _

_OUTCOMES = "added_reports"


def read_all(
    given: Sequence[tuple[str, Report | ConflictMapError, Collection[str]]],
    *,
    undated: Sequence[str],
) -> None:
    """Read reports; one that can't be read is told, and the rest goes on.

    Args:
        given: each with its name, an error where the file could not be opened, and which details
            the analyst gives and not the file.
        undated: ids of those whose date is said not to be known.
    """
    bar = st.progress(0.0, text=_("Reading …"))
    outcomes = []
    adder = Adder(pipeline(), store(), who=analyst.name())
    for number, (name, report, said) in enumerate(given):
        bar.progress(
            number / len(given),
            text=_(
                "Reading {name}, {n} of {all} …",
                name=plain(name),
                n=int(number + 1),
                all=len(given),
            ),
        )
        asked = isinstance(report, Report) and report.id in undated
        outcomes.append(adder.take(name, report, said=said, date_asked=asked))
    bar.empty()
    remember(outcomes)


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
