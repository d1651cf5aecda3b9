"""A browser that asks for French sees it on every page; a switch goes over, the URL keeps it."""

import re
import string
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from geo.pipeline import default_pipeline
from incidents.make_messages import catalogue
from tests.browser.conftest import Start
from tests.browser.running import Dashboard
from tests.browser.screen import settled
from tests.browser.test_joining import EARLY, LATE

pytestmark = pytest.mark.browser
MAIN = '[data-testid="stMain"]'
PAGES = {
    "": "Chronologie",
    "review": "Accepter",
    "add_report": "Ajouter un rapport",
    "joining": "Un événement dans plusieurs rapports",
    "method": "Méthode et données",
    "glossary": "Glossaire",
}
"""What each page says, apart from the links to it."""
OWN_DOCUMENTS = {"method"}
"""Pages that show the program's own English documents."""
FOREIGN = (
    "article, .cm-report, q, .cm-claims thead, [class*='st-key-lang_'], .leaflet-control-scale"
)
"""Where a report's own words stand, the other language's name, and what is the same in each."""
LONGER_THAN, OWN_LETTERS = 3, 5
"""Words that a message has which is looked for within a line; letters besides what is filled in."""
SAYS = """(foreign) => {
    const told = (root) => {
        const hidden = [...root.querySelectorAll(foreign)].map((one) => [one, one.style.display]);
        for (const [one] of hidden) one.style.display = "none";
        const own = [...root.children].map((one) => one.innerText ?? "");
        for (const [one, display] of hidden) one.style.display = display;
        const within = [...root.querySelectorAll("*")].flatMap((one) => [
            one.value ?? "", one.placeholder ?? "",
            ...(one.shadowRoot ? told(one.shadowRoot) : []),
            ...(one.contentDocument?.body ? told(one.contentDocument.body) : []),
        ]);
        return [...own, ...within];
    };
    return told(document.querySelector('[data-testid="stApp"]')).join("\\n");
}"""
"""All that is seen, in components and on the map too, with what stands in fields."""


class Said(NamedTuple):
    """A message as a pattern: in English and in French."""

    english: re.Pattern[str]
    french: re.Pattern[str]


def pattern(message: str) -> re.Pattern[str]:
    """Make a pattern of a message, with anything where something is filled in."""
    parts = string.Formatter().parse(message)
    made = "".join(re.escape(text) + (".{1,200}" if name else "") for text, name, *_ in parts)
    return re.compile(made.replace(r"\ ", r"\s"))


def is_telling(message: str) -> bool:
    """Tell whether a message would not be found in anything, as "{low} to {high}" would."""
    own = re.sub(r"\{.*?\}|\W", "", message)
    return len(own) >= (OWN_LETTERS if "{" in message else 2)


@cache
def told() -> list[Said]:
    """Return all messages that French says otherwise."""
    return [
        Said(pattern(english), pattern(french))
        for one in catalogue("fr")
        for english, french in zip(forms(one.id), forms(one.string), strict=False)
        if english and english != french and is_telling(english)
    ]


def forms(words: object) -> tuple[str, ...]:
    """Return a message's one or two forms."""
    return tuple(words) if isinstance(words, list | tuple) else (str(words),)


def english_on(page: Page) -> list[str]:
    """Return the lines that are messages in English, and the lines that have a long one within."""
    lines = {" ".join(line.split()) for line in page.evaluate(SAYS, FOREIGN).split("\n")}
    found = []
    for line in filter(None, lines):
        for one in told():
            whole = one.english.fullmatch(line) and not one.french.fullmatch(line)
            long = len(one.english.pattern.split(r"\s")) > LONGER_THAN
            if whole or (long and one.english.search(line)):
                found.append(line)
                break
    return found


@pytest.fixture
def french(page: Page) -> Page:
    """Give a tab whose browser asks for French."""
    agent = page.evaluate("navigator.userAgent")
    page.context.new_cdp_session(page).send(
        "Emulation.setUserAgentOverride", {"userAgent": agent, "acceptLanguage": "fr-FR"}
    )
    return page


@pytest.fixture(scope="module")
def house_of_three(start: Start) -> Dashboard:
    """Run a dashboard on the bundled report and two that tell one event."""
    return start(*((one, default_pipeline().read(one)) for one in (EARLY, LATE)))


@pytest.fixture
def three(house_of_three: Dashboard) -> Iterator[Dashboard]:
    """Give a test that dashboard without any decision."""
    with house_of_three.restored():
        yield house_of_three


def opened_in_french(page: Page, dashboard: Dashboard, path: str) -> Page:
    """Open a page and wait until what it is for is said in French."""
    page.goto(f"{dashboard.url}/{path}")
    expect(page.locator(MAIN).get_by_text(PAGES[path], exact=True).first).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    return settled(page)


@pytest.mark.parametrize("path", PAGES)
def test_each_page_speaks_french(french: Page, three: Dashboard, path: str) -> None:
    """Its heading is French, the document says so, and no message is left in English."""
    opened_in_french(french, three, path)
    if path not in OWN_DOCUMENTS:
        assert english_on(french) == []


def test_an_incident_s_fields_speak_french(french: Page, three: Dashboard) -> None:
    """What was read stands in its fields in French, and so do their names."""
    opened_in_french(french, three, "review")
    french.keyboard.press("e")
    expect(french.locator(MAIN).get_by_text("Terminé", exact=True)).to_be_visible()
    assert english_on(settled(french)) == []


def test_the_switch_goes_over_and_the_url_keeps_it(french: Page, dashboard: Dashboard) -> None:
    """English by one click, kept on the next page and by the address; French again by another."""
    french.goto(f"{dashboard.url}/glossary")
    french.get_by_role("button", name="English").click()
    expect(french.get_by_role("heading", name="Glossary")).to_be_visible()
    expect(french).to_have_url(re.compile("lang=en"))
    french.get_by_role("link", name="Map").click()
    expect(french.locator(MAIN).get_by_text("Timeline").first).to_be_visible()
    expect(french).to_have_url(re.compile("lang=en"))
    french.get_by_role("button", name="Français").click()
    expect(french.locator(MAIN).get_by_text("Chronologie").first).to_be_visible()
