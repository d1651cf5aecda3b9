"""How long an analyst waits: first start to first map, a filter's change to the painted map.

Run by `make bench`; prints a table. Uses a new cache and a new database, so that the first
start includes building the gazetteer.
"""

import platform
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.running import ARGUMENTS, Dashboard, chromium_path

ROUNDS = 7
WAIT_MS = 120_000


def main() -> None:
    """Print the waits."""
    print(f"Machine: {platform.platform()}, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        print("\n| wait | seconds |\n| --- | --- |")
        for name in ("first start ever", "second start"):
            begun = time.perf_counter()
            running = Dashboard(Path(folder), Path(folder) / "cache")
            up = time.perf_counter() - begun
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(running.url)
            _painted(page, 2)
            whole = time.perf_counter() - begun
            print(f"| {name}: server up | {up:.1f} |")
            print(f"| {name}: map painted | {whole:.1f} |")
            if name == "second start":
                _reload(page, running.url)
                _filter(page)
            running.stop()
        browser.close()


def _painted(page: Page, areas: int) -> None:
    frame = page.frame_locator('iframe[title*="st_folium"]')
    frame.locator(".leaflet-control-scale").wait_for(timeout=WAIT_MS)
    page.wait_for_function(
        """areas => [...document.querySelectorAll('iframe')].some(f =>
            f.contentDocument && f.contentDocument.querySelector('.leaflet-control-scale')
            && f.contentDocument.querySelectorAll('.cm-area').length === areas)""",
        arg=areas,
        timeout=WAIT_MS,
    )


def _reload(page: Page, url: str) -> None:
    waits = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        page.goto(url)
        _painted(page, 2)
        waits.append(time.perf_counter() - begun)
    print(
        f"| page opened again: map painted (median of {ROUNDS}) | {statistics.median(waits):.2f} |"
    )


def _filter(page: Page) -> None:
    waits = []
    box = page.get_by_role("textbox", name="Find words")
    for round_number in range(ROUNDS):
        words, areas = (("wedding", 1), ("", 2))[round_number % 2]
        box.fill(words)
        begun = time.perf_counter()
        box.press("Enter")
        _painted(page, areas)
        waits.append(time.perf_counter() - begun)
    print(f"| filter changed: map painted (median of {ROUNDS}) | {statistics.median(waits):.2f} |")


if __name__ == "__main__":
    main()
