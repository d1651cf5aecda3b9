"""Marks the words that say when, resolves them in text order, and says what each is for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from incidents.dating import interval, read_edtf
from incidents.finders.dates.language import Language, Sought, is_day_first, language_of
from incidents.finders.dates.relative import RELATIVE
from incidents.finders.dates.spans import SPANS
from incidents.finders.dates.stated import STATED
from incidents.finders.dates.uses import Setting, Use, is_said, use_of
from incidents.finders.dates.words import Found, Reference, Words
from incidents.mentions import DateMention
from incidents.records import DateValue, Span
from incidents.rules import Rule
from incidents.scanning import Token, matches_at, starts_near, tokens
from incidents.text import Document

_YEAR = re.compile(r"(?:19|20)\d\d$")
_KINDS = {**STATED, **RELATIVE, **SPANS}
_BOUND_REACH = 14
_DAYS_OF_YEAR = 365
_NIGHT_DAYS = 2
_DATED = frozenset({"day", "week", "month", "range"})
_FIRST_YEAR = 1000
"""EDTF writes years with four digits."""
_WORDS_BEFORE = 10
"""Most words that a date has before the one it is found by: "the night of Monday 14 to"."""


class _Read(NamedTuple):
    """A mention, and what its neighbours should know of it."""

    mention: DateMention
    found: Found
    said: bool
    """The day on which somebody spoke."""
    since: bool

    @property
    def is_day(self) -> bool:
        """Whether it is as precise as a night."""
        return (self.found.latest - self.found.earliest).days < _NIGHT_DAYS


class _Match(NamedTuple):
    """A rule's match, before it is resolved."""

    span: Span
    rule: Rule
    groups: Mapping[str, str | None]


_Raw = tuple[Span, Rule, re.Match[str]]


def find_dates(doc: Document, published: DateValue | None) -> list[DateMention]:
    """Find the dates of a document.

    Args:
        doc: the text; boilerplate is not read.
        published: when the report was published, as `document_date` gives it. Without it, words
            that only point ("on Tuesday") are left out: nothing can be said.

    Returns:
        Mentions in text order, none overlapping, their spans over `doc.text`.
    """
    language = language_of(doc.language)
    mentions: list[DateMention] = []
    setting = Setting(doc)
    reference = Reference(published=published, day_first=is_day_first(doc, language))
    for sentence in doc.sentences:
        if setting.enter(sentence):
            reference = msgspec.structs.replace(reference, year_anchor=setting.heading_year)
        if reference.told_here:
            reference = msgspec.structs.replace(reference, told_here=False)
        here: list[_Read] = []
        for match in _matches(doc.text, sentence, language):
            if found := _resolve(match, reference, language):
                read = _mention(doc, match, found, reference, language, setting)
                here.append(read)
                reference = _after(reference, read, match)
                setting.note(read.mention, named_year=_names_year(match))
        mentions.extend(_beside(_unsaid_twice(doc.text, here, language)))
    return mentions


def _unsaid_twice(text: str, here: Sequence[_Read], language: Language) -> list[_Read]:
    """Leave out the weekday of "Friday night (February 29)": the date itself follows."""
    return [
        one
        for index, one in enumerate(here)
        if not (
            one.found.basis == "relative"
            and index + 1 < len(here)
            and here[index + 1].found.basis == "stated"
            and here[index + 1].is_day
            and text[one.mention.span.end : here[index + 1].mention.span.start] in language.apposed
        )
    ]


def _beside(here: Sequence[_Read]) -> Iterator[DateMention]:
    """Beside the day of an event, "police said on Tuesday" and "since May" date nothing."""
    told = any(
        one.mention.use == "event" and not one.said and not one.since and one.is_day for one in here
    )
    for one in here:
        weak = told and one.mention.use == "event" and (one.said or one.since)
        use: Use = "background" if one.since else "dateline"
        yield msgspec.structs.replace(one.mention, use=use) if weak else one.mention


def _matches(text: str, sentence: Span, language: Language) -> list[_Match]:
    """Collect the matches of one sentence; of overlapping ones the longest, then the first."""
    found = tokens(text, sentence)
    hot = _hot(found, language)
    if not hot:
        return []
    names = frozenset(hot)
    may = language.beginnings.along(sentence.of(text), found)
    matches = [
        (_marked(match), sought.rule, match)
        for sought in language.rules
        if sought.needs <= names and (not sought.some or not sought.some.isdisjoint(names))
        for match in matches_at(
            sought.rule.pattern, text, _starts(found, hot, sought, may), sentence
        )
    ]
    kept = sorted(_longest(matches), key=lambda match: match[0])
    return [_Match(span, rule, match.groupdict()) for span, rule, match in kept]


