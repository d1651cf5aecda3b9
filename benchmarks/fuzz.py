"""Read texts made to break the reading, and say how many raised or quoted what is not there.

    python -m benchmarks.fuzz [--texts 13302] [--seed 1]

Each text is a shuffle of everyday sentences with odd signs, broken lines, halves of markup and
runs of one sign; the seed makes them again. Exit code 1 where one failed.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator
from typing import Any

import msgspec

from geo.pipeline import default_pipeline
from incidents.records import Incident
from incidents.report import Report, report_id

SENTENCES = (
    "On 9 March 2024 gunmen killed at least 13 herders near Mopti, officials told AFP.",
    "Le 12 avril, une frappe de drone a tué cinq civils à Ménaka, selon l'ONU.",
    "Two soldiers, a guard and 1,200 displaced people; between 55 and 63 wounded.",
    "The army denied it. In Gao, three were abducted the day after.",
    "• Kidal: 4 killed\n• Tessalit: 2 injured\n",
    "Total: 34 dead, including seven children, in a twenty-\nfive day siege of Tim-\nbuktu.",
)
ODD = (
    "\u202e", "\u200b", "\u00ad\n", "\x00", "\r\n", "\u2028", "&eacute;", "&#x110000;", "e\u0301",
    "\ufb01", "İ", "ß", "<b>", "</span>", "😀", "\u0301" * 9, "((((", "1" * 40, "-\n", "\t", "“",
    "[12]", "٣", "½", "A" * 300, " . " * 20, "killed " * 30, "Mali, " * 30,
)  # fmt: skip


def main() -> int:
    """Read the texts; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=13_302)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng, pipeline = random.Random(options.seed), default_pipeline()  # noqa: S311 - no secret
    raised = wrong = incidents = 0
    began = time.perf_counter()
    for _ in range(options.texts):
        text = make_text(rng)
        report = Report(id=report_id(text), text=text, published="2024-04-28")
        try:
            found = pipeline.read(report)
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            raised += 1
            print(f"{error!r}: {text[:200]!r}", file=sys.stderr)
            continue
        incidents += len(found)
        wrong += any(bad_spans(incident, text) for incident in found)
    seconds = time.perf_counter() - began
    print(f"{options.texts} texts, {incidents} incidents, {seconds:.0f} s")
    print(f"raised: {raised}; with a span that does not slice back: {wrong}")
    return 1 if raised or wrong else 0


def make_text(rng: random.Random) -> str:
    """Compose a text."""
    pieces = rng.choices(SENTENCES, k=rng.randint(1, 4))
    for _ in range(rng.randint(0, 6)):
        number = rng.randrange(len(pieces))
        at = rng.randint(0, len(pieces[number]))
        pieces[number] = pieces[number][:at] + rng.choice(ODD) + pieces[number][at:]
    if rng.random() < 0.2:  # noqa: PLR2004 - one in five is cut short
        pieces[-1] = pieces[-1][: rng.randint(0, len(pieces[-1]))]
    return rng.choice((" ", "\n", "\n\n", "")).join(pieces)


def bad_spans(incident: Incident, text: str) -> bool:
    """Tell whether any span of an incident is not its words' place in the text."""
    return any(
        not 0 <= start < end <= len(text) or (words is not None and text[start:end] != words)
        for words, (start, end) in _quoted(msgspec.to_builtins(incident))
    )


def _quoted(value: Any) -> Iterator[tuple[str | None, tuple[int, int]]]:
    """Yield all spans of a record, each with the words that stand beside it."""
    if isinstance(value, dict):
        if value.get("span"):
            yield value.get("text"), tuple(value["span"])
        for span in value.get("evidence") or ():
            yield None, tuple(span)
        for inner in value.values():
            yield from _quoted(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _quoted(inner)


if __name__ == "__main__":
    sys.exit(main())
