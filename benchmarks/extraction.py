"""How fast reports are read: reports of 3 kB a second on one core, and growth with length.

    python benchmarks/extraction.py

Reads the bundled report's text, cut or repeated to 3 kB with its counts changed from copy to copy,
once with the program's words (`extract`, with no gazetteer and with the user's) and once with
spaCy's blank tokenizer alone, in the same run; then single texts of up to 10 MB. Times are the
core's own: what else the machine does counts little.
"""

import argparse
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy

from geo.pipeline import default_pipeline
from incidents.collecting import collector_resting
from incidents.extract import extract
from incidents.finders.places import NameLookup, NoNames
from incidents.report import Report, read_report

SOURCE = Path(__file__).resolve().parent.parent / "data/reports/mali-wagner-2024.txt"
SIZE = 3000
"""Characters of a report."""
REPORTS = 100
LENGTHS = (10_000, 100_000, 1_000_000, 10_000_000)


def varied(text: str, number: int, size: int) -> str:
    """Repeat a text to a size, its numbers shifted, so that no cache of whole texts helps."""

    def shift(found: re.Match[str]) -> str:
        return str(int(found[0]) + number % 7)

    body = re.sub(r"\b\d{2}\b", shift, text.split("Related News", maxsplit=1)[0])
    return (body * (size // len(body) + 1))[:size]


def rate(read: Callable[[str], object], texts: Sequence[str]) -> float:
    """Return texts read a second of the core's own time, after one that warms up, as in a batch."""
    read(texts[0])
    start = time.process_time()
    with collector_resting():
        for text in texts:
            read(text)
    return len(texts) / (time.process_time() - start)


def reader(names: NameLookup) -> Callable[[str], object]:
    """Return what extracts incidents from a text."""
    return lambda text: extract(
        Report(id="bench", text=text, published="2024-03-28", language="en"), names
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--longest", type=int, default=LENGTHS[-1], help="characters")
    longest = parser.parse_args().longest
    text = read_report(SOURCE).text
    texts = [varied(text, number, SIZE) for number in range(REPORTS)]
    gazetteer = default_pipeline().gazetteer
    tokenizer = spacy.blank("en")
    print(f"{REPORTS} reports of {SIZE} characters, one core, reports a second:")
    print(f"  extract, worldwide gazetteer {rate(reader(gazetteer), texts):8.0f}")
    print(f"  extract, no gazetteer        {rate(reader(NoNames()), texts):8.0f}")
    print(f"  spaCy's blank tokenizer      {rate(tokenizer, texts):8.0f}")
    print("One report, seconds (and characters a second):")
    for length in (one for one in LENGTHS if one <= longest):
        long_text = varied(text, 1, length)
        start = time.process_time()
        reader(gazetteer)(long_text)
        seconds = time.process_time() - start
        print(f"  {length:>10,} characters {seconds:8.2f} s {length / seconds:12,.0f} /s")


if __name__ == "__main__":
    main()
