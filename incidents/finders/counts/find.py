"""Marks numbers of people with their bound and noun, and says what kind of number each is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from incidents.finders.counts.amounts import PAIR, SOME, Amount, amount_of, bounded
from incidents.finders.counts.contexts import Context, Live, contexts, live_contexts, may_fit
from incidents.finders.counts.lists import apposed, as_part, with_tail
from incidents.finders.counts.named import find_named
from incidents.finders.counts.nobody import (
    ADULT,
    age_of,
    is_article,
    is_barred,
    is_name,
    is_of_named,
    is_year_or_age,
)
from incidents.finders.counts.nouns import (
    CLASSES,
    Behind,
    Noun,
    NounClass,
    lexicon,
    person_behind,
    read_noun,
)
from incidents.finders.counts.senses import in_sense
from incidents.finders.counts.signs import signed
from incidents.finders.counts.zero import find_zeros
from incidents.mentions import CountMention
from incidents.records import Span
from incidents.rules import (
    Rule,
    compile_pattern,
    load_patterns,
    load_rules,
    load_vocabulary,
)
from incidents.scanning import by_word, first_words, matches_at, tokens
from incidents.text import Document

_REACH = 80
"""Code points before and after a number that are looked at."""
_KINDS = "ages range times exact number vague same pair plural including one self aged"
_ORDER = {kind: place for place, kind in enumerate(_KINDS.split())}
NO_TOLL = frozenset({"age", "earlier", "undone"})
"""What a number may tell instead of the people that it counts: "tried to kill two judges"."""
_NUMBERS = ("n", "low", "low_b", "exact", "vague")
"""Groups of a rule that hold the number, without its bound."""


class _Language(NamedTuple):
    rules: tuple[Rule, ...]
    contexts: tuple[Context, ...]
    first: dict[str, tuple[int, ...]]
    """By word: the rules whose matches may begin with it; "0" stands for any digits."""
    list_word: re.Pattern[str]
    """Between two nouns of a list without numbers."""


@cache
def _language(language: str) -> _Language:
    where = f"data/rules/{language}/counts.toml, list"
    rules, table = load_patterns(language, "counts"), load_rules(language, "counts")
    return _Language(
        rules=rules,
        contexts=contexts(language),
        first=_first_words(
            rules, {**load_vocabulary(language, "counts"), "singular": lexicon(language).singular}
        ),
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


def find_counts(
    doc: Document, dates: Sequence[Span] = (), groups: Sequence[Span] = ()
) -> list[CountMention]:
    """Find the counts of a document, in text order; none overlap but those of nobody.

    Ages, dates, distances, money, shares and times of day are no counts and are left out;
    counts of things ("200 homes") are found with `people="thing"`.

    Args:
        doc: the text.
        dates: where its dates stand: "9 March 2024 gunmen" counts no gunmen.
        groups: where groups are named: "killed Boko Haram" counts no person of that name.
    """
    dated, named = _places(dates), _places([*dates, *groups])
    language = _language(doc.language)
    mentions: list[CountMention] = []
    for sentence in doc.sentences:
        previous: CountMention | None = None
        before = len(mentions)
        for mention in _in_sentence(doc, sentence, language, dated):
            previous = as_part(doc.text, previous, mention, doc.language)
            mentions.append(previous)
            if mention.kind == "including":
                mentions.extend(_and_plural(doc, sentence, mention, language))
        names = list(find_named(doc, sentence, mentions[before:], named))
        mentions[before:] = [
            one
            for one in mentions[before:]
            if not any(name.low > 1 and name.span.overlaps(one.span) for name in names)
        ]
        mentions.extend(names)
    mentions.sort(key=lambda mention: mention.span)
    for index in range(len(mentions) - 2, -1, -1):  # what befell the last befell all of a list
        first, second = mentions[index : index + 2]
        mentions[index] = with_tail(doc.text, first, second, doc.language)
    told = apposed(doc.text, mentions, doc.language)
    nobody = [zero for sentence in doc.sentences for zero in find_zeros(doc, sentence)]
    return sorted([*told, *nobody], key=lambda mention: mention.span) if nobody else told


def _places(spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(place for span in spans for place in range(span.start, span.end))


def _and_plural(
    doc: Document, sentence: Span, mention: CountMention, language: _Language
) -> Iterator[CountMention]:
    """Read on in "including women and children"."""
    gap = language.list_word.match(doc.text, mention.span.end, sentence.end)
    if gap is None:
        return
    behind = read_noun(
        doc.text, gap.end() - 1, sentence.end, lexicon(doc.language), one=False, told=True
    )
    if behind.noun and behind.noun.kind.people != "thing":
        span = Span(gap.end(), behind.noun.end)
        amount = Amount(mention.low, mention.best, mention.high)
        yield _mention(doc.text, span, amount, behind, [], (mention.rule, mention.kind))


def _in_sentence(
    doc: Document, sentence: Span, language: _Language, dated: frozenset[int]
) -> list[CountMention]:
    starts = by_word(language.first, tokens(doc.text, sentence))
    if not starts:
        return []
    live = live_contexts(tokens(doc.text, sentence), sentence, language.contexts)
    possible = {None, *(context.flag for context in live.contexts)}
    found = [
        (_ORDER[str(rule.extra["kind"])], mention)
        for number, places in starts.items()
        if (rule := language.rules[number]).extra.get("needs") in possible
        for match in matches_at(rule.pattern, doc.text, places, sentence)
        if (match.start() not in dated or not match[0][0].isdigit())
        and (mention := _read(doc, sentence, match, rule, live))
    ]
    return sorted(_longest(found), key=lambda mention: mention.span)


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
    doc: Document, sentence: Span, match: re.Match[str], rule: Rule, live: Live
) -> CountMention | None:
    """Read one match: its amount, its noun, and the words about it."""
    kind = str(rule.extra["kind"])
    amount = amount_of(kind, match.groupdict(), doc.language)
    if amount is None or is_name(doc, match):
        return None
    one = amount.best == 1
    behind, unlisted = _behind(doc, sentence, match, rule, one=one)
    if behind.noun:
        behind = behind._replace(noun=in_sense(behind.noun, doc.text, sentence, doc.language))
    end = behind.noun.end if behind.noun else match.end()
    is_some = kind == "vague" and amount == SOME
    if behind.unit or not _may_count(doc.text, match, kind, behind, is_some=is_some):
        return None
    if one and behind.noun and behind.noun.word in lexicon(doc.language).pairs:
        amount = PAIR
    wanted = [context for context in live.contexts if _matters(context, behind, one_only=one)]
    fitting = _fitting(doc.text, sentence, match, end, live._replace(contexts=wanted))
    flags = {context.flag for context in fitting}
    if one and behind.noun and match[0].isalpha():
        kind_of = _of_age(doc, Span(match.start(), end), behind.noun.kind)
        behind = Behind(behind.noun._replace(kind=kind_of), unit=False)
    needs = "fate" if unlisted else rule.extra.get("needs")
    if needs not in {None, *flags} or not flags.isdisjoint(NO_TOLL):
        return None
    if is_barred(match[0], flags):
        return None
    if kind not in {"pair", "aged"} and not _counts(behind, flags, one=one, unlisted=unlisted):
        return None
    found = _mention(doc.text, Span(match.start(), end), amount, behind, fitting, (rule.id, kind))
    return signed(doc, sentence, found)


def _behind(
    doc: Document, sentence: Span, match: re.Match[str], rule: Rule, *, one: bool
) -> tuple[Behind, bool]:
    """Find the noun behind a number, and tell whether it is one of a person that no list has.

    "Killed a woodcutter": such a one counts where the words beside say what befell him.
    """
    at, words, kind = match.end(), lexicon(doc.language), rule.extra["kind"]
    if kind == "ages":
        word = match["aged"].lower()
        return Behind(Noun(word, words.plural[word], at), unit=False), False
    told = kind == "number"
    behind = read_noun(doc.text, at, sentence.end, words, one=one, told=told)
    article = one and kind in {"one", "number"} and "needs" not in rule.extra
    if not article or behind.unit or behind.noun or not is_article(doc, at):
        return behind, False
    return Behind(person_behind(doc.text, at, sentence.end, doc.language), unit=False), True


def _of_age(doc: Document, span: Span, kind: NounClass) -> NounClass:
    """Take those whose age is told and under 18 for children: "a student aged 15"."""
    if kind.people not in {"person", "man", "woman"} or kind.key not in {None, "killed"}:
        return kind
    age = age_of(doc, span)
    return CLASSES["child"]._replace(key=kind.key) if age and age < ADULT else kind


def _may_count(
    text: str, match: re.Match[str], kind: str, behind: Behind, *, is_some: bool
) -> bool:
    """Tell whether a number may count somebody or something, whatever stands about it."""
    if behind.noun is not None:
        return kind not in {"one", "plural", "including"} or behind.noun.kind.people != "thing"
    if kind == "aged":
        return is_of_named(text, match)
    return (
        kind not in {"one", "plural", "including"}
        and not is_some
        and not is_year_or_age(text, match)
    )


def _counts(behind: Behind, flags: set[str | None], *, one: bool, unlisted: bool) -> bool:
    """Tell whether the words about a number let it count."""
    if behind.noun is None:
        return not unlisted and not flags.isdisjoint({"bare", "replaces"})
    return not (one and "speaker" in flags)


def _matters(context: Context, behind: Behind, *, one_only: bool) -> bool:
    """Leave out what could change nothing: a number with its noun needs no proof of people."""
    if context.flag == "bare":
        return behind.noun is None
    return context.flag != "speaker" or one_only


def _fitting(
    text: str, sentence: Span, match: re.Match[str], end: int, live: Live
) -> list[Context]:
    """Collect the contexts that hold: about the number, and about it with its bound and noun."""
    first = max(sentence.start, match.start() - _REACH)
    number = max((match.start(name) for name in _NUMBERS if name in match.re.groupindex), default=0)
    number = max(number, match.start())
    last = min(sentence.end, end + _REACH)
    stems = live.near(first, number), live.near(match.end(), last)
    near = [context for context in live.contexts if may_fit(context, *stems)]
    if not near:
        return []
    befores = {text[first : match.start()], text[first:number]}
    afters = {text[end:last], text[match.end() : last]}
    return [
        context
        for context in near
        if (context.before is None or any(map(context.before.search, befores)))
        and (context.after is None or any(map(context.after.match, afters)))
    ]


def _mention(
    text: str,
    span: Span,
    amount: Amount,
    behind: Behind,
    fitting: list[Context],
    by: tuple[str, str],
) -> CountMention:
    flags = {context.flag for context in fitting}
    rule, put = by
    noun = behind.noun
    kind = noun.kind if noun else NounClass("person")
    out = "loose" in flags and kind.key not in {"killed", "injured"}  # freed, or escaped
    if out or "neither" in flags:  # dead and wounded in one figure
        kind = NounClass("thing")
    if "at_least" in flags and amount.best == amount.high:
        amount = bounded(amount.low, "at_least")
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
        including="including" in flags or put == "including",
        replaces="replaces" in flags,
        total="total" in flags,
        key=key if kind.people != "thing" else None,
        kind=put,
        rule=rule,
    )
