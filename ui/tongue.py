"""The screen's language: the address's (`lang=fr`), else the browser's; a switch changes it.

Every word that the screen shows goes through these (`from ui.tongue import _, n_`):

    st.button(_("Save the zip ({size:.1f} MB)", size=megabytes))
    st.html(f'<div class="cm-note">{html.escape(_("In {name}.", name=report.name))}</div>')
    n_("{n} report", "{n} reports", len(reports))

Messages are whole sentences with named placeholders; what is filled in is escaped by the
caller for where it goes, as ever: `plain` for labels, `html.escape` for HTML. A constant is
marked by `N_` where it stands and goes through `_` where it is shown.
"""

import streamlit as st
from babel import negotiate_locale
from streamlit.runtime.scriptrunner import get_script_run_ctx

from incidents.tongue import (
    ENGLISH,
    LANGUAGES,
    N_,
    _,
    day,
    language,
    listen,
    n_,
    number,
    p_,
    retold,
)
from ui.markup import plain

__all__ = ["LANGUAGES", "N_", "_", "asked", "day", "language", "n_", "number", "p_", "retold",
           "switch"]  # fmt: skip

PARAMETER = "lang"
_BROWSER = "browser_language"


def asked() -> str | None:
    """Return the language that the address asks for; None leaves it to the browser."""
    found = st.query_params.get(PARAMETER)
    return found if found in LANGUAGES else None


def switch() -> None:
    """Offer the other languages, each by its own name."""
    for code, name in LANGUAGES.items():
        if code != language():
            st.button(
                plain(name), key=f"lang_{code}", type="tertiary", on_click=_turn_to, args=(code,)
            )


def _turn_to(code: str) -> None:
    st.query_params[PARAMETER] = code


def _of_session() -> str:
    if get_script_run_ctx(suppress_warning=True) is None:
        return ENGLISH
    if found := asked():
        return found
    # Once a session: a page asks for its language at every word.
    if _BROWSER not in st.session_state:
        st.session_state[_BROWSER] = _of_browser()
    return str(st.session_state[_BROWSER])


def _of_browser() -> str:
    """Return the first language that the browser asks for and that there is; else English."""
    wanted = [st.context.locale or "", *_accepted(st.context.headers.get("Accept-Language") or "")]
    return negotiate_locale([w for w in wanted if w], list(LANGUAGES), sep="-") or ENGLISH


def _accepted(header: str) -> list[str]:
    """Return the header's languages, the dearest first: "fr;q=0.5, en" gives en, fr."""
    weighed = []
    for entry in header[:500].split(","):
        tag, _given, weight = entry.partition(";q=")
        try:
            weighed.append((-float(weight or 1), tag.strip()))
        except ValueError:
            continue
    return [tag for _weight, tag in sorted(weighed, key=lambda pair: pair[0])]


listen(_of_session)
