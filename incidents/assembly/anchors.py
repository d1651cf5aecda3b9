"""Whether words tell of something that happened once, or of how things are in general."""

from incidents.assembly.draft import Telling

ENOUGH = 1.0
"""Anchors that a new incident needs."""
FRESH = frozenset({"a", "another", "number", "one of"})
VAGUE = frozenset({"country", "unnamed"})


def anchored(telling: Telling) -> bool:
    """Tell whether a piece says enough of when, where, how many or which to be an incident.

    "Drone strikes that have claimed numerous lives" says nothing of the kind; "a drone strike"
    and "drone strikes on Dola" do.
    """
    return weight_of(telling) >= ENOUGH


def told_before(telling: Telling) -> bool:
    """Tell whether a noun with "the" speaks of something told already, and adds no figures.

    "The group claimed the attack on Wednesday": the day is the claim's.
    """
    main = telling.piece.main
    return (
        main.voice == "nominal"
        and main.article == "the"
        and not main.plural
        and not any(r.count.best is not None for r in telling.readings)
        and all(cue.voice == "nominal" for cue in telling.piece.cues)
    )


def weight_of(telling: Telling) -> float:
    """Add up what ties a piece to one event."""
    main = telling.piece.main
    weight = 0.0
    if telling.date is not None:
        weight += 1
    if telling.place is not None:
        weight += 0.5 if telling.place.hint in VAGUE else 1
    exact = [r for r in telling.readings if r.count.best is not None]
    weight += 1 if exact else 0.5 * bool(telling.readings)
    if main.voice == "nominal":
        weight += 1 if main.article in FRESH else 0
        weight -= 1 if main.article == "bare" and main.plural else 0
    elif telling.piece.actors():
        weight += 0.5
    return weight + 0.5 * bool(main.setting)
