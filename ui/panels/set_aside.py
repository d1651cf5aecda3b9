"""What is kept and not shown: rows that can't be read, corrections whose words are gone."""

import html
from collections.abc import Callable
from functools import partial

import streamlit as st

from incidents.decisions.saying import say_action
from incidents.store import Unreadable
from ui import deciding
from ui.acting import acting
from ui.data import Dataset, store
from ui.markup import plain
from ui.tongue import _, n_, retold


def show(data: Dataset) -> None:
    """List them with what to do; nothing where there is nothing."""
    _unreadable(data)
    _orphans(data)


def _unreadable(data: Dataset) -> None:
    bad = data.contents.unreadable
    if not bad:
        return
    head = n_("Set aside: {n} row of the database", "Set aside: {n} rows of the database", len(bad))
    st.html(f'<div class="cm-h">{html.escape(head)}</div>')
    st.text(
        _(
            "They can't be read and are left out; all else is shown. Put a copy of the database "
            "back, add the report once more, or remove the row."
        )
    )
    for one in bad:
        key = f"discard_{one.what}_{one.report_id}_{one.number}"
        said = _("{row}: {why}", row=_which(data, one), why=retold(one.why))
        _row(said, _("Remove it for good"), key, acting(partial(store().discard, one)))


def _orphans(data: Dataset) -> None:
    lost = data.folded.orphans
    if not lost:
        return
    head = n_("Not in force: {n} correction", "Not in force: {n} corrections", len(lost))
    st.html(f'<div class="cm-h">{html.escape(head)}</div>')
    st.text(
        _(
            "The report is read otherwise now, or the incident was split since. "
            "Correct the incident anew where it is still needed, or take them back."
        )
    )
    for orphan in lost:
        where = _named(data, orphan.decision.report_id)
        said = _(
            "{decision}, in {report}: {why}",
            decision=say_action(orphan.decision.action),
            report=where,
            why=retold(orphan.why),
        )
        key = f"orphan_{orphan.decision.id}"
        _row(said, _("Take it back"), key, partial(deciding.take_back, orphan.decision))


def _row(said: str, label: str, key: str, done: Callable[[], None]) -> None:
    words, button = st.columns([5, 2], vertical_alignment="center")
    with words:
        st.text(said)
    with button:
        st.button(plain(label), key=key, on_click=done)


def _which(data: Dataset, one: Unreadable) -> str:
    report = _named(data, one.report_id)
    if one.what == "incident":
        return _("incident {n} of {report}", n=one.number + 1, report=report)
    return report if one.what == "report" else _("a correction in {report}", report=report)


def _named(data: Dataset, report_id: str) -> str:
    report = data.reports.get(report_id)
    return _("“{report}”", report=report.name) if report else _("report {id}", id=report_id)
