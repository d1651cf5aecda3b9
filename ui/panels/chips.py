"""The filters in force, each in a few words and cleared by one click."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from incidents.filters import FilterSpec
from incidents.wording import PRECISION_WORDS, say_region
from ui import session
from ui.data import Dataset
from ui.markup import plain

CHIP_CHARACTERS = 32
"""Longest value in a chip; the rest of a long name is cut."""
CASUALTIES = {
    "any": "any",
    "killed": "somebody killed",
    "injured": "somebody injured",
    "unknown": "killed: unknown",
}
REVIEWS = {
    "any": "any",
    "checked": "checked by a person",
    "unchecked": "not checked yet",
}


def show(data: Dataset) -> None:
    """Head the filters with those in force, each cleared by a click."""
    spec = session.spec()
    st.html('<div class="cm-h">Filters</div>')
    if spec.is_default:
        return
    with st.container(horizontal=True, gap="small", key="chips"):
        for label, cleared in active(spec, data):
            st.button(
                plain(label),
                icon=":material/close:",
                key=f"clear_{label}",
                on_click=put,
                args=(cleared,),
                help="Clear this filter",
            )
        st.button("Clear all", key="clear_all", type="tertiary", on_click=put, args=(FilterSpec(),))


def active(spec: FilterSpec, data: Dataset) -> list[tuple[str, FilterSpec]]:
    """Return each filter in force in a few words, with the filters that stay without it."""
    default = FilterSpec()
    found = []
    if spec.date_from or spec.date_to:
        found.append((_dates_chip(spec), spec.replace(date_from=None, date_to=None)))
    for field in FilterSpec.__struct_fields__:
        value = getattr(spec, field)
        if value != getattr(default, field) and not field.startswith("date_"):
            words = _chip(field, value, data)
            found.append((words, spec.replace(**{field: getattr(default, field)})))
    return found


def _dates_chip(spec: FilterSpec) -> str:
    if spec.date_from and spec.date_to:
        return f"{spec.date_from} to {spec.date_to}"
    return f"from {spec.date_from}" if spec.date_from else f"until {spec.date_to}"


def _chip(field: str, value: Any, data: Dataset) -> str:
    """Say a filter as a person would: "region: Mali: Gao or Niger", "civilians not targeted"."""
    if field in _SAID:
        return _SAID[field](value)
    shown: dict[str, Callable[[Any], str]] = {
        "reports": lambda one: report_name(data, one),
        "regions": say_region,
        "precisions": say_precision,
    }
    first, *others = map(shown.get(field, str), value)
    more = f" or {others[0]}" if len(others) == 1 else f" or {len(others)} others" * bool(others)
    return f"{_CHIP_NAMES.get(field, field)}: {_cut(first)}{_cut(more)}"


def _cut(words: str) -> str:
    return words if len(words) <= CHIP_CHARACTERS else f"{words[: CHIP_CHARACTERS - 1].rstrip()}…"


_CHIP_NAMES = {
    "actors": "actor",
    "actor_roles": "role",
    "event_types": "type",
    "sub_event_types": "sub-type",
    "sources": "source",
    "regions": "region",
    "precisions": "place",
    "statuses": "status",
    "reports": "report",
}
_SAID: dict[str, Callable[[Any], str]] = {
    "actor_basis": lambda _: "actor named in the sentence itself",
    "strategic": lambda _: "strategic developments too",
    "casualties": lambda value: CASUALTIES[value],
    "review": lambda value: REVIEWS[value],
    "civilian_targeting": lambda value: f"civilians {'' if value else 'not '}targeted",
    "text": lambda value: f"words: {_cut(value)}",
}


def put(spec: FilterSpec) -> None:
    """Put other filters in force, whose dates the timeline's brush does not show."""
    session.set_spec(spec)
    session.renew_brush()


def say_precision(value: int) -> str:
    """Return "4 somewhere in the region"."""
    return f"{value} {PRECISION_WORDS[value]}"


def report_name(data: Dataset, report_id: str) -> str:
    """Return a report's name, its id where it is gone."""
    report = data.reports.get(report_id)
    return report.name if report else report_id
