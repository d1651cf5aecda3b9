"""Who did it, who helped, to whom: the role of each actor beside an event cue.

Three readings, the surest first: what the actor's own words make of it ("Russian support"), what
the words beside it say ("killed by", "claimed responsibility"), and its place in the clause (who
stands before an active verb did it, who stands before a passive one suffered it).
"""

import re
from collections.abc import Sequence

import msgspec

from incidents.accounts.roles_clause import (
    UNARMED,
    Part,
    clause_start,
    forced_roles,
    free_before,
    has_auxiliary,
    nearest,
    read_parts,
    spoken,
    subject_of,
)
from incidents.accounts.roles_links import Link, LinkRole, clause_words, denies, toward
from incidents.accounts.roles_naming import CROWDS, VIOLENT, actor_of
from incidents.mentions import ActorMention, EventCue
from incidents.records import Actor, ActorKind, ActorRole, Span
from incidents.text import Document

_EXCESS = "Excessive force against protesters"
_NO_TARGET = frozenset({"Headquarters or base established", "Agreement"})
"""Sub-event types that nobody suffers."""
_FOR_GROUND = frozenset({"attack", "capture", "regain"})
"""Families of words for what is done to who holds a place."""
_REBELS: frozenset[ActorKind] = frozenset(
    {"rebel group", "political militia", "identity militia", "unidentified"}
)
_STATE: frozenset[ActorKind] = frozenset({"state forces", "external forces"})
_STRUCK = frozenset({"target", "victim"})
_DOING = frozenset({"perpetrator", "opponent"})
_NEAR = 160
"""Code points between a cue and an actor that its place in the clause still gives a role."""


def assign_roles(
    doc: Document, sentence: Span, cue: EventCue, actors: Sequence[ActorMention]
) -> list[Actor]:
    """Give each actor of a sentence its role in one event.

    Args:
        doc: the report.
        sentence: the sentence, or the part of it that tells of the event; in clean text.
        cue: the words that say that it happened.
        actors: the mentions in the sentence, in text order.

    Returns:
        Actors with roles, stated, their spans in the clean text; an actor that takes no part
        (it speaks, it only holds the place) is left out.
    """
    parts = read_parts(doc, sentence, actors)
    cue = spoken(doc, sentence, cue, parts)
    found: list[Actor] = []
    backer: Actor | None = None
    rival = _rival(doc, parts)
    for part in parts:
        if part.link and part.link.use == "blame" and part.mention.span.start > rival:
            continue
        role = _role(doc, sentence, cue, part, parts)
        if backer is not None and role in _STRUCK:
            found.remove(backer)  # "they shelled the Turkish-backed SNA": Turkey backs no attack
        backer = None
        if role is not None:
            found.append(actor_of(part.mention, role, cue))
            if part.mention.use == "backer" and role == "supporter":
                backer = found[-1]
    return _once([*found, *_spoken_for(cue, parts, found)])


def _spoken_for(cue: EventCue, parts: Sequence[Part], found: Sequence[Actor]) -> list[Actor]:
    """Give the losses of an enemy to the side that tells of them: "The army said 12 rebels died".

    Only where nobody is said to have done it: it is inherited, the words don't say so.
    """
    if cue.event_type not in VIOLENT or any(actor.role in _DOING for actor in found):
        return []
    hit = {actor.kind for actor in found if actor.role in ("target", "victim")}
    return [
        msgspec.structs.replace(actor_of(part.mention, "perpetrator", cue), basis="inherited")
        for part in parts
        if part.link is not None and part.link.use in {"speech", "claim"}
        if _enemies(part.mention.kind) & hit and _gap(part.mention.span, cue.span) <= _NEAR
    ][:1]


def _enemies(kind: ActorKind) -> frozenset[ActorKind]:
    """List whose losses a side tells of as its own doing; a mission's or civilians' are none."""
    if kind == "state forces":
        return _REBELS
    return _STATE if kind in _REBELS and kind != "unidentified" else frozenset()


def _rival(doc: Document, parts: Sequence[Part]) -> int:
    """Tell from where on blame is a party's own: after one who owns up to its part, or denies.

    "We hit the base, says one, and blames the other for the town"; "the CPC, which denies it and
    blames Wagner". Past the text's end where nobody does.
    """
    starts = [
        part.mention.span.end
        for part in parts
        if (part.link and part.link.use == "claim") or denies(doc.text, part.mention, doc.language)
    ]
    return min(starts, default=len(doc.text))


def _once(actors: Sequence[Actor]) -> list[Actor]:
    """Keep each actor once, in the role that it was given first."""
    kept: dict[str, Actor] = {}
    for actor in actors:
        kept.setdefault(actor.actor_id, actor)
    return list(kept.values())


