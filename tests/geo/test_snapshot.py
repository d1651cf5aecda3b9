import csv
import datetime as dt
import io
import json
import os
import re
import struct
import subprocess
import sys
import textwrap
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import msgspec
import pypdf
import pytest
import shapely

from geo.snapshot import Manifest, open_snapshot, verify_snapshot, write_snapshot
from geo.snapshot.page import SCRIPTS
from geo.snapshot.picture import unparted
from geo.snapshot.tables import safe_cell
from incidents.errors import SnapshotError
from incidents.filters import FilterSpec
from incidents.records import Incident
from incidents.report import Report
from tests.geo.map_samples import ALL, EVIL, GOLD, REPORT, hostile
from tests.incidents.test_folders import with_head

ROOT = Path(__file__).resolve().parents[2]
CREATED = dt.datetime(2024, 4, 2, 9, 30, tzinfo=dt.UTC)
FILTERS = FilterSpec(date_from=dt.date(2023, 12, 1), text="strike")
OTHER = Report(id="r2", text="Another report, of which nothing is in view.")


def write(path: Path, incidents: tuple[Incident, ...], **more: Any) -> Manifest:
    return write_snapshot(path, incidents, [REPORT, OTHER], FILTERS, created=CREATED, **more)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("snapshot") / "made.zip"
    write_made(path)
    return path


def write_made(path: Path, **more: Any) -> None:
    given = {"selected": "gao1", "title": "Évènements à Ségou $x_1$ \x07", **more}
    write(path, (*ALL, hostile()), **given)


def files_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_what_was_written_is_verified_and_opened_again(made: Path) -> None:
    manifest = verify_snapshot(made)
    assert manifest.filters == FILTERS
    assert manifest.counts.killed_low == 25 + 13 + 3 + 1 + 2 + 40 + 1
    spec, incidents, reports = open_snapshot(made)
    assert (spec, tuple(incidents)) == (FILTERS, (*ALL, hostile()))
    assert reports == [REPORT], "a report of which nothing is in view is nobody's business"


