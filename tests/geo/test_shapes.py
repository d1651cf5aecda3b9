"""Areas from their ids alone: the grammar, the cuts and the conventions."""

import math

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import cuts
from geo.areas import Call, Union, parse
from geo.divisions import read_table
from geo.geocoder.phrases import direction_of, offset_of
from geo.shapes import geometry_of, representative_point, source_of
from incidents.distances import distance_km
from incidents.errors import GazetteerError

CONVENTIONS = read_table("vague_regions.csv")


def shape(place_id: str) -> shapely.geometry.base.BaseGeometry:
    found = geometry_of(place_id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("ne:ML05", "ne:ML05"),
        ("ne:ML05+ne:ML04", Union(("ne:ML05", "ne:ML04"))),
        ("north(country:ML)", Call("north", ("country:ML",))),
        ("disc(14.5,-3,20)", Call("disc", (14.5, -3.0, 20.0))),
        ("clip(disc(1,2,3),ne:ML05+ne:ML04)",
         Call("clip", (Call("disc", (1.0, 2.0, 3.0)), Union(("ne:ML05", "ne:ML04"))))),
        ("adm2:ML.gorom-gorom-2", "adm2:ML.gorom-gorom-2"),
    ],
)  # fmt: skip
def test_area_is_parsed(text: str, area: object) -> None:
    assert parse(text) == area


@pytest.mark.parametrize(
    "text",
    ["", "north(", "north()", "north(country:ML", "+ne:ML05", "ne:ML05+", "nowhere(1)", "disc(1,2)",
     "disc(ne:ML05,1,2)", "7", "clip(ne:ML05)", "north(north(", "(" * 500, "north(" * 500,
     "ne:ML05;drop"],
)  # fmt: skip
def test_what_is_no_area_is_refused(text: str) -> None:
    with pytest.raises(GazetteerError):
        geometry_of(text)


@given(st.text(alphabet="northclipds(),+:. 0123456789ML-", max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_is_an_area_or_refused(text: str) -> None:
    """An id from a manifest can't crash the program, whatever it holds."""
    try:
        found = geometry_of(text)
    except GazetteerError:
        return
    assert found is None or found.is_valid


def test_points_and_unknown_ids_have_no_outline() -> None:
    assert geometry_of("gn:2451478") is None
    assert geometry_of("ne:XX99") is None
    assert representative_point("vague:nowhere") is None


@pytest.mark.parametrize("row", CONVENTIONS, ids=lambda row: row["id"])
def test_convention_is_drawn_inside_its_country_and_says_its_source(row: dict[str, str]) -> None:
    """Every line of data makes an area, in the country it names, and has a source."""
    area = shape(row["id"])
    assert not area.is_empty
    assert area.is_valid
    assert source_of(row["id"])
    assert int(row["precision"]) in {3, 4, 5, 7}
    if row["country"]:
        country = shape(f"country:{row['country']}")
        assert area.intersection(country).area >= 0.5 * area.area


def test_iso_parents_are_unions_of_their_children() -> None:
    """Burkina Faso's thirteen regions cover the country and do not overlap."""
    regions = [shape(f"iso:BF-{number:02d}") for number in range(1, 14)]
    country = shape("country:BF")
    assert sum(region.area for region in regions) == pytest.approx(country.area, rel=0.01)
    assert shapely.union_all(regions).symmetric_difference(country).area < 0.01 * country.area


@pytest.mark.parametrize("direction", sorted(cuts.DIRECTIONS))
@pytest.mark.parametrize("place_id", ["country:ML", "country:CL", "ne:NI27", "vague:sahel"])
def test_a_cut_is_a_part(direction: str, place_id: str) -> None:
    whole, part = shape(place_id), shape(f"{direction}({place_id})")
    assert 0 < part.area <= whole.area
    assert part.difference(whole.buffer(1e-9)).area == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(("one", "other"), [("north", "south"), ("east", "west")])
def test_opposite_halves_make_the_whole(one: str, other: str) -> None:
    halves = [shape(f"{half}(country:TD)") for half in (one, other)]
    assert halves[0].intersection(halves[1]).area == pytest.approx(0, abs=1e-9)
    assert sum(half.area for half in halves) == pytest.approx(shape("country:TD").area)


LATS, LONS = st.floats(-70, 70), st.floats(-170, 170)


@given(LATS, LONS, st.floats(0, 359), st.floats(0.1, 500))
@settings(max_examples=150, deadline=None)
def test_an_offset_is_as_far_as_it_says(
    lat: float, lon: float, bearing: float, distance: float
) -> None:
    there = cuts.offset(lat, lon, bearing, distance)
    assert distance_km(lat, lon, *there) == pytest.approx(distance, rel=0.01)


@given(st.floats(-65, 65), LONS, st.floats(1, 200))
@settings(max_examples=100, deadline=None)
def test_a_disc_reaches_its_radius_everywhere(lat: float, lon: float, radius: float) -> None:
    """Within 8%: the circle is drawn on a plane squeezed at its middle latitude."""
    circle = shapely.get_coordinates(cuts.disc(lat, lon, radius))
    rim = [distance_km(lat, lon, y, x) for x, y in circle]
    tolerance = 0.02 + 0.06 * radius / 200 * (1 + math.tan(math.radians(abs(lat))))
    assert min(rim) >= radius * (1 - tolerance)
    assert max(rim) <= radius * (1 + tolerance)


def test_a_border_runs_between_its_countries() -> None:
    strip = shape("border(country:ML,country:NE,25)")
    both = shape("country:ML+country:NE")
    assert strip.difference(both.buffer(1e-6)).area == pytest.approx(0, abs=1e-6)
    assert strip.intersects(shape("country:ML"))
    assert strip.intersects(shape("country:NE"))
    assert shape("border(country:ML,country:KE,25)").is_empty


@pytest.mark.parametrize(
    ("phrase", "direction"),
    [
        ("northern Mali", "north"),
        ("north-eastern Nigeria", "northeast"),
        ("north eastern Nigeria", "northeast"),
        ("the far north of Chad", "farnorth"),
        ("Mali's volatile centre", "central"),
        ("le nord du Mali", "north"),
        ("nord-est du Nigeria", "northeast"),
        ("l'extrême-nord du Cameroun", "farnorth"),
        ("le sud-ouest de la Libye", "southwest"),
        ("Gao", None),
    ],
)
def test_direction_is_read(phrase: str, direction: str | None) -> None:
    assert direction_of(phrase) == direction


@pytest.mark.parametrize(
    ("phrase", "distance_km", "direction"),
    [
        ("20 km east of Ansongo", 20, "east"),
        ("20km east of Ansongo", 20, "east"),
        ("12 miles north-west of Djibo", 19.3, "northwest"),
        ("2.5 kilometres from Gao", 2.5, None),
        ("2,5 kilomètres de Gao", 2.5, None),
        ("a few kilometres south of Gao", 4, "south"),
        ("800 metres from the camp", 0.8, None),
        ("une trentaine de kilomètres au nord de Djibo", 30, "north"),
        ("à 20 km à l'est d'Ansongo", 20, "east"),
        ("near Gao", None, None),
    ],
)
def test_offset_is_read(phrase: str, distance_km: float | None, direction: str | None) -> None:
    found = offset_of(phrase)
    assert found.direction == direction
    assert found.distance_km == (
        None if distance_km is None else pytest.approx(distance_km, rel=0.01)
    )
