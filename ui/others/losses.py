"""What reading a file cost, as words: columns, rows, doubts. Every cell of a file is escaped."""

import html
from collections.abc import Iterator

from datasets.records import Losses
from ui.listed import rest
from ui.tongue import _, n_, retold

LISTED = 20
"""Refused rows that are named."""


def said(losses: Losses) -> str:
    """Return it as HTML."""
    parts = [_columns(losses), _rows(losses), _doubts(losses)]
    nothing = f'<div class="cm-note">{html.escape(_("Nothing was lost."))}</div>'
    return "".join(filter(None, parts)) or nothing


def _columns(losses: Losses) -> str:
    by_reason: dict[str, list[str]] = {}
    for one in losses.lost:
        by_reason.setdefault(one.why, []).append(one.column)
    lines = (f"<b>{html.escape(', '.join(columns))}</b>: {html.escape(retold(why))}"
             for why, columns in by_reason.items())  # fmt: skip
    return _list(_("Columns that are not kept"), lines)


def _rows(losses: Losses) -> str:
    named = losses.refused[:LISTED]
    lines = [
        f"<b>{html.escape(_('row {row}', row=str(one.row)))}</b>: "
        f"{html.escape(retold(one.why))} {html.escape(retold(one.remedy))}"
        for one in named
    ]
    more = rest(losses.refused_rows - len(named))
    head = n_("{n} row is not kept", "{n} rows are not kept", losses.refused_rows)
    return _list(head, [*lines, *([html.escape(more)] if more else [])])


def _doubts(losses: Losses) -> str:
    lines = []
    for doubt in losses.doubts:
        first = ", ".join(map(str, doubt.first))
        tail = f" {_('First: row {rows}.', rows=first)}" if first else ""
        number = f"<b>{html.escape(n_('{n} row', '{n} rows', doubt.rows))}</b>: " * bool(doubt.rows)
        lines.append(f"{number}{html.escape(retold(doubt.says) + tail)}")
    return _list(_("To be known"), lines)


def _list(head: str, lines: Iterator[str] | list[str]) -> str:
    rows = "".join(f"<li>{line}</li>" for line in lines)
    return f'<div class="cm-h">{html.escape(head)}</div><ul class="cm-losses">{rows}</ul>' * bool(
        rows
    )
