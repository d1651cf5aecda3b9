"""Other people's data: brought in, on the map in a sign of their own, removed and put back."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.running import Dashboard
from tests.browser.screen import opened, settled, the_map
from tests.datasets.made import ACLED, write

pytestmark = pytest.mark.browser
HOSTILE = "<img src=x onerror=document.title=1>"


def bring(page: Page, dashboard: Dashboard, path: Path) -> None:
    """Bring a file in on the page "Data"."""
    page.goto(f"{dashboard.url}/data")
    expect(page.get_by_role("heading", name="Data of others")).to_be_visible()
    settled(page).locator("input[type=file]").first.set_input_files(path)
    page.get_by_role("button", name="Bring it in").click()
    expect(page.locator(".cm-say-success")).to_be_visible()
    settled(page)


def test_a_layer_comes_in_is_drawn_and_goes(
    page: Page, dashboard: Dashboard, tmp_path: Path
) -> None:
    """With what was lost; hostile cells are words; removed, it can be put back."""
    rows = [
        ACLED | {"actor1": HOSTILE},
        ACLED | {"event_id_cnty": "2", "geo_precision": "3"},
        ACLED | {"event_id_cnty": "3", "event_type": HOSTILE},
    ]
    bring(page, dashboard, write(tmp_path / "Sahel.csv", rows))
    expect(page.locator(".cm-say-success")).to_contain_text("Sahel: 2 rows of 3 are kept.")
    expect(page.locator(".cm-losses").first).to_contain_text("admin3")
    said = page.get_by_text(f"“{HOSTILE}” is no event type that is known")
    expect(said.first).to_be_visible()
    opened(page, dashboard)
    marks = the_map(page).locator(".cm-icon .cm-other")
    expect(marks).to_have_count(2)
    expect(the_map(page).locator(".cm-others")).to_contain_text("Sahel: 2 events")
    marks.last.hover()
    expect(the_map(page).locator(".leaflet-tooltip")).to_contain_text(HOSTILE)
    assert page.locator("img[src=x]").count() == 0
    page.locator(".st-key-layers label").filter(has_text="Sahel").click()
    expect(marks).to_have_count(0)
    page.goto(f"{dashboard.url}/data")
    settled(page).locator('[class*="st-key-layer_remove_"] button:visible').click()
    expect(page.get_by_text("Removed: 1 layer")).to_be_visible()
    settled(page).get_by_role("button", name="Put it back").click()
    expect(page.locator(".cm-row-layer")).to_contain_text("Sahel")
