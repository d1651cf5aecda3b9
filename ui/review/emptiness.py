"""What the review page says where there is nothing to look at, and what can be done then."""

import streamlit as st

from incidents.reviewing import State
from ui import session
from ui.markup import plain, say
from ui.review import desk as desks
from ui.review.desk import Desk
from ui.tongue import N_, _

NO_REPORT = N_("No report here yet. Add one on the page “Add a report”; then review it here.")
NOTHING_READ = N_(
    "No incident was read from this. Mark the words of one in the text and press N to add it."
)
ALL_CHECKED = N_(
    "Everything here is checked. Choose another report, look through what was accepted, or mark "
    "the words of a missed incident in the text and press N."
)
_NONE_SUCH: dict[State, str] = {
    "waiting": ALL_CHECKED,
    "accepted": N_("Nothing was accepted here yet."),
    "rejected": N_("Nothing was rejected here."),
}


def no_report() -> None:
    """Say that there is nothing to review, and where reports are added."""
    say("info", _(NO_REPORT))
    st.page_link("pages/add_report.py", label=plain(_("Add a report")))


def note(desk: Desk) -> None:
    """Say why the queue is empty, with the way out of it."""
    if desk.queue:
        return
    say("info", _(_reason(desk)))
    if desk.wanted.words:
        st.button(_("Clear the search"), key="review_way_out", on_click=_clear, args=("words",))
    elif desk.wanted.state != "waiting":
        st.button(_("Look at what is to check"), key="review_way_out", on_click=_clear)
    elif desk.progress.every:
        st.page_link(
            "dashboard.py", label=plain(_("See it on the map")), query_params=session.query()
        )


def _reason(desk: Desk) -> str:
    if desk.wanted.words:
        return N_("No incident of these has all the words that are searched.")
    if not desk.progress.every:
        return NOTHING_READ
    return _NONE_SUCH[desk.wanted.state]


def _clear(what: str = "state") -> None:
    desks.want(**({"words": ""} if what == "words" else {"state": "waiting"}))
