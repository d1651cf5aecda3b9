"""Hand-made inputs of the stages of reading: mentions, sentences, events, accounts and clusters.

`Page` finds its spans by the words of a text; the functions below it need no text, for stages
that look at what was read and not at words.
"""

import dataclasses
import datetime as dt
from array import array
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from incidents.accounts.account import Account
from incidents.accounts.number import Reading
from incidents.blocks import Block, BlockKind
from incidents.discourse import Mark, MarkKind, Marks
from incidents.events.mention import EventMention
from incidents.events.sentence import Sentence
from incidents.linking.cluster import Cluster
from incidents.linking.story import Story
from incidents.mentions import (
    ActorMention,
    CountMention,
    DateMention,
    EventCue,
    PlaceMention,
    SourceMention,
)
from incidents.records import CountKey, DateBasis, DatePrecision, DateValue, Place, Span
from incidents.text import Document

WIDTH = 100
"""Characters that each sentence without a text is given."""
JUNE = dt.date(2024, 6, 1)


class Page:
    """A text of one sentence a line, each line a block, whose words are the spans."""

    def __init__(self, *lines: str, kinds: Sequence[BlockKind] = (), language: str = "en") -> None:
        """Take the lines, and the kinds of their blocks: paragraphs where none are given."""
        self.text = "\n".join(lines)
        starts = [sum(len(line) + 1 for line in lines[:index]) for index in range(len(lines))]
        self.spans = tuple(
            Span(start, start + len(line)) for start, line in zip(starts, lines, strict=True)
        )
        plain: tuple[BlockKind, ...] = ("paragraph",)
        self.kinds = tuple(kinds) or plain * len(lines)
        blocks = zip(self.spans, self.kinds, strict=True)
        self.doc = Document(
            raw=self.text,
            text=self.text,
            offsets=array("I", range(len(self.text) + 1)),
            sentences=self.spans,
            blocks=tuple(Block(span=span, kind=kind) for span, kind in blocks),
            language=language,
            told=self.text,
        )

    def at(self, words: str, after: int = 0) -> Span:
        """Find words, from a position on."""
        start = self.text.index(words, after)
        return Span(start, start + len(words))

    def cue(self, words: str, frame: str, **fields: object) -> EventCue:
        """Make an event word of some words."""
        return cue(frame, words, span=self.at(words), **fields)

    def count(self, words: str, number: int, **fields: object) -> CountMention:
        """Make a number of people of some words."""
        return count(number, span=self.at(words), text=words, **fields)

    def place(self, words: str, name: str = "", **fields: object) -> PlaceMention:
        """Make a place of some words; `name` is its name in them."""
        span = self.at(words)
        names = (self.at(name or words, span.start),)
        return place(words, **{"span": span, "names": names, **fields})

    def date(self, words: str, first: int, last: int = 0, **fields: object) -> DateMention:
        """Make a date of June 2024 of some words."""
        return date(first, last, span=self.at(words), text=words, **fields)

    def actor(self, words: str, **fields: object) -> ActorMention:
        """Make an actor of some words."""
        return actor(words, span=self.at(words), **fields)

    def source(self, words: str, **fields: object) -> SourceMention:
        """Make a source of some words, which vouches for its line."""
        span = self.at(words)
        line = next(one for one in self.spans if one.covers(span))
        return source(words, **{"span": span, "scope": line, **fields})

    def mark(self, words: str, kind: MarkKind) -> Mark:
        """Make a discourse mark of some words."""
        return Mark(kind=kind, span=self.at(words), rule=f"en.{kind}")

    def sentence(
        self,
        line: int = 0,
        *,
        cues: Sequence[EventCue] = (),
        counts: Sequence[CountMention] = (),
        actors: Sequence[ActorMention] = (),
        dates: Sequence[DateMention] = (),
        places: Sequence[PlaceMention] = (),
        sources: Sequence[SourceMention] = (),
    ) -> Sentence:
        """Lay out a line with its mentions."""
        return Sentence(
            index=line, span=self.spans[line], block=line, kind=self.kinds[line],
            cues=tuple(cues), counts=tuple(counts), actors=tuple(actors), dates=tuple(dates),
            places=tuple(places), sources=tuple(sources),
        )  # fmt: skip

    def event(self, sentence: Sentence, *marks: Mark) -> EventMention:
        """Make one event of all that a sentence holds."""
        return EventMention(sentence=sentence, span=sentence.span, cues=sentence.cues, marks=marks)


def cue(frame: str = "attack", words: str = "attacked", **fields: object) -> EventCue:
    """Make an event word: an active verb where nothing else is said."""
    one = EventCue(
        span=Span(0, 1), text=words, event_type="", sub_event_type="", voice="active", frame=frame
    )
    return replace(one, **fields)


def noun(frame: str = "attack", article: str = "a", **fields: object) -> EventCue:
    """Make a noun of an event: "an attack"."""
    return replace(cue(frame, frame), voice="nominal", article=article, **fields)


def count(number: int, **fields: object) -> CountMention:
    """Make an exact number of people."""
    one = CountMention(
        span=Span(0, 1), text=str(number), low=number, best=number, high=number, noun="people",
        people="person",
    )  # fmt: skip
    return replace(one, **fields)


