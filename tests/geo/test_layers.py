import json
import re
from typing import Any

import folium
import pytest

from geo.basemap import make_map
from geo.layers import (
    bounds_of,
    click_serial,
    clicked_incident,
    incident_layers,
    payload,
)
from geo.legend import legend_html, shown_on
from geo.palette import mark
from geo.sheet import lay_out
from tests.geo.map_samples import ALL, EVIL, GAO, GOLD, NEAR, NUMBERS, RAID, hostile


def drawn_script(incidents: tuple[Any, ...], selected: str | None = None) -> str:
    (group,) = incident_layers(incidents, theme="light", selected=selected, numbers=NUMBERS)
    whole = make_map("light")
    group.add_to(whole)
    return str(whole.get_root().render())


def payload_of(html: str) -> dict[str, Any]:
    found = re.search(r"conflictMap\.incidents\(\w+, \w+, (\{.*\})\);", html)
    assert found is not None
    decoded: dict[str, Any] = json.loads(found.group(1))
    return decoded


def test_the_layer_carries_areas_with_their_numbers_and_counts() -> None:
    data = payload_of(drawn_script(GOLD))
    north, segou = data["areas"]
    assert (north["name"], north["tally"], north["ids"]) == (
        "northern Mali",
        "2 events",
        ["strikes", "seven"],
    )
    assert [chip["label"] for chip in segou["chips"]] == ["3", "4"]
    assert data["spots"] == []
    assert north["geometry"]["type"] in {"Polygon", "MultiPolygon"}


def test_selection_travels_with_the_layer() -> None:
    assert payload_of(drawn_script(GOLD, selected="wedding"))["selected"] == "wedding"


def test_script_in_data_stays_text_through_folium_and_its_templates() -> None:
    html = drawn_script((hostile(),))
    assert payload_of(html)["spots"][0]["name"] == EVIL
    assert "<img src=x" not in html
    assert "49" not in payload_of(html)["spots"][0]["name"]


def test_the_legend_has_only_what_is_on_the_map() -> None:
    legend = payload(lay_out(GOLD, NUMBERS), "light", None)["legend"]
    assert isinstance(legend, str)
    assert "Explosions/Remote violence" in legend
    assert "Battles" not in legend
    assert "somewhere in this area" in legend
    assert "near this point" not in legend
    legend = payload(lay_out([NEAR, *GAO], {}), "dark", None)["legend"]
    assert isinstance(legend, str)
    for words in ("Battles", "near this point", "killed: unknown", "killed, at least"):
        assert words in legend
    assert payload(lay_out([RAID], {}), "dark", None)["legend"] == ""


def test_the_legend_hatches_as_the_map_does() -> None:
    """With battles at points and strikes in areas, the area's key is not hatched as battles."""
    shown = shown_on(lay_out([*GAO, *GOLD, NEAR], NUMBERS))
    assert (shown.hatched, shown.ringed) == (GOLD[1].event_type, NEAR.event_type)
    html = legend_html("light", ["Battles", GOLD[1].event_type], shown)
    hatch = html[: html.index("somewhere in this area")].rsplit("<li>", 1)[1]
    assert mark(GOLD[1].event_type, "light").colour in hatch
    assert mark("Battles", "light").colour not in hatch


def test_a_click_comes_back_as_ids_with_a_number_of_its_own() -> None:
    result = {"last_active_drawing": {"properties": {"ids": ["a", "b"], "click": 17}}}
    assert clicked_incident(result) == ["a", "b"]
    assert click_serial(result) == 17


@pytest.mark.parametrize(
    "result",
    [
        None,
        {},
        {"last_active_drawing": None},
        {"last_active_drawing": {"properties": None}},
        {"last_active_drawing": {"properties": {"ids": "abc", "click": "x"}}},
        {"last_active_drawing": {"properties": {"ids": [1, None]}}},
    ],
)
def test_anything_malformed_is_no_click(result: dict[str, object] | None) -> None:
    assert clicked_incident(result) == []
    assert click_serial(result) == 0


def test_bounds_hold_all_that_is_drawn_and_nothing_else() -> None:
    bounds = bounds_of(ALL)
    assert bounds is not None
    (south, west), (north, east) = bounds
    assert 12 < south < 13.2
    assert -8 < west < -5
    assert 24.9 < north < 25.1
    assert 4 < east < 4.5
    assert bounds_of([RAID]) is None


def test_the_same_incidents_give_the_same_layer() -> None:
    assert payload_of(drawn_script(ALL)) == payload_of(drawn_script(ALL))


def test_layers_are_feature_groups_that_st_folium_takes() -> None:
    layers = incident_layers(ALL, theme="dark", selected=None, numbers=NUMBERS)
    assert all(isinstance(layer, folium.FeatureGroup) for layer in layers)


def test_many_incidents_in_one_area_do_not_swell_the_layer() -> None:
    few, many = (
        len(json.dumps(payload(lay_out(GOLD * times, NUMBERS), "light", None), default=str))
        for times in (10, 100)
    )
    assert many < few * 2
