"""The reports that are kept: what each is, changed, removed and put back."""

import html

import streamlit as st

from incidents.report import Report
from incidents.totals import plural
from incidents.wording import say_published
from ui.acting import acting
from ui.adding import editing
from ui.adding.reading import outcomes, remember
from ui.data import Dataset, store
from ui.markup import plain

MANY = 12
"""From so many reports on there is a field to find one."""


def show(data: Dataset) -> None:
    """Draw the reports in the order in which they were added, then what was removed."""
    reports = list(data.reports.values())
    st.html(f'<div class="cm-h">Kept: {plural(len(reports), "report")}</div>')
    if not reports:
        st.html(
            '<div class="cm-note">No report yet. Choose a file, paste a text, or open a snapshot '
            "that somebody handed you.</div>"
        )
    counts = data.table.rows["report_id"].value_counts()
    for report in _found(reports):
        _row(report, int(counts.get(report.id, 0)))
        if editing.edited() == report.id:
            editing.show(report)
    _removed()


def _found(reports: list[Report]) -> list[Report]:
    if len(reports) < MANY:
        return reports
    words = st.text_input("Find a report", key="find_report", placeholder="title or publisher")
    wanted = words.casefold().split()
    found = [r for r in reports if all(word in _searched(r) for word in wanted)]
    if not found:
        st.html('<div class="cm-note">No kept report has these words.</div>')
    return found


def _searched(report: Report) -> str:
    return f"{report.name} {report.publisher or ''} {report.file or ''}".casefold()


def _row(report: Report, incidents: int) -> None:
    words, change, remove = st.columns([10, 1, 1], vertical_alignment="center", gap="small")
    with words:
        st.html(_words(report, plural(incidents, "incident")))
    with change:
        st.button(
            "",
            icon=":material/edit:",
            key=f"edit_button_{report.id}",
            type="tertiary",
            help=f"Change the details of {plain(report.name)}",
            on_click=editing.turn_to,
            args=(None if editing.edited() == report.id else report.id,),
        )
    with remove:
        st.button(
            "",
            icon=":material/delete:",
            key=f"remove_{report.id}",
            type="tertiary",
            help=f"Remove {plain(report.name)} with its incidents (it can be put back)",
            on_click=acting(_remove),
            args=(report.id,),
        )


def _words(report: Report, count: str) -> str:
    published = f"published {say_published(report.published)}" if report.published else ""
    # By its first words alone an analyst doesn't find a file again.
    file = "" if report.title else report.file or ""
    parts = [html.escape(p) for p in (file, report.publisher or "", published, count) if p]
    if not report.published:
        parts.insert(-1, "<b>no publication date</b>")
    notes = "".join(f'<div class="cm-note">{html.escape(note)}</div>' for note in report.notes)
    return (
        f'<div class="cm-report">{html.escape(report.name)}</div>'
        f'<div class="cm-note">{" · ".join(parts)}</div>{notes}'
    )


def _remove(report_id: str) -> None:
    remember([o for o in outcomes() if o.added is None or o.added.report.id != report_id])
    store().remove(report_id)


def _removed() -> None:
    removed = store().removed()
    if not removed:
        return
    st.html(f'<div class="cm-h">Removed: {plural(len(removed), "report")}</div>')
    for one in removed:
        words, button = st.columns([3, 2], vertical_alignment="center", gap="small")
        with words:
            st.html(f'<div class="cm-report">{html.escape(one.report.name)}</div>')
        with button:
            st.button(
                "Put it back",
                key=f"restore_{one.report.id}",
                icon=":material/undo:",
                width="stretch",
                help="With its incidents and all that was decided on them",
                on_click=acting(store().restore),
                args=(one.report.id,),
            )
            _erasing(one.report)


def _erasing(report: Report) -> None:
    with st.popover("Delete for good", key=f"erasing_{report.id}", width="stretch"):
        st.text("Its text, its incidents and all that was decided on them can't be put back.")
        st.button(
            "Delete them",
            key=f"erase_{report.id}",
            type="primary",
            on_click=acting(store().erase),
            args=(report.id,),
        )
