"""What is decided of a proposal: by buttons, and by the keys that stand on them."""

from typing import NamedTuple

import streamlit as st

from incidents.joining.heading import in_order
from incidents.records import Incident
from ui import deciding
from ui.components.keys import Key, listen, pressed
from ui.data import Dataset, dataset
from ui.joining import found
from ui.joining.found import Proposal
from ui.markup import plain
from ui.tongue import N_, _
from ui.who import may_edit

COMPONENT = "joining_keys"


class _Act(NamedTuple):
    does: str
    key: str
    label: str
    help: str


_ACTS = (
    _Act(
        "join",
        "J",
        N_("Join"),
        N_("They are one event: it is counted once, with the claims of each report."),
    ),
    _Act(
        "not_the_same",
        "N",
        N_("Not the same"),
        N_("They are two events, and are not proposed again."),
    ),
    _Act("later", "L", N_("Later"), N_("It comes back after all others.")),
)


def buttons(one: Proposal) -> None:
    """Offer to join, to keep apart, or to decide later; nothing to those who only read."""
    if not may_edit():
        return
    with st.container(horizontal=True, gap="small", key="joining_acts"):
        for act in _ACTS:
            st.button(
                plain(_(act.label)),
                key=act.does,
                type="primary" if act.does == "join" else "secondary",
                help=plain(_(act.help)),
                on_click=_decide,
                args=(act.does, _named(one.key)),
            )
    keys = [Key(key=act.key, does=act.does) for act in _ACTS]
    listen(keys, key=COMPONENT, on=_named(one.key), on_press=_press)


def _press() -> None:
    told = pressed(COMPONENT)
    if told is not None and may_edit():
        _decide(told.does, told.on)


def _decide(what: str, on: str | None) -> None:
    """Decide on the proposal that was on the screen; nothing where another one is shown since."""
    data = dataset()
    proposed = found.proposals(data)
    if not proposed or _named((one := found.chosen(proposed)).key) != on:
        return
    if what == "join":
        _join(data, one)
    elif what == "not_the_same":
        _keep_apart(one)
    elif what == "later":
        found.put_off(one.key)


def _named(key: found.Key) -> str:
    return " ".join(key)


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
        on_click=deciding.take_joining_back,
        args=(event,),
    )


def propose_again(one: Incident, other: Incident, number: int) -> None:
    """Offer to take back that an incident is not the same as another."""
    if not may_edit():
        return
    st.button(
        _("Propose again"),
        key=f"again_{number}",
        type="tertiary",
        on_click=deciding.propose_again,
        args=(one, other),
    )
