"""A place that an analyst moves: name, country, region, precision and reason are the new ones."""

from typing import Any

import pytest

from geo.coordinates import read_coordinates
from geo.decisions import chosen, drawn, typed
from geo.gazetteer.search import nearest, search
from incidents.errors import GazetteerError
from incidents.records import Place
from tests.geo.places_world import world
from tests.making import NORTH, SEGOU

KONNA = Place(
    text="Konna",
    name="Konna",
    kind="point",
    lat_deg=14.94,
    lon_deg=-3.89,
    country="ML",
    admin1="Mopti",
    admin2="Mopti",
    precision=1,
    place_id="gn:2455518",
    why="The only place of this name.",
)


def pin(lat: float, lon: float, **properties: Any) -> dict[str, Any]:
    """Return a point as the map hands it over."""
    geometry = {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def test_a_moved_pin_keeps_nothing_of_where_it_was() -> None:
    """From Konna in Mali to the country beside Dori in Burkina Faso."""
    place = drawn(KONNA, pin(14.1, 0.1), world())
    assert place.text == "Konna"
    assert (place.name, place.country) == ("near Dori", "BF")
    assert place.admin1 not in (None, "Mopti")
    assert place.admin2 != "Mopti"
    assert (place.kind, place.precision, place.radius_km) == ("point", 2, 25.0)
    assert place.place_id is None
    assert place.why.startswith("Placed on the map by an analyst, ")
    assert place.why.endswith(" km from Dori.")


def test_far_from_any_town_its_name_is_its_coordinates() -> None:
    """In the Sahara no place within 50 km tells where it is."""
    place = drawn(KONNA, pin(22.5, -3.5), world())
    assert (place.name, place.country) == ("22.50, -3.50", "ML")
    assert place.why == "Placed on the map by an analyst."


def test_at_sea_there_is_no_region() -> None:
    """The open ocean belongs to nobody, and the region of before does not stay."""
    place = drawn(KONNA, pin(0.0, -30.0), world())
    assert (place.name, place.country, place.admin1, place.admin2) == (
        "0.00, -30.00",
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("precision", "kind", "radius"), [(1, "point", None), (2, "point", 25.0), (None, "point", 25.0)]
)
def test_the_analyst_says_how_exact_a_pin_is(
    precision: int | None, kind: str, radius: float | None
) -> None:
    """Unsaid, a pin by hand is near its place and not exact."""
    place = drawn(NORTH, pin(14.5, -4.2), world(), precision)
    assert (place.kind, place.radius_km, place.precision) == (kind, radius, precision or 2)


def test_a_circle_is_near_by_its_own_radius() -> None:
    """Its radius is the uncertainty."""
    place = drawn(NORTH, pin(14.5, -4.2, radius=12_340.0), world())
    assert (place.kind, place.radius_km, place.precision) == ("point", 12.3, 2)


def test_a_point_may_stand_for_its_region_or_its_country() -> None:
    """The region is drawn as an area, the country not at all."""
    region = typed(KONNA, read_coordinates("14.5, -4.2"), world(), 4)
    assert (region.kind, region.name, region.admin1, region.precision) == (
        "area",
        "Mopti",
        "Mopti",
        4,
    )
    country = drawn(KONNA, pin(14.5, -4.2), world(), 6)
    assert (country.kind, country.country, country.admin1, country.precision) == (
        "none",
        "ML",
        None,
        6,
    )
    (konna, *_) = search(world(), "Konna", country="ML")
    assert chosen(KONNA, konna.place_id, world(), 4).name == "Mopti"


def test_no_region_is_made_up() -> None:
    """There is none on the high seas, and no district where no outline is installed."""
    with pytest.raises(GazetteerError, match="No region is known"):
        drawn(KONNA, pin(0.0, -30.0), world(), 4)
    with pytest.raises(GazetteerError, match="No country is known"):
        drawn(KONNA, pin(0.0, -30.0), world(), 6)


@pytest.mark.parametrize(
    ("text", "precision"), [("14.9400, -3.8900", 1), ("15, -4", 2), ("14°56′N 3°53′W", 1)]
)
def test_typed_coordinates_are_as_exact_as_their_digits(text: str, precision: int) -> None:
    """Whole degrees make no exact place."""
    place = typed(SEGOU, read_coordinates(text), world())
    assert (place.kind, place.precision, place.country) == ("point", precision, "ML")
    assert place.why.startswith("Put at ")


def test_a_town_of_the_gazetteer_may_be_near() -> None:
    """The analyst knows the town and that it was not in the town."""
    found = search(world(), "dori", country="BF")[0]
    place = chosen(KONNA, found.place_id, world(), 2)
    assert (place.name, place.precision, place.radius_km) == ("Dori", 2, 25.0)
    assert chosen(KONNA, found.place_id, world()).precision == 1


def test_an_area_over_a_border_is_in_no_country_and_no_region() -> None:
    """Drawn around where Mali, Niger and Burkina Faso meet."""
    ring = [[-1.0, 14.0], [1.5, 14.0], [1.5, 16.0], [-1.0, 16.0], [-1.0, 14.0]]
    feature = {"geometry": {"type": "Polygon", "coordinates": [ring]}}
    place = drawn(SEGOU, feature, world())
    assert (place.country, place.admin1) == (None, None)
    assert place.name
    assert place.name.startswith("area ")
    assert drawn(SEGOU, feature, world(), 4).precision == 4


@pytest.mark.parametrize(
    ("words", "country", "first"),
    [
        ("segou", "ML", "Ségou"),
        ("SÉGOU", "", "Ségou"),
        ("gao", "BF", "Gao"),
        ("bobo dioul", "BF", "Bobo-Dioulasso"),
        ("konn", "ML", "Konna"),
    ],
)
def test_a_place_is_found_by_the_beginning_of_its_name(
    words: str, country: str, first: str
) -> None:
    """Accents, case and hyphens do not count; the report's own country comes first."""
    found = search(world(), words, country=country)[0]
    assert found.name == first
    assert found.country == (country or "ML")


@pytest.mark.parametrize("words", ["", "a", "  ", "!!", "%", "qqqqqzz", "x" * 3000])
def test_what_is_no_name_finds_nothing(words: str) -> None:
    """And fells nothing."""
    assert search(world(), words) == []


def test_the_nearest_town_is_found_over_the_date_line() -> None:
    """Egvekinot lies at 179 degrees west, the point on the other side."""
    found = nearest(world(), 66.3, 179.95)
    assert found is not None
    assert found.entry.lon_deg < 0
    assert found.km < 50
