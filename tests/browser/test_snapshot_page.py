"""The snapshot's page in Chromium: it stands alone, nothing in it runs, its marks select."""

import datetime as dt
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geo.snapshot import write_snapshot
from incidents.filters import FilterSpec
from tests.geo.map_samples import ALL, REPORT, hostile

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("page")
    created = dt.datetime(2024, 4, 2, tzinfo=dt.UTC)
    incidents = (*ALL, hostile())
    write_snapshot(folder / "s.zip", incidents, [REPORT], FilterSpec(), created=created)
    with zipfile.ZipFile(folder / "s.zip") as archive:
        archive.extract("map.html", folder)
    return Path(folder / "map.html").as_uri()


@pytest.fixture
def opened(page: Page, address: str) -> Page:
    complaints: list[str] = []
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto(address)
    expect(page.locator(".cm-names .country").first).to_be_visible()
    assert complaints == [], "no script of the data ran, and none of ours failed"
    return page


def test_areas_marks_names_and_legend_are_drawn(opened: Page) -> None:
    expect(opened.locator(".cm-area")).to_have_count(2)
    expect(opened.locator(".cm-area", has_text="northern Mali")).to_contain_text("2 events")
    expect(opened.locator(".cm-mark")).to_have_count(5)
    expect(opened.locator(".cm-legend")).to_contain_text("killed: unknown")
    expect(opened.locator(".cm-names span", has_text="Mauritania")).to_be_visible()


def test_names_on_the_land_do_not_collide(opened: Page) -> None:
    boxes = [one.bounding_box() for one in opened.locator(".cm-names span").all()]
    shown = [box for box in boxes if box is not None]
    assert len(shown) > 10
    for number, one in enumerate(shown):
        for other in shown[:number]:
            apart = (
                one["x"] >= other["x"] + other["width"]
                or other["x"] >= one["x"] + one["width"]
                or one["y"] >= other["y"] + other["height"] - 1
                or other["y"] >= one["y"] + one["height"] - 1
            )
            assert apart, (one, other)


def test_a_number_selects_its_row_by_pointer_and_by_key(opened: Page) -> None:
    opened.locator('.cm-area [data-id="funeral"]').click()
    expect(opened.locator("tr.sel td.number")).to_have_text("4")
    opened.locator('.cm-mark[data-id="near"]').focus()
    opened.keyboard.press("Enter")
    expect(opened.locator("tr.sel")).to_have_attribute("data-row", "near")


def test_an_area_selects_all_that_happened_in_it(opened: Page) -> None:
    opened.locator(".cm-area .name", has_text="northern Mali").click()
    expect(opened.locator("tr.sel")).to_have_count(2)


def test_script_in_data_shows_as_text(opened: Page) -> None:
    opened.locator('.cm-mark[data-id="hostile"]').hover()
    expect(opened.locator(".leaflet-tooltip")).to_contain_text("<img src=x onerror=alert(1)>")
    assert opened.locator("img").count() == 0
