"""When: an incident's own date, or the one that it inherits, with the ground it stands on."""

import re
from collections.abc import Sequence

import msgspec

from incidents.assembly.apart import ASIDE
from incidents.assembly.families import DEALS
from incidents.assembly.pieces import Piece
from incidents.claims import DateMention
from incidents.records import DateBasis, DateValue, Span

LEAD_IN = re.compile(r"[A-ZÀ-Ý][\w'’./()-]{1,24}(?:[ ,/]{1,2}[\w'’./()-]{1,24}){0,5} ?: ")
"""The place that heads an item of a bulletin: "Homs desert: ..."."""
WIDE_DAYS = 31
"""Days from which a date yields to a narrower one in the same clause."""
SAYING_REACH = 12
"""Characters between "said" and the day on which it was said."""


def own_date(piece: Piece) -> DateMention | None:
    """Choose the date that the words give this event: the nearest in its clause, else in front."""
    dates = [date for date in piece.dates() if date.use in {"event", "heading"}]
    if piece.reason == ASIDE:  # "three days after" dates what came then, not what was before
        dates = [date for date in dates if not _marks_aside(piece, date)]
    if piece.main.frame not in DEALS:
        dates = [date for date in dates if not _of_saying(piece, date)]
    if not dates and not piece.alone and piece.reason != ASIDE:
        lead = piece.scene.cues[0].span.start if piece.scene.cues else piece.scene.span.end
        dates = [d for d in piece.scene.dates if d.use == "event" and d.span.end <= lead]
    if not dates and piece.tail is not None:
        told = [date for date in piece.scene.dates if date.use == "event"]
        dates = [date for date in told if piece.tail.covers(date.span)] if len(told) == 1 else []
    cue = piece.main.span
    return min(dates, key=lambda date: (_is_wide(date), _distance(date.span, cue)), default=None)


def _marks_aside(piece: Piece, date: DateMention) -> bool:
    return any(mark.kind == "aside" and mark.span.overlaps(date.span) for mark in piece.marks)


def _is_wide(date: DateMention) -> bool:
    """Tell whether a date is a season or more: "the worst attack this year" was on a day."""
    return (date.value.latest - date.value.earliest).days > WIDE_DAYS


def _of_saying(piece: Piece, date: DateMention) -> bool:
    """Tell whether a date says when it was said: "two sources said on Thursday"."""
    told = [
        mark.span
        for mark in piece.marks
        if mark.kind == "saying"
        and not any(mark.span.end <= cue.span.start < date.span.start for cue in piece.cues)
    ]
    return follows(date.span, told)


def follows(date: Span, told: Sequence[Span]) -> bool:
    """Tell whether a date stands right behind words of saying."""
    return any(0 <= date.start - saying.end <= SAYING_REACH for saying in told)


def told_on(piece: Piece) -> DateValue | None:
    """Find the day on which the piece's event was told: it happened no later."""
    told = [date.value for date in piece.dates() if date.use == "event" and _of_saying(piece, date)]
    return next((value for value in told if value.precision == "day"), None)


def _distance(date: Span, cue: Span) -> int:
    return date.start - cue.end if date.start >= cue.end else cue.start - date.end


def is_background(piece: Piece) -> bool:
    """Tell whether the sentence's dates put it into the report's past."""
    dates = piece.dates()
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


def passes_on(value: DateValue, piece: Piece, blocks: Sequence[str]) -> bool:
    """Tell whether the next paragraph takes the date of the incident before it.

    Args:
        value: that date.
        piece: what has none of its own.
        blocks: how the two paragraphs begin; items that name their place tell each its own story.
    """
    items = all(LEAD_IN.match(block) for block in blocks)
    narrow = (value.latest - value.earliest).days <= WIDE_DAYS
    return narrow and not items and not piece.has("turn")


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
