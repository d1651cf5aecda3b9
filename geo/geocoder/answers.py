"""From a chosen place to the record's `Place`, with the reason in one sentence."""

from collections.abc import Sequence
from typing import Literal

from msgspec.structs import replace

from geo.divisions import region_radius_km
from geo.gazetteer import Entry
from geo.gazetteer.sources import DISTRICT
from geo.geocoder.scoring import Scored, shares
from geo.shapes import representative_point
from incidents.mentions import PlaceMention
from incidents.records import Candidate, Place

SHOWN = 5
"""Candidates that are kept for the analyst."""
PRECISION = {"country": 6, "continent": 6, "region": 4, "district": 3, "vague": 5}
NEAR_RADIUS_KM = 25.0
"""UCDP's "near": about 25 km."""
SAME_KM = 5.0
"""A district this small is the town whose name it bears; in a larger one the town is near."""
SPOT_RADIUS_KM = 10.0
"""An airport, camp or market drawn at the town whose name it bears."""
SEAT_RADIUS_KM: dict[str, float] = {"region": 80.0, "district": 40.0}
"""At most, about the seat, where a division's boundary is not installed: such divisions are the
small ones, younger than Natural Earth's. In a small country a region is smaller."""


def disc_radius_km(entry: Entry) -> float | None:
    """Return the radius of a district that stands for its seat; None for any other place."""
    code, _, radius = entry.feature.partition(" ")
    return float(radius) if code == DISTRICT and radius else None


def candidates_of(scored: Sequence[Scored]) -> tuple[Candidate, ...]:
    """Keep the likeliest places with their shares of the score."""
    kept = list(zip(scored, shares(scored), strict=True))[:SHOWN]
    return tuple(
        Candidate(
            place_id=item.entry.place_id,
            name=label(item.entry),
            lat_deg=item.entry.lat_deg,
            lon_deg=item.entry.lon_deg,
            score=round(share, 4),
        )
        for item, share in kept
    )


def label(entry: Entry) -> str:
    """Write a place with what tells it from its namesakes: "Dori, Sahel, BF"."""
    parts = [entry.name]
    if entry.kind in {"town", "spot", "water", "relief"} or entry.kind == "district":
        parts += [entry.admin1] if entry.admin1 and entry.admin1 != entry.name else []
    if entry.country and entry.kind != "country":
        parts.append(entry.country)
    return ", ".join(parts)


def nothing(mention: PlaceMention, why: str, *, country: str | None = None) -> Place:
    """Answer that only the country, or nothing, is known."""
    return Place(
        text=mention.text, span=mention.span, kind="none", country=country, precision=6, why=why
    )


def undecided(
    mention: PlaceMention, scored: Sequence[Scored], within: Entry | None = None
) -> Place:
    """Answer that several places are meant alike, and name them.

    Args:
        mention: the words.
        scored: the places, the likeliest first.
        within: the division that all of them lie in, which is drawn; None where there is none.
    """
    tied = [item for item in scored[:SHOWN] if scored[0].score - item.score < 1]
    countries = {item.entry.country for item in tied}
    regions = {item.entry.admin1 for item in tied}
    names = "; ".join(label(item.entry) for item in tied)
    why = f"Nothing in the report decides between {len(tied)} places of this name: {names}."
    if within is not None:
        drawn = known_area(mention, within, PRECISION[within.kind], f"{why} All lie in it.")
        return _with(replace(drawn, name=within.name), within, candidates_of(scored))
    return Place(
        text=mention.text,
        span=mention.span,
        name=scored[0].entry.name,
        kind="none",
        country=next(iter(countries)) if len(countries) == 1 else None,
        admin1=(next(iter(regions)) or None) if len(regions) == 1 else None,
        precision=6,
        candidates=candidates_of(scored),
        why=why,
    )


def adjective(mention: PlaceMention, entries: Sequence[Entry], why: str) -> Place:
    """Answer with the country that an adjective points to, never drawn."""
    return Place(
        text=mention.text,
        span=mention.span,
        name=entries[0].name,
        kind="none",
        country=entries[0].country or None,
        precision=6,
        place_id=entries[0].place_id,
        candidates=candidates_of([Scored(entry, 0.0) for entry in entries]),
        why=why,
    )


