"""A text cut into pieces, each knowing which incidents and which fields its words serve."""

import itertools
from collections.abc import Mapping, Sequence

from incidents.records import Incident, Record, Span

WINDOW = 120_000
"""Code points of a report shown at once; a screen reader and a browser both choke on 10 MB."""


class Piece(Record, frozen=True, kw_only=True):
    """A run of text whose marks are the same from end to end."""

    text: str
    incidents: tuple[str, ...] = ()
    """Ids of the incidents that this is evidence of, the one with the shortest evidence first."""
    fields: tuple[str, ...] = ()
    """Which fields were read from here: `date`, `place`, `actor`, `count`, `source`."""
    chips: tuple[str, ...] = ()
    """Labels of incidents whose evidence begins here."""


class Highlighted(Record, frozen=True, kw_only=True):
    """The part of a text that is shown, cut into pieces."""

    pieces: tuple[Piece, ...]
    before: int
    """Code points of the text left out in front."""
    after: int
    """Code points of the text left out behind."""


class _Mark(Record, frozen=True, kw_only=True):
    span: Span
    incident: str
    field: str


def highlight(
    text: str,
    incidents: Sequence[Incident],
    labels: Mapping[str, str],
    selected: str | None = None,
) -> Highlighted:
    """Cut a report's text at every boundary of a mark.

    Args:
        text: the report's text as given.
        incidents: those in view, of this report.
        labels: incident id to the number that map and text share.
        selected: id of the incident whose fields are marked; evidence is marked for all.
    """
    window = _window(text, incidents, selected)
    marks = [m for i in incidents for m in _marks(i, fields=i.id == selected)]
    marks = [m for m in marks if m.span.overlaps(window) and m.span.start < m.span.end]
    cuts = {window.start, window.end}
    for mark in marks:
        cuts |= {max(mark.span.start, window.start), min(mark.span.end, window.end)}
    bounds = sorted(cuts)
    pieces = tuple(
        _piece(text, Span(start, end), marks, labels) for start, end in itertools.pairwise(bounds)
    )
    return Highlighted(pieces=pieces, before=window.start, after=len(text) - window.end)


def field_marks(incident: Incident) -> list[tuple[str, Span]]:
    """Return each field's name with the span that it was read from."""
    found = [("actor", a.span) for a in incident.actors]
    found += [("count", c.span) for c in incident.casualties.values()]
    found += [("source", s.span) for s in incident.sources]
    found += [("place", incident.place.span)]
    found += [("date", incident.date.span if incident.date else None)]
    return [(field, span) for field, span in found if span is not None]


def _marks(incident: Incident, *, fields: bool) -> list[_Mark]:
    marks = [_Mark(span=s, incident=incident.id, field="evidence") for s in incident.evidence]
    if fields:
        marks += [_Mark(span=s, incident=incident.id, field=f) for f, s in field_marks(incident)]
    return marks


def _piece(text: str, span: Span, marks: Sequence[_Mark], labels: Mapping[str, str]) -> Piece:
    here = [m for m in marks if m.span.covers(span)]
    evidence = sorted(
        (m for m in here if m.field == "evidence"), key=lambda m: m.span.end - m.span.start
    )
    starting = [m.incident for m in evidence if m.span.start == span.start]
    return Piece(
        text=span.of(text),
        incidents=tuple(dict.fromkeys(m.incident for m in evidence)),
        fields=tuple(dict.fromkeys(m.field for m in here if m.field != "evidence")),
        chips=tuple(dict.fromkeys(labels[i] for i in starting if i in labels)),
    )


def _window(text: str, incidents: Sequence[Incident], selected: str | None) -> Span:
    if len(text) <= WINDOW:
        return Span(0, len(text))
    focus = next((i for i in incidents if i.id == selected), None)
    shown = focus or next(iter(incidents), None)
    middle = shown.evidence[0].start if shown and shown.evidence else 0
    start = max(0, min(middle - WINDOW // 2, len(text) - WINDOW))
    return Span(start, start + WINDOW)
