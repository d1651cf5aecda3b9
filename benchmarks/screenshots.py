"""Takes the pictures in docs/screenshots anew, from the running dashboard (`make screenshots`)."""

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.running import ARGUMENTS, ROOT, Dashboard, chromium_path

FOLDER = ROOT / "docs" / "screenshots"
SETTLED = """() => [...document.querySelectorAll('iframe')].some(f => f.contentDocument
    && f.contentDocument.querySelectorAll('.cm-area').length >= 2
    && !f.contentDocument.querySelector('.leaflet-zoom-anim'))"""


def main() -> None:
    """Take all pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        running = Dashboard(Path(folder), Path(folder) / "cache")
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        try:
            _map(browser, running, "light", (1440, 900))
            _map(browser, running, "dark", (1440, 900))
            _map(browser, running, "light", (1024, 768))
            _review(browser, running)
        finally:
            browser.close()
            running.stop()


def _map(browser: Browser, running: Dashboard, scheme: str, size: tuple[int, int]) -> None:
    page = browser.new_page(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page.goto(running.url)
    page.wait_for_function(SETTLED, timeout=60_000)
    page.locator("mark.ev", has_text="two drone strikes").first.click()
    page.locator("mark.ev.sel").first.wait_for()
    _quiet(page)
    page.screenshot(path=FOLDER / f"map-{scheme}-{size[0]}.png")
    page.close()


def _review(browser: Browser, running: Dashboard) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900}, color_scheme="light")
    page.goto(f"{running.url}/review")
    page.locator(".st-key-review_acts button").first.wait_for(timeout=60_000)
    _quiet(page)
    page.screenshot(path=FOLDER / "review-light-1440.png")
    page.close()


def _quiet(page: Page) -> None:
    # The map glides to its place; the picture waits until two frames in a row look alike.
    before = b""
    for _ in range(20):
        now = page.screenshot()
        if now == before:
            return
        before = now


if __name__ == "__main__":
    main()
