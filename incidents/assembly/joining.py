"""What an incident takes from a further piece of text that tells of it."""

from incidents.assembly import dating, placing
from incidents.assembly.casualties import found_dead, later_toll
from incidents.assembly.chain import OTHER_SIDE
from incidents.assembly.draft import Draft, Telling
from incidents.assembly.headlines import headlines
from incidents.assembly.losses import with_losses
from incidents.assembly.rivals import RIVAL, held_back
from incidents.assembly.story import Story
from incidents.assembly.toll_lists import is_first


def join(story: Story, draft: Draft, telling: Telling, why: str) -> None:
    """Let a piece tell more of an incident, or tell it as another source does."""
    announced = telling.date is not None and headlines(telling, draft)
    opens = is_first(telling, draft.tellings)
    draft.add(telling)
    draft.notes.append(why)
    if why == OTHER_SIDE and not opens:
        draft.tolls = with_losses(story.doc.text, draft.tolls, telling.tolls)
    elif why == RIVAL:
        telling.rival = True
        draft.tolls = {**draft.tolls, **held_back(telling, draft)}
    elif announced or opens:  # "at least 13" was "13" in the headline
        draft.tolls |= telling.tolls
    else:
        _update_tolls(draft, telling)
    draft.tolls |= found_dead(telling.piece, draft.tolls)
    if telling.date is not None and (draft.date is None or draft.date.basis != "stated"):
        own = draft.date is not None and draft.date.basis in {"stated", "relative"}
        value = telling.date.value
        draft.date = dating.sharper(draft.date, value) if own else value
    if telling.place is not None:
        held = draft.place if draft.place_basis == "stated" else None
        first, second = (telling.place, held) if announced else (held, telling.place)
        called = announced and held is not None and placing.calls_wider(telling.place, held)
        if called or placing.closer(first, second) is telling.place:
            draft.place, draft.place_basis = telling.place, "stated"
    story.decide(telling.piece, "same incident", why, draft)


def _update_tolls(draft: Draft, telling: Telling) -> None:
    for key, count in telling.tolls.items():
        old = draft.tolls.get(key)
        draft.tolls[key] = count if old is None else later_toll(old, count, telling.piece)
