"""Areas on the picture: hatched by type, with a dashed rim and a label that keeps clear."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import shapely
from matplotlib import patheffects
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.patches import PathPatch

from geo.marks import MOST_HATCHED, AreaMark, tally
from geo.outlines import drawn_shape
from geo.palette import PAPERS, Mark, mark
from geo.snapshot.paths import path_of, printable, shortened
from geo.snapshot.scale import Scale
from geo.snapshot.view import SnapshotView

NAME_PT, TALLY_PT = 8.5, 7.5
LONGEST_NAME = 48
SHIFTS_PT = (
    *((0, 0), (0, 28), (0, -28), (36, 0), (-36, 0), (0, 56), (0, -56), (60, 28), (-60, -28)),
    *((0, 84), (0, -84), (90, 0), (-90, 0), (90, 56), (-90, 56), (90, -56), (-90, -56)),
)
"""Where a label may go, nearest first."""


def draw_area(axes: Axes, area: AreaMark, view: SnapshotView) -> None:
    """Draw one area; its label comes later, above all marks."""
    paper = PAPERS[view.theme]
    shape = drawn_shape(area.place_id)
    if shape is None:
        return
    path = path_of(shape)
    chosen = view.selected in area.ids
    if chosen:
        halo = PathPatch(path, facecolor="none", edgecolor=paper.halo, linewidth=5, alpha=0.5)
        halo.set_zorder(2.0)
        axes.add_patch(halo)
    for index, name in enumerate(area.types[:MOST_HATCHED]):
        sign = mark(name, view.theme)
        tint = PathPatch(path, facecolor=sign.colour, edgecolor="none", alpha=0.08, zorder=2.1)
        axes.add_patch(tint)
        _hatch(axes, sign, path_patch=tint, strong=chosen)
        if index == 0:
            rim = PathPatch(
                path, facecolor="none", edgecolor=sign.colour, linewidth=1.2, zorder=2.3
            )
            rim.set_linestyle((0, (4, 2.6)))
            axes.add_patch(rim)


def _hatch(axes: Axes, sign: Mark, path_patch: PathPatch, *, strong: bool) -> None:
    # In fractions of the axes, so that the angle and the step are the same at any scale.
    box = axes.get_window_extent().transformed(axes.figure.dpi_scale_trans.inverted())
    width, height = box.width * 72, box.height * 72
    turn = math.radians(sign.hatch_deg)
    along = np.array([math.sin(turn), math.cos(turn)])
    across = np.array([math.cos(turn), -math.sin(turn)])
    size = math.hypot(width, height)
    middle = np.array([width / 2, height / 2])
    lines = [
        [(middle + across * at + along * end) / (width, height) for end in (-size, size)]
        for at in np.arange(-size / 2, size / 2, 5.2)
    ]
    hatch = LineCollection(
        lines,
        colors=sign.colour,
        linewidths=1.3 if strong else 0.9,
        alpha=0.7 if strong else 0.5,
        transform=axes.transAxes,
        zorder=2.2,
    )
    axes.add_collection(hatch, autolim=False)
    hatch.set_clip_path(path_patch)


def area_labels(
    axes: Axes, view: SnapshotView, scale: Scale, marks: Sequence[shapely.Polygon]
) -> list[shapely.Polygon]:
    """Write all areas' labels where they cover neither a mark nor each other, if they can.

    A label that has to leave its area keeps a line to it, or it would name its neighbour.

    Returns:
        The boxes that they take, in points on paper.
    """
    taken: list[shapely.Polygon] = []
    for area in view.sheet.areas:
        spot = scale.point(area.lon_deg, area.lat_deg)
        half = max(len(_tally(area)) * TALLY_PT * 0.3 + 8, min(len(area.name), LONGEST_NAME) * 2.7)
        seats = [
            _Seat((dx, dy), scale.around((spot[0] + dx, spot[1] + dy + 6), half, 16))
            for dx, dy in SHIFTS_PT
        ]
        inside = [seat.is_in(area, scale) for seat in seats]
        best = min(
            range(len(seats)),
            key=lambda at: (_covered(seats[at].box, taken, marks) + (0 if inside[at] else 5), at),
        )
        taken.append(seats[best].box)
        if not inside[best]:
            _leader(axes, area, view, seats[best].shift_pt)
        _write(axes, area, view, seats[best].shift_pt)
    return taken


class _Seat(NamedTuple):
    """A place for a label."""

    shift_pt: tuple[int, int]
    box: shapely.Polygon

    def is_in(self, area: AreaMark, scale: Scale) -> bool:
        shape = drawn_shape(area.place_id)
        middle = shapely.Point(scale.degrees(self.box.centroid))
        return self.shift_pt == (0, 0) or bool(shape is not None and shape.contains(middle))


def _leader(axes: Axes, area: AreaMark, view: SnapshotView, shift_pt: tuple[int, int]) -> None:
    line = {"arrowstyle": "-", "color": PAPERS[view.theme].ink, "linewidth": 0.8}
    axes.annotate("", (area.lon_deg, area.lat_deg), shift_pt, textcoords="offset points",
                  arrowprops={**line, "shrinkA": 0, "shrinkB": 0}, zorder=5.5)  # fmt: skip


def _covered(
    box: shapely.Polygon, labels: Sequence[shapely.Polygon], marks: Sequence[shapely.Polygon]
) -> float:
    """Count what a label would cover; another label is worse than any mark."""
    return 20.0 * sum(map(box.intersects, labels)) + sum(map(box.intersects, marks))


def _tally(area: AreaMark) -> str:
    numbers = " · ".join(chip.label for chip in area.chips if chip.label)
    rest = f" +{area.total - len(area.chips)}" if area.total > len(area.chips) else ""
    return f"{tally(area)}   {numbers}{rest}" if numbers else tally(area)


def _write(axes: Axes, area: AreaMark, view: SnapshotView, shift_pt: tuple[int, int]) -> None:
    paper, chosen = PAPERS[view.theme], view.selected in area.ids
    at, (dx, dy) = (area.lon_deg, area.lat_deg), shift_pt
    axes.annotate(
        shortened(printable(area.name), LONGEST_NAME), at, (dx, dy + 13), ha="center",
        textcoords="offset points", va="center", fontsize=NAME_PT, fontweight="bold",
        color=paper.ink, zorder=6, parse_math=False, annotation_clip=True,
        path_effects=[patheffects.withStroke(linewidth=2.4, foreground=paper.land)],
    )  # fmt: skip
    axes.annotate(
        _tally(area), at, (dx, dy), textcoords="offset points", ha="center", va="center",
        fontsize=TALLY_PT, color=paper.ink, zorder=6, parse_math=False, annotation_clip=True,
        bbox={
            "boxstyle": "round,pad=0.42,rounding_size=0.9",
            "facecolor": paper.panel,
            "edgecolor": paper.halo if chosen else paper.panel_line,
            "linewidth": 1.6 if chosen else 0.8,
        },
    )  # fmt: skip
