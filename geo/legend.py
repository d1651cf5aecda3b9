"""The legend: only what is on the map, as HTML made of our own words alone."""

from collections.abc import Iterable

from geo.embed import text_html
from geo.palette import EVENT_TYPES, LETTER_DROP, PAPERS, Mark, Theme, mark, radius_px, svg_path
from geo.sheet import Sheet
from incidents.records import EventType, Record
from incidents.terms import said
from incidents.tongue import _

SIZES = (1, 10, 50)


class Shown(Record, frozen=True):
    """Which kinds of marks a map has."""

    points: bool = True
    areas: bool = True
    unknown: bool = True
    circles: bool = True
    bins: bool = False
    hatched: EventType | None = None
    """Of an area that is drawn: its hatch is the key's; None takes the first type listed."""
    ringed: EventType | None = None
    """Of a circle that is drawn."""


def shown_on(sheet: Sheet) -> Shown:
    """Return which kinds of marks a sheet has."""
    marks = [one for spot in sheet.spots for one in spot.marks]
    return Shown(
        points=bool(marks),
        areas=bool(sheet.areas),
        unknown=any(one.unknown for one in marks) or any(area.unknown for area in sheet.areas),
        circles=any(one.radius_km for one in marks),
        bins=bool(sheet.bins or sheet.crowds),
        hatched=next((area.types[0] for area in sheet.areas), None),
        ringed=next((one.type for one in marks if one.radius_km), None),
    )


def types_on(sheet: Sheet) -> list[EventType]:
    """Return the event types on a sheet, in ACLED's order."""
    found = {name for area in sheet.areas for name in area.types}
    found |= {one.type for spot in sheet.spots for one in spot.marks}
    found |= {part.type for one in sheet.bins for part in one.parts}
    return [name for name in EVENT_TYPES if name in found]


def legend_html(
    theme: Theme, types_present: Iterable[EventType], shown: Shown | None = None
) -> str:
    """Return the legend as HTML; "" where nothing is drawn.

    Args:
        theme: whose colours.
        types_present: only these are listed.
        shown: which other keys are needed; None lists the usual ones.
    """
    shown = shown or Shown()
    types = [name for name in EVENT_TYPES if name in set(types_present)]
    if not types:
        return ""
    rows = [_row(_sign(mark(name, theme)), said(name)) for name in types]
    keys = [row for wanted, row in _keys(theme, mark(types[0], theme), shown) if wanted]
    body = f"<ul>{''.join(rows)}</ul>" + (f"<hr><ul>{''.join(keys)}</ul>" if keys else "")
    return bare_legend(body)


def bare_legend(body: str = "") -> str:
    """Return a legend of what the caller lists, as HTML."""
    head = text_html(_("Legend"))
    return f'<details class="cm-legend" open><summary>{head}</summary>{body}</details>'


def _keys(theme: Theme, first: Mark, shown: Shown) -> list[tuple[bool, str]]:
    paper = PAPERS[theme]
    hatched = mark(shown.hatched, theme) if shown.hatched else first
    ringed = mark(shown.ringed, theme) if shown.ringed else first
    return [
        (shown.areas, _row(_hatch(hatched), _("somewhere in this area"))),
        (shown.circles, _row(_circle(ringed), _("near this point, within the circle"))),
        (shown.points, _row(_sizes(paper.quiet), _("killed, at least: 1, 10, 50"))),
        (shown.unknown, _row(_unknown(first, paper.panel), _("killed: unknown"))),
        (shown.bins, _row(_disc(first, paper.panel), _("several events; click to come closer"))),
    ]


def _row(drawing: str, words: str) -> str:
    return f"<li>{drawing}<span>{text_html(words)}</span></li>"


def _svg(inner: str, width: int = 20, height: int = 20) -> str:
    box = f"{-width / 2:g} {-height / 2:g} {width} {height}"
    return (
        f'<svg width="{width}" height="{height}" viewBox="{box}" aria-hidden="true">{inner}</svg>'
    )


def _sign(key: Mark) -> str:
    drop = 8 * LETTER_DROP.get(key.shape, 0.0)
    return _svg(
        f'<path d="{svg_path(key.shape)}" transform="scale(8)" fill="{key.colour}"/>'
        f'<text y="{drop:g}" fill="{key.ink}" {_LETTER}>{key.letter}</text>'
    )


_LETTER = 'font-size="9.5" font-weight="700" text-anchor="middle" dominant-baseline="central"'


def _unknown(key: Mark, panel: str) -> str:
    return _svg(
        f'<path d="{svg_path(key.shape)}" transform="scale(7.5)" fill="{panel}" '
        f'stroke="{key.colour}" stroke-width=".26" stroke-linejoin="round"/>'
        f'<text fill="{key.colour}" {_LETTER}>?</text>'
    )


def _hatch(key: Mark) -> str:
    lines = "".join(
        f'<line x1="{x}" y1="-14" x2="{x}" y2="14" stroke="{key.colour}" '
        f'stroke-opacity=".55" stroke-width="1.2"/>'
        for x in range(-14, 15, 5)
    )
    return (
        '<svg width="20" height="14" viewBox="-10 -7 20 14" aria-hidden="true">'
        f'<g transform="rotate({key.hatch_deg})">{lines}</g>'
        f'<rect x="-9.2" y="-6.2" width="18.4" height="12.4" fill="none" stroke="{key.colour}" '
        'stroke-width="1.4" stroke-dasharray="4 2.5"/></svg>'
    )


def _circle(key: Mark) -> str:
    return _svg(
        f'<circle r="8.5" fill="{key.colour}" fill-opacity=".08" stroke="{key.colour}" '
        f'stroke-dasharray="2 2.5"/><circle r="2.5" fill="{key.colour}"/>'
    )


def _sizes(colour: str) -> str:
    radii = [radius_px(number) for number in SIZES]
    width = 2 * max(radii) + 2
    rings = "".join(
        f'<circle cy="{max(radii) - radius:g}" r="{radius:g}" fill="none" stroke="{colour}"/>'
        for radius in radii
    )
    return _svg(rings, round(width), round(width))


def _disc(key: Mark, panel: str) -> str:
    return _svg(f'<circle r="8" fill="{panel}" stroke="{key.colour}" stroke-width="3"/>')
