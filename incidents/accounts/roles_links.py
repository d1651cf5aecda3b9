"""What the words beside an actor make of it: "by", "against", "claimed responsibility".

The words are data (`data/rules/<language>/roles.toml`); this module looks at the right side.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from incidents.mentions import ActorMention, EventCue
from incidents.records import ActorKind, Span
from incidents.rules import Rule, compile_pattern, expand_pieces, load_patterns, load_rules

LinkRole = Literal["perpetrator", "supporter", "supplier", "opponent", "object", "holder", "none"]
"""A role, or `object`: the victim, or the target where it is armed; `none`: it takes no part."""
LinkUse = Literal[
    "",
    "attacked",  # says who was attacked, though they fought back
    "blame",  # says whom others blame
    "claim",  # it owns up
    "hunted",  # they look for it
    "denial",  # it denies, or its habits only are told
    "place",  # beside a word of place, which may mean the party as well
    "same",  # says who those are that were named before it
    "speech",  # it speaks
    "strike",  # says whose strike it was
]
_BACK = 90
"""Code points before an actor that a rule may see."""
_AHEAD = 90

_BRACKET = re.compile(r"^(?:\)| ?\([^()]{1,40}\)){1,2}")

_ASIDE = re.compile(r"^, [^,.;]{3,90}(?=, )")
"""What a comma pair holds beside an actor: "soldiers, backed by Wagner, launched"."""


class Link(NamedTuple):
    """What a rule says of an actor."""

    role: LinkRole
    rule: str
    use: LinkUse = ""
    """What the words do, where that decides more than the role does."""


@cache
def _side(language: str, side: str) -> tuple[Rule, ...]:
    rules = load_patterns(language, "roles")
    return tuple(rule for rule in rules if rule.extra["side"] == side)


def beside(text: str, sentence: Span, mention: ActorMention, language: str) -> Link | None:
    """Read the words before and after an actor, inside its sentence.

    What follows goes before what leads up: "by day, JNIM claimed responsibility".
    """
    after = _following(text, mention, sentence.end)
    before = text[max(sentence.start, mention.span.start - _BACK) : mention.span.start]
    follows = _first("after", after, language, mention)
    if follows is None and len(rest := _past_place(after, language)) < len(after):
        follows = _first("after", rest, language, mention)
    if follows is not None and not denying(follows):
        return follows
    # "They accuse the army, which denies it": accused all the same.
    return _first("before", before, language, mention) or follows


def _past_place(after: str, language: str) -> str:
    """Pass over what stands between an actor and its verb.

    "Soldiers in Gao repelled it"; "Al-Shabaab, through its radio, claimed it".
    """
    rest = clause_words(language)["placed"].sub("", after)
    aside = _ASIDE.match(rest)
    return rest[aside.end() + 1 :] if aside else rest


def denying(link: Link | None) -> bool:
    """Tell whether an actor denies what it is accused of, or it is said of its habits only."""
    return link is not None and link.use == "denial"


def denies(text: str, mention: ActorMention, language: str) -> bool:
    """Tell whether the words after an actor deny."""
    return denying(_first("after", _following(text, mention, len(text)), language, mention))


def _following(text: str, mention: ActorMention, limit: int) -> str:
    after = text[mention.span.end : min(limit, mention.span.end + _AHEAD)]
    # "Volunteers (VDP) died": neither the name nor its acronym ends at the bracket.
    return _BRACKET.sub("", after)


@cache
def _own_words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _first(side: str, words: str, language: str, mention: ActorMention) -> Link | None:
    return _first_of(side, words, language, mention.text, mention.kind)


@lru_cache(maxsize=4096)
def _first_of(side: str, words: str, language: str, own: str, kind: ActorKind) -> Link | None:
    """Find the first rule of a side that matches; a sentence's words are read for each cue."""
    if len(words) < 2:  # noqa: PLR2004  # nothing but a blank or a stop
        return None
    for rule in _side(language, side):
        needs: Sequence[str] = rule.extra.get("needs", ())
        if needs and not any(need in words for need in needs):
            continue
        if kind not in rule.extra.get("kinds", (kind,)):
            continue
        if "actor" in rule.extra and not _own_words(rule.extra["actor"]).search(own):
            continue
        if rule.pattern.search(words):
            return Link(rule.extra["role"], rule.id, rule.extra.get("use", ""))
    return None


def toward(text: str, mention: ActorMention, cue: EventCue, language: str) -> Link | None:
    """Read all between an actor and a cue, whichever comes first; None where nothing is said."""
    if mention.span.end <= cue.span.start:
        return _between(text[mention.span.end : cue.span.start], cue, "to-cue", language)
    if cue.span.end <= mention.span.start:
        return _between(text[cue.span.end : mention.span.start], cue, "from-cue", language)
    return None


def _between(words: str, cue: EventCue, side: str, language: str) -> Link | None:
    words = _ASIDE.sub("", _BRACKET.sub("", words))
    if len(words) > 2 * _BACK:
        return None
    for rule in _joining(language, side, cue.voice, cue.frame):
        if "cue" in rule.extra and not _own_words(rule.extra["cue"]).search(cue.text):
            continue
        if rule.pattern.search(words):
            return Link(rule.extra["role"], rule.id, rule.extra.get("use", ""))
    return None


@cache
def _joining(language: str, side: str, voice: str, frame: str) -> tuple[Rule, ...]:
    """List the rules between an actor and a cue of this voice and family."""
    return tuple(
        rule
        for rule in _side(language, side)
        if voice in (rule.extra.get("voice") or (voice,))
        if frame in (rule.extra.get("frames") or (frame,))
    )


@cache
def clause_words(language: str) -> Mapping[str, re.Pattern[str]]:
    """Compile the patterns that divide clauses and join actors; see `[clauses]` of the rules."""
    table = load_rules(language, "roles")
    where = f"data/rules/{language}/roles.toml"
    pieces = expand_pieces(table["pieces"], where)
    return {
        name: compile_pattern(source, pieces, f"{where}, clause {name!r}")
        for name, source in table["clauses"].items()
    }
