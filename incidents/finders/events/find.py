"""Event cues: the words that say that something was done, and those that say it was not."""

from collections.abc import Sequence
from typing import Literal

from incidents.finders.events.bars import bar_reasons, standing_bars
from incidents.finders.events.lexicon import (
    CueRule,
    Grammar,
    Lexicon,
    MeansRule,
    SettingRule,
    load_lexicon,
)
from incidents.finders.events.months import without_months
from incidents.mentions import EventCue
from incidents.phrases import HARD_STOPS, Hit, Word, is_number, split_words
from incidents.records import Span
from incidents.text import Document

SETTING_REACH = 9
"""Words after (or, in the passive, before) a cue in which what was hit may stand."""
POSSESSIVE = ("'s", "’s")
ARTICLE_REACH = 4
"""Words between an article and its noun: "a series of coordinated night raids"."""

Article = Literal["the", "a", "another", "one of", "number", "bare"]


def find_events(doc: Document) -> list[EventCue]:
    """Find the event cues of a document, in text order, the barred ones among them."""
    lexicon = load_lexicon(doc.language)
    cues: list[EventCue] = []
    for sentence in doc.sentences:
        cues += find_in_sentence(doc.text, sentence, lexicon)
    return cues


def find_matters(doc: Document) -> list[tuple[Span, str]]:
    """Find what else a document speaks of: the bars' words, with their reasons, in text order."""
    lexicon = load_lexicon(doc.language)
    found: list[tuple[Span, str]] = []
    for sentence in doc.sentences:
        words = without_months(split_words(doc.text, sentence), lexicon.grammar)
        for hit, rule in standing_bars(lexicon.book.find(words), lexicon):
            found.append((Span(words[hit.first].start, words[hit.last - 1].end), rule.reason))
    return found


def find_in_sentence(text: str, sentence: Span, lexicon: Lexicon) -> list[EventCue]:
    """Find the event cues of one sentence."""
    words = without_months(split_words(text, sentence), lexicon.grammar)
    hits = lexicon.book.find(words)
    told = [hit for hit in hits if isinstance(lexicon.rules[hit.key], CueRule)]
    chosen = _choose([_kept(hit, lexicon) for hit in told], lexicon)
    if not chosen:
        return []
    barred = bar_reasons(words, hits, chosen, lexicon)
    scene = _Scene(text, words, hits, lexicon)
    return [scene.cue(hit, barred.get(hit)) for hit in chosen]


def _kept(hit: Hit, lexicon: Lexicon) -> Hit:
    """Leave out of a hit the words that its rule wants beside it and leaves to other cues."""
    keeps = _rule(hit, lexicon).keeps
    if keeps == "all":
        return hit
    at = hit.at[0] if keeps == "first" else hit.at[-1]
    return Hit(hit.key, at, at + 1, (at,))


def _choose(hits: list[Hit], lexicon: Lexicon) -> list[Hit]:
    """Of cues that share words keep the surest, then the longest."""
    taken: set[int] = set()
    chosen = []
    for hit in sorted(hits, key=lambda hit: (-_rule(hit, lexicon).weight, -len(hit.at), hit.first)):
        if taken.isdisjoint(hit.at):
            taken.update(hit.at)
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: (hit.first, hit.last))


def _rule(hit: Hit, lexicon: Lexicon) -> CueRule:
    rule = lexicon.rules[hit.key]
    assert isinstance(rule, CueRule)  # noqa: S101 - only cues are chosen; tells mypy so
    return rule


class _Scene:
    """One sentence's words and hits, from which its cues are written."""

    def __init__(
        self, text: str, words: Sequence[Word], hits: Sequence[Hit], lexicon: Lexicon
    ) -> None:
        self._text = text
        self._words = words
        self._lexicon = lexicon
        self._settings = _settings(hits, lexicon)
        self._means = [hit for hit in hits if isinstance(lexicon.rules[hit.key], MeansRule)]

    def cue(self, hit: Hit, barred: str | None) -> EventCue:
        rule = _rule(hit, self._lexicon)
        span = Span(self._words[hit.first].start, self._words[hit.last - 1].end)
        article, count, count_span = _article(
            self._words, hit.first, self._lexicon.grammar, plural=self._is_plural(hit)
        )
        voice = _voice(self._words, hit, self._lexicon.grammar, noun=rule.noun)
        event_type, sub_type = self._lexicon.types[rule.frame]
        return EventCue(
            span=span,
            text=span.of(self._text),
            event_type=event_type,
            sub_event_type=sub_type,
            voice=voice,
            outcome=rule.outcome,
            means=rule.means or self._nearest_means(hit),
            setting=self._setting(hit, passive=voice == "passive"),
            frame=rule.frame,
            article=self._introduced(hit, article) if voice == "nominal" else "bare",
            plural=voice == "nominal" and self._is_plural(hit),
            count=count if voice == "nominal" else 1,
            count_span=count_span if voice == "nominal" else None,
            weight=rule.weight,
            barred=barred,
            rule=rule.id,
        )

    def _introduced(self, hit: Hit, article: Article) -> Article:
        """Read "the killing of a priest" as a new one: who suffers it is not known yet."""
        grammar = self._lexicon.grammar
        rest = [word.folded for word in self._words[hit.last - 1 : hit.last + 2]]
        of = next((at for at, word in enumerate(rest[:2]) if word in grammar.belongs), None)
        behind = rest[of + 1 : of + 2] if of is not None else []
        first = any(grammar.articles.get(word) == "a" for word in behind)
        return "a" if article == "the" and first else article

    def _is_plural(self, hit: Hit) -> bool:
        ends = self._lexicon.grammar.plural_ends
        return self._words[hit.at[-1]].folded.endswith(ends)

    def _setting(self, hit: Hit, *, passive: bool) -> str | None:
        last = min(hit.last + SETTING_REACH, len(self._words))
        stop = next((i for i in range(hit.last, last) if self._words[i].folded in HARD_STOPS), last)
        after = [s for s in self._settings if hit.first <= s.first < stop]
        before = [s for s in self._settings if hit.first - SETTING_REACH <= s.first < hit.first]
        order = [*reversed(before), *after] if passive else [*after, *reversed(before)]
        rules = [self._lexicon.rules[setting.key] for setting in order]
        found = [rule for rule in rules if isinstance(rule, SettingRule)]
        best = next((rule for rule in found if not rule.weak), found[0] if found else None)
        return best.name if best else None

    def _nearest_means(self, hit: Hit) -> str | None:
        nearest = min(self._means, key=lambda m: abs(m.first - hit.first), default=None)
        rule = self._lexicon.rules[nearest.key] if nearest else None
        return rule.name if isinstance(rule, MeansRule) else None


