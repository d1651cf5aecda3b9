"""The queue in the sidebar: which incidents are looked at, in which order, how many are left."""

from collections.abc import Callable, Mapping

import streamlit as st

from incidents.wording import say_place, title
from ui import listed, session
from ui.markup import plain
from ui.review import desk as desks
from ui.review.desk import Desk
from ui.tongue import _, n_, p_

SHOWN = 11
"""Incidents listed at once, the one that is looked at among them."""
ALL = ""


def show(desk: Desk) -> None:
    """Draw the choices and the incidents around the one that is looked at."""
    _report(desk)
    states = {
        "waiting": _("To check"),
        "accepted": p_("queue", "Accepted"),
        "rejected": p_("queue", "Rejected"),
    }
    _choice("state", states, desk.wanted.state, _("Which incidents"))
    orders = {"certainty": _("Least certain first"), "text": _("As told")}
    _choice("order", orders, desk.wanted.order, _("Order"))
    st.text_input(
        _("Search the queue (/)"),
        key=session.seed("review_find", desk.wanted.words),
        placeholder=_("words, place, actor …"),
        on_change=_find,
    )
    _list(desk)


def _report(desk: Desk) -> None:
    reports = desk.data.reports
    if len(reports) < 2:  # noqa: PLR2004  one is no choice
        return
    st.selectbox(
        _("Report"),
        [ALL, *reports],
        key=session.seed("review_report", desk.wanted.report_id or ALL),
        format_func=lambda one: reports[one].name if one in reports else _("All reports"),
        on_change=_read("review_report", "report_id"),
    )


def _choice(name: str, words: Mapping[str, str], now: str, label: str) -> None:
    st.segmented_control(
        plain(label),
        list(words),
        key=session.seed(f"review_{name}", now),
        format_func=lambda one: plain(words[one]),
        on_change=_read(f"review_{name}", name),
        label_visibility="collapsed",
        width="stretch",
    )


def _read(key: str, field: str) -> Callable[[], None]:
    def read() -> None:
        value = st.session_state[key]
        if field == "report_id":
            desks.want(report_id=value or None)
        elif value is not None:  # a pressed segment that is pressed again is no choice
            desks.want(**{field: value})

    return read


def _find() -> None:
    desks.want(words=st.session_state["review_find"])


def _list(desk: Desk) -> None:
    if not desk.queue:
        return
    at = desk.ids.index(desk.current.id) if desk.current and desk.current.id in desk.ids else 0
    first = max(0, min(at - SHOWN // 2, len(desk.queue) - SHOWN))
    listed.note(n_("{n} before", "{n} before", first) if first else "")
    with st.container(key="review_queue", gap=None):
        for slot, one in enumerate(desk.queue[first : first + SHOWN]):
            chosen = desk.current is not None and one.id == desk.current.id
            st.button(
                plain(f"{one.place.name or say_place(one.place)} · {title(one)}"),
                key=f"review_slot_{slot}",
                type="secondary" if chosen else "tertiary",
                width="stretch",
                on_click=session.select,
                args=(one.id,),
            )
    listed.note(listed.rest(len(desk.queue) - first - SHOWN))
