"""Measure the gazetteer and the geocoder: build, size, loading, memory, mentions a second.

    python -m benchmarks.geocoding [--corpus FILE.xml]

Build and loading run in processes of their own, in a temporary cache. Without a corpus the
mentions come from composed sentences over random places of the gazetteer itself.
"""

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.evaluate_geocoding import read
from geo import cache
from geo.gazetteer import open_gazetteer
from geo.gazetteer.build import index_path
from geo.geocoder import Geocoder
from incidents.finders.places import find_places

MEASURE = """
import resource, sys, time
began = time.perf_counter()
from geo.gazetteer import open_gazetteer
gazetteer = open_gazetteer()
assert gazetteer.lookup("Bamako")
print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
SENTENCES = (
    "Gunmen killed several people in {a} on Monday. ",
    "An attack 20 km east of {a} was blamed on rebels. ",
    "Soldiers clashed with fighters between {a} and {b}. ",
    "The road from {a} to {b} is closed. ",
    "Residents of {a}, near {b}, fled. ",
)
TEXTS = 400


def in_new_process(folder: str) -> tuple[float, float]:
    """Open the gazetteer in a process of its own; return seconds and megabytes."""
    environment = os.environ | {cache.VARIABLE: folder}
    done = subprocess.run(
        [sys.executable, "-c", MEASURE], env=environment, capture_output=True, text=True, check=True
    )
    seconds, megabytes = done.stdout.split()
    return float(seconds), float(megabytes)


def composed() -> list[str]:
    """Compose reports over random towns, the same at each run."""
    gazetteer, chance = open_gazetteer(), random.Random(7)  # noqa: S311 - no secret
    countries = ["ML", "BF", "NG", "SD", "CD", "UA", "SY", "AF", "CO", "MM"]
    names = {code: gazetteer.towns_of(code) for code in countries}
    texts = []
    for number in range(TEXTS):
        towns = names[countries[number % len(countries)]]
        texts.append(
            "".join(
                sentence.format(a=chance.choice(towns), b=chance.choice(towns))
                for sentence in SENTENCES
            )
        )
    return texts


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Measure the gazetteer and the geocoder.")
    parser.add_argument("--corpus", type=Path, help="GeoVirus.xml or GWN.xml")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        seconds, megabytes = in_new_process(folder)
        size = sum(path.stat().st_size for path in Path(folder).glob("*.sqlite")) / 1e6
        print(
            f"first start, index built: {seconds:.1f} s, {megabytes:.0f} MB, {size:.0f} MB on disk"
        )
        seconds, megabytes = in_new_process(folder)
        print(f"later start: {seconds:.2f} s, {megabytes:.0f} MB")
    geocoder = Geocoder(open_gazetteer())
    texts = [article.text for article in read(given.corpus)] if given.corpus else composed()
    for when in ("cold", "warm"):
        began = time.perf_counter()
        found = [find_places(text, geocoder.gazetteer, "en") for text in texts]
        finding = time.perf_counter() - began
        began = time.perf_counter()
        for text, mentions in zip(texts, found, strict=True):
            geocoder.resolve(text, mentions)
        resolving = time.perf_counter() - began
        count, size = sum(map(len, found)), sum(map(len, texts)) / 1e3
        print(
            f"{when}: {size / finding:.0f} kB a second searched, {count / resolving:.0f} "
            f"mentions a second resolved on one core ({count} mentions)"
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"this process: {peak:.0f} MB; index {index_path().stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
