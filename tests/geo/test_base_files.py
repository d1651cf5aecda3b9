import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from geo.base_files import country_features, label_point, rounded, world_features


@pytest.mark.parametrize(
    "shape",
    [
        shapely.box(0, 0, 4, 1),
        shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(5, 5, 9, 9)]),
        shapely.box(0, 0, 10, 10) - shapely.box(1, 1, 9, 9),
    ],
)
def test_a_name_goes_inside_the_largest_part(shape: BaseGeometry) -> None:
    parts = sorted(shapely.get_parts(shape), key=shapely.area)
    assert parts[-1].contains(label_point(shape))


def test_rounding_keeps_a_shape_of_its_kind() -> None:
    found = rounded(shapely.box(0.123456, 0, 1, 1), 2)
    assert found["type"] == "Polygon"
    assert "0.12" in str(found)
    assert "0.123" not in str(found)


def test_a_country_file_ends_with_its_outline() -> None:
    *regions, outline = country_features("ML")
    assert {feature["properties"]["n"] for feature in regions} >= {"Gao", "Kidal", "Ségou"}
    assert outline["properties"] == {"n": None}
    assert "LineString" in outline["geometry"]["type"]


def test_the_world_has_no_hole_where_no_country_is_given() -> None:
    assert "" in {feature["properties"]["n"] for feature in world_features()}
