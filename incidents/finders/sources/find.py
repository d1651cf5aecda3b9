"""Makes a source of a name or a description where the words say that it speaks."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import msgspec

from incidents.claims import SourceMention
from incidents.finders.sources.names import Named, find_names
from incidents.records import SourceKind, Span, Status
from incidents.rules import (
    Rule,
    any_of,
    compile_pattern,
    load_patterns,
    load_rules,
    load_vocabulary,
)
from incidents.scanning import by_word, first_words, matches_at, starts_near, tokens
from incidents.text import Document

_VERB_REACH = 110
"""Code points between a source and its verb, its apposition included."""
_PHRASE_REACH = 130
"""Code points between "according to" and the organisation of the person named."""
_PLAIN_REACH = 45
_STEM = 3
_CLOSERS = tuple(',"»')
_LOOKING_BACK = frozenset({"reported", "confirmed"})
_ARTICLE_REACH = 6
_RELEASING = frozenset({"ngo", "un"})
_WORDS_BEFORE = 3
_APPOSITION_COMMAS = 2
_LITERAL = re.compile(r"[^\W\d_]{2,}")
_ARTICLES = re.compile(r"(?:(?:the|an?|some|l[ea]s?|une?|des|du|de la) |[ld]')", re.IGNORECASE)


class _Candidate(NamedTuple):
    """Words that would be a source if they speak."""

    span: Span
    name: str
    kind: SourceKind | None
    """None: they refer to the source before them."""
    rule: str


class _Speech(NamedTuple):
    """A verb or phrase of saying."""

    span: Span
    status: Status
    inverts: bool
    """It may stand before its source: ", said the army"."""
    follows: bool
    far: bool
    """A person and an office may stand between: "according to Ada Obi, a researcher at HRW"."""
    """The source stands before it ("X said"); else after it ("according to X")."""


class _Language(NamedTuple):
    rules: tuple[tuple[Rule, frozenset[str]], ...]
    """Each with the stems of the words in it, without which a sentence is not looked at."""
    inverting: frozenset[str]
    """Verbs that may stand before their source: ", said the army"."""
    far: frozenset[str]
    """Phrases after which a person and an office may stand before the organisation."""
    inversion: re.Pattern[str]
    """What may stand between such a verb and its source: "ont indiqué mardi à l'AFP des ..."."""
    relative: re.Pattern[str]
    """What stands before a name in a relative clause: "to whom the"."""
    adjectival: re.Pattern[str]
    """What stands before a verb's form that is no verb: "a reported blast"."""
    speech: dict[str, tuple[int, ...]]
    """By word: 0 where a verb, 1 where a phrase may begin with it."""
    patterns: tuple[re.Pattern[str], re.Pattern[str]]
    """Of verbs, of phrases."""
    status: dict[str, Status]
    gap: re.Pattern[str]
    clause: re.Pattern[str]


@cache
def _language(language: str) -> _Language:
    words = load_vocabulary(language, "sources")
    where = f"data/rules/{language}/sources.toml"
    pieces = {name: any_of(list(words[name])) for name in ("verb", "phrase")}
    table = load_rules(language, "sources")
    return _Language(
        rules=tuple((rule, _stems(rule)) for rule in load_patterns(language, "sources")),
        inverting=frozenset(table["inverting"].split()),
        far=frozenset(table["far"]),
        inversion=compile_pattern(table["inversion"], {}, where),
        adjectival=compile_pattern(table["adjectival"], {}, where),
        relative=compile_pattern(table["relative"], {}, where),
        speech=_first(words),
        patterns=(
            compile_pattern(pieces["verb"], {}, where),
            compile_pattern(pieces["phrase"], {}, where),
        ),
        status={**words["verb"], **words["phrase"]},
        gap=compile_pattern("|".join(rule["pattern"] for rule in table["gap"]), {}, where),
        clause=compile_pattern("|".join(rule["pattern"] for rule in table["clause"]), {}, where),
    )


def _stems(rule: Rule) -> frozenset[str]:
    return frozenset(word[:_STEM].lower() for word in _LITERAL.findall(rule.source))


def find_sources(doc: Document) -> list[SourceMention]:
    """Find the sources of a document, in text order.

    A source vouches for its sentence, or its clause where another one shares the sentence; one
    that is named for what follows ("Amnesty documented two strikes. One of them ...") also for
    the following sentences of its paragraph, until the next source.
    """
    language = _language(doc.language)
    names = find_names(doc.text)
    mentions: list[SourceMention] = []
    index = 0
    for sentence in doc.sentences:
        while index < len(names) and names[index].span.end <= sentence.start:
            index += 1
        here = [name for name in names[index : index + 60] if sentence.covers(name.span)]
        found = _in_sentence(doc.text, sentence, here, language)
        mentions.extend(_resolved(found, mentions))
    return _with_lead(doc, _with_scopes(doc, mentions))


