import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.aggregate import MOST_BINS, Point, bins_of

POINTS = st.lists(
    st.builds(
        Point,
        lat_deg=st.floats(-90, 90),
        lon_deg=st.floats(-180, 180),
        events=st.integers(1, 5),
        killed=st.none() | st.integers(0, 100),
        type=st.sampled_from(["Battles", "Riots", "Protests"]),
    ),
    min_size=1,
    max_size=30,
)


@settings(max_examples=40, deadline=None)
@given(POINTS, st.none() | st.integers(0, 12))
def test_binning_loses_no_event_no_death_and_no_unknown(
    points: list[Point], zoom: int | None
) -> None:
    bins = bins_of(points, zoom)
    assert sum(one.events for one in bins) == sum(point.events for point in points)
    assert sum(one.killed_low for one in bins) == sum(point.killed or 0 for point in points)
    assert sum(one.unknown for one in bins) == sum(point.killed is None for point in points)
    for one in bins:
        assert sum(part.share for part in one.parts) == pytest.approx(1, abs=0.01)
        (south, west), (north, east) = one.bounds
        assert south - 0.001 <= one.lat_deg <= north + 0.001
        assert west - 0.001 <= one.lon_deg <= east + 0.001


def test_what_the_browser_gets_does_not_grow_with_the_data() -> None:
    def grid(number: int) -> list[Point]:
        return [
            Point(lat_deg=n % 97 / 2, lon_deg=n % 89, events=1, killed=1, type="Battles")
            for n in range(number)
        ]

    assert len(bins_of(grid(8000), 12)) <= MOST_BINS
    assert len(bins_of(grid(8000), None)) <= len(bins_of(grid(800), None)) + 40


def test_a_bin_says_what_is_in_it() -> None:
    points = [
        Point(lat_deg=1, lon_deg=1, events=2, killed=13, type="Battles"),
        Point(lat_deg=1, lon_deg=1, events=1, killed=None, type="Riots"),
    ]
    (one,) = bins_of(points, 5)
    assert one.line == "3 events · at least 13 killed, unknown for 1"
    assert [part.type for part in one.parts] == ["Battles", "Riots"]


def test_a_held_toll_is_said_and_not_added() -> None:
    points = [
        Point(lat_deg=1, lon_deg=1, events=1, killed=9_000, type="Battles", held=True),
        Point(lat_deg=1, lon_deg=1, events=1, killed=600, type="Battles"),
    ]
    (one,) = bins_of(points, 5)
    assert one.line == "2 events · at least 600 killed, 1 toll to be checked"
