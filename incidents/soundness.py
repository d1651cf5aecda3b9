"""Whether an incident from outside can be shown: what no reading writes breaks map and text."""

import math
from collections.abc import Iterator

from incidents.records import Actor, Count, DateValue, Incident, Place, Record, Source, Span
from incidents.tongue import later


def faults(incident: Incident, text: str) -> list[str]:
    """Say what is wrong with an incident; an empty list where nothing is.

    Args:
        incident: from a database or a snapshot.
        text: of its report, which its spans index.
    """
    found = [f"{where} {span.start} to {span.end} lies outside the text"
             for where, span in _spans(incident)
             if not 0 <= span.start <= span.end <= len(text)]  # fmt: skip
    found += place_faults(incident.place)
    found += date_faults(incident.date)
    found += [
        f"its number of {key} is no number of people"
        for key, count in incident.casualties.items()
        if not _ordered(count)
    ]
    if incident.count < 1:
        found.append(f"it counts {incident.count} events")
    if not 0 <= incident.confidence <= 1:
        found.append(f"its confidence is {incident.confidence}")
    return found


def misquoted(incident: Incident, text: str) -> list[str]:
    """Say which fields have other words than the text has at their spans."""
    parts = [*_parts(incident), *_counts(incident), *incident.claims]
    return [
        f"{_name(one)} has the words {one.text!r}, and the text {one.span.of(text)!r}"
        for one in parts
        if one.span is not None and one.text != one.span.of(text)
    ]


def _spans(incident: Incident) -> Iterator[tuple[str, Span]]:
    yield from (("the evidence", span) for span in incident.evidence)
    yield from ((f"the span of {key}", span) for key, span in incident.spans.items())
    yield from ((_name(one), one.span) for one in _parts(incident) if one.span)
    yield from (("a claim", claim.span) for claim in incident.claims)
    yield from (("a number", count.span) for count in _counts(incident))


def _parts(incident: Incident) -> Iterator[DateValue | Place | Actor | Source]:
    if incident.date is not None:
        yield incident.date
    yield incident.place
    yield from _actors(incident)
    yield from incident.sources


def _name(part: Record) -> str:
    return f"the {type(part).__name__.lower().removesuffix('value')}"


def _actors(incident: Incident) -> Iterator[Actor]:
    yield from incident.actors
    for claim in incident.claims:
        yield from claim.actors


def _counts(incident: Incident) -> Iterator[Count]:
    yield from incident.casualties.values()
    for claim in incident.claims:
        yield from claim.casualties.values()


def date_faults(date: DateValue | None) -> Iterator[str]:
    """Say what is wrong with a date."""
    if date is not None and date.earliest > date.latest:
        yield later(
            "its date ends ({last}) before it begins ({first})",
            last=date.latest.isoformat(),
            first=date.earliest.isoformat(),
        )


def place_faults(place: Place) -> Iterator[str]:
    """Say what is wrong with a place."""
    if not 1 <= place.precision <= 7:  # noqa: PLR2004 - UCDP's codes
        yield later("its place's precision is {n}, and UCDP has 1 to 7", n=place.precision)
    for lat_deg, lon_deg in [(place.lat_deg, place.lon_deg)] + [
        (one.lat_deg, one.lon_deg) for one in place.candidates
    ]:
        if not (_within(lat_deg, 90) and _within(lon_deg, 180)):
            yield later(
                "it lies at {lat}, {lon}, which is nowhere on Earth",
                lat=str(lat_deg),
                lon=str(lon_deg),
            )
    if place.radius_km is not None and not 0 <= place.radius_km <= 20_040:  # noqa: PLR2004
        yield later("its place's radius is {km} km", km=str(place.radius_km))


def _within(degrees: float | None, most: float) -> bool:
    return degrees is None or (math.isfinite(degrees) and abs(degrees) <= most)


def _ordered(count: Count) -> bool:
    given = [n for n in (count.low, count.best, count.high) if n is not None]
    return count.low >= 0 and given == sorted(given)
