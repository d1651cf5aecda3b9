import zipfile
from pathlib import Path

import pytest

from datasets.mapping import as_toml, propose, read_plan
from datasets.opening import columns_of
from datasets.reading import read
from datasets.records import Fields
from incidents.errors import DatasetError
from tests.datasets.made import ACLED, write

FRENCH = {
    "Date": "17/03/2024", "Pays": "Mali", "Région": "Mopti", "Localité": "Bandiagara",
    "Latitude": "14,35", "Longitude": "-3,61", "Morts": "3", "Nature": "attaque", "Résumé": "Tués…",
}  # fmt: skip
PLAN = """
[columns]
date = "Date"
country = "Pays"
admin1 = "Région"
place = "Localité"
lat = "Latitude"
lon = "Longitude"
killed = "Morts"
event_type = "Nature"
notes = "Résumé"
[types]
attaque = "Attack"
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_of_ones_own_in_any_dress(encoding: str, separator: str, tmp_path: Path) -> None:
    """Encodings, marks, separators, decimal commas and French dates read alike."""
    path = write(tmp_path / "a.csv", [FRENCH], separator=separator, encoding=encoding)
    (tmp_path / "plan.toml").write_text(PLAN, "utf-8")
    found = read(path, read_plan(tmp_path / "plan.toml"))
    row = found.table.to_pylist()[0]
    assert (row["lat_deg"], row["lon_deg"], row["edtf"]) == (14.35, -3.61, "2024-03-17")
    assert (row["sub_event_type"], row["killed_best"], row["country"]) == ("Attack", 3, "ML")
    assert row["given:Résumé"] == "Tués…"
    assert any("Windows-1252" in d.says for d in found.losses.doubts) == (encoding == "cp1252")


def test_excels_line_for_the_separator_is_no_heading(tmp_path: Path) -> None:
    """A file that begins with "sep=;" has its heading below."""
    path = tmp_path / "a.csv"
    path.write_text("sep=;\nDate;Lat\n2024-01-01;3\n", "utf-8")
    assert columns_of(path) == ("Date", "Lat")


def test_rows_of_other_lengths_are_refused_with_their_number(tmp_path: Path) -> None:
    """The number is that of a spreadsheet; what is kept keeps its own."""
    path = write(tmp_path / "a.csv", [ACLED])
    more = write(tmp_path / "b.csv", [ACLED | {"event_id_cnty": "MLI2"}]).read_text("utf-8")
    text = path.read_text("utf-8") + "a,b\n\n" + more.splitlines()[1] + "\n"
    path.write_text(text, "utf-8")
    found = read(path)
    assert [(one.row, "2 cells" in one.why, bool(one.remedy)) for one in found.losses.refused] == [
        (3, True, True)
    ]
    assert found.table["row"].to_pylist() == [2, 5]
    assert (found.losses.read, found.losses.kept) == (3, 2)


def test_a_line_break_in_a_note_is_no_row(tmp_path: Path) -> None:
    """Rows are counted as a spreadsheet counts them."""
    rows = [ACLED | {"notes": "one\ntwo"}, ACLED | {"event_id_cnty": "MLI2"}]
    found = read(write(tmp_path / "a.csv", rows))
    assert found.table["row"].to_pylist() == [2, 3]


def test_unknown_types_and_repeated_ids_are_refused(tmp_path: Path) -> None:
    """Each with its reason and what to do; of one id the first row stays."""
    rows = [ACLED, ACLED | {"notes": "again"},
            ACLED | {"event_id_cnty": "MLI3", "event_type": "<img src=x>"}]  # fmt: skip
    found = read(write(tmp_path / "a.csv", rows))
    assert found.table.num_rows == 1
    assert [one.row for one in found.losses.refused] == [3, 4]
    assert "row 2" in found.losses.refused[0].why
    assert found.losses.refused_rows == found.losses.read - found.losses.kept == 2


def test_columns_that_nobody_knows_get_a_proposal(tmp_path: Path) -> None:
    """The refusal holds a mapping by the names of the columns, ready to be put right."""
    path = write(tmp_path / "a.csv", [FRENCH])
    with pytest.raises(DatasetError, match="--mapping") as refused:
        read(path)
    assert 'date = "Date"' in str(refused.value)
    assert 'killed = "Morts"' in str(refused.value)
    assert propose(list(FRENCH)).columns == Fields(
        date="Date", country="Pays", admin1="Région", place="Localité", lat="Latitude",
        lon="Longitude", killed="Morts", notes="Résumé",
    )  # fmt: skip


def test_a_mapping_reads_as_it_was_written(tmp_path: Path) -> None:
    """Names with quotation marks and line breaks included."""
    (tmp_path / "a.toml").write_text(PLAN, "utf-8")
    plan = read_plan(tmp_path / "a.toml")
    (tmp_path / "b.toml").write_text(as_toml(plan), "utf-8")
    assert read_plan(tmp_path / "b.toml") == plan
    strange = propose(['da"te', "date"])
    (tmp_path / "c.toml").write_text(as_toml(strange), "utf-8")
    assert read_plan(tmp_path / "c.toml") == strange


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ('[columns]\ndate = "Nowhere"', "no column"),
        ('[columns]\nday = "Date"', "unknown field"),
        ('[columns]\nkilled = "Morts"', "date and the place"),
        ('[columns]\ndate = "Date"\n[precisions]\nx = 9', "where_prec"),
    ],
)
def test_mappings_that_do_not_fit_are_refused(plan: str, said: str, tmp_path: Path) -> None:
    """The message says what is missing."""
    path = write(tmp_path / "a.csv", [FRENCH])
    (tmp_path / "plan.toml").write_text(plan, "utf-8")
    with pytest.raises(DatasetError, match=said):
        read(path, read_plan(tmp_path / "plan.toml"))


def test_without_a_column_for_it_a_name_tells_how_exact_a_place_is(tmp_path: Path) -> None:
    """A row that names its country or region as its place is no pin."""
    (tmp_path / "plan.toml").write_text(PLAN, "utf-8")
    rows = [FRENCH, FRENCH | {"Localité": "Mali"}, FRENCH | {"Localité": "Mopti"},
            FRENCH | {"Localité": ""}]  # fmt: skip
    found = read(write(tmp_path / "a.csv", rows), read_plan(tmp_path / "plan.toml"))
    assert found.table["place_kind"].to_pylist() == ["point", "none", "area", "area"]
    assert any("No column says how exact" in doubt.says for doubt in found.losses.doubts)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"", "empty"),
        ("a.csv", b"PK\x00\x03binary\x00", "no text"),
        ("a.pdf", b"x", "kind"),
        ("a.json", b"{", "JSON"),
        ("a.json", b'{"data": []}', "no rows"),
        ("a.xlsx", b"no workbook", "workbook"),
        ("a.geojson", b'{"features":[{}],"crs":{"properties":{"name":"EPSG:32630"}}}', "WGS 84"),
    ],
)  # fmt: skip
def test_files_that_are_none_are_refused(
    name: str, content: bytes, said: str, tmp_path: Path
) -> None:
    """The message says what is wrong with the file and what to do."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DatasetError, match=said):
        read(tmp_path / name)


