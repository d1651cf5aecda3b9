"""Puts a page's runs into reading order: columns one after the other, tables row by row."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from incidents.formats.pdf_paragraphs import Line, paragraphs
from incidents.formats.pdf_runs import Row, Run, rows_of
from incidents.formats.tables import table_lines

_GUTTER = 0.9
"""Width of the gap between columns, in heights of letters, at the least."""
_FEWEST_ROWS = 3
"""Rows that both sides of a gutter have at the least: two are a heading with its date."""
_PROSE_LENGTH = 14
"""Letters of a column's usual row from which it may be prose."""
_PROSE_SMALL = 0.25
"""Share of a column's rows that go on with a small letter, from which it is prose."""
_MOST_COLUMNS = 20
_SMALL = re.compile(r"[\"'«(]?[a-zà-ÿ]")

Gap = tuple[float, float]


def lay_out(pages: Sequence[Sequence[Run]]) -> str:
    """Return the text of a document's pages, its lines joined to paragraphs."""
    lines = [line for page in pages for line in _lines(rows_of(page), 0)]
    return "\n\n".join(paragraphs(lines))


def _lines(rows: list[Row], depth: int) -> Iterator[Line]:
    """Yield lines in reading order."""
    done = 0
    while done < len(rows):
        end, gaps = _longest_block(rows[done:]) if depth < _MOST_COLUMNS else (0, [])
        if not gaps:
            row = rows[done]
            yield Line(row.text, row.left, row.right, row.bottom, row.height)
            done += 1
            continue
        yield from _block(rows[done : done + end], gaps, depth)
        done += end


def _longest_block(rows: Sequence[Row]) -> tuple[int, list[Gap]]:
    """Find how many of the rows, from the first, leave a gutter open, and all such gutters."""
    left, right = min(r.left for r in rows), max(r.right for r in rows)
    free: list[Gap] = [(left, right)]
    least = _GUTTER * median(row.height for row in rows)
    best: tuple[int, list[Gap]] = (0, [])
    for number, row in enumerate(rows, 1):
        for run in row.runs:
            free = [part for gap in free for part in _minus(gap, run) if part[1] - part[0] >= least]
        if not free:
            break
        if number >= _FEWEST_ROWS and (gaps := _between(rows[:number], free)):
            best = number, gaps
    return best if best[1] and _begins(rows[0], best[1]) else (0, [])


def _begins(row: Row, gaps: Sequence[Gap]) -> bool:
    """Tell whether a block may begin here: a lone short line above it is a heading of its own."""
    return len(row.runs) > 1 or row.left >= gaps[0][1]


def _minus(gap: Gap, run: Run) -> Iterator[Gap]:
    if run.right <= gap[0] or run.left >= gap[1]:
        yield gap
        return
    if run.left > gap[0]:
        yield gap[0], run.left
    if run.right < gap[1]:
        yield run.right, gap[1]


def _between(rows: Sequence[Row], free: Sequence[Gap]) -> list[Gap]:
    """Keep the gaps that have text on either side in several rows."""
    kept = []
    for gap in free:
        before = sum(row.runs[0].right <= gap[0] + 1 for row in rows)
        after = sum(row.runs[-1].left >= gap[1] - 1 for row in rows)
        if min(before, after) >= _FEWEST_ROWS:
            kept.append(gap)
    return kept


def _block(rows: Sequence[Row], gaps: Sequence[Gap], depth: int) -> Iterator[Line]:
    columns = _columns(rows, gaps)
    if all(_is_prose(column) for column in columns):
        for column in columns:
            yield from _lines(column, depth + 1)
        return
    for text in table_lines(_cells(rows, gaps)):
        yield Line(text, rows[0].left, rows[0].right, rows[0].bottom, rows[0].height, own=True)


def _columns(rows: Sequence[Row], gaps: Sequence[Gap]) -> list[list[Row]]:
    runs = [run for row in rows for run in row.runs]
    edges = [float("-inf"), *(gap[1] - 1 for gap in gaps), float("inf")]
    return [
        rows_of([run for run in runs if start <= run.left < end]) for start, end in pairwise(edges)
    ]


def _is_prose(column: Sequence[Row]) -> bool:
    texts = [row.text for row in column]
    small = sum(bool(_SMALL.match(text)) for text in texts)
    return (
        bool(texts)
        and median(map(len, texts)) >= _PROSE_LENGTH
        and (small >= _PROSE_SMALL * len(texts))
    )


def _cells(rows: Sequence[Row], gaps: Sequence[Gap]) -> list[list[str]]:
    """Sort a table's rows into cells; a row without a first cell goes on with those above."""
    edges = [float("-inf"), *(gap[1] - 1 for gap in gaps), float("inf")]
    table: list[list[str]] = []
    for row in rows:
        cells = [
            " ".join(run.text for run in row.runs if start <= run.left < end)
            for start, end in pairwise(edges)
        ]
        if cells[0] or not table:
            table.append(cells)
        else:
            table[-1] = [f"{old} {new}".strip() for old, new in zip(table[-1], cells, strict=True)]
    return table
