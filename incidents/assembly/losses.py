"""Losses of the other side: "Three soldiers were killed. Ten terrorists also died" is one clash."""

from incidents.assembly.casualties import add_up_sides
from incidents.assembly.draft import Draft, Telling
from incidents.assembly.families import ARMED, OUTCOMES, STATE, realm
from incidents.assembly.toll_lists import is_loss
from incidents.claims import CountMention
from incidents.records import CountKey

FATES: frozenset[CountKey] = frozenset({"killed", "injured"})
PARTIES = ARMED | {"unidentified"}
ENDED = OUTCOMES | {"neutralise"}
"""Families of words that may say no more than what the other side lost."""


def other_side(telling: Telling, draft: Draft) -> bool:
    """Tell whether a sentence tells the losses of a clash's other side.

    It follows the clash at once, has no time or place of its own, and those whom it counts are
    armed men of the side that the clash's own dead and wounded are not of. Or it is an item of a
    list of what both sides lost.
    """
    if is_loss(telling, draft):
        return True
    piece = telling.piece
    follows = (
        piece.scene.block == draft.last.scene.block
        and piece.scene.index - draft.last.scene.index == 1
    )
    if not follows or telling.date or telling.place or not piece.frames <= ENDED:
        return False
    if any(realm(frame) != "violence" for frame in draft.frames):
        return False
    mine = _sides(telling)
    if len(mine) != 1:
        return False
    theirs = frozenset[str]().union(*map(_sides, draft.tellings))
    return len(theirs) == 1 and mine != theirs


def _sides(telling: Telling) -> frozenset[str]:
    """List the sides whose dead and wounded are counted: of the state, or against it."""
    counted = [reading.count.span for reading in telling.readings if reading.key in FATES]
    return frozenset(
        "state" if actor.kind in STATE else "rebels"
        for actor in (telling.piece.actors() if counted else ())
        if actor.kind in PARTIES and any(actor.span.overlaps(span) for span in counted)
    )


def with_losses(
    text: str, tolls: dict[CountKey, CountMention], losses: dict[CountKey, CountMention]
) -> dict[CountKey, CountMention]:
    """Add the losses of the other side to a clash's."""
    both = {**tolls, **losses}
    for key in tolls.keys() & losses.keys():
        both[key] = add_up_sides(text, tolls[key], losses[key])
    return both
