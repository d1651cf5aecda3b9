"""Across sentences: which piece tells of an incident already begun, is a part of it, or is new."""

import datetime as dt
from collections.abc import Sequence

from incidents.assembly import dating, placing
from incidents.assembly.anchors import VAGUE, told_before
from incidents.assembly.draft import Draft, Telling
from incidents.assembly.families import (
    ARMED,
    CROWD,
    GENERIC,
    OUTCOMES,
    STATE,
    agree,
    ends,
    is_outcome,
    realm,
)
from incidents.assembly.headlines import both_remote, headlines, is_title
from incidents.assembly.losses import other_side
from incidents.assembly.retelling import goes_on, newness, tells_lead, tells_where, weigh_toll
from incidents.assembly.rivals import RIVAL, first_rival
from incidents.claims import ActorMention
from incidents.records import DateValue, Span

OTHER_SIDE = "tells what the other side lost"
"""Why a sentence is joined whose tolls add to the clash's."""
MORE_CLOSELY = "told more closely than in the headline"
LOOK_BACK = 12
"""Incidents before a piece that it may belong to; keeps the reading linear in the length."""
JOIN_AT = 2.0
"""Points from which a piece belongs to an incident."""
NEVER = -100.0
CLOSE = 2
"""Sentences within which an attack is told more closely."""
HEAD = 4
"""Characters at a sentence's head before its first word: quotes and an article."""
SPAN_DAYS = 13
"""An incident that is told for more days than that sums up several."""
AFTERMATH_DAYS = 21
"""Within so many days of an event its dead are found and its wounded die."""


def find_home(telling: Telling, drafts: Sequence[Draft]) -> tuple[Draft | None, str]:
    """Find the incident that a piece goes on telling of, with the reasons in words."""
    best: tuple[float, Draft | None, str] = (NEVER, None, "")
    if drafts and other_side(telling, drafts[-1]):
        return drafts[-1], OTHER_SIDE
    if rival := first_rival(telling, drafts[-1:]):
        return rival, RIVAL
    for draft in reversed(drafts[-LOOK_BACK:]):
        points, reasons = affinity(telling, draft, latest=draft is drafts[-1])
        if points > best[0]:
            best = (points, draft, ", ".join(reasons))
    return (best[1], best[2]) if best[0] >= JOIN_AT else (None, "")


def told_elsewhere(telling: Telling, drafts: Sequence[Draft]) -> bool:
    """Tell whether "the attack" speaks of one told elsewhere, and adds nothing of its own.

    "The attack on Dola on Sunday was claimed by the group" tells it where nothing else does.
    """
    if not told_before(telling):
        return False
    main = telling.piece.main
    if is_outcome(main) or main.plural or telling.date is None:
        return True
    placed = telling.place is not None and telling.place.hint not in VAGUE
    return not placed or any(may_be_one(telling, draft) for draft in drafts)


def affinity(telling: Telling, draft: Draft, *, latest: bool) -> tuple[float, list[str]]:
    """Weigh what speaks for one event against what speaks for two."""
    if not (may_be_one(telling, draft) or both_remote(telling, draft)):
        return NEVER, ["words for other kinds of event"]
    points, reasons = 0.0, []
    for value, reason in (*_where_and_when(telling, draft), *_words(telling, draft, latest=latest)):
        points += value
        if value:
            reasons.append(reason)
    return points, reasons


def may_be_one(telling: Telling, draft: Draft) -> bool:
    """Tell whether the words of a piece and of an incident can be for one event."""
    frame = telling.piece.main.frame
    frames = draft.frames - OUTCOMES or draft.frames
    if frame == "sexual":
        return frame in frames
    if frame in OUTCOMES:
        return any(realm(one) != "deal" or one == "arrest" for one in frames)
    if realm(frame) == "deal":
        return ends(frame, frames)
    if frame == "attack" and not frames.isdisjoint(CROWD):  # "Police opened fire, killing two."
        return any(actor.kind in STATE for actor in telling.piece.actors())
    return any(agree(one, frame) for one in frames)


