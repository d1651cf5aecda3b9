"""A dashboard of its own for the browser tests, and a Chromium that tells of every request."""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.running import ARGUMENTS, Dashboard, chromium_path

expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def cache() -> Path:
    """Give all dashboards the tests' gazetteer."""
    return Path(os.environ["CONFLICT_MAP_CACHE"])


@pytest.fixture(scope="session")
def dashboard(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Iterator[Dashboard]:
    """Run a dashboard on the bundled report."""
    running = Dashboard(tmp_path_factory.mktemp("dashboard"), cache)
    yield running
    running.stop()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the system's Chromium, else Playwright's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """Give a browser window whose every request must stay on this machine."""
    window = chromium.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
    asked: list[str] = []
    window.on("request", lambda request: asked.append(request.url))
    yield window
    window.close()
    assert [url for url in asked if leaves_the_machine(url)] == []


def leaves_the_machine(url: str) -> bool:
    """Tell whether a request goes to another host."""
    parts = urlsplit(url)
    return parts.scheme not in ("data", "blob", "file", "about") and parts.hostname != "127.0.0.1"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Give an empty tab of that window."""
    return context.new_page()
