"""Country packs and district boundaries: added whole or not at all."""

import io
import urllib.request
import zipfile
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from geo import cache
from geo.cuts import disc
from geo.gazetteer import Gazetteer, download
from geo.gazetteer.build import ensure_index
from geo.gazetteer.districts import add_districts, remove_districts
from geo.gazetteer.index import pack_paths
from geo.gazetteer.packs import add_pack, country_code, list_packs, remove_pack
from geo.geocoder import Geocoder
from geo.shapes import geometry_of
from incidents.errors import GazetteerError
from incidents.finders.places import find_places
from incidents.records import Place

INDEX = ensure_index()  # before each test gets a cache of its own


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv(cache.VARIABLE, str(folder))
    return cache.cache_folder()


def line(number: int, name: str, lat: float, lon: float, **more: str) -> str:
    row = [str(number), name, name, more.get("names", ""), str(lat), str(lon)]
    row += [more.get("cls", "P"), more.get("code", "PPL"), more.get("country", "ML"), ""]
    row += ["05", more.get("admin2", ""), "", "", more.get("people", "0"), "", "250"]
    return "\t".join([*row, "Africa/Bamako", "2024-01-01"]) + "\n"


DUMP = (
    line(1, "Konokassi", 14.36, -6.02, names="Konokasi,Kònòkasi")
    + line(2, "Amasrakad", 16.21, -0.44)
    + line(3, "Amasrakad", 18.48, 1.47)
    + line(4, "Cercle de Ségou", 13.4, -6.2, cls="A", code="ADM2", admin2="501")
    + line(5, "Markala", 13.70, -6.07, admin2="501", people="40000")
    + line(6, "Région de Ségou", 13.9, -5.9, cls="A", code="ADM1")
    + line(7, "Ruined", 14.0, -6.0, code="PPLH")
)


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "ML.txt"
    path.write_text(DUMP, encoding="utf-8")
    return path


def opened(folder: Path) -> Gazetteer:
    return Gazetteer([INDEX, *pack_paths(folder)])


def resolved(text: str, gazetteer: Gazetteer) -> list[Place]:
    mentions = find_places(text, gazetteer, "en")
    return Geocoder(gazetteer).resolve(text, mentions)


def test_village_resolves_with_its_pack_only(own_cache: Path, dump: Path) -> None:
    text = "Malian forces raided the village of Konokassi, in the Segou region."
    assert resolved(text, opened(own_cache))[1].kind == "area"
    pack = add_pack(dump, "ML")
    place = resolved(text, opened(own_cache))[1]
    assert (pack.places, place.kind, place.precision) == (5, "point", 1)
    assert (place.lat_deg, place.admin1) == (14.36, "Ségou")


def test_two_villages_of_one_name_stay_undecided(own_cache: Path, dump: Path) -> None:
    """Nothing in the words decides, so no pin is drawn and both are offered."""
    add_pack(dump, "ML")
    place = resolved("Malian soldiers died in Amasrakad.", opened(own_cache))[-1]
    assert (place.kind, place.country) == ("none", "ML")
    assert {item.place_id for item in place.candidates} >= {"gn:2", "gn:3"}
    assert "decides" in place.why


def test_neighbour_decides_between_two_villages(own_cache: Path, dump: Path) -> None:
    add_pack(dump, "ML")
    text = "Malian soldiers died in Amasrakad, in the Kidal region."
    place = next(p for p in resolved(text, opened(own_cache)) if p.text == "Amasrakad")
    assert place.place_id == "gn:3"


def test_places_know_their_district(own_cache: Path, dump: Path) -> None:
    add_pack(dump, "ML")
    entry = next(f.entry for f in opened(own_cache).lookup("Markala") if f.entry.place_id == "gn:5")
    assert (entry.admin1, entry.admin2) == ("Ségou", "Cercle de Ségou")


def test_zip_is_read_like_its_text(tmp_path: Path, dump: Path) -> None:
    path = tmp_path / "ML.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(dump, "ML.txt")
    assert add_pack(path, "ML").places == 5


def packed(path: Path) -> None:
    """A zip whose text repeats one line far more often than any country has places."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ML.txt", line(1, "Konokassi", 14.36, -6.02) * 50_000)


def endless(path: Path) -> None:
    path.write_text("x" * 1_000_000, encoding="utf-8")


@pytest.mark.parametrize(
    ("make", "message"), [(packed, "unpacks to more than the limit"), (endless, "line of over")]
)
def test_a_dump_made_to_fill_the_memory_is_refused(
    tmp_path: Path, make: Callable[[Path], None], message: str
) -> None:
    """Nothing is read beyond what a country's dump could be."""
    make(tmp_path / "ML.zip")
    with pytest.raises(GazetteerError, match=message):
        add_pack(tmp_path / "ML.zip", "ML")
    assert list_packs() == []


def test_list_and_remove(dump: Path) -> None:
    add_pack(dump, "ML")
    listed = list_packs()
    assert [(pack.name, pack.source, len(pack.sha256)) for pack in listed] == [("ML", "ML.txt", 64)]
    remove_pack("ML")
    assert list_packs() == []
    with pytest.raises(GazetteerError, match="No pack ML"):
        remove_pack("ML")