def _hot(found: Sequence[Token], language: Language) -> dict[str, list[int]]:
    """Say where the words of each class stand, and the words that a rule asks for by name."""
    hot: dict[str, list[int]] = {}
    classes = language.classes
    for index, (word, _) in enumerate(found):
        if word in classes:
            for name in classes[word]:
                hot.setdefault(name, []).append(index)
        if word[0].isdigit():
            name = "year" if _YEAR.match(word) else "digit"
            hot.setdefault(name, []).append(index)
    return hot


def _starts(
    found: Sequence[Token],
    hot: Mapping[str, list[int]],
    sought: Sought,
    may: Sequence[frozenset[int]],
) -> list[int]:
    """List where a rule may begin: a few words before the rarest words that it needs."""
    if sought.needs:
        indices = min((len(hot[name]), name, hot[name]) for name in sought.needs)[-1]
    else:
        indices = [index for name in sought.some if name in hot for index in hot[name]]
    return starts_near(found, indices, _WORDS_BEFORE, sought.number, may)


def _marked(match: re.Match[str]) -> Span:
    groups = match.re.groupindex
    for name in ("m", "m_b"):
        if name in groups and match[name] is not None:
            return Span(*match.span(name))
    return Span(*match.span())


def _longest(found: list[_Raw]) -> Iterator[_Raw]:
    taken: list[Span] = []
    for raw in sorted(found, key=lambda one: one[0].start - one[0].end):
        if not any(raw[0].overlaps(span) for span in taken):
            taken.append(raw[0])
            yield raw


def _resolve(match: _Match, reference: Reference, language: Language) -> Found | None:
    words = Words(match.groups, language.meaning)
    try:
        found = _KINDS[match.rule.extra["kind"]](words, reference)
    except (ValueError, OverflowError):  # "900 years ago": before the calendar begins
        return None
    return found if found and found.earliest.year >= _FIRST_YEAR else None


def _names_year(match: _Match) -> bool:
    return any(match.groups.get(name) for name in ("year", "year_b", "year2"))


def _mention(
    doc: Document,
    match: _Match,
    found: Found,
    reference: Reference,
    language: Language,
    setting: Setting,
) -> _Read:
    span, latest = match.span, found.latest
    before = doc.text[max(0, span.start - _BOUND_REACH) : span.start]
    bound = language.bound.search(before)
    published = reference.published
    if bound and published and found.earliest < published.latest:
        span = Span(span.start - len(before) + bound.start(), span.end)
        latest = published.latest
    value = interval(
        found.earliest,
        latest,
        found.basis,
        precision=found.precision if latest == found.latest else None,
        text=span.of(doc.text),
        span=span,
    )
    if found.edtf and latest == found.latest:
        value = msgspec.structs.replace(value, edtf=found.edtf)
    mention = DateMention(
        span=span,
        text=span.of(doc.text),
        value=value,
        use=use_of(doc, span, value, setting, published),
        rule=match.rule.id,
    )
    since = span != match.span
    return _Read(mention, found, said=is_said(doc.text, span, doc.language), since=since)


def _after(reference: Reference, read: _Read, match: _Match) -> Reference:
    """Let later words point at this date, unless it is another story's or the speaker's."""
    change = msgspec.structs.replace
    mention, found = read.mention, read.found
    if mention.use == "period" and mention.value.precision != "day":
        return change(reference, period=mention.value)
    if mention.use in {"background", "period", "dateline"}:
        return reference
    told = interval(found.earliest, found.latest, found.basis, precision=found.precision)
    if _names_year(match) and (told.latest - told.earliest).days < _DAYS_OF_YEAR:
        reference = change(reference, year_anchor=told)
    if read.said and reference.anchor:
        return reference
    if match.rule.extra["kind"] == "overnight" and reference.anchor:
        return reference  # "and stayed overnight. The following day": the day after they came
    day = told if read.is_day else reference.day
    return change(reference, anchor=told, told_here=True, day=day)


def document_date(doc: Document, given: str | None) -> DateValue | None:
    """Say when a report was published.

    Args:
        doc: the report's text.
        given: EDTF from its metadata; beats all else.

    Returns:
        The given date; else the dateline's; else about the month of the latest date that the
        text names in full ("2024-03~"); else None.

    Raises:
        DateError: `given` is no EDTF.
    """
    if given:
        return read_edtf(given)
    full = [one for one in find_dates(doc, None) if one.value.basis == "stated"]
    for mention in full:
        if mention.use == "dateline":
            return _published(mention.value, about=False)
    named = [one for one in full if one.use != "background" and one.value.precision in _DATED]
    latest = max(named, key=lambda one: one.value.latest, default=None)
    return _published(latest.value, about=True) if latest else None


def _published(value: DateValue, *, about: bool) -> DateValue:
    if not about:
        return msgspec.structs.replace(value, basis="publication")
    month = read_edtf(f"{value.latest:%Y-%m}~")
    return msgspec.structs.replace(month, text=value.text, span=value.span)
