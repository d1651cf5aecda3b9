"""Which first-level regions an area reaches into, so that a filter by region loses no vague place.

"Northern Mali" may be in Gao: an analyst who filters by Gao must not lose it in silence.
"""

from collections.abc import Iterable
from functools import cache, lru_cache

import shapely

from geo import boundaries
from geo.gazetteer import open_gazetteer
from geo.shapes import geometry_of
from incidents.errors import GazetteerError
from incidents.records import Incident

LEAST_SHARE = 0.02
"""Part of a region that an area must cover; less is two borders drawn differently."""


def covered_regions(incidents: Iterable[Incident]) -> dict[str, tuple[str, ...]]:
    """Return for each area among the places the regions that it reaches into, as `ML/Gao`."""
    ids = {i.place.place_id for i in incidents if i.place.kind == "area" and i.place.place_id}
    return {place_id: _covered(place_id) for place_id in sorted(ids)}


@lru_cache(maxsize=4096)
def _covered(place_id: str) -> tuple[str, ...]:
    try:
        outline = geometry_of(place_id)
    except GazetteerError:
        # An area that this installation can't draw is listed elsewhere; here it has no regions.
        return ()
    if outline is None or outline.is_empty:
        return ()
    regions = boundaries.regions()
    near = regions.iloc[regions.sindex.query(outline, predicate="intersects")]
    if near.empty:
        return ()
    shares = shapely.area(shapely.intersection(near.geometry.values, outline)) / shapely.area(
        near.geometry.values
    )
    # An area smaller than a region covers little of it and lies in it all the same.
    inside = shapely.contains(near.geometry.values, outline.representative_point())
    kept = near[(shares >= LEAST_SHARE) | inside]
    return tuple(dict.fromkeys(name for row in kept["region_id"] if (name := _name(row))))


@cache
def _name(region_id: str) -> str:
    # As the geocoder names it: Burkina Faso's provinces stand for its regions.
    entry = open_gazetteer().by_id(region_id)
    return f"{entry.country}/{entry.admin1 or entry.name}" if entry and entry.country else ""
