"""What is proposed as one event, in the order in which it is looked at."""

from typing import NamedTuple

import streamlit as st

from geo.coverage import covered_regions
from incidents.joining.candidates import Candidate, candidates, kept_apart
from incidents.records import Incident
from ui.data import Dataset, dataset, store

_LATER, _CHOSEN = "joining_later", "joining_chosen"
Key = tuple[str, str]
"""Ids of the two that may be one."""


class Proposal(NamedTuple):
    """Two events that may be one."""

    candidate: Candidate
    first: Incident
    second: Incident

    @property
    def key(self) -> Key:
        """What tells it from the others."""
        return self.candidate.first, self.candidate.second


def proposals(data: Dataset) -> list[Proposal]:
    """Return all that is proposed, the likeliest first, what was put off at the end."""
    put_off = later()
    found = [
        Proposal(one, data.incidents[one.first], data.incidents[one.second])
        for one in _found(store().stamp())
        if one.first in data.incidents and one.second in data.incidents
    ]
    return sorted(found, key=lambda one: put_off.index(one.key) + 1 if one.key in put_off else 0)


@st.cache_resource(show_spinner=False, max_entries=2)
def _found(stamp: str) -> list[Candidate]:
    del stamp  # only there so that a changed store is compared anew
    data = dataset()
    shown = data.folded.incidents
    return candidates(shown, covered=covered_regions(shown), distinct=list(kept_apart(data.folded)))


def later() -> list[Key]:
    """Return what was put off in this tab, in that order."""
    put_off: list[Key] = st.session_state.setdefault(_LATER, [])
    return put_off


def put_off(key: Key) -> None:
    """Look at a proposal after all others."""
    st.session_state[_LATER] = [*(one for one in later() if one != key), key]
    choose(None)


def chosen(found: list[Proposal]) -> Proposal:
    """Return the proposal that is looked at: the one that was chosen, else the first."""
    key = st.session_state.get(_CHOSEN)
    return next((one for one in found if one.key == key), found[0])


def choose(key: Key | None) -> None:
    """Look at a proposal; None is the first."""
    st.session_state[_CHOSEN] = key
