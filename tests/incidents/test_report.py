"""Reports in: formats, metadata, ids, and a clear error for what cannot be read."""

import datetime as dt
import io
import json
from pathlib import Path

import docx
import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.dating import interval, read_edtf, to_edtf
from incidents.errors import DateError, ReportError
from incidents.report import LARGEST_FILE, read_report, report_from_json
from incidents.rules import DATA_DIR

STORY = "Gunmen killed three people in the village on Tuesday, a witness said. The army denied it."


def test_bundled_report_has_its_metadata() -> None:
    """The sidecar beside the text says when it was published, about."""
    report = read_report(DATA_DIR / "reports" / "mali-wagner-2024.txt")
    assert (report.published, report.publisher, report.language) == ("2024-03~", "TAE", "en")
    assert report.text == (DATA_DIR / "reports" / "mali-wagner-2024.txt").read_text("utf-8")


def test_id_is_the_texts_own() -> None:
    one = read_report(STORY.encode(), name="a.txt")
    two = read_report(STORY.encode(), name="b.md", published="2024-03-28")
    assert one.id == two.id
    assert one.id != read_report((STORY + " ").encode(), name="a.txt").id


def test_given_beats_sidecar_beats_file(tmp_path: Path) -> None:
    (tmp_path / "raid.txt").write_text(STORY, "utf-8")
    (tmp_path / "raid.json").write_text(json.dumps({"published": "2024-03", "title": "Raid"}))
    report = read_report(tmp_path / "raid.txt", published="2024-03-28")
    assert (report.published, report.title) == ("2024-03-28", "Raid")


@pytest.mark.parametrize(
    ("encoding", "notes"), [("utf-8", 0), ("utf-8-sig", 0), ("utf-16", 0), ("cp1252", 1)]
)
def test_encodings(encoding: str, notes: int) -> None:
    text = "À Ségou, trois civils ont été tués."
    report = read_report(text.encode(encoding), name="a.txt")
    assert report.text == text
    assert len(report.notes) == notes


def test_page_is_read_with_its_title_and_date() -> None:
    page = (
        "<!DOCTYPE html><html><head><title>Raid in Kobe</title>"
        '<meta property="article:published_time" content="2024-03-28T10:00:00Z"></head><body>'
        f"<nav>Home Menu</nav><article><h1>Raid in Kobe</h1><p>{STORY}</p><p>{STORY * 3}</p>"
        "</article><script>alert(1)</script></body></html>"
    )
    report = read_report(page.encode(), name="raid.html")
    assert "killed three people" in report.text
    assert "alert" not in report.text
    assert (report.title, report.published) == ("Raid in Kobe", "2024-03-28")


def test_word_file_is_read_with_its_tables() -> None:
    document = docx.Document()
    document.add_paragraph(STORY)
    document.add_table(1, 2).cell(0, 1).text = "12 killed"
    stream = io.BytesIO()
    document.save(stream)
    text = read_report(stream.getvalue(), name="raid.docx").text
    assert STORY in text
    assert "12 killed" in text


def test_pdf_is_read() -> None:
    report = read_report(_pdf("Gunmen killed three people"), name="raid.pdf")
    assert "Gunmen killed three people" in report.text


def _pdf(words: str) -> bytes:
    """Write the smallest PDF that shows a line."""
    stream = f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 612 792]>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + (
        b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (table, len(body))
    )


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "a.txt", "is empty"),
        (b" \n\t ", "a.txt", "is empty"),
        (bytes(range(256)) * 20, "a.txt", "binary|unknown encoding"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "a.txt", "is no text"),
        (b"abc\x81def \x8f ghi", "a.txt", "unknown encoding"),
        (b"%PDF-1.4 nothing", "a.pdf", "cannot be read"),
        (b"PK\x03\x04 nothing", "a.docx", "cannot be read"),
        (b"<html><body></body></html>", "a.html", "no story"),
        (b"x" * (LARGEST_FILE + 1), "a.txt", "25 MB"),
    ],
    ids=lambda value: value[:12] if isinstance(value, bytes) else value,
)
def test_what_cannot_be_read_is_refused_with_a_reason(data: bytes, name: str, message: str) -> None:
    with pytest.raises(ReportError, match=message) as refused:
        read_report(data, name=name)
    assert not str(refused.value).endswith("..")


