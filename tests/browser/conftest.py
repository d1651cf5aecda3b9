"""A dashboard for each file of browser tests, and a Chromium that tells of every request."""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from geo.assets import prepare_static
from geo.cache import locked
from geo.pipeline import bundled_reports, default_pipeline
from incidents.records import Incident
from incidents.report import Report
from incidents.store import Store
from tests.browser.running import ARGUMENTS, ROOT, Dashboard, chromium_path
from tests.browser.screen import WATCH

expect.set_options(timeout=60_000)
POLICY = "Content Security Policy"
"""How Chromium's complaints begin."""
Start = Callable[..., Dashboard]
"""Takes reports with their incidents, kept beside the bundled one."""


@pytest.fixture(scope="session")
def cache() -> Path:
    """Give all dashboards the tests' gazetteer."""
    return Path(os.environ["CONFLICT_MAP_CACHE"])


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Path:
    """Read the bundled report once, for every dashboard that starts with it."""
    path = tmp_path_factory.mktemp("bundled") / "incidents.db"
    cache.mkdir(parents=True, exist_ok=True)
    with locked(cache, "static"):  # two workers' servers serve one folder
        prepare_static(ROOT / "static")
    store = Store(f"sqlite:///{path}")
    for report in bundled_reports():
        default_pipeline().ingest(store, report)
    store.close()
    return path


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory, cache: Path, bundled: Path) -> Iterator[Start]:
    """Start dashboards for one file of tests, each on a database of its own."""
    running: list[Dashboard] = []

    def begin(*given: tuple[Report, Sequence[Incident]]) -> Dashboard:
        folder = tmp_path_factory.mktemp("dashboard")
        shutil.copyfile(bundled, folder / "incidents.db")
        store = Store(f"sqlite:///{folder / 'incidents.db'}")
        for report, incidents in given:
            store.put(report, incidents, "by hand")
        store.close()
        running.append(Dashboard(folder, cache))
        return running[-1]

    yield begin
    for one in running:
        one.stop()


@pytest.fixture(scope="module")
def house(start: Start) -> Dashboard:
    """Run a dashboard on the bundled report, for one file of tests."""
    return start()


@pytest.fixture
def dashboard(house: Dashboard) -> Iterator[Dashboard]:
    """Give a test that dashboard with the bundled report only, whatever was done before."""
    with house.restored():
        yield house


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the system's Chromium, else Playwright's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """Give a browser window whose every request must stay on this machine.

    Nothing may even try: what the page's policy had to stop fails the test too.
    """
    window = chromium.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
    window.add_init_script(WATCH)
    asked: list[str] = []
    stopped: list[str] = []
    window.on("request", lambda request: asked.append(request.url))
    window.on("console", lambda said: stopped.append(said.text) if POLICY in said.text else None)
    yield window
    window.close()
    assert [url for url in asked if leaves_the_machine(url)] == []
    assert stopped == []


def leaves_the_machine(url: str) -> bool:
    """Tell whether a request goes to another host."""
    parts = urlsplit(url)
    return parts.scheme not in ("data", "blob", "file", "about") and parts.hostname != "127.0.0.1"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Give an empty tab of that window."""
    return context.new_page()
