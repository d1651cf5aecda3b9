"""The folium map under the marks: local Leaflet, vector land, no tiles, no other host."""

import math
from pathlib import Path

import folium
from branca.element import MacroElement
from folium.plugins import Draw
from folium.template import Template

from geo.assets import MAP_SCRIPTS, assets_version
from geo.embed import script_json
from geo.map_words import map_words
from geo.palette import PAPERS, Paper, Theme

ASSET_BASE = "../../app/static"
"""From streamlit-folium's frame, which is two levels down, to Streamlit's `static/`."""
OTHERS = "others.js"
"""Draws layers of others' data; a page that stands alone never has any."""
MIN_ZOOM, MAX_ZOOM = 1.5, 12.0
TILE_PX = 256
WEST_EAST_END = 225
"""Degrees of longitude to both sides that the map can be moved to."""
Bounds = tuple[tuple[float, float], tuple[float, float]]
"""((south, west), (north, east)) in degrees."""


class _Base(MacroElement):
    """Draws the base by `geo/browser/base.js`, which fetches the land itself."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "conflictMap.base({{ this._parent.get_name() }}, {{ this.options_json }});"
        "{% endmacro %}"
    )

    def __init__(self, options: dict[str, object]) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # branca's has no annotations
        self._name = "Base"
        self.options_json = script_json(options)


def make_map(
    theme: Theme,
    center: tuple[float, float] = (15.0, 10.0),
    zoom: float = 3,
    asset_base: str = ASSET_BASE,
    *,
    drawing: bool = False,
) -> folium.Map:
    """Return the map without marks. Its script is the same for the same theme and view.

    Args:
        theme: which sheet to draw on; another theme is another map to streamlit-folium.
        center: latitude and longitude in degrees. For a view that changes, keep this
            fixed and pass `center` and `zoom` to `st_folium`, which then moves the map
            in place.
        zoom: Leaflet's.
        asset_base: where `vendor/` and `base/` are served, seen from the map's frame.
        drawing: whether a pin, a circle or an area can be drawn on it, and a pin moved.
    """
    version = assets_version()
    drawn = folium.Map(
        location=center,
        tiles=None,
        max_bounds=True,
        min_lat=-75,
        max_lat=85,
        min_lon=-WEST_EAST_END,
        max_lon=WEST_EAST_END,
    )
    # folium hands these to tile layers only, and takes whole zooms.
    drawn.options |= {"zoom": zoom, "min_zoom": MIN_ZOOM, "max_zoom": MAX_ZOOM, "zoom_snap": 0.5}
    vendor = f"{asset_base}/vendor"
    drawn.default_js = [
        ("leaflet", f"{vendor}/leaflet.js?v={version}"),
        *((Path(name).stem, f"{vendor}/{name}?v={version}") for name in (*MAP_SCRIPTS, OTHERS)),
    ]
    drawn.default_css = [
        ("leaflet_css", f"{vendor}/leaflet.css?v={version}"),
        ("atlas_css", f"{vendor}/atlas.css?v={version}"),
    ]
    drawn.add_child(
        _Base({**base_options(theme), "base": f"{asset_base}/base", "version": version})
    )
    if drawing:
        drawn.default_js.append(("correct", f"{vendor}/correct.js?v={version}"))
        drawn.add_child(_drawing_tools(PAPERS[theme], vendor, version))
    return drawn


def _drawing_tools(paper: Paper, vendor: str, version: str) -> Draw:
    line = {"shapeOptions": {"color": paper.halo, "weight": 2}}
    tools = Draw(
        position="topleft",
        show_geometry_on_click=False,
        draw_options={
            "marker": True,
            "circle": line,
            "polygon": line,
            "rectangle": line,
            "polyline": False,
            "circlemarker": False,
        },
        edit_options={"edit": False, "remove": False},
    )
    tools.default_js = [("draw", f"{vendor}/draw/leaflet.draw.js?v={version}")]
    tools.default_css = [("draw_css", f"{vendor}/draw/leaflet.draw.css?v={version}")]
    return tools


def base_options(theme: Theme) -> dict[str, object]:
    """Return the base's theme, colours and words, as `base.js` takes them."""
    return {"theme": theme, "paper": paper_options(PAPERS[theme]), **map_words()}


def paper_options(paper: Paper) -> dict[str, str]:
    """Return the sheet's colours by their names in the style sheet."""
    names = {"panel_line": "line"}
    return {names.get(f, f): getattr(paper, f) for f in paper.__struct_fields__}


def fit_view(
    bounds: Bounds | None, width_px: int = 560, height_px: int = 480
) -> tuple[tuple[float, float], float]:
    """Return the center and zoom that show `bounds` with a margin, in steps of half a zoom.

    Args:
        bounds: from `bounds_of`; None gives the whole world.
        width_px: of the map on the screen.
        height_px: of the map on the screen.
    """
    if bounds is None:
        return (18.0, 12.0), MIN_ZOOM
    (south, west), (north, east) = bounds
    low, high = _mercator(south), _mercator(north)
    share_x = max(east - west, 0.4) / 360
    share_y = max(high - low, 0.4 / 360)
    fits = min(
        math.log2(0.78 * width_px / TILE_PX / share_x),
        math.log2(0.78 * height_px / TILE_PX / share_y),
    )
    zoom = min(max(math.floor(fits * 2) / 2, MIN_ZOOM), 9)
    middle = math.degrees(math.atan(math.sinh(math.pi * (low + high))))
    return (round(middle, 4), round((west + east) / 2, 4)), float(zoom)


def _mercator(lat_deg: float) -> float:
    """Return the latitude's height on the Mercator map, in map widths from the equator."""
    lat = math.radians(min(max(lat_deg, -85), 85))
    return math.asinh(math.tan(lat)) / (2 * math.pi)
