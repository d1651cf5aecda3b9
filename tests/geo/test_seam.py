import pytest
import shapely

from geo import boundaries
from geo.basemap import fit_view
from geo.layers import bounds_of
from geo.outlines import area_shape, drawn_shape
from geo.seam import contiguous, drawn_lon
from geo.sheet import lay_out
from geo.snapshot.land import countries_in
from incidents.records import Incident, Place
from tests.geo.map_samples import incident, point


def region(place_id: str) -> Incident:
    """Return an incident somewhere in an area."""
    return incident("area", Place(name="there", kind="area", place_id=place_id))


def id_of(iso2: str, name: str | None = None) -> str:
    """Return the place_id of a country or of one of its regions."""
    if name is None:
        return f"country:{iso2}"
    frame = boundaries.regions()
    found = frame[(frame["iso2"] == iso2) & (frame["name"] == name)]
    return str(found.iloc[0]["region_id"])


@pytest.mark.parametrize(
    ("place_id", "west", "east"),
    [
        (id_of("RU", "Chukotka"), 157, 191.1),
        (id_of("FJ"), 174, 183),
        (id_of("RU"), 19, 191.1),
        (id_of("US", "Alaska"), -188, -129),
        (id_of("ML"), -13, 5),
    ],
)
def test_an_area_across_the_180th_meridian_is_shown_alone(
    place_id: str, west: float, east: float
) -> None:
    bounds = bounds_of([region(place_id)])
    assert bounds is not None
    assert west <= bounds[0][1] < bounds[1][1] <= east
    (_, lon), zoom = fit_view(bounds)
    assert west < lon < east
    assert 560 / 256 / 2**zoom * 360 < 3 * (east - west), "the view is no larger than it needs"


def test_points_on_both_sides_of_the_meridian_are_neighbours() -> None:
    pair = [incident(key, point(key, -17.0, lon)) for key, lon in (("w", 178.5), ("e", -179.5))]
    bounds = bounds_of(pair)
    assert bounds is not None
    assert bounds[1][1] - bounds[0][1] < 3
    assert sorted(spot.lon_deg for spot in lay_out(pair, {}).spots) == [178.5, 180.5]


def test_the_cut_is_closed() -> None:
    shape = drawn_shape(id_of("RU", "Chukotka"))
    assert shape is not None
    across = shape.intersection(shapely.LineString([(179, 67), (181, 67)]))
    assert across.length == pytest.approx(2), "no gap and no border in the middle of the tundra"


def test_the_records_keep_their_longitudes() -> None:
    place_id = id_of("FJ")
    kept, drawn = area_shape(place_id), drawn_shape(place_id)
    assert kept is not None
    assert drawn is not None
    assert kept.bounds[0] >= -180
    assert kept.bounds[2] <= 180
    assert drawn.area == pytest.approx(kept.area, rel=0.05)


@pytest.mark.parametrize("lon", [-168.9, 0.0, 179.9, -180.0, 180.0])
def test_a_point_is_drawn_on_the_map_at_its_meridian(lon: float) -> None:
    assert -168.98 <= drawn_lon(lon) <= 191.02
    assert (drawn_lon(lon) - lon) % 360 == 0


def test_a_shape_far_from_the_meridian_is_left_alone() -> None:
    far = shapely.MultiPolygon([shapely.box(-60, 0, -50, 5), shapely.box(50, 0, 55, 5)])
    assert contiguous(far) is far


def test_the_picture_has_land_beyond_the_meridian() -> None:
    land = countries_in((170.0, 60.0, 200.0, 72.0))
    _, _, east, _ = land.total_bounds
    assert east > 190
    assert {"RU", "US"} <= set(land["iso2"])