def _in_sentence(
    text: str, sentence: Span, names: Sequence[Named], language: _Language
) -> list[SourceMention]:
    speeches = _speeches(text, sentence, language)
    if not speeches:
        return []
    candidates = _candidates(text, sentence, names, language)
    speaking = _speaking(text, sentence, candidates, speeches, language)
    return [
        _mention(sentence, candidate, speech, text)
        for candidate, speech in zip(candidates, speaking, strict=True)
        if speech is not None
    ]


def _speaking(
    text: str,
    sentence: Span,
    candidates: Sequence[_Candidate],
    speeches: Sequence[_Speech],
    language: _Language,
) -> list[_Speech | None]:
    """Say for each candidate what makes it speak; in a list, "X and Y said", one verb for all."""
    found: list[_Speech | None] = []
    own = [one for one in speeches if not _stands_first(text, one, candidates, language)]
    for index, candidate in enumerate(candidates):
        before = candidates[index - 1].span.end if index else sentence.start
        last = index + 1 == len(candidates)
        following = sentence.end if last else candidates[index + 1].span.start
        found.append(
            _speech_behind(text, candidate, own, following, language)
            or _speech_before(text, candidate, speeches, before, language)
        )
    listed = [
        _is_list(text[one.span.end : other.span.start]) for one, other in pairwise(candidates)
    ]
    for index in range(len(listed) - 1, -1, -1):
        if listed[index]:
            found[index] = found[index] or found[index + 1]
    for index, together in enumerate(listed):
        if together:
            found[index + 1] = found[index + 1] or found[index]
    return found


def _first(words: Mapping[str, Mapping[str, object]]) -> dict[str, tuple[int, ...]]:
    first: dict[str, tuple[int, ...]] = {"0": ()}
    for number, name in enumerate(("verb", "phrase")):
        for word in first_words(words[name]):
            first[word] = (*first.get(word, ()), number)
    return first


def _speeches(text: str, sentence: Span, language: _Language) -> list[_Speech]:
    """Collect the words of saying in text order, a phrase before a verb that it holds."""
    starts = by_word(language.speech, tokens(text, sentence))
    found = []
    for number, places in starts.items():
        for match in matches_at(language.patterns[number], text, places, sentence):
            before = max(sentence.start, match.start() - _ARTICLE_REACH)
            if language.adjectival.search(text, before, match.start()):
                continue  # "a reported blast"
            word, follows = match[0].lower(), number == 0
            inverts = follows and word in language.inverting
            far = word in language.far
            found.append(_Speech(Span(*match.span()), language.status[word], inverts, follows, far))
    return sorted(found)


def _candidates(
    text: str, sentence: Span, names: Sequence[Named], language: _Language
) -> list[_Candidate]:
    """Collect what may speak: names first, then the longest descriptions beside them."""
    found = [
        _Candidate(one.span, one.name.name, one.name.kind, "sources.name")
        for index, one in enumerate(names)
        if not index or not _is_apposition(text[names[index - 1].span.end : one.span.start])
    ]
    here = tokens(text, sentence)
    stems: dict[str, list[int]] = {}
    for index, (word, _) in enumerate(here):
        stems.setdefault(word[:_STEM], []).append(index)
    described = [
        _described(text, match, rule)
        for rule, wanted in language.rules
        if (hot := [index for stem in wanted & stems.keys() for index in stems[stem]])
        for match in matches_at(rule.pattern, text, starts_near(here, hot, _WORDS_BEFORE), sentence)
    ]
    for candidate in sorted(described, key=lambda one: one.span.start - one.span.end):
        if not any(candidate.span.overlaps(other.span) for other in found) and not any(
            _is_apposition(text[name.span.end : candidate.span.start]) for name in names
        ):
            found.append(candidate)
    return sorted(
        (
            one
            for one in found
            if not language.relative.search(text, sentence.start, one.span.start)
        ),
        key=lambda one: one.span,
    )


def _is_apposition(gap: str) -> bool:
    """Know "Airwars, a British monitor": the name is the source."""
    return gap.startswith(", ") and bool(_ARTICLES.fullmatch(gap[2:] or " "))


def _described(text: str, match: re.Match[str], rule: Rule) -> _Candidate:
    start, end = match.span()
    article = _ARTICLES.match(text, start, end)
    if article:
        start = article.end()
    kind = rule.extra["kind"]
    end = start + len(text[start:end].rstrip())
    return _Candidate(Span(start, end), text[start:end], None if kind == "again" else kind, rule.id)


def _stands_first(
    text: str, speech: _Speech, candidates: Sequence[_Candidate], language: _Language
) -> bool:
    """Know the verb of ", said the army", which is nobody's before it."""
    if (
        not speech.inverts
        or text[max(0, speech.span.start - 3) : speech.span.start].rstrip()[-1:] not in _CLOSERS
    ):
        return False
    end = speech.span.end
    return any(
        end <= one.span.start <= end + _PLAIN_REACH
        and language.inversion.fullmatch(text[end : one.span.start])
        for one in candidates
    )


