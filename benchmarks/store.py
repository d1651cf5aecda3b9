"""How well the store holds: writers killed amid their work, and four that write at once.

Run as `python -m benchmarks.store [KILLS]`; prints what was confirmed and what of it is there,
in SQLite and, where it is installed, in PostgreSQL. Exit code 1 where anything is lost,
half-written or refused.
"""

import datetime as dt
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from incidents.anchors import Anchor
from incidents.decisions import (
    Accept,
    Action,
    Add,
    Decision,
    Join,
    Member,
    Note,
    Part,
    PutPlace,
    Reject,
    SetCount,
    SetMeans,
    Split,
    TakeApart,
    TakeBack,
    decide,
)
from incidents.errors import StoreError
from incidents.quotes import Quote
from incidents.records import Incident, Place, Span
from incidents.report import Report
from incidents.store import Store
from incidents.store.checking import look_over
from tests import postgres

KILLS, SERVER_KILLS, WRITERS, STEPS = 200, 50, 4, 300
FORK = multiprocessing.get_context("fork")
TEXT = "On 3 March gunmen killed 12 people in Ansongo. " * 200
KIDAL = Place(name="Kidal", kind="point", lat_deg=18.44, lon_deg=1.41, precision=1)
MISSED = Incident(
    id="added-1",
    report_id="r",
    event_type="Battles",
    sub_event_type="Armed clash",
    evidence=(Span(0, 10),),
)
OTHERS = (Member(report_id="r2", anchor=Anchor(evidence=(Quote(exact="gunmen"),))),)
WIDE = Anchor(place=Quote(exact="Ansongo", start=38))
NARROW = Anchor(evidence=(Quote(exact="gunmen killed 12 people", start=11),))
KINDS: tuple[Action, ...] = (
    PutPlace(place=KIDAL),
    Accept(seen={"type": "Armed clash", "killed": "12 12 12"}),
    Reject(),
    SetCount(key="killed", low=12, best=12, words=Quote(exact="12 people", start=21)),
    SetMeans(means="firearms"),
    Add(incident=MISSED),
    Split(parts=(Part(evidence=(Quote(exact="gunmen"),)), Part(evidence=()))),
    Join(others=OTHERS),
    TakeApart(others=OTHERS),
    Note(text="Ask who counted."),
    TakeBack(decision="0" * 24),
)


def decision(number: int) -> Decision:
    """Return a decision of its own for each number, of each kind in turn."""
    at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=number)
    action = KINDS[number % len(KINDS)]
    wide = isinstance(action, PutPlace)
    # All but the places are about a report that is not here: whether they hold is not asked.
    return decide("r" if wide else "r2", WIDE if wide else NARROW, action, at=at)


def incidents(engine: str) -> list[Incident]:
    """Return a reading of thirty incidents that says which engine made it."""
    return [
        Incident(id=f"{engine} {n}", report_id="r", event_type="Battles",
                 sub_event_type="Armed clash", place=Place(text="Ansongo"))
        for n in range(30)
    ]  # fmt: skip


def write(url: str, first: int, out: Connection) -> None:
    """Decide, confirm, and read a report anew, until killed."""
    store = Store(url)
    number = first
    while True:
        store.record([decision(number)])
        out.send(number)
        store.put(Report(id="r", text=TEXT), incidents(str(number)), str(number))
        (store.remove if number % 5 == 0 else store.restore)("r")
        number += 1


def kills(url: str, times: int) -> int:
    """Kill writers at moments that nobody chose; return how much went wrong."""
    chance = random.Random(20261128)  # noqa: S311 - moments, no secrets
    confirmed: set[int] = set()
    for run in range(times):
        here, there = FORK.Pipe(duplex=False)
        writer = FORK.Process(target=write, args=(url, run * 100_000, there))
        writer.start()
        there.close()
        confirmed |= {here.recv() for _ in range(chance.randint(1, 6))}
        time.sleep(chance.uniform(0, 0.02))
        os.kill(writer.pid or 0, signal.SIGKILL)
        writer.join()
        confirmed |= set(_rest(here))
    return _say(url, times, confirmed)


def _rest(here: Connection) -> list[int]:
    found = []
    try:
        while here.poll():
            found.append(here.recv())
    except EOFError:
        pass
    return found


def _say(url: str, times: int, confirmed: set[int]) -> int:
    store = Store(url)
    there = {one.id for one in store.decisions()}
    lost = [number for number in confirmed if decision(number).id not in there]
    store.restore("r")
    kept = store.kept("r")
    read = store.incidents()
    half = kept is None or read != incidents(kept.engine)
    # Decisions that wait for their report are no damage.
    waits = "Decisions on reports that are not here"
    damage = [one.said for one in look_over(url, "") if one.wrong and waits not in one.said]
    print(
        f"{times} kills: {len(confirmed)} decisions confirmed, {len(lost)} of them lost; "
        f"last report {'half-written' if half else 'whole'}; "
        f"check: {'; '.join(damage) or 'nothing is wrong'}"
    )
    return len(lost) + half + len(damage)


def ingest(url: str, number: int, out: Connection) -> None:
    """Add and decide as the other writers do, on the same reports."""
    store = Store(url)
    refused = 0
    for step in range(STEPS):
        acts: list[Callable[[], None]] = [
            partial(store.put, Report(id=f"r{step % 20}", text=TEXT), [], f"{number}"),
            partial(store.record, [decision(step), decision(number * 100_000 + step)]),
        ]
        for act in acts:
            try:
                act()
            except StoreError as error:
                print(error)
                refused += 1
    out.send(refused)


def together(url: str) -> int:
    """Let four processes write at once, on a database that none finds made."""
    started = []
    for number in range(1, WRITERS + 1):
        here, there = FORK.Pipe(duplex=False)
        writer = FORK.Process(target=ingest, args=(url, number, there))
        writer.start()
        started.append((writer, here))
    begun = time.perf_counter()
    refused = sum(int(here.recv()) for _, here in started)
    for writer, _ in started:
        writer.join()
    found = len(Store(url).decisions())
    print(
        f"{WRITERS} writers at once: {refused} of {WRITERS * STEPS * 2} writes refused, "
        f"{found} of {(WRITERS + 1) * STEPS} decisions there, {time.perf_counter() - begun:.0f} s"
    )
    return refused + (WRITERS + 1) * STEPS - found


def measured(places: Sequence[str], times: int) -> int:
    """Run both on two empty databases; return how much went wrong."""
    return kills(places[0], times) + together(places[1])


def main() -> int:
    """Measure SQLite, then PostgreSQL."""
    given = int(sys.argv[1]) if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory() as folder:
        print("SQLite")
        files = [f"sqlite:///{Path(folder) / name}" for name in ("kills.db", "together.db")]
        wrong = measured(files, given or KILLS)
    why = postgres.missing()
    if why:
        print(f"PostgreSQL is not measured: {why}.")
        return wrong
    with postgres.server() as first:
        print("PostgreSQL")
        databases = [postgres.new_database(first, name) for name in ("kills", "together")]
        return wrong + measured(databases, given or SERVER_KILLS)


if __name__ == "__main__":
    sys.exit(bool(main()))
