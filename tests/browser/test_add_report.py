"""Adding reports: what is read, what is refused and how, and that nothing is lost."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.running import Dashboard
from tests.browser.screen import kept, opened_adding, press, remove, settled, upload

pytestmark = pytest.mark.browser
REPORT = (
    "Niamey, 14 February 2023. Gunmen killed 12 villagers in the Tillaberi region of Niger on "
    "10 February 2023, Human Rights Watch said."
)
NIGER, BUNDLED = "Niamey, 14 February 2023", "Bamako, Mali"
"""How the list of kept reports names that one, and the bundled one."""


def test_a_bad_report_is_a_clear_error(page: Page, dashboard: Dashboard, tmp_path: Path) -> None:
    """Says what was wrong with which file; what was there before is there still."""
    picture, fine = tmp_path / "picture.txt", tmp_path / "fine.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(400))
    fine.write_text(REPORT)
    opened_adding(page, dashboard)
    page.locator('input[type="file"]').first.set_input_files([picture, fine])
    expect(settled(page).get_by_text(fine.name).first).to_be_visible()
    settled(page).get_by_role("textbox", name="Published").first.fill("2024-13-45")
    press(page, "Read 2 files")
    for path, said in ((picture, "is no text"), (fine, "2024-13-45")):
        expect(page.get_by_role("alert").filter(has_text=path.name)).to_contain_text(said)
    page.goto(dashboard.url)
    expect(page.locator(".cm-strip")).to_contain_text("5 events in 4 incidents")


def test_a_report_goes_onto_the_map_and_away_again(
    page: Page, dashboard: Dashboard, tmp_path: Path
) -> None:
    """Read, shown with its own text, removed, and the removal undone."""
    path = tmp_path / "niger.txt"
    path.write_text(REPORT)
    upload(opened_adding(page, dashboard), path)
    expect(page.get_by_text("12 killed").first).to_be_visible()
    settled(page).get_by_role("button", name="Show on the map").click()
    expect(page.locator(".cm-strip")).to_contain_text("1 event in 1 incident · 12 killed")
    expect(page.locator("article")).to_contain_text("Tillaberi")
    opened_adding(page, dashboard)
    expect(kept(page, BUNDLED)).to_have_count(1)
    remove(page, NIGER)
    page.get_by_role("button", name="Put it back").click()
    expect(kept(page, NIGER)).to_have_count(1)
    remove(settled(page), NIGER)
    expect(kept(page, BUNDLED)).to_have_count(1)


def test_a_megabyte_is_read(page: Page, dashboard: Dashboard, tmp_path: Path) -> None:
    """A huge text neither fells the server nor floods the browser."""
    path = tmp_path / "huge.txt"
    filler = "The council met again on Monday and discussed the price of millet at length.\n"
    path.write_text(filler * (1_000_000 // len(filler)) + REPORT)
    page.set_default_timeout(180_000)
    upload(opened_adding(page, dashboard), path)
    expect(page.get_by_text("12 killed").first).to_be_visible(timeout=300_000)
    settled(page).get_by_role("button", name="Show on the map").click()
    expect(page.locator(".cm-strip")).to_contain_text("12 killed")
    expect(page.locator("article")).to_contain_text("not shown")
    assert len(page.locator("article").inner_text()) < 200_000
