"""How long an analyst waits at the review: 30 incidents accepted by key, each step to its paint.

Run by `python -m benchmarks.review`; prints the median and the 95th percentile. The reports are
composed here, so that there is always enough to check.
"""

import argparse
import platform
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from geo.pipeline import default_pipeline
from incidents.report import read_report
from incidents.store import Store
from tests.browser.running import ARGUMENTS, Dashboard, chromium_path

TOWNS = ("Gusau", "Zuru", "Kankara", "Jibia", "Birnin Gwari", "Maru", "Anka", "Shinkafi", "Funtua",
         "Kontagora", "Sabon Birni", "Gwoza")  # fmt: skip
DEEDS = (
    "gunmen attacked a market in {town}, killing {n} people, police said",
    "{n} soldiers were killed when an improvised bomb went off on the road near {town}",
    "an air strike hit a camp near {town} and killed {n} fighters, the army said",
    "bandits abducted {n} farmers in {town}, residents said",
)
PACE_SECONDS = 1.2
"""Between two keys of a person who reads fast."""
PAINTED = """(before) => {
    const lit = document.querySelector('.st-key-review_card .cm-title');
    const done = document.querySelector('progress.cm-progress')?.value;
    return lit && done > before;
}"""


def main() -> None:
    """Print the waits."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--reports", type=int, default=4, help="reports that are composed")
    asked.add_argument("--keys", type=int, default=30, help="incidents that are accepted")
    given = asked.parse_args()
    print(f"Machine: {platform.platform()}, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        number = compose(Path(folder) / "incidents.db", given.reports)
        running = Dashboard(Path(folder), Path(folder) / "cache")
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        try:
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(f"{running.url}/review")
            page.locator(".st-key-review_card .cm-title").wait_for(timeout=120_000)
            page.wait_for_timeout(2000)
            _accept(page, given.keys, number)
        finally:
            browser.close()
            running.stop()


def compose(path: Path, reports: int) -> int:
    """Keep some reports in a new database and return how many incidents were read from them."""
    store, pipeline = Store(f"sqlite:///{path}"), default_pipeline()
    found = 0
    for number in range(reports):
        lines = [
            f"On {1 + (7 * k + number) % 28} March 2024 "
            f"{DEEDS[k % len(DEEDS)].format(town=town, n=3 + k + number)}."
            for k, town in enumerate(TOWNS)
        ]
        report = read_report(
            "\n\n".join(lines).encode(), title=f"Weekly note {number + 1}", published="2024-04-01"
        )
        found += len(pipeline.ingest(store, report))
    store.close()
    return found


def _accept(page: Page, keys: int, number: int) -> None:
    waits: list[float] = []
    begun = time.perf_counter()
    first = int(page.evaluate("document.querySelector('progress.cm-progress').value"))
    for done in range(first, first + keys):
        pressed = time.perf_counter()
        page.keyboard.press("a")
        page.wait_for_function(PAINTED, arg=done, polling=20)
        waits.append(time.perf_counter() - pressed)
        page.wait_for_timeout(max(0.0, PACE_SECONDS - waits[-1]) * 1000)
    whole = time.perf_counter() - begun
    worst = statistics.quantiles(waits, n=20)[-1]
    print("\n| what | seconds |\n| --- | --- |")
    print(f"| {keys} of {number} incidents accepted by key | {whole:.1f} |")
    print(f"| a step, painted: median | {statistics.median(waits):.2f} |")
    print(f"| a step, painted: 95th percentile | {worst:.2f} |")
    print(f"| a step, painted: slowest | {max(waits):.2f} |")


if __name__ == "__main__":
    main()
