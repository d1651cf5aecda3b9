"""The map of the picture: land, names, hatched areas, marks, scale; the screen's own palette."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.patches import Ellipse, PathPatch
from matplotlib.transforms import ScaledTranslation

from geo.basemap import Bounds
from geo.marks import AreaMark, Spot, SpotMark, area_shape, tally
from geo.palette import LETTER_DROP, PAPERS, Mark, Paper, Theme, mark
from geo.snapshot.land import CLOSE_DEG, Extent, countries_in, regions_in
from geo.snapshot.paths import path_of, printable, reach, shortened, sign_path
from geo.snapshot.place_names import place_names
from geo.snapshot.view import SnapshotView

KM_PER_DEG = 111.32
MARGIN = 0.14
LEAST_DEG = 1.5
SOUTH_END, NORTH_END = -62.0, 84.0
FAN_PT = 22.0
PX_TO_PT = 0.75


def draw_map(axes: Axes, view: SnapshotView) -> None:
    """Draw the whole map into axes whose place and size on the page are already set."""
    paper = PAPERS[view.theme]
    extent = fit_extent(view.bounds, axes)
    _frame(axes, extent, paper)
    _land(axes, extent, paper)
    for area in view.sheet.areas:
        _area(axes, area, view, paper)
    for spot in view.sheet.spots:
        _circles(axes, spot, view.theme)
    taken = [(area.lon_deg, area.lat_deg) for area in view.sheet.areas]
    taken += [(spot.lon_deg, spot.lat_deg) for spot in view.sheet.spots]
    place_names(axes, extent, paper, taken, {area.name.casefold() for area in view.sheet.areas})
    # Small marks lie on large ones.
    for spot in sorted(view.sheet.spots, key=lambda one: -max(item.px for item in one.marks)):
        _spot(axes, spot, view, paper)
    for one in view.sheet.bins:
        _bin(axes, one.lon_deg, one.lat_deg, one.events, mark(one.parts[0].type, view.theme), paper)
    for area in view.sheet.areas:
        _area_label(axes, area, view, paper)
    _scale_bar(axes, extent, paper)


def fit_extent(bounds: Bounds, axes: Axes) -> Extent:
    """Widen bounds by a margin and to the shape of the axes, in degrees.

    Where that would go past the ends of the world, the axes get lower instead.
    """
    (south, west), (north, east) = bounds
    width = max(east - west, LEAST_DEG) * (1 + 2 * MARGIN)
    height = max(north - south, LEAST_DEG) * (1 + 2 * MARGIN)
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    squeeze = math.cos(math.radians(min(abs(middle_y), 75)))
    box = axes.get_window_extent()
    shape = box.width / box.height
    width, height = max(width, height * shape / squeeze), max(height, width * squeeze / shape)
    low, high = max(middle_y - height / 2, SOUTH_END), min(middle_y + height / 2, NORTH_END)
    if high - low < height:
        left, bottom, across, tall = axes.get_position().bounds
        lower = tall * (high - low) / height
        axes.set_position((left, bottom + tall - lower, across, lower))
    return middle_x - width / 2, low, middle_x + width / 2, high


def _frame(axes: Axes, extent: Extent, paper: Paper) -> None:
    west, south, east, north = extent
    axes.set_xlim(west, east)
    axes.set_ylim(south, north)
    axes.set_facecolor(paper.water)
    axes.set_xticks([])
    axes.set_yticks([])
    for side in axes.spines.values():
        side.set_color(paper.panel_line)
        side.set_linewidth(0.8)
    step = 10 if east - west > CLOSE_DEG else 5
    lines: list[Any] = [[(x, -90), (x, 90)] for x in range(-360, 361, step)]
    lines += [[(-360, y), (360, y)] for y in range(-90, 91, step)]
    net = LineCollection(lines, colors=paper.graticule, linewidths=0.5, zorder=0.5)
    axes.add_collection(net, autolim=False)


def _land(axes: Axes, extent: Extent, paper: Paper) -> None:
    whole = [path_of(shape) for shape in countries_in(extent).geometry]
    parts = [path_of(shape) for shape in regions_in(extent).geometry]
    for paths, face, edge, width, order in (
        (whole, paper.land, "none", 0.0, 1.0),
        (parts, paper.land, paper.region_line, 0.5, 1.1),
        (whole, "none", paper.country_line, 0.9, 1.2),
    ):
        # As collections: single patches would each have their limits worked out, for a second.
        drawn = PathCollection(
            paths, facecolors=face, edgecolors=edge, linewidths=width, zorder=order
        )
        axes.add_collection(drawn, autolim=False)


def _area(axes: Axes, area: AreaMark, view: SnapshotView, paper: Paper) -> None:
    shape = area_shape(area.place_id)
    if shape is None:
        return
    path = path_of(shape)
    chosen = view.selected in area.ids
    if chosen:
        halo = PathPatch(path, facecolor="none", edgecolor=paper.halo, linewidth=5, alpha=0.5)
        halo.set_zorder(2.0)
        axes.add_patch(halo)
    for index, name in enumerate(area.types):
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


def _area_label(axes: Axes, area: AreaMark, view: SnapshotView, paper: Paper) -> None:
    chosen = view.selected in area.ids
    numbers = " · ".join(chip.label for chip in area.chips)
    rest = f" +{area.total - len(area.chips)}" if area.total > len(area.chips) else ""
    text = f"{tally(area)}   {numbers}{rest}" if numbers else tally(area)
    at = (area.lon_deg, area.lat_deg)
    axes.annotate(
        shortened(printable(area.name), 48), at, (0, 13), textcoords="offset points",
        ha="center", va="center", fontsize=8.5, fontweight="bold", color=paper.ink, zorder=6,
        path_effects=_glow(paper.land), parse_math=False, annotation_clip=True,
    )  # fmt: skip
    axes.annotate(
        text, at, (0, 0), textcoords="offset points", ha="center", va="center", fontsize=7.5,
        color=paper.ink, zorder=6, parse_math=False, annotation_clip=True,
        bbox={
            "boxstyle": "round,pad=0.42,rounding_size=0.9",
            "facecolor": paper.panel,
            "edgecolor": paper.halo if chosen else paper.panel_line,
            "linewidth": 1.6 if chosen else 0.8,
        },
    )  # fmt: skip


def _glow(colour: str) -> Sequence[Any]:
    from matplotlib import patheffects  # noqa: PLC0415 - only pictures with labels need it

    return [patheffects.withStroke(linewidth=2.4, foreground=colour)]


def _circles(axes: Axes, spot: Spot, theme: Theme) -> None:
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


def _spot(axes: Axes, spot: Spot, view: SnapshotView, paper: Paper) -> None:
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
        fontweight="bold", color=paper.panel if chosen else paper.ink, zorder=5,
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
    if chosen:
        axes.scatter(*at, facecolors="none", edgecolors=paper.halo, linewidths=5, alpha=0.7,
                     zorder=4, **shape)  # fmt: skip
    face, edge = (paper.panel, sign.colour) if unknown else (sign.colour, paper.panel)
    axes.scatter(*at, facecolors=face, edgecolors=edge, linewidths=1.6 if unknown else 0.8,
                 zorder=4.1, **shape)  # fmt: skip
    drop = radius_pt * LETTER_DROP.get(sign.shape, 0.0)
    axes.annotate(
        "?" if unknown else sign.letter, at, (seat[0], seat[1] - drop - 0.3),
        textcoords="offset points", ha="center", va="center_baseline", fontweight="bold",
        fontsize=min(11.0, radius_pt * 1.15), color=sign.colour if unknown else sign.ink,
        zorder=4.2, annotation_clip=True,
    )  # fmt: skip


def _bin(axes: Axes, x: float, y: float, events: int, sign: Mark, paper: Paper) -> None:
    axes.annotate(
        f"{events:,}", (x, y), ha="center", va="center", fontsize=7, fontweight="bold",
        color=paper.ink, zorder=4, annotation_clip=True,
        bbox={"boxstyle": "circle,pad=0.4", "facecolor": paper.panel, "edgecolor": sign.colour,
              "linewidth": 1.8},
    )  # fmt: skip


def _scale_bar(axes: Axes, extent: Extent, paper: Paper) -> None:
    west, south, east, north = extent
    km_per_deg = KM_PER_DEG * math.cos(math.radians((south + north) / 2))
    length_km = nice_length((east - west) * km_per_deg * 0.18)
    span = length_km / km_per_deg / (east - west)
    x, y = 0.025, 0.035
    axes.plot([x, x, x + span, x + span], [y + 0.012, y, y, y + 0.012], color=paper.label,
              linewidth=0.9, transform=axes.transAxes, zorder=7)  # fmt: skip
    axes.text(x + span / 2, y + 0.012, f"{length_km:,.0f} km", transform=axes.transAxes,
              ha="center", va="bottom", fontsize=6.5, color=paper.label, zorder=7)  # fmt: skip


def nice_length(most_km: float) -> float:
    """Return the largest of 1, 2, 3 or 5 times a power of ten that is not above `most_km`."""
    power = 10.0 ** math.floor(math.log10(most_km))
    return float(max(step * power for step in (1, 2, 3, 5) if step * power <= most_km))
