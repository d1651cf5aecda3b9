"""What is decided of a proposal: by buttons, and by the keys that stand on them."""

import streamlit as st

from incidents.decisions import Join, TakeApart
from incidents.joining.heading import in_order
from incidents.records import Incident
from ui import deciding
from ui.data import Dataset
from ui.joining import found
from ui.joining.found import Proposal
from ui.tongue import _
from ui.who import may_edit


def buttons(data: Dataset, one: Proposal) -> None:
    """Offer to join, to keep apart, or to decide later; nothing to those who only read."""
    if not may_edit():
        return
    with st.container(horizontal=True, gap="small", key="joining_acts"):
        st.button(
            _("Join"),
            key="join",
            type="primary",
            shortcut="J",
            help=_("They are one event: it is counted once, with the claims of each report."),
            on_click=_join,
            args=(data, one),
        )
        st.button(
            _("Not the same"),
            key="not_the_same",
            shortcut="N",
            help=_("They are two events, and are not proposed again."),
            on_click=_keep_apart,
            args=(one,),
        )
        st.button(
            _("Later"),
            key="later",
            shortcut="L",
            help=_("It comes back after all others."),
            on_click=found.put_off,
            args=(one.key,),
        )


def _join(data: Dataset, one: Proposal) -> None:
    published = {key: report.published for key, report in data.reports.items()}
    head, *others = in_order([one.first, one.second], published)
    found.choose(None)
    deciding.join(head, others)


def _keep_apart(one: Proposal) -> None:
    found.choose(None)
    deciding.take_apart(one.first, [one.second])


def take_apart(event: Incident) -> None:
    """Offer to take an event apart: each report's incident is back as it was, and proposed anew."""
    if not may_edit():
        return
    st.button(
        _("Take apart"),
        key=f"apart_{event.id}",
        help=_("Each report’s incident is back as it was before."),
        on_click=deciding.take_all_back,
        args=(event, Join),
    )


def propose_again(one: Incident, number: int) -> None:
    """Offer to take back that an incident is not the same as another."""
    if not may_edit():
        return
    st.button(
        _("Propose again"),
        key=f"again_{number}",
        type="tertiary",
        on_click=deciding.take_all_back,
        args=(one, TakeApart),
    )
