"""Marked words given to a field of the incident that is looked at, or made a new incident."""

from collections.abc import Callable, Mapping
from typing import cast

import streamlit as st

from geo.decisions import chosen
from geo.gazetteer.search import bearing
from geo.pipeline import engine_version
from incidents.decisions import (
    Edit,
    PutPlace,
    SetActors,
    SetCount,
    SetDate,
    SetMeans,
    SetSetting,
    SetSources,
)
from incidents.errors import DecisionError
from incidents.extract import Extraction
from incidents.marked import (
    actor_at,
    alone,
    count_at,
    date_at,
    date_before,
    missed,
    source_at,
)
from incidents.quotes import quote
from incidents.records import COUNT_KEYS, CountKey, Incident, Span
from incidents.report import Report
from incidents.vocabulary import known_in, means, settings
from ui import deciding, session
from ui.acting import acting
from ui.components.source_text import Given, given
from ui.data import pipeline
from ui.review import acts
from ui.review.desk import Desk, make_desk
from ui.review.text import COMPONENT
from ui.tongue import _


@acting
def take() -> None:
    """Take the words that were just given on the page."""
    told = given(COMPONENT)
    desk = make_desk()
    if told is None or desk.report is None or desk.report.id != told.report:
        return
    if not 0 <= told.span.start < told.span.end <= len(desk.report.text):
        return
    if told.field == "new":
        _add(desk, desk.report, told.span)
    elif told.on in desk.everything:
        _set(desk, desk.report, desk.everything[told.on], told)


def _set(desk: Desk, report: Report, one: Incident, told: Given) -> None:
    words = " ".join(told.span.of(report.text).split())
    edit = _edit(report, one, told, words)
    deciding.set_field(one, edit)
    session.select(one.id)
    if make_desk().data is not desk.data:
        acts.tell(_("Taken from the words: “{words}”.", words=words))


def _edit(report: Report, one: Incident, told: Given, words: str) -> Edit:
    if told.field in COUNT_KEYS:
        return _count(report, told)
    making = _MAKING.get(told.field)
    if making is None:
        raise DecisionError(_("No field of an incident is named {field}.", field=told.field))
    return making(report, one, told.span, words)


def _count(report: Report, told: Given) -> SetCount:
    found = count_at(_read(report), told.span)
    if found is None:
        raise DecisionError(_("The marked words hold no number. Mark the number itself."))
    low, best, high = found
    key = cast("CountKey", told.field)
    return SetCount(key=key, low=low, best=best, high=high, words=quote(report.text, told.span))


def _date(report: Report, _one: Incident, span: Span, _words: str) -> SetDate:
    found = date_at(_read(report), span)
    if found is None:
        raise DecisionError(
            _("The marked words say no date that can be read. Type it: press E for the fields.")
        )
    return SetDate(date=found, words=quote(report.text, span))


def _place(report: Report, one: Incident, span: Span, words: str) -> PutPlace:
    gazetteer = pipeline().gazetteer
    found = bearing(gazetteer, words, _countries(report, one))
    if not found:
        raise DecisionError(
            _(
                "No place there bears the name “{words}”. Mark its name alone, or press E and "
                "correct the place.",
                words=words,
            )
        )
    if len(found) > 1:
        raise DecisionError(
            _(
                "{n} places bear the name “{words}”. Press E and choose one of them.",
                n=len(found),
                words=words,
            )
        )
    place = chosen(one.place, found[0].place_id, gazetteer)
    return PutPlace(place=place, words=quote(report.text, span))


def _countries(report: Report, one: Incident) -> set[str]:
    """Return where a place of the incident lies: in its country, else in one of its report's."""
    if one.place.country:
        return {one.place.country}
    told = make_desk().told(report.id)
    return {other.place.country for other in told if other.place.country}


def _actor(report: Report, one: Incident, span: Span, words: str) -> SetActors:
    found = actor_at(_read(report), span)
    if found is None:
        raise DecisionError(
            _("Nobody known is named “{words}”. Press E and type who it was.", words=words)
        )
    others = [actor for actor in one.actors if actor.actor_id != found.actor_id]
    return SetActors(actors=(*others, found), words=quote(report.text, span))


def _source(report: Report, one: Incident, span: Span, _words: str) -> SetSources:
    found = source_at(_read(report), span)
    others = [source for source in one.sources if source.name != found.name]
    return SetSources(sources=(*others, found), words=quote(report.text, span))


def _means(report: Report, _one: Incident, span: Span, words: str) -> SetMeans:
    return SetMeans(means=known_in(means(), words), words=quote(report.text, span))


def _setting(report: Report, _one: Incident, span: Span, words: str) -> SetSetting:
    return SetSetting(setting=known_in(settings(), words), words=quote(report.text, span))


_MAKING: Mapping[str, Callable[[Report, Incident, Span, str], Edit]] = {
    "date": _date,
    "place": _place,
    "actor": _actor,
    "source": _source,
    "means": _means,
    "setting": _setting,
}


def _add(desk: Desk, report: Report, span: Span) -> None:
    read = pipeline().extract(alone(report, span), general=True).incidents
    made = missed(report, span, read, date_before(_read(report), span))
    fields = {name: getattr(made, name) for name in _KEPT}
    deciding.add(report.id, [span], (made.event_type, made.sub_event_type), **fields)
    added = [one for one in make_desk().told(report.id) if one.id not in desk.everything]
    if added:
        session.select(added[0].id)
        acts.open_fields(added[0].id)
        acts.tell(_("Added. Put its fields right below; E closes them."))


_KEPT = (
    "count", "date", "place", "actors", "casualties", "civilian_targeting", "means", "setting",
    "sources", "status", "spans",
)  # fmt: skip
"""Fields that an added incident takes from what was read of its words."""


def _read(report: Report) -> Extraction:
    return _extraction((engine_version(), report.id, report.published, report.language), report)


@st.cache_resource(show_spinner=False, max_entries=4)
def _extraction(read_as: tuple[str | None, ...], _report: Report) -> Extraction:
    del read_as  # only there so that a report that is read otherwise is read anew
    return pipeline().extract(_report)
