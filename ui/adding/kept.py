"""The kept reports as a table: what each is, what is checked of it; changed and removed there."""

import datetime as dt
import html

import streamlit as st

from incidents.languages import language_name
from incidents.overview import Order, ReportRow, having, ordered, overview
from incidents.wording import say_published
from ui import listed
from ui.acting import acting
from ui.adding import editing
from ui.adding.likes import likes
from ui.adding.reading import outcomes, remember
from ui.data import Dataset, store
from ui.markup import plain
from ui.tongue import N_, _, day, n_, retold
from ui.who import may_edit

MANY = 8
"""From so many reports on there are fields to find and to sort."""
AT_ONCE = 50
_WIDTHS = [28, 1, 1]
ORDERS: dict[Order, str] = {
    "added": N_("added last"),
    "published": N_("published last"),
    "title": N_("title, A to Z"),
    "unchecked": N_("most to check"),
    "checked": N_("checked last"),
    "incidents": N_("most incidents"),
}
HEADS = (
    N_("Report"),
    N_("Publisher"),
    N_("Published"),
    N_("Language"),
    N_("Added"),
    N_("Incidents"),
    N_("Last checked"),
)


def show(data: Dataset) -> None:
    """Draw the table, a row for each report."""
    rows = overview(data.contents, data.folded, likes(data))
    head = n_("Kept: {n} report", "Kept: {n} reports", len(rows))
    st.html(f'<div class="cm-h cm-h-table">{html.escape(head)}</div>')
    if not rows:
        empty = _(
            "No report yet. Choose a file, paste a text, or open a snapshot that somebody handed "
            "you."
        )
        st.html(f'<div class="cm-note">{html.escape(empty)}</div>')
        return
    chosen = _chosen(rows)
    heads = "".join(f"<div>{html.escape(_(one))}</div>" for one in HEADS)
    names = {row.report.id: row.report.name for row in rows}
    with st.container(key="kept_reports"):
        if chosen:
            with st.columns(_WIDTHS, gap="small")[0] if may_edit() else st.container():
                st.html(f'<div class="cm-row cm-row-head" aria-hidden="true">{heads}</div>')
        for row in chosen[: listed.shown("reports", AT_ONCE)]:
            _row(row, names)
            if editing.edited() == row.report.id:
                editing.show(row.report)
    listed.offer_more("reports", len(chosen), AT_ONCE)


def _chosen(rows: list[ReportRow]) -> list[ReportRow]:
    if len(rows) < MANY:
        return ordered(rows, "added")
    with st.container(horizontal=True, gap="small"):
        words = st.text_input(
            _("Find a report"),
            key="find_report",
            placeholder=_("title, publisher or file"),
            width=320,
        )
        by = st.selectbox(
            _("In the order of"),
            list(ORDERS),
            key="reports_order",
            format_func=lambda one: _(ORDERS[one]),
            width=220,
        )
    found = having(rows, words)
    if not found:
        none = html.escape(_("No kept report has these words."))
        st.html(f'<div class="cm-note">{none}</div>')
    return ordered(found, by)


def _row(row: ReportRow, names: dict[str, str]) -> None:
    report = row.report
    if not may_edit():
        st.html(_words(row, names))
        return
    words, change, remove = st.columns(_WIDTHS, vertical_alignment="top", gap="small")
    with words:
        st.html(_words(row, names))
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


def _words(row: ReportRow, names: dict[str, str]) -> str:
    cells = [
        _named(row, names),
        html.escape(row.report.publisher or ""),
        _published(row),
        html.escape(_(language_name(row.report.language)) if row.report.language else ""),
        _when(row.added.at, row.added.who),
        _checked(row),
        _when(row.last_checked, ", ".join(row.checkers)),
    ]
    # The head is far away on a small screen and for one who listens: each cell has its own.
    said = "".join(
        f'<div data-head="{html.escape(_("{what}:", what=_(head)))}">{cell}</div>'
        if cell
        else "<div></div>"
        for head, cell in zip(HEADS, cells, strict=True)
    )
    return f'<div class="cm-row">{said}</div>'


def _named(row: ReportRow, names: dict[str, str]) -> str:
    report = row.report
    # By its first words alone an analyst doesn't find a file again.
    below = [report.file] if report.file and not report.title else []
    below += map(retold, report.notes)
    said = "".join(f'<div class="cm-note">{html.escape(one)}</div>' for one in below)
    if row.like and row.like.report_id in names:
        like = html.escape(row.like.sentence(names[row.like.report_id]))
        said += f'<div class="cm-note cm-like">{like}</div>'
    return f'<div class="cm-report">{html.escape(report.name)}</div>{said}'


def _published(row: ReportRow) -> str:
    if row.report.published:
        return html.escape(say_published(row.report.published))
    return f"<b>{html.escape(_('no publication date'))}</b>"


def _checked(row: ReportRow) -> str:
    if not row.incidents:
        return html.escape(_("none"))
    said = _("{checked} of {n} checked", checked=row.checked, n=row.incidents)
    part = round(100 * row.checked / row.incidents)
    return (
        f"<div>{html.escape(said)}</div>"
        f'<div class="cm-part" aria-hidden="true"><i style="width:{part}%"></i></div>'
    )


def _when(at: dt.datetime | None, who: str) -> str:
    said = html.escape(day(at.astimezone().date())) if at else ""
    return f'{said}<div class="cm-note">{html.escape(who)}</div>' if who else said


def _remove(report_id: str) -> None:
    remember([o for o in outcomes() if o.added is None or o.added.report.id != report_id])
    store().remove(report_id)
