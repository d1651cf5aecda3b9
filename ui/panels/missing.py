"""What is in view and not on the map, each with its reason. Never empty in silence."""

import html

import streamlit as st

from incidents.records import Incident
from incidents.wording import say_casualties, say_date, title
from ui import session
from ui.markup import plain
from ui.panels import emptiness
from ui.tongue import N_, _, retold
from ui.view import View

ALL_DRAWN = N_("Every incident in view is on the map.")
SHOWN = 4
"""So many stand right under the map; the tab lists them all."""
PAGE = 40
"""So many stand in the tab at once: each is a widget that the browser has to make."""
_FIRST = "missing_first"


def row(view: View) -> None:
    """Name the first few in a row under the map, so that nobody has to go and look for them."""
    missing = view.missing
    with st.container(horizontal=True, vertical_alignment="center", key="nowhere"):
        st.button(
            "",
            icon=":material/zoom_out_map:",
            key="refit",
            type="tertiary",
            help=_("Let the map show all that is in view"),
            on_click=session.refit,
        )
        st.checkbox(
            _("Keep the view"),
            key=session.seed("w_keep_view", session.keeps_view()),
            help=_("The map stays where it is, whatever the filters leave."),
            on_change=session.reader("w_keep_view", session.keep_view),
        )
        if not view.incidents:
            emptiness.note(view)
            emptiness.ways_out(view)
            return
        if not missing:
            st.html(f'<div class="cm-note">{html.escape(_(ALL_DRAWN))}</div>')
            return
        head = html.escape(_("Not on the map ({n}):", n=len(missing)))
        st.html(f'<div class="cm-note"><b>{head}</b></div>', width="content")
        for incident, why in missing[:SHOWN]:
            _button(view, incident, why, "row")
        if len(missing) > SHOWN:
            more = html.escape(_("and {n} more, in the tab below", n=len(missing) - SHOWN))
            st.html(f'<div class="cm-note">{more}</div>')


def _button(view: View, incident: Incident, why: str, where: str) -> None:
    chosen = view.selected is not None and view.selected.id == incident.id
    label = view.labels.get(incident.id, "")
    st.button(
        f"**{plain(label)}** {plain(title(incident))}, {plain(say_date(incident.date))}",
        key=f"missing_{where}_{incident.id}",
        type="primary" if chosen else "secondary",
        help=plain(retold(why)),
        on_click=session.select,
        args=(incident.id,),
    )


def show(view: View) -> None:
    """List the incidents that the map can't draw, each with its reason."""
    if not view.incidents:
        emptiness.note(view)
        return
    if not view.missing:
        st.html(f'<div class="cm-note">{html.escape(_(ALL_DRAWN))}</div>')
        return
    first = _first(len(view.missing))
    with st.container(key="missing", gap=None):
        for incident, why in view.missing[first : first + PAGE]:
            _button(view, incident, why, "tab")
            st.html(
                f'<div class="cm-note">{html.escape(say_casualties(incident))}. '
                f"{html.escape(retold(why))}</div>"
            )
    if len(view.missing) > PAGE:
        _turn(first, len(view.missing))


def _first(total: int) -> int:
    # Filters may have left fewer than there were when the page was turned.
    last_page = max(total - 1, 0) // PAGE * PAGE
    return min(int(st.session_state.get(_FIRST, 0)), last_page)


def _turn(first: int, total: int) -> None:
    last = min(first + PAGE, total)
    with st.container(horizontal=True, vertical_alignment="center", key="missing_pages"):
        told = _("{first} to {last} of {n}", first=first + 1, last=last, n=total)
        st.html(f'<div class="cm-note">{html.escape(told)}</div>', width="content")
        for key, label, to, there in (
            ("before", _("Before"), first - PAGE, first > 0),
            ("further", _("Further"), first + PAGE, last < total),
        ):
            st.button(
                plain(label),
                key=f"missing_{key}",
                type="tertiary",
                disabled=not there,
                on_click=_turn_to,
                args=(to,),
            )


def _turn_to(first: int) -> None:
    st.session_state[_FIRST] = first
