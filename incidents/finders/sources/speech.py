"""Words of saying, and who says: the verb behind a source, or the phrase before it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from incidents.finders.sources.language import Language
from incidents.records import SourceKind, Span, Status
from incidents.scanning import by_word, matches_at, tokens

_VERB_REACH = 110
"""Code points between a source and its verb, its apposition included."""
_PHRASE_REACH = 130
"""Code points between "according to" and the organisation of the person named."""
_PLAIN_REACH = 45
_CLOSER_REACH = 16
"""Code points before a verb in which the mark stands that closes what was said."""
_ARTICLE_REACH = 32
"""Code points before a verb in which an article or a negation stands."""
_APPOSITION_COMMAS = 2


class Candidate(NamedTuple):
    """Words that would be a source if they speak."""

    span: Span
    name: str
    kind: SourceKind | None
    """None: they refer to the source before them."""
    rule: str


class Speech(NamedTuple):
    """A verb or phrase of saying."""

    span: Span
    status: Status
    inverts: bool
    """It may stand before its source: ", said the army"."""
    follows: bool
    """The source stands before it ("X said"); else after it ("according to X")."""
    far: bool
    """A person and an office may stand between: "according to Ada Obi, a researcher at HRW"."""


def find_speeches(text: str, sentence: Span, language: Language) -> list[Speech]:
    """Collect the words of saying in text order, a phrase before a verb that it holds."""
    starts = by_word(language.speech, tokens(text, sentence))
    found = []
    for number, places in starts.items():
        for match in matches_at(language.patterns[number], text, places, sentence):
            before = max(sentence.start, match.start() - _ARTICLE_REACH)
            if language.adjectival.search(text, before, match.start()):
                continue  # "a reported blast", "did not immediately claim"
            word, follows = match[0].lower(), number == 0
            inverts = follows and word in language.inverting
            far = word in language.far
            found.append(Speech(Span(*match.span()), language.status[word], inverts, follows, far))
    return sorted(found)


def who_speaks(
    text: str,
    sentence: Span,
    candidates: Sequence[Candidate],
    speeches: Sequence[Speech],
    language: Language,
) -> list[Speech | None]:
    """Say for each candidate what makes it speak; in a list, "X and Y said", one verb for all."""
    found: list[Speech | None] = []
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
        _is_list(text[one.span.end : other.span.start], language)
        for one, other in pairwise(candidates)
    ]
    for index in range(len(listed) - 1, -1, -1):
        gap = text[candidates[index].span.end : candidates[index + 1].span.start]
        # Neither in "killed ten herders, residents said" nor in "according to X, Y attacked".
        listed[index] &= gap.strip() != "," or any(listed[index + 1 : index + 2])
        if listed[index]:
            found[index] = found[index] or found[index + 1]
    for index, together in enumerate(listed):
        if together:
            found[index + 1] = found[index + 1] or found[index]
    return found


def _stands_first(
    text: str, speech: Speech, candidates: Sequence[Candidate], language: Language
) -> bool:
    """Know the verb of ", said the army", which is nobody's before it."""
    if not speech.inverts or not _is_closed(text, speech, language):
        return False
    end = speech.span.end
    return any(
        end <= one.span.start <= end + _PLAIN_REACH
        and language.inversion.fullmatch(text[end : one.span.start])
        for one in candidates
    )


def _is_closed(text: str, speech: Speech, language: Language) -> bool:
    """Tell whether what was said is closed before the verb, by a comma or a quotation mark."""
    start = speech.span.start
    return language.closing.search(text, max(0, start - _CLOSER_REACH), start) is not None


def _speech_behind(
    text: str,
    candidate: Candidate,
    speeches: Sequence[Speech],
    following: int,
    language: Language,
) -> Speech | None:
    """Find the verb behind a candidate that makes it speak: "the army said"."""
    end = candidate.span.end
    for speech in speeches:
        if speech.follows and end <= speech.span.start <= min(following, end + _VERB_REACH):
            return speech if _joins(text[end : speech.span.start], language) else None
    return None


def _speech_before(
    text: str,
    candidate: Candidate,
    speeches: Sequence[Speech],
    before: int,
    language: Language,
) -> Speech | None:
    """Find the words before a candidate that make it speak: "according to", ", said"."""
    start = candidate.span.start
    for speech in speeches:
        at = speech.span.end
        if not at <= start <= at + _PHRASE_REACH:
            continue
        gap = text[at:start]
        # "accusent des habitants" behind its comma; "X accuse l'armée" tells whom.
        told = speech.status != "alleged" or _is_closed(text, speech, language)
        if speech.inverts and told and language.inversion.fullmatch(gap):
            return speech
        between = text[before:start] if before > at else ""
        near = between.strip() != "," and _is_list(between, language)
        close = len(gap) <= _PLAIN_REACH or speech.far
        if not speech.follows and near and close and not language.gap.search(gap):
            return speech
    return None


def _joins(gap: str, language: Language) -> bool:
    """Tell whether only an apposition or an adverb stands between a source and its verb."""
    if language.gap.search(gap):
        return False
    return len(gap) <= _PLAIN_REACH or gap.count(",") >= _APPOSITION_COMMAS


def _is_list(gap: str, language: Language) -> bool:
    return gap.strip(" ,").lower() in language.between
