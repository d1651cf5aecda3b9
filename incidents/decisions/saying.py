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
from incidents.terms import said
from incidents.tongue import N_, _, n_
from incidents.wording import COUNT_WORDS, say_actor, say_date, say_place, say_toll


def say_action(action: Action) -> str:
    """Return "Toll set: at least 13 killed"."""
    return _WORDS[type(action)](action)


def _say_count(action: SetCount) -> str:
    if action.low is None:
        return _("Toll set: {what}, unknown", what=_(COUNT_WORDS[action.key]))
    return _("Toll set: {toll}", toll=say_toll(action.key, action.low, action.high))


def _listed(names: list[str]) -> str:
    return "; ".join(names) or _("none")


def _yes(truth: bool) -> str:  # noqa: FBT001  what a field holds
    return _("yes") if truth else _("no")


_WORDS: Mapping[type, Callable[[Any], str]] = {
    PutPlace: lambda one: _("Place: {place}", place=say_place(one.place)),
    AcceptToll: lambda one: n_(
        "Accepted toll: {n} killed", "Accepted toll: {n} killed", one.killed
    ),
    TakeBack: lambda _one: _("Taken back"),
    Accept: lambda _one: _("Accepted"),
    Reject: lambda _one: _("Rejected: no incident"),
    SetType: lambda one: _("Type: {type}", type=said(one.sub_event_type)),
    SetDate: lambda one: _("Date: {date}", date=say_date(one.date)),
    SetCount: _say_count,
    SetActors: lambda one: _("Actors: {names}", names=_listed([say_actor(a) for a in one.actors])),
    SetSources: lambda one: _("Sources: {names}", names=_listed([s.name for s in one.sources])),
    SetStatus: lambda one: _("Status: {status}", status=said(one.status)),
    SetSetting: lambda one: _("Setting: {setting}", setting=said(one.setting or N_("none"))),
    SetMeans: lambda one: _("Means: {means}", means=said(one.means or N_("none"))),
    SetCivilians: lambda one: _("Civilians targeted: {yes}", yes=_yes(one.civilian_targeting)),
    SetNumber: lambda one: _("Number of events: {n}", n=one.count),
    SetWhole: lambda one: _("Part of another") if one.whole else _("Part of no other"),
    Add: lambda one: _("Added: {what}", what=said(one.incident.sub_event_type)),
    Split: lambda one: _("Split into {n}", n=len(one.parts)),
    Join: lambda one: n_(
        "Joined with {n} more, as one event",
        "Joined with {n} more, as one event",
        len(one.others),
    ),
    TakeApart: lambda one: _("Taken apart from {n}: not the same event", n=len(one.others)),
    Note: lambda one: _("Note: {text}", text=one.text),
}
