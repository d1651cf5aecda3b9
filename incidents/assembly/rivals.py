"""Rival tellings: another source's version of the incident just told, and not another incident."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

import msgspec

from incidents.assembly import dating, placing
from incidents.assembly.casualties import add_up
from incidents.assembly.draft import Draft, Telling
from incidents.assembly.echoes import told_of
from incidents.assembly.families import OUTCOMES
from incidents.assembly.losses import other_side
from incidents.assembly.marks import Mark
from incidents.assembly.pieces import Piece
from incidents.assembly.reading import Reading
from incidents.assembly.scene import Scene
from incidents.claims import CountMention, EventCue
from incidents.records import CountKey

RIVAL = "another source tells it otherwise"
"""Why a sentence is joined whose figures compete with those told before."""
SENTENCES = 3
"""Sentences within which another source answers."""
ENDED = OUTCOMES | {"neutralise"}
"""Families of words in which an answer tells who died."""
ANSWERS = frozenset({"version", "denial"})
"""Kinds of marks with which another source answers."""
OF_THEM = re.compile(r" (?:of|among|d['’]|des |de ces |parmi )")
"""What stands behind a number that is only a part: "two of the dead"."""
RECENT = 12
"""Pieces of an incident whose sources have been heard; keeps the reading linear."""
HEAD = 3
"""Characters at a sentence's head before its first word."""
APART = ("another", "turn", "worst")
"""Kinds of marks that tell of something else, or of a part of it."""


def is_rival(telling: Telling, draft: Draft) -> bool:
    """Tell whether a piece is another source's version of an incident.

    "The army said 15 terrorists were killed near Dola. Residents said nine civilians died": it
    follows closely, somebody else speaks, and it has neither a place nor a day of its own.
    """
    piece = telling.piece
    own = speakers(piece)
    if not own or not _follows(piece.scene, draft) or own <= _heard(draft):
        return False
    if any(piece.has(kind) for kind in APART) or any(c.article == "another" for c in piece.cues):
        return False
    if any(
        mark.kind == "part" and mark.span.start - piece.span.start <= HEAD for mark in piece.marks
    ):
        return False
    if _moves(telling, draft) or other_side(telling, draft):
        return False
    if piece.has("update") or any(count.replaces for count in telling.tolls.values()):
        return False
    answers = piece.has("version") or (piece.has("denial") and not piece.has("claim"))
    figures = bool(telling.tolls.keys() & draft.tolls.keys())
    told = ENDED | draft.frames | ({"loot"} if telling.place is None else set())
    ended = all(cue.frame in told or _speaks_of_it(cue) for cue in piece.cues)
    return ended and (answers or figures)


def _speaks_of_it(cue: EventCue) -> bool:
    """Tell whether a noun speaks of what has been told: "in the attack"."""
    return cue.voice == "nominal" and cue.article == "the" and not cue.plural


def held_back(telling: Telling, draft: Draft) -> dict[CountKey, CountMention]:
    """Give the figures of a rival that the incident takes: what nobody has counted before."""
    return {key: count for key, count in telling.tolls.items() if key not in draft.tolls}


def speakers(piece: Piece) -> set[str]:
    """Name the sources that speak in a piece."""
    return {s.name for s in piece.scene.sources if s.span.overlaps(piece.span)}


def _heard(draft: Draft) -> set[str]:
    return set[str]().union(*(speakers(telling.piece) for telling in draft.tellings[-RECENT:]))


def _follows(scene: Scene, draft: Draft) -> bool:
    last = draft.last.scene
    if scene.kind == "bullet" and scene.block != last.block:
        return False
    return scene.index - last.index <= SENTENCES and scene.block - last.block <= 1


def _moves(telling: Telling, draft: Draft) -> bool:
    """Tell whether a piece has a time or place that is not the incident's."""
    place = telling.place
    away = (
        place is not None
        and place.hint != "unnamed"
        and draft.place is not None
        and not placing.same(place, draft.place)
    )
    later = telling.date is not None and dating.contradict(telling.date.value, draft.date)
    return later or (away and not _is_wider(telling, draft))


def _is_wider(telling: Telling, draft: Draft) -> bool:
    """Tell whether a place only says more widely where: "in the Gao region"."""
    if telling.place is None or draft.place is None:
        return True
    return placing.RANK[telling.place.hint] > placing.RANK[draft.place.hint]


def first_rival(telling: Telling, drafts: Iterable[Draft]) -> Draft | None:
    """Find the incident of which a piece tells another source's version."""
    return next((draft for draft in drafts if is_rival(telling, draft)), None)


def find_answer(
    text: str, scene: Scene, marks: Sequence[Mark], drafts: Sequence[Draft]
) -> tuple[Draft, Telling, str] | None:
    """Read a sentence without an event as another toll or version of the incident just told.

    "The mayor put the toll at seven"; "By Sunday the toll had climbed to 14", which replaces it.
    """
    draft = drafts[-1]
    if not _follows(scene, draft) or any(mark.kind in APART for mark in marks):
        return None
    answers = [mark for mark in marks if mark.kind in ANSWERS] if scene.sources else []
    readings = [one for count in scene.counts if (one := _figure(text, count, draft, answers))]
    newer = any(mark.kind == "update" for mark in marks)
    updates = [one.count for one in readings if one.count.replaces or newer]
    if updates:
        answers = [Mark("version", updates[0].span, updates[0].rule)]
    elif not (answers and (readings or any(mark.kind == "version" for mark in answers))):
        return None
    piece = told_of(text, replace(scene, actors=()), answers[0], marks, draft)
    if newer:
        readings = [replace(r, count=replaced(r.count)) for r in readings]
    told = Telling(
        piece=piece,
        date=dating.own_date(piece),
        place=placing.own_place(piece),
        readings=readings,
        tolls=add_up(text, readings),
    )
    if _moves(told, draft) and not updates:
        return None
    telling = replace(told, date=None, place=None)
    return draft, telling, "a later toll" if updates else RIVAL


def replaced(count: CountMention) -> CountMention:
    """Let a number replace those told before."""
    return msgspec.structs.replace(count, replaces=True)


def _figure(
    text: str, count: CountMention, draft: Draft, answers: Sequence[Mark]
) -> Reading | None:
    """Read a number of a version as that of the dead, unless it is only a part of them."""
    if count.people == "thing" or count.including or OF_THEM.match(text, count.span.end):
        return None
    told = any(mark.kind == "version" for mark in answers) and "killed" in draft.tolls
    key = count.key or ("killed" if told else None)
    return Reading(key, count, None) if key else None