def broken_zip(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 and then nothing of a zip")


def cut_zip(path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ML.txt", DUMP * 50)
    data = bytearray(buffer.getvalue())
    data[60:90] = bytes(30)
    path.write_bytes(bytes(data))


def other_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("BF.txt", DUMP)


WRONG: list[tuple[str, Callable[[Path], object], str]] = [
    ("empty", lambda path: path.write_text(""), "no GeoNames dump"),
    ("text", lambda path: path.write_text("hello\nworld\n"), "no GeoNames dump"),
    ("binary", lambda path: path.write_bytes(bytes(range(256)) * 9), "cannot be read"),
    ("foreign", lambda path: path.write_text(DUMP.replace("\tML\t", "\tNE\t")), "not ML's dump"),
    ("columns", lambda path: path.write_text(DUMP.replace("\t250\t", "\t")), "19 columns"),
    ("latitude", lambda path: path.write_text(DUMP.replace("\t1", "\t91")), "coordinates"),
    ("zip", broken_zip, "no GeoNames dump|cannot be read"),
    ("cut", cut_zip, "cannot be read"),
    ("other", other_zip, "holds no ML.txt"),
]


@pytest.mark.parametrize(("kind", "write", "says"), WRONG, ids=[row[0] for row in WRONG])
def test_wrong_dump_is_refused_and_the_old_pack_stays(
    tmp_path: Path, dump: Path, kind: str, write: Callable[[Path], object], says: str
) -> None:
    """A broken file says what is wrong with it, and the pack that was there still answers."""
    before = add_pack(dump, "ML")
    wrong = tmp_path / f"{kind}.dat"
    write(wrong)
    with pytest.raises(GazetteerError, match=says):
        add_pack(wrong, "ML")
    assert list_packs() == [before]


def test_missing_file_and_wrong_country_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="There is no file"):
        add_pack(tmp_path / "none.txt", "ML")
    with pytest.raises(GazetteerError, match="two-letter"):
        country_code("Mali")
    assert country_code(" ml ") == "ML"


def test_download_without_a_network_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """The refused connection stands for every failed transfer; nothing is written."""

    def refuse(*_args: object, **_more: object) -> None:
        raise OSError("Network is unreachable")

    monkeypatch.setattr(urllib.request, "urlopen", refuse)
    with (
        pytest.raises(GazetteerError, match=r"--file ML\.zip"),
        download.fetched("ML", lambda _done, _total: None),
    ):
        pytest.fail("nothing was fetched")
    assert list_packs() == []


def test_download_that_breaks_off_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Answer(io.BytesIO):
        headers = {"Content-Length": "1000"}  # noqa: RUF012 - a stand-in for one test

    monkeypatch.setattr(urllib.request, "urlopen", lambda *_a, **_k: Answer(b"half"))
    with (
        pytest.raises(GazetteerError, match="broke off after 4 of 1000"),
        download.fetched("ML", lambda _done, _total: None),
    ):
        pytest.fail("half a file was taken")


def boundary_file(path: Path, column: str = "shapeName") -> Path:
    shapes = [disc(14.08, -3.52, 50), disc(14.07, -3.08, 30)]
    frame = gpd.GeoDataFrame({column: ["Bankass", "Koro"]}, geometry=shapes, crs=4326)
    frame.to_crs(3857).to_file(path)
    return path


@pytest.mark.parametrize("suffix", ["geojson", "gpkg", "shp"])
def test_districts_are_drawn_as_they_are(own_cache: Path, tmp_path: Path, suffix: str) -> None:
    """With its boundary a cercle is that area; without, a circle about its seat."""
    text = "Raids hit the cercle of Bankass in Mali."
    circle = resolved(text, opened(own_cache))[0]
    assert circle.place_id is not None
    assert circle.place_id.startswith("clip(disc(")
    add_districts(boundary_file(tmp_path / f"adm2.{suffix}"), "ML")
    place = resolved(text, opened(own_cache))[0]
    assert (place.kind, place.precision, place.place_id) == ("area", 3, "adm2:ML.bankass")
    shape = geometry_of("adm2:ML.bankass")
    assert shape is not None
    assert shape.contains(shapely.Point(-3.52, 14.08))
    remove_districts("ML")
    assert geometry_of("adm2:ML.bankass") is None


def test_wrong_boundaries_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="--name-field"):
        add_districts(boundary_file(tmp_path / "a.geojson", "foo"), "ML")
    with pytest.raises(GazetteerError, match="most of its areas lie elsewhere"):
        add_districts(boundary_file(tmp_path / "b.geojson"), "UA")
    junk = tmp_path / "c.geojson"
    junk.write_text("{}")
    with pytest.raises(GazetteerError, match="cannot be read"):
        add_districts(junk, "ML")
    assert add_districts(tmp_path / "a.geojson", "ML", name_field="foo").places == 2
