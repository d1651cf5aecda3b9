"""The analyst's own word on a place: drawn on the map, remembered, taken back."""

import re
from collections.abc import Iterator

import msgspec
import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect

from incidents.decisions import PutPlace, in_force
from incidents.records import Candidate, Place
from incidents.store import Store
from tests.browser.conftest import Start
from tests.browser.running import Dashboard
from tests.browser.screen import opened, press, settled, the_map
from tests.geo.map_samples import REPORT, incident, point

pytestmark = pytest.mark.browser
GAO = (
    Candidate(place_id="gn:2457163", name="Gao, ML", lat_deg=16.27, lon_deg=-0.04, score=0.7),
    Candidate(place_id="gn:2360626", name="Gao, BF", lat_deg=11.65, lon_deg=-2.18, score=0.2),
)


@pytest.fixture(scope="module")
def gao_house(start: Start) -> Dashboard:
    """Run a dashboard with two incidents at one spot among four large marks.

    The spot's name has two candidates.
    """
    place = msgspec.structs.replace(
        point("Gao", 16.27, -0.04), text="Gao", place_id="gn:2457163", candidates=GAO
    )
    incidents = [incident(key, place, killed=3) for key in ("one", "two")]
    beside = [point("beside", 16.27 + step / 10, -0.04 + step / 10) for step in (-4, -2, 2, 4)]
    incidents += [incident(f"b{n}", at, killed=60) for n, at in enumerate(beside)]
    return start((REPORT, incidents))


@pytest.fixture
def gao(gao_house: Dashboard) -> Iterator[Dashboard]:
    """Give a test that dashboard without any correction, whatever was done before."""
    with gao_house.restored():
        yield gao_house


@pytest.fixture
def correcting(page: Page, gao: Dashboard) -> FrameLocator:
    """Select the first incident, start to correct its place, and return the map."""
    opened(page, gao, "?sel=one")
    press(page, re.compile("Correct the place"))
    press(page, re.compile("Move its pin on the map"))
    expect(newest_map(page).locator(".cm-pin")).to_be_visible()
    expect(page.locator('iframe[title*="st_folium"]')).to_have_count(1)
    return the_map(page)


def newest_map(page: Page) -> FrameLocator:
    """Return the newest map: the one before it may be there a moment longer."""
    return page.frame_locator('iframe[title*="st_folium"]').last


def test_the_selected_mark_lies_on_all_others(page: Page, gao: Dashboard) -> None:
    """In a dense cluster its middle and its number are still to be seen, not a neighbour's."""
    frame = the_map(opened(page, gao, "?sel=one"))
    for chosen in ("one", "two", "b1", "b2"):
        mark = frame.locator(f'.cm-mark[data-id="{chosen}"]')
        if chosen != "one":
            mark.focus()
            page.keyboard.press("Enter")
        expect(frame.locator(f'.cm-mark.sel[data-id="{chosen}"]')).to_be_visible()
        lies_on_top(mark)


def lies_on_top(mark: Locator) -> None:
    """Hold that a mark's middle and its number are it and nothing over it."""
    on_top = """(node) => [node, node.querySelector(".cm-chip")].every((part) => {
        const box = part.getBoundingClientRect();
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        part.style.pointerEvents = "auto";
        const found = document.elementFromPoint(x, y);
        return node.contains(found);
    })"""
    assert mark.evaluate(on_top)


@pytest.mark.parametrize(
    ("pressed", "selected"),
    [(".cm-mark >> nth=1", ".cm-mark .cm-chip.sel"), (".cm-area .name >> nth=0", ".cm-area.sel")],
)
def test_a_mark_selected_by_key_keeps_the_focus(
    page: Page, gao: Dashboard, pressed: str, selected: str
) -> None:
    """Enter selects, and the redrawing leaves the focus where it was, for Tab to go on."""
    opened(page, gao)
    frame = newest_map(page)
    mark = frame.locator(pressed)
    before = mark.get_attribute("aria-label")
    mark.focus()
    page.keyboard.press("Enter")
    expect(frame.locator(selected)).to_be_visible()
    expect(settled(page).locator(".st-key-card")).to_be_visible()
    expect(frame.locator("button:focus")).to_have_attribute("aria-label", before or "")


def decided(gao: Dashboard) -> Place:
    """Return what the analyst decided."""
    store = Store(f"sqlite:///{gao.database}")
    (decision,) = in_force(store.decisions())
    store.close()
    assert isinstance(decision.action, PutPlace)
    return decision.action.place


