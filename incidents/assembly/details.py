"""Sentences of no event that say when or where the last one was: "It happened on Friday night"."""

import datetime as dt
from collections.abc import Container, Sequence

from incidents.assembly import dating, placing
from incidents.assembly.casualties import add_up, read_counts
from incidents.assembly.draft import Draft, Telling
from incidents.assembly.echoes import told_of
from incidents.assembly.families import ARMED
from incidents.assembly.marks import Mark, Marks
from incidents.assembly.scene import Scene
from incidents.claims import DateMention
from incidents.records import DateValue

REACH = 3
"""Sentences between an incident and one that only says when it was."""
OPENING = 2
"""Sentences below one that sets the day."""
LEAD = 20
"""Characters before a day that leads its sentence: "In the evening of the"."""
NEWS = dt.timedelta(days=45)
AFTERMATH = dt.timedelta(days=3)
TELLING = frozenset({"detail", "onset"})
"""Marks of such a sentence; an onset, "The attackers came", says nothing of where it ended."""


def find_detail(
    text: str,
    scene: Scene,
    marks: Sequence[Mark],
    drafts: Sequence[Draft],
    neither: Container[str],
) -> tuple[Draft, Telling] | None:
    """Read a sentence without an event as a detail of the incident just told.

    Args:
        text: the document's clean text.
        scene: the sentence.
        marks: its discourse marks.
        drafts: the incidents that were told before it.
        neither: nouns that count dead and wounded together.

    Returns:
        The incident and what the sentence adds to it, or None where it adds nothing, speaks of
        another day or place, or stands too far below.
    """
    told = [mark for mark in marks if mark.kind in TELLING]
    if not drafts or _is_another(scene, marks, drafts[-1]):
        return None
    draft = drafts[-1]
    if bare := _bare_toll(text, scene, marks, draft, neither):
        return draft, bare
    far = scene.index - draft.last.scene.index > REACH
    if not told:
        told = _marks_of_doers(scene, draft)
    if far or not told or not (scene.dates or scene.places):
        return None
    piece = told_of(text, scene, told[0], marks, draft)
    date = dating.own_date(piece)
    place = placing.own_place(piece) if told[0].kind == "detail" else None
    if date is not None and not _fits(date.value, draft):
        return None
    if placing.contradict(place, draft.place):
        place = None
    if date is None and place is None:
        return None
    return draft, Telling(piece=piece, date=date, place=place, readings=[], tolls={})


def _marks_of_doers(scene: Scene, draft: Draft) -> list[Mark]:
    """Take armed people for those who did it, where nothing says yet when that was.

    "Fighters of the group burst into the church at about 1 a.m. on Sunday."
    """
    armed = [actor for actor in scene.actors if actor.kind in ARMED]
    if not armed or not _may_date(draft) or scene.sources:
        return []
    return [Mark(kind="onset", span=armed[0].span, rule=armed[0].rule)]


def _bare_toll(
    text: str, scene: Scene, marks: Sequence[Mark], draft: Draft, neither: Container[str]
) -> Telling | None:
    """Read a sentence right behind an incident that tells no more than its toll: "Two KIA"."""
    own = [count for count in scene.counts if count.key and not count.total]
    near = scene.index - draft.last.scene.index == 1 and scene.block == draft.last.scene.block
    if not own or not near or scene.cues or any(_is_later(one, draft) for one in scene.dates):
        return None
    mark = Mark(kind="detail", span=own[0].span, rule=own[0].rule)
    piece = told_of(text, scene, mark, marks, draft)
    readings = [one for one in read_counts(text, piece, neither) if one.key not in draft.tolls]
    if not readings:
        return None
    return Telling(
        piece=piece, date=None, place=None, readings=readings, tolls=add_up(text, readings)
    )


def _fits(own: DateValue, draft: Draft) -> bool:
    """Tell whether a day may be the incident's: that of its words, or one of the last weeks."""
    told = draft.date
    if told is None:
        return True
    if told.basis == "publication":
        return told.earliest - own.latest <= NEWS
    return not dating.contradict(own, told)


def _is_later(date: DateMention, draft: Draft) -> bool:
    """Tell whether a date is no day of its aftermath: "three bodies came in this morning"."""
    if draft.date is None:
        return True
    after = date.value.earliest - draft.date.latest
    return not dt.timedelta(0) <= after <= AFTERMATH


def opening_day(
    opening: Scene | None, telling: Telling, before: Draft | None, marks: Marks
) -> DateMention | None:
    """Find the day that the sentence before set: "On 3 June, villagers gathered. Soldiers came".

    Args:
        opening: the last sentence that told of no event.
        telling: what has no day of its own.
        before: the incident told last; one told since then sets the day.
        marks: the document's.
    """
    scene = telling.piece.scene
    if opening is None or opening.block != scene.block or scene.index - opening.index > OPENING:
        return None
    if before is not None and before.last.scene.index > opening.index:
        return None
    days = [one for one in opening.dates if one.use == "event" and _is_day(one.value)]
    told = [mark.span for mark in marks.of(opening.span) if mark.kind == "saying"]
    return next((one for one in days if not dating.follows(one.span, told)), None)


def later_opening(old: Scene | None, scene: Scene) -> Scene | None:
    """Choose the sentence that sets the day: a block's first, until one begins with another day."""
    if not scene.dates:
        return old
    leads = scene.dates[0].span.start - scene.span.start <= LEAD
    return scene if old is None or leads or old.block != scene.block else old


def _is_day(value: DateValue) -> bool:
    return (value.latest - value.earliest).days <= 1


def _may_date(draft: Draft) -> bool:
    """Tell whether an incident has no day that its own words gave."""
    return draft.date is None or draft.date.basis in {"publication", "report_period"}


def _is_another(scene: Scene, marks: Sequence[Mark], draft: Draft) -> bool:
    """Tell whether a sentence begins with something else, or stands in another item of a list."""
    if any(mark.kind in {"turn", "another"} for mark in marks):
        return True
    same = scene.block == draft.last.scene.block
    return not same and "bullet" in {scene.kind, draft.last.scene.kind}
