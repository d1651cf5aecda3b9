"""Colours, letters, shapes and hatches: one palette for the screen and the snapshot.

Event types are told apart three times over: by colour, by a letter, and by a shape or, for
areas, by the hatch's angle. The colours started from Okabe and Ito's set and were shifted
until each stands 3:1 against the land of its theme and any two stay 18 apart in CIELAB for
normal vision and for protanopia, deuteranopia and tritanopia; tests/geo/test_palette.py
measures both.
"""

import math
from collections.abc import Mapping
from typing import Literal, get_args

from incidents.records import EventType, Record

Theme = Literal["light", "dark"]
Shape = Literal["circle", "diamond", "square", "hexagon", "pentagon", "triangle"]
EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)


class Mark(Record, frozen=True):
    """How one event type is drawn."""

    colour: str
    """Fill, `#rrggbb`."""
    ink: str
    """The letter on the fill."""
    letter: str
    shape: Shape
    hatch_deg: int
    """Angle of the hatch's lines, clockwise from upright; different for each type."""


class Paper(Record, frozen=True):
    """Colours of the sheet that the marks lie on."""

    water: str
    land: str
    graticule: str
    country_line: str
    region_line: str
    label: str
    """Names of countries and regions."""
    ink: str
    """Text on panels and labels."""
    quiet: str
    """Secondary text."""
    panel: str
    panel_line: str
    halo: str
    """Ring around the selected mark: the page's accent."""


PAPERS: Mapping[Theme, Paper] = {
    "light": Paper(
        water="#d5e1e4",
        land="#f6f1e6",
        graticule="#c6d5d9",
        country_line="#9c917d",
        region_line="#d3c9b6",
        label="#6d6555",
        ink="#25221d",
        quiet="#625b4e",
        panel="#fdfcf9",
        panel_line="#d8d1c3",
        halo="#1f5673",
    ),
    "dark": Paper(
        water="#131b22",
        land="#262c32",
        graticule="#1d2730",
        country_line="#6f7983",
        region_line="#414a53",
        label="#a4a9ab",
        ink="#e6e1d7",
        quiet="#b0aca3",
        panel="#1a1e23",
        panel_line="#3a4149",
        halo="#8fd0f2",
    ),
}

_SIGNS: Mapping[EventType, tuple[str, Shape, int]] = {
    "Battles": ("B", "square", 90),
    "Explosions/Remote violence": ("E", "diamond", 45),
    "Violence against civilians": ("V", "circle", 135),
    "Protests": ("P", "hexagon", 0),
    "Riots": ("R", "pentagon", 20),
    "Strategic developments": ("S", "triangle", 110),
}
_COLOURS: Mapping[Theme, Mapping[EventType, str]] = {
    "light": {
        "Battles": "#0a4f9e",
        "Explosions/Remote violence": "#c04d00",
        "Violence against civilians": "#750a4b",
        "Protests": "#00805c",
        "Riots": "#4f3c00",
        "Strategic developments": "#70708a",
    },
    "dark": {
        "Battles": "#4f8fe0",
        "Explosions/Remote violence": "#f06a35",
        "Violence against civilians": "#c474a0",
        "Protests": "#4fe6a4",
        "Riots": "#f7da30",
        "Strategic developments": "#d5e2f0",
    },
}
_INK: Mapping[Theme, str] = {"light": "#ffffff", "dark": "#14181c"}


def mark(event_type: EventType, theme: Theme) -> Mark:
    """Return how `event_type` is drawn on `theme`."""
    letter, shape, angle = _SIGNS[event_type]
    return Mark(
        colour=_COLOURS[theme][event_type],
        ink=_INK[theme],
        letter=letter,
        shape=shape,
        hatch_deg=angle,
    )


def marks(theme: Theme) -> dict[EventType, Mark]:
    """Return the whole palette of a theme, in ACLED's order of types."""
    return {event_type: mark(event_type, theme) for event_type in EVENT_TYPES}


def outline(shape: Shape) -> list[tuple[float, float]]:
    """Return a shape's corners around (0, 0), y downwards; a circle has radius 1.

    The others are drawn a little larger, so that all shapes cover about the same area.
    """
    corners, turn_deg, size = _CORNERS[shape]
    angles = (math.radians(turn_deg + 360 * i / corners) for i in range(corners))
    return [(round(size * math.sin(a), 4), round(-size * math.cos(a), 4)) for a in angles]


_CORNERS: Mapping[Shape, tuple[int, float, float]] = {
    "circle": (48, 0, 1.0),
    "diamond": (4, 0, 1.25),
    "square": (4, 45, 1.25),
    "hexagon": (6, 30, 1.1),
    "pentagon": (5, 0, 1.14),
    "triangle": (3, 0, 1.4),
}
LETTER_DROP: Mapping[Shape, float] = {"triangle": 0.16, "pentagon": 0.06}
"""How far the letter sits below the middle, in radii, where a shape is heavier below."""


def svg_path(shape: Shape) -> str:
    """Return the outline as an SVG path of radius 1."""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in outline(shape)) + "Z"


def radius_px(killed: int | None) -> float:
    """Return a mark's radius: area grows with the killed, from 9 px (none) to 26 px.

    Unknown gets the smallest size; its hollow mark and "?" tell it from zero.
    """
    return round(min(26.0, math.sqrt(81 + 9 * (killed or 0))), 1)
