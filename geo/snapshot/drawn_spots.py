"""Points on the picture: marks by type and size, circles for "near", bins of many."""

import math
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Ellipse
from matplotlib.transforms import ScaledTranslation

from geo.aggregate import Bin
from geo.marks import Spot, SpotMark
from geo.palette import LETTER_DROP, PAPERS, Mark, Paper, Theme, mark
from geo.snapshot.paths import reach, sign_path
from geo.snapshot.view import SnapshotView

KM_PER_DEG = 111.32
FAN_PT = 22.0
PX_TO_PT = 0.75
ABOVE = 3.0
"""How far above all other marks and labels the selected one lies."""


def draw_circles(axes: Axes, spot: Spot, theme: Theme) -> None:
    """Draw the circles of what happened near a point."""
    for one in spot.marks:
        if not one.radius_km:
            continue
        tall = 2 * one.radius_km / KM_PER_DEG
        wide = tall / max(math.cos(math.radians(spot.lat_deg)), 0.1)
        colour = mark(one.type, theme).colour
        ring = Ellipse((spot.lon_deg, spot.lat_deg), wide, tall, edgecolor=colour, zorder=2.6)
        ring.set(facecolor=(*_rgb(colour), 0.08), linewidth=0.9, linestyle=(0, (1.6, 2.6)))
        axes.add_patch(ring)


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def draw_spot(axes: Axes, spot: Spot, view: SnapshotView) -> None:
    """Draw the marks of one point: one on it, several around it."""
    paper = PAPERS[view.theme]
    seats = _seats(len(spot.marks))
    hidden = spot.total - len(spot.marks)
    for one, (x, y) in zip(spot.marks, seats, strict=True):
        if (x, y) != (0.0, 0.0):
            axes.annotate(
                "", (spot.lon_deg, spot.lat_deg), (x, y), textcoords="offset points", zorder=3,
                arrowprops={"arrowstyle": "-", "color": paper.ink, "linewidth": 0.7,
                            "shrinkA": 0, "shrinkB": 0},
            )  # fmt: skip
        label = f"{one.label} +{hidden}" if hidden else one.label
        _sign(axes, (spot.lon_deg, spot.lat_deg), (x, y), one, label, view)


def _seats(number: int) -> list[tuple[float, float]]:
    if number == 1:
        return [(0.0, 0.0)]
    radius = max(FAN_PT, number * 26 / (2 * math.pi))
    turns = [math.pi / 2 - 2 * math.pi * index / number for index in range(number)]
    return [(radius * math.cos(turn), radius * math.sin(turn)) for turn in turns]


def _sign(
    axes: Axes,
    at: tuple[float, float],
    seat: tuple[float, float],
    one: SpotMark,
    label: str,
    view: SnapshotView,
) -> None:
    paper, sign = PAPERS[view.theme], mark(one.type, view.theme)
    chosen = one.id == view.selected
    draw_sign(axes, at, seat, sign, one.px * PX_TO_PT, paper, unknown=one.unknown, chosen=chosen)
    x, y = seat[0] + one.px * PX_TO_PT * 0.9, seat[1] + one.px * PX_TO_PT * 0.9
    axes.annotate(
        label, at, (x, y), textcoords="offset points", ha="center", va="center", fontsize=6.5,
        fontweight="bold", color=paper.panel if chosen else paper.ink,
        zorder=5 + ABOVE * chosen,
        parse_math=False, annotation_clip=True,
        bbox={
            "boxstyle": "round,pad=0.28,rounding_size=0.8",
            "facecolor": paper.halo if chosen else paper.panel,
            "edgecolor": paper.panel_line,
            "linewidth": 0.6,
        },
    )  # fmt: skip


def draw_sign(
    axes: Axes,
    at: tuple[float, float],
    seat: tuple[float, float],
    sign: Mark,
    radius_pt: float,
    paper: Paper,
    *,
    unknown: bool = False,
    chosen: bool = False,
) -> None:
    """Draw one event type's mark: filled with its letter, or hollow with "?".

    Args:
        axes: where.
        at: position in the axes' data.
        seat: offset from there in points.
        sign: colour, letter and shape.
        radius_pt: half the mark's size.
        paper: the sheet's colours.
        unknown: whether the dead are unknown.
        chosen: whether it has the selection's halo.
    """
    scale = axes.figure.dpi_scale_trans
    place = axes.transData + ScaledTranslation(seat[0] / 72, seat[1] / 72, scale)
    size = (2 * radius_pt * reach(sign.shape)) ** 2
    shape: dict[str, Any] = {"marker": sign_path(sign.shape), "transform": place, "s": size}
    order = 4 + ABOVE * chosen
    if chosen:
        # A ring of paper around the halo parts it from the marks beneath.
        for edge, width in ((paper.panel, 9), (paper.halo, 6)):
            axes.scatter(*at, facecolors="none", edgecolors=edge, linewidths=width,
                         zorder=order, **shape)  # fmt: skip
    face, edge = (paper.panel, sign.colour) if unknown else (sign.colour, paper.panel)
    axes.scatter(*at, facecolors=face, edgecolors=edge, linewidths=1.6 if unknown else 0.8,
                 zorder=order + 0.1, **shape)  # fmt: skip
    drop = radius_pt * LETTER_DROP.get(sign.shape, 0.0)
    axes.annotate(
        "?" if unknown else sign.letter, at, (seat[0], seat[1] - drop - 0.3),
        textcoords="offset points", ha="center", va="center_baseline", fontweight="bold",
        fontsize=min(11.0, radius_pt * 1.15), color=sign.colour if unknown else sign.ink,
        zorder=order + 0.2, annotation_clip=True,
    )  # fmt: skip


def draw_bin(axes: Axes, one: Bin, theme: Theme) -> None:
    """Draw the mark of many points, ringed in the colour of most of them."""
    paper, sign = PAPERS[theme], mark(one.parts[0].type, theme)
    axes.annotate(
        f"{one.events:,}", (one.lon_deg, one.lat_deg), ha="center", va="center", fontsize=7,
        fontweight="bold", color=paper.ink, zorder=4, annotation_clip=True,
        bbox={"boxstyle": "circle,pad=0.4", "facecolor": paper.panel, "edgecolor": sign.colour,
              "linewidth": 1.8},
    )  # fmt: skip
