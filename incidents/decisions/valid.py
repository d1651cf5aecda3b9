"""Whether a decision says what a record can hold: asked when it is made, and when it is read."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from incidents.decisions.actions import (
    Action,
    Add,
    Join,
    Note,
    PutPlace,
    SetActors,
    SetCount,
    SetDate,
    SetMeans,
    SetNumber,
    SetSetting,
    SetSources,
    SetType,
    Split,
    TakeApart,
)
from incidents.errors import DecisionError
from incidents.finders.events.lexicon import event_types
from incidents.records import EventType
from incidents.soundness import date_faults, place_faults
from incidents.tongue import N_, later, retold

LONGEST_NOTE = 20_000
"""Characters of a note or of a reason."""
LONGEST_WORD = 300
"""Characters of a name, a setting or a means."""
MOST_PEOPLE = 10_000_000
MOST_PARTS = 100
"""Parts of one incident, incidents of one event, actors or sources of one incident."""
FEWEST_PARTS = 2


def must_be_valid(action: Action) -> None:
    """Refuse a decision that no record can hold.

    Raises:
        DecisionError: saying what is wrong and what may stand there.
    """
    wrong = next(faults_of(action), None)
    if wrong:
        said = retold(wrong)
        raise DecisionError(f"{said[:1].upper()}{said[1:]}.")


def faults_of(action: Action) -> Iterator[str]:
    """Say what is wrong with a decision."""
    faults = _FAULTS.get(type(action))
    if faults is not None:
        yield from faults(action)


def _added_faults(action: Add) -> Iterator[str]:
    if not action.incident.evidence:
        yield N_("an added incident needs words of the report")
    yield from _type_faults(action.incident.event_type, action.incident.sub_event_type)


def _note_faults(action: Note) -> Iterator[str]:
    if not action.text.strip():
        yield N_("the note is empty")
    yield from _long(action.text, LONGEST_NOTE)


def _number_faults(action: SetNumber) -> Iterator[str]:
    if not 1 <= action.count <= MOST_PEOPLE:
        yield later("an incident counts one event at least, and {n} is none", n=action.count)


def _type_faults(kind: EventType, sub: str) -> Iterator[str]:
    known = event_types()
    if sub not in known:
        yield later("{type!r} is none of ACLED’s sub-event types", type=sub)
    elif known[sub] != kind:
        of_kind = ", ".join(one for one, its in known.items() if its == kind)
        yield later(
            "{type!r} is no kind of {kind!r}: those are {types}", type=sub, kind=kind, types=of_kind
        )


def _count_faults(action: SetCount) -> Iterator[str]:
    bounds = (action.low, action.best, action.high)
    given = [number for number in bounds if number is not None]
    if action.low is None and given:
        yield N_("a number of people needs its lower bound")
    if any(not 0 <= number <= MOST_PEOPLE for number in given):
        yield later("{n} is no number of people", n=max(given, key=abs))
    if given != sorted(given):
        said = ", ".join(map(str, given))
        yield later("lowest, best and highest must rise, and {numbers} do not", numbers=said)


def _parts_faults(parts: Any) -> Iterator[str]:
    yield from _number(len(parts), 0)
    for part in parts:
        if not part.name.strip():
            yield N_("one of them has no name")
        yield from _long(part.name, LONGEST_WORD)


def _split_faults(action: Split) -> Iterator[str]:
    yield from _number(len(action.parts), FEWEST_PARTS)
    for part in action.parts:
        for edit in part.edits:
            yield from faults_of(edit)


def _number(number: int, least: int) -> Iterator[str]:
    if not least <= number <= MOST_PARTS:
        yield later(
            "{n} were given, where {least} to {most} may be",
            n=number,
            least=least,
            most=MOST_PARTS,
        )


def _long(text: str, most: int) -> Iterator[str]:
    if len(text) > most:
        yield later(
            "{start!r} … is {n} characters long; {most} are the most",
            start=text[:30],
            n=len(text),
            most=most,
        )


_FAULTS: Mapping[type, Callable[[Any], Iterator[str]]] = {
    PutPlace: lambda one: place_faults(one.place),
    SetType: lambda one: _type_faults(one.event_type, one.sub_event_type),
    SetDate: lambda one: date_faults(one.date),
    SetCount: _count_faults,
    SetNumber: _number_faults,
    SetActors: lambda one: _parts_faults(one.actors),
    SetSources: lambda one: _parts_faults(one.sources),
    SetSetting: lambda one: _long(one.setting or "", LONGEST_WORD),
    SetMeans: lambda one: _long(one.means or "", LONGEST_WORD),
    Note: _note_faults,
    Add: _added_faults,
    Split: _split_faults,
    Join: lambda one: _number(len(one.others), 1),
    TakeApart: lambda one: _number(len(one.others), 1),
}
