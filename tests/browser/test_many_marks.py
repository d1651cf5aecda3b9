"""The map with incidents all over the world: nothing covered or endless, fitted to a filter."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Frame, FrameLocator, Locator, Page, expect

from geo.boundaries import regions
from incidents.records import Place
from tests.browser.conftest import Start
from tests.browser.running import Dashboard
from tests.browser.screen import opened, press, settled, tab, the_map
from tests.geo.map_samples import REPORT, VILLAGE, incident, point
from ui.panels.missing import PAGE

pytestmark = pytest.mark.browser
TOWNS = {
    "Bogota": (4.7, -74.1), "Cali": (3.4, -76.5), "Kyiv": (50.4, 30.5), "Odesa": (46.5, 30.7),
    "Khartoum": (15.6, 32.5), "Omdurman": (15.7, 32.4), "Yangon": (16.8, 96.2),
    "Jakarta": (-6.2, 106.8), "Perth": (-31.9, 115.9), "Durban": (-29.9, 31.0),
    "Lagos": (6.5, 3.4), "Gao": (16.3, 0.0), "Kano": (12.0, 8.5), "Sana": (15.4, 44.2),
    "Quito": (-0.2, -78.5), "Colombo": (6.9, 79.9), "Mombasa": (-4.0, 39.7),
}  # fmt: skip
SIDE_BY_SIDE = "NG"
"""A country whose regions have an incident each: too many names for their room."""
UNPLACED = 2 * PAGE + 5
VIEWS = [
    (12, 0, 1.5), (12, 0, 2), (12, 0, 3), (14, -3, 4), (9, 8, 4), (9, 8, 5), (9, 8, 5.5),
    (9, 8, 6), (7, 6, 6.5), (12, 5, 7), (11, 9, 8), (15, 32, 3), (15.6, 32.4, 12), (48, 32, 3),
    (48, 32, 6), (0, -75, 2.5), (4, -75, 5), (-6, 107, 2), (9, 39, 4), (20, 10, 2.5),
]  # fmt: skip
"""Twenty: latitude, longitude, zoom."""
COVERED = """([lat, lon, zoom]) => {
    const map = window.map;
    map.setView([lat, lon], zoom, {animate: false});
    const boxes = (selector) => [...document.querySelectorAll(selector)]
        .filter((node) => getComputedStyle(node).visibility !== "hidden")
        .map((node) => [node.innerText, node.getBoundingClientRect()]);
    const over = ([, a], [, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
    const labels = boxes(".cm-area");
    const marks = boxes(".cm-mark, .cm-bin");
    const found = [];
    labels.forEach((label, n) => [...labels.slice(n + 1), ...marks].forEach((other) => {
        if (over(label, other)) found.push([label[0], other[0]]);
    }));
    return {found, labels: labels.length, marks: marks.length};
}"""
"""Looks for labels that cover another label or a mark."""


def countries_regions(country: str) -> list[str]:
    """Return the ids of a country's regions."""
    found = regions()
    return [str(one) for one in found[found["iso2"] == country]["region_id"]]


@pytest.fixture(scope="module")
def world_house(start: Start) -> Dashboard:
    """Run a dashboard with a death in each town, and many nobody knows where."""
    placed = [incident(name, point(name, *at), killed=4) for name, at in TOWNS.items()]
    unplaced = [incident(f"n{n}", VILLAGE, killed=1) for n in range(UNPLACED)]
    areas = [
        incident(code, Place(name=code, kind="area", precision=4, place_id=code), killed=2)
        for code in countries_regions(SIDE_BY_SIDE)
    ]
    return start((REPORT, placed + areas + unplaced))


@pytest.fixture
def world(world_house: Dashboard) -> Iterator[Dashboard]:
    """Give a test that dashboard."""
    with world_house.restored():
        yield world_house


def find(page: Page, words: str) -> None:
    """Filter by words."""
    box = page.get_by_role("textbox", name="Find words")
    box.fill(words)
    box.press("Enter")
    settled(page)


def boxes(marks: Locator) -> list[tuple[float, float, float, float]]:
    """Return where marks are: left, top, right, bottom."""
    found = [box for one in marks.all() if (box := one.bounding_box())]
    return [(b["x"], b["y"], b["x"] + b["width"], b["y"] + b["height"]) for b in found]


HEAR = """() => {
    window.cmTold = [];
    window.addEventListener("message", ({ data }) => {
        if (data && data.type === "streamlit:setComponentValue") window.cmTold.push(data.value);
    });
}"""
"""Keeps from here on what a component tells the server."""
NEAREST = """(bins) => {
    const at = window.map.latLngToContainerPoint([15.6, 32.4]);
    const middle = (node) => {
        const box = node.getBoundingClientRect();
        return Math.hypot((box.left + box.right) / 2 - at.x, (box.top + box.bottom) / 2 - at.y);
    };
    const far = bins.map(middle);
    return far.indexOf(Math.min(...far));
}"""
"""Finds the bin that Khartoum is in."""


def the_frame(page: Page) -> Frame:
    """Return the map's frame for scripts."""
    handle = page.locator('iframe[title*="st_folium"]').element_handle()
    frame = handle.content_frame()
    assert frame is not None
    return frame


def scale(frame: FrameLocator) -> str:
    """Return what the scale bar says."""
    return frame.locator(".leaflet-control-scale").inner_text()


def test_no_mark_lies_under_the_legend(page: Page, world: Dashboard) -> None:
    """It folds where it would lie on one, and opens for whoever asks."""
    frame = the_map(opened(page, world))
    expect(frame.locator(".cm-mark, .cm-bin").first).to_be_visible()
    legend = frame.locator(".cm-legend")
    ((left, top, right, bottom),) = boxes(legend)
    marks = boxes(frame.locator(".cm-mark, .cm-bin, .cm-area"))
    assert marks
    assert not [m for m in marks if m[2] > left and m[0] < right and m[3] > top and m[1] < bottom]
    expect(legend.locator("li").first).to_be_hidden()
    legend.locator("summary").click()
    expect(legend.locator("li").first).to_be_visible()


def test_marks_too_close_to_be_told_apart_are_one(page: Page, world: Dashboard) -> None:
    """Khartoum and Omdurman, a few kilometres apart, on a map of the world."""
    frame = the_map(opened(page, world))
    expect(frame.locator(".cm-bin").first).to_be_visible()
    expect(frame.locator('.cm-mark[data-id="Khartoum"]')).to_have_count(0)


def test_a_crowd_falls_apart_as_one_comes_closer(page: Page, world: Dashboard) -> None:
    """A click on it is enough, the server isn't asked, and far away it is one again."""
    frame = the_map(opened(page, world))
    apart = frame.locator('.cm-mark[data-id="Khartoum"]')
    expect(apart).to_have_count(0)
    page.evaluate(HEAR)
    for _ in range(6):
        if apart.count():
            break
        crowd = frame.locator(".cm-bin").evaluate_all(NEAREST)
        before = scale(frame)
        frame.locator(".cm-bin").nth(crowd).click()
        expect(frame.locator(".leaflet-control-scale")).not_to_have_text(before)
        settled(page)
    expect(apart).to_be_visible()
    expect(frame.locator('.cm-mark[data-id="Omdurman"]')).to_be_visible()
    told = page.evaluate("() => window.cmTold")
    assert [one for one in told if one and (one.get("last_active_drawing") or "zoom" in one)] == []
    the_frame(page).evaluate("() => { window.map.setZoom(2, {animate: false}); }")
    expect(apart).to_have_count(0)


def test_no_label_covers_another_or_a_mark(page: Page, world: Dashboard) -> None:
    """On twenty views, and those that gave way come back close by."""
    opened(page, world)
    frame = the_frame(page)
    seen = [frame.evaluate(COVERED, list(view)) for view in VIEWS]
    assert [one["found"] for one in seen] == [[]] * len(VIEWS)
    assert max(one["labels"] for one in seen) >= 6
    assert max(one["marks"] for one in seen) >= 8


def test_a_filter_fits_the_map_unless_the_view_is_kept(page: Page, world: Dashboard) -> None:
    """What is left fills the map; with the switch on, nothing moves."""
    frame = the_map(opened(page, world))
    wide = scale(frame)
    find(page, "Durban")
    expect(frame.locator(".leaflet-control-scale")).not_to_have_text(wide)
    settled(page)
    near = scale(frame)
    ((left, top, right, bottom),) = boxes(frame.locator('.cm-mark[data-id="Durban"]'))
    ((west, north, east, south),) = boxes(frame.locator("#map_div"))
    assert abs((left + right) / 2 - (west + east) / 2) < 40
    assert abs((top + bottom) / 2 - (north + south) / 2) < 40
    page.locator(".st-key-w_keep_view label").first.click()
    settled(page)
    find(page, "")
    expect(page.locator(".cm-strip")).not_to_contain_text("filtered out of")
    assert scale(frame) == near


def test_the_list_of_the_unplaced_is_turned_page_by_page(page: Page, world: Dashboard) -> None:
    """Each is a widget: so many at a time, the others one click away."""
    opened(page, world)
    tab(page, "Not on the map")
    rows = page.locator('[class*="st-key-missing_tab_"]')
    expect(rows).to_have_count(PAGE)
    pages = page.locator(".st-key-missing_pages")
    expect(pages).to_contain_text(f"1 to {PAGE} of")
    press(page, "Further")
    press(page, re.compile("^Further$"))
    expect(pages).to_contain_text(f"{2 * PAGE + 1} to ")
    assert 0 < rows.count() < PAGE
