"""The sidebar's filters. Each option says how many incidents the other filters leave it."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import streamlit as st

from incidents.filters import ACTOR_ROLES, EVENT_TYPES, FilterSpec
from incidents.select import Facet, facet_counts
from incidents.terms import said
from incidents.wording import say_region
from ui import session
from ui.data import Dataset
from ui.glossary import explained
from ui.markup import plain
from ui.panels import chips
from ui.tongue import N_, _, p_

_FIRST_DAY, _LAST_DAY = dt.date(1900, 1, 1), dt.date(2100, 12, 31)
# A select box takes None for "nothing chosen", so the third state has a word of its own.
_CIVILIANS = {N_("any"): None, N_("yes"): True, N_("no"): False}
_WITHIN = {"possibly": N_("possibly within"), "certainly": N_("certainly within")}


def show(data: Dataset) -> None:
    """Draw all filters into the sidebar."""
    with st.sidebar:
        chips.show(data)
        st.text_input(
            _("Find words"),
            key=session.seed("w_text", session.spec().text),
            placeholder=_("in quotes, places, actors …"),
            on_change=session.reader("w_text", lambda v: session.change(text=v)),
        )
        _facet(data, "actors", _("Actor"), show=str)
        _actor_detail()
        _dates()
        _facet(data, "event_types", _("Event type"), always=EVENT_TYPES, term="event_type")
        _facet(data, "sources", _("Source"), show=str)
        _facet(data, "regions", _("Region"), show=say_region)
        with st.expander(_("More filters"), expanded=_more_in_force(session.spec())):
            _facet(data, "sub_event_types", _("Sub-event type"))
            _choices("casualties", _("Casualties"), chips.CASUALTIES)
            _civilians()
            _choices("review", _("Checked"), chips.REVIEWS)
            _facet(
                data,
                "precisions",
                _("Precision of the place"),
                show=chips.say_precision,
                term="where_prec",
            )
            _facet(data, "statuses", _("Status"), term="status")
            _facet(data, "reports", _("Report"), show=lambda r: chips.report_name(data, r))
            st.checkbox(
                _("Strategic developments too"),
                key=session.seed("w_strategic", session.spec().strategic),
                help=explained("strategic"),
                on_change=session.reader("w_strategic", lambda v: session.change(strategic=v)),
            )


def _more_in_force(spec: FilterSpec) -> bool:
    return bool(
        spec.sub_event_types
        or spec.casualties != "any"
        or spec.civilian_targeting is not None
        or spec.precisions
        or spec.statuses
        or spec.reports
        or spec.strategic
        or spec.review != "any"
    )


def _facet(
    data: Dataset,
    facet: Facet,
    label: str,
    *,
    show: Callable[[Any], str] = said,
    always: tuple[Any, ...] = (),
    term: str = "",
) -> None:
    spec = session.spec()
    chosen = getattr(spec, facet)
    counts = facet_counts(data.table, spec, facet)
    if facet == "precisions":
        found: list[Any] = sorted(int(value) for value in counts)
    else:
        found = [*counts, *(a for a in always if a not in counts)]
    options = [*found, *(c for c in chosen if c not in found)]
    key = f"w_{facet}"
    st.multiselect(
        plain(label),
        options,
        key=session.seed(key, list(chosen)),
        format_func=lambda value: f"{show(value)} · {counts.get(str(value), 0)}",
        placeholder=_("any"),
        help=explained(term) if term else None,
        on_change=session.reader(key, lambda v: session.change(**{facet: tuple(v)})),
    )


def _actor_detail() -> None:
    spec = session.spec()
    st.multiselect(
        _("… in the role of"),
        ACTOR_ROLES,
        key=session.seed("w_roles", list(spec.actor_roles)),
        placeholder=_("any role"),
        help=explained("role"),
        format_func=said,
        on_change=session.reader("w_roles", lambda v: session.change(actor_roles=tuple(v))),
    )
    st.checkbox(
        _("only where the sentence itself says so"),
        key=session.seed("w_basis", spec.actor_basis == "stated"),
        help=explained("basis", _("Leaves out actors that only the report as a whole accuses.")),
        on_change=session.reader(
            "w_basis", lambda v: session.change(actor_basis="stated" if v else "any")
        ),
    )


def _dates() -> None:
    spec = session.spec()
    left, right = st.columns(2, gap="small")
    for column, field, label in (
        (left, "date_from", p_("date", "From")),
        (right, "date_to", _("To, inclusive")),
    ):
        key = f"w_{field}"
        with column:
            st.date_input(
                plain(label),
                key=session.seed(key, getattr(spec, field)),
                min_value=_FIRST_DAY,
                max_value=_LAST_DAY,
                format="YYYY-MM-DD",
                on_change=session.reader(key, _date_writer(field)),
            )
    st.segmented_control(
        _("Date mode"),
        list(_WITHIN),
        key=session.seed("w_mode", spec.date_mode),
        format_func=lambda mode: plain(_(_WITHIN[mode])),
        label_visibility="collapsed",
        required=True,
        width="stretch",
        help=explained("within"),
        on_change=session.reader("w_mode", lambda v: session.change(date_mode=v or "possibly")),
    )


def _date_writer(field: str) -> Callable[[Any], None]:
    def write(value: dt.date | None) -> None:
        session.change(**{field: value})
        session.renew_brush()

    return write


def _choices(field: str, label: str, words: dict[Any, str]) -> None:
    key = f"w_{field}"
    st.selectbox(
        plain(label),
        list(words),
        key=session.seed(key, getattr(session.spec(), field)),
        format_func=lambda value: _(words[value]),
        on_change=session.reader(key, lambda v: session.change(**{field: v})),
    )


def _civilians() -> None:
    chosen = session.spec().civilian_targeting
    words = {value: word for word, value in _CIVILIANS.items()}
    st.selectbox(
        _("Civilians targeted"),
        list(_CIVILIANS),
        key=session.seed("w_civilians", words[chosen]),
        format_func=_,
        help=explained("civilians"),
        on_change=session.reader(
            "w_civilians", lambda v: session.change(civilian_targeting=_CIVILIANS[v])
        ),
    )
