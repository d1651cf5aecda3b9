"""The filters in force, each in a few words and cleared by one click."""

import html
from collections.abc import Callable
from typing import Any

import streamlit as st

from incidents.filters import FilterSpec
from incidents.terms import said
from incidents.wording import PRECISION_WORDS, say_region
from ui import session
from ui.data import Dataset
from ui.markup import plain
from ui.tongue import N_, _

CHIP_CHARACTERS = 32
"""Longest value in a chip; the rest of a long name is cut."""
CASUALTIES = {
    "any": N_("any"),
    "killed": N_("somebody killed"),
    "injured": N_("somebody injured"),
    "unknown": N_("killed: unknown"),
}
REVIEWS = {
    "any": N_("any"),
    "checked": N_("checked by a person"),
    "unchecked": N_("not checked yet"),
}


def show(data: Dataset) -> None:
    """Head the filters with those in force, each cleared by a click."""
    spec = session.spec()
    st.html(f'<div class="cm-h">{html.escape(_("Filters"))}</div>')
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
                help=_("Clear this filter"),
            )
        st.button(
            _("Clear all"), key="clear_all", type="tertiary", on_click=put, args=(FilterSpec(),)
        )


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
        return _("{first} to {last}", first=str(spec.date_from), last=str(spec.date_to))
    if spec.date_from:
        return _("from {first}", first=str(spec.date_from))
    return _("until {last}", last=str(spec.date_to))


def _chip(field: str, value: Any, data: Dataset) -> str:
    """Say a filter as a person would: "region: Mali: Gao or Niger", "civilians not targeted"."""
    if field in _SAID:
        return _SAID[field](value)
    shown: dict[str, Callable[[Any], str]] = {
        "reports": lambda one: report_name(data, one),
        "regions": say_region,
        "precisions": say_precision,
        "actors": str,
        "sources": str,
    }
    first, *others = (_cut(one) for one in map(shown.get(field, said), value))
    name = _(_CHIP_NAMES.get(field, field))
    if not others:
        return _("{filter}: {value}", filter=name, value=first)
    if len(others) == 1:
        return _("{filter}: {value} or {other}", filter=name, value=first, other=others[0])
    return _("{filter}: {value} or {n} others", filter=name, value=first, n=len(others))


def _cut(words: str) -> str:
    return words if len(words) <= CHIP_CHARACTERS else f"{words[: CHIP_CHARACTERS - 1].rstrip()}…"


_CHIP_NAMES = {
    "actors": N_("actor"),
    "actor_roles": N_("role"),
    "event_types": N_("type"),
    "sub_event_types": N_("sub-type"),
    "sources": N_("source"),
    "regions": N_("region"),
    "precisions": N_("place"),
    "statuses": N_("status"),
    "reports": N_("report"),
}
_SAID: dict[str, Callable[[Any], str]] = {
    "actor_basis": lambda _value: _("actor named in the sentence itself"),
    "strategic": lambda _value: _("strategic developments too"),
    "casualties": lambda value: _(CASUALTIES[value]),
    "review": lambda value: _(REVIEWS[value]),
    "civilian_targeting": lambda value: (
        _("civilians targeted") if value else _("civilians not targeted")
    ),
    "text": lambda value: _("words: {words}", words=_cut(value)),
}


def put(spec: FilterSpec) -> None:
    """Put other filters in force, whose dates the timeline's brush does not show."""
    session.set_spec(spec)
    session.renew_brush()


def say_precision(value: int) -> str:
    """Return "4 somewhere in the region"."""
    return f"{value} {_(PRECISION_WORDS[value])}"


def report_name(data: Dataset, report_id: str) -> str:
    """Return a report's name, its id where it is gone."""
    report = data.reports.get(report_id)
    return report.name if report else report_id
