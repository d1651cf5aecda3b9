"""The analyst's own word on a place: drawn on the map, remembered, taken back."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.running import Dashboard
from tests.browser.test_map_page import opened, the_map

pytestmark = pytest.mark.browser


def test_a_place_is_drawn_remembered_and_taken_back(page: Page, dashboard: Dashboard) -> None:
    """The raid without a place gets a pin, keeps it over a reload, and loses it again."""
    opened(page, dashboard)
    page.get_by_role("button", name=re.compile("Attack on a village")).first.click()
    page.get_by_role("button", name=re.compile("Correct the place")).click()
    page.get_by_role("button", name=re.compile("Draw it on the map")).click()
    expect(page.locator('iframe[title*="st_folium"]')).to_have_count(1)
    frame = the_map(page)
    frame.locator("a.leaflet-draw-draw-marker").click()
    frame.locator("#map_div").click(position={"x": 200, "y": 120})
    expect(page.locator(".cm-strip")).to_contain_text("4 on the map")
    expect(page.locator(".st-key-card")).to_contain_text("Placed on the map by an analyst")
    expect(the_map(page).locator(".cm-mark")).to_have_count(1)
    page.reload()
    expect(page.locator(".cm-strip")).to_contain_text("4 on the map")
    page.get_by_role("button", name=re.compile("Correct the place")).click()
    page.get_by_role("button", name=re.compile("Take the correction back")).click()
    expect(page.locator(".cm-strip")).to_contain_text("3 on the map, 1 without a place")