def test_a_workbook_reads_as_its_cells_are_shown(tmp_path: Path) -> None:
    """Numbers without ".0", the first sheet with rows."""
    path = tmp_path / "a.xlsx"
    write_workbook(path, [list(ACLED), list(ACLED.values())])
    found = read(path)
    row = found.table.to_pylist()[0]
    assert (found.form, row["killed_best"], row["edtf"]) == ("acled", 3, "2024-03-17")
    assert row["given:notes"] == ACLED["notes"]


def write_workbook(path: Path, rows: list[list[str]]) -> None:
    """Write a workbook of one sheet, numbers as numbers."""
    lines = []
    for at, row in enumerate(rows, start=1):
        shown = (
            f"<c><v>{cell}</v></c>"
            if cell.isdigit()
            else '<c t="inlineStr"><is><t>' + cell.replace("&", "&amp;") + "</t></is></c>"
            for cell in row
        )
        lines.append(f'<row r="{at}">{"".join(shown)}</row>')
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    ids = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="xml" '
            'ContentType="application/xml"/></Types>',
        )
        book.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
            f'Type="{ids}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        book.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{ids}"><sheets>'
            '<sheet name="Events" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        book.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
            f'Type="{ids}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        )
        book.writestr(
            "xl/worksheets/sheet1.xml",
            f'<worksheet xmlns="{main}"><sheetData>{"".join(lines)}</sheetData></worksheet>',
        )