def _role(
    doc: Document, sentence: Span, cue: EventCue, part: Part, parts: Sequence[Part]
) -> ActorRole | None:
    mention, link = part
    if mention.span.overlaps(cue.span) and (link is None or link.role == "none"):
        return _inside(doc, mention, cue)
    if link is None and _adjective(mention, doc.language):
        link = _strike(doc.text, mention, cue)
        if link is None:
            return None
    if link is None or link.use == "place":
        # "Wounded in a Boko Haram attack": beside "in", and yet whose attack it was.
        across = toward(doc.text, mention, cue, doc.language)
        own = across is not None and across.use == "strike"
        link = across if link is None or own else link
    if link is None:
        link = _by_place(doc, sentence, cue, part, parts)
    if link is None:
        return None
    if link.use == "hunted" and not _hunting(cue):
        return None
    if link.role == "object" and link.use == "attacked":
        return _suffering(mention, cue, clash="target")
    return _final(link.role, mention, cue)


def _hunting(cue: EventCue) -> bool:
    """Tell whether a cue is what a hunt may end in, and not what they are hunted for."""
    return cue.event_type in {"Battles", "Strategic developments"} or cue.frame == "air"


def _inside(doc: Document, mention: ActorMention, cue: EventCue) -> ActorRole | None:
    """Read an actor that is among the words of the cue: "protesters clashed"."""
    leads = mention.span.start <= cue.span.start
    lynches = leads and mention.kind == "rioters"  # "a crowd lynched two"
    if mention.kind in UNARMED and cue.outcome is not None and not lynches:
        return "victim"
    rest = doc.text[mention.span.end : cue.span.end]
    if clause_words(doc.language)["own_strike"].search(rest):
        return "perpetrator"
    dispersed = cue.event_type in CROWDS and cue.sub_event_type != _EXCESS
    if leads and not dispersed and _is_passive(doc, mention, cue):
        return _suffering(mention, cue)
    return _final("perpetrator" if leads else "object", mention, cue)


def _is_passive(doc: Document, mention: ActorMention, cue: EventCue) -> bool:
    """Tell whether a cue says of the actor in it that something is done to it: "men were shot"."""
    after = cue.text[max(0, mention.span.end - cue.span.start) :].rpartition(" ")[0]
    words = clause_words(doc.language)
    if words["passive"].search(after):
        return True
    if words["fires"].search(cue.text):
        return False
    # "Rebels killed in a raid", but "drones struck a depot".
    rest = doc.text[cue.span.end : cue.span.end + 60]
    return cue.voice == "passive" and bool(words["bare"].search(rest))


def _adjective(mention: ActorMention, language: str) -> bool:
    """Tell whether it is a country's adjective before a strike, and no noun of its own."""
    return forced_roles(language).get(mention.rule) == "perpetrator"


def _strike(text: str, mention: ActorMention, cue: EventCue) -> Link | None:
    """Read "Israeli" as the one who did the strike that it stands beside, and nothing else."""
    if mention.span.end <= cue.span.start:
        between = text[mention.span.end : cue.span.start]
    else:
        between = text[cue.span.end : mention.span.start]
    near = len(between.split()) <= 8 and not re.search(r"[.;:]", between)  # noqa: PLR2004  # a noun phrase
    return Link("perpetrator", mention.rule) if near else None


def _final(role: LinkRole, mention: ActorMention, cue: EventCue) -> ActorRole | None:
    """Turn what the words say into a role of the record."""
    if role == "none":
        return None
    if role == "holder":
        return "target" if cue.frame in _FOR_GROUND and cue.voice == "active" else None
    if role == "object":
        return _suffering(mention, cue)
    if role == "perpetrator" and _polices(mention, cue):
        return "opponent"
    return role


def _suffering(
    mention: ActorMention, cue: EventCue, clash: ActorRole = "opponent"
) -> ActorRole | None:
    """Name the role of those to whom it is done; `clash` is theirs where both sides fought."""
    if cue.sub_event_type in _NO_TARGET or _protested(mention, cue):
        return None
    if mention.kind in UNARMED:
        return "victim"
    return clash if cue.frame == "clash" else "target"


def _protested(mention: ActorMention, cue: EventCue) -> bool:
    """Tell whether it is the government that a crowd is against, which takes no part."""
    return cue.event_type in CROWDS and mention.actor_id.endswith(":government")


def _polices(mention: ActorMention, cue: EventCue) -> bool:
    """Tell whether it only meets a protest, which is the protesters' act."""
    crowd = cue.event_type in CROWDS and cue.sub_event_type != _EXCESS
    return crowd and mention.kind in {"state forces", "external forces"}


def _by_place(
    doc: Document, sentence: Span, cue: EventCue, part: Part, parts: Sequence[Part]
) -> Link | None:
    """Read a role from where an actor stands in the clause of a verb."""
    mention = part.mention
    if _gap(mention.span, cue.span) > _NEAR:
        return None
    if cue.span.end <= mention.span.start:
        civil = mention.kind in UNARMED and cue.outcome is not None
        return Link("object", "roles.outcome") if civil else None
    if cue.voice == "nominal":
        return None
    clause = clause_start(doc, sentence, cue)
    before = free_before(parts, cue, sentence.start)
    free = free_before(parts, cue, clause)
    if cue.voice == "passive":
        suffering = free if has_auxiliary(doc, sentence, cue) else nearest(doc, free)
        return Link("object", "roles.before-passive") if part in suffering else None
    subject = subject_of(doc, cue, free, before, clause)
    return Link("perpetrator", "roles.subject") if part in subject else None


def _gap(first: Span, second: Span) -> int:
    return max(second.start - first.end, first.start - second.end)