def _settings(hits: Sequence[Hit], lexicon: Lexicon) -> list[Hit]:
    """List the kinds of place that are named, in text order; the longer words hide the shorter.

    A "village chief" is no village and a "car bomb" no car: such rules have no name.
    """
    taken: set[int] = set()
    kept = []
    found = (hit for hit in hits if isinstance(lexicon.rules[hit.key], SettingRule))
    for hit in sorted(found, key=lambda hit: (hit.first - hit.last, hit.first)):
        if taken.isdisjoint(hit.at):
            taken.update(hit.at)
            kept.append(hit)
    named = (hit for hit in kept if getattr(lexicon.rules[hit.key], "name", ""))
    return sorted(named, key=lambda hit: hit.first)


def _article(
    words: Sequence[Word], first: int, grammar: Grammar, *, plural: bool
) -> tuple[Article, int, Span | None]:
    """Read how a noun is introduced, and how many it says there are."""
    found: Article = "bare"
    own = grammar.articles.get(words[first].folded)
    if own in {"another", "the"}:  # the phrase begins with it: "another on a", "the dead"
        return ("another" if own == "another" else "the"), 1, None
    for index in range(first - 1, max(first - 1 - ARTICLE_REACH, -1), -1):
        word = words[index]
        number = _number(word.folded, grammar)
        kind = grammar.articles.get(word.folded)
        if number > 1 and plural:
            before = words[index - 1].folded if index else ""
            if grammar.articles.get(before) == "the":  # "after these two attacks"
                return "the", 1, None
            return "number", number, Span(word.start, word.end)
        if kind == "stop" or word.folded in HARD_STOPS or word.folded == ",":
            break
        if kind == "another":
            return "another", 1, None
        if kind == "the" or word.folded.endswith(POSSESSIVE):  # "Tuesday evening's assault"
            return ("one of" if _one_of(words, index, grammar) else "the"), 1, None
        if kind == "a":
            found = "bare" if plural else "a"  # "des frappes" are no one strike
            break
    return found, 1, None


def _one_of(words: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """Tell whether "the" at `index` stands in "one of the raids"."""
    return (
        index >= 2  # noqa: PLR2004 - "one" and "of" stand before it
        and grammar.articles.get(words[index - 1].folded) == "stop"
        and grammar.articles.get(words[index - 2].folded) == "a"
    )


def _number(folded: str, grammar: Grammar) -> int:
    if is_number(folded) and folded.isdecimal() and len(folded) <= 3:  # noqa: PLR2004 - no years
        return int(folded)
    return grammar.numbers.get(folded, 0)


def _voice(
    words: Sequence[Word], hit: Hit, grammar: Grammar, *, noun: bool
) -> Literal["active", "passive", "nominal"]:
    index = hit.first - 1
    while index >= 0 and words[index].folded in grammar.adverbs:
        index -= 1
    before = words[index].folded if index >= 0 else ""
    if before in grammar.passive and grammar.articles.get(words[hit.first].folded) != "the":
        return "passive"
    alone = len(hit.at) == 1  # "the dead", "les blessés" are nouns; "the shells landed" is none
    if noun or (alone and grammar.articles.get(before) == "the"):
        return "nominal"
    if before in grammar.active:
        return "active"
    return "passive" if _without_object(words, hit, grammar) else "active"


def _without_object(words: Sequence[Word], hit: Hit, grammar: Grammar) -> bool:
    """Tell whether a participle by itself is passive: "two men killed in Dola"."""
    if grammar.participle_ends and words[hit.at[-1]].folded.endswith(grammar.participle_ends):
        return True
    after = words[hit.last].folded if hit.last < len(words) else "."
    second = words[hit.last + 1].folded if hit.last + 1 < len(words) else ""
    if second in grammar.bounds:
        return False
    return after in grammar.agents or after in grammar.followers