def middle(mark: Locator) -> tuple[float, float]:
    """Return where a mark is on the page."""
    box = mark.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_the_pin_is_dragged_to_its_place(
    page: Page, gao: Dashboard, correcting: FrameLocator
) -> None:
    """The pin is let go north-east of where it was; the incident beside it stays there."""
    expect(correcting.locator(".cm-mark")).to_have_count(5)
    x, y = middle(correcting.locator(".cm-pin"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y - 20, steps=4)
    page.mouse.move(x + 60, y - 40, steps=4)
    page.mouse.up()
    expect(page.locator(".st-key-card")).to_contain_text("Placed on the map by an analyst")
    expect(newest_map(page).locator(".cm-mark")).to_have_count(6)
    place = decided(gao)
    assert (place.kind, place.precision, place.country) == ("point", 2, "ML")
    assert place.name != "Gao"
    assert place.lat_deg is not None
    assert place.lon_deg is not None
    assert 16.5 < place.lat_deg < 19
    assert 0.5 < place.lon_deg < 4


def test_the_pin_is_moved_by_the_arrow_keys(
    page: Page, gao: Dashboard, correcting: FrameLocator
) -> None:
    """Without a mouse: focus it, three times to the left, Enter."""
    correcting.locator(".cm-pin").focus()
    for key in ("ArrowLeft", "ArrowLeft", "ArrowLeft", "Enter"):
        page.keyboard.press(key)
    expect(page.locator(".st-key-card")).to_contain_text("Placed on the map by an analyst")
    place = decided(gao)
    assert place.lat_deg == pytest.approx(16.27, abs=0.05)
    assert place.lon_deg is not None
    assert -3 < place.lon_deg < -0.1


def test_a_candidate_is_chosen_on_the_map(
    page: Page, gao: Dashboard, correcting: FrameLocator
) -> None:
    """The other Gao has the number that it has in the list, and becomes the place."""
    other = correcting.get_by_role("button", name="Candidate 2: Gao, BF")
    expect(other).to_have_text("2")
    other.click()
    expect(page.locator(".st-key-card")).to_contain_text("Chosen by an analyst")
    assert decided(gao).place_id == "gn:2360626"


def test_a_place_is_drawn_remembered_and_taken_back(page: Page, dashboard: Dashboard) -> None:
    """The raid without a place gets a pin, keeps it over a reload, and loses it again."""
    opened(page, dashboard)
    press(page, re.compile("Attack on a village"))
    press(page, re.compile("Correct the place"))
    press(page, re.compile("Draw it on the map"))
    frame = newest_map(page)
    expect(frame.locator(".leaflet-draw")).to_be_visible()
    frame.locator("a.leaflet-draw-draw-marker").click()
    frame.locator("#map_div").click(position={"x": 200, "y": 120})
    expect(page.locator(".cm-strip")).to_contain_text("4 on the map")
    expect(page.locator(".st-key-card")).to_contain_text("Placed on the map by an analyst")
    expect(the_map(page).locator(".cm-mark")).to_have_count(1)
    page.reload()
    expect(page.locator(".cm-strip")).to_contain_text("4 on the map")
    press(page, re.compile("Correct the place"))
    press(page, re.compile("Take the correction back"))
    expect(page.locator(".cm-strip")).to_contain_text("3 on the map, 1 without a place")


def test_a_place_is_found_by_name_with_its_reason(page: Page, dashboard: Dashboard) -> None:
    """Without an accent, the country shown; the reason is kept with the decision."""
    opened(page, dashboard)
    press(page, re.compile("Attack on a village"))
    press(page, re.compile("Correct the place"))
    page.get_by_role("textbox", name="Reason").fill("said on the radio")
    page.get_by_role("textbox", name="Find a place by its name").fill("segou")
    page.keyboard.press("Enter")
    press(page, re.compile("Ségou · town · .*Mali"))
    expect(page.locator(".st-key-card")).to_contain_text("Chosen by an analyst")
    store = Store(f"sqlite:///{dashboard.database}")
    (decision,) = in_force(store.decisions())
    store.close()
    assert decision.why == "said on the radio"


def test_a_place_is_given_by_coordinates(page: Page, dashboard: Dashboard) -> None:
    """By keyboard alone: refused with a word where they lie nowhere, else put there."""
    opened(page, dashboard)
    press(page, re.compile("Attack on a village"))
    press(page, re.compile("Correct the place"))
    field = page.get_by_role("textbox", name="Coordinates")
    field.fill("95, 20")
    field.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="outside -90 to 90").first).to_be_visible()
    field.fill("13°26′N 6°16′W")
    settled(page)
    field.press("Enter")
    card = page.locator(".st-key-card")
    expect(card).to_contain_text("Put at 13.4333, -6.26667 by an analyst")
    expect(card).to_contain_text("Ségou, Mali: exact place")
    expect(page.locator(".cm-strip")).to_contain_text("4 on the map")
