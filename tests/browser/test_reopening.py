"""A snapshot made on the page, opened again into the same view on a database without it."""

import datetime as dt
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geo.snapshot import write_snapshot
from incidents.filters import FilterSpec
from tests.browser.running import Dashboard
from tests.browser.screen import opened, opened_adding, press

pytestmark = pytest.mark.browser


def made(page: Page, dashboard: Dashboard, folder: Path) -> Path:
    """Select the raid, filter by its source, and save a snapshot."""
    opened(page, dashboard, '?f={"sources":["Human Rights Watch"]}')
    press(page, re.compile("Attack on a village"))
    expect(page).to_have_url(re.compile("sel="))
    press(page, re.compile("Snapshot"))
    press(page, "Make the snapshot")
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("Save the zip")).click(timeout=60_000)
    path = folder / "snapshot.zip"
    download.value.save_as(path)
    return path


def upload(page: Page, dashboard: Dashboard, path: Path) -> None:
    """Open a snapshot on the page "Add a report"."""
    opened_adding(page, dashboard)
    page.get_by_role("tab", name="A snapshot").click()
    page.locator('input[type="file"]').nth(1).set_input_files(path)
    expect(page.get_by_text(path.name).first).to_be_visible()
    press(page, re.compile("^Open$"))


def test_a_snapshot_opens_into_the_same_view(
    page: Page, dashboard: Dashboard, bundled: Path, tmp_path: Path
) -> None:
    """Filters, selection and incidents come back; what was here of the report is not lost."""
    path = made(page, dashboard, tmp_path)
    with dashboard.restored(bundled):
        opened_again(page, dashboard, path)


def opened_again(page: Page, elsewhere: Dashboard, path: Path) -> None:
    """Bring the snapshot to where nothing is known of it, and look."""
    upload(page, elsewhere, path)
    expect(page.get_by_text("its checksums hold")).to_contain_text("here already")
    press(page, "Keep it")
    expect(page.get_by_text("1 incident of 1 report")).to_be_visible()
    page.locator('[data-testid="stPageLink"]').get_by_text("See it on the map").click()
    expect(page.locator(".cm-strip")).to_contain_text("1 event in 1 incident · 25 killed")
    expect(page.locator(".cm-strip")).to_contain_text("filtered out of")
    expect(page.locator(".st-key-card")).to_contain_text("Attack on a village")
    expect(page).to_have_url(re.compile("sel="))


@pytest.mark.usefixtures("unpictured")
def test_a_snapshot_that_was_changed_is_refused(
    page: Page, dashboard: Dashboard, tmp_path: Path
) -> None:
    """One byte more in one file, and the page says which file it is."""
    path = tmp_path / "whole.zip"
    write_snapshot(path, [], [], FilterSpec(), created=dt.datetime(2024, 4, 1, tzinfo=dt.UTC))
    forged = tmp_path / "forged.zip"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(forged, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name) + (b" " if name == "incidents.csv" else b""))
    upload(page, dashboard, forged)
    expect(page.get_by_text("forged.zip is not as it was written")).to_contain_text("incidents.csv")
