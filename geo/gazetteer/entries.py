"""One place of the gazetteer, whatever source it came from."""

from typing import Literal, NamedTuple

PlaceClass = Literal[
    "country", "region", "district", "town", "water", "relief", "spot", "vague", "continent"
]
"""What a place is. `district`: second level; `relief`: mountains, forests, islands;
`spot`: airports, camps, mines, bases; `vague`: an area by convention."""


class Entry(NamedTuple):
    """One place; the order of the fields is the order of the index's columns."""

    place_id: str
    """Stable: `country:ML`, `ne:ML05`, `iso:BF-12`, `gn:2451478`, `vague:northern-mali`."""
    name: str
    """Canonical name, as it is shown."""
    kind: PlaceClass
    country: str
    """ISO 3166-1 alpha-2; "" where it belongs to none or to several."""
    region: str
    """`region_id` of the boundary that holds it; "" where none does."""
    admin1: str
    """Name of the first-level division; "" where unknown."""
    admin2: str
    """Name of the second-level division; "" where unknown."""
    lat_deg: float
    lon_deg: float
    population: int
    """Inhabitants; 0 where unknown. Countries and regions: their towns' sum."""
    feature: str = ""
    """GeoNames feature code (`PPLC`, `ADM2`, `STM`), or the division's type ("Province")."""
    area: str = ""
    """Expression of its outline (see geo/shapes.py); "" for what is a point."""


class NamedEntry(NamedTuple):
    """A place with all its names, as a source hands it over."""

    entry: Entry
    names: tuple[str, ...]
    """Other names; the canonical one is always added."""
