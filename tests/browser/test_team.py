"""A team's server: nobody sees anything without signing in, readers change nothing."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.provider import Provider, provider
from tests.browser.running import Dashboard
from tests.browser.screen import ADDRESSES, kept, settled

pytestmark = pytest.mark.browser
BUNDLED = "Bamako, Mali"
FILE = """
[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "{secret}"
client_id = "conflict-map"
client_secret = "secret"
server_metadata_url = "{url}/.well-known/openid-configuration"

[team]
editors = ["awa@example.org"]
readers = ["@example.org"]
"""


@pytest.fixture(scope="module")
def sso() -> Iterator[Provider]:
    """Run a provider of this file's own."""
    with provider() as made:
        yield made


@pytest.fixture(scope="module")
def server(
    tmp_path_factory: pytest.TempPathFactory, cache: Path, bundled: Path, sso: Provider
) -> Iterator[Dashboard]:
    """Run a team's server on the bundled report."""
    folder = tmp_path_factory.mktemp("team")
    shutil.copyfile(bundled, folder / "incidents.db")
    file = folder / "team.toml"
    file.write_text(FILE.format(url=sso.url, secret="s" * 48))
    file.chmod(0o600)
    made = Dashboard(folder, cache, {"CONFLICT_MAP_TEAM": str(file)})
    yield made
    made.stop()


def signed_in(page: Page, server: Dashboard, sso: Provider, **person: Any) -> Page:
    """Sign in at the page "Add a report"."""
    sso.person = person
    page.goto(f"{server.url}/add_report")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    page.goto(f"{server.url}/add_report")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    return settled(page)


@pytest.mark.parametrize("path", ADDRESSES)
def test_nothing_is_shown_without_signing_in(page: Page, server: Dashboard, path: str) -> None:
    """Neither a report nor a place of any page."""
    page.goto(f"{server.url}/{path}")
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    settled(page)
    for word in ("Bamako", "incident", "Kept"):
        expect(page.locator('[data-testid="stMain"]')).not_to_contain_text(word)
    assert page.locator("iframe").count() == 0


def test_an_editor_works_as_on_a_machine_of_their_own(
    page: Page, server: Dashboard, sso: Provider, tmp_path: Path
) -> None:
    """The sign-in's name is kept with what is added."""
    path = tmp_path / "konna.txt"
    path.write_text("On 3 March 2024 gunmen killed 12 villagers in Konna, Mali, residents said.")
    signed_in(page, server, sso, email="awa@example.org", email_verified=True, name="Awa Diallo")
    page.locator('input[type="file"]').first.set_input_files(path)
    expect(page.get_by_text("konna.txt").first).to_be_visible()
    settled(page).get_by_role("button", name="Read", exact=True).first.click()
    expect(kept(page, "On 3 March 2024 gunmen")).to_contain_text("Awa Diallo")


def test_a_reader_sees_all_and_has_nothing_to_change_it(
    page: Page, server: Dashboard, sso: Provider
) -> None:
    """The table of reports without its buttons, and a word why; signing out ends it."""
    signed_in(page, server, sso, email="ben@example.org", email_verified=True, name="Ben")
    main = page.locator('[data-testid="stMain"]')
    expect(main).to_contain_text("You may read here, and change nothing")
    expect(main).to_contain_text(BUNDLED)
    assert page.locator('input[type="file"], [class*="st-key-remove_"]').count() == 0
    expect(page.locator('[data-testid="stSidebar"]')).to_contain_text("Ben, who may only read")
    page.goto(server.url)
    expect(page.locator(".cm-strip")).to_contain_text("killed")
    expect(page.locator("article")).to_be_visible()
    assert settled(page).locator(".st-key-placing").count() == 0
    settled(page).get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()


@pytest.mark.parametrize(
    "person",
    [
        {"email": "mallory@evil.org", "email_verified": True},
        {"email": "awa@example.org", "email_verified": False},
        {"name": "Awa Diallo"},
    ],
)
def test_others_get_in_but_see_nothing(
    page: Page, server: Dashboard, sso: Provider, person: dict[str, Any]
) -> None:
    """An account with the provider is not enough, nor an address that nobody checked."""
    signed_in(page, server, sso, **person)
    main = page.locator('[data-testid="stMain"]')
    expect(main).to_contain_text("is not on this team's list")
    expect(main).not_to_contain_text("Bamako")


def test_the_name_of_another_site_is_refused(server: Dashboard, page: Page) -> None:
    """As on one's own machine (DNS rebinding)."""
    answer = page.request.get(server.url, headers={"Host": "evil.example"})
    assert answer.status == 403
