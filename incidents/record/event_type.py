"""ACLED's type of an incident, from the families of its words and from who did it to whom.

The order of the tests is that of ACLED's codebook (2023): what is most specific or gravest
decides, and an attack on armed people is a clash.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from incidents.events.families import ARMED, CROWD, DEALS, OUTCOMES, REMOTE, STATE
from incidents.finders.events.lexicon import event_types, frame_types
from incidents.records import Actor

FOUND = frozenset({"bodies"})
"""Words for the dead that are found in a grave: nobody says that they were killed there."""
FOUGHT = frozenset({"clash", "ambush", "neutralise"})
"""Families of words for fighting: what was taken so was not handed over."""
LAWLESS = frozenset({"political militia", "identity militia", "unidentified"})
"""Armed people who hold no territory in which they could arrest anybody."""
UNDER_FIRE = frozenset({"target", "victim", "opponent"})
REMOTE_ORDER = ("suicide", "chemical", "air", "ied", "shell", "grenade", "bomb", "blast")
"""Remote violence, the most telling words first."""


@dataclass(frozen=True, slots=True)
class Parties:
    """Who was on which side, as far as the words say."""

    actors: Sequence[Actor]
    fighters_hit: bool = False
    """Whether soldiers or fighters are counted among the casualties, or a military site was hit."""
    civilians_hit: bool = False
    """Whether civilians are counted among the casualties, or a civilian site was hit."""

    def by_state(self) -> bool:
        """Tell whether the perpetrator is a state's force."""
        return any(a.role == "perpetrator" and a.kind in STATE for a in self.actors)

    def on_armed(self) -> bool:
        """Tell whether those attacked are armed people."""
        hit = any(a.role in UNDER_FIRE and a.kind in ARMED for a in self.actors)
        return self.fighters_hit or hit

    def on_civilians(self) -> bool:
        """Tell whether those attacked are civilians."""
        hit = any(a.role in UNDER_FIRE and a.kind == "civilians" for a in self.actors)
        return self.civilians_hit or hit


def settle(frames: Collection[str], main: str, parties: Parties) -> str:
    """Choose the sub-event type.

    Args:
        frames: families of all cues of the incident.
        main: family of the cue that says most.
        parties: who was on which side.
    """
    known = set(frames)
    plain = known - OUTCOMES
    if plain & CROWD and not plain & {"suicide", "chemical", "air", "ied", "shell", "capture"}:
        return _crowd(known, parties)
    if main in DEALS and not known & (OUTCOMES - FOUND if main == "other" else OUTCOMES):
        return frame_types()[_deal(plain, main, parties)][1]
    if plain & {"regain", "capture"} and (main in {"regain", "capture"} or not plain & REMOTE):
        return _ground(plain, parties)
    if remote := next((frame for frame in REMOTE_ORDER if frame in plain), None):
        if plain & FOUGHT and main not in REMOTE_ORDER:
            return "Armed clash"
        return _remote(remote, parties)
    return _on_the_ground(known, main, parties)


def _deal(plain: set[str], main: str, parties: Parties) -> str:
    if "transfer" in plain:
        return "transfer"
    arms_of_arrested = main == "disrupt" and "arrest" in plain
    deal = "arrest" if arms_of_arrested else main
    return "abduct" if deal == "arrest" and _by_the_lawless(parties) else deal


def _by_the_lawless(parties: Parties) -> bool:
    """Tell whether armed people did it who govern nowhere: whom they "arrest" they abduct."""
    doers = {a.kind for a in parties.actors if a.role == "perpetrator"}
    return bool(doers) and doers <= LAWLESS


def _crowd(known: set[str], parties: Parties) -> str:
    if "mob" in known:
        return "Mob violence"
    if known & {"unrest", "riot", "clash"}:
        return "Violent demonstration"
    if "force" in known or (known & {"kill", "attack"} and parties.by_state()):
        return "Excessive force against protesters"
    if known & {"disperse", "arrest"} or ("injure" in known and parties.by_state()):
        return "Protest with intervention"
    return "Peaceful protest"


def _ground(plain: set[str], parties: Parties) -> str:
    if "transfer" in plain and not plain & FOUGHT:
        return "Non-violent transfer of territory"
    by_state = parties.by_state() or "regain" in plain
    by_state = by_state and (not _by_rebels(parties) or _from_rebels(parties))
    return "Government regains territory" if by_state else "Non-state actor overtakes territory"


def _by_rebels(parties: Parties) -> bool:
    return any(a.role == "perpetrator" and a.kind not in STATE for a in parties.actors)


def _from_rebels(parties: Parties) -> bool:
    """Tell whether a state's force took it, with allies, from a group of no state."""
    hit = any(a.role in UNDER_FIRE and a.kind in ARMED - STATE for a in parties.actors)
    return hit and parties.by_state()


def _remote(frame: str, parties: Parties) -> str:
    if frame == "bomb" and parties.by_state():
        return "Air/drone strike"
    return frame_types()[frame][1]


def _on_the_ground(known: set[str], main: str, parties: Parties) -> str:
    plain = known - OUTCOMES
    if "sexual" in known:
        return "Sexual violence"
    if plain & {"clash", "neutralise"}:
        return "Armed clash"
    if "abduct" in plain and not known & OUTCOMES and not parties.on_armed():
        return "Abduction/forced disappearance"
    if "ambush" in plain:
        return "Attack" if parties.on_civilians() and not parties.on_armed() else "Armed clash"
    if not known & OUTCOMES and (bloodless := _bloodless(plain, main)):
        return bloodless
    return "Armed clash" if parties.on_armed() and not _only_civilians(parties) else "Attack"


def _bloodless(plain: set[str], main: str) -> str | None:
    """Type what was done to people and goods where nobody is said to be hurt."""
    if "abduct" in plain:
        return "Abduction/forced disappearance"
    if "loot" in plain and plain <= {"loot", "attack"}:
        return "Looting/property destruction"
    if plain & DEALS and "attack" not in plain:
        return frame_types()[main][1]
    return None


def _only_civilians(parties: Parties) -> bool:
    """Civilians were hit and no armed actor stands against the perpetrator."""
    return parties.on_civilians() and not parties.fighters_hit


def targets_civilians(sub_type: str, parties: Parties) -> bool:
    """Tell whether civilians were the main or only target, by ACLED's reading."""
    kind = event_types()[sub_type]
    if kind == "Violence against civilians" or sub_type == "Excessive force against protesters":
        return True
    if kind == "Explosions/Remote violence":
        return parties.on_civilians() and not (parties.on_armed() and not parties.civilians_hit)
    return kind == "Riots" and parties.on_civilians()
