"""One event in two of three reports: proposed, joined, counted once, taken apart, kept apart."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from geo.pipeline import default_pipeline
from incidents.report import Report
from tests.browser.conftest import Start
from tests.browser.running import Dashboard
from tests.browser.screen import opened, press, settled

pytestmark = pytest.mark.browser
EARLY = Report(
    id="early",
    title="Attaque à Bandiagara",
    publisher="Agence du Fleuve",
    published="2024-06-05",
    language="fr",
    text="Au moins treize personnes ont été tuées le 3 juin 2024 dans une attaque du JNIM contre "
    "la ville de Bandiagara, au Mali, selon des sources locales.",
)
LATE = Report(
    id="late",
    title="Toll rises after raid",
    publisher="River Wire",
    published="2024-06-07",
    language="en",
    text="JNIM fighters attacked Bandiagara, in Mali's Mopti region, on 3 June 2024, killing 15 "
    "people, a hospital source said.",
)
OTHER = Report(
    id="other",
    title="Attack near the delta",
    publisher="Delta Post",
    published="2024-06-12",
    language="en",
    text="Gunmen killed four people in Djenné, Mali, on 9 June 2024, residents said.",
)


@pytest.fixture(scope="module")
def house_of_three(start: Start) -> Dashboard:
    """Run a dashboard on the three reports beside the bundled one, as the program reads them."""
    return start(*((one, default_pipeline().read(one)) for one in (EARLY, LATE, OTHER)))


@pytest.fixture
def three(house_of_three: Dashboard) -> Iterator[Dashboard]:
    """Give a test that dashboard without any decision."""
    with house_of_three.restored():
        yield house_of_three


def joining(page: Page, dashboard: Dashboard) -> Page:
    """Open the page by its own link."""
    page.goto(f"{dashboard.url}/joining")
    expect(page.get_by_role("heading", name="One event in several reports")).to_be_visible()
    return settled(page)


def counted(page: Page, dashboard: Dashboard, query: str = "") -> tuple[int, int]:
    """Return the events of the strip, and the killed."""
    told = opened(page, dashboard, query).locator(".cm-strip").inner_text()
    events = re.search(r"([\d,]+) events?", told)
    killed = re.search(r"(?:at least )?([\d,]+) killed", told)
    assert events, told
    assert killed, told
    return int(events[1].replace(",", "")), int(killed[1].replace(",", ""))


def test_joined_by_key_counted_once_and_taken_apart(page: Page, three: Dashboard) -> None:
    """The strip has one event less and its toll once; the switch and taking apart bring both."""
    events, killed = counted(page, three)
    joining(page, three)
    expect(page.locator(".cm-strip")).to_contain_text("1 pair may be one event")
    claims = page.locator(".cm-claims")
    expect(claims.get_by_role("columnheader")).to_contain_text([EARLY.name, LATE.name])
    expect(claims.get_by_role("row", name="Killed").locator(".cm-differs")).to_have_count(2)
    expect(claims).to_contain_text("treize personnes")
    page.keyboard.press("j")
    expect(page.get_by_text("1 event joined of several reports")).to_be_visible()
    assert counted(page, three) == (events - 1, killed - 15)
    press(page, re.compile("Count reports"))
    expect(page).to_have_url(re.compile("count=reports"))
    assert counted(page, three, "?count=reports") == (events, killed)
    joining(page, three).locator('[data-testid="stExpander"] summary').click()
    expect(page.locator('[class*="st-key-apart_"] button:visible')).to_be_visible()
    settled(page).locator('[class*="st-key-apart_"] button:visible').click()
    settled(page)
    expect(page.get_by_text("1 event joined of several reports")).to_have_count(0)
    expect(page.locator(".cm-strip")).to_contain_text("1 pair may be one event")
    assert counted(page, three) == (events, killed)


def test_what_is_not_the_same_is_not_proposed_again(page: Page, three: Dashboard) -> None:
    """An analyst's no holds when the page is opened again, until it is taken back."""
    joining(page, three)
    page.keyboard.press("n")
    expect(page.get_by_text("1 pair that is not the same")).to_be_visible()
    expect(joining(page, three).locator(".cm-strip")).to_contain_text("No two reports tell")
    press(page, "Propose again")
    expect(page.locator(".cm-strip")).to_contain_text("1 pair may be one event")


def test_later_leaves_it_proposed(page: Page, three: Dashboard) -> None:
    """What is put off is decided of nothing."""
    joining(page, three)
    page.keyboard.press("l")
    settled(page)
    expect(page.locator(".cm-strip")).to_contain_text("1 pair may be one event")
    expect(page.locator(".cm-claims")).to_be_visible()
