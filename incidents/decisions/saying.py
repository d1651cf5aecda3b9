"""A decision in words, the same in an incident's history and in the list of what is set aside."""

from collections.abc import Callable, Mapping
from typing import Any

from incidents.decisions.actions import (
    Accept,
    AcceptToll,
    Action,
    Add,
    Join,
    Note,
    PutPlace,
    Reject,
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
    SetWhole,
    Split,
    TakeApart,
    TakeBack,
)
from incidents.decisions.changing import NO_WORDS
from incidents.records import Count
from incidents.wording import COUNT_WORDS, say_actor, say_count, say_date, say_place


def say_action(action: Action) -> str:
    """Return "Toll set: at least 13 killed"."""
    return _WORDS[type(action)](action)


def _say_count(action: SetCount) -> str:
    if action.low is None:
        return f"Toll set: {COUNT_WORDS[action.key]}, unknown"
    count = Count(low=action.low, best=action.best, high=action.high, text="", span=NO_WORDS)
    return f"Toll set: {say_count(count)} {COUNT_WORDS[action.key]}"


def _listed(names: list[str]) -> str:
    return "; ".join(names) or "none"


_WORDS: Mapping[type, Callable[[Any], str]] = {
    PutPlace: lambda one: f"Place: {say_place(one.place)}",
    AcceptToll: lambda one: f"Accepted toll: {one.killed:,} killed",
    TakeBack: lambda _: "Taken back",
    Accept: lambda _: "Accepted",
    Reject: lambda _: "Rejected: no incident",
    SetType: lambda one: f"Type: {one.sub_event_type}",
    SetDate: lambda one: f"Date: {say_date(one.date)}",
    SetCount: _say_count,
    SetActors: lambda one: f"Actors: {_listed([say_actor(actor) for actor in one.actors])}",
    SetSources: lambda one: f"Sources: {_listed([source.name for source in one.sources])}",
    SetStatus: lambda one: f"Status: {one.status}",
    SetSetting: lambda one: f"Setting: {one.setting or 'none'}",
    SetMeans: lambda one: f"Means: {one.means or 'none'}",
    SetCivilians: lambda one: f"Civilians targeted: {'yes' if one.civilian_targeting else 'no'}",
    SetNumber: lambda one: f"Number of events: {one.count}",
    SetWhole: lambda one: "Part of another" if one.whole else "Part of no other",
    Add: lambda one: f"Added: {one.incident.sub_event_type}",
    Split: lambda one: f"Split into {len(one.parts)}",
    Join: lambda one: f"Joined with {len(one.others)} more, as one event",
    TakeApart: lambda one: f"Taken apart from {len(one.others)}: not the same event",
    Note: lambda one: f"Note: {one.text}",
}
