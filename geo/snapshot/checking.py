"""Whether what a snapshot holds may be kept: only what this program writes, at a bearable cost.

A snapshot's sums say that it is as it was written, and not by whom. One incident with a date
of the year 1 or an area that takes minutes to carve would break the map of all the others.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from geo.areas import Area, Call, Union, parse
from geo.snapshot.carrying import Carried
from incidents.decisions import Action, Add, Decision, PutPlace, SetDate, Split, faults_of
from incidents.errors import ConflictMapError, SnapshotError
from incidents.records import Incident, to_json
from incidents.report import LARGEST_FILE, Report, report_id
from incidents.soundness import faults

MOST_REPORTS, MOST_INCIDENTS, MOST_DECISIONS = 2_000, 20_000, 5_000
MOST_OF_ONE_REPORT = 3_000
MOST_TEXT = 60_000_000
"""Characters of all reports together."""
LARGEST_INCIDENT = 50_000
"""Bytes of one incident as JSON."""
FIRST_DAY, LAST_DAY = dt.date(1700, 1, 1), dt.date(2200, 12, 31)
"""Within what a timeline can draw."""
MOST_OVERLAPS = 300_000
"""Evidence over evidence: each is a piece of text that the browser draws once more."""
DEEPEST = 4
"""Parts within parts of an area; the program's own go to three."""
WIDEST_KM = 500.0
SECONDS = {"offshore": 1.0, "border": 0.1}
"""What an area of this kind costs to make, about; any other a hundredth."""
MOST_SECONDS = 60.0


def check(incidents: Sequence[Incident], reports: Sequence[Report], carried: Carried) -> None:
    """Refuse a snapshot that holds what this program never writes.

    Raises:
        SnapshotError: naming the first thing that is wrong.
    """
    problem = next(_problems(incidents, reports, carried), None)
    if problem:
        raise SnapshotError(
            "It holds what this program never writes: {problem}. Ask its sender how it was made.",
            problem=problem,
        )


def _problems(
    incidents: Sequence[Incident], reports: Sequence[Report], carried: Carried
) -> Iterator[str]:
    yield from _too_many(incidents, reports, carried)
    yield from _wrong_reports(reports)
    texts = {report.id: report.text for report in reports}
    for name, some in (("incident", incidents), ("reading", carried.readings)):
        if len({one.id for one in some}) < len(some):
            yield f"two {name}s with one id"
        for one in some:
            yield from (f"{name} {one.id[:40]}: {said}" for said in _wrong(one, texts))
    for decision in carried.decisions:
        named = f"decision {decision.id[:40]}"
        yield from (f"{named}: {said}" for said in faults_of(decision.action))
        size = len(to_json(decision))
        if size > LARGEST_INCIDENT:
            yield f"{named}: {size:,} bytes, where {LARGEST_INCIDENT:,} are the most"
        for one in _told_by(decision):
            if decision.report_id in texts:
                yield from (f"{named}: {said}" for said in _wrong(one, texts))
    yield from _too_dear([*incidents, *carried.readings], carried)


def _too_many(
    incidents: Sequence[Incident], reports: Sequence[Report], carried: Carried
) -> Iterator[str]:
    for name, count, most in (
        ("reports", len(reports), MOST_REPORTS),
        ("incidents", len(incidents) + len(carried.readings), MOST_INCIDENTS),
        ("decisions", len(carried.decisions), MOST_DECISIONS),
        ("characters of text", sum(len(report.text) for report in reports), MOST_TEXT),
    ):
        if count > most:
            yield f"{count:,} {name}, where {most:,} are the most"


def _wrong_reports(reports: Sequence[Report]) -> Iterator[str]:
    if len({report.id for report in reports}) < len(reports):
        yield "two reports with one id"
    for report in reports:
        if len(report.text) > LARGEST_FILE:
            yield f"report {report.id[:40]}: a text of {len(report.text):,} characters"
        if report.id != report_id(report.text):
            yield f"report {report.id[:40]}: its id is not that of its text"


