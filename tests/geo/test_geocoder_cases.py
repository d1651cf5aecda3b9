"""Places of conflict reports, written by hand: each within a distance or an overlap."""

import csv
from pathlib import Path

import pytest

from geo.shapes import geometry_of
from incidents.distances import distance_km
from incidents.finders.places import find_places
from incidents.records import Place, Span
from tests.geo.places_world import geocoder, world

with (Path(__file__).parent / "place_cases.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))


def read(marked: str) -> tuple[str, Span]:
    """Take the brackets out of a text and return where they stood."""
    start, end = marked.index("["), marked.index("]") - 1
    return marked.replace("[", "").replace("]", ""), Span(start, end)


def resolved(case: dict[str, str]) -> Place:
    text, span = read(case["text"])
    mentions = find_places(text, world(), case["language"])
    places = geocoder().resolve(text, mentions)
    touching = [
        place
        for mention, place in zip(mentions, places, strict=True)
        if mention.span.overlaps(span) and mention.locative
    ]
    assert touching, f"no mention at {span.of(text)!r}: {[m.text for m in mentions]}"
    return next(
        (place for place in touching if place.span and place.span.end == span.end), touching[0]
    )


def overlap(one: str, other: str) -> float:
    """Return the intersection's share of the union of two areas."""
    first, second = geometry_of(one), geometry_of(other)
    assert first is not None
    assert second is not None
    return float(first.intersection(second).area / first.union(second).area)


def test_there_are_150_cases() -> None:
    assert len(CASES) >= 150


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_place_is_where_the_words_put_it(case: dict[str, str]) -> None:
    """Kind, where_prec and country are as expected, and so is the ground that is marked."""
    place = resolved(case)
    said = f"{place.place_id}: {place.why}"
    assert (place.kind, place.precision) == (case["kind"], int(case["precision"])), said
    assert (place.country or "") == case["country"], said
    if place.kind == "point":
        lat, lon = map(float, case["place"].split(","))
        assert place.lat_deg is not None
        assert place.lon_deg is not None
        away = distance_km(place.lat_deg, place.lon_deg, lat, lon)
        assert away <= float(case["tolerance"]), f"{away:.0f} km off; {said}"
    elif place.kind == "area":
        assert place.place_id is not None
        share = overlap(place.place_id, case["place"])
        assert share >= float(case["tolerance"]), f"overlap {share:.2f}; {said}"
    assert place.why.endswith(".")
