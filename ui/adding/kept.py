"""The reports that are kept: what each is, changed, removed and put back."""

import html

import streamlit as st

from incidents.report import Report
from incidents.wording import say_published
from ui.acting import acting
from ui.adding import editing
from ui.adding.reading import outcomes, remember
from ui.data import Dataset, store
from ui.markup import plain
from ui.tongue import _, n_, retold

MANY = 12
"""From so many reports on there is a field to find one."""


def show(data: Dataset) -> None:
    """Draw the reports in the order in which they were added, then what was removed."""
    reports = list(data.reports.values())
    head = n_("Kept: {n} report", "Kept: {n} reports", len(reports))
    st.html(f'<div class="cm-h">{html.escape(head)}</div>')
    if not reports:
        nothing = _(
            "No report yet. Choose a file, paste a text, or open a snapshot that somebody handed "
            "you."
        )
        st.html(f'<div class="cm-note">{html.escape(nothing)}</div>')
    counts = data.table.rows["report_id"].value_counts()
    for report in _found(reports):
        _row(report, int(counts.get(report.id, 0)))
        if editing.edited() == report.id:
            editing.show(report)
    _removed()


def _found(reports: list[Report]) -> list[Report]:
    if len(reports) < MANY:
        return reports
    words = st.text_input(
        _("Find a report"), key="find_report", placeholder=_("title or publisher")
    )
    wanted = words.casefold().split()
    found = [r for r in reports if all(word in _searched(r) for word in wanted)]
    if not found:
        none = _("No kept report has these words. Try fewer of them.")
        st.html(f'<div class="cm-note">{html.escape(none)}</div>')
    return found


def _searched(report: Report) -> str:
    return f"{report.name} {report.publisher or ''} {report.file or ''}".casefold()


def _row(report: Report, incidents: int) -> None:
    words, change, remove = st.columns([10, 1, 1], vertical_alignment="center", gap="small")
    with words:
        st.html(_words(report, n_("{n} incident", "{n} incidents", incidents)))
    with change:
        st.button(
            "",
            icon=":material/edit:",
            key=f"edit_button_{report.id}",
            type="tertiary",
            help=_("Change the details of {name}", name=plain(report.name)),
            on_click=editing.turn_to,
            args=(None if editing.edited() == report.id else report.id,),
        )
    with remove:
        st.button(
            "",
            icon=":material/delete:",
            key=f"remove_{report.id}",
            type="tertiary",
            help=_(
                "Remove {name} with its incidents (it can be put back)", name=plain(report.name)
            ),
            on_click=acting(_remove),
            args=(report.id,),
        )


def _words(report: Report, count: str) -> str:
    published = ""
    if report.published:
        published = _("published {date}", date=say_published(report.published))
    # By its first words alone an analyst doesn't find a file again.
    file = "" if report.title else report.file or ""
    parts = [html.escape(p) for p in (file, report.publisher or "", published, count) if p]
    if not report.published:
        parts.insert(-1, f"<b>{html.escape(_('no publication date'))}</b>")
    notes = "".join(
        f'<div class="cm-note">{html.escape(retold(note))}</div>' for note in report.notes
    )
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
    head = n_("Removed: {n} report", "Removed: {n} reports", len(removed))
    st.html(f'<div class="cm-h">{html.escape(head)}</div>')
    for one in removed:
        words, button = st.columns([3, 2], vertical_alignment="center", gap="small")
        with words:
            st.html(f'<div class="cm-report">{html.escape(one.report.name)}</div>')
        with button:
            st.button(
                _("Put it back"),
                key=f"restore_{one.report.id}",
                icon=":material/undo:",
                width="stretch",
                help=_("With its incidents and all that was decided on them"),
                on_click=acting(store().restore),
                args=(one.report.id,),
            )
            _erasing(one.report)


def _erasing(report: Report) -> None:
    with st.popover(_("Delete for good"), key=f"erasing_{report.id}", width="stretch"):
        st.text(_("Its text, its incidents and all that was decided on them can’t be put back."))
        st.button(
            _("Delete them"),
            key=f"erase_{report.id}",
            type="primary",
            on_click=acting(store().erase),
            args=(report.id,),
        )