def test_the_same_view_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    write_made(tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == made.read_bytes()


def test_the_manifest_names_what_made_it(made: Path) -> None:
    manifest = json.loads(files_of(made)["manifest.json"])
    assert manifest["created"] == "2024-04-02T09:30:00Z"
    assert manifest["filters"] == {"date_from": "2023-12-01", "text": "strike"}
    assert manifest["sources"] == {"Témoin": len(ALL), EVIL: 1}
    assert manifest["reports"][0]["title"] == REPORT.title
    for key in ("program", "rules_sha256", "gazetteer_sha256", "boundaries_sha256"):
        assert manifest["versions"][key]


@pytest.mark.parametrize("change", ["edit", "remove", "add", "forge"])
def test_a_changed_snapshot_is_told_from_a_whole_one(
    made: Path, tmp_path: Path, change: str
) -> None:
    files = files_of(made)
    if change == "edit":
        files["incidents.csv"] += b"x"
    elif change == "remove":
        del files["map.png"]
    elif change == "add":
        files["extra.txt"] = b"x"
    else:
        files["manifest.json"] = b'{"format": "another"}'
    path = tmp_path / "changed.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    with pytest.raises(SnapshotError, match=r"as it was written|manifest"):
        verify_snapshot(path)
    with pytest.raises(SnapshotError):
        open_snapshot(path)


@pytest.mark.parametrize("content", [b"", b"no zip", None])
def test_what_is_no_snapshot_says_so(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "x.zip"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SnapshotError, match="cannot be read as a snapshot"):
        verify_snapshot(path)


@pytest.mark.parametrize("way", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_what_is_packed_in_another_way_is_refused(tmp_path: Path, way: int) -> None:
    """Those unpack a few bytes to any number, and broken ones raise errors of their own."""
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", way) as archive:
        archive.writestr("manifest.json", "{}" * 100)
    with pytest.raises(SnapshotError, match="packed in another way"):
        verify_snapshot(path)


def test_a_small_snapshot_takes_no_memory(tmp_path: Path) -> None:
    """Its head says ten bytes, and it would unpack to fifty million."""
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", bytes(50_000_000))
    with_head(path, 24, "<I", 10)
    tracemalloc.start()
    with pytest.raises(SnapshotError, match="cannot be read as a snapshot"):
        verify_snapshot(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000


@pytest.mark.usefixtures("unpictured")
def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(SnapshotError, match="cannot be written"):
        write(tmp_path / "file" / "x.zip", ())


def test_geojson_is_rfc_7946(made: Path) -> None:
    collection = json.loads(files_of(made)["incidents.geojson"])
    assert set(collection) == {"type", "features"}, "no crs, by section 4"
    by_id = {feature["id"]: feature for feature in collection["features"]}
    assert by_id["raid"]["geometry"] is None
    assert by_id["gao0"]["geometry"] == {"type": "Point", "coordinates": [-0.04, 16.27]}
    area = shapely.from_geojson(json.dumps(by_id["wedding"]["geometry"]))
    for part in shapely.get_parts(area):
        assert part.exterior.is_ccw, "section 3.1.6"
    assert area.contains(shapely.Point(-6.2, 13.5)), "Ségou the town lies in its region"
    assert by_id["wedding"]["properties"]["quote"] == "a strike on a wedding killed several"
    assert by_id["funeral"]["properties"]["killed_low"] is None


def test_geojson_has_the_columns_of_the_csv_and_no_property_within_another(made: Path) -> None:
    """Map programs make a column of each flat property and none of a nested one."""
    files = files_of(made)
    features = json.loads(files["incidents.geojson"])["features"]
    rows = csv.reader(io.StringIO(files["incidents.csv"].decode("utf-8-sig"), newline=""))
    assert {tuple(sorted(one["properties"])) for one in features} == {tuple(sorted(next(rows)))}
    values = [value for one in features for value in one["properties"].values()]
    assert not [value for value in values if isinstance(value, (dict, list))]
    by_id = {one["id"]: one["properties"] for one in features}
    assert by_id["gao1"]["lon_deg"] == -0.04
    assert by_id["wedding"]["report_title"] == REPORT.title


def test_csv_has_a_line_an_incident_with_quotes_and_unknown_left_empty(made: Path) -> None:
    data = files_of(made)["incidents.csv"]
    assert data.startswith(b"\xef\xbb\xbf"), "or spreadsheets break the accents"
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    by_id = {row["id"]: row for row in rows}
    assert len(rows) == len(ALL) + 1
    assert by_id["seven"]["part_of"] == "strikes"
    assert by_id["seven"]["number"] == "2a"
    assert by_id["funeral"]["killed_low"] == ""
    assert by_id["gao1"]["lon_deg"] == "-0.04", "a number keeps its sign"
    assert by_id["wedding"]["quote"] == "a strike on a wedding killed several"
    assert by_id["wedding"]["report_publisher"] == "Agence"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\t=1", "'\t=1"),
        ("a=b", "a=b"),
        (-1.5, -1.5),
        (2.0, 2),
        (float("nan"), ""),
        (None, ""),
        (True, "true"),
    ],
)
def test_no_cell_runs_as_a_formula(value: object, cell: object) -> None:
    assert safe_cell(value) == cell


def test_the_page_escapes_all_data_and_allows_only_its_own_scripts(made: Path) -> None:
    page = files_of(made)["map.html"].decode()
    assert "<img src=x" not in page
    assert "<script>alert" not in page
    assert page.count("<script>") == len(SCRIPTS)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    assert policy.group(1).startswith("default-src 'none'; script-src 'sha256-")
    assert policy.group(1).count("'sha256-") == len(SCRIPTS)


def test_the_page_asks_no_host_for_anything(made: Path) -> None:
    page = files_of(made)["map.html"].decode()
    outside_scripts = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert not re.search(r"<[a-z][^>]*\s(?:src|href)\s*=", outside_scripts)
    assert not re.search(r"url\((?!#)", outside_scripts)
    assert "sourceMappingURL" not in page


def test_the_page_tells_everything_without_its_map(made: Path) -> None:
    page = files_of(made)["map.html"].decode()
    for words in (
        "northern Mali",
        "a strike on a wedding killed several",
        "The text does not name the village.",
        "A report, «numéro» 1",
        "Évènements à Ségou",
        "Témoin",
    ):
        assert words in page


def test_the_pictures_are_pictures(made: Path) -> None:
    files = files_of(made)
    assert files["map.png"].startswith(b"\x89PNG")
    width, height = struct.unpack(">II", files["map.png"][16:24])
    assert width > height > 1000
    root = ET.fromstring(files["map.svg"])  # noqa: S314 - our own file, made above
    assert root.tag.endswith("svg")
    assert "http" not in re.sub(r"http://(www\.w3\.org|purl\.org|creativecommons\.org)[^\"]*", "",
                                files["map.svg"].decode())  # fmt: skip


def test_the_pdf_is_one_page_whose_words_can_be_searched(made: Path) -> None:
    reader = pypdf.PdfReader(io.BytesIO(files_of(made)["map.pdf"]))
    assert len(reader.pages) == 1
    words = reader.pages[0].extract_text()
    assert "Évènements à Ségou $x_1$" in words
    assert "Air/drone strike" in words
    assert reader.metadata is not None
    assert set(reader.metadata) == {"/Creator"}, "no date, or it would differ each time"


def test_the_pdf_is_the_same_in_every_process(made: Path, tmp_path: Path) -> None:
    """Python salts its hashes anew in every process, and matplotlib names fonts by hashes."""
    program = (
        "import sys, tests.geo.test_snapshot as t, pathlib; t.write_made(pathlib.Path(sys.argv[1]))"
    )
    path = tmp_path / "other.zip"
    environment = {**os.environ, "PYTHONHASHSEED": "2"}
    subprocess.run(
        [sys.executable, "-c", program, str(path)], cwd=ROOT, env=environment, check=True
    )
    assert files_of(path)["map.pdf"] == files_of(made)["map.pdf"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Gao · 13 killed", ["Gao\u00a0·", "13\u00a0killed"]),
        ("3 March 2024", ["3\u00a0March", "2024"]),
    ],
)
def test_a_number_stays_with_its_word(text: str, lines: list[str]) -> None:
    assert textwrap.wrap(unparted(text), 9) == lines


@pytest.mark.parametrize("more", [{"theme": "dark"}, {"selected": "wedding"}])
def test_the_selected_theme_and_marks_change_the_picture(
    made: Path, tmp_path: Path, more: dict[str, str]
) -> None:
    write_made(tmp_path / "other.zip", **more)
    assert files_of(tmp_path / "other.zip")["map.png"] != files_of(made)["map.png"]


def test_nothing_in_view_is_a_snapshot_too(tmp_path: Path) -> None:
    manifest = write(tmp_path / "empty.zip", ())
    assert manifest.counts.incidents == 0
    assert open_snapshot(tmp_path / "empty.zip") == (FILTERS, [], [])
    assert b"No incident is in view." in files_of(tmp_path / "empty.zip")["map.html"]


def test_a_report_that_is_not_given_costs_its_quotes_and_nothing_else(tmp_path: Path) -> None:
    orphan = msgspec.structs.replace(GOLD[3], report_id="gone", evidence=())
    write(tmp_path / "orphan.zip", (orphan,))
    assert open_snapshot(tmp_path / "orphan.zip")[1] == [orphan]
