"""A browser that asks for French sees it on every page; a switch goes over, the URL keeps it."""

import re

import pytest
from playwright.sync_api import Page, expect

from incidents.make_messages import catalogue
from tests.browser.running import Dashboard

pytestmark = pytest.mark.browser
PAGES = {
    "": "Filtres",
    "review": "Vérification",
    "add_report": "Ajouter un rapport",
    "method": "Méthode et données",
    "glossary": "Glossaire",
}
OWN_DOCUMENTS = {"method"}
"""Pages that show the program's own English documents."""
LONGER_THAN = 3


def told() -> list[str]:
    """Return the English messages that are long enough to be no word of a report."""
    found = [one.id for one in catalogue("fr") if isinstance(one.id, str)]
    return [one for one in found if len(one.split()) > LONGER_THAN and "{" not in one]


@pytest.fixture
def french(page: Page) -> Page:
    """Give a tab whose browser asks for French."""
    agent = page.evaluate("navigator.userAgent")
    page.context.new_cdp_session(page).send(
        "Emulation.setUserAgentOverride", {"userAgent": agent, "acceptLanguage": "fr-FR"}
    )
    return page


@pytest.mark.parametrize("path", PAGES)
def test_each_page_speaks_french(french: Page, dashboard: Dashboard, path: str) -> None:
    """Its heading is French, the document says so, and no message is left in English."""
    french.goto(f"{dashboard.url}/{path}")
    expect(french.get_by_text(PAGES[path]).first).to_be_visible()
    expect(french.locator("html")).to_have_attribute("lang", "fr")
    seen = " ".join(french.locator("body").inner_text().split())
    if path not in OWN_DOCUMENTS:
        assert [message for message in told() if message in seen] == []


def test_the_switch_goes_over_and_the_url_keeps_it(french: Page, dashboard: Dashboard) -> None:
    """English by one click, kept on the next page and by the address; French again by another."""
    french.goto(f"{dashboard.url}/glossary")
    french.get_by_role("button", name="English").click()
    expect(french.get_by_role("heading", name="Glossary")).to_be_visible()
    expect(french).to_have_url(re.compile("lang=en"))
    french.get_by_role("link", name="Map").click()
    expect(french.get_by_text("Filters").first).to_be_visible()
    expect(french).to_have_url(re.compile("lang=en"))
    french.get_by_role("button", name="Français").click()
    expect(french.get_by_text("Filtres").first).to_be_visible()
