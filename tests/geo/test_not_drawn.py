"""On the map or listed, never neither: one judge for strip, lists, figure, table and exports."""

import datetime as dt
import json

import msgspec
import pytest

from geo.snapshot.page import draw_page
from geo.snapshot.tables import draw_csv, draw_geojson, geometry_json
from geo.snapshot.view import SnapshotView
from geo.table import table_of
from incidents.filters import FilterSpec
from incidents.totals import totals
from tests.geo.map_samples import SEGOU, WEDDING, incident, point

MADE = dt.datetime(2024, 4, 1, tzinfo=dt.UTC)
UNKNOWN_AREA = msgspec.structs.replace(SEGOU, name="Atlantis", place_id="ne:XX99")


def test_an_area_without_an_outline_is_missing_everywhere_with_its_reason() -> None:
    """Strip, table, sheet, figure, page and exports tell the same of it as the map."""
    one = incident("atlantis", UNKNOWN_AREA, killed=2)
    why = "The outline of Atlantis is not installed here."
    rows = table_of([one, WEDDING], {}).rows
    assert rows["not_on_map"].iloc[0] == why
    assert rows["not_on_map"].isna().tolist() == [False, True]
    assert totals(rows).sentence().endswith("1 on the map, 1 that can’t be drawn")
    view = SnapshotView((one, WEDDING), {}, FilterSpec(), "light", None, "", MADE)
    assert view.sheet.missing == ((one, why),)
    assert why in draw_page(view)
    assert why in draw_csv(view).decode("utf-8-sig")
    features = json.loads(draw_geojson(view))["features"]
    assert [f["properties"]["not_on_map"] for f in features] == [why, None]
    assert [f["geometry"] is None for f in features] == [True, False]


@pytest.mark.parametrize("lat_deg", [float("nan"), 95.0])
def test_a_point_off_the_globe_is_not_exported_as_one(lat_deg: float) -> None:
    """What the map refuses to draw has no geometry in the GeoJSON either."""
    assert geometry_json(incident("off", point("Gao", lat_deg, 0.0))) is None
