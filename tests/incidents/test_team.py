"""A team's file: who may do what, and what a careless one is refused for."""

from pathlib import Path

import pytest

from incidents import team as reading
from incidents.errors import TeamError
from incidents.team import Team, read_team

GOOD = """
[auth]
redirect_uri = "https://map.example.org/oauth2callback"
cookie_secret = "0123456789abcdef0123456789abcdef"
client_id = "conflict-map"
client_secret = "x"
server_metadata_url = "https://sso.example.org/.well-known/openid-configuration"

[team]
editors = ["Awa@Example.org", " ben@example.org "]
readers = ["@example.org", "guest@example.net"]
"""


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "find_spec", lambda name: name)


def written(folder: Path, text: str, mode: int = 0o600) -> Path:
    path = folder / "team.toml"
    path.write_text(text)
    path.chmod(mode)
    return path


@pytest.mark.parametrize(
    ("email", "verified", "role"),
    [
        ("awa@example.org", True, "editor"),
        ("AWA@EXAMPLE.ORG", True, "editor"),
        ("ben@example.org", True, "editor"),
        ("cem@example.org", True, "reader"),
        ("guest@example.net", True, "reader"),
        ("awa@example.org", False, None),
        ("awa@example.org.evil.com", True, None),
        ("mallory@notexample.org", True, None),
        ("x@example.net", True, None),
        ("awa@example.org@evil.com", True, None),
        ("@example.org", True, None),
        ("", True, None),
    ],
)
def test_roles(tmp_path: Path, email: str, verified: bool, role: str | None) -> None:  # noqa: FBT001
    """By the whole address or all of a domain; what the provider didn't check gives nothing."""
    team = read_team(written(tmp_path, GOOD))
    assert (team.host, team.secure, team.listen) == ("map.example.org", True, "127.0.0.1")
    assert team.role(email, verified=verified) == role


def test_without_readers_nobody_else_gets_in(tmp_path: Path) -> None:
    """An account with the same provider is not enough."""
    text = GOOD.replace('readers = ["@example.org", "guest@example.net"]', "")
    team = read_team(written(tmp_path, text))
    assert team.role("cem@example.org", verified=True) is None
    assert team.sentence() == "editors: awa@example.org, ben@example.org; readers: nobody else"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("https://map.example.org", "http://map.example.org"), "must begin with https"),
        (("/oauth2callback", "/callback"), "oauth2callback"),
        (("0123456789abcdef0123456789abcdef", "short"), "cookie_secret"),
        (('"Awa@Example.org", " ben@example.org "', ""), "editors is empty"),
        (("guest@example.net", "guest"), "no e-mail address"),
        (("readers", "reader"), "unknown field `reader`"),
        (("[team]", "[teams]"), "missing required field `team`"),
        (("[team]", "[team"), "docs/team-server.md"),
        (("redirect_uri", "redirect"), "redirect_uri"),
        (("sso.example.org", "login.microsoftonline.com/common/v2.0"), "own tenant's id"),
        (("sso.example.org", "login.microsoftonline.us/Organizations/v2.0"), "own tenant's id"),
        (("sso.example.org", "sts.windows.net/common"), "own tenant's id"),
    ],
)
def test_a_careless_file_is_refused(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    """Each with what is wrong; no secret is in the words."""
    with pytest.raises(TeamError, match=said) as caught:
        read_team(written(tmp_path, GOOD.replace(*change)))
    assert "0123456789abcdef" not in str(caught.value)


@pytest.mark.parametrize(
    "host",
    [
        "login.microsoftonline.com/8a7d-41/v2.0",
        "sso.example.org/common",
        "x.org/realms/organizations",
    ],
)
def test_the_own_tenant_is_taken(tmp_path: Path, host: str) -> None:
    """And other providers' paths mean nothing of the kind."""
    team = read_team(written(tmp_path, GOOD.replace("sso.example.org", host)))
    assert team.host == "map.example.org"


def test_a_file_that_others_may_read_is_refused(tmp_path: Path) -> None:
    """It has the client's secret and the one that signs the cookies."""
    with pytest.raises(TeamError, match="chmod 600"):
        read_team(written(tmp_path, GOOD, mode=0o644))
    with pytest.raises(TeamError, match="Check the path"):
        read_team(tmp_path / "nowhere.toml")


def test_a_missing_authlib_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the server starts, and not at the first sign-in."""
    monkeypatch.setattr(reading, "find_spec", lambda _name: None)
    with pytest.raises(TeamError, match=r"pip install 'conflict-map\[team\]'"):
        read_team(written(tmp_path, GOOD))


def test_this_machine_may_be_asked_without_https(tmp_path: Path) -> None:
    """To try it out, and for the tests."""
    text = GOOD.replace("https://map.example.org", "http://localhost:{port}")
    assert read_team(written(tmp_path, text)) == Team(
        editors=("awa@example.org", "ben@example.org"),
        readers=("@example.org", "guest@example.net"),
        host="localhost",
        secure=False,
    )
