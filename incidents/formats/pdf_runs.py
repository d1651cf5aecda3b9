"""Runs of letters on a page, and the rows that they form."""

from collections.abc import Iterable
from dataclasses import dataclass

_SAME_ROW = 0.5
"""Part of the letters' height by which runs of one row may differ."""
_BACK = 0.5


@dataclass
class Run:
    """Letters beside each other on one line; points from the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    space: bool = False
    """A space was met after the last letter."""

    def goes_on(self, left: float, bottom: float, top: float, gap: float) -> bool:
        """Tell whether a letter there is this run's next one."""
        size = max(1.0, self.height)
        level = abs(bottom - self.bottom) <= _SAME_ROW * size and top > self.bottom
        return level and -_BACK * size <= left - self.right <= gap * size

    def add(self, text: str, left: float, right: float, word_gap: float) -> None:
        """Append a letter, with a space where there was one to see."""
        if self.space or left - self.right > word_gap * self.height:
            self.text += " "
        self.text += text
        self.right = max(self.right, right)
        self.space = False


@dataclass
class Row:
    """Runs on one level, from left to right."""

    runs: list[Run]

    @property
    def bottom(self) -> float:
        """Where its letters stand."""
        return self.runs[0].bottom

    @property
    def height(self) -> float:
        """Height of its tallest letters."""
        return max(run.height for run in self.runs)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.runs[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(run.right for run in self.runs)

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(run.text for run in self.runs)


def rows_of(runs: Iterable[Run]) -> list[Row]:
    """Sort runs into rows, from the page's top."""
    rows: list[Row] = []
    for run in sorted(runs, key=lambda one: (-one.bottom, one.left)):
        if rows and abs(rows[-1].bottom - run.bottom) <= _SAME_ROW * run.height:
            rows[-1].runs.append(run)
        else:
            rows.append(Row([run]))
    for row in rows:
        row.runs.sort(key=lambda one: one.left)
    return rows
