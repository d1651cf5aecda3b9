"""How long a million rows of ACLED's form take to come in, and how much memory at most.

Run as `python -m benchmarks.datasets [ROWS]`: writes a made-up file, brings it in by a process of
its own, and prints the time, the peak of its memory and what is written.
"""

import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from datasets.forms import ACLED_COLUMNS

ROWS = 1_000_000
_WORDS = "gunmen attacked the market near town clash soldiers killed several people"
_COUNTRIES = (
    ("466", "Mali", "Mopti", "Bankass"),
    ("854", "Burkina Faso", "Sahel", "Oudalan"),
    ("562", "Niger", "Tillaberi", "Tera"),
    ("566", "Nigeria", "Borno", "Konduga"),
)
_TYPES = (
    ("Battles", "Armed clash"),
    ("Violence against civilians", "Attack"),
    ("Explosions/Remote violence", "Air/drone strike"),
    ("Protests", "Peaceful protest"),
)


def rows(number: int) -> Iterator[list[str]]:
    """Yield made-up events, notes of 300 characters, on 40,000 spots, of 400 actors."""
    chance = random.Random(1)  # noqa: S311  made-up rows
    spots = [(chance.uniform(5, 20), chance.uniform(-10, 15)) for _spot in range(40_000)]
    notes = [" ".join(chance.choices(_WORDS.split(), k=48)) for _note in range(1000)]
    for at in range(number):
        iso, country, admin1, admin2 = _COUNTRIES[at % len(_COUNTRIES)]
        lat, lon = spots[min(int(chance.expovariate(1 / 6000)), len(spots) - 1)]
        day = date(2015, 1, 1) + timedelta(days=chance.randrange(3650))
        kind, sub = chance.choice(_TYPES)
        note = f"{notes[at % 1000]} {at}"
        yield [
            f"SAH{at}", day.isoformat(), str(day.year), chance.choice("1112"), "Political violence",
            kind, sub, f"Group {chance.randrange(400)}", "", "Rebel group",
            f"Military Forces of {country} (2020-)", "", "State forces",
            "State forces-Rebel group", "", iso, "Western Africa", country, admin1, admin2, "",
            f"Town {lat:.3f}", f"{lat:.4f}", f"{lon:.4f}", chance.choice("11123"), "Radio", "Local",
            note, str(chance.choice((0, 0, 0, 1, 3, 12))), "", "1711000000",
        ]  # fmt: skip


def write(path: Path, number: int) -> None:
    """Write a made-up file of ACLED's form."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(ACLED_COLUMNS)
        writer.writerows(rows(number))


def main() -> None:
    """Print what the import of a made-up file costs."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "acled.csv"
        write(path, number)
        print(f"{number:,} rows, {path.stat().st_size / 1e6:,.0f} MB")
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "commands.main", "data", "add", str(path), "--name", "bench",
             "--database", f"{folder}/incidents.db"],
            check=True,
        )  # fmt: skip
        seconds = time.perf_counter() - began
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        core, peak = used.ru_utime + used.ru_stime, used.ru_maxrss / 1e6
        kept = sum(one.stat().st_size for one in Path(folder).rglob("*.arrow")) / 1e6
        print(f"imported in {seconds:.1f} s ({core:.1f} s of a core), {peak:.2f} GB at most")
        print(f"{kept:,.0f} MB kept")


if __name__ == "__main__":
    main()
