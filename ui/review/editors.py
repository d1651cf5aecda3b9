"""The fields of the incident that is looked at: each is kept as soon as it is changed."""

from typing import get_args

import streamlit as st

from incidents.dating import read_edtf, to_edtf
from incidents.decisions import (
    SetCivilians,
    SetDate,
    SetMeans,
    SetNumber,
    SetSetting,
    SetSources,
    SetStatus,
    SetType,
)
from incidents.errors import DateError, DecisionError
from incidents.records import Incident, Source, Status
from incidents.terms import said
from incidents.vocabulary import means, settings, types
from incidents.wording import say_date, title
from ui import deciding, session
from ui.acting import acting
from ui.markup import plain
from ui.panels import placing
from ui.review import actors, counts
from ui.review.desk import Desk
from ui.tongue import _

STATUSES: tuple[Status, ...] = get_args(Status)
NONE = ""


def show(desk: Desk, one: Incident) -> None:
    """Draw the fields, the first of them the one that the key E goes to."""
    with st.container(key="review_fields"):
        _type(one)
        _when(one)
        placing.show(desk.data, one, on_map=False)
        counts.show(one)
        actors.show(desk, one)
        _says(desk, one)
        _how(one)
        _part(desk, one)


def _type(one: Incident) -> None:
    kinds = types()
    kind, number = st.columns([4, 1])
    with kind:
        st.selectbox(
            _("What was done"),
            list(kinds),
            key=session.seed("review_type", one.sub_event_type),
            format_func=lambda sub: f"{said(sub)} ({said(kinds[sub])})",
            on_change=_set_type,
            args=(one,),
        )
    with number:
        st.number_input(
            _("Events"),
            min_value=1,
            key=session.seed("review_count", one.count),
            on_change=_set_number,
            args=(one,),
        )


def _set_type(one: Incident) -> None:
    sub = st.session_state["review_type"]
    deciding.set_field(one, SetType(event_type=types()[sub], sub_event_type=sub))


def _set_number(one: Incident) -> None:
    deciding.set_field(one, SetNumber(count=int(st.session_state["review_count"])))


def _when(one: Incident) -> None:
    date = one.date
    typed, first, last = st.columns([2, 2, 2])
    with typed:
        st.text_input(
            _("When (EDTF)"),
            key=session.seed("review_edtf", date.edtf if date else ""),
            placeholder="2024-03-28",
            help=plain(
                _(
                    "A day, month, year or interval: 2024-03-28, 2024-03, 2024-03-01/2024-03-15; "
                    "2024-03~ for about March; empty where nothing can be said."
                )
            ),
            on_change=_set_edtf,
            args=(one,),
        )
    for column, key, label, day in (
        (first, "review_from", _("First day"), date.earliest if date else None),
        (last, "review_to", _("Last day"), date.latest if date else None),
    ):
        with column:
            st.date_input(
                plain(label),
                key=session.seed(key, day),
                min_value="1900-01-01",
                on_change=_set_days,
                args=(one, key),
            )
    if date:
        st.html(f'<div class="cm-note">{say_date(date)}</div>')


@acting
def _set_edtf(one: Incident) -> None:
    words = st.session_state["review_edtf"].strip()
    try:
        date = read_edtf(words) if words else None
    except DateError as error:
        raise DecisionError(str(error)) from error
    deciding.set_field(one, SetDate(date=date))


@acting
def _set_days(one: Incident, changed: str) -> None:
    first, last = st.session_state["review_from"], st.session_state["review_to"]
    if first is None and last is None:
        deciding.set_field(one, SetDate(date=None))
        return
    first, last = first or last, last or first
    if first > last:
        # The day that was just chosen stands; the other one follows it.
        first, last = (first, first) if changed == "review_from" else (last, last)
    deciding.set_field(one, SetDate(date=read_edtf(to_edtf(first, last))))


def _says(desk: Desk, one: Incident) -> None:
    named = [source.name for source in one.sources]
    told = {s.name for i in desk.told(one.report_id) for s in i.sources}
    who, how = st.columns([3, 2])
    with who:
        st.multiselect(
            _("Who says so"),
            sorted({*named, *told}),
            key=session.seed("review_sources", named),
            accept_new_options=True,
            placeholder=_("nobody named"),
            on_change=_set_sources,
            args=(desk, one),
        )
    with how:
        st.selectbox(
            _("How they put it"),
            STATUSES,
            key=session.seed("review_status", one.status),
            format_func=said,
            on_change=_set_status,
            args=(one,),
        )


def _set_sources(desk: Desk, one: Incident) -> None:
    known = {s.name: s for i in desk.told(one.report_id) for s in i.sources}
    known |= {source.name: source for source in one.sources}
    chosen = [
        known.get(name) or Source(name=" ".join(name.split()), kind="other")
        for name in st.session_state["review_sources"]
        if name.strip()
    ]
    deciding.set_field(one, SetSources(sources=tuple(chosen)))


def _set_status(one: Incident) -> None:
    deciding.set_field(one, SetStatus(status=st.session_state["review_status"]))


def _how(one: Incident) -> None:
    target, tool, civilians = st.columns([2, 2, 2], vertical_alignment="bottom")
    with target:
        _choice(one, "setting", _("What was hit"), settings(), one.setting)
    with tool:
        _choice(one, "means", _("Means"), means(), one.means)
    with civilians:
        st.checkbox(
            _("civilians targeted"),
            key=session.seed("review_civilians", one.civilian_targeting),
            on_change=_set_civilians,
            args=(one,),
        )


def _choice(one: Incident, field: str, label: str, known: tuple[str, ...], now: str | None) -> None:
    st.selectbox(
        plain(label),
        list(dict.fromkeys([*([now] if now else []), *known])),
        index=None,
        key=session.seed(f"review_{field}", now),
        format_func=said,
        accept_new_options=True,
        placeholder=_("not said"),
        on_change=_set_choice,
        args=(one, field),
    )


def _set_choice(one: Incident, field: str) -> None:
    value = " ".join((st.session_state[f"review_{field}"] or "").split()) or None
    edit = SetSetting(setting=value) if field == "setting" else SetMeans(means=value)
    deciding.set_field(one, edit)


def _set_civilians(one: Incident) -> None:
    deciding.set_field(one, SetCivilians(civilian_targeting=st.session_state["review_civilians"]))


def _part(desk: Desk, one: Incident) -> None:
    wholes = {i.id: i for i in desk.told(one.report_id) if i.id != one.id and not i.part_of}
    st.selectbox(
        _("Part of (its dead are counted there)"),
        [NONE, *wholes],
        key=session.seed("review_part", one.part_of if one.part_of in wholes else NONE),
        format_func=lambda i: (
            f"{desk.labels.get(i, '')} · {title(wholes[i])}" if i in wholes else _("none")
        ),
        on_change=_set_part,
        args=(desk, one),
    )


def _set_part(desk: Desk, one: Incident) -> None:
    deciding.set_whole(one, desk.everything.get(st.session_state["review_part"]))
