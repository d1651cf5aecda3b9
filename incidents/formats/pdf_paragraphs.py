"""Joins a document's lines to paragraphs: over line ends, columns and pages."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from incidents.hyphens import joined
from incidents.records import Record

_WIDE_LEADING = 1.35
"""Times the usual distance of lines from which the next one begins a paragraph."""
_INDENT = 0.8
"""Heights of letters by which a paragraph's first line may stand in."""
_OTHER_SIZE = 1.15
"""Ratio of heights from which two lines are a heading and its text."""
_NUMBERED = re.compile(r"(?:[•●▪◦■□‣·–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s?\S")
_CLOSED = re.compile(r"[.!?…:;]['\"»”’)\]]{0,3}(?:\[?\d{1,3}\]?)?$")
_GOES_ON = re.compile(r"[\"'«(]?[a-zà-ÿ\d]")


class Line(Record, frozen=True):
    """A line in reading order, in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    own: bool = False
    """It is a table's row, and no other line is joined to it."""


def paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the paragraphs."""
    if not lines:
        return
    leading = _usual_leading(lines)
    widths = _right_edges(lines)
    text = lines[0].text
    for above, line in pairwise(lines):
        if _begins(above, line, leading, widths.get(round(above.left / 20), above.right)):
            yield text
            text = line.text
        else:
            text = joined(text, line.text)
    yield text


def _usual_leading(lines: Sequence[Line]) -> float:
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if 0 < a.bottom - b.bottom < 60]  # noqa: PLR2004
    return median(steps) if steps else 0.0


def _right_edges(lines: Sequence[Line]) -> dict[int, float]:
    """Say how far the lines that begin at the same place reach."""
    edges: dict[int, float] = {}
    for line in lines:
        if not line.own:
            place = round(line.left / 20)
            edges[place] = max(edges.get(place, 0.0), line.right)
    return edges


def _begins(above: Line, line: Line, leading: float, edge: float) -> bool:
    """Tell whether `line` begins a paragraph; `edge` is how far lines like `above` reach."""
    if above.own or line.own or _NUMBERED.match(line.text):
        return True
    ratio = above.height / line.height
    if not 1 / _OTHER_SIZE <= ratio <= _OTHER_SIZE:
        return True
    step = above.bottom - line.bottom
    full = _was_full(above, line, edge)
    if step <= 0 or step > 4 * leading:  # the next column or page
        return not (_GOES_ON.match(line.text) or (full and not _CLOSED.search(above.text)))
    if step > _WIDE_LEADING * leading:
        return True
    if line.left - above.left > _INDENT * line.height:
        return bool(_CLOSED.search(above.text))
    return not full and not (_GOES_ON.match(line.text) and not _CLOSED.search(above.text))


def _was_full(above: Line, line: Line, edge: float) -> bool:
    """Tell whether the first word of `line` would not have fitted behind `above`."""
    letter = (above.right - above.left) / max(1, len(above.text))
    word = line.text.split(" ", 1)[0]
    return above.right + (len(word) + 1) * letter > edge - letter
