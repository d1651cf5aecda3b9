import hashlib
import time

import pycountry
import pytest
import shapely

from geo import boundaries
from geo.make_boundaries import unmangled
from incidents.errors import GazetteerError


def test_every_country_once_with_a_name_and_valid_codes() -> None:
    frame = boundaries.countries()
    assert frame["iso2"].is_unique
    assert not frame[["iso2", "iso3", "name"]].isin(["", "-99", "-1"]).any().any()
    known = {country.alpha_2 for country in pycountry.countries}
    # Natural Earth draws these inside France, the Netherlands, Norway and Italy.
    assert known - set(frame["iso2"]) <= {"BQ", "BV", "GF", "GP", "MQ", "RE", "YT", "SJ", "VA"}
    assert set(frame["iso2"]) - known == {"XK"}


@pytest.mark.parametrize(
    ("iso2", "iso3", "name"),
    [
        ("FR", "FRA", "France"),
        ("NO", "NOR", "Norway"),
        ("XK", "XKX", "Kosovo"),
        ("SS", "SSD", "South Sudan"),
        ("CD", "COD", "Democratic Republic of the Congo"),
        ("PS", "PSE", "Palestine"),
    ],
)
def test_countries_that_natural_earth_codes_oddly(iso2: str, iso3: str, name: str) -> None:
    frame = boundaries.countries().set_index("iso2")
    assert (frame.loc[iso2, "iso3"], frame.loc[iso2, "name"]) == (iso3, name)


def test_regions_have_unique_ids_and_belong_to_a_country() -> None:
    frame = boundaries.regions()
    assert len(frame) > 4500
    assert frame["region_id"].is_unique
    assert frame["region_id"].str.fullmatch(r"ne:[\w\-.'~]+").all()
    assert set(frame["iso2"]) - set(boundaries.countries()["iso2"]) == {boundaries.UNASSIGNED}


@pytest.mark.parametrize(
    ("region_id", "name", "code"),
    [
        ("ne:ML05", "Ségou", "ML-4"),
        ("ne:ML08", "Timbuktu", "ML-6"),
        ("ne:NI27", "Borno", "NG-BO"),
        ("ne:UP05", "Donetsk", "UA-14"),
    ],
)
def test_known_regions_keep_their_ids(region_id: str, name: str, code: str) -> None:
    row = boundaries.regions().set_index("region_id").loc[region_id]
    assert (row["name"], row["iso_3166_2"]) == (name, code)


def test_other_spellings_are_kept_without_mojibake() -> None:
    frame = boundaries.regions()
    assert "Tombouctou" in frame.set_index("region_id").loc["ne:ML08", "names"].split("|")
    assert not (frame["name"] + frame["names"]).str.contains("Ã|Â|Å¡").any()


@pytest.mark.parametrize(
    ("mangled", "right"),
    [
        ("Sud-ComoÃ©", "Sud-Comoé"),
        ("Ã‡ankÄ±rÄ±", "Çankırı"),
        ("Ségou", "Ségou"),
        ("Ånge", "Ånge"),
    ],
)
def test_mojibake_is_undone_and_good_text_left_alone(mangled: str, right: str) -> None:
    assert unmangled(mangled) == right


@pytest.mark.parametrize(("region_id", "country"), [("ne:UP11", "UA"), ("ne:SO-somaliland", "SO")])
def test_territory_follows_iso_and_not_control(region_id: str, country: str) -> None:
    assert boundaries.regions().set_index("region_id").loc[region_id, "iso2"] == country


def test_neighbours_share_their_borders() -> None:
    """A gap or an overlap anywhere would make the coverage invalid."""
    assert shapely.coverage_is_valid(boundaries.regions().geometry.to_numpy())
    assert shapely.coverage_is_valid(boundaries.countries().geometry.to_numpy())


def test_a_country_is_the_union_of_its_regions() -> None:
    mali = boundaries.countries().set_index("iso2").loc["ML", "geometry"]
    parts = boundaries.regions().query("iso2 == 'ML'").geometry
    assert mali.symmetric_difference(parts.union_all()).area < 1e-9


def test_loading_is_quick_and_happens_once() -> None:
    boundaries.regions.cache_clear()
    start = time.process_time()
    first = boundaries.regions()
    assert time.process_time() - start < 2
    assert boundaries.regions() is first


def test_the_two_files_stay_small() -> None:
    files = [boundaries.FOLDER / name for name in ("regions.parquet", "countries.parquet")]
    assert sum(path.stat().st_size for path in files) < 5_000_000
    assert len({hashlib.sha256(path.read_bytes()).hexdigest() for path in files}) == 2


def test_a_broken_file_says_what_to_do(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boundaries, "FOLDER", tmp_path)
    boundaries.countries.cache_clear()
    with pytest.raises(GazetteerError, match="make_boundaries"):
        boundaries.countries()
    monkeypatch.undo()
    boundaries.countries.cache_clear()
