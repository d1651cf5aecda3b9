"""Those who were taken and killed: "abducted six traders and killed them", or found dead."""

import re
from collections.abc import Mapping
from functools import cache

from incidents.accounts.tolls import NEAR
from incidents.coordination import either, joining
from incidents.events.families import STATE
from incidents.events.mention import EventMention
from incidents.mentions import ActorMention, CountMention, EventCue
from incidents.records import CountKey, Span

TAKEN: tuple[CountKey, ...] = ("abducted", "detained")


def found_dead(
    text: str, event: EventMention, tolls: Mapping[CountKey, CountMention]
) -> dict[CountKey, CountMention]:
    """Count those as killed who were taken, and killed then or found dead.

    "Soldiers arrested ten men in Dola. Their bodies were found the next day." Or "... and killed
    them"; but "the army chased the gunmen and killed them" speaks of those who took them.
    """
    key = next((one for one in TAKEN if one in tolls), None)
    if key is None or "killed" in tolls:
        return {}
    taken = tolls[key]
    bodies = event.has("their") and "bodies" in event.frames
    killed = [
        cue
        for cue in event.cues
        if cue.outcome == "killed" and not _others_named(event, cue, key, taken.span)
    ]
    return {"killed": taken} if bodies or any(_of_them(text, cue, taken) for cue in killed) else {}


def _others_named(event: EventMention, cue: EventCue, key: CountKey, taken: Span) -> bool:
    """Tell whether more were named before a verb of killing than those who took them.

    Behind the words for the taken nobody may be; in a later sentence those who took them alone.
    """
    named = [actor for actor in event.actors() if actor.span.start < cue.span.start]
    if event.span.covers(taken):
        return any(actor.span.start >= taken.end for actor in named)
    return len(named) > 1 or not all(_took(actor, key) for actor in named)


def _took(actor: ActorMention, key: CountKey) -> bool:
    """Tell whether an actor may be who took people: soldiers detain, and gunmen abduct."""
    if actor.refers_to is not None or actor.kind == "unidentified":
        return True
    return key == "detained" and actor.kind in STATE


def _of_them(text: str, cue: EventCue, taken: CountMention) -> bool:
    """Tell whether a verb of killing has a word for those told of as its object."""
    before = text[: cue.span.start][-NEAR:].lower()
    one = taken.best == 1 and before.endswith(tuple(joining().him_before))
    many = before.endswith(tuple(joining().them_before))
    return one or many or _them().match(text, cue.span.end) is not None


@cache
def _them() -> re.Pattern[str]:
    return re.compile(rf" {either(joining().them)}(?![\w'’-])")
