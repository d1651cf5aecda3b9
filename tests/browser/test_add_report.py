"""Adding reports: what is read, what is refused and how, and that nothing is lost."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.running import Dashboard

pytestmark = pytest.mark.browser
REPORT = (
    "Niamey, 14 February 2023. Gunmen killed 12 villagers in the Tillaberi region of Niger on "
    "10 February 2023, Human Rights Watch said."
)


def opened(page: Page, dashboard: Dashboard) -> Page:
    """Open the page by its own link, which never runs `dashboard.py`."""
    page.goto(f"{dashboard.url}/add_report")
    expect(page.get_by_role("heading", name="Add a report")).to_be_visible()
    return page


def upload(page: Page, path: Path, published: str = "") -> None:
    """Choose a file and read it."""
    page.locator('input[type="file"]').first.set_input_files(path)
    expect(page.get_by_text(path.name).first).to_be_visible()
    if published:
        page.get_by_role("textbox", name="Published").first.fill(published)
    page.get_by_role("button", name="Read").first.click()


@pytest.mark.parametrize(
    ("name", "content", "published", "said"),
    [
        ("empty.txt", b"", "", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(400), "", "is no text"),
        ("fine.txt", REPORT.encode(), "2024-13-45", "2024-13-45"),
    ],
)
def test_a_bad_report_is_a_clear_error(
    page: Page,
    dashboard: Dashboard,
    tmp_path: Path,
    name: str,
    content: bytes,
    published: str,
    said: str,
) -> None:
    """Says what was wrong with which file; what was there before is there still."""
    path = tmp_path / name
    path.write_bytes(content)
    upload(opened(page, dashboard), path, published)
    expect(page.get_by_role("alert").filter(has_text=name)).to_contain_text(said)
    page.goto(dashboard.url)
    expect(page.locator(".cm-strip")).to_contain_text("5 events in 4 incidents")


def test_a_report_goes_onto_the_map_and_away_again(
    page: Page, dashboard: Dashboard, tmp_path: Path
) -> None:
    """Read, shown with its own text, removed, and the removal undone."""
    path = tmp_path / "niger.txt"
    path.write_text(REPORT)
    upload(opened(page, dashboard), path)
    expect(page.get_by_text("12 killed").first).to_be_visible()
    page.get_by_role("button", name="Show on the map").click()
    expect(page.locator(".cm-strip")).to_contain_text("1 event in 1 incident · 12 killed")
    expect(page.locator("article")).to_contain_text("Tillaberi")
    opened(page, dashboard)
    expect(page.get_by_text("Kept: 2 reports")).to_be_visible()
    page.locator('[class*="st-key-remove_"] button:visible').last.click()
    expect(page.get_by_text("Kept: 1 report")).to_be_visible()
    page.get_by_role("button", name="Put it back").click()
    expect(page.get_by_text("Kept: 2 reports")).to_be_visible()
    page.locator('[class*="st-key-remove_"] button:visible').last.click()
    expect(page.get_by_text("Kept: 1 report")).to_be_visible()


def test_ten_megabytes_are_read(page: Page, dashboard: Dashboard, tmp_path: Path) -> None:
    """A huge text neither fells the server nor floods the browser."""
    path = tmp_path / "huge.txt"
    filler = "The council met again on Monday and discussed the price of millet at length.\n"
    path.write_text(filler * (10_000_000 // len(filler)) + REPORT)
    page.set_default_timeout(180_000)
    upload(opened(page, dashboard), path)
    expect(page.get_by_text("12 killed").first).to_be_visible(timeout=180_000)
    page.get_by_role("button", name="Show on the map").click()
    expect(page.locator(".cm-strip")).to_contain_text("12 killed")
    expect(page.locator("article")).to_contain_text("not shown")
    assert len(page.locator("article").inner_text()) < 200_000
    opened(page, dashboard)
    page.locator('[class*="st-key-remove_"] button:visible').last.click()
    expect(page.get_by_text("Kept: 1 report")).to_be_visible()
