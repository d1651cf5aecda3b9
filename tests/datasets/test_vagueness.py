import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from datasets.reading import read
from tests.datasets.made import ACLED, UCDP, write


def row_of(tmp_path: Path, row: dict[str, str]) -> dict[str, Any]:
    """Read a file of one row."""
    return dict(read(write(tmp_path / "one.csv", [row])).table.to_pylist()[0])


@pytest.mark.parametrize(
    ("form", "code", "kind", "precision", "place_id", "radius"),
    [
        ("acled", "1", "point", 1, "", 0),
        ("acled", "2", "point", 2, "", 25),
        ("acled", "3", "area", 4, "ne:ML04", 0),
        ("ucdp", "1", "point", 1, "", 0),
        ("ucdp", "2", "point", 2, "", 25),
        ("ucdp", "3", "area", 4, "ne:ML04", 0),
        ("ucdp", "4", "area", 4, "ne:ML04", 0),
        ("ucdp", "5", "none", 5, "", 0),
        ("ucdp", "6", "none", 6, "", 0),
        ("ucdp", "7", "none", 7, "", 0),
        ("acled", "9", "none", 6, "", 0),
    ],
)
def test_codes_for_a_place_become_pins_areas_or_the_list(
    form: str, code: str, kind: str, precision: int, place_id: str, radius: int, tmp_path: Path
) -> None:
    """What is known by region is that area, what by country is listed: neither is a pin."""
    row = ACLED | {"geo_precision": code} if form == "acled" else UCDP | {"where_prec": code}
    found = row_of(tmp_path, row)
    got = tuple(found[name] for name in ("place_kind", "where_prec", "place_id", "radius_km"))
    assert got == (kind, precision, place_id, radius)
    assert bool(found["why"]) == (kind != "point")


def test_a_region_that_is_unknown_is_listed(tmp_path: Path) -> None:
    """With its name, and never drawn at its coordinates."""
    found = row_of(tmp_path, ACLED | {"geo_precision": "3", "admin1": "Nowhereland"})
    assert (found["place_kind"], "Nowhereland" in found["why"]) == ("none", True)


@pytest.mark.parametrize(
    ("iso", "name", "code"),
    [
        ("466", "", "ML"),
        ("", "DR Congo (Zaire)", "CD"),
        ("", "Yemen (North Yemen)", "YE"),
        ("", "Kingdom of eSwatini (Swaziland)", "SZ"),
        ("", "Bosnia-Herzegovina", "BA"),
        ("MLI", "", "ML"),
        ("", "Côte d'Ivoire", "CI"),
        ("", "Atlantis", ""),
    ],
)
def test_countries(iso: str, name: str, code: str, tmp_path: Path) -> None:
    """By ISO's numbers or letters, or by the names that ACLED and UCDP have for them."""
    assert row_of(tmp_path, ACLED | {"iso": iso, "country": name})["country"] == code


@pytest.mark.parametrize(
    ("written", "edtf"),
    [("0001-01-01", "0001-01-01/0001-01-07"), ("9999-12-31", "9999-12-25/9999-12-31")],
)
def test_a_week_at_the_ends_of_the_calendar(written: str, edtf: str, tmp_path: Path) -> None:
    """Dates that stand for none, as databases write them, cost no file."""
    found = row_of(tmp_path, ACLED | {"event_date": written, "time_precision": "2"})
    assert found["edtf"] == edtf


DAY = dt.date(2024, 3, 17)


@pytest.mark.parametrize(
    ("written", "code", "edtf"),
    [
        ("2024-03-17", "1", "2024-03-17"),
        ("17 March 2024", "1", "2024-03-17"),
        ("17-March-2024", "1", "2024-03-17"),
        ("17/03/2024", "1", "2024-03-17"),
        ("2024-03-17", "2", "2024-03-11/2024-03-23"),
        ("2024-03-17", "3", "2024-03"),
    ],
)
def test_acleds_days(written: str, code: str, edtf: str, tmp_path: Path) -> None:
    """Both date forms; a week and a month are intervals that surely hold the day."""
    found = row_of(tmp_path, ACLED | {"event_date": written, "time_precision": code})
    assert found["edtf"] == edtf
    assert found["earliest"] <= DAY <= found["latest"]


@pytest.mark.parametrize(
    ("first", "last", "code", "edtf"),
    [
        ("2024-03-17 00:00:00.000", "2024-03-17 00:00:00.000", "1", "2024-03-17"),
        ("2024-03-17", "2024-03-20", "2", "2024-03-17/2024-03-20"),
        ("2024-03-01", "2024-03-31", "4", "2024-03"),
        ("2024-03-17", "2024-03-17", "4", "2024-03"),
        ("2024-01-01", "2024-12-31", "5", "2024"),
        ("2024-03-20", "2024-03-17", "2", ""),
    ],
)
def test_ucdps_days(first: str, last: str, code: str, edtf: str, tmp_path: Path) -> None:
    """The interval as given, widened where the code says more; backwards it is none."""
    given = {"date_start": first, "date_end": last, "date_prec": code}
    assert row_of(tmp_path, UCDP | given)["edtf"] == edtf


