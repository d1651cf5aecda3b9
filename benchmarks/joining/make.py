"""Write the made pairs: `python -m benchmarks.joining.make`.

The pairs are data: they were written before the scoring was tuned, and change no more.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.joining.kinds import ONE_EVENT, TWO_EVENTS, Draw
from benchmarks.joining.sentences import told_as_text
from benchmarks.joining.telling import FR, Telling
from benchmarks.joining.world import ARMY, HELD_OUT, OPEN
from geo.pipeline import default_pipeline
from incidents.actors import of_class, of_group
from incidents.records import Place
from incidents.report import Report

FILE = Path(__file__).parent / "pairs.jsonl"
TYPES = {
    "attack": ("Violence against civilians", "Attack"),
    "bombing": ("Explosions/Remote violence", "Suicide bomb"),
    "mine": ("Explosions/Remote violence", "Remote explosive/landmine/IED"),
    "drone": ("Explosions/Remote violence", "Air/drone strike"),
    "clash": ("Battles", "Armed clash"),
    "abduction": ("Violence against civilians", "Abduction/forced disappearance"),
    "protest": ("Protests", "Peaceful protest"),
}


def made_pairs() -> Iterator[dict[str, Any]]:
    """Go through all pairs, the same each time."""
    number = 0
    for half, scenes in (("open", OPEN), ("held out", HELD_OUT)):
        for at, scene in enumerate(scenes):
            for draw in (*ONE_EVENT, *TWO_EVENTS):
                number += 1
                name = draw.__name__
                made = draw(Draw(scene, f"{scene.country} {name}"))
                # Three in five are texts that the engine has to read, the rest records.
                as_text = (number + at) % 5 < 3  # noqa: PLR2004
                days = 2 + (number % 3)
                sides = (made.first, made.second)
                reports = [_text(one, days) if as_text else _records(one) for one in sides]
                yield {
                    "id": f"{scene.country}-{name}",
                    "kind": name.replace("_", " "),
                    "half": half,
                    "reports": reports,
                }


def _text(told: list[Telling], days: int) -> dict[str, Any]:
    last = max(one.event.day for one in told)
    vague = any(one.when in {"month", "week"} for one in told)
    # A weekday is told within the week.
    published = last + dt.timedelta(days=32 if vague else min(days, 5))
    return {
        "published": published.isoformat(),
        "language": "fr" if told[0].lang == FR else "en",
        "parts": [[one.event.id, told_as_text(one)] for one in told],
    }


def _records(told: list[Telling]) -> dict[str, Any]:
    return {"records": [_record(one) for one in told]}


def _record(told: Telling) -> dict[str, Any]:
    event = told.event
    kind, sub_kind = TYPES[event.kind]
    return {
        "event": event.id,
        "edtf": _edtf(told),
        "place": msgspec.to_builtins(_place(told)),
        "event_type": kind,
        "sub_event_type": sub_kind,
        "actors": _actors(told),
        "killed": told.killed,
        "injured": told.injured,
        "abducted": event.killed if event.kind == "abduction" else None,
    }


def _edtf(told: Telling) -> str:
    day = told.event.day
    if told.when == "night":
        return f"{day - dt.timedelta(days=1)}/{day}"
    if told.when == "week":
        start = day - dt.timedelta(days=day.weekday())
        return f"{start}/{start + dt.timedelta(days=6)}"
    return f"{day:%Y-%m}" if told.when == "month" else day.isoformat()


def _place(told: Telling) -> Place:
    """Ground a place as the engine does, by a sentence that names nothing else."""
    quiet = told._replace(event=told.event._replace(kind="mine"), lang=0, killed=(3, 3, 3))
    text = told_as_text(quiet)
    read = default_pipeline().read(Report(id="place", text=text, published="2024-12-31"))
    # Who says so and how it was found is of no use to a pair.
    return msgspec.structs.replace(read[0].place, span=None, candidates=(), why="")


def _actors(told: Telling) -> list[list[str]]:
    event, iso = told.event, told.event.scene.country
    if event.kind == "protest":
        return [_named("protesters", iso, "perpetrator")]
    found = [_doer(told, iso)]
    if event.kind == "clash":
        return [*found, _named("military", iso, "opponent")]
    return [*found, _named("civilians", iso, "victim")]


def _doer(told: Telling, iso: str) -> list[str]:
    by = told.event.by[2]
    if told.who == "unnamed" or told.event.kind in {"bombing", "mine"}:
        return _named("armed", iso, "perpetrator")
    if by in {ARMY, "police"}:
        return _named("military" if by == ARMY else by, iso, "perpetrator")
    if by == "RU-mil":
        return _named("military", "RU", "perpetrator")
    group = of_group(by)
    return [group.actor_id, group.name, group.kind, "perpetrator"]


def _named(key: str, iso: str, role: str) -> list[str]:
    one = of_class(key, iso)
    return [one.actor_id, one.name, one.kind, role]


def main() -> None:
    """Write the file."""
    lines = [msgspec.json.encode(one) for one in made_pairs()]
    FILE.write_bytes(b"\n".join(lines) + b"\n")
    print(f"{len(lines)} pairs in {FILE.name}")


if __name__ == "__main__":
    main()