def _speech_behind(
    text: str,
    candidate: _Candidate,
    speeches: Sequence[_Speech],
    following: int,
    language: _Language,
) -> _Speech | None:
    """Find the verb behind a candidate that makes it speak: "the army said"."""
    end = candidate.span.end
    for speech in speeches:
        if speech.follows and end <= speech.span.start <= min(following, end + _VERB_REACH):
            return speech if _joins(text[end : speech.span.start], language) else None
    return None


def _speech_before(
    text: str,
    candidate: _Candidate,
    speeches: Sequence[_Speech],
    before: int,
    language: _Language,
) -> _Speech | None:
    """Find the words before a candidate that make it speak: "according to", ", said"."""
    start = candidate.span.start
    for speech in speeches:
        at = speech.span.end
        if not at <= start <= at + _PHRASE_REACH:
            continue
        gap = text[at:start]
        if speech.inverts and language.inversion.fullmatch(gap):
            return speech
        near = before <= at or _is_list(text[before:start])
        close = len(gap) <= _PLAIN_REACH or speech.far
        if not speech.follows and near and close and not language.gap.search(gap):
            return speech
    return None


def _joins(gap: str, language: _Language) -> bool:
    """Tell whether only an apposition or an adverb stands between a source and its verb."""
    if language.gap.search(gap):
        return False
    return len(gap) <= _PLAIN_REACH or gap.count(",") >= _APPOSITION_COMMAS


def _is_list(gap: str) -> bool:
    return gap.strip(" ,").lower() in {"and", "or", "et", "ou", "", "and the", "et les", "et des"}


def _mention(sentence: Span, candidate: _Candidate, speech: _Speech, text: str) -> SourceMention:
    return SourceMention(
        span=candidate.span,
        text=candidate.span.of(text),
        name=candidate.name if candidate.kind else "",
        kind=candidate.kind or "other",
        status=speech.status,
        scope=sentence,
        rule=candidate.rule,
    )


def _resolved(
    found: Sequence[SourceMention], earlier: Sequence[SourceMention]
) -> Iterator[SourceMention]:
    """Give "the report said" the source before it; without one it says nothing."""
    last = earlier[-1] if earlier else None
    for mention in found:
        if mention.name:
            last = mention
            yield mention
        elif last is not None:
            yield msgspec.structs.replace(mention, name=last.name, kind=last.kind)


def _with_scopes(doc: Document, mentions: Sequence[SourceMention]) -> list[SourceMention]:
    """Divide a sentence among its sources, and let the last one go on in its paragraph."""
    language = _language(doc.language)
    ends = {block.span.start: block.span.end for block in doc.blocks}
    starts = sorted(ends)
    scoped: list[SourceMention] = []
    for index, mention in enumerate(mentions):
        scope = mention.scope
        start, end = _clause(doc.text, mentions, index, language)
        following = mentions[index + 1].scope.start if index + 1 < len(mentions) else len(doc.text)
        block = _last_at(starts, scope.start)
        if end == scope.end and following > scope.start:
            end = max(end, min(ends[block], following))
        first = not index or mentions[index - 1].scope.start < block
        if first and start == scope.start and mention.status in _LOOKING_BACK:
            start = block  # "Gunmen came. They killed five, police said."
        scoped.append(msgspec.structs.replace(mention, scope=Span(start, end)))
    return scoped


def _with_lead(doc: Document, mentions: list[SourceMention]) -> list[SourceMention]:
    """Let an organisation's own release vouch for all of it: "..., Amnesty said today" in its lead.

    Only where no other organisation speaks in it: else it is a story about several.
    """
    speaking = {one.name for one in mentions if one.kind in _RELEASING}
    lead = next((one for one in mentions if one.kind in _RELEASING), None)
    opening = [block for block in doc.blocks if block.kind == "paragraph"][:1]
    if lead is None or len(speaking) > 1 or not opening or not opening[0].span.covers(lead.span):
        return mentions
    whole = Span(lead.scope.start, len(doc.text))
    return [msgspec.structs.replace(one, scope=whole) if one is lead else one for one in mentions]


def _last_at(starts: Sequence[int], position: int) -> int:
    return starts[bisect_right(starts, position) - 1]


def _clause(
    text: str, mentions: Sequence[SourceMention], index: int, language: _Language
) -> tuple[int, int]:
    """Cut a sentence where one source's clause gives way to another's."""
    mention = mentions[index]
    start, end = mention.scope
    if index and mentions[index - 1].scope == mention.scope:
        cut = language.clause.search(text, mentions[index - 1].span.end, mention.span.start)
        start = cut.end() if cut else start
    if index + 1 < len(mentions) and mentions[index + 1].scope == mention.scope:
        cut = language.clause.search(text, mention.span.end, mentions[index + 1].span.start)
        end = cut.start() if cut else end
    return start, end
