"""Finds what runs along the heads and feet of a document's pages: titles, addresses, numbers."""

import re
from collections import defaultdict
from collections.abc import Sequence

from incidents.formats.pdf_runs import Row, Run, rows_of

_DEPTH = 3
"""Rows from a page's top and bottom that may be its head or foot."""
_OFTEN = 0.3
"""Share of the pages that bear a running line: a title may stand on every other one."""
_LEVEL = 3.0
"""Points by which its level may differ from page to page."""
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:[-–—]\s?)?(?:pages?|p\.)?\s?\d{1,4}(?:\s?(?:/|of|sur|de)\s?\d{1,4})?(?:\s?[-–—])?",
    re.IGNORECASE,
)


def without_margins(pages: Sequence[Sequence[Run]]) -> tuple[list[list[Run]], list[str]]:
    """Take the running heads and feet off the pages.

    Returns:
        The runs that are left, page by page, and the lines that were taken, each once.
    """
    edges = [_edges(rows_of(runs)) for runs in pages]
    running = _running(edges)
    taken: dict[str, str] = {}
    kept: list[list[Run]] = []
    for runs, rows in zip(pages, edges, strict=True):
        gone: set[int] = set()
        for row in rows:
            if _key(row) in running or _PAGE_NUMBER.fullmatch(row.text):
                gone.update(id(run) for run in row.runs)
                taken.setdefault(_key(row), row.text)
        kept.append([run for run in runs if id(run) not in gone])
    return kept, [text for text in taken.values() if not _PAGE_NUMBER.fullmatch(text)]


def _edges(rows: list[Row]) -> list[Row]:
    return rows if len(rows) <= 2 * _DEPTH else rows[:_DEPTH] + rows[-_DEPTH:]


def _key(row: Row) -> str:
    return _DIGITS.sub("#", row.text).casefold()


def _running(edges: Sequence[Sequence[Row]]) -> set[str]:
    """List the lines that stand on the same level of several pages."""
    levels: defaultdict[str, list[float]] = defaultdict(list)
    for rows in edges:
        for key, bottom in {_key(row): row.bottom for row in rows}.items():
            levels[key].append(bottom)
    least = max(2, _OFTEN * len(edges))
    return {
        key
        for key, found in levels.items()
        if max(sum(abs(one - other) <= _LEVEL for other in found) for one in found[:50]) >= least
    }
