"""The event words of a language, compiled once: cues, bars, settings, means, grammar."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Literal

import msgspec

from incidents.errors import RuleError
from incidents.phrases import Phrase, PhraseBook, compile_phrase, fold, word_classes
from incidents.records import CountKey, EventType, Record
from incidents.rules import load_data, load_rules

Reach = Literal["inside", "next", "before", "after", "clause", "sentence"]
Keeps = Literal["all", "first", "last"]
KEEPS: Mapping[str, Keeps] = {"all": "all", "first": "first", "last": "last"}


class CueRule(Record, frozen=True, kw_only=True):
    """Words that say that something was done."""

    id: str
    frame: str
    """Family, of `[frames]` in `data/conventions/acled_types.toml`."""
    noun: bool
    means: str | None
    outcome: CountKey | None
    weight: float
    keeps: Keeps = "all"
    """Which of its words are the cue; the others only have to stand there, free for other cues."""


class BarRule(Record, frozen=True, kw_only=True):
    """Words that make the cues near them no incident."""

    id: str
    reason: str
    reach: Reach
    within: int
    """Words that `next` and `before` reach over."""
    frames: frozenset[str]
    """Families that it bars; empty bars all."""


class AllowRule(Record, frozen=True, kw_only=True):
    """Words that take back the bars that start within them."""

    id: str
    reasons: frozenset[str]


class SettingRule(Record, frozen=True, kw_only=True):
    """A kind of place that is hit."""

    id: str
    name: str
    """Its kind; empty for words that only look like a place: "the village chief"."""
    civilian: bool
    military: bool
    weak: bool = False
    """Whether any other kind that stands by says more: homes in a village."""


class MeansRule(Record, frozen=True, kw_only=True):
    """What it is done with."""

    id: str
    name: str


_FILES = ("triggers", "modality", "settings", "means", "grammar")

EventRule = CueRule | BarRule | AllowRule | SettingRule | MeansRule


class Grammar(Record, frozen=True, kw_only=True):
    """The small words around a cue."""

    articles: Mapping[str, str]
    """Folded word to "the", "a", "another" or "stop"."""
    numbers: Mapping[str, int]
    passive: frozenset[str]
    active: frozenset[str]
    adverbs: frozenset[str]
    agents: frozenset[str]
    followers: frozenset[str]
    bounds: frozenset[str]
    plural_ends: tuple[str, ...]
    participle_ends: tuple[str, ...]
    """Endings by which a participle agrees with who suffered it; empty where there are none."""
    belongs: frozenset[str]
    """What ties to a deed those who suffer it: "the killing of"."""
    former: frozenset[str]
    """What makes of a soldier a civilian: "former"."""
    months: frozenset[str]
    """Months that are also words of events: "march"."""
    before_months: frozenset[str]
    """What stands before a month that has no day: "in"."""
    ordinals: frozenset[str]
    """Endings of a day's number that stand apart from it: "9th of"."""


class Lexicon(Record, frozen=True, kw_only=True):
    """All event words of one language."""

    rules: Mapping[str, EventRule]
    book: PhraseBook
    grammar: Grammar
    types: Mapping[str, tuple[str, str]]
    """Frame to ACLED's type and sub-type."""


@cache
def event_types() -> Mapping[str, EventType]:
    """Map each of ACLED's sub-event types to its event type."""
    table = load_data("conventions/acled_types.toml")
    types = {sub: kind["name"] for kind in table["type"] for sub in kind["sub_types"]}
    return msgspec.convert(types, dict[str, EventType])


@cache
def frame_types() -> Mapping[str, tuple[str, str]]:
    """Map each family of cues to the type and sub-type it means on its own."""
    frames = load_data("conventions/acled_types.toml")["frames"]
    return {frame: (event_types()[sub], sub) for frame, sub in frames.items()}


