"""Marks numbers of people with their bound and noun, and says what kind of number each is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from incidents.claims import CountMention
from incidents.errors import RuleError
from incidents.finders.counts.amounts import SOME, Amount, amount_of
from incidents.finders.counts.nouns import Behind, NounClass, lexicon, read_noun
from incidents.records import CountKey, Record, Span
from incidents.rules import Rule, compile_pattern, load_patterns, load_rules, load_vocabulary
from incidents.scanning import by_word, first_words, matches_at, tokens
from incidents.text import Document

_REACH = 80
"""Code points before and after a number that are looked at."""
_STEM = 4
_ORDER = {"range": 0, "times": 1, "exact": 2, "number": 3, "vague": 4, "plural": 5, "one": 6}
_NUMBERS = ("n", "low", "low_b", "exact", "vague")
"""Groups of a rule that hold the number, without its bound."""
_LARGEST_YEAR = 2100
_SMALLEST_YEAR = 1900


class Context(Record, frozen=True, kw_only=True):
    """Words about a number that say what it is."""

    id: str
    flag: str | None
    """`including`, `replaces`, `total`, `bare` or `speaker`."""
    key: CountKey | None
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    cue: frozenset[str]
    """Beginnings of words, four letters, without one of which it cannot fit."""
    match: tuple[str, ...]
    no_match: tuple[str, ...]


class _Language(NamedTuple):
    rules: tuple[Rule, ...]
    contexts: tuple[Context, ...]
    first: dict[str, tuple[int, ...]]
    """By word: the rules whose matches may begin with it; "0" stands for any digits."""
    list_gap: re.Pattern[str]
    list_word: re.Pattern[str]
    """Between two nouns of a list without numbers."""


@cache
def contexts(language: str) -> tuple[Context, ...]:
    """Read the `[[context]]` rules of a language."""
    return tuple(
        _context(raw, f"data/rules/{language}/counts.toml, rule {raw.get('id')!r}")
        for raw in load_rules(language, "counts").get("context", ())
    )


def _context(raw: Mapping[str, str], where: str) -> Context:
    for name in ("id", "cue", "match", "no_match"):
        if name not in raw:
            raise RuleError(f"{where}: {name!r} is missing.")
    before, after = raw.get("before"), raw.get("after")
    key: CountKey | None = raw.get("key")  # type: ignore[assignment]  # the tests check its values
    return Context(
        id=raw["id"],
        flag=raw.get("flag"),
        key=key,
        before=compile_pattern(before, {}, where) if before else None,
        after=compile_pattern(after, {}, where) if after else None,
        cue=frozenset(raw["cue"].split()),
        match=tuple(raw["match"]),
        no_match=tuple(raw["no_match"]),
    )


@cache
def _language(language: str) -> _Language:
    where = f"data/rules/{language}/counts.toml, list_gap"
    rules, table = load_patterns(language, "counts"), load_rules(language, "counts")
    return _Language(
        rules=rules,
        contexts=contexts(language),
        first=_first_words(rules, load_vocabulary(language, "counts")),
        list_gap=compile_pattern(table["list_gap"], {}, where),
        list_word=compile_pattern(table["list_word"], {}, where),
    )


def _first_words(
    rules: Sequence[Rule], words: Mapping[str, Mapping[str, object]]
) -> dict[str, tuple[int, ...]]:
    """Say which rules may begin with a word, by the vocabularies that each names in `first`."""
    first: dict[str, list[int]] = {"0": []}
    for number, rule in enumerate(rules):
        for name in rule.extra["first"]:
            for word in first_words(words.get(name, (name,))):
                first.setdefault(word, []).append(number)
    return {word: tuple(dict.fromkeys(numbers)) for word, numbers in first.items()}


def find_counts(doc: Document) -> list[CountMention]:
    """Find the counts of a document, in text order, none overlapping.

    Ages, dates, distances, money, shares and times of day are no counts and are left out;
    counts of things ("200 homes") are found with `people="thing"`.
    """
    language = _language(doc.language)
    mentions: list[CountMention] = []
    for sentence in doc.sentences:
        previous: CountMention | None = None
        for mention in _in_sentence(doc, sentence, language):
            previous = _as_part(doc.text, previous, mention, language)
            mentions.append(previous)
            if mention.rule.endswith(".plural"):
                mentions.extend(_and_plural(doc, sentence, mention, language))
    return mentions


def _and_plural(
    doc: Document, sentence: Span, mention: CountMention, language: _Language
) -> Iterator[CountMention]:
    """Read on in "including women and children"."""
    gap = language.list_word.match(doc.text, mention.span.end, sentence.end)
    if gap is None:
        return
    behind = read_noun(doc.text, gap.end() - 1, sentence.end, lexicon(doc.language), one=False)
    if behind.noun and behind.noun.kind.people != "thing":
        span = Span(gap.end(), behind.noun.end)
        amount = Amount(mention.low, mention.best, mention.high)
        yield _mention(doc.text, span, amount, behind, [], mention.rule)


def _in_sentence(doc: Document, sentence: Span, language: _Language) -> list[CountMention]:
    starts = by_word(language.first, tokens(doc.text, sentence))
    if not starts:
        return []
    live = _live(doc.text, sentence, language)
    found = [
        (_ORDER[str(language.rules[number].extra["kind"])], mention)
        for number, places in starts.items()
        for match in matches_at(language.rules[number].pattern, doc.text, places, sentence)
        if (mention := _read(doc, sentence, match, language.rules[number], live))
    ]
    return sorted(_longest(found), key=lambda mention: mention.span)


def _live(text: str, sentence: Span, language: _Language) -> list[Context]:
    """List the contexts of which the sentence has a word at all."""
    stems = {word[:_STEM] for word, _ in tokens(text, sentence)}
    return [one for one in language.contexts if not stems.isdisjoint(one.cue)]


def _rank(one: tuple[int, CountMention]) -> tuple[bool, int, int]:
    order, mention = one
    return order >= _ORDER["plural"], mention.span.start - mention.span.end, order


def _longest(found: list[tuple[int, CountMention]]) -> Iterator[CountMention]:
    """Keep of overlapping ones the longest, then the one whose kind says more."""
    taken: list[Span] = []
    for _, mention in sorted(found, key=_rank):
        if not any(mention.span.overlaps(span) for span in taken):
            taken.append(mention.span)
            yield mention


def _read(
    doc: Document, sentence: Span, match: re.Match[str], rule: Rule, live: list[Context]
) -> CountMention | None:
    """Read one match: its amount, its noun, and the words about it."""
    kind = str(rule.extra["kind"])
    amount = amount_of(kind, match.groupdict(), doc.language)
    if amount is None:
        return None
    one = amount.high == 1
    behind = read_noun(doc.text, match.end(), sentence.end, lexicon(doc.language), one=one)
    if behind.unit or _is_year(match[0], behind):
        return None
    end = behind.noun.end if behind.noun else match.end()
    wanted = [context for context in live if _matters(context, behind, one_only=one)]
    fitting = _fitting(doc.text, sentence, match, end, wanted)
    flags = {context.flag for context in fitting}
    if "age" in flags or not _counts(
        kind, behind, flags, one=one, is_some=kind == "vague" and amount == SOME
    ):
        return None
    return _mention(doc.text, Span(match.start(), end), amount, behind, fitting, rule.id)


def _is_year(words: str, behind: Behind) -> bool:
    return behind.noun is None and words.isdigit() and _SMALLEST_YEAR < int(words) < _LARGEST_YEAR


def _counts(kind: str, behind: Behind, flags: set[str | None], *, one: bool, is_some: bool) -> bool:
    """Tell whether a number counts somebody or something at all."""
    if behind.noun is None:
        return (
            kind not in {"one", "plural"}
            and not is_some
            and not flags.isdisjoint({"bare", "replaces"})
        )
    if one and "speaker" in flags:
        return False
    if kind == "one":
        return behind.noun.kind.people != "thing"
    return kind != "plural" or behind.noun.kind.people != "thing"


def _matters(context: Context, behind: Behind, *, one_only: bool) -> bool:
    """Leave out what could change nothing: a number with its noun needs no proof of people."""
    if context.flag == "bare":
        return behind.noun is None
    return context.flag != "speaker" or one_only


def _fitting(
    text: str, sentence: Span, match: re.Match[str], end: int, wanted: list[Context]
) -> list[Context]:
    """Collect the contexts that hold: about the number, and about it with its bound and noun."""
    first = max(sentence.start, match.start() - _REACH)
    number = max((match.start(name) for name in _NUMBERS if name in match.re.groupindex), default=0)
    befores = {text[first : match.start()], text[first : max(number, match.start())]}
    last = min(sentence.end, end + _REACH)
    afters = {text[end:last], text[match.end() : last]}
    return [
        context
        for context in wanted
        if (context.before is None or any(map(context.before.search, befores)))
        and (context.after is None or any(map(context.after.search, afters)))
    ]


def _mention(
    text: str, span: Span, amount: Amount, behind: Behind, fitting: list[Context], rule: str
) -> CountMention:
    flags = {context.flag for context in fitting}
    noun = behind.noun
    kind = noun.kind if noun else NounClass("person")
    key = kind.key or next((context.key for context in fitting if context.key), None)
    return CountMention(
        span=span,
        text=span.of(text),
        low=amount.low,
        best=amount.best,
        high=amount.high,
        noun=noun.word if noun else "",
        people=kind.people,
        civilian=kind.civilian,
        including="including" in flags or rule.endswith(".plural"),
        replaces="replaces" in flags,
        total="total" in flags,
        key=key if kind.people != "thing" else None,
        rule=rule,
    )


def _as_part(
    text: str, previous: CountMention | None, mention: CountMention, language: _Language
) -> CountMention:
    """Carry a breakdown on: "including three women and five children"."""
    if previous is None or mention.including:
        return mention
    between = text[previous.span.end : mention.span.start]
    if between.strip() == "(":  # "2 people (a man and his son)"
        return msgspec.structs.replace(mention, including=True)
    if not previous.including:
        return mention
    if mention.people in {"thing", "combatant"} and previous.people != "combatant":
        return mention
    if not language.list_gap.match(between):
        return mention
    return msgspec.structs.replace(mention, including=True)
