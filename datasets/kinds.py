"""Event types and kinds of actors as ACLED, UCDP and older files spell them."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, get_args

from incidents.records import ActorKind, EventType
from incidents.rules import load_data
from incidents.table import fold


class Kind(NamedTuple):
    """An event's type; its sub-type is "" where the file doesn't say it."""

    event_type: EventType
    sub_event_type: str


@cache
def _subs() -> Mapping[str, Kind]:
    """Map ACLED's twenty-five, folded, to themselves."""
    types = load_data("conventions/acled_types.toml")["type"]
    found = {fold(sub): Kind(one["name"], sub) for one in types for sub in one["sub_types"]}
    american = "excessive force against protestors"
    return found | {american: found["excessive force against protesters"]}


_TYPES: Mapping[str, EventType] = {fold(name): name for name in get_args(EventType)}
_OLD: Mapping[str, Kind] = {
    "battle-no change of territory": Kind("Battles", "Armed clash"),
    "battle-government regains territory": Kind("Battles", "Government regains territory"),
    "battle-non-state actor overtakes territory": Kind(
        "Battles", "Non-state actor overtakes territory"
    ),
    "remote violence": Kind("Explosions/Remote violence", ""),
    "strategic development": Kind("Strategic developments", ""),
    "headquarters or base established": Kind(
        "Strategic developments", "Headquarters or base established"
    ),
    "non-violent transfer of territory": Kind(
        "Strategic developments", "Non-violent transfer of territory"
    ),
}
"""ACLED's types before 2019."""
_BOTH = "riots/protests"
"""One type before 2019; who took part tells which it was."""
_BY_ACTOR: Mapping[str, EventType] = {"rioters": "Riots", "protesters": "Protests"}
_UCDP: Mapping[str, Kind] = {
    "1": Kind("Battles", ""),
    "2": Kind("Battles", ""),
    "3": Kind("Violence against civilians", ""),
}
"""State-based, non-state, one-sided."""
_INTER: Mapping[str, ActorKind] = {
    "1": "state forces", "2": "rebel group", "3": "political militia", "4": "identity militia",
    "5": "rioters", "6": "protesters", "7": "civilians", "8": "external forces",
    "state forces": "state forces", "rebel group": "rebel group", "rebel groups": "rebel group",
    "rebel forces": "rebel group", "political militia": "political militia",
    "political militias": "political militia", "identity militia": "identity militia",
    "identity militias": "identity militia", "rioters": "rioters", "protesters": "protesters",
    "civilians": "civilians", "external/other forces": "external forces",
    "external forces": "external forces", "other forces": "external forces",
}  # fmt: skip


def kind_of_event(event: str, sub: str, inter: str, form: str) -> Kind | None:
    """Return an event's type by the record's names; None where none is known.

    Args:
        event: the file's word or code.
        sub: its sub-type; "" where it has none.
        inter: kind of the first actor, for riots and protests that older files put together.
        form: whose codes they are.
    """
    if form == "ucdp":
        return _UCDP.get(event.strip().removesuffix(".0"))
    key, known = fold(event.strip()), _subs().get(fold(sub.strip()))
    if key == _BOTH:
        by_actor = _BY_ACTOR.get(kind_of_actor(inter) or "")
        return known or (Kind(by_actor, "") if by_actor else None)
    if key in _TYPES:
        fits = known is not None and known.event_type == _TYPES[key]
        return Kind(_TYPES[key], known.sub_event_type if known and fits else "")
    return _OLD.get(key) or _subs().get(key) or (known if not key else None)


def kind_of_actor(inter: str) -> ActorKind | None:
    """Return an actor's kind by ACLED's code, in numbers or words; None for 0 and unknown ones."""
    return _INTER.get(fold(inter.strip()).removesuffix(".0"))