def _wrong(incident: Incident, texts: Mapping[str, str]) -> Iterator[str]:
    text = texts.get(incident.report_id)
    if text is None:
        yield "its report is not there"
        return
    size = len(to_json(incident))
    if size > LARGEST_INCIDENT:
        yield f"{size:,} bytes, where {LARGEST_INCIDENT:,} are the most"
    yield from faults(incident, text)
    date = incident.date
    if date is not None and not FIRST_DAY <= date.earliest <= date.latest <= LAST_DAY:
        yield f"its date, {date.earliest} to {date.latest}, is outside {FIRST_DAY} to {LAST_DAY}"
    place = incident.place
    if place.kind == "point" and (place.lat_deg is None or place.lon_deg is None):
        yield "a point without coordinates"
    if place.country is not None and not (len(place.country) == 2 and place.country.isalpha()):  # noqa: PLR2004 - ISO 3166-1 alpha-2
        yield f"its country is {place.country[:20]!r}"
    if place.kind == "area" and place.place_id is not None:
        yield from _wrong_area(place.place_id)


def _wrong_area(place_id: str) -> Iterator[str]:
    try:
        area = parse(place_id)
    except ConflictMapError as error:
        yield str(error)
        return
    calls = list(_calls(area, 0))
    if any(depth > DEEPEST for _call, depth in calls):
        yield f"an area of more than {DEEPEST} parts within each other: {place_id[:60]!r}"
    if sum(call.name == "offshore" for call, _depth in calls) > 1:
        yield f"more than one sea in an area: {place_id[:60]!r}"
    for call, _depth in calls:
        numbers = [one for one in call.arguments if isinstance(one, float)]
        most = WIDEST_KM if call.name in SECONDS else 20_040.0
        if any(abs(number) > most for number in numbers):
            yield f"a number too large in an area: {place_id[:60]!r}"


def _calls(area: Area, depth: int) -> Iterator[tuple[Call, int]]:
    if isinstance(area, Union):
        for part in area.parts:
            yield from _calls(part, depth)
    elif isinstance(area, Call):
        yield area, depth + 1
        for part in area.arguments:
            yield from _calls(part, depth + 1)


def _told_by(decision: Decision) -> Iterator[Incident]:
    """Yield what a decision says, as incidents: what holds for one that was read holds for it."""
    action = decision.action
    if isinstance(action, Add):
        yield msgspec.structs.replace(action.incident, report_id=decision.report_id)
    edits: list[Action] = [action]
    if isinstance(action, Split):
        edits += [edit for part in action.parts for edit in part.edits]
    for edit in edits:
        # Words are found again in the text, whatever their span says.
        if isinstance(edit, PutPlace):
            yield _bare(decision, place=msgspec.structs.replace(edit.place, span=None))
        elif isinstance(edit, SetDate) and edit.date is not None:
            yield _bare(decision, date=msgspec.structs.replace(edit.date, span=None))


def _bare(decision: Decision, **fields: Any) -> Incident:
    return Incident(
        id="",
        report_id=decision.report_id,
        event_type="Battles",
        sub_event_type="Armed clash",
        **fields,
    )


def _too_dear(incidents: Sequence[Incident], carried: Carried) -> Iterator[str]:
    decided = (told for one in carried.decisions for told in _told_by(one))
    places = [one.place for one in (*incidents, *decided)]
    areas = {place.place_id for place in places if place.kind == "area" and place.place_id}
    seconds = sum(
        0.01 + sum(SECONDS.get(call.name, 0.01) for call, _depth in _calls(parse(one), 0))
        for one in areas
    )
    if seconds > MOST_SECONDS:
        yield f"{len(areas):,} areas that would take minutes to draw"
    by_report: dict[str, list[Incident]] = {}
    for one in incidents:
        by_report.setdefault(one.report_id, []).append(one)
    for report, own in by_report.items():
        if len(own) > MOST_OF_ONE_REPORT:
            yield f"{len(own):,} incidents of report {report[:40]}"
        if _overlaps(span for one in own for span in one.evidence) > MOST_OVERLAPS:
            yield f"evidence over evidence in report {report[:40]}, too much to be shown"


def _overlaps(spans: Iterable[tuple[int, int]]) -> int:
    """Count, over all places where evidence begins or ends, how much of it lies there."""
    edges: dict[int, int] = {}
    for start, end in spans:
        edges[start] = edges.get(start, 0) + 1
        edges[end] = edges.get(end, 0) - 1
    open_now = total = 0
    for at in sorted(edges):
        open_now += edges[at]
        total += open_now
    return total
