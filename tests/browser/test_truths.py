"""What the screen says is so: nothing of an empty view, of sums, of doubtful tolls, of places."""

import json
from collections.abc import Sequence

import msgspec
import pytest
from playwright.sync_api import Page, expect

from incidents.records import Count, Incident, Place, Span
from incidents.report import Report
from tests.browser.conftest import Start
from tests.browser.running import Dashboard
from tests.browser.screen import opened, press, settled, tab, the_map
from tests.making import TEXT, WAGNER, incident

pytestmark = pytest.mark.browser
REPORT = Report(id="truths", text=TEXT, title="Truths", published="2024-03-28", publisher="By hand")
ATLANTIS = Place(
    text="Segou region", name="Atlantis", kind="area", country="ML", precision=4, place_id="ne:XX99"
)


def told() -> Sequence[Incident]:
    """Return an area nobody can draw, a toll over 500, and an agreement."""
    many = Count(low=12_000, best=12_000, high=12_000, text="25", span=Span(0, 2))
    made = (
        incident("atlantis", place=ATLANTIS, actors=(WAGNER,)),
        incident("many", casualties={"killed": many}),
        incident(
            "deal",
            event_type="Strategic developments",
            sub_event_type="Agreement",
            means=None,
        ),
    )
    return [msgspec.structs.replace(one, report_id=REPORT.id) for one in made]


@pytest.fixture(scope="module")
def truths(start: Start) -> Dashboard:
    """Run a dashboard on those incidents beside the bundled report."""
    return start((REPORT, told()))


ONLY = {"reports": [REPORT.id]}


def test_an_area_without_an_outline_is_listed_and_not_counted_as_drawn(
    page: Page, truths: Dashboard
) -> None:
    """Strip, row and tab say the same as the map, which has no mark for it."""
    opened(page, truths, f"?f={json.dumps(ONLY)}")
    strip = page.locator(".cm-strip")
    expect(strip).to_contain_text("0 on the map, 1 without a place, 1 that can’t be drawn")
    expect(the_map(page).locator(".cm-area")).to_have_count(0)
    tab(page, r"Not on the map \(2\)")
    listed = page.locator(".st-key-missing")
    expect(listed).to_contain_text("The outline of Atlantis is not installed here.")


def test_a_toll_over_five_hundred_stands_beside_the_total(page: Page, truths: Dashboard) -> None:
    """In the strip and on the card, until a person accepts it there."""
    opened(page, truths, f"?f={json.dumps(ONLY)}&sel=many")
    strip = page.locator(".cm-strip")
    expect(strip).to_contain_text("to be checked, not added: 12,000 killed in 1 incident")
    card = page.locator(".st-key-card")
    expect(card).to_contain_text("to be checked, not added to the total")
    press(page, "Accept this toll")
    expect(strip).to_contain_text("12,000 killed")
    expect(strip).not_to_contain_text("to be checked")
    expect(card).to_contain_text("accepted by an analyst, added to the total")
    press(page, "Take the toll back")
    expect(strip).to_contain_text("to be checked, not added: 12,000 killed in 1 incident")


def test_what_is_left_out_at_first_can_be_shown(page: Page, truths: Dashboard) -> None:
    """One click beside the strip brings the strategic development in."""
    opened(page, truths, f"?f={json.dumps(ONLY)}")
    expect(page.locator(".cm-strip")).to_contain_text("1 strategic development left out")
    press(page, "Show it")
    expect(page.locator(".cm-strip")).to_contain_text("3 events in 3 incidents")
    expect(page.locator(".cm-strip")).not_to_contain_text("left out")


def test_an_empty_view_names_the_filter_and_clears_it(page: Page, truths: Dashboard) -> None:
    """What stands in the way is said, with what a click brings back."""
    spec = ONLY | {"text": "no such words"}
    opened(page, truths, f"?f={json.dumps(spec)}")
    expect(page.locator(".cm-strip")).to_contain_text("No incident passes all filters together")
    expect(page.locator(".cm-strip")).not_to_contain_text("killed")
    expect(page.locator(".st-key-nowhere")).to_contain_text("passes all filters together")
    press(page, "Clear words: no such words (2)")
    expect(page.locator(".cm-strip")).to_contain_text("2 events in 2 incidents")


def test_with_no_report_the_page_says_what_to_do(page: Page, dashboard: Dashboard) -> None:
    """No filter is blamed, and no dead are counted."""
    page.goto(f"{dashboard.url}/add_report")
    settled(page)
    page.locator('[class*="st-key-remove_"] button:visible').first.click()
    settled(page)
    page.goto(dashboard.url)
    settled(page)
    expect(page.locator(".cm-strip")).to_contain_text("No report here yet.")
    expect(page.locator(".st-key-nowhere")).to_contain_text("Add one on the page")
    for untrue in ("passes", "killed", "0 events"):
        expect(page.locator(".cm-strip")).not_to_contain_text(untrue)
        expect(page.locator(".st-key-nowhere")).not_to_contain_text(untrue)
