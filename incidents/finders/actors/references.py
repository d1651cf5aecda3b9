"""What "the group", "the attackers" and "they" stand for: an actor named before."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from incidents.actors import class_of
from incidents.finders.actors.phrases import Phrase
from incidents.mentions import ActorMention
from incidents.records import ActorKind, Span

_ARMED: frozenset[ActorKind] = frozenset(
    {
        "state forces",
        "rebel group",
        "political militia",
        "identity militia",
        "external forces",
        "unidentified",
    }
)
_KINDS: Mapping[str, frozenset[ActorKind]] = {
    "any": frozenset({"rebel group", "political militia", "identity militia", "external forces"}),
    "rebel": frozenset({"rebel group", "political militia", "identity militia"}),
    "militia": frozenset({"political militia", "identity militia", "rebel group"}),
    "mercenary": frozenset({"external forces"}),
    "state": frozenset({"state forces", "external forces"}),
    "attacker": _ARMED - {"state forces"},
    "plural": _ARMED,
    "own": _ARMED,
}
"""Which kinds of actor a reference may stand for, by the group of its words."""
_REACH = 900
"""Code points back that a reference may look: a paragraph or two."""
_PRONOUN_REACH = 260
_NEARBY = frozenset({"plural", "own"})
"""Groups of words that say nothing of whom they stand for: "they", "its troops"."""


class Reference(NamedTuple):
    """Words that stand for an actor."""

    span: Span
    group: str
    kind: str
    """Class of its noun, for where nobody was named: "the soldiers" are an army's."""
    rule: str


def reference_of(phrase: Phrase) -> Reference:
    """Read the reference out of its phrase."""
    token = phrase.tokens[0]
    entry = token.entries[0]
    return Reference(Span(phrase.start, phrase.end), entry.group, entry.value, phrase.rule.id)


def resolve(reference: Reference, before: Sequence[ActorMention], text: str) -> ActorMention | None:
    """Find the actor before it that a reference stands for; None where there is none.

    A named actor is preferred to an unnamed one ("gunmen"); a pronoun goes to the first armed
    actor of the nearest sentence that has one, which is most often its subject.
    """
    kinds = _KINDS[reference.group]
    reach = _PRONOUN_REACH if reference.group in _NEARBY else _REACH
    near = [
        mention
        for mention in before[-40:]
        if mention.kind in kinds and reference.span.start - mention.span.end <= reach
        if reference.group != "state" or _same_force(mention, reference.kind)
    ]
    if not near:
        return None
    chosen: ActorMention | None
    if reference.group == "plural":
        chosen = _subject(near, text, reference.span.start)
    elif reference.group == "own":
        chosen = _owner(near, text, reference.span.start)
    elif reference.group in ("attacker", "state"):
        chosen = near[-1]
    else:
        chosen = next((m for m in reversed(near) if m.named), None)
    if chosen is None:
        return None
    return msgspec.structs.replace(
        chosen,
        span=reference.span,
        text=reference.span.of(text),
        named=False,
        refers_to=chosen.refers_to or chosen.span,
        rule=reference.rule,
    )


def _same_force(mention: ActorMention, kind: str) -> bool:
    """Tell whether "the soldiers" may be said of a force: not of the police."""
    own = class_of(mention.actor_id)
    return own is None or own[0] == kind


def _owner(near: Sequence[ActorMention], text: str, position: int) -> ActorMention:
    """Take whose troops "its troops" are: the last named in the sentence, else its subject."""
    last = near[-1]
    between = text[last.span.end : position]
    return _subject(near, text, position) if ". " in between or "\n" in between else last


def _subject(near: Sequence[ActorMention], text: str, position: int) -> ActorMention:
    """Take the first actor of the last sentence that has one."""
    last = near[-1]
    floor = max(0, last.span.start - _REACH)
    opening = max(text.rfind(mark, floor, last.span.start) for mark in (". ", "\n", "! ", "? "))
    inside = [m for m in near if m.span.start > opening and m.span.end <= position]
    return inside[0] if inside else last
