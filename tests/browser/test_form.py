"""The form of "Add a report": details per file, the date asked for, and what happened said."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from incidents.report import Report
from incidents.store import Store
from tests.browser.running import Dashboard
from tests.browser.screen import kept, opened_adding, press, settled

pytestmark = pytest.mark.browser
DATED = "Niamey, 14 February 2023. Gunmen killed 12 villagers in Tillaberi, Niger, on Monday."
UNDATED = "Des hommes armés ont tué trois civils à Ségou, au Mali, lundi, selon des témoins."


def choose(page: Page, folder: Path, **texts: str) -> None:
    """Choose files with these texts; `_` in a name stands for a blank."""
    paths = []
    for name, text in texts.items():
        paths.append(folder / f"{name.replace('_', ' ')}.txt")
        paths[-1].write_text(text, "utf-8")
    settled(page).locator('input[type="file"]').first.set_input_files(paths)
    settled(page)


def told(page: Page, words: str) -> Locator:
    """Return the message that has some words."""
    return page.locator(".cm-say").filter(has_text=words)


def reports(dashboard: Dashboard) -> dict[str, Report]:
    """Return what is kept, by file name."""
    store = Store(f"sqlite:///{dashboard.database}")
    found = {one.file or "": one for one in store.reports()}
    store.close()
    return found


def test_each_file_has_its_own_title_and_date(
    page: Page, dashboard: Dashboard, tmp_path: Path
) -> None:
    """What is typed beside one file is that file's alone, and the chooser is empty afterwards."""
    opened_adding(page, dashboard)
    choose(page, tmp_path, first=DATED, été_à_Ségou=UNDATED)
    page.get_by_role("textbox", name="Title").nth(0).fill("Première")
    page.get_by_role("textbox", name="Published").nth(1).fill("2024-03-13")
    press(page, "Read 2 files")
    expect(told(page, "first.txt")).to_be_visible()
    found = reports(dashboard)
    assert (found["first.txt"].title, found["first.txt"].published) == ("Première", None)
    assert found["été à Ségou.txt"].title is None
    assert found["été à Ségou.txt"].published == "2024-03-13"
    expect(page.locator('[data-testid="stFileUploaderFile"]')).to_have_count(0)
    expect(page.get_by_role("button", name="Read 2 files")).to_have_count(0)


def test_the_day_of_the_text_is_one_click_away(
    page: Page, dashboard: Dashboard, tmp_path: Path
) -> None:
    """The form asks, offers the dateline's day, and takes it."""
    opened_adding(page, dashboard)
    choose(page, tmp_path, niger=DATED)
    expect(page.get_by_text("When was it published?")).to_be_visible()
    page.get_by_role("radio", name="14 February 2023").or_(
        page.get_by_role("button", name="14 February 2023")
    ).first.click()
    press(page, "Read")
    expect(told(page, "niger.txt")).to_be_visible()
    assert reports(dashboard)["niger.txt"].published == "2023-02-14"
    expect(told(page, "No publication date")).to_have_count(0)


def test_a_report_without_a_date_says_so_until_it_has_one(
    page: Page, dashboard: Dashboard, tmp_path: Path
) -> None:
    """No tick hides it, the way to give it stands beside, and giving it reads again."""
    opened_adding(page, dashboard)
    choose(page, tmp_path, mali=UNDATED)
    press(page, "Read")
    expect(told(page, "No publication date")).to_be_visible()
    expect(kept(page, "Des hommes armés")).to_contain_text("no publication date")
    page.get_by_role("textbox", name="Published").locator("visible=true").first.fill("2024-03-13")
    press(page, "Save and read again")
    expect(told(page, "its date was not given and is 2024-03-13")).to_be_visible()
    expect(told(page, "No publication date")).to_have_count(0)
    expect(kept(page, "Des hommes armés")).to_contain_text("13 March 2024")


def test_the_same_file_again_says_that_nothing_changed(
    page: Page, dashboard: Dashboard, tmp_path: Path
) -> None:
    """And with another date that it was read again."""
    opened_adding(page, dashboard)
    for published, said in (
        ("2024-03-13", "Read."),
        ("2024-03-13", "Already there, unchanged."),
        ("2023-03-13", "its date was 2024-03-13 and is 2023-03-13"),
    ):
        choose(page, tmp_path, mali=UNDATED)
        page.get_by_role("textbox", name="Published").first.fill(published)
        press(page, "Read")
        expect(told(page, said)).to_be_visible()


def test_a_bad_file_and_a_double_leave_the_rest_alone(
    page: Page, dashboard: Dashboard, tmp_path: Path
) -> None:
    """Each has its own word, the good one is read, and no name is taken for markup."""
    opened_adding(page, dashboard)
    name = "![x](http:evil)<b>fou<b>"
    texts = {"empty": "", "mali": UNDATED, "mali_copy": UNDATED, name: DATED}
    choose(page, tmp_path, **texts)
    press(page, "Read 4 files")
    expect(told(page, "empty.txt is empty")).to_be_visible()
    expect(told(page, "mali copy.txt")).to_contain_text("the very text of mali.txt")
    expect(told(page, f"{name}.txt")).to_contain_text("12 killed")
    assert page.evaluate("document.images.length") == 0
    assert set(reports(dashboard)) >= {"mali.txt", f"{name}.txt"}


def test_details_are_changed_in_the_list(page: Page, dashboard: Dashboard, tmp_path: Path) -> None:
    """By its own button: a bad date is refused beside the fields, a good one is taken."""
    opened_adding(page, dashboard)
    choose(page, tmp_path, mali=UNDATED)
    press(page, "Read")
    kept(page, "Des hommes armés").locator('[class*="st-key-edit_button_"] button:visible').click()
    form = settled(page).locator('[data-testid="stForm"]').filter(has_text="Cancel")
    form.get_by_role("textbox", name="Title").fill("Attaque à Ségou")
    form.get_by_role("textbox", name="Published").fill("13/13/13")
    form.get_by_role("button", name="Save and read again").click()
    expect(form).to_contain_text("is no date that can be read")
    form.get_by_role("textbox", name="Published").fill("2024-03-13")
    settled(page)
    form.get_by_role("button", name="Save and read again").click()
    expect(kept(page, "Attaque à Ségou")).to_contain_text("13 March 2024")
    expect(form).to_have_count(0)


def test_two_removals_are_undone_by_name_after_a_reload(
    page: Page, dashboard: Dashboard, tmp_path: Path
) -> None:
    """The list of the removed outlives a second removal and the page."""
    opened_adding(page, dashboard)
    choose(page, tmp_path, niger=DATED, mali=UNDATED)
    press(page, "Read 2 files")
    for name in ("Niamey", "Des hommes armés"):
        kept(page, name).locator('[class*="st-key-remove_"] button:visible').click()
        expect(kept(page, name)).to_have_count(0)
        settled(page)
    page.reload()
    expect(settled(page).get_by_text("Removed: 2 reports")).to_be_visible()
    row = page.locator('[data-testid="stHorizontalBlock"]').filter(has_text="Niamey")
    row.get_by_role("button", name="Put it back").last.click()
    expect(kept(page, "Niamey")).to_have_count(1)
    expect(kept(page, "Des hommes armés")).to_have_count(0)