def test_a_date_that_reads_two_ways_is_none(tmp_path: Path) -> None:
    """03/04/2024 alone stays undated and is said; 17/04/2024 beside it settles the order."""
    alone = read(write(tmp_path / "a.csv", [ACLED | {"event_date": "03/04/2024"}]))
    assert alone.table["earliest"].to_pylist() == [None]
    assert any("two ways" in doubt.says for doubt in alone.losses.doubts)
    rows = [ACLED | {"event_date": "03/04/2024"},
            ACLED | {"event_date": "17/04/2024", "event_id_cnty": "MLI2"}]  # fmt: skip
    both = read(write(tmp_path / "b.csv", rows))
    assert both.table["edtf"].to_pylist() == ["2024-04-03", "2024-04-17"]


@pytest.mark.parametrize(
    ("cell", "figures"),
    [
        ("3", (3, 3)), ("0", (0, 0)), ("", (None, None)), ("unknown", (None, None)),
        ("10-15", (10, None)), ("1 234", (1234, 1234)), ("lots", (None, None)),
    ],
)  # fmt: skip
def test_acleds_tolls(cell: str, figures: tuple[int | None, int | None], tmp_path: Path) -> None:
    """The least that sources tell; unknown is not 0."""
    found = row_of(tmp_path, ACLED | {"fatalities": cell})
    assert (found["killed_low"], found["killed_best"]) == figures


@pytest.mark.parametrize("cell", ["20-10", "5-99999999999", "99999999999", "lots"])
def test_what_is_no_toll_is_unknown_and_said(cell: str, tmp_path: Path) -> None:
    """One odd cell costs its own figure and no other row."""
    rows = [ACLED | {"fatalities": cell}, ACLED | {"event_id_cnty": "MLI2"}]
    found = read(write(tmp_path / "a.csv", rows))
    assert found.table["killed_low"].to_pylist() == [None, 3]
    (doubt,) = [one for one in found.losses.doubts if "no number" in one.says]
    assert doubt.first == (2,)


@pytest.mark.parametrize(
    "figures",
    [{"low": "9", "best": "3"}, {"best": "9"}, {"low": "9", "best": "", "high": "5"}],
)
def test_figures_in_another_order_are_kept_and_said(
    figures: dict[str, str], tmp_path: Path
) -> None:
    """Also where no best one lies between."""
    found = read(write(tmp_path / "a.csv", [UCDP | figures]))
    assert any("not in this order" in one.says for one in found.losses.doubts)
    assert found.table.num_rows == 1


@pytest.mark.parametrize(
    ("cell", "targeted"),
    [
        ("Civilian targeting", True), ("", False), ("no", False), ("unknown", None), ("nan", None),
        ("N/A", None), ("inconnu", None),
    ],
)  # fmt: skip
def test_whether_civilians_were_targeted(
    cell: str, *, targeted: bool | None, tmp_path: Path
) -> None:
    """Nobody said is neither yes nor no."""
    assert row_of(tmp_path, ACLED | {"civilian_targeting": cell})["civilian_targeting"] is targeted


def test_without_a_column_nobody_says_whether_civilians_were_targeted(tmp_path: Path) -> None:
    """ACLED's older exports have none."""
    row = {name: cell for name, cell in ACLED.items() if name != "civilian_targeting"}
    assert row_of(tmp_path, row)["civilian_targeting"] is None


def test_ucdps_tolls(tmp_path: Path) -> None:
    """Low, best and high as UCDP has them."""
    found = row_of(tmp_path, UCDP)
    assert [found[f"killed_{end}"] for end in ("low", "best", "high")] == [2, 3, 5]


OLD_TYPE = ACLED | {"event_type": "Riots/Protests", "sub_event_type": ""}


@pytest.mark.parametrize(
    ("row", "kind", "sub"),
    [
        (ACLED, "Battles", "Armed clash"),
        (OLD_TYPE | {"inter1": "5"}, "Riots", ""),
        (OLD_TYPE | {"inter1": "6"}, "Protests", ""),
        (ACLED | {"event_type": "Remote violence", "sub_event_type": ""},
         "Explosions/Remote violence", ""),
        (ACLED | {"event_type": "Protests", "sub_event_type": "Excessive force against protestors"},
         "Protests", "Excessive force against protesters"),
        (ACLED | {"sub_event_type": "Attack"}, "Battles", ""),
        (UCDP, "Battles", ""),
        (UCDP | {"type_of_violence": "3"}, "Violence against civilians", ""),
    ],
)  # fmt: skip
def test_event_types(row: dict[str, str], kind: str, sub: str, tmp_path: Path) -> None:
    """Older types by the codebook; a sub-type of another type is no sub-type."""
    found = row_of(tmp_path, row)
    assert (found["event_type"], found["sub_event_type"]) == (kind, sub)


@pytest.mark.parametrize(("lat", "lon"), [("", ""), ("0", "0"), ("200", "3"), ("x", "3")])
def test_coordinates_that_are_none_are_listed(lat: str, lon: str, tmp_path: Path) -> None:
    """None, 0/0 and beyond the globe: no pin, and said."""
    found = read(write(tmp_path / "a.csv", [ACLED | {"latitude": lat, "longitude": lon}]))
    row = found.table.to_pylist()[0]
    assert (row["place_kind"], row["lat_deg"]) == ("none", None)
    assert any("No coordinates" in doubt.says for doubt in found.losses.doubts)
