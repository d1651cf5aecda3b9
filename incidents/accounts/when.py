"""When: an incident's own date, or the one that it inherits, with the ground it stands on."""

import re
from collections.abc import Sequence

import msgspec

from incidents.dating import days_told, is_any_day
from incidents.events.apart import ASIDE
from incidents.events.families import DEALS, OUTCOMES
from incidents.events.mention import EventMention
from incidents.mentions import DateMention
from incidents.records import DateBasis, DateValue, Span

LEAD_IN = re.compile(r"[A-ZÀ-Ý][\w'’./()-]{1,24}(?:[ ,/]{1,2}[\w'’./()-]{1,24}){0,5} ?: ")
"""The place that heads an item of a bulletin: "Homs desert: ..."."""
WIDE_DAYS = 31
"""Days from which a date yields to a narrower one in the same clause."""
SAYING_REACH = 12
"""Characters between "said" and the day on which it was said."""
HEARER_REACH = 45
"""Characters between them where they name those who heard it."""
SMALL = 3
"""Letters of the small words among such names: "the", "de"."""


def own_date(text: str, event: EventMention) -> DateMention | None:
    """Choose the date that the words give this event: the nearest in its clause, else in front."""
    if event.frames <= OUTCOMES and event.has("tally"):
        return None  # "A count by the army on Monday spoke of 40": the day is the count's
    dates = [date for date in event.dates() if date.use in {"event", "heading"}]
    if _speaks_of_it(event):
        dates = [date for date in dates if not _of_claim(event, date)]
    if event.reason == ASIDE:  # "three days after" dates what came then, not what was before
        dates = [date for date in dates if not _marks_aside(event, date)]
    dates = [date for date in dates if not _of_finding(event, date)]
    if event.main.frame not in DEALS:
        dates = [date for date in dates if not _of_saying(text, event, date)]
    if not dates and not event.alone and event.reason != ASIDE:
        lead = event.sentence.cues[0].span.start if event.sentence.cues else event.sentence.span.end
        dates = [d for d in event.sentence.dates if d.use == "event" and d.span.end <= lead]
    if not dates and event.tail is not None:
        told = [date for date in event.sentence.dates if date.use == "event"]
        dates = [date for date in told if event.tail.covers(date.span)] if len(told) == 1 else []
    cue = event.main.span
    return min(dates, key=lambda date: (_is_wide(date), _distance(date.span, cue)), default=None)


def _of_claim(event: EventMention, date: DateMention) -> bool:
    """Tell whether a date may be that of a claim: "The group claimed the attack on Monday"."""
    claims = [mark.span.end for mark in event.marks if mark.kind == "claim"]
    return any(end <= date.span.start for end in claims) and date.span.start > event.main.span.end


def _speaks_of_it(event: EventMention) -> bool:
    """Tell whether a noun with "the" speaks of what was told: "the attack"."""
    main = event.main
    return main.voice == "nominal" and main.article == "the" and not main.plural


def _of_finding(event: EventMention, date: DateMention) -> bool:
    """Tell whether a date is that on which bodies were found, in words that tell of the deed too.

    "Rescuers pulled two bodies on Wednesday from the mosque that a bomber rammed".
    """
    nearest = min(event.cues, key=lambda cue: abs(_distance(date.span, cue.span)))
    return nearest.frame == "bodies" and event.main.frame != "bodies"


def _marks_aside(event: EventMention, date: DateMention) -> bool:
    return any(mark.kind == "aside" and mark.span.overlaps(date.span) for mark in event.marks)


def _is_wide(date: DateMention) -> bool:
    """Tell whether a date is a season or more: "the worst attack this year" was on a day.

    Or a day that nobody can know: "on 3 June, it was learned today".
    """
    return days_told(date.value) > WIDE_DAYS or is_any_day(date.value)


def _of_saying(text: str, event: EventMention, date: DateMention) -> bool:
    """Tell whether a date says when it was said: "two sources said on Thursday"."""
    told = [
        mark.span
        for mark in event.marks
        if mark.kind == "saying"
        and not any(mark.span.end <= cue.span.start < date.span.start for cue in event.cues)
    ]
    return follows(text, date.span, told)


def follows(text: str, date: Span, told: Sequence[Span]) -> bool:
    """Tell whether a date stands behind words of saying, or behind those who heard them.

    "Said on Tuesday"; "told Radio Kobi on Tuesday": nothing but a name and small words between.
    """
    return any(
        0 <= date.start - saying.end <= SAYING_REACH
        or (0 < date.start - saying.end <= HEARER_REACH and _names(text[saying.end : date.start]))
        for saying in told
    )


def _names(gap: str) -> bool:
    words = gap.split()
    return all(word[0].isupper() or len(word) <= SMALL for word in words) and gap.isprintable()


def told_on(text: str, event: EventMention) -> DateValue | None:
    """Find the day on which the mention's event was told: it happened no later."""
    told = [
        date.value
        for date in event.dates()
        if date.use == "event" and _of_saying(text, event, date)
    ]
    return next((value for value in told if value.precision == "day"), None)


def _distance(date: Span, cue: Span) -> int:
    return date.start - cue.end if date.start >= cue.end else cue.start - date.end


def is_background(event: EventMention) -> bool:
    """Tell whether the sentence's dates put it into the report's past."""
    dates = event.dates()
    return bool(dates) and all(date.use == "background" for date in dates)


def report_period(dates: Sequence[DateMention]) -> DateValue | None:
    """Find the period that the report says it covers: the first told in dates of its own.

    "Reports released this week cover incidents from December through March" tells two.
    """
    periods = [date.value for date in dates if date.use == "period"]
    return min(periods, key=lambda value: value.basis != "stated", default=None)


def issued_before(dates: Sequence[DateMention], published: DateValue | None) -> DateValue | None:
    """Find the day of a dateline that lies before the day on which the report was published."""
    days = [date.value for date in dates if date.use == "dateline"]
    if published is None or not days or days[0].precision != "day":
        return None
    return days[0] if days[0].latest < published.earliest else None


def sent_before(dates: Sequence[DateMention], position: int) -> DateValue | None:
    """Find when the mail was sent that is quoted at a position of the text."""
    sent = [date for date in dates if date.use == "quoted" and date.span.end <= position]
    return sent[-1].value if sent else None


def passes_on(value: DateValue, event: EventMention, blocks: Sequence[str]) -> bool:
    """Tell whether the next paragraph takes the date of the incident before it.

    Args:
        value: that date.
        event: what has none of its own.
        blocks: how the two paragraphs begin; items that name their place tell each its own story.
    """
    items = all(LEAD_IN.match(block) for block in blocks)
    narrow = days_told(value) <= WIDE_DAYS and not is_any_day(value)
    return narrow and not items and not event.has("turn")


def rebased(value: DateValue, basis: DateBasis) -> DateValue:
    """Say on what other ground a date stands."""
    return msgspec.structs.replace(value, basis=basis)


def contradict(first: DateValue | None, second: DateValue | None) -> bool:
    """Tell whether two dates can't be of one event."""
    if first is None or second is None:
        return False
    return first.latest < second.earliest or second.latest < first.earliest


def sharper(first: DateValue | None, second: DateValue | None) -> DateValue | None:
    """Choose the narrower of two dates."""
    if first is None or second is None:
        return first or second
    return second if second.latest - second.earliest < first.latest - first.earliest else first
