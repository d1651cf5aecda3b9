"""What is noticed while a file is read: rows refused, and what is doubtful."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from datasets.records import Doubt, Losses, Lost, Refusal
from incidents.tongue import later

Mask = npt.NDArray[np.bool_]
MOST_REFUSED = 200
"""Refusals kept with their reasons; the others are counted."""
_FIRST = 5
_LONGEST = 80
"""Characters of a cell that a reason quotes."""


@dataclass
class Sieve:
    """The rows of one file, and what is said of them."""

    rows: npt.NDArray[np.int32]
    keep: Mask
    refused: list[Refusal] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    refused_rows: int = 0

    def refuse(self, where: Mask, why: Callable[[int], str], remedy: str) -> None:
        """Keep none of some rows.

        Args:
            where: which.
            why: says it of a row by its position.
            remedy: what to do.
        """
        found = np.flatnonzero(where & self.keep)
        room = max(0, MOST_REFUSED - len(self.refused))
        self.refused += [Refusal(int(self.rows[at]), why(at), remedy) for at in found[:room]]
        self.refused_rows += len(found)
        self.keep = self.keep & ~where

    def doubt(self, where: Mask, says: str) -> None:
        """Note that some of the rows that are kept may not be what they seem; nothing for none."""
        found = np.flatnonzero(where & self.keep)
        if len(found):
            first = tuple(int(number) for number in self.rows[found[:_FIRST]])
            self.doubts.append(Doubt(says, len(found), first))

    def remark(self, says: str, rows: int = 0) -> None:
        """Note something of the file as a whole, or of so many rows of it."""
        self.doubts.append(Doubt(says, rows))

    def losses(self, lost: Sequence[str], form: str) -> Losses:
        """Return it all."""
        return Losses(
            read=len(self.rows) + self.refused_rows - int((~self.keep).sum()),
            kept=int(self.keep.sum()),
            lost=tuple(Lost(column, _why_lost(column, form)) for column in lost),
            refused=tuple(sorted(self.refused, key=lambda one: one.row)),
            refused_rows=self.refused_rows,
            doubts=tuple(self.doubts),
        )


_DERIVED = frozenset({"geom_wkt", "priogrid_gid", "region", "country_id"})
_FINER = frozenset({"deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"})


def _why_lost(column: str, form: str) -> str:
    name = column.strip().casefold()
    if form == "ucdp" and name in _FINER:
        return later("The record has no toll by side.")
    if form in {"acled", "ucdp"} and name in _DERIVED:
        return later("It follows from other columns.")
    if form == "own":
        return later("The mapping gives it no place.")
    return later("The record has no field for it.")


def quoted(value: str) -> str:
    """Return a cell's words as a reason quotes them."""
    words = " ".join(value.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def combined(*columns: Any) -> tuple[npt.NDArray[np.int64], list[tuple[str, ...]]]:
    """Return for each row a number, and for each number the cells that it stands for.

    Args:
        columns: `Coded` columns of one length.
    """
    number = np.zeros(len(columns[0].codes), dtype=np.int64)
    cells: list[tuple[str, ...]] = [()]
    for column in columns:
        width = max(1, len(column.values))
        packed, number = np.unique(number * width + column.codes, return_inverse=True)
        cells = [(*cells[one // width], column.values[one % width]) for one in packed.tolist()]
    return number, cells
