"""A team's server: who may sign in, who of them may change anything, and by which name it answers.

All of it is in one TOML file that Streamlit reads its own part of (`[auth]`), named by
`conflict-map serve --team FILE`; see docs/team-server.md.
"""

import os
import re
import stat
import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import msgspec

from incidents.errors import TeamError
from incidents.records import Record

Role = Literal["editor", "reader"]
TEAM_VARIABLE = "CONFLICT_MAP_TEAM"
"""Names the file to the server that `conflict-map serve --team` starts."""
LOCAL = ("127.0.0.1", "localhost")
SHORTEST_SECRET = 32
_ANY_TENANT = {"common", "organizations", "consumers"}
_CALLBACK = "/oauth2callback"
_MAIL = re.compile(r"[^@\s]+@[^@\s]+")
_DOMAIN = re.compile(r"@[^@\s]+")


class Team(Record, frozen=True, kw_only=True):
    """Who works with one server."""

    editors: tuple[str, ...]
    """E-mail addresses of those who may change everything, or "@example.org" for all of one."""
    readers: tuple[str, ...] = ()
    """The same of those who may only look."""
    host: str
    """By which the browser asks for the server: "map.example.org"."""
    secure: bool = True
    """Whether by https; only this machine itself may be asked without."""
    listen: str = "127.0.0.1"
    """The address to listen on, behind a proxy on this machine unless it says otherwise."""

    def role(self, email: str, *, verified: bool) -> Role | None:
        """Return what somebody who signed in may do; None for nothing.

        Args:
            email: as the sign-in gives it.
            verified: False where the provider says that nobody has checked the address.
        """
        mail = email.strip().casefold()
        if not verified or not _MAIL.fullmatch(mail):
            return None
        if _among(mail, self.editors):
            return "editor"
        return "reader" if _among(mail, self.readers) else None

    def sentence(self) -> str:
        """Say who may come, for the one who starts it."""
        readers = ", ".join(self.readers) or "nobody else"
        return f"editors: {', '.join(self.editors)}; readers: {readers}"


def _among(mail: str, entries: tuple[str, ...]) -> bool:
    return any(mail == one or (one.startswith("@") and mail.endswith(one)) for one in entries)


class _Team(msgspec.Struct, forbid_unknown_fields=True):
    editors: list[str]
    readers: list[str] = []
    listen: str = "127.0.0.1"


class _Auth(msgspec.Struct):
    """As much of Streamlit's part as must be right for anybody to get in, and nobody else."""

    redirect_uri: str
    cookie_secret: str
    server_metadata_url: str = ""


class _File(msgspec.Struct):
    auth: _Auth
    team: _Team


def read_team(path: Path) -> Team:
    """Read a team's file.

    Raises:
        TeamError: it is missing, can be read by others, or something in it is missing or wrong;
            or what the sign-in needs is not installed.
    """
    file = _read(path)
    if len(file.auth.cookie_secret) < SHORTEST_SECRET:
        raise TeamError(
            f"{path}: cookie_secret has fewer than {SHORTEST_SECRET} characters, and whoever "
            'guesses it is signed in. Make one: python3 -c "import secrets; '
            'print(secrets.token_urlsafe(48))".'
        )
    if _any_tenant(file.auth.server_metadata_url):
        raise TeamError(
            f"{path}: server_metadata_url is {file.auth.server_metadata_url!r}, by which "
            "Microsoft lets in people of any organisation, whose administrators can give them any "
            "address, one of your team's too. Put your own tenant's id in place of "
            '"common" or "organizations".'
        )
    if not file.team.editors:
        raise TeamError(f"{path}: editors is empty, so nobody could add a report. Name one.")
    if find_spec("authlib") is None:
        raise TeamError("The sign-in needs Authlib: pip install 'conflict-map[team]'.")
    secure, host = _address(path, file.auth.redirect_uri)
    return Team(
        editors=_entries(path, file.team.editors),
        readers=_entries(path, file.team.readers),
        host=host,
        secure=secure,
        listen=file.team.listen,
    )


def _read(path: Path) -> _File:
    try:
        # Windows has none of these modes.
        if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise TeamError(f"{path} has secrets and others may read it. chmod 600 it.")
        found: Any = tomllib.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert(found, type=_File)
    except OSError as error:
        raise TeamError(f"{path}: {error.strerror or error}. Check the path.") from None
    except (ValueError, msgspec.ValidationError) as error:
        raise TeamError(f"{path}: {error}. docs/team-server.md shows such a file.") from None


def _any_tenant(metadata: str) -> bool:
    address = urlsplit(metadata)
    host = address.hostname or ""
    tenant = address.path.strip("/").partition("/")[0].casefold()
    of_microsoft = "microsoftonline" in host or host.endswith("windows.net")
    return of_microsoft and tenant in _ANY_TENANT


def _address(path: Path, redirect: str) -> tuple[bool, str]:
    address = urlsplit(redirect.replace("{port}", "8501"))
    host = address.hostname or ""
    if address.path != _CALLBACK or not host:
        raise TeamError(
            f"{path}: redirect_uri is {redirect!r}; it must be the server's own address and "
            f"{_CALLBACK}, such as https://map.example.org{_CALLBACK}."
        )
    if address.scheme != "https" and host not in LOCAL:
        raise TeamError(
            f"{path}: redirect_uri must begin with https://: without it whoever is on the way "
            "reads the reports and the sign-in. Put a proxy with a certificate before the server."
        )
    return address.scheme == "https", host


def _entries(path: Path, given: list[str]) -> tuple[str, ...]:
    cleaned = tuple(one.strip().casefold() for one in given)
    for one in cleaned:
        if not (_MAIL.fullmatch(one) or _DOMAIN.fullmatch(one)):
            raise TeamError(
                f"{path}: {one!r} is no e-mail address and no domain as in @example.org."
            )
    return cleaned
