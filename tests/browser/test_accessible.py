"""Nobody is shut out: axe-core finds nothing serious on any page."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from geo.pipeline import default_pipeline
from tests.browser.conftest import Start
from tests.browser.running import Dashboard
from tests.browser.screen import ADDRESSES, settled
from tests.browser.test_joining import EARLY, LATE

pytestmark = pytest.mark.browser
DRAWN = {"": ".cm-strip", "review": ".st-key-review_card"}
"""What is on a page when it is drawn; on the others its heading."""
GRAVE = {"serious", "critical"}
CHART = {"exclude": [[".stVegaLiteChart svg"]]}
"""The timeline's drawing: Vega gives its groups of marks a role and no way to a name. The table
says what it shows, and the fields for the first and the last day do what its brush does."""


def found(page: Page) -> list[str]:
    """Return what axe-core finds serious, each with the elements it means."""
    told = Axe().run(page, context=CHART).response["violations"]
    return [
        f"{one['id']}: {one['help']}: "
        + "; ".join(str(node["html"])[:160] for node in one["nodes"][:4])
        for one in told
        if one["impact"] in GRAVE
    ]


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_serious_is_found(page: Page, dashboard: Dashboard, address: str) -> None:
    """Names on all controls, contrast, roles and order, on the page as it opens."""
    page.goto(f"{dashboard.url}/{address}")
    expect(page.locator(DRAWN.get(address, "h1")).first).to_be_visible()
    assert found(settled(page)) == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_narrow_page_begins_below_the_sidebar_s_opener(
    page: Page, dashboard: Dashboard, address: str
) -> None:
    """On a telephone, or enlarged four times: nothing lies under it, nothing sticks out."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{dashboard.url}/{address}")
    first = page.locator("h1, .cm-strip").first
    expect(first).to_be_visible()
    settled(page)
    opener = page.get_by_test_id("stExpandSidebarButton").bounding_box()
    begins = first.bounding_box()
    assert opener
    assert begins
    assert begins["y"] >= opener["y"] + opener["height"] - 2
    main = page.get_by_test_id("stMain")
    assert main.evaluate("one => one.scrollWidth - one.clientWidth") <= 0


def test_what_two_reports_say_of_one_event_can_be_read(page: Page, start: Start) -> None:
    """Their claims side by side, the words of each, and what is decided by buttons."""
    house = start(*((one, default_pipeline().read(one)) for one in (EARLY, LATE)))
    page.goto(f"{house.url}/joining")
    expect(page.get_by_role("region", name="What each report says")).to_be_visible()
    assert found(settled(page)) == []


def test_the_fields_of_the_review_have_names(page: Page, dashboard: Dashboard) -> None:
    """With all of them open, and a dark theme's colours."""
    page.emulate_media(color_scheme="dark")
    page.goto(f"{dashboard.url}/review")
    expect(page.locator(".st-key-review_keys [data-on]")).to_be_attached()
    settled(page).get_by_role("button", name="Edit").click()
    expect(page.locator(".st-key-review_fields")).to_be_visible()
    assert found(settled(page)) == []
