"""Who sits before the screen on a team's server: signed in, and as an editor or a reader.

On one's own machine there is no sign-in, and whoever starts the program may do all. Reading and
writing are told apart where the pages get the store (`ui.data.store`), not by what is drawn.
"""

import html
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import streamlit as st

from incidents.team import TEAM_VARIABLE, Role, Team, read_team
from ui.markup import plain, say
from ui.tongue import N_, _

READ_ONLY = N_(
    "You may read here, and change nothing. Ask an editor of your team, or the one who runs "
    "the server."
)
LONGEST = 80
"""Characters of a name."""


def team() -> Team | None:
    """Return whose server this is; None on one's own machine."""
    named = os.environ.get(TEAM_VARIABLE)
    return _team(named) if named else None


@lru_cache(maxsize=2)
def _team(path: str) -> Team:
    return read_team(Path(path))


def role() -> Role | None:
    """Return what the one before the screen may do; None for nothing."""
    known = team()
    return "editor" if known is None else role_of(known, _claims())


def role_of(known: Team, claims: Mapping[str, object]) -> Role | None:
    """Return what the claims of a sign-in give.

    Args:
        known: whose server it is.
        claims: of OpenID Connect, with Streamlit's `is_logged_in`.
    """
    if claims.get("is_logged_in") is not True:
        return None
    # Some providers say nothing of it; what one says that nobody checked gives nothing.
    verified = claims.get("email_verified", True) in (True, "true")
    return known.role(str(claims.get("email") or ""), verified=verified)


def may_edit() -> bool:
    """Tell whether the one before the screen may change anything."""
    return role() == "editor"


def signed_in() -> str:
    """Return who signed in, as it stands with what they do; "" on one's own machine."""
    if team() is None or role() is None:
        return ""
    return account_of(_claims())


def account_of(claims: Mapping[str, object]) -> str:
    """Return "Awa Diallo <awa@example.org>" of a sign-in that the team's list knows.

    Many providers let people change their name, to a colleague's too; the address is what the
    list knows them by.
    """
    mail = str(claims.get("email") or "").strip().casefold()
    said = str(claims.get("name") or "").replace("<", " ").replace(">", " ")
    name = " ".join(said.split())[:LONGEST]
    return f"{name} <{mail}>" if name else mail


def _claims() -> Mapping[str, object]:
    return dict(st.user.to_dict())


def admitted() -> bool:
    """Draw the sign-in where it is wanted; tell whether the page may be drawn."""
    if team() is None:
        return True
    claims = _claims()
    if claims.get("is_logged_in") is not True:
        _ask()
        return False
    with st.sidebar:
        _signed(str(claims.get("name") or claims.get("email") or ""))
    if role() is None:
        mail = str(claims.get("email") or "")
        say(
            "error",
            _("{mail} is not on this team's list. Ask the one who runs the server.", mail=mail),
        )
        return False
    return True


def _ask() -> None:
    st.title(_("Sign in"))
    said = _("This is a team's server. Sign in with the account that your team gave you.")
    st.html(f'<div class="cm-note cm-lead">{html.escape(said)}</div>')
    st.button(_("Sign in"), type="primary", key="sign_in", on_click=st.login)


def _signed(name: str) -> None:
    reader = role() == "reader"
    said = _("{name}, who may only read", name=name) if reader else name
    with st.container(horizontal=True, vertical_alignment="center", key="signed_in"):
        st.html(f'<div class="cm-note">{html.escape(said)}</div>')
        st.button(plain(_("Sign out")), type="tertiary", key="sign_out", on_click=st.logout)
