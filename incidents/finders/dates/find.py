"""Marks the words that say when, resolves them in text order, and says what each is for."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from incidents.dating import NO_YEAR, interval, lacks_year, read_edtf
from incidents.finders.dates.feasts import FEASTS
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

_BARE_YEAR = re.compile(r"(?<![\w.,/-])(?:19|20)\d\d(?![\w/-])")
_TOP_BLOCKS = 4
_YEAR = re.compile(r"(?:19|20)\d\d$")
_KINDS = {**STATED, **RELATIVE, **SPANS, **FEASTS}
_BOUND_REACH = 14
_DAYS_OF_YEAR = 365
_NIGHT_DAYS = 2
_FIRST_YEAR = 1000
_ONE_NIGHT = dt.timedelta(days=1)
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
            that only point ("on Tuesday") are left out: nothing can be said; and days without a
            year take that of the report's full dates, where these agree, else they keep none
            ("XXXX-01-15", standing in `NO_YEAR`).

    Returns:
        Mentions in text order, none overlapping, their spans over `doc.text`.
    """
    if published is not None:
        return _find(doc, published, None)
    first = _find(doc, None, None)
    told = _told_year(first) or _year_above(doc)
    # Where no date lacks its year, another reading finds the same.
    lacking = any(lacks_year(one.value.earliest) for one in first)
    return _find(doc, None, told) if told and lacking else first


def _told_year(mentions: Sequence[DateMention]) -> DateValue | None:
    """Give what the full dates of a report span, where that settles the year of the others."""
    full = [
        one.value
        for one in mentions
        if one.value.basis == "stated"
        and one.use != "background"
        and not lacks_year(one.value.earliest)
    ]
    if not full:
        return None
    first, last = min(one.earliest for one in full), max(one.latest for one in full)
    return interval(first, last, "stated") if (last - first).days < _DAYS_OF_YEAR else None


def _year_above(doc: Document) -> DateValue | None:
    """Give the year that a heading at the top names: "Weekly tracker 2023"."""
    tops = [
        block.span.of(doc.text) for block in doc.blocks[:_TOP_BLOCKS] if block.kind == "heading"
    ]
    years = {int(year) for top in tops for year in _BARE_YEAR.findall(top)}
    if len(years) != 1:
        return None
    (year,) = years
    return interval(dt.date(year, 1, 1), dt.date(year, 12, 31), "stated")


def _find(doc: Document, published: DateValue | None, told: DateValue | None) -> list[DateMention]:
    language = language_of(doc.language)
    mentions: list[DateMention] = []
    setting = Setting(doc)
    reference = Reference(
        published=published, told_year=told, day_first=is_day_first(doc, language)
    )
    for sentence in doc.sentences:
        if setting.enter(sentence):
            reference = msgspec.structs.replace(reference, year_anchor=setting.heading_year)
        if reference.told_here:
            reference = msgspec.structs.replace(reference, told_here=False)
        here: list[_Read] = []
        for match in _matches(doc.text, sentence, language):
            found = _resolve(match, reference, language)
            hanging = None
            if found is None and published is None:
                hanging = found = _hanging(match, language)
            if hanging:  # its own day, which nobody can know: what follows it counts from no other
                reference = msgspec.structs.replace(reference, anchor=None, day=None)
            if found:
                read = _mention(doc, match, found, reference, language, setting)
                here.append(read)
                if hanging is None:
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
    if found is None or found.earliest.year >= _FIRST_YEAR:
        return found
    return found if abs(found.earliest.year - NO_YEAR) <= 1 else None


def _hanging(match: _Match, language: Language) -> Found | None:
    """Read words such as "on Tuesday", which would say a day if the publication were known."""
    found = _resolve(match, Reference(published=_SOME_DAY), language)
    if found is None:
        return None
    return _ANY_DAY if found.latest - found.earliest <= _ONE_NIGHT else _ANY_TIME


_ANY_DAY = Found(dt.date(NO_YEAR, 1, 1), dt.date(NO_YEAR, 12, 31), "relative", "day")
"""One day of a year, both unknown: EDTF's "XXXX"."""
_ANY_TIME = Found(_ANY_DAY.earliest, _ANY_DAY.latest, "relative", "year")
"""Weeks or months of a year, both unknown."""
_SOME_DAY = read_edtf("2004-06-15")


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
    if mention.use == "quoted":
        sent = change(mention.value, basis="publication")
        return Reference(published=sent, day_first=reference.day_first)
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
        The given date; else the dateline's, where it names its year; else None. The latest date
        in the text is no date of publication: a tracker is read years later.

    Raises:
        DateError: `given` is no EDTF.
    """
    if given:
        return read_edtf(given)
    for mention in find_dates(doc, None):
        value = mention.value
        full = value.basis == "stated" and not lacks_year(value.earliest)
        if full and mention.use == "dateline":
            return msgspec.structs.replace(value, basis="publication")
    return None
