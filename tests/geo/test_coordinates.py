"""Coordinates as they are typed: every usual spelling, and a clear word for the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.coordinates import read_coordinates
from incidents.errors import GazetteerError


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("13.43, -6.27", 13.43, -6.27),
        ("13.43,-6.27", 13.43, -6.27),
        ("13.43 -6.27", 13.43, -6.27),
        ("13.43 −6.27", 13.43, -6.27),
        ("13,43; -6,27", 13.43, -6.27),
        ("13,43, -6,27", 13.43, -6.27),
        ("13°26′N 6°16′W", 13.43333, -6.26667),
        ("13°26'N, 6°16'W", 13.43333, -6.26667),
        ("13° 26′ 30″ N 6° 16′ 12″ O", 13.44167, -6.27),
        ("N 13.43 W 6.27", 13.43, -6.27),
        ("6.27W 13.43N", 13.43, -6.27),
        ("13.43° S, 6.27° E", -13.43, 6.27),
        ("  -0.5 , 120  ", -0.5, 120.0),
        ("13,-6", 13.0, -6.0),
        ("90, 180", 90.0, 180.0),
    ],
)
def test_usual_spellings_are_read(text: str, lat: float, lon: float) -> None:
    """Latitude first unless letters say otherwise."""
    found = read_coordinates(text)
    assert (found.lat_deg, found.lon_deg) == (lat, lon)


@pytest.mark.parametrize(
    ("exact", "rough"),
    [("13.43, -6.27", "13.4, -6.2"), ("13°26′N 6°16′W", "13, -6"), ("13.43, 6.27", "13.43, 6.2")],
)
def test_their_exactness_is_that_of_their_digits(exact: str, rough: str) -> None:
    """A whole degree is a hundred kilometres, and no exact place."""
    assert read_coordinates(exact).exact
    assert not read_coordinates(rough).exact


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is no pair of coordinates"),
        ("Konna", "is no pair of coordinates"),
        ("13.43", "is no pair of coordinates"),
        ("13.43, -6.27, 4", "is no pair of coordinates"),
        ("9" * 500, "is no pair of coordinates"),
        ("95, 20", "Is the longitude first?"),
        ("95, 120", "outside -90 to 90"),
        ("20, 195", "outside -180 to 180"),
        ("13°75′N 6°16′W", "there are 60"),
        ("13 N, 14 S", "one axis twice"),
        ("nan, inf", "is no pair of coordinates"),
    ],
)
def test_the_rest_is_refused_with_a_word(text: str, said: str) -> None:
    """It says what was wrong, and how to write it."""
    with pytest.raises(GazetteerError, match=said.replace("?", r"\?")):
        read_coordinates(text)


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_decimal_degrees_come_back(lat: float, lon: float) -> None:
    """To a metre, wherever on Earth."""
    found = read_coordinates(f"{lat:.5f}, {lon:.5f}")
    assert found.lat_deg == pytest.approx(lat, abs=1e-5)
    assert found.lon_deg == pytest.approx(lon, abs=1e-5)


@given(st.text(max_size=90))
def test_any_words_are_read_or_refused(text: str) -> None:
    """Nothing else escapes to the screen."""
    try:
        found = read_coordinates(text)
    except GazetteerError:
        return
    assert -90 <= found.lat_deg <= 90
    assert -180 <= found.lon_deg <= 180
