"""The words that fields of an incident are chosen from, where the analyst doesn't type others."""

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from incidents.actors import classes, groups, of_class, of_group
from incidents.finders.events.lexicon import event_types
from incidents.records import Actor, ActorBasis, ActorRole, EventType
from incidents.rules import load_rules


def types() -> Mapping[str, EventType]:
    """Map each of ACLED's sub-event types to its event type, as ACLED orders them."""
    return event_types()


@cache
def settings() -> tuple[str, ...]:
    """Return what may have been hit, by name."""
    return _names("settings", "setting")


@cache
def means() -> tuple[str, ...]:
    """Return what it may have been done with, by name."""
    named = {*_names("means", "means"), "airstrike", "artillery", "grenade", "IED", "landmine"}
    return tuple(sorted(named, key=str.casefold))


def _names(file: str, table: str) -> tuple[str, ...]:
    return tuple(sorted({row["name"] for row in load_rules("en", file)[table]} - {""}))


def known_in(known: Sequence[str], words: str) -> str:
    """Return the longest known name that stands in some words, else the words themselves."""
    plain = " ".join(words.split())
    found = [name for name in known if name.casefold() in plain.casefold()]
    return max(found, key=len) if found else plain


@cache
def actor_names(country: str | None) -> tuple[str, ...]:
    """Return the names of the lexicon for a country: its forces and the groups that act there.

    Args:
        country: ISO 3166-1 alpha-2; None gives the groups of all countries.
    """
    here = [
        group.name
        for group in groups().values()
        if country is None or not group.countries or country in group.countries
    ]
    forces = [of_class(key, country).name for key, kind in classes().items() if _whole(kind.id)]
    return tuple(dict.fromkeys([*forces, *sorted(here, key=str.casefold)]))


def actor_named(
    name: str,
    country: str | None,
    role: ActorRole,
    basis: ActorBasis = "stated",
    known: Sequence[Actor] = (),
) -> Actor:
    """Return the actor of a name: one of the incident, of the lexicon, or one that is typed.

    Args:
        name: canonical, an alias, or anything.
        country: ISO 3166-1 alpha-2 in which it acts.
        role: what it took part as.
        basis: whether the words say so of this incident.
        known: the incident's own, whose ids and kinds stay.
    """
    plain = " ".join(name.split())
    same = next((one for one in known if one.name == plain), None)
    if same is not None:
        return msgspec.structs.replace(same, role=role, basis=basis)
    for key, kind in classes().items():
        if _whole(kind.id) and (named := of_class(key, country)).name == plain:
            return Actor(
                name=plain, actor_id=named.actor_id, kind=named.kind, role=role, basis=basis
            )
    found = _aliases().get(plain.casefold())
    if found is not None:
        group = of_group(found, country)
        return Actor(
            name=group.name, actor_id=group.actor_id, kind=group.kind, role=role, basis=basis
        )
    return Actor(
        name=plain,
        actor_id=f"typed:{plain.casefold()}",
        kind="unidentified",
        role=role,
        basis=basis,
    )


@cache
def _aliases() -> Mapping[str, str]:
    """Map names and aliases to groups; a name of two groups is neither's."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for key, group in groups().items():
        for alias in {group.name.casefold(), *(one.casefold() for one in group.aliases)}:
            if found.setdefault(alias, key) != key:
                twice.add(alias)
    names = {group.name.casefold(): key for key, group in groups().items()}
    return {alias: key for alias, key in found.items() if alias not in twice} | names


def _whole(pattern: str) -> bool:
    """Tell whether a class names somebody by its country alone, without a community's name."""
    return "{group}" not in pattern
