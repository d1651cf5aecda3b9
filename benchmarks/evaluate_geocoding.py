"""Measure the geocoder and the place finder on the public corpora of geoparsing.

    python -m benchmarks.evaluate_geocoding [FOLDER] [--misses]

FOLDER holds `GeoVirus.xml` and `GWN.xml` (default: `../shared/benchmarks`); nothing of them is
kept. Printed for each: with gold mentions, how many the gazetteer knows by name, how many are
answered, the share within 161 km (of all, of the answered, of what the gazetteer can know),
mean and median error; with the raw text, precision, recall and F1 of the mentions found,
by overlap and exactly.

What is counted: GeoVirus, every annotated location. GeoWebNews, every toponym with coordinates,
so literal, metonymic and adjectival uses ("Tunisian") and names inside other names; not its
demonyms, languages, homonyms and other non-toponyms, which carry none.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from geo.gazetteer import Gazetteer, open_gazetteer
from geo.geocoder import Geocoder
from geo.geocoder.adjectives import demonym_places
from geo.geocoder.given import mentions_at
from incidents.distances import distance_km
from incidents.finders.places import find_places
from incidents.records import Place, Span

WITHIN_KM = 161.0
"""100 miles: the field's threshold."""
DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "benchmarks"


class Gold(NamedTuple):
    """One annotated toponym."""

    span: Span
    lat_deg: float
    lon_deg: float


class Article(NamedTuple):
    """A text with its toponyms."""

    text: str
    gold: tuple[Gold, ...]


def read(path: Path) -> Iterator[Article]:
    """Read either corpus; toponyms without coordinates are left out."""
    for article in ET.parse(path).getroot().iter("article"):  # noqa: S314 - a local file that the caller names
        text = article.findtext("text") or ""
        gold = []
        for tag, lat, lon in (("location", "lat", "lon"), ("toponym", "latitude", "longitude")):
            for item in article.iter(tag):
                values = [item.findtext(field) for field in ("start", "end", lat, lon)]
                if all(values):
                    start, end, north, east = (float(value or 0) for value in values)
                    first = 1 if tag == "location" else 0  # GeoVirus counts from 1
                    gold.append(Gold(Span(int(start) - first, int(end) - first), north, east))
        yield Article(text, tuple(sorted(set(gold))))


def error_km(place: Place, gold: Gold) -> float | None:
    """Return how far off an answer is; a country is its conventional point."""
    lat, lon = place.lat_deg, place.lon_deg
    if lat is None and place.candidates and place.place_id:
        lat, lon = place.candidates[0].lat_deg, place.candidates[0].lon_deg
    if lat is None or lon is None:
        return None
    return distance_km(lat, lon, gold.lat_deg, gold.lon_deg)


def known(gazetteer: Gazetteer, name: str, gold: Gold) -> bool:
    """Tell whether the gazetteer has any place of this name near the gold one."""
    entries = [found.entry for found in gazetteer.lookup(name)]
    entries += filter(None, (gazetteer.by_id(place) for place in demonym_places(name)))
    return any(
        distance_km(entry.lat_deg, entry.lon_deg, gold.lat_deg, gold.lon_deg) <= WITHIN_KM
        for entry in entries
    )


def resolution(articles: Sequence[Article], geocoder: Geocoder, *, misses: bool) -> None:
    """Print the figures with gold mentions."""
    errors: list[float] = []
    total = knowable = right_known = right = 0
    began = time.perf_counter()
    for article in articles:
        spans = [gold.span for gold in article.gold]
        given, others = mentions_at(article.text, spans, geocoder.gazetteer, "en")
        places = geocoder.resolve(article.text, [*given, *others])[: len(given)]
        for gold, place in zip(article.gold, places, strict=True):
            total += 1
            name = gold.span.of(article.text)
            can = known(geocoder.gazetteer, name, gold)
            knowable += can
            error = error_km(place, gold)
            if error is not None:
                errors.append(error)
            ok = error is not None and error <= WITHIN_KM
            right += ok
            right_known += ok and can
            if misses and not ok:
                _show(article.text, gold, place, can=can, error=error)
    seconds = time.perf_counter() - began
    print(f"  gold mentions: {total}; known to the gazetteer: {knowable / total:.1%}")
    print(f"  answered: {len(errors) / total:.1%}; within 161 km: {right / total:.1%} of all,")
    print(f"    {right / max(1, len(errors)):.1%} of the answered, ", end="")
    print(f"{right_known / max(1, knowable):.1%} of what the gazetteer can know")
    mean, median = statistics.fmean(errors), statistics.median(errors)
    print(f"  error of the answered: mean {mean:.0f} km, median {median:.1f} km")
    print(f"  {total / seconds:.0f} mentions a second, finding included")


def _show(text: str, gold: Gold, place: Place, *, can: bool, error: float | None) -> None:
    around = text[max(0, gold.span.start - 40) : gold.span.end + 40].replace("\n", " ")
    off = "none" if error is None else f"{error:.0f}"
    print(
        f"    {'KNOWN' if can else 'unknown'} {gold.span.of(text)!r} {off} km; gold "
        f"{gold.lat_deg:.2f},{gold.lon_deg:.2f}; got {place.place_id} | {around}"
    )


def recognition(articles: Sequence[Article], gazetteer: Gazetteer, *, misses: bool) -> None:
    """Print the figures of the finder on raw text."""
    found_total = gold_total = overlap_found = overlap_gold = exact = 0
    for article in articles:
        gold = [item.span for item in article.gold]
        found = [
            mention.span
            for mention in find_places(article.text, gazetteer, "en")
            if mention.names and mention.rule != "places.people"
        ]
        found_total += len(found)
        gold_total += len(set(gold))
        exact += len(set(gold) & set(found))
        hits = [span for span in found if any(span.overlaps(item) for item in gold)]
        caught = [item for item in set(gold) if any(item.overlaps(span) for span in found)]
        overlap_found += len(hits)
        overlap_gold += len(caught)
        if misses:
            _show_spans(article.text, "missed", [s for s in set(gold) if s not in caught])
            _show_spans(article.text, "false", [s for s in found if s not in hits])
    _print_f1("by overlap", overlap_found / max(1, found_total), overlap_gold / gold_total)
    _print_f1("exactly", exact / max(1, found_total), exact / gold_total)


def _show_spans(text: str, what: str, spans: Sequence[Span]) -> None:
    for span in spans:
        around = text[max(0, span.start - 40) : span.end + 30].replace("\n", " ")
        print(f"    {what} {span.of(text)!r} | {around}")


def _print_f1(how: str, precision: float, recall: float) -> None:
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"  found {how}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")


def main() -> int:
    """Measure every corpus that is there."""
    parser = argparse.ArgumentParser(description="Measure geocoding on public corpora.")
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--misses", action="store_true", help="show every miss")
    given = parser.parse_args()
    files = [given.folder / name for name in ("GeoVirus.xml", "GWN.xml")]
    files = [file for file in files if file.exists()]
    if not files:
        print(f"No corpus in {given.folder}: GeoVirus.xml and GWN.xml are not part of the project.")
        return 0
    gazetteer = open_gazetteer()
    for file in files:
        articles = list(read(file))
        print(f"{file.name}: {len(articles)} articles")
        resolution(articles, Geocoder(gazetteer), misses=given.misses)
        recognition(articles, gazetteer, misses=given.misses)
    return 0


if __name__ == "__main__":
    sys.exit(main())
