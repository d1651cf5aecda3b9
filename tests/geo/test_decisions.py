"""Places that an analyst decides on: made from candidates and drawings, rebuilt."""

import pytest

from geo.decisions import drawn
from geo.shapes import geometry_of
from incidents.errors import GazetteerError
from tests.geo.places_world import world
from tests.making import SEGOU

SQUARE = [[-5.0, 14.0], [-4.0, 14.0], [-4.0, 15.0], [-5.0, 15.0], [-5.0, 14.0]]


def test_an_area_can_be_rebuilt_from_its_id() -> None:
    """A snapshot opens again without the drawing."""
    place = drawn(SEGOU, {"geometry": {"type": "Polygon", "coordinates": [SQUARE]}}, world())
    outline = geometry_of(place.place_id or "")
    assert place.kind == "area"
    assert outline is not None
    assert outline.bounds == pytest.approx((-5.0, 14.0, -4.0, 15.0), abs=0.002)


def test_a_long_drawing_is_simplified_until_it_fits() -> None:
    """A wobbly hand draws hundreds of corners; the id stays readable."""
    ring = [[-5 + n / 500, 14 + (n % 7) / 300] for n in range(400)]
    ring += [[-4.2, 15.0], [-5.0, 15.0], ring[0]]
    place = drawn(SEGOU, {"geometry": {"type": "Polygon", "coordinates": [ring]}}, world())
    assert geometry_of(place.place_id or "") is not None


@pytest.mark.parametrize(
    "feature",
    [{}, {"geometry": None}, {"geometry": {"type": "Point"}}, {"geometry": {"type": "LineString",
     "coordinates": [[0, 0], [1, 1]]}}, {"geometry": {"type": "Polygon", "coordinates": []}}],
)  # fmt: skip
def test_what_is_no_place_is_refused(feature: dict[str, object]) -> None:
    """The message says to draw it again."""
    with pytest.raises(GazetteerError, match=r"[Dd]raw"):
        drawn(SEGOU, feature, world())
