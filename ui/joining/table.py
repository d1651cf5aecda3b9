"""The matrix of claims as a table: a column a report, differences lit, the words below."""

import html
from collections.abc import Sequence

import streamlit as st

from incidents.joining.matrix import Cell, Row, matrix
from incidents.records import Incident
from incidents.report import Report
from incidents.wording import say_published
from ui.data import Dataset
from ui.tongue import _


def show(data: Dataset, versions: Sequence[Incident]) -> None:
    """Draw what each report says of an event."""
    texts = {one.report_id: data.reports[one.report_id].text for one in versions}
    heads = "".join(
        f'<th scope="col">{_head(data.reports[one.report_id])}</th>' for one in versions
    )
    rows = "".join(_row(row) for row in matrix(versions, texts))
    told = html.escape(_("What each report says"))
    st.html(
        # It scrolls, so it can be reached by keyboard.
        f'<div class="cm-claims" tabindex="0" role="region" aria-label="{told}">'
        f"<table><caption>{told}</caption>"
        f"<thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _head(report: Report) -> str:
    about = [report.publisher or "", say_published(report.published) if report.published else ""]
    small = " · ".join(filter(None, about)) or _("no publication date")
    return f"{html.escape(report.name)}<small>{html.escape(small)}</small>"


def _row(row: Row) -> str:
    cells = "".join(_cell(cell) for cell in row.cells)
    return f'<tr><th scope="row">{html.escape(_(row.label))}</th>{cells}</tr>'


def _cell(cell: Cell) -> str:
    if not (cell.says or cell.words):
        return f'<td class="cm-silent">{html.escape(_("says nothing"))}</td>'
    words = f"<q>{html.escape(cell.words)}</q>" if cell.words else ""
    lit = f"<i>{html.escape(_('differs'))}</i>" if cell.differs else ""
    kind = ' class="cm-differs"' if cell.differs else ""
    return f"<td{kind}>{html.escape(cell.says)}{lit}{words}</td>"
