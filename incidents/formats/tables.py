"""Tables as lines that read like text: each cell stands with what its header says of it.

Under "Killed" a "4" is read as "4 killed"; a place's columns come together as "in Ansongo, Mali".
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from incidents.rules import languages, load_rules

_FIGURE = re.compile(r"[~<>≥≤]?\s?\d[\d  .,]{0,12}\+?")
_BETWEEN = " | "
_LONGEST_HEADER = 40
_WORD = re.compile(r"[^\W_]+")

Row = Sequence[str]


def table_lines(rows: Sequence[Row]) -> Iterator[str]:
    """Yield a table's rows as lines; a table of one cell a row is only a frame for its text."""
    if all(len(row) <= 1 for row in rows):
        yield from ("\n".join(row) for row in rows)
        return
    header = [_flat(cell) for cell in rows[0]] if _is_header(rows) else []
    if header:
        yield _BETWEEN.join(header)
    for row in rows[1:] if header else rows:
        yield _BETWEEN.join(filter(None, _told([_flat(cell) for cell in row], header)))


def _is_header(rows: Sequence[Row]) -> bool:
    """Tell whether the first row names the columns: short words, no figures."""
    first = rows[0]
    named = all(
        0 < len(cell.strip()) < _LONGEST_HEADER and not re.search(r"\d", cell) for cell in first
    )
    figures = any(_FIGURE.fullmatch(cell.strip()) for row in rows[1:] for cell in row)
    return len(rows) > 1 and named and (figures or any(map(_place, first)))


def _told(cells: Row, header: Row) -> Iterator[str]:
    """Yield a row's cells with their headers' words, its places together where the first stands."""
    names = [*header, *[""] * (len(cells) - len(header))]
    places = [(index, rank) for index, name in enumerate(names) if (rank := _place(name))]
    places.sort(key=lambda one: one[1][0])
    first = min((index for index, _ in places), default=-1)
    for index, (cell, name) in enumerate(zip(cells, names, strict=False)):
        if index == first:
            where = [cells[i] for i, _ in places if i < len(cells) and cells[i]]
            yield f"{places[0][1][1]} {', '.join(where)}" if where else ""
        elif not _place(name):
            yield f"{cell} {name.lower()}" if name and _FIGURE.fullmatch(cell) else cell


def _place(name: str) -> tuple[int, str] | None:
    """Say how large the places under a header are, 0 the smallest, and what is set before them."""
    words = _WORD.findall(name.lower())
    return next((found for word in words if (found := _place_words().get(word))), None)


@cache
def _place_words() -> dict[str, tuple[int, str]]:
    found: dict[str, tuple[int, str]] = {}
    for language in languages():
        rules = load_rules(language, "text")
        for rank, words in enumerate(rules["table_places"]):
            found |= {
                word: (rank, rules["table_in"]) for word in words.split() if word not in found
            }
    return found


def _flat(cell: str) -> str:
    return " ".join(cell.split())
