"""The page around the map: title, counts, filters, legend, incidents, what is not drawn."""

import io
import re
import textwrap
import threading
from collections.abc import Callable, Mapping
from typing import Any, Literal, get_args

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from geo.legend import shown_on, types_on
from geo.palette import PAPERS, Mark, Paper, mark, radius_px
from geo.snapshot.canvas import draw_map
from geo.snapshot.drawn_spots import PX_TO_PT, draw_sign
from geo.snapshot.paths import printable, shortened
from geo.snapshot.view import SnapshotView, nothing_missing
from geo.versions import versions
from incidents.wording import line

WIDTH_IN, HEIGHT_IN, DPI = 12.6, 8.1, 150
SERIF = "DejaVu Serif"
SIDE_PT = 232.0
SIDE_CHARACTERS = 58
LINE_PT = 9.6
PictureFormat = Literal["png", "svg", "pdf"]
# matplotlib would write the time and its own address.
_METADATA: Mapping[PictureFormat, dict[str, str | None]] = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": "conflict-map"},
    "pdf": {"CreationDate": None, "Producer": None, "Creator": "conflict-map"},
}
_DRAWING = threading.Lock()
"""matplotlib's settings belong to the whole process."""


def draw_pictures(view: SnapshotView) -> dict[PictureFormat, bytes]:
    """Return the picture as PNG, SVG and PDF; the same bytes for the same view and versions."""
    settings: dict[Any, Any] = {
        "svg.hashsalt": "conflict-map",
        "svg.fonttype": "path",
        # TrueType: text that can be searched and copied, accents included.
        "pdf.fonttype": 42,
        "text.parse_math": False,
        "font.family": "DejaVu Sans",
    }
    with _DRAWING, mpl.rc_context(settings):
        figure = _figure(view)
        return {name: _saved(figure, name) for name in get_args(PictureFormat)}


def _saved(figure: Figure, name: PictureFormat) -> bytes:
    buffer = io.BytesIO()
    figure.savefig(buffer, format=name, dpi=DPI, metadata=_METADATA[name])
    return buffer.getvalue()


def _figure(view: SnapshotView) -> Figure:
    paper = PAPERS[view.theme]
    figure = Figure(figsize=(WIDTH_IN, HEIGHT_IN), dpi=DPI, facecolor=paper.panel)
    FigureCanvasAgg(figure)
    head = _head(figure, view, paper)
    foot = 0.045
    left, gap = 0.028, 0.018
    side = SIDE_PT / 72 / WIDTH_IN
    width = 1 - 2 * left - side - gap
    axes = figure.add_axes((left, foot, width, head - foot))
    draw_map(axes, view)
    column = figure.add_axes((1 - left - side, foot, side, head - foot))
    _side(_Column(column, (head - foot) * HEIGHT_IN * 72, paper), view)
    _foot(figure, view, paper, left)
    return figure


def _head(figure: Figure, view: SnapshotView, paper: Paper) -> float:
    """Write title, counts and filters, and return where the map may begin."""
    figure.text(0.028, 0.957, shortened(printable(view.heading), 90), fontsize=17, va="center",
                family=SERIF, fontweight="bold", color=paper.ink)  # fmt: skip
    figure.text(0.028, 0.921, view.totals.sentence(), fontsize=10, va="center", color=paper.ink)
    words = view.filters.describe()
    told = f"Filters: {' · '.join(words)}" if words else "No filters: all violent events."
    lines = textwrap.wrap(printable(told), 190)[:2]
    for number, text in enumerate(lines):
        figure.text(0.028, 0.896 - 0.019 * number, text, fontsize=7.6, va="center",
                    color=paper.quiet)  # fmt: skip
    return 0.878 - 0.019 * (len(lines) - 1)


def _foot(figure: Figure, view: SnapshotView, paper: Paper, left: float) -> None:
    made = versions()
    left_text = "Boundaries: Natural Earth 1:10m, public domain; they imply no opinion on status."
    right_text = (
        f"conflict-map {made['program']} · rules {made['rules_sha256'][:10]} · "
        f"{view.created:%Y-%m-%d %H:%M} UTC"
    )
    figure.text(left, 0.022, left_text, fontsize=6.4, va="center", color=paper.quiet)
    figure.text(1 - left, 0.022, right_text, fontsize=6.4, va="center", ha="right",
                color=paper.quiet)  # fmt: skip