def _where_and_when(telling: Telling, draft: Draft) -> list[tuple[float, str]]:
    points = [_when(telling, draft)]
    if telling.place is None:
        points.append((0.5, "no place of its own"))
    elif _there(telling):
        points.append((1.5, "at the place that has been told of"))
    elif tells_where(telling, draft):
        points.append((1.5, "a part of the town that has been told of"))
    elif placing.contradict(telling.place, draft.place):
        points.append((_elsewhere(telling, draft), "another place"))
    elif _near_another(telling, draft):
        points.append((-1.5, "near another place"))
    elif draft.place and placing.same(telling.place, draft.place):
        near = telling.piece.scene.index == draft.last.scene.index
        points.append((4 if near else 1.5, "the same place"))
    elif telling.date is not None and telling.piece.scene.block != draft.last.scene.block:
        own = not headlines(telling, draft) and not tells_lead(telling, draft)
        points.append((-1.5 if own else 0, "time and place of its own"))
    return points


def _elsewhere(telling: Telling, draft: Draft) -> float:
    """Weigh another place: a title names a wider one than the report's first sentence."""
    if headlines(telling, draft) and is_title(draft):
        return 0
    return -1 if told_before(telling) or headlines(telling, draft) else -3


def _near_another(telling: Telling, draft: Draft) -> bool:
    """Tell whether people were hurt near one place, and the incident was in another."""
    here, there = telling.place, draft.place
    if here is None or there is None or (here.hint, there.hint) != ("near", "plain"):
        return False
    ended = all(is_outcome(cue) for cue in telling.piece.cues)
    return ended and draft.place_basis == "stated" and not placing.same(here, there)


def _there(telling: Telling) -> bool:
    """Tell whether a place only says where the one told of lies: "the village in Kobi"."""
    place = telling.place
    return place is not None and any(
        mark.kind == "there" and mark.span.overlaps(place.span) for mark in telling.piece.marks
    )


def _when(telling: Telling, draft: Draft) -> tuple[float, str]:
    if telling.date is None:
        more = is_title(draft) and headlines(telling, draft)
        return (2, MORE_CLOSELY) if more else (0.5, "no date of its own")
    date = telling.date.value
    if told_before(telling) or _found_later(telling, draft):
        return (0, "a date of its telling")
    if headlines(telling, draft):
        return (2, MORE_CLOSELY)
    if dating.contradict(date, draft.date):
        return (-4, "another date")
    if _one_of_several(date, draft.date):
        return (-2.5, "one of what was told for a longer time")
    same = draft.date is not None and draft.date.basis != "report_period"
    return (1 if same else 0, "the same date")


def _one_of_several(own: DateValue, other: DateValue | None) -> bool:
    """Tell whether the one is told for a day and the other for weeks."""
    if other is None:
        return False
    days = sorted([(other.latest - other.earliest).days, (own.latest - own.earliest).days])
    return days[0] < SPAN_DAYS < days[1]


def _found_later(telling: Telling, draft: Draft) -> bool:
    """Tell whether a date is only that on which victims died or were found."""
    if telling.date is None or draft.date is None:
        return False
    later = telling.date.value.earliest - draft.date.latest
    only_found = telling.piece.frames <= {"bodies", "death", "injure"}
    return only_found and dt.timedelta(0) <= later <= dt.timedelta(days=AFTERMATH_DAYS)


def _words(telling: Telling, draft: Draft, *, latest: bool) -> list[tuple[float, str]]:
    piece = telling.piece
    points = [*_introduction(telling, draft), *_tolls(telling, draft), *goes_on(telling, draft)]
    if _shares_named(piece.actors(), draft):
        points.append((1, "of the same actors"))
    if all(is_outcome(cue) for cue in piece.cues):
        points.append((1.5, "says only how it ended"))
    if any(_refers_back(actor.refers_to, draft) for actor in piece.actors()):
        points.append((1, "its actors have been told of"))
    near = latest or piece.scene.index - draft.last.scene.index <= CLOSE
    if near and piece.has("inside") and not (telling.place or telling.date):
        points.append((1.5, "at the gate of what has been told of"))
    if latest and _of_them(telling, draft):
        points.append((1, "tells on of those told of"))
    same_block = piece.scene.block == draft.last.scene.block
    distance = piece.scene.index - draft.last.scene.index
    if same_block and distance <= 1 and latest:
        points.append((1, "the next sentence"))
    elif not same_block and piece.scene.kind == "bullet":
        points.append((-2, "another bullet"))
    elif not same_block and distance > 1:
        points.append((-0.5, "further down"))
    return points


