"""What an incident takes from the one before it: whether it goes on with it, or is like it."""

from incidents.assembly.draft import Draft, Telling
from incidents.assembly.families import ARMED, is_outcome
from incidents.assembly.pieces import Piece

NEXT_PARAGRAPH = 3
"""Sentences within which an incident that says only how it ended was as the one before."""
LIKE = frozenset({"another", "one of"})
"""Articles of a noun that says no more than that it was such a one as the last."""


def is_like(telling: Telling, draft: Draft, before: Draft) -> bool:
    """Tell whether an incident says of itself no more than that it was as the one before.

    "Another strike"; or, further down, only how it ended: "In Moundou, 32 were killed".
    """
    piece = telling.piece
    if piece.main.article in LIKE:
        return goes_on(draft, before)
    only_ended = all(is_outcome(cue) for cue in piece.cues)
    near = piece.scene.index - before.last.scene.index <= NEXT_PARAGRAPH
    armed = any(actor.kind in ARMED for actor in piece.actors())
    undone = all(cue.voice != "active" or cue.frame == "death" for cue in piece.cues)
    return only_ended and undone and near and not armed and telling.date is None


def goes_on(draft: Draft, before: Draft) -> bool:
    """Tell whether an incident is told in the breath of the one before it."""
    if draft.parent is before:
        return True
    first, last = draft.first, before.last
    same_sentence = first.scene.index == last.scene.index
    same_block = first.scene.block == last.scene.block
    return same_sentence or (same_block and not first.has("turn") and not _new_source(first))


def _new_source(piece: Piece) -> bool:
    return bool(piece.scene.sources)
