"""Sentences of no event that say when or where the last one was: "It happened on Friday night"."""

from collections.abc import Sequence

from incidents.assembly import dating, placing
from incidents.assembly.draft import Draft, Telling
from incidents.assembly.echoes import told_of
from incidents.assembly.marks import Mark
from incidents.assembly.scene import Scene

REACH = 3
"""Sentences between an incident and one that only says when it was."""
TELLING = frozenset({"detail", "onset"})
"""Marks of such a sentence; an onset, "The attackers came", says nothing of where it ended."""


def find_detail(
    text: str, scene: Scene, marks: Sequence[Mark], drafts: Sequence[Draft]
) -> tuple[Draft, Telling] | None:
    """Read a sentence without an event as a detail of the incident just told.

    Returns:
        The incident and what the sentence adds to it, or None where it adds nothing, speaks of
        another day or place, or stands too far below.
    """
    told = [mark for mark in marks if mark.kind in TELLING]
    if not told or not drafts or not (scene.dates or scene.places):
        return None
    draft = drafts[-1]
    if scene.index - draft.last.scene.index > REACH or _is_another(scene, marks, draft):
        return None
    piece = told_of(text, scene, told[0], marks, draft)
    date = dating.own_date(piece)
    place = placing.own_place(piece) if told[0].kind == "detail" else None
    if date is not None and not _may_date(draft) and dating.contradict(date.value, draft.date):
        return None
    if placing.contradict(place, draft.place):
        place = None
    if date is None and place is None:
        return None
    return draft, Telling(piece=piece, date=date, place=place, readings=[], tolls={})


def _may_date(draft: Draft) -> bool:
    """Tell whether an incident has no day that its own words gave."""
    return draft.date is None or draft.date.basis in {"publication", "report_period"}


def _is_another(scene: Scene, marks: Sequence[Mark], draft: Draft) -> bool:
    """Tell whether a sentence begins with something else, or stands in another item of a list."""
    if any(mark.kind in {"turn", "another"} for mark in marks):
        return True
    same = scene.block == draft.last.scene.block
    return not same and "bullet" in {scene.kind, draft.last.scene.kind}
