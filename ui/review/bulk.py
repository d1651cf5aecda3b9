"""All that the queue's choices show, accepted or rejected at once, once it is said how many."""

from collections.abc import Callable

import streamlit as st

from ui.markup import plain
from ui.review import acts
from ui.review.desk import Desk
from ui.tongue import _, n_


def show(desk: Desk) -> None:
    """Draw the button that says how many, and within it the two that decide."""
    ids, number = desk.ids, len(desk.queue)
    if number < 2:  # noqa: PLR2004  one has its own buttons
        return
    with st.popover(plain(n_("All {n} shown", "All {n} shown", number)), key="review_bulk"):
        reports = len({one.report_id for one in desk.queue})
        st.text(
            _(
                "{incidents} of {reports}, as the queue shows them now. "
                "One undo takes all of it back.",
                incidents=n_("{n} incident", "{n} incidents", number),
                reports=n_("{n} report", "{n} reports", reports),
            )
        )
        if desk.wanted.state != "accepted":
            _all("accept", n_("Accept this {n}", "Accept these {n}", number), acts.accept_all, ids)
        if desk.wanted.state != "rejected":
            _all("reject", n_("Reject this {n}", "Reject these {n}", number), acts.reject_all, ids)


def _all(
    name: str, label: str, act: Callable[[tuple[str, ...]], None], ids: tuple[str, ...]
) -> None:
    st.button(plain(label), key=f"review_all_{name}", width="stretch", on_click=act, args=(ids,))