class _Column:
    """A column of text and keys, in points from its top left corner."""

    def __init__(self, axes: Axes, height_pt: float, paper: Paper) -> None:
        axes.set_axis_off()
        axes.set_xlim(0, SIDE_PT)
        axes.set_ylim(-height_pt, 0)
        self.axes, self.paper, self.height_pt = axes, paper, height_pt
        self.at_pt = 0.0

    @property
    def room_pt(self) -> float:
        return self.height_pt - self.at_pt

    def heading(self, text: str) -> None:
        self.at_pt += 6 if self.at_pt else 0
        self.axes.text(0, -self.at_pt - 4, text.upper(), fontsize=7, fontweight="bold",
                       va="center", color=self.paper.quiet)  # fmt: skip
        self.axes.plot([0, SIDE_PT], [-self.at_pt - 11, -self.at_pt - 11],
                       color=self.paper.panel_line, linewidth=0.7)  # fmt: skip
        self.at_pt += 17

    def key(
        self, words: str, draw: Callable[[float], None], height_pt: float = 15, text_pt: float = 28
    ) -> None:
        """Draw a key at the given y in points, with its words beside it."""
        middle = -self.at_pt - height_pt / 2
        draw(middle)
        self.axes.text(text_pt, middle, words, fontsize=7.4, va="center", color=self.paper.ink)
        self.at_pt += height_pt

    def entry(self, label: str, text: str, most_lines: int = 4) -> None:
        lines = textwrap.wrap(unparted(printable(text)), SIDE_CHARACTERS - 5)
        if len(lines) > most_lines:
            lines = [*lines[: most_lines - 1], shortened(f"{lines[most_lines - 1]} …", 48)]
        self.axes.text(0, -self.at_pt - 4, label, fontsize=7, fontweight="bold", va="center",
                       color=self.paper.ink)  # fmt: skip
        for row in lines:
            self.axes.text(20, -self.at_pt - 4, row, fontsize=7, va="center", color=self.paper.ink,
                           parse_math=False)  # fmt: skip
            self.at_pt += LINE_PT
        self.at_pt += 2.4

    def note(self, text: str) -> None:
        for row in textwrap.wrap(text, SIDE_CHARACTERS):
            self.axes.text(0, -self.at_pt - 4, row, fontsize=6.8, style="italic", va="center",
                           color=self.paper.quiet)  # fmt: skip
            self.at_pt += LINE_PT


def unparted(text: str) -> str:
    """Keep a number with its word ("13 killed") and a dot with what is before it, in one line."""
    return _TOGETHER.sub("\u00a0", text)


_TOGETHER = re.compile(r"(?<=\d) (?=\w)| (?=· )")


def _side(column: _Column, view: SnapshotView) -> None:
    _legend(column, view)
    missing = {incident.id: why for incident, why in view.sheet.missing}
    drawn = [one for one in view.incidents if one.id not in missing]
    left_out = [(one, missing[one.id]) for one in view.incidents if one.id in missing]
    if drawn:
        column.heading("Incidents on the map")
        reserve = min(len(left_out), 3) * 40 + (24 if left_out else 0)
        _entries(column, [(view.numbers[o.id], line(o)) for o in drawn], reserve)
    column.heading("Not on the map")
    if not left_out:
        column.note(nothing_missing(view))
    _entries(column, [(view.numbers[o.id], f"{line(o)}. {why}") for o, why in left_out], 0)


def _entries(column: _Column, entries: list[tuple[str, str]], reserve_pt: float) -> None:
    for number, (label, text) in enumerate(entries):
        if column.room_pt - reserve_pt < 5.5 * LINE_PT:
            column.note(f"and {len(entries) - number} more: see incidents.csv")
            return
        column.entry(label, text)


def _legend(column: _Column, view: SnapshotView) -> None:
    types = types_on(view.sheet)
    if not types:
        return
    paper, shown = column.paper, shown_on(view.sheet)
    column.heading("Legend")
    for name in types:
        sign = mark(name, view.theme)
        column.key(name, lambda y, sign=sign: _sign(column, sign, y))  # type: ignore[misc] # bound now
    first = mark(types[0], view.theme)
    if shown.areas:
        hatched = mark(shown.hatched or types[0], view.theme)
        column.key("somewhere in this area", lambda y: _hatched(column, hatched, y))
    if shown.circles:
        ringed = mark(shown.ringed or types[0], view.theme)
        column.key("near this point, within the circle", lambda y: _ring(column, ringed, y))
    if shown.points:
        column.key("killed, at least: 1, 10, 50", lambda y: _sizes(column, paper, y), 34, 40)
    if shown.unknown:
        column.key("killed: unknown", lambda y: _sign(column, first, y, unknown=True))


def _sign(column: _Column, sign: Mark, y: float, *, unknown: bool = False) -> None:
    draw_sign(column.axes, (10, y), (0, 0), sign, 5.4, column.paper, unknown=unknown)


def _hatched(column: _Column, sign: Mark, y: float) -> None:
    frame = Rectangle((1, y - 5), 18, 10, facecolor="none", edgecolor=sign.colour, linewidth=1.1)
    frame.set_linestyle((0, (3, 1.8)))
    column.axes.add_patch(frame)
    clip = Rectangle((1, y - 5), 18, 10, facecolor=sign.colour, alpha=0.08)
    column.axes.add_patch(clip)
    for x in range(-10, 30, 4):
        (stripe,) = column.axes.plot([x, x + 10], [y - 5, y + 5], color=sign.colour,
                                     linewidth=0.8, alpha=0.6)  # fmt: skip
        stripe.set_clip_path(clip)


def _ring(column: _Column, sign: Mark, y: float) -> None:
    axes = column.axes
    axes.scatter(10, y, s=130, facecolors="none", edgecolors=sign.colour, linewidths=0.8,
                 linestyles=[(0, (1.6, 2))])  # fmt: skip
    axes.scatter(10, y, s=14, color=sign.colour, linewidths=0)


def _sizes(column: _Column, paper: Paper, y: float) -> None:
    radii = [radius_px(number) * PX_TO_PT for number in (1, 10, 50)]
    for radius in radii:
        column.axes.scatter(17, y - max(radii) * 0.8 + radius * 0.8, s=(1.6 * radius) ** 2,
                            facecolors="none", edgecolors=paper.quiet, linewidths=0.8)  # fmt: skip
