"""The map with incidents all over the world: nothing covered or endless, fitted to a filter."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect

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
UNPLACED = 2 * PAGE + 5


@pytest.fixture(scope="module")
def world_house(start: Start) -> Dashboard:
    """Run a dashboard with a death in each town, and many nobody knows where."""
    placed = [incident(name, point(name, *at), killed=4) for name, at in TOWNS.items()]
    unplaced = [incident(f"n{n}", VILLAGE, killed=1) for n in range(UNPLACED)]
    return start((REPORT, placed + unplaced))


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
