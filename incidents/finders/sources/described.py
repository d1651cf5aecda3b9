"""Who answers without being on any list: "fishermen speak of nine dead", "he disputes it"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from incidents.discourse import Mark, Marks
from incidents.mentions import SourceMention
from incidents.phrases import fold
from incidents.records import Span, Status
from incidents.text import Document

SPEAKING: dict[str, Status] = {
    "speech": "reported",
    "contest": "denied",
    "charge": "alleged",
}
"""Kinds of marks that make the words before them a source, and how it puts it."""
RELEASING = frozenset({"ngo", "un"})
"""Kinds of sources whose own release goes on after others have spoken."""
ASIDES = 2
"""Commas between those who speak and their verb: "the mayor, for his part, speaks"."""
NEAR = 40
"""Sources of a sentence among which one with the same words is looked for."""
MOST_WORDS = 8
"""Words that name a source at the most."""
BARE_WORDS = 3
"""Words that name a source with no article in front: "local fishermen"."""
WORD = re.compile(r"[\w'’-]+")


def with_voices(
    doc: Document, marks: Marks, sources: Sequence[SourceMention]
) -> list[SourceMention]:
    """Add the sources that only the words behind them make such, each for its own clause.

    Returns:
        All sources in text order; one that vouched for such a clause too now ends before it.
    """
    found: list[SourceMention] = []
    starts = [source.span.start for source in sources]
    for sentence in doc.sentences:
        for mark in marks.of(sentence):
            if mark.kind not in SPEAKING:
                continue
            first = bisect_left(starts, sentence.start)
            near = [*sources[first : first + NEAR], *found[-NEAR:]]
            voice = _voice(doc.text, sentence, mark, marks)
            if voice and not any(s.span.overlaps(voice.scope) for s in near):
                found.append(voice)
    if not found:
        return list(sources)
    cuts = sorted(voice.scope.start for voice in found)
    cut = [_ended(source, cuts, len(doc.text)) for source in sources]
    return sorted([*cut, *found], key=lambda source: source.span)


def _voice(text: str, sentence: Span, mark: Mark, marks: Marks) -> SourceMention | None:
    """Read the words in front of a verb of speech as those who speak."""
    words = marks.book.voices
    clause = _clause(text, sentence, mark.span.start)
    found = _subject(text, clause, mark.span.start, marks)
    for _ in range(ASIDES):
        if found or clause.start == sentence.start:
            break
        at = clause.start - 1  # "the army, for its part, speaks of"
        clause = Span(_clause(text, sentence, at).start, clause.end)
        found = _subject(text, clause, at, marks)
    if not 0 < len(found) <= MOST_WORDS or any(fold(w[0]) in words.never for w in found):
        return None
    head = found[0]
    named = fold(head[0]) in words.articles
    plural = len(found) <= BARE_WORDS and found[-1][0].endswith(words.plural_ends)
    if not (named or plural or head[0][0].isupper()) or (named and len(found) == 1):
        return None
    span = Span((found[1] if named else head).start(), found[-1].end())
    return SourceMention(
        span=span,
        text=span.of(text),
        name=span.of(text),
        kind="other",
        status=SPEAKING[mark.kind],
        scope=clause,
        rule=mark.rule,
    )


def _subject(text: str, clause: Span, end: int, marks: Marks) -> list[re.Match[str]]:
    """Read the words of those who speak, without what only leads to them or to the verb."""
    words = marks.book.voices
    acronym = text.find(" (", clause.start, end)  # "the Kobi League (KL) maintains"
    found = list(WORD.finditer(text, clause.start, acronym if acronym >= 0 else end))
    if all(fold(word[0]) in words.aside for word in found):
        return []
    if fold(found[0][0]) in words.relative:  # "the group, which held Dola, said"
        return []
    while found and fold(found[0][0]) in words.leading:
        found = found[1:]
    while found and fold(found[-1][0]) in words.articles:  # « les témoins le contestent »
        found = found[:-1]
    return found


def _clause(text: str, sentence: Span, at: int) -> Span:
    """Find the clause around a position, between the marks that divide its sentence."""
    start = max((text.rfind(c, sentence.start, at) for c in ";:,–—"), default=-1)
    start = max(start + 1, sentence.start)
    end = text.find(";", at, sentence.end)
    return Span(start, end if end >= 0 else sentence.end)


def _ended(source: SourceMention, cuts: Sequence[int], end: int) -> SourceMention:
    """End what a source vouches for where another voice begins; a whole release goes on."""
    scope = source.scope
    at = bisect_left(cuts, source.span.end)
    if at == len(cuts) or cuts[at] >= scope.end:
        return source
    if scope.end == end and source.kind in RELEASING:
        return source
    return msgspec.structs.replace(source, scope=Span(scope.start, cuts[at]))
