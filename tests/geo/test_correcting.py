from typing import Any

import msgspec
import pytest

from geo.basemap import make_map
from geo.correcting import around, candidate_in, correction_of, moved_to, on_the_globe
from geo.layers import bounds_of, incident_layers, last_click
from incidents.records import Candidate
from tests.geo.map_samples import GAO, NUMBERS, RAID, WEDDING

CANDIDATES = (
    Candidate(place_id="gn:1", name="Gao, ML", lat_deg=16.27, lon_deg=-0.04, score=0.7),
    Candidate(place_id="gn:2", name="Gao, BF", lat_deg=11.65, lon_deg=-2.18, score=0.2),
    Candidate(place_id="gn:3", name="Gao, CN", lat_deg=35.0, lon_deg=110.0, score=0.1),
)
UNSURE = msgspec.structs.replace(
    GAO[1], place=msgspec.structs.replace(GAO[1].place, candidates=CANDIDATES)
)


def test_a_point_has_a_pin_and_its_candidates_have_the_numbers_of_the_list() -> None:
    correction = correction_of(UNSURE, {"gao1": 7})
    assert correction.pin is not None
    assert (correction.pin.lat_deg, correction.pin.lon_deg) == (16.27, -0.04)
    assert correction.pin.mark.label == "7"
    assert [(one.number, one.place_id, one.current) for one in correction.others] == [
        (1, "gn:1", True),
        (2, "gn:2", False),
        (3, "gn:3", False),
    ]


@pytest.mark.parametrize("incident", [RAID, WEDDING])
def test_what_is_no_point_has_no_pin(incident: Any) -> None:
    assert correction_of(incident, NUMBERS).pin is None


def test_the_view_holds_the_pin_and_the_candidates_around_it() -> None:
    bounds = around(correction_of(UNSURE, {}), bounds_of([UNSURE]))
    assert bounds is not None
    (south, west), (north, east) = bounds
    assert south <= 11.65
    assert north >= 16.27
    assert -3 < west < east < 1, "Gao in China would take the view away"


def test_without_a_place_the_view_holds_all_candidates() -> None:
    lost = msgspec.structs.replace(
        RAID, place=msgspec.structs.replace(RAID.place, candidates=CANDIDATES)
    )
    assert around(correction_of(lost, {}), None) == ((11.65, -2.18), (35.0, 110.0))


def test_without_another_candidate_the_view_stays() -> None:
    assert around(correction_of(GAO[1], {}), bounds_of([GAO[1]])) is None


def test_a_moved_pin_comes_back_as_a_point() -> None:
    result = {"last_active_drawing": {"properties": {"ids": ["a"], "moved": [17, -3.5]}}}
    found = moved_to(last_click(result))
    assert found is not None
    assert found["geometry"] == {"type": "Point", "coordinates": [-3.5, 17]}


@pytest.mark.parametrize("moved", [None, 3, "17,3", [], [1], ["a", "b"], [1, None]])
def test_anything_malformed_is_no_move(moved: object) -> None:
    assert moved_to({"ids": ["a"], "moved": moved}) is None


@pytest.mark.parametrize(("drawn", "kept"), [(181.5, -178.5), (-190.0, 170.0), (12.0, 12.0)])
def test_what_is_drawn_past_the_meridian_is_kept_on_the_globe(drawn: float, kept: float) -> None:
    geometry = {"type": "Point", "coordinates": [drawn, -17.0]}
    feature = {"type": "Feature", "geometry": geometry, "properties": {"radius": 900}}
    found: Any = on_the_globe(feature)
    assert tuple(found["geometry"]["coordinates"]) == (kept, -17.0)
    assert found["properties"] == {"radius": 900}


@pytest.mark.parametrize(
    "geometry", [None, {}, {"type": "Point"}, {"type": "Point", "coordinates": []}]
)
def test_what_cannot_be_read_is_left_for_the_decision_to_refuse(geometry: object) -> None:
    feature = {"type": "Feature", "geometry": geometry}
    assert on_the_globe(feature) is feature


def test_a_candidate_comes_back_by_its_id() -> None:
    assert candidate_in({"candidate": "gn:2"}) == "gn:2"
    assert candidate_in({"candidate": 2}) is None
    assert candidate_in({}) is None


def test_the_layer_carries_the_correction_only_when_it_is_asked_for() -> None:
    def script(**more: Any) -> str:
        (group,) = incident_layers(
            [UNSURE], theme="light", selected="gao1", numbers=NUMBERS, **more
        )
        whole = make_map("light", drawing=True)
        group.add_to(whole)
        return str(whole.get_root().render())

    assert '"correct":null' in script()
    assert "Gao, BF" in script(correct=correction_of(UNSURE, NUMBERS))