def dozens(low: int = 24, high: int | None = None) -> CountMention:
    """Make a vague number: a bound and no figure."""
    return count(low, best=None, high=high)


def place(name: str = "Dola", **fields: object) -> PlaceMention:
    """Make a place by its bare name."""
    span = Span(0, len(name))
    return replace(PlaceMention(text=name, span=span, names=(span,)), **fields)


def value(first: int, last: int = 0, basis: DateBasis = "stated") -> DateValue:
    """Make a date from one day of June 2024 to another; 40 is the 10th of July."""
    early, late = (JUNE + dt.timedelta(days=day - 1) for day in (first, last or first))
    edtf = f"{early}" if early == late else f"{early}/{late}"
    precision: DatePrecision = "day" if early == late else "range"
    return DateValue(edtf=edtf, earliest=early, latest=late, precision=precision, basis=basis)


def date(first: int, last: int = 0, **fields: object) -> DateMention:
    """Make the mention of a date of June 2024."""
    one = DateMention(span=Span(0, 1), text=str(first), value=value(first, last))
    return replace(one, **fields)


def actor(words: str = "gunmen", **fields: object) -> ActorMention:
    """Make an actor: unnamed armed men where nothing else is said."""
    one = ActorMention(
        span=Span(0, 1), text=words, actor_id=words, name=words, kind="unidentified", named=False
    )
    return replace(one, **fields)


def source(words: str = "police", **fields: object) -> SourceMention:
    """Make a source."""
    one = SourceMention(
        span=Span(0, 1), text=words, name=words, kind="government", status="reported",
        scope=Span(0, 1),
    )  # fmt: skip
    return replace(one, **fields)


def told(  # noqa: PLR0913 - what an account may say, each by its name
    index: int = 0,
    *cues: EventCue,
    killed: int | CountMention | None = None,
    tolls: Mapping[CountKey, CountMention] | None = None,
    where: PlaceMention | None = None,
    site: Place | None = None,
    when: DateMention | None = None,
    actors: Sequence[ActorMention] = (),
    sources: Sequence[SourceMention] = (),
    marks: Sequence[MarkKind] = (),
    kind: str = "paragraph",
    block: int | None = None,
    reason: str = "",
    listed: tuple[int, int] = (0, 0),
) -> Account:
    """Make the account of a sentence without a text; its cues stand side by side in it."""
    span = Span(index * WIDTH, (index + 1) * WIDTH - 1)
    words = [
        replace(one, span=Span(span.start + 10 * n, span.start + 10 * n + 5))
        for n, one in enumerate(cues or (cue(),), start=3)
    ]
    counted = dict(tolls or {})
    if killed is not None:
        counted["killed"] = count(killed) if isinstance(killed, int) else killed
    counted = {key: replace(one, span=_within(span, one.span)) for key, one in counted.items()}
    here = where and replace(
        where,
        span=_within(span, where.span),
        names=tuple(_within(span, one) for one in where.names),
        site=site,
    )
    on = when and replace(when, span=_within(span, when.span))
    doers = tuple(replace(one, span=_within(span, one.span)) for one in actors)
    heard = tuple(replace(s, span=_within(span, s.span), scope=span) for s in sources)
    sentence = Sentence(
        index=index, span=span, block=index if block is None else block, kind=kind,
        cues=tuple(words), counts=tuple(counted.values()), actors=doers,
        dates=(on,) if on else (), places=(here,) if here else (), sources=heard,
    )  # fmt: skip
    event = EventMention(
        sentence=sentence, span=span, cues=tuple(words), reason=reason, listed=listed,
        marks=tuple(_mark(one, span) for one in marks),
    )  # fmt: skip
    readings = tuple(Reading(key, one, words[0]) for key, one in counted.items())
    return Account(event=event, date=on, place=here, readings=readings, tolls=counted)


def _mark(kind: MarkKind, line: Span) -> Mark:
    return Mark(kind=kind, span=Span(line.start, line.start + 5), rule=kind)


def _within(line: Span, span: Span) -> Span:
    return Span(line.start + span.start, line.start + span.end)


def cluster(*accounts: Account, number: int = 0) -> Cluster:
    """Begin an incident with accounts; its first gives its date, place and tolls."""
    first = accounts[0]
    made = Cluster(
        number=number,
        date=first.date.value if first.date else None,
        place=first.place,
        tolls=first.tolls,
    )
    for account in accounts:
        made = made.telling(account)
    return made


def within(part: Cluster, whole: Cluster) -> tuple[Cluster, Cluster]:
    """Make the one a part of the other; give both."""
    children = (*whole.children, part.number)
    held = dataclasses.replace(part, parent=whole.number)
    return held, dataclasses.replace(whole, children=children)


def story(*clusters: Cluster, page: Page | None = None) -> Story:
    """Make the story of a report whose incidents are these."""
    last = max((one.last.span.end for one in clusters), default=0)
    doc = (page or Page(*(["x" * (WIDTH - 1)] * (last // WIDTH + 1)))).doc
    made = Story(doc=doc, marks=Marks(doc), period=None, published=value(10))
    for one in clusters:
        made.put(one)
    return made
