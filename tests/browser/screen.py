"""What the browser tests do at the screen: wait until it is at rest, open a page, find a row."""

import re
from pathlib import Path, PurePath

from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.browser.running import Dashboard
from ui.page import PAGES

ADDRESSES = ["", *(PurePath(path).stem for path, _title in PAGES[1:])]
"""Of all pages, below the dashboard's own."""
WATCH = """(() => {
    // Streamlit's front end says only when a script runs. Between a click and the server's
    // answer nothing shows that one is coming; so a request to run (field 11 of its message to
    // the server, first byte 0x5a) is noted when it is sent.
    window.cmAsked = -1;
    const send = WebSocket.prototype.send;
    WebSocket.prototype.send = function (data) {
        const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : data;
        if (bytes && bytes[0] === 0x5a) window.cmAsked = performance.now();
        return send.call(this, data);
    };
    const state = () => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState;
    new MutationObserver(() => { if (state() === "running") window.cmAsked = -1; })
        .observe(document, {subtree: true, childList: true, attributes: true,
                            attributeFilter: ["data-test-script-state"]});
})()"""
"""Runs in each page before its own scripts."""
_SETTLED = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    const now = performance.now();
    const asked = window.cmAsked >= 0 && now - window.cmAsked < 3000;
    const busy = !app || asked || app.dataset.testScriptState !== "notRunning"
        || app.dataset.testConnectionState !== "CONNECTED"
        || document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]');
    // The map glides to its place, and its marks come after it.
    const maps = [...document.querySelectorAll("iframe")].map((frame) => {
        const inside = frame.contentDocument;
        const pane = inside?.querySelector(".leaflet-map-pane");
        return pane && [pane.style.transform, inside.querySelector(".leaflet-zoom-anim") && 1,
            inside.querySelectorAll(".cm-mark, .cm-area").length].join();
    }).join(";");
    if (busy || maps !== window.cmMaps) {
        window.cmMaps = maps;
        window.cmQuiet = now;
        return false;
    }
    return now - window.cmQuiet > 200;
}"""
SETTLE_MS = 60_000


def settled(page: Page, timeout_ms: float = SETTLE_MS) -> Page:
    """Wait until no script runs or is asked for and nothing of an earlier run is left."""
    page.evaluate("() => { window.cmMaps = undefined; }")
    # At each frame, as is Playwright's custom, looking would keep the page drawing.
    page.wait_for_function(_SETTLED, timeout=timeout_ms, polling=100)
    return page


def opened(page: Page, dashboard: Dashboard, query: str = "") -> Page:
    """Open the map page and wait until its map and its text are there."""
    page.goto(f"{dashboard.url}/{query}")
    expect(page.locator(".cm-strip")).to_be_visible()
    expect(page.locator("article")).to_be_visible()
    expect(the_map(page).locator(".leaflet-control-scale")).to_be_visible()
    return settled(page)


def opened_adding(page: Page, dashboard: Dashboard) -> Page:
    """Open the page "Add a report" by its own link, which never runs `dashboard.py`."""
    page.goto(f"{dashboard.url}/add_report")
    expect(page.get_by_role("heading", name="Add a report")).to_be_visible()
    return settled(page)


def the_map(page: Page) -> FrameLocator:
    """Return the map's frame."""
    return page.frame_locator('iframe[title*="st_folium"]')


def kept(page: Page, name: str) -> Locator:
    """Return the row of the kept report that bears a name."""
    innermost = '[data-testid="stHorizontalBlock"]:not(:has([data-testid="stHorizontalBlock"]))'
    rows = page.locator(innermost).filter(has=page.locator('[class*="st-key-remove_"]'))
    return rows.filter(has_text=name)


def remove(page: Page, name: str) -> None:
    """Remove the kept report that bears a name, and wait until it is gone."""
    kept(page, name).locator('[class*="st-key-remove_"] button:visible').click()
    expect(kept(page, name)).to_have_count(0)
    settled(page)


def upload(page: Page, path: Path, published: str = "") -> None:
    """Choose a report's file on the page "Add a report" and read it."""
    page.locator('input[type="file"]').first.set_input_files(path)
    expect(page.get_by_text(path.name).first).to_be_visible()
    settled(page)
    if published:
        page.get_by_role("textbox", name="Published").first.fill(published)
    page.get_by_role("button", name="Read", exact=True).first.click()


def press(page: Page, name: str | re.Pattern[str]) -> None:
    """Press the first button of that name, and wait until all that follows from it is there."""
    settled(page).get_by_role("button", name=name).first.click()
    settled(page)


def tab(page: Page, name: str) -> None:
    """Turn to one of the tabs under the map."""
    page.get_by_role("tab", name=re.compile(name)).click()
    settled(page)
