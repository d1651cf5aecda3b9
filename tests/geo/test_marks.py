import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.marks import MOST_FANNED
from geo.outlines import VERTEX_BUDGET, area_outlines
from geo.sheet import MOST_POINTS, lay_out
from incidents.records import Incident, Place
from tests.geo.map_samples import ALL, GAO, GOLD, NEAR, NUMBERS, RAID, SEGOU, incident, point


def test_the_first_view_has_two_areas_no_pin_and_one_missing() -> None:
    sheet = lay_out(GOLD, NUMBERS)
    assert [area.name for area in sheet.areas] == ["northern Mali", "Ségou"]
    assert sheet.spots == ()
    assert [(one.id, why) for one, why in sheet.missing] == [(RAID.id, RAID.place.why)]


def test_a_part_is_listed_and_not_counted_again() -> None:
    north = lay_out(GOLD, NUMBERS).areas[0]
    assert (north.events, north.ids) == (2, ("strikes", "seven"))
    assert [chip.label for chip in north.chips] == ["2", "2a"]


def test_a_part_counts_where_its_whole_is_out_of_view() -> None:
    only_part = [one for one in GOLD if one.id == "seven"]
    assert lay_out(only_part, NUMBERS).areas[0].events == 1


def test_one_spot_carries_all_its_incidents() -> None:
    (spot,) = lay_out(GAO, {}).spots
    assert [mark.id for mark in spot.marks] == ["gao0", "gao1", "gao2"]
    assert [mark.unknown for mark in spot.marks] == [True, False, False]


def test_more_than_fan_out_are_one_mark_that_says_so() -> None:
    crowd = [incident(f"c{n}", point("Gao", 16.27, -0.04)) for n in range(MOST_FANNED + 1)]
    (spot,) = lay_out(crowd, {}).spots
    assert (len(spot.marks), spot.total, len(spot.ids)) == (1, len(crowd), len(crowd))


def test_near_keeps_its_radius() -> None:
    assert lay_out([NEAR], {}).spots[0].marks[0].radius_km == 25


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(country="ML"), "country"),
        (Place(), "no place"),
        (Place(kind="point", name="Gao"), "coordinates"),
        (point("Gao", float("nan"), 0.0), "coordinates"),
        (point("Gao", 91.0, 0.0), "coordinates"),
        (msgspec.structs.replace(SEGOU, place_id="ne:XX99"), "outline of Ségou"),
        (msgspec.structs.replace(SEGOU, place_id="no such ( grammar"), "outline of Ségou"),
        (msgspec.structs.replace(SEGOU, place_id=None), "outline of Ségou"),
    ],
)
def test_what_cannot_be_drawn_is_listed_with_its_reason(place: Place, words: str) -> None:
    sheet = lay_out([incident("x", place)], {})
    ((_, why),) = sheet.missing
    assert words in why
    assert (sheet.areas, sheet.spots) == ((), ())


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(ALL), unique_by=lambda one: one.id))
def test_every_incident_is_drawn_once_or_listed_once(chosen: list[Incident]) -> None:
    sheet = lay_out(chosen, NUMBERS)
    ids = [one for area in sheet.areas for one in area.ids]
    ids += [one for spot in sheet.spots for one in spot.ids]
    ids += [one.id for one, _ in sheet.missing]
    assert sorted(ids) == sorted(one.id for one in chosen)


def test_very_many_points_become_bins_that_lose_no_event() -> None:
    many = [
        incident(f"p{n}", point(f"P{n}", 10 + n % 60 / 7, -10 + n // 60 / 5))
        for n in range(MOST_POINTS * 3)
    ]
    sheet = lay_out(many, {})
    assert sheet.spots == ()
    assert 1 < len(sheet.bins) <= 120
    assert sum(one.events for one in sheet.bins) == len(many)


def test_areas_together_stay_within_the_vertex_budget() -> None:
    outlines = area_outlines(f"country:{code}" for code in ("CA", "RU", "US", "NO", "ID", "ML"))
    text = msgspec.json.encode(outlines).decode()
    assert len(outlines) == 6
    assert text.count(",") / 2 < VERTEX_BUDGET * 1.2
