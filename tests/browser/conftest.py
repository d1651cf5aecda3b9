"""A dashboard and a Chromium for each worker, that tell of every request.

Each test finds them as new: the database that it asks for, and an empty window.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)

from geo.assets import prepare_static
from geo.cache import locked
from geo.pipeline import bundled_reports, default_pipeline
from incidents.records import Incident
from incidents.report import Report
from incidents.store import Store
from tests.browser.running import ARGUMENTS, ROOT, Dashboard, chromium_path
from tests.browser.screen import WATCH
from tests.browser.trap import Trap, trapped

expect.set_options(timeout=60_000)
POLICY = "Content Security Policy"
"""How Chromium's complaints begin."""
KEPT_BY_PAGES = "local_storage,indexeddb,cache_storage,service_workers"
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


@pytest.fixture(scope="session")
def trap() -> Iterator[Trap]:
    """Run the proxy through which the dashboard's ways to other hosts lead."""
    with trapped() as proxy:
        yield proxy


@pytest.fixture(scope="session")
def house(
    tmp_path_factory: pytest.TempPathFactory, cache: Path, bundled: Path, trap: Trap
) -> Iterator[Dashboard]:
    """Run one dashboard for all tests of a worker: to start one takes as long as two tests."""
    folder = tmp_path_factory.mktemp("dashboard")
    shutil.copyfile(bundled, folder / "incidents.db")
    running = Dashboard(folder, cache, trap.leading_there())
    yield running
    running.stop()


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory, bundled: Path, house: Dashboard) -> Start:
    """Give the dashboard a database of its own for one file of tests."""

    def begin(*given: tuple[Report, Sequence[Incident]]) -> Dashboard:
        first = tmp_path_factory.mktemp("given") / "incidents.db"
        shutil.copyfile(bundled, first)
        store = Store(f"sqlite:///{first}")
        for report, incidents in given:
            store.put(report, incidents, "by hand")
        store.close()
        house.begin(first)
        return house

    return begin


@pytest.fixture
def dashboard(house: Dashboard, bundled: Path) -> Iterator[Dashboard]:
    """Give a test the dashboard with the bundled report only, whatever was done before."""
    with house.restored(bundled):
        yield house


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """Start the system's Chromium, else Playwright's own.

    One window for all tests of a worker, with a profile on the disk: Streamlit's scripts are
    fetched and compiled once and not in each test. Without reduced motion half of all work
    would go into drawing fades frame by frame, for there is no graphics card.
    """
    with sync_playwright() as playwright:
        window = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"),
            executable_path=chromium_path(),
            args=ARGUMENTS,
            viewport={"width": 1440, "height": 900},
            color_scheme="light",
            reduced_motion="reduce",
        )
        window.add_init_script(WATCH)
        yield window
        window.close()


@pytest.fixture
def context(chromium: BrowserContext, trap: Trap) -> Iterator[BrowserContext]:
    """Give a test the window, in which every request must stay on this machine.

    Nothing may even try: what the page's policy had to stop fails the test too, and so does
    what the server asked for. No page, cookie or setting is left to the next test.
    """
    asked: list[str] = []
    stopped: list[str] = []

    def note_request(request: Request) -> None:
        asked.append(request.url)

    def note_complaint(said: ConsoleMessage) -> None:
        if POLICY in said.text:
            stopped.append(said.text)

    chromium.on("request", note_request)
    chromium.on("console", note_complaint)
    first = chromium.new_page()
    # The window would close with its last page.
    for page in chromium.pages:
        if page is not first:
            page.close()
    chromium.clear_cookies()
    chromium.new_cdp_session(first).send(
        "Storage.clearDataForOrigin", {"origin": "*", "storageTypes": KEPT_BY_PAGES}
    )
    yield chromium
    chromium.remove_listener("request", note_request)
    chromium.remove_listener("console", note_complaint)
    assert [url for url in asked if leaves_the_machine(url)] == []
    assert stopped == []
    assert trap.asked == []


def leaves_the_machine(url: str) -> bool:
    """Tell whether a request goes to another host."""
    parts = urlsplit(url)
    return parts.scheme not in ("data", "blob", "file", "about") and parts.hostname != "127.0.0.1"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Give the empty tab of that window."""
    return context.pages[0]
