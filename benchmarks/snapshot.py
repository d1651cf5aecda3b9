"""Measure the snapshot and the map's layers: `python benchmarks/snapshot.py [INCIDENTS ...]`.

Prints, for made incidents in Mali (a third of them in areas), the seconds to lay them out for
the browser, the size of what the browser gets, and the seconds and size of a snapshot.
"""

import datetime as dt
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from geo.assets import prepare_static
from geo.embed import script_json
from geo.layers import payload
from geo.palette import EVENT_TYPES
from geo.sheet import lay_out
from geo.snapshot import open_snapshot, write_snapshot
from incidents.filters import FilterSpec
from incidents.records import Count, DateValue, Incident, Place, Span
from incidents.report import Report
from incidents.wording import labels

SIZES = (5, 100, 1_000, 10_000)
TEXT = "A strike killed 3 in the region."
REPORT = Report(id="made", text=TEXT)
DAY = dt.date(2024, 3, 3)
Result = TypeVar("Result")


def timed(what: str, run: Callable[[], Result], runs: int = 3) -> Result:
    """Run something a few times, print the best time, return the last result."""
    best = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        result = run()
        best = min(best, time.perf_counter() - start)
    print(f"  {what:<44}{best:9.3f} s")
    return result


def made_incidents(number: int) -> list[Incident]:
    """Return incidents spread over Mali, the same for the same number."""
    rnd = random.Random(number)  # noqa: S311 - a measurement, not a secret
    return [_incident(index, rnd) for index in range(number)]


def _incident(index: int, rnd: random.Random) -> Incident:
    killed = rnd.choice([None, 1, 3, 12, 40])
    count = Count(low=killed or 0, best=killed, high=killed, text="3", span=Span(16, 17))
    return Incident(
        id=f"i{index}",
        report_id=REPORT.id,
        event_type=rnd.choice(EVENT_TYPES),
        sub_event_type="Attack",
        date=DateValue(
            edtf="2024-03-03", earliest=DAY, latest=DAY, precision="day", basis="stated"
        ),
        place=_place(index, rnd),
        casualties={} if killed is None else {"killed": count},
        evidence=(Span(0, len(TEXT)),),
    )


def _place(index: int, rnd: random.Random) -> Place:
    if index % 3 == 0:
        code = rnd.randint(3, 10)
        return Place(name=f"Region {code}", kind="area", country="ML", precision=4,
                     place_id=f"ne:ML{code:02}")  # fmt: skip
    return Place(name=f"Place {index}", kind="point", country="ML", precision=1,
                 lat_deg=rnd.uniform(11, 20), lon_deg=rnd.uniform(-10, 3))  # fmt: skip


def measure(number: int, folder: Path) -> None:
    """Print all figures for so many incidents."""
    incidents = made_incidents(number)
    numbers = labels(incidents)
    print(f"{number:,} incidents")
    sheet = timed("lay out marks", lambda: lay_out(incidents, numbers))
    script = timed("make the browser's layer", lambda: script_json(payload(sheet, "light", None)))
    print(f"  {'the browser gets':<44}{len(script) / 1e3:9.1f} kB")
    path = folder / f"{number}.zip"
    write = lambda: write_snapshot(  # noqa: E731 - what is timed
        path, incidents, [REPORT], FilterSpec(), created=dt.datetime(2024, 4, 1, tzinfo=dt.UTC)
    )
    timed("write the snapshot", write, runs=1 if number > 1_000 else 2)  # noqa: PLR2004
    print(f"  {'its size':<44}{path.stat().st_size / 1e3:9.1f} kB")
    timed("check and open it", lambda: open_snapshot(path))


def main() -> None:
    """Measure the sizes given on the command line, or the usual ones."""
    sizes = [int(word) for word in sys.argv[1:]] or list(SIZES)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print("the browser's files")
        timed("first start: fill static/", lambda: prepare_static(folder / "static"), runs=1)
        timed("later starts", lambda: prepare_static(folder / "static"))
        for number in sizes:
            measure(number, folder)


if __name__ == "__main__":
    main()
