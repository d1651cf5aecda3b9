"""What a decision holds on to: a report's words, never an id that a new reading may change."""

from collections.abc import Sequence

from msgspec import UNSET, UnsetType

from incidents.quotes import Quote, locate, quote, quote_words
from incidents.records import Incident, Record, Span

MOST_OF_IT = 0.5
"""Share of the sentences that two readings of one incident have in common at least."""


class Anchor(Record, frozen=True, kw_only=True):
    """Which incidents of a report: one, by its words, or all that are told of one place."""

    place: Quote | None = None
    """The words of the place; None where the incident has none."""
    evidence: tuple[Quote, ...] | None = None
    """The one incident's sentences; None where all incidents at `place` are meant."""
    cue: Quote | None = None
    """The words that made it an event, such as "attacked"."""
    alone: bool = False
    """Whether no other incident was told at that place in these sentences."""
    nth: int = 0
    """Which of the incidents that have the very same words, in their order."""
    made: str | UnsetType = UNSET
    """Id of the incident, where it exists by an analyst's word alone and no reading changes it.

    Unset, and not None, elsewhere: entries from before there was such a thing keep their hash.
    """


def anchor_place(incident: Incident, text: str) -> Anchor:
    """Hold on to all incidents of the report at the words of this one's place."""
    return Anchor(place=_place_quote(incident, text))


def anchor_incident(incident: Incident, text: str, siblings: Sequence[Incident]) -> Anchor:
    """Hold on to one incident.

    Args:
        incident: as it was read.
        text: its report's.
        siblings: all incidents of its report, itself among them.
    """
    beside = [one for one in siblings if one.report_id == incident.report_id]
    twins = [one.id for one in beside if _words(one) == _words(incident)]
    return Anchor(
        place=_place_quote(incident, text),
        evidence=tuple(quote(text, span) for span in incident.evidence),
        cue=quote(text, cue) if (cue := _cue(incident)) else None,
        alone=not any(one.id != incident.id and _same_telling(one, incident) for one in beside),
        nth=twins.index(incident.id) if incident.id in twins else 0,
    )


def targets(anchor: Anchor, text: str, incidents: Sequence[Incident]) -> list[Incident]:
    """Return the incidents that an anchor holds, in a reading that may be another one.

    One that has to be guessed at is not returned: a decision on the wrong incident is worse
    than one that is listed as not found.

    Args:
        anchor: from an earlier reading.
        text: the report's, now.
        incidents: all of the report, as they are read now.
    """
    if anchor.made:
        return [one for one in incidents if one.id == anchor.made]
    if anchor.evidence is None:
        return [one for one in incidents if anchor.place and one.place.text == anchor.place.exact]
    spans = [span for one in anchor.evidence if (span := locate(one, text))]
    near = [
        one
        for one in incidents
        if _meet(spans, one.evidence) and _shared(spans, one.evidence) >= MOST_OF_IT
    ]
    cue = locate(anchor.cue, text) if anchor.cue else None
    same_cue = [one for one in near if cue and (other := _cue(one)) and other.overlaps(cue)]
    found = same_cue or _by_place(anchor, near, has_cue=cue is not None)
    best = max((_alike(spans, one, anchor) for one in found), default=None)
    best_ones = [one for one in found if _alike(spans, one, anchor) == best]
    return best_ones[anchor.nth : anchor.nth + 1]


def overlapping(one: Anchor, other: Anchor) -> bool:
    """Tell whether two anchors on a report may hold the same incident."""
    if one.made or other.made:
        return one.made == other.made
    if one.evidence is None or other.evidence is None:
        words = {anchor.place.exact for anchor in (one, other) if anchor.place}
        return len(words) == 1 and bool(one.place and other.place)
    if one.cue and other.cue and one.cue != other.cue:
        return False
    ours, theirs = (
        [Span(q.start, q.start + len(q.exact)) for q in evidence if q.start is not None]
        for evidence in (one.evidence, other.evidence)
    )
    return one == other or _overlap(ours, theirs) > 0


def _by_place(anchor: Anchor, near: Sequence[Incident], *, has_cue: bool) -> list[Incident]:
    """Take incidents by sentence and place, where no other could be meant."""
    words = anchor.place.exact if anchor.place else None
    here = [one for one in near if one.place.text == words]
    if anchor.alone and len(here) == 1:
        return here
    return [one for one in here if not has_cue or _cue(one) is None]


def _alike(spans: Sequence[Span], one: Incident, anchor: Anchor) -> tuple[float, bool]:
    union = _length(spans) + _length(one.evidence) - _overlap(spans, one.evidence)
    words = anchor.place.exact if anchor.place else None
    return (_overlap(spans, one.evidence) / union if union else 1.0), one.place.text == words


def _meet(some: Sequence[Span], others: Sequence[Span]) -> bool:
    """Tell apart quickly what lies apart in the text, as most incidents of a report do."""
    if not some or not others:
        return True
    first, last = min(span.start for span in others), max(span.end for span in others)
    return any(span.start < last and first < span.end for span in some)


def _shared(some: Sequence[Span], others: Sequence[Span]) -> float:
    shorter = min(_length(some), _length(others))
    if not shorter:
        return float(not some and not others)
    return _overlap(some, others) / shorter


def _overlap(some: Sequence[Span], others: Sequence[Span]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in some for b in others)


def _length(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _same_telling(one: Incident, other: Incident) -> bool:
    near = _shared(one.evidence, other.evidence) >= MOST_OF_IT
    return near and one.place.text == other.place.text


def _words(one: Incident) -> tuple[object, ...]:
    return one.evidence, _cue(one), one.place.text, one.place.span


def _cue(one: Incident) -> Span | None:
    return one.spans.get("event_type")


def _place_quote(incident: Incident, text: str) -> Quote | None:
    place = incident.place
    if place.text is None:
        return None
    return quote(text, place.span) if place.span else quote_words(text, place.text)
