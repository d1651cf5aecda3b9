"""The made pairs as incidents: read by the engine or laid out as records, each with its event."""

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from geo.pipeline import Pipeline
from incidents.dating import read_edtf
from incidents.records import Actor, Count, DateValue, Incident, Place, Span
from incidents.report import Report

FOLDER = Path(__file__).parent
NOWHERE = Span(0, 0)


class Case(NamedTuple):
    """A pair of reports with known truth."""

    id: str
    kind: str
    half: str
    """"open", or "held out": nobody looked at those while the scoring was tuned."""
    as_text: bool
    incidents: tuple[Incident, ...]
    """Of both reports."""
    events: dict[str, str]
    """By incident id: which event it tells; "" for what is none."""
    shared: frozenset[str]
    """Events that both reports tell."""


def cases(pipeline: Pipeline) -> Iterator[Case]:
    """Read all pairs."""
    with (FOLDER / "handmade.toml").open("rb") as file:
        for pair in tomllib.load(file)["pair"]:
            yield _case(pair | {"reports": pair["report"]}, pipeline)
    for line in (FOLDER / "pairs.jsonl").read_bytes().splitlines():
        yield _case(msgspec.json.decode(line), pipeline)


def _case(pair: dict[str, Any], pipeline: Pipeline) -> Case:
    incidents: list[Incident] = []
    events: dict[str, str] = {}
    told: list[set[str]] = []
    for number, report in enumerate(pair["reports"]):
        name = f"{pair['id']}/{number}"
        made = _read(name, report, pipeline) if "parts" in report else _laid_out(name, report)
        incidents += [incident for incident, _ in made]
        events |= {incident.id: event for incident, event in made}
        entries = report.get("parts") or [[one["event"]] for one in report["records"]]
        told.append({entry[0] for entry in entries} - {""})
    return Case(
        id=pair["id"],
        kind=pair["kind"],
        half=pair["half"],
        as_text="parts" in pair["reports"][0],
        incidents=tuple(incidents),
        events=events,
        shared=frozenset(told[0] & told[1]),
    )


def _read(name: str, report: dict[str, Any], pipeline: Pipeline) -> list[tuple[Incident, str]]:
    text, parts = "", []
    for event, words in report["parts"]:
        parts.append((event, Span(len(text), len(text) + len(words))))
        text += words + " "
    given = Report(id=name, text=text, published=report["published"], language=report["language"])
    read = pipeline.read(given)
    # Two texts may tell the same in the same words: ids are made the case's own.
    own = [msgspec.structs.replace(one, id=f"{name}/{one.id}", part_of=None) for one in read]
    return [(one, _event_of(one, parts)) for one in own]


def _event_of(incident: Incident, parts: Sequence[tuple[str, Span]]) -> str:
    """Give the event of the part in which most of an incident's words stand, the first of two."""

    def shared(part: Span) -> int:
        spans = incident.evidence
        return sum(max(0, min(s.end, part.end) - max(s.start, part.start)) for s in spans)

    return max(parts, key=lambda part: shared(part[1]))[0]


def _laid_out(name: str, report: dict[str, Any]) -> list[tuple[Incident, str]]:
    return [
        (_incident(f"{name}/{number}", name, record), record["event"])
        for number, record in enumerate(report["records"])
    ]


def _incident(incident_id: str, report_id: str, record: dict[str, Any]) -> Incident:
    casualties = {"killed": record["killed"]}
    for key in ("injured", "abducted"):
        figure = record[key]
        casualties[key] = None if figure is None else (figure, figure, figure)
    return Incident(
        id=incident_id,
        report_id=report_id,
        event_type=record["event_type"],
        sub_event_type=record["sub_event_type"],
        date=_date(record["edtf"]),
        place=msgspec.convert(record["place"], Place),
        actors=tuple(
            Actor(actor_id=one[0], name=one[1], kind=one[2], role=one[3])
            for one in record["actors"]
        ),
        casualties={
            key: Count(low=bounds[0], best=bounds[1], high=bounds[2], text="", span=NOWHERE)  # type: ignore[misc]
            for key, bounds in casualties.items()
            if bounds
        },
    )


def _date(edtf: str) -> DateValue:
    return msgspec.structs.replace(read_edtf(edtf), basis="stated")