def test_a_report_without_a_title_is_named_by_its_first_whole_words() -> None:
    text = (
        "Gunmen on motorcycles attacked the market of a town and killed at least seventeen people."
    )
    shown = read_report(text.encode(), name="a.txt").name
    assert shown == "Gunmen on motorcycles attacked the market of a town and…"
    assert len(read_report(b"x" * 90, name="a.txt").name) == 61


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="nowhere"):
        read_report(tmp_path / "nowhere.txt")


def test_wrong_metadata_is_named(tmp_path: Path) -> None:
    (tmp_path / "raid.txt").write_text(STORY, "utf-8")
    (tmp_path / "raid.toml").write_text('publishd = "2024"', "utf-8")
    with pytest.raises(ReportError, match="publishd"):
        read_report(tmp_path / "raid.txt")


def test_ten_megabytes_are_read() -> None:
    assert len(read_report(b"word " * 2_000_000, name="a.txt").text) == 10_000_000


@pytest.mark.parametrize(
    "text", ["2024-13-45", "2024-02-30", "yesterday", "28/03/2024", "2024-13", ""]
)
def test_wrong_date_says_what_is_expected(text: str) -> None:
    with pytest.raises(DateError, match="2024-03-28 for a day"):
        read_edtf(text)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2024-03-28", "2024-03-28", "2024-03-28", "day"),
        ("2024-03-28T10:00:00Z", "2024-03-28", "2024-03-28", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2024-03~", "2024-03-01", "2024-03-31", "month"),
        ("2024", "2024-01-01", "2024-12-31", "year"),
        ("2023-12/2024-03", "2023-12-01", "2024-03-31", "range"),
        ("2024-03-14/2024-03-15", "2024-03-14", "2024-03-15", "range"),
    ],
)
def test_edtf_is_read_as_inclusive_days(
    text: str, earliest: str, latest: str, precision: str
) -> None:
    value = read_edtf(text)
    assert (value.earliest.isoformat(), value.latest.isoformat()) == (earliest, latest)
    assert value.precision == precision


@settings(max_examples=150, deadline=None)
@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 900))
def test_interval_survives_edtf(earliest: dt.date, days: int) -> None:
    """What is written as EDTF is valid, and is read again as the same days."""
    latest = earliest + dt.timedelta(days=days)
    text = to_edtf(earliest, latest)
    assert edtf.parse_edtf(text)
    again = read_edtf(text)
    assert (again.earliest, again.latest) == (earliest, latest)
    assert again.precision == interval(earliest, latest, "stated").precision


def test_line_of_the_batch_is_read() -> None:
    report = report_from_json('{"id": "r1", "text": "Hi.", "published": null, "language": "fr"}')
    assert (report.id, report.text, report.published, report.language) == ("r1", "Hi.", None, "fr")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "no report"),
        ("[]", "no report"),
        ('{"id": "r1"}', "text"),
        ('{"text": "x"}', "id"),
        ('{"id": 3, "text": "x"}', "id"),
        ('{"id": "r1", "text": "  "}', "empty"),
        ('{"id": "r1", "text": "x", "language": "xx"}', "no rules for the language"),
        (b'{"id": "r1", "text": "\xff"}', "no report"),
    ],
)
def test_wrong_line_says_what_is_wrong(line: str | bytes, message: str) -> None:
    with pytest.raises(ReportError, match=message):
        report_from_json(line)


def test_line_with_a_wrong_date() -> None:
    with pytest.raises(DateError):
        report_from_json('{"id": "r1", "text": "x", "published": "2024-13-45"}')
