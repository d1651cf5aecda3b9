"""Tables as lines that read like text: a row is a line, a figure stands with its header's word."""

import re
from collections.abc import Iterator, Sequence

_FIGURE = re.compile(r"[~<>≥≤]?\s?\d[\d  .,]{0,12}\+?")
_BETWEEN = " | "


def table_lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield a table's rows as lines.

    A table of one cell a row is only a frame: its text stands as it is. Under a header row,
    figures bear their header's word: "4" under "Killed" is read as "4 killed".
    """
    if all(len(row) < 2 for row in rows):  # noqa: PLR2004 - one cell
        yield from ("\n".join(row) for row in rows)
        return
    header = rows[0] if _is_header(rows) else []
    if header:
        yield _BETWEEN.join(_flat(cell) for cell in header)
    for row in rows[1:] if header else rows:
        yield _row(row, header)


def _is_header(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row names the columns: short words, and no figures."""
    first = rows[0]
    return (
        len(rows) > 1
        and all(0 < len(cell.strip()) < 40 and not re.search(r"\d", cell) for cell in first)  # noqa: PLR2004
        and any(_FIGURE.fullmatch(cell.strip()) for row in rows[1:] for cell in row)
    )


def _row(row: Sequence[str], header: Sequence[str]) -> str:
    names = [*header, *[""] * len(row)]
    return _BETWEEN.join(
        _named(_flat(cell), _flat(name))
        for cell, name in zip(row, names, strict=False)
        if cell.strip()
    )


def _named(cell: str, name: str) -> str:
    return f"{cell} {name.lower()}" if name and _FIGURE.fullmatch(cell) else cell


def _flat(cell: str) -> str:
    return " ".join(cell.split())
