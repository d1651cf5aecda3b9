"""Families of event words, and which of them may tell of one and the same event."""

from collections.abc import Collection, Mapping
from typing import Literal

from incidents.mentions import EventCue

Realm = Literal["violence", "crowd", "deal"]

OUTCOMES = frozenset({"kill", "death", "injure", "bodies"})
"""Say how something ended; whatever was done may end so."""
CROWD = frozenset({"protest", "unrest", "riot", "mob", "disperse", "force"})
DEALS = frozenset(
    {"agreement", "arrest", "change", "disrupt", "base", "transfer", "other", "release"}
)
"""ACLED's strategic developments, without looting, which goes along with raids."""
GENERIC = frozenset({"attack", "blast", "bomb", "loot", "abduct"}) | OUTCOMES
"""Say little by themselves of how it was done."""
REMOTE = frozenset({"air", "shell", "ied", "blast", "bomb", "suicide", "grenade", "chemical"})
GROUND = frozenset(
    {"clash", "ambush", "neutralise", "capture", "regain", "attack", "abduct", "sexual"}
)
TAKEOVERS: tuple[set[str], ...] = (
    {"capture", "transfer"},
    {"regain", "transfer"},
    {"change", "transfer"},
    {"protest", "arrest"},
    {"clash", "protest"},
    {"abduct", "release"},
)
"""Pairs that are often two words for one event though they are of two realms."""
IN_ITS_COURSE: Mapping[str, frozenset[str]] = {
    "release": frozenset({"abduct", "arrest", "clash", "neutralise", "ambush", "attack", "loot"}),
    "arrest": CROWD,
    "transfer": frozenset({"capture", "regain"}),
}
"""Developments that end what another event began: its captives freed, its ground given up."""
COMPANIONS = frozenset({"loot", "abduct", "arrest"}) | OUTCOMES
"""Done along with an attack, in its course."""
ARMED = frozenset(
    {"state forces", "rebel group", "political militia", "identity militia", "external forces"}
)
STATE = frozenset({"state forces", "external forces"})


def realm(frame: str) -> Realm:
    """Tell the realm of a family: violence, crowds, or strategic developments."""
    if frame in CROWD:
        return "crowd"
    return "deal" if frame in DEALS else "violence"


def agree(first: str, second: str) -> bool:
    """Tell whether two families can be words for one event, whoever did it."""
    if first == second or first in OUTCOMES or second in OUTCOMES:
        return True
    if (
        {first, second} in TAKEOVERS
        or {first, second} <= CROWD
        or {first, second} <= (GROUND | COMPANIONS)
    ):
        return True
    if "attack" in {first, second} and {first, second} <= (REMOTE | GROUND | COMPANIONS | {"mob"}):
        return True
    if "chemical" in {first, second} and {first, second} <= REMOTE:
        return True  # rockets and barrels carry it
    return {first, second} <= (REMOTE | {"loot"}) and not {first, second}.isdisjoint(GENERIC)


def ends(frame: str, frames: Collection[str]) -> bool:
    """Tell whether a development may be the end of an event: "At least 20 were detained"."""
    return frame in frames or not IN_ITS_COURSE.get(frame, frozenset()).isdisjoint(frames)


def is_outcome(cue: EventCue) -> bool:
    """Tell whether a cue says only how an event ended: "ten were killed"."""
    return cue.frame in OUTCOMES
