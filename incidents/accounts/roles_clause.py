"""Who stands where in the clause of a verb, and whether the verb is said of doing or suffering."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec

from incidents.accounts.roles_links import Link, LinkRole, beside, clause_words
from incidents.mentions import ActorMention, EventCue
from incidents.records import ActorKind, Span
from incidents.rules import load_patterns
from incidents.text import Document

UNARMED: frozenset[ActorKind] = frozenset({"civilians", "protesters", "rioters"})
_RAIDERS: frozenset[ActorKind] = frozenset(
    {"rebel group", "political militia", "identity militia", "unidentified"}
)


_UNDONE = frozenset({"protest", "unrest", "riot", "clash"})
"""Families whose verbs nobody suffers: "students demonstrated", "two clans clashed"."""


class Part(NamedTuple):
    """An actor of a sentence with what is said beside it."""

    mention: ActorMention
    link: Link | None
    """None where nothing beside it says what it does."""


def read_parts(doc: Document, sentence: Span, actors: Sequence[ActorMention]) -> list[Part]:
    """Read what stands beside each actor; the second of two joined shares the first's."""
    joined = clause_words(doc.language)["joined"]
    parts: list[Part] = []
    for mention in actors:
        link = _own(mention, doc.language) or beside(doc.text, sentence, mention, doc.language)
        if parts and (link is None or link.use == "same"):
            last = parts[-1]
            between = doc.text[last.mention.span.end : mention.span.start]
            if link is not None and joined.search(between):
                link = None  # whatever they did whom it tells who they are
            same = last.mention.kind in UNARMED or mention.kind not in UNARMED
            own = _own(last.mention, doc.language) is not None
            shares = last.link is not None and last.link.role != "none" and not own
            if shares and same and (not between.strip() or joined.search(between)):
                link = last.link
        parts.append(Part(mention, link))
    return parts


@cache
def forced_roles(language: str) -> dict[str, LinkRole]:
    """List the rules of the finder of actors whose words alone make a role, by id."""
    return {r.id: r.extra["role"] for r in load_patterns(language, "actors") if "role" in r.extra}


def _own(mention: ActorMention, language: str) -> Link | None:
    role = forced_roles(language).get(mention.rule)
    return Link(role, mention.rule) if role in ("supporter", "supplier", "none") else None


def free_before(parts: Sequence[Part], cue: EventCue, start: int) -> list[Part]:
    """List the actors between a place and a cue of which nothing is said beside them."""
    return [
        part
        for part in parts
        if part.link is None and start <= part.mention.span.start
        if part.mention.span.end <= cue.span.start
    ]


def clause_start(doc: Document, sentence: Span, cue: EventCue) -> int:
    """Tell where the clause of a cue begins: after the last word that opens one."""
    relative = clause_words(doc.language)["relative"]
    start = sentence.start
    if relative.search(doc.text[start : cue.span.start]):
        return start
    for opening in clause_words(doc.language)["breaks"].finditer(
        doc.text, sentence.start, cue.span.start
    ):
        start = opening.end()
    return start


def spoken(doc: Document, sentence: Span, cue: EventCue, parts: Sequence[Part]) -> EventCue:
    """Settle the voice of a cue by who stands before it."""
    words = clause_words(doc.language)
    lead = doc.text[max(sentence.start, cue.span.start - 40) : cue.span.start]
    voice: Literal["active", "passive", "nominal"] = cue.voice
    before = free_before(parts, cue, sentence.start)
    own = _own_words(doc.language, cue.text)
    if "verbal" in own and voice == "nominal":
        voice = "active"
    if "dies" in own:
        return msgspec.structs.replace(cue, voice="passive")
    if "participle" in own:
        voice = "nominal" if voice == "nominal" else "active"
    elif "moves" in own or (voice == "passive" and words["carries"].search(lead)):
        voice = "active"
    elif voice != "nominal" and _passive(words["passive"], lead, cue):
        voice = "passive"
    elif (
        cue.frame in _UNDONE
        or words["active"].search(lead)
        or words["fires"].search(cue.text)
        or (voice == "passive" and _does_it(doc, cue, before))
    ):
        voice = "active"
    return cue if voice == cue.voice else msgspec.structs.replace(cue, voice=voice)


def has_auxiliary(doc: Document, sentence: Span, cue: EventCue) -> bool:
    """Tell whether a passive has its verb: "were arrested", and not "35 men arrested in Goma"."""
    lead = doc.text[max(sentence.start, cue.span.start - 40) : cue.span.start]
    return _passive(clause_words(doc.language)["passive"], lead, cue)


def nearest(doc: Document, free: Sequence[Part]) -> list[Part]:
    """List the last of several actors, with those joined to it."""
    joined = clause_words(doc.language)["joined"]
    chosen = list(free[-1:])
    for part in reversed(free[:-1]):
        if not joined.search(doc.text[part.mention.span.end : chosen[-1].mention.span.start]):
            break
        chosen.append(part)
    return chosen


def _passive(passive: re.Pattern[str], lead: str, cue: EventCue) -> bool:
    # "A été [bombardée par]": the auxiliary before it; "[were later killed]": in it.
    return bool(passive.search(lead) or passive.search(_up_to_last_word(lead, cue)))


def _up_to_last_word(lead: str, cue: EventCue) -> str:
    """Join what leads up to the verb of a cue: the auxiliary may be the cue's own."""
    head = cue.text.rpartition(" ")[0]
    return f"{lead}{head} " if head else lead


@lru_cache(maxsize=4096)
def _own_words(language: str, cue: str) -> frozenset[str]:
    """Say of which kinds the words of a cue are; most cues are a few verbs."""
    words = clause_words(language)
    return frozenset(
        name
        for name in ("verbal", "dies", "participle", "moves", "whole")
        if words[name].search(cue)
    )


def _does_it(doc: Document, cue: EventCue, before: Sequence[Part]) -> bool:
    """Tell whether a participle without an auxiliary is active.

    Rebels that "attacked on Monday" did it; a station that was "attacked on Monday" is no actor.

    "Soldiers arrested and executed 25" and "police fired bullets at them" are; "12 soldiers
    killed in a raid", where it has no object, and "villagers killed and wounded" are not.
    """
    if not before:
        return False
    words = clause_words(doc.language)
    rest = doc.text[cue.span.end : cue.span.end + 60]
    if "whole" in _own_words(doc.language, cue.text) or not words["no_object"].search(rest):
        return True
    kind = before[0].mention.kind
    if cue.outcome is None and kind in _RAIDERS:
        return True
    return kind not in UNARMED and bool(words["goes_on"].search(rest))


def subject_of(
    doc: Document, cue: EventCue, free: Sequence[Part], before: Sequence[Part], clause: int
) -> list[Part]:
    """Find who an active verb is said of, with those joined to it."""
    words = clause_words(doc.language)
    lead = doc.text[clause : cue.span.start]
    if before and words["relative"].search(lead):
        # "A raid on an army base that killed ten": no base kills.
        return [] if words["site"].search(before[-1].mention.text) else [before[-1]]
    if "participle" in _own_words(doc.language, cue.text):
        free = [part for part in free if part.mention.kind != "civilians"]
    chosen = list(free[:1])
    for part in free[1:]:
        between = doc.text[chosen[-1].mention.span.end : part.mention.span.start]
        if not words["joined"].search(between):
            break
        chosen.append(part)
    return chosen