def _of_them(telling: Telling, draft: Draft) -> bool:
    """Tell whether a sentence close by, of no other time or place, begins with "they"."""
    piece = telling.piece
    away = placing.contradict(telling.place, draft.place)
    if telling.date or away or piece.scene.index - draft.last.scene.index > CLOSE:
        return False
    heads = [mark.span for mark in piece.marks if mark.kind == "pronoun"]
    heads += [
        cue.span
        for cue in piece.cues
        if is_outcome(cue) and cue.voice == "nominal" and cue.article == "the"
    ]
    return any(head.start - piece.span.start <= HEAD for head in heads)


def _introduction(telling: Telling, draft: Draft) -> list[tuple[float, str]]:
    """Weigh how a piece brings its event in: as a new one, or as one told of."""
    piece, main = telling.piece, telling.piece.main
    points: list[tuple[float, str]] = []
    apart = piece.has("another") and not _found_later(telling, draft)
    if main.article == "another" or apart or piece.has("turn") or piece.reason:
        points.append((-3, "told as another one"))
    elif piece.has("afterwards") and _own_doer(telling):
        points.append((-2.5, "done later by somebody who is named"))
    if main.voice == "nominal" and main.article == "the":
        points.append((2, f"“the {main.text}” has been told of"))
    elif (
        main.voice == "nominal"
        and main.article in {"a", "number"}
        and not (headlines(telling, draft) and is_title(draft))
    ):
        points.append((newness(telling, draft), f"“{main.text}” is introduced as new"))
    if main.frame in draft.frames - GENERIC:
        points.append((1, "told in the same words"))
    elif _says_how(telling, draft):
        points.append((1, "says how it was done"))
    return points


def _own_doer(telling: Telling) -> bool:
    """Tell whether a verb of doing has its own subject: "Soldiers later executed ten men"."""
    piece, main = telling.piece, telling.piece.main
    if main.voice != "active" or piece.has("pronoun"):
        return False
    return any(
        actor.kind in ARMED and actor.refers_to is None and actor.span.end <= main.span.start
        for actor in piece.actors()
    )


def _says_how(telling: Telling, draft: Draft) -> bool:
    """Tell whether a piece close by tells more closely what was called an attack before."""
    piece = telling.piece
    vague = draft.frames - OUTCOMES <= {"attack", "blast"}
    close = piece.scene.index - draft.last.scene.index <= CLOSE
    own = telling.date is not None or telling.place is not None
    return vague and close and not own and piece.main.frame not in GENERIC


def _shares_named(actors: Sequence[ActorMention], draft: Draft) -> bool:
    """Tell whether an armed actor with a name takes part in both."""
    return any(actor.named and actor.actor_id in draft.named for actor in actors)


def _tolls(telling: Telling, draft: Draft) -> list[tuple[float, str]]:
    points: list[tuple[float, str]] = []
    for key, count in telling.tolls.items():
        old = draft.tolls.get(key)
        if count.replaces:
            points.append((1.5, "a toll that replaces an older one"))
        elif old is not None and old.best is not None and count.best is not None:
            points.append(weigh_toll(telling, old.best, count.best))
            if count.best < old.best and telling.place is not None:
                points.append((-3, "a smaller toll with a place of its own"))
    return points


def _refers_back(span: Span | None, draft: Draft) -> bool:
    return span is not None and any(
        telling.piece.span.start <= span.start < telling.piece.span.end
        for telling in draft.tellings[-LOOK_BACK:]
    )
