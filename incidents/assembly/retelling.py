"""What marks a sentence as one that goes on with an incident: it has nothing of its own."""

from incidents.assembly import dating, placing
from incidents.assembly.draft import Draft, Telling
from incidents.assembly.families import CROWD, DEALS, GENERIC, is_outcome

NEAR = 2
"""Sentences within which one that has no time, place or toll of its own goes on."""
REACH = 3
"""Sentences within which the part of a town is told."""
MANY = 10
"""Dead from which two tolls are hardly equal by chance."""
LEAD_REACH = 6
"""Sentences at the head of a report in which its lead is told more closely."""
LEAD = 1
"""Number of the last sentence that may be a lead: one below the title."""


def goes_on(telling: Telling, draft: Draft) -> list[tuple[float, str]]:
    """Weigh whether a piece tells no more than how an incident went, or tells its lead closely."""
    if _is_new(telling) or telling.piece.main.frame in DEALS:
        return []
    if tells_lead(telling, draft):
        return [(2, "tells the lead more closely")]
    if _has_nothing(telling, draft):
        return [(1, "has no time, place or toll of its own")]
    return []


def newness(telling: Telling, draft: Draft) -> float:
    """Weigh "a firefight": less where one was told right before, and this has nothing of its own.

    "Three rebels died in a clash on Monday. Police said a clash erupted at dawn."
    """
    own = telling.date is not None or telling.place is not None
    alike = telling.piece.main.frame in draft.frames - GENERIC
    near = telling.piece.scene.index - draft.last.scene.index <= NEAR
    return -0.5 if alike and near and not own and _adds_no_toll(telling, draft) else -1.5


def weigh_toll(telling: Telling, old: int, new: int) -> tuple[float, str]:
    """Weigh the same toll and another one: "seven died in the attack" says of which it is."""
    if old == new:
        return (2 if new >= MANY else 1), "the same toll"
    main = telling.piece.main
    of_it = main.voice == "nominal" and main.article == "the" and not main.plural
    died = main.frame == "death" and new < old and telling.date is None  # "one died in hospital"
    return (0 if (of_it or died) and telling.place is None else -1), "another toll"


def tells_lead(telling: Telling, draft: Draft) -> bool:
    """Tell whether a piece says where or when exactly what the lead told widely.

    "Gunmen killed 17 people in Zamfara at the weekend. [...] They stormed Magami on Saturday":
    it adds no toll, its day lies in the lead's, and its place is closer.
    """
    piece, place, date = telling.piece, telling.place, telling.date
    if draft.number != 0 or draft.first.scene.index > LEAD or draft.count > 1 or draft.several:
        return False
    if piece.scene.index > LEAD_REACH or piece.scene.kind == "bullet" or _is_new(telling):
        return False
    if not _adds_no_toll(telling, draft) or place is None:
        return False
    closer = draft.place is None or placing.RANK[place.hint] < placing.RANK[draft.place.hint]
    agreed = date is None or not dating.contradict(date.value, draft.date)
    alike = piece.main.frame in CROWD or not draft.frames & CROWD
    return closer and agreed and alike


def tells_where(telling: Telling, draft: Draft) -> bool:
    """Tell whether a piece close by says in which part of its town an incident was."""
    here, there, scene = telling.place, draft.place, telling.piece.scene
    if here is None or there is None or telling.date is not None or scene.kind == "bullet":
        return False
    if draft.count > 1 or draft.several or scene.index - draft.last.scene.index > REACH:
        return False
    return placing.inside(here, there) and not _is_new(telling) and _adds_no_toll(telling, draft)


def _is_new(telling: Telling) -> bool:
    piece, main = telling.piece, telling.piece.main
    apart = piece.has("another") or piece.has("turn") or piece.reason
    if apart or main.article == "another" or piece.scene.kind == "heading":
        return True
    several = main.plural and main.article == "bare"
    return main.voice == "nominal" and (several or main.article in {"a", "number"})


def _has_nothing(telling: Telling, draft: Draft) -> bool:
    piece = telling.piece
    if telling.date is not None or telling.place is not None or is_outcome(piece.main):
        return False
    near = piece.scene.index - draft.last.scene.index <= NEAR
    same = piece.scene.block == draft.last.scene.block or piece.scene.kind != "bullet"
    return near and same and _adds_no_toll(telling, draft)


def _adds_no_toll(telling: Telling, draft: Draft) -> bool:
    return all(
        (old := draft.tolls.get(key)) is not None and old.best == count.best
        for key, count in telling.tolls.items()
    )
