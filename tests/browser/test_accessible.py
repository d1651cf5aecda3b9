"""Nobody is shut out: axe-core finds nothing serious on any page."""

from pathlib import PurePath

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from geo.pipeline import default_pipeline
from tests.browser.conftest import Start
from tests.browser.running import Dashboard
from tests.browser.screen import settled
from tests.browser.test_joining import EARLY, LATE
from ui.page import PAGES

pytestmark = pytest.mark.browser
ADDRESSES = ["", *(PurePath(path).stem for path, _title in PAGES[1:])]
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
