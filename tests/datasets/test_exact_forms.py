import json
from pathlib import Path

import pytest

from datasets.exporting import export
from datasets.keeping import Shelf
from datasets.reading import read
from tests.datasets.made import ACLED, UCDP, cells, write

NOT_HELD = {"region", "admin3", "source_scale", "tags", "timestamp"}
OLD = {
    "data_id": "1", "iso": "466", "event_id_cnty": "MLI1", "event_id_no_cnty": "1",
    "event_date": "17 March 2018", "year": "2018", "time_precision": "1",
    "event_type": "Riots/Protests", "actor1": "Protesters (Mali)", "assoc_actor_1": "",
    "inter1": "6", "actor2": "", "assoc_actor_2": "", "inter2": "0", "interaction": "60",
    "region": "Western Africa", "country": "Mali", "admin1": "Gao", "admin2": "Gao", "admin3": "",
    "location": "Gao", "latitude": "16.2717", "longitude": "-0.0447", "geo_precision": "1",
    "source": "Radio", "notes": "A march.", "fatalities": "0", "timestamp": "1",
}  # fmt: skip
OLDEST = {
    "GWNO": "432", "EVENT_ID_CNTY": "1MLI", "EVENT_ID_NO_CNTY": "1", "EVENT_DATE": "17-Mar-97",
    "YEAR": "1997", "TIME_PRECISION": "1", "EVENT_TYPE": "Battle-No change of territory",
    "ACTOR1": "Rebels", "ALLY_ACTOR_1": "", "INTER1": "2", "ACTOR2": "Army", "ALLY_ACTOR_2": "",
    "INTER2": "1", "INTERACTION": "12", "COUNTRY": "Mali", "ADMIN1": "Gao", "LOCATION": "Gao",
    "LATITUDE": "16.27", "LONGITUDE": "-0.04", "GEO_PRECIS": "1", "SOURCE": "Radio", "NOTES": "",
    "FATALITIES": "2",
}  # fmt: skip


def round_trip(path: Path, ending: str = ".csv") -> Path:
    """Bring a file in, and out again."""
    shelf = Shelf(str(path.parent / "incidents.db"))
    shelf.add(path, name="layer")
    out = path.with_name(f"out{ending}")
    export(shelf.open("layer"), out)
    return out


ACLED_FORMS = {
    "31 columns": ACLED,
    "numbers for kinds": ACLED | {"inter1": "2", "inter2": "1", "interaction": "12"},
    "days in words": ACLED | {"event_date": "17 March 2024"},
    "before 2023": OLD,
    "before 2018": OLDEST,
}


@pytest.mark.parametrize("form", ACLED_FORMS)
def test_acled_goes_in_and_out_unchanged(form: str, tmp_path: Path) -> None:
    """Each column that the record can hold has the same text; the others are named as lost."""
    row = ACLED_FORMS[form]
    path = write(tmp_path / "acled.csv", [row])
    out = cells(round_trip(path))
    lost = {one.column for one in read(path).losses.lost}
    assert out == [{name: cell for name, cell in row.items() if name not in lost}]
    assert lost | set(out[0]) == set(row)


def test_the_31_columns_lose_five() -> None:
    """What is lost of ACLED's present form is known; a field that falls out is caught."""
    assert set(ACLED) > NOT_HELD


def test_what_acled_loses(tmp_path: Path) -> None:
    """The loss report names region, admin3, source_scale, tags and timestamp."""
    losses = read(write(tmp_path / "acled.csv", [ACLED])).losses
    assert {one.column for one in losses.lost} == NOT_HELD
    assert all(one.why for one in losses.lost)


def test_ucdp_goes_in_and_out_unchanged(tmp_path: Path) -> None:
    """The same for UCDP's 49 columns, in another order, with an event by region."""
    rows = [
        dict(reversed(UCDP.items())),
        dict(reversed((UCDP | {"id": "2", "where_prec": "4"}).items())),
    ]
    path = write(tmp_path / "ged.csv", rows)
    lost = {one.column for one in read(path).losses.lost}
    out = cells(round_trip(path))
    assert out == [{name: cell for name, cell in row.items() if name not in lost} for row in rows]
    assert {"deaths_a", "conflict_name", "geom_wkt"} <= lost
    assert {"best", "low", "high", "side_a", "side_b", "date_end", "where_prec"} <= set(out[0])


def test_a_candidate_without_heading_is_known(tmp_path: Path) -> None:
    """49 cells that fit UCDP's columns are an event, and said to be taken so."""
    path = write(tmp_path / "candidate.csv", [UCDP, UCDP | {"id": "2"}], heading=False)
    found = read(path)
    assert (found.form, found.table.num_rows) == ("ucdp", 2)
    assert found.table["row"].to_pylist() == [1, 2]
    assert any("no heading" in doubt.says for doubt in found.losses.doubts)


@pytest.mark.parametrize("wrapped", [lambda rows: {"status": 200, "data": rows}, lambda rows: rows])
def test_the_interface_of_acled(wrapped: object, tmp_path: Path) -> None:
    """JSON as the interface answers it comes out with the same values, numbers as numbers."""
    row = ACLED | {"fatalities": 3, "latitude": 14.07, "longitude": -3.516, "tags": None}
    path = tmp_path / "acled.json"
    path.write_text(json.dumps(wrapped([row])), "utf-8")  # type: ignore[operator]
    out = json.loads(round_trip(path, ".json").read_text("utf-8"))["data"]
    assert out == [{name: cell for name, cell in row.items() if name not in NOT_HELD}]


def test_ucdps_interface(tmp_path: Path) -> None:
    """Its rows lie under "Result"."""
    path = tmp_path / "ged.json"
    path.write_text(json.dumps({"TotalCount": 1, "Result": [UCDP]}), "utf-8")
    assert read(path).form == "ucdp"


def test_geojson_goes_in_and_out_unchanged(tmp_path: Path) -> None:
    """Points stay points; an event that only its region is known of has no geometry."""
    properties = {
        name: cell for name, cell in ACLED.items() if name not in {"latitude", "longitude"}
    }
    exact = {"type": "Feature", "properties": properties,
             "geometry": {"type": "Point", "coordinates": [-3.516, 14.07]}}  # fmt: skip
    vague = exact | {"properties": properties | {"event_id_cnty": "MLI2", "geo_precision": "3"}}
    path = tmp_path / "acled.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [exact, vague]}), "utf-8")
    first, second = json.loads(round_trip(path, ".geojson").read_text("utf-8"))["features"]
    held = {name: cell for name, cell in properties.items() if name not in NOT_HELD}
    assert first == exact | {"properties": held}
    assert (second["geometry"], second["properties"]["latitude"]) == (None, 14.07)
