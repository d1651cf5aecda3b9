"""A link to one term of the glossary leads to it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.running import Dashboard
from tests.browser.screen import settled

pytestmark = pytest.mark.browser


def test_a_link_lands_at_its_term(page: Page, dashboard: Dashboard) -> None:
    """And not at the top of the page, above which it would be out of sight."""
    page.set_viewport_size({"width": 1200, "height": 500})
    page.goto(f"{dashboard.url}/glossary?lang=en#where_prec")
    term = page.get_by_role("heading", name="precision of the place (where_prec)")
    expect(term).to_be_visible()
    expect(term).to_be_in_viewport()
    settled(page)
    expect(term).to_be_in_viewport()
