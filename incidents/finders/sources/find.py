"""Makes a source of a name or a description where the words say that it speaks."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from incidents.finders.sources.language import STEM, Language, language_of
from incidents.finders.sources.names import Named, find_names
from incidents.finders.sources.scopes import with_lead, with_scopes
from incidents.finders.sources.speech import Candidate, Speech, find_speeches, who_speaks
from incidents.mentions import SourceMention
from incidents.records import Span
from incidents.rules import Rule
from incidents.scanning import matches_at, starts_near, tokens
from incidents.text import Document

_RELATIVE_REACH = 40
_MOST_NAMES = 60
"""Names of a sentence that are looked at; a list of more is no sentence."""
_WORDS_BEFORE = 7


def find_sources(doc: Document) -> list[SourceMention]:
    """Find the sources of a document, in text order.

    A source vouches for its sentence, or its clause where another one shares the sentence; one
    that is named for what follows ("Amnesty documented two strikes. One of them ...") also for
    the following sentences of its paragraph, until the next source.
    """
    language = language_of(doc.language)
    names = find_names(doc.text)
    mentions: list[SourceMention] = []
    index = 0
    for sentence in doc.sentences:
        while index < len(names) and names[index].span.end <= sentence.start:
            index += 1
        here = [name for name in names[index : index + _MOST_NAMES] if sentence.covers(name.span)]
        found = _in_sentence(doc.text, sentence, here, language)
        mentions.extend(_resolved(found, mentions))
    return with_lead(doc, with_scopes(doc, mentions))


def _in_sentence(
    text: str, sentence: Span, names: Sequence[Named], language: Language
) -> list[SourceMention]:
    speeches = find_speeches(text, sentence, language)
    if not speeches:
        return []
    candidates = _candidates(text, sentence, names, language)
    speaking = who_speaks(text, sentence, candidates, speeches, language)
    return [
        _mention(sentence, candidate, speech, text)
        for candidate, speech in zip(candidates, speaking, strict=True)
        if speech is not None
    ]


def _candidates(
    text: str, sentence: Span, names: Sequence[Named], language: Language
) -> list[Candidate]:
    """Collect what may speak: names first, then the longest descriptions beside them."""
    found = [
        Candidate(one.span, one.name.name, one.name.kind, "sources.name")
        for index, one in enumerate(names)
        if not _is_object(text, sentence, one.span.start, language)
        and not (
            index and _is_apposition(text[names[index - 1].span.end : one.span.start], language)
        )
    ]
    here = tokens(text, sentence)
    stems: dict[str, list[int]] = {}
    for index, (word, _) in enumerate(here):
        stems.setdefault(word[:STEM], []).append(index)
    may = language.beginnings.along(sentence.of(text), here)
    described = [
        _described(text, match, rule, language)
        for number, (rule, wanted) in enumerate(language.rules)
        if (hot := [index for stem in wanted & stems.keys() for index in stems[stem]])
        for match in matches_at(
            rule.pattern, text, starts_near(here, hot, _WORDS_BEFORE, number, may), sentence
        )
        if not _is_object(text, sentence, match.start(), language)
    ]
    for candidate in sorted(described, key=lambda one: one.span.start - one.span.end):
        beside = any(
            _is_apposition(text[name.span.end : candidate.span.start], language)
            or text[candidate.span.end : name.span.start] in {" ", " “", ' "'}  # "agency SANA"
            for name in names
        )
        if not beside and not any(candidate.span.overlaps(other.span) for other in found):
            found.append(candidate)
    return sorted(
        (
            one
            for one in found
            if not language.relative.search(
                text, max(sentence.start, one.span.start - _RELATIVE_REACH), one.span.start
            )
        ),
        key=lambda one: one.span,
    )


def _is_object(text: str, sentence: Span, at: int, language: Language) -> bool:
    """Know those to whom it is done: in "killed two traders, ACP reported" the traders don't speak.

    Nor do "a Taliban leader and one suspect" who were detained.
    """
    start = max(sentence.start, at - _RELATIVE_REACH)
    return language.objects.search(text, start, at) is not None


def _is_apposition(gap: str, language: Language) -> bool:
    """Know "Airwars, a British monitor": the name is the source."""
    return gap.startswith(", ") and bool(language.articles.fullmatch(gap[2:] or " "))


def _described(text: str, match: re.Match[str], rule: Rule, language: Language) -> Candidate:
    start, end = match.span()
    article = language.articles.match(text, start, end)
    if article:
        start = article.end()
    kind = rule.extra["kind"]
    end = start + len(text[start:end].rstrip())
    return Candidate(Span(start, end), text[start:end], None if kind == "again" else kind, rule.id)


def _mention(sentence: Span, candidate: Candidate, speech: Speech, text: str) -> SourceMention:
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