def settled(mention: PlaceMention, scored: Sequence[Scored], why: str) -> Place:
    """Answer with the likeliest place, as its kind is drawn."""
    entry = scored[0].entry
    kept = candidates_of(scored)
    if entry.kind in {"country", "continent"}:
        return Place(
            text=mention.text,
            span=mention.span,
            name=entry.name,
            kind="none",
            country=entry.country or None,
            precision=6,
            place_id=entry.place_id,
            candidates=kept,
            why=why,
        )
    if entry.area:
        precision = int(entry.feature) if entry.kind == "vague" else PRECISION[entry.kind]
        return _with(known_area(mention, entry, precision, why), entry, kept)
    if entry.kind == "district" or (mention.hint in SEAT_RADIUS_KM and entry.kind == "town"):
        return _around_seat(mention, entry, kept)
    disc = disc_radius_km(entry)
    if disc is not None:
        why += f" Drawn at the middle of the district of this name, {disc:g} km in radius."
        if disc > NEAR_RADIUS_KM:
            return replace(_around_seat(mention, entry, kept), why=why)
    spot = mention.shape in {"site", "building"}
    return Place(
        text=mention.text,
        span=mention.span,
        name=entry.name,
        kind="point",
        lat_deg=entry.lat_deg,
        lon_deg=entry.lon_deg,
        radius_km=max(SPOT_RADIUS_KM, disc or 0.0) if spot else disc,
        country=entry.country or None,
        admin1=entry.admin1 or None,
        admin2=entry.admin2 or None,
        precision=2 if spot or (disc or 0.0) > SAME_KM else 1,
        place_id=entry.place_id,
        candidates=kept,
        why=why + (" Drawn at the town it is named after." if spot else ""),
    )


def area(
    mention: PlaceMention, place_id: str, name: str, country: str | None, precision: int, why: str
) -> Place:
    """Answer with an area; its point lies inside it."""
    point = representative_point(place_id)
    if point is None:
        return nothing(mention, f"{why} Its outline is not installed.", country=country)
    return _drawn(mention, place_id, name, point, country, precision, why)


def known_area(mention: PlaceMention, entry: Entry, precision: int, why: str) -> Place:
    """Answer with an area of the gazetteer, whose point is known already."""
    point = entry.lat_deg, entry.lon_deg
    return _drawn(mention, entry.place_id, entry.name, point, entry.country, precision, why)


def _drawn(
    mention: PlaceMention,
    place_id: str,
    name: str,
    point: tuple[float, float],
    country: str | None,
    precision: int,
    why: str,
) -> Place:
    return Place(
        text=mention.text,
        span=mention.span,
        name=name,
        kind="area",
        lat_deg=round(point[0], 5),
        lon_deg=round(point[1], 5),
        country=country or None,
        precision=precision,
        place_id=place_id,
        why=why,
    )


def _with(place: Place, entry: Entry, kept: tuple[Candidate, ...]) -> Place:
    named = entry.kind in {"region", "district"}
    return replace(
        place,
        admin1=(entry.admin1 or entry.name) if named else None,
        admin2=entry.admin2 or None,
        candidates=kept,
    )


def _around_seat(mention: PlaceMention, entry: Entry, kept: tuple[Candidate, ...]) -> Place:
    level: Literal["region", "district"] = (
        "region" if mention.hint == "region" and entry.kind == "town" else "district"
    )
    disc = disc_radius_km(entry)
    usual = min(SEAT_RADIUS_KM[level], region_radius_km(entry.country))
    radius = round(usual) if disc is None else disc
    circle = f"disc({entry.lat_deg},{entry.lon_deg},{radius:g})"
    bounds = f"country:{entry.country}" if level == "region" else entry.region
    place = area(
        mention,
        f"clip({circle},{bounds})" if bounds else circle,
        entry.name if entry.kind == "district" else f"{entry.name} {level}",
        entry.country,
        PRECISION[level],
        f"The {level}'s boundary is not installed: about {radius:g} km around {label(entry)}.",
    )
    admin2 = entry.name if level == "district" else ""
    return _with(place, entry._replace(kind=level, admin2=admin2), kept)
