import re

import pytest

from geo.assets import MAP_SCRIPTS
from geo.basemap import MAX_ZOOM, MIN_ZOOM, fit_view, make_map
from geo.palette import Theme


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_map_names_no_other_host(theme: Theme) -> None:
    """Every script, style and address in it is relative; SVG's namespace is no address."""
    whole = make_map(theme)
    html = whole.get_root().render()
    assert re.findall(r"(?:https?:)?//[\w.]+", html.replace("http://www.w3.org", "")) == []
    links = [link for _, link in whole.default_js + whole.default_css]
    assert len(links) == 4 + len(MAP_SCRIPTS)  # with others.js
    assert all(link.startswith("../../app/static/vendor/") for link in links)


def test_the_same_theme_gives_the_same_script_and_another_theme_another() -> None:
    def script(theme: Theme) -> str:
        html = make_map(theme).get_root().render()
        return re.sub(r"(?<=_)[0-9a-f]{32}", "", html)

    assert script("light") == script("light")
    assert script("light") != script("dark")


@pytest.mark.parametrize(
    ("bounds", "width", "height"),
    [
        (((10.0, -12.0), (25.0, 4.0)), 800, 480),
        (((13.0, -6.0), (13.0, -6.0)), 800, 480),
        (((-60.0, -180.0), (80.0, 180.0)), 300, 300),
    ],
)
def test_the_view_holds_the_bounds(
    bounds: tuple[tuple[float, float], tuple[float, float]], width: int, height: int
) -> None:
    (lat, lon), zoom = fit_view(bounds, width, height)
    (south, west), (north, east) = bounds
    assert south <= lat <= north
    assert west <= lon <= east
    assert MIN_ZOOM <= zoom <= MAX_ZOOM
    assert zoom == MIN_ZOOM or (east - west) / 360 * 256 * 2**zoom <= width


def test_no_bounds_show_the_world() -> None:
    assert fit_view(None)[1] == MIN_ZOOM
