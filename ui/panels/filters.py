"""The sidebar's filters. Each option says how many incidents the other filters leave it."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import streamlit as st

from incidents.filters import ACTOR_ROLES, EVENT_TYPES, FilterSpec
from incidents.select import Facet, facet_counts
from incidents.wording import PRECISION_WORDS, country_name
from ui import session
from ui.data import Dataset
from ui.markup import plain

_FIRST_DAY, _LAST_DAY = dt.date(1900, 1, 1), dt.date(2100, 12, 31)
_CASUALTIES = {
    "any": "any",
    "killed": "somebody killed",
    "injured": "somebody injured",
    "unknown": "killed: unknown",
}
# A select box takes None for "nothing chosen", so the third state has a word of its own.
_CIVILIANS = {"any": None, "yes": True, "no": False}


def show(data: Dataset) -> None:
    """Draw all filters into the sidebar."""
    with st.sidebar:
        _in_force(data)
        st.text_input(
            "Find words",
            key=session.seed("w_text", session.spec().text),
            placeholder="in quotes, places, actors …",
            on_change=session.reader("w_text", lambda v: session.change(text=v)),
        )
        _facet(data, "actors", "Actor")
        _actor_detail()
        _dates()
        _facet(data, "event_types", "Event type", always=EVENT_TYPES)
        _facet(data, "sources", "Source")
        _facet(data, "regions", "Region", show=_region)
        with st.expander("More filters", expanded=_more_in_force(session.spec())):
            _facet(data, "sub_event_types", "Sub-event type")
            _choices("casualties", "Casualties", _CASUALTIES)
            _civilians()
            _facet(data, "precisions", "Precision of the place", show=_precision)
            _facet(data, "statuses", "Status")
            _facet(data, "reports", "Report", show=lambda r: _report_name(data, r))
            st.checkbox(
                "Strategic developments too",
                key=session.seed("w_strategic", session.spec().strategic),
                help="Agreements, arrests, looting, moves: ACLED counts them apart from violence.",
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
    )


def _facet(
    data: Dataset,
    facet: Facet,
    label: str,
    *,
    show: Callable[[Any], str] = str,
    always: tuple[Any, ...] = (),
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
        placeholder="any",
        on_change=session.reader(key, lambda v: session.change(**{facet: tuple(v)})),
    )


def _actor_detail() -> None:
    spec = session.spec()
    st.multiselect(
        "… in the role of",
        ACTOR_ROLES,
        key=session.seed("w_roles", list(spec.actor_roles)),
        placeholder="any role",
        on_change=session.reader("w_roles", lambda v: session.change(actor_roles=tuple(v))),
    )
    st.checkbox(
        "only where the sentence itself says so",
        key=session.seed("w_basis", spec.actor_basis == "stated"),
        help="Leaves out actors that only the report as a whole accuses.",
        on_change=session.reader(
            "w_basis", lambda v: session.change(actor_basis="stated" if v else "any")
        ),
    )


def _dates() -> None:
    spec = session.spec()
    left, right = st.columns(2, gap="small")
    for column, field, label in ((left, "date_from", "From"), (right, "date_to", "To, inclusive")):
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
        "Date mode",
        ["possibly", "certainly"],
        key=session.seed("w_mode", spec.date_mode),
        format_func=lambda mode: f"{plain(mode)} within",
        label_visibility="collapsed",
        required=True,
        width="stretch",
        help="Possibly: some day of the interval lies inside. Certainly: all of it does.",
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
        format_func=lambda value: words[value],
        on_change=session.reader(key, lambda v: session.change(**{field: v})),
    )


def _civilians() -> None:
    chosen = session.spec().civilian_targeting
    words = {value: word for word, value in _CIVILIANS.items()}
    st.selectbox(
        "Civilians targeted",
        list(_CIVILIANS),
        key=session.seed("w_civilians", words[chosen]),
        on_change=session.reader(
            "w_civilians", lambda v: session.change(civilian_targeting=_CIVILIANS[v])
        ),
    )


def _in_force(data: Dataset) -> None:
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
                on_click=_put,
                args=(cleared,),
                help="Clear this filter",
            )
        st.button(
            "Clear all", key="clear_all", type="tertiary", on_click=_put, args=(FilterSpec(),)
        )


def active(spec: FilterSpec, data: Dataset) -> list[tuple[str, FilterSpec]]:
    """Return each filter in force in a word or two, with the filters that stay without it."""
    default = FilterSpec()
    found = []
    if spec.date_from or spec.date_to:
        dates = f"{spec.date_from or '…'} to {spec.date_to or '…'}"
        found.append((dates, spec.replace(date_from=None, date_to=None)))
    for field in FilterSpec.__struct_fields__:
        value = getattr(spec, field)
        if value != getattr(default, field) and not field.startswith("date_"):
            if field == "reports":
                value = tuple(_report_name(data, r) for r in value)
            elif field == "regions":
                value = tuple(_region(r) for r in value)
            found.append((_chip(field, value), spec.replace(**{field: getattr(default, field)})))
    return found


def _chip(field: str, value: object) -> str:
    name = _CHIP_NAMES.get(field, field.replace("_", " "))
    if isinstance(value, tuple):
        shown = str(value[0]) if len(value) == 1 else str(len(value))
    elif isinstance(value, bool):
        shown = "yes" if value else "no"
    else:
        shown = str(value)
    return f"{name}: {shown}"[:40]


_CHIP_NAMES = {
    "actors": "actor",
    "actor_roles": "role",
    "actor_basis": "actor",
    "event_types": "type",
    "sub_event_types": "sub-type",
    "civilian_targeting": "civilians",
}


def _put(spec: FilterSpec) -> None:
    session.set_spec(spec)
    session.renew_brush()


def _region(value: str) -> str:
    country, _, region = value.partition("/")
    return f"{country_name(country)}: {region}" if region else country_name(country)


def _precision(value: int) -> str:
    return f"{value} {PRECISION_WORDS[value]}"


def _report_name(data: Dataset, report_id: str) -> str:
    report = data.reports.get(report_id)
    return report.name if report else report_id
