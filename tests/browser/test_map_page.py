"""The map page as its user has it: seen, clicked, brushed, reloaded."""

import contextlib
import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Error, Locator, Page, expect

from tests.browser.running import Dashboard
from tests.browser.screen import opened, press, settled, the_map

pytestmark = pytest.mark.browser
STRIP = "5 events in 4 incidents (and 1 part) · at least 41 killed, unknown for 1"


def lit(page: Page) -> Locator:
    """Return the words lit as the selected incident's evidence."""
    return page.locator("mark.ev.sel")


def filters_in(page: Page) -> dict[str, object]:
    """Return the filters that the URL carries."""
    query = parse_qs(urlsplit(page.url).query)
    found: dict[str, object] = json.loads(query["f"][0]) if "f" in query else {}
    return found


def test_the_first_view(page: Page, dashboard: Dashboard) -> None:
    """Four incidents and a part; two areas, no pin; the raid listed with its reason."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("response", lambda r: errors.append(r.url) if r.status >= 400 else None)
    opened(page, dashboard)
    expect(page.locator(".cm-strip")).to_contain_text(STRIP)
    expect(page.locator(".cm-strip")).to_contain_text("3 on the map, 1 without a place")
    frame = the_map(page)
    expect(frame.locator(".cm-area")).to_have_count(2)
    expect(frame.locator("path.cm-area-shape")).to_have_count(2)
    expect(frame.locator(".cm-mark")).to_have_count(0)
    expect(page.locator(".st-key-nowhere")).to_contain_text("Attack on a village")
    page.get_by_role("tab", name=re.compile("Not on the map")).click()
    expect(page.locator(".st-key-missing")).to_contain_text("name no place")
    assert errors == []


def test_a_click_on_a_mark_lights_its_sentence(page: Page, dashboard: Dashboard) -> None:
    """From the map to the words; a second click goes on to the next incident of the area."""
    opened(page, dashboard)
    label = the_map(page).get_by_role("button", name=re.compile("^S[eé]gou"))
    label.click()
    expect(lit(page).first).to_contain_text("a drone attack on a wedding in the")
    expect(page.locator(".st-key-card")).to_contain_text("Air/drone strike on a wedding")
    settled(page)
    label.click()
    expect(lit(page).first).to_contain_text("another strike on a funeral")


def test_a_click_on_a_sentence_selects_its_mark(page: Page, dashboard: Dashboard) -> None:
    """From the words to the map, by mouse and by keyboard."""
    opened(page, dashboard)
    page.locator("mark.ev", has_text="two drone strikes").first.click()
    expect(the_map(page).locator(".cm-area.sel")).to_contain_text("orthern Mali")
    expect(page.locator(".st-key-card")).to_contain_text("2 × Air/drone strike")
    settled(page).locator("mark.ev", has_text="another strike on a funeral").first.focus()
    page.keyboard.press("Enter")
    expect(the_map(page).locator(".cm-area.sel")).to_contain_text(re.compile("S[eé]gou"))
    expect(page.locator(".st-key-card")).to_contain_text("killed: unknown")


def test_the_raid_without_a_place_is_selected_from_its_list(
    page: Page, dashboard: Dashboard
) -> None:
    """What is not on the map is reachable, and its fields are told apart in the text."""
    opened(page, dashboard)
    press(page, re.compile("Attack on a village"))
    expect(lit(page).filter(has_text="executed").first).to_be_visible()
    expect(page.locator("mark.f-date")).to_have_text("January")
    expect(the_map(page).locator(".cm-area.sel")).to_have_count(0)


def test_brushing_the_timeline_filters_and_the_url_brings_it_back(
    page: Page, dashboard: Dashboard
) -> None:
    """Drag across January; the link opens the same view in another tab."""
    opened(page, dashboard)
    chart = page.locator(".st-key-below canvas, .st-key-below svg.marks").first
    expect(chart).to_be_visible()
    box = chart.bounding_box()
    assert box is not None
    height = box["y"] + box["height"] * 0.7
    page.mouse.move(box["x"] + box["width"] * 0.3, height)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.4, height, steps=6)
    page.mouse.move(box["x"] + box["width"] * 0.5, height, steps=6)
    page.mouse.up()
    expect(page).to_have_url(re.compile("date_from"))
    brushed = filters_in(page)
    assert "2023-12-15" < str(brushed["date_from"]) < str(brushed["date_to"]) < "2024-02-20"
    settled(page).get_by_text("certainly within").click()
    expect(page).to_have_url(re.compile("certainly"))
    settled(page)
    expect(page.locator(".cm-strip")).to_contain_text("filtered out of")
    strip = page.locator(".cm-strip").inner_text()
    again = page.context.new_page()
    again.goto(page.url)
    expect(again.locator(".cm-strip")).to_have_text(strip)
    assert filters_in(again) == filters_in(page)


def test_the_window_of_dates_steps_and_plays(page: Page, dashboard: Dashboard) -> None:
    """A month steps to the next month; play goes on by itself until it is paused."""
    january = {"date_from": "2024-01-01", "date_to": "2024-01-31"}
    opened(page, dashboard, f"?f={json.dumps(january)}")
    page.locator(".st-key-timeline_skip_next button:visible").click()
    expect(page).to_have_url(re.compile("2024-02-29"))
    settled(page).locator(".st-key-timeline_play button:visible").click()
    expect(page).to_have_url(re.compile("2024-03-31"))
    pause(page)
    press(page, "All dates")
    expect(page).not_to_have_url(re.compile("date_from"))


def pause(page: Page) -> None:
    """Press pause until it holds: a click that meets the drawing of a step is lost."""
    button = page.locator(".st-key-timeline_pause button:visible")
    for _ in range(20):
        with contextlib.suppress(Error):
            button.first.click(timeout=3_000)
        with contextlib.suppress(AssertionError):
            expect(button).to_have_count(0, timeout=3_000)
            return
    expect(button).to_have_count(0)


@pytest.mark.parametrize(
    ("spec", "strip", "marks"),
    [
        ({"actors": ["Wagner Group"]}, STRIP, 2),
        (
            {"date_from": "2024-01-01", "date_to": "2024-01-31", "date_mode": "certainly"},
            "1 event in 1 incident · 25 killed · 0 on the map, 1 without a place",
            0,
        ),
    ],
)
def test_filters_keep_the_right_ones(
    page: Page, dashboard: Dashboard, spec: dict[str, object], strip: str, marks: int
) -> None:
    """What the link asks for is on strip and map; which those are is held by test_select."""
    opened(page, dashboard, f"?f={json.dumps(spec)}")
    expect(page.locator(".cm-strip")).to_contain_text(strip)
    expect(the_map(page).locator(".cm-area")).to_have_count(marks)


def test_choosing_and_clearing_an_actor(page: Page, dashboard: Dashboard) -> None:
    """The widget writes the link; one click clears one filter; back is undo."""
    opened(page, dashboard)
    box = page.get_by_role("combobox", name=re.compile("Actor"))
    box.click()
    box.fill("Wagner")
    page.get_by_role("option", name=re.compile("Wagner Group")).click()
    expect(page).to_have_url(re.compile("Wagner"))
    page.keyboard.press("Escape")
    press(page, re.compile("actor: Wagner Group"))
    expect(page).not_to_have_url(re.compile("Wagner"))
    settled(page).go_back()
    expect(page).to_have_url(re.compile("Wagner"))
    expect(page.get_by_role("button", name=re.compile("actor: Wagner Group"))).to_be_visible()


def test_a_look_at_another_page_loses_nothing(page: Page, dashboard: Dashboard) -> None:
    """To the method and back: the same filters."""
    opened(page, dashboard, '?f={"text":"wedding"}')
    page.locator(".st-key-nav").get_by_text("Method and data").click()
    expect(page.get_by_role("heading", name="Method and data")).to_be_visible()
    settled(page).locator(".st-key-nav").get_by_text("Map", exact=True).click()
    expect(page.locator(".cm-strip")).to_contain_text("1 event in 1 incident")
    expect(page).to_have_url(re.compile("wedding"))


def test_a_wrong_link_says_so_and_shows_everything(page: Page, dashboard: Dashboard) -> None:
    """An unknown filter and an unknown incident: two messages, the whole view."""
    opened(page, dashboard, '?f={"colour":"red"}&sel=nothing')
    expect(page.get_by_text("The link’s filters were left out")).to_be_visible()
    expect(page.get_by_text("points to an incident that is not here")).to_be_visible()
    expect(page.locator(".cm-strip")).to_contain_text(STRIP)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_the_screen(page: Page, dashboard: Dashboard, scheme: str) -> None:
    """Strip, map, timeline and text in one screen, none over another, in both themes."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": 1024, "height": 768})
    opened(page, dashboard)
    fits(page, 1024, 768)
    page.set_viewport_size({"width": 1440, "height": 900})
    fits(settled(page), 1440, 900)
    expect(the_map(page).locator(f".cm-{scheme}")).to_be_visible()


def fits(page: Page, width: int, height: int) -> None:
    """Hold that all parts lie within the window, and none over another."""
    parts = [page.locator(css) for css in (".st-key-map", ".st-key-below", ".st-key-reading")]
    boxes = []
    for part in parts:
        expect(part).to_be_visible()
        box = part.bounding_box()
        assert box is not None
        boxes.append(box)
    for box in boxes:
        assert box["x"] + box["width"] <= width + 1
        assert box["y"] + box["height"] <= height + 1
    chart, below, text = boxes
    assert chart["y"] + chart["height"] <= below["y"] + 1
    assert chart["x"] + chart["width"] <= text["x"] + 1