@cache
def load_lexicon(language: str) -> Lexicon:
    """Compile the event words of a language.

    Raises:
        RuleError: a rule is wrong; the message names file and id.
    """
    tables = {name: load_rules(language, name) for name in _FILES}
    classes = word_classes(language)
    rules: dict[str, EventRule] = {}
    phrases: list[Phrase] = []
    for raw, rule in _all_rules(tables):
        if rule.id in rules:
            raise RuleError(f"data/rules/{language}: two rules have the id {rule.id!r}.")
        rules[rule.id] = rule
        phrases += [
            compile_phrase(rule.id, source, classes, f"data/rules/{language}, rule {rule.id!r}")
            for source in raw["phrases"]
        ]
    return Lexicon(
        rules=rules,
        book=PhraseBook(phrases),
        grammar=_grammar(tables["grammar"]),
        types=frame_types(),
    )


def _all_rules(
    tables: Mapping[str, Mapping[str, Any]],
) -> Iterable[tuple[Mapping[str, Any], EventRule]]:
    yield from ((raw, _cue(raw)) for raw in tables["triggers"]["rule"])
    yield from ((raw, _bar(raw)) for raw in tables["modality"].get("bar", []))
    for raw in tables["modality"].get("allow", []):
        yield raw, AllowRule(id=raw["id"], reasons=frozenset(raw["reason"]))
    for raw in tables["settings"].get("setting", []):
        yield raw, _setting(raw)
    for raw in tables["means"].get("means", []):
        yield raw, MeansRule(id=raw["id"], name=raw["name"])


def _cue(raw: Mapping[str, Any]) -> CueRule:
    if raw["frame"] not in frame_types():
        raise RuleError(
            f"rule {raw['id']!r}: no family {raw['frame']!r} in data/conventions/acled_types.toml."
        )
    return CueRule(
        id=raw["id"],
        frame=raw["frame"],
        noun=raw.get("noun", False),
        means=raw.get("means"),
        outcome=raw.get("outcome"),
        weight=raw.get("weight", 0.8),
        keeps=_keeps(raw),
    )


def _keeps(raw: Mapping[str, Any]) -> Keeps:
    keeps: Keeps | None = KEEPS.get(raw.get("keeps", "all"))
    if keeps is None:
        raise RuleError(f"rule {raw['id']!r}: keeps must be all, first or last.")
    return keeps


def _bar(raw: Mapping[str, Any]) -> BarRule:
    return BarRule(
        id=raw["id"],
        reason=raw["reason"],
        reach=raw["reach"],
        within=raw.get("within", 0),
        frames=frozenset(raw.get("frames", [])),
    )


def _setting(raw: Mapping[str, Any]) -> SettingRule:
    return SettingRule(
        id=raw["id"],
        name=raw["name"],
        civilian=raw.get("civilian", False),
        military=raw.get("military", False),
        weak=raw.get("weak", False),
    )


def _grammar(table: Mapping[str, Any]) -> Grammar:
    voice, months = table.get("voice", {}), table.get("months", {})
    articles = {
        fold(word): kind
        for kind, words in table.get("articles", {}).items()
        for word in words.split()
    }
    return Grammar(
        articles=articles,
        numbers={fold(word): number for word, number in table.get("numbers", {}).items()},
        passive=_words(voice, "passive"),
        active=_words(voice, "active"),
        adverbs=_words(voice, "adverbs"),
        agents=_words(voice, "agents"),
        followers=_words(voice, "followers"),
        bounds=_words(voice, "bounds"),
        plural_ends=tuple(voice.get("plural_ends", ())),
        participle_ends=tuple(voice.get("participle_ends", ())),
        belongs=_words(voice, "belongs"),
        former=_words(table.get("people", {}), "former"),
        months=_words(months, "words"),
        before_months=_words(months, "before"),
        ordinals=_words(months, "ordinals"),
    )


def _words(voice: Mapping[str, Any], name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in voice.get(name, "").split())
