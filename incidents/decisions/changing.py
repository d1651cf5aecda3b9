"""How each decision changes an incident."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from incidents.decisions.actions import (
    EDITS,
    Decision,
    PutPlace,
    SetActors,
    SetCivilians,
    SetCount,
    SetDate,
    SetMeans,
    SetNumber,
    SetSetting,
    SetSources,
    SetStatus,
    SetType,
)
from incidents.quotes import Quote, locate
from incidents.records import Actor, Count, Incident, Source, Span

P = TypeVar("P", Actor, Source)
NO_WORDS = Span(0, 0)
"""Of a figure that no words of its report say: an analyst does, or another report."""


def changed(incident: Incident, decisions: Iterable[Decision], text: str) -> Incident:
    """Put decisions in force on an incident, those for it alone over those for its words.

    Args:
        incident: as it was read.
        decisions: about it, the earliest first.
        text: its report's.
    """
    # Stable: what holds for this one alone comes last, and so it stays.
    for one in sorted(decisions, key=lambda one: one.anchor.evidence is not None):
        incident = edited(incident, one.action, text)
    return incident


def edited(incident: Incident, action: object, text: str) -> Incident:
    """Put one action in force; one that sets no field leaves the incident as it is."""
    change = _CHANGES.get(type(action))
    return change(incident, action, text) if change else incident


def is_edit(one: Decision) -> bool:
    """Tell whether a decision sets a field."""
    return isinstance(one.action, EDITS)


def _put_place(incident: Incident, action: PutPlace, text: str) -> Incident:
    """Move an incident; the candidates stay those of the report, and unmarked words do."""
    was = incident.place
    place = msgspec.structs.replace(
        action.place, text=was.text, span=was.span, basis=was.basis, candidates=was.candidates
    )
    if span := _found(action.words or None, text):
        place = msgspec.structs.replace(place, text=span.of(text), span=span, basis="stated")
    return msgspec.structs.replace(incident, place=place)


def _set_type(incident: Incident, action: SetType, text: str) -> Incident:
    made = msgspec.structs.replace(
        incident, event_type=action.event_type, sub_event_type=action.sub_event_type
    )
    return _marked(made, "event_type", action.words, text)


def _set_date(incident: Incident, action: SetDate, text: str) -> Incident:
    date, span = action.date, _found(action.words, text)
    if date is not None:
        words = span.of(text) if span else None
        date = msgspec.structs.replace(date, span=span, text=words)
    return msgspec.structs.replace(incident, date=date)


def _set_count(incident: Incident, action: SetCount, text: str) -> Incident:
    casualties = {key: one for key, one in incident.casualties.items() if key != action.key}
    if action.low is not None:
        span = _found(action.words, text) or NO_WORDS
        casualties[action.key] = Count(
            low=action.low, best=action.best, high=action.high, text=span.of(text), span=span
        )
    return msgspec.structs.replace(incident, casualties=casualties)


def _set_actors(incident: Incident, action: SetActors, text: str) -> Incident:
    actors = [_said(one, text) for one in action.actors]
    return msgspec.structs.replace(incident, actors=tuple(_last(actors, action.words, text)))


def _set_sources(incident: Incident, action: SetSources, text: str) -> Incident:
    sources = [_said(one, text) for one in action.sources]
    return msgspec.structs.replace(incident, sources=tuple(_last(sources, action.words, text)))


def _said(part: P, text: str) -> P:
    """Leave out a span that has not the part's words in this text."""
    span = part.span
    if span is None or (span.end <= len(text) and span.of(text) == part.text):
        return part
    return msgspec.structs.replace(part, span=None, text=None)


def _last(parts: list[P], words: Quote | None, text: str) -> list[P]:
    span = _found(words, text)
    if span is None or not parts or parts[-1].span is not None:
        return parts
    made = parts[:-1]
    made.append(msgspec.structs.replace(parts[-1], span=span, text=span.of(text)))
    return made


def _set_status(incident: Incident, action: SetStatus, text: str) -> Incident:
    made = msgspec.structs.replace(incident, status=action.status)
    return _marked(made, "status", action.words, text)


def _set_setting(incident: Incident, action: SetSetting, text: str) -> Incident:
    made = msgspec.structs.replace(incident, setting=action.setting or None)
    return _marked(made, "setting", action.words, text)


def _set_means(incident: Incident, action: SetMeans, text: str) -> Incident:
    made = msgspec.structs.replace(incident, means=action.means or None)
    return _marked(made, "means", action.words, text)


def _set_civilians(incident: Incident, action: SetCivilians, text: str) -> Incident:
    made = msgspec.structs.replace(incident, civilian_targeting=action.civilian_targeting)
    return _marked(made, "civilian_targeting", action.words, text)


def _set_number(incident: Incident, action: SetNumber, text: str) -> Incident:
    made = msgspec.structs.replace(incident, count=action.count)
    return _marked(made, "count", action.words, text)


def _marked(incident: Incident, field: str, words: Quote | None, text: str) -> Incident:
    """Say where a field was read from; where nobody marked words, the earlier ones stay."""
    span = _found(words, text)
    if span is None:
        return incident
    return msgspec.structs.replace(incident, spans={**incident.spans, field: span})


def _found(words: Quote | None, text: str) -> Span | None:
    return locate(words, text) if words else None


_CHANGES: Mapping[type, Callable[[Incident, Any, str], Incident]] = {
    PutPlace: _put_place,
    SetType: _set_type,
    SetDate: _set_date,
    SetCount: _set_count,
    SetActors: _set_actors,
    SetSources: _set_sources,
    SetStatus: _set_status,
    SetSetting: _set_setting,
    SetMeans: _set_means,
    SetCivilians: _set_civilians,
    SetNumber: _set_number,
}
