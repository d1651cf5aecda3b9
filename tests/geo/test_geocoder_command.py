"""`conflict-map geocode`, `gazetteer` and `boundaries`: lines for programs, a table for people."""

import json
from pathlib import Path

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from commands import boundaries, gazetteer, geocode
from geo import cache
from geo.geocoder.batch import answer_line, one_name
from incidents.errors import GazetteerError
from incidents.records import to_json
from tests.geo.places_world import geocoder

app = typer.Typer()
app.command("geocode")(geocode.geocode)
app.add_typer(gazetteer.app, name="gazetteer")
app.add_typer(boundaries.app, name="boundaries")
RUN = CliRunner()

TEXT = "Malian troops were hit in Gao, Mali, and near Kidal. Mr Kidal agreed."


def query(**more: object) -> bytes:
    return json.dumps({"id": "a", "text": TEXT} | more).encode()


def mark(word: str) -> dict[str, int]:
    start = TEXT.index(word)
    return {"start": start, "end": start + len(word)}


def test_marked_names_are_answered_in_their_order() -> None:
    line = query(mentions=[mark("Kidal"), mark("Gao"), mark("Malian")])
    answer = answer_line(line, geocoder(), find=False)
    assert answer.places is not None
    assert [place and place.text for place in answer.places] == ["Kidal", "Gao", "Malian"]
    assert [place and place.country for place in answer.places] == ["ML"] * 3


def test_a_country_is_answered_with_its_point_and_never_drawn() -> None:
    answer = answer_line(query(mentions=[mark("Mali,")]), geocoder(), find=False)
    answer = answer_line(query(mentions=[mark("Mali")]), geocoder(), find=False)
    assert answer.places is not None
    place = answer.places[0]
    assert place is not None
    assert (place.kind, place.lat_deg, place.lon_deg) == ("none", 18.0, -2.0)


def test_found_places_carry_their_spans() -> None:
    answer = answer_line(query(), geocoder(), find=True)
    assert answer.places is not None
    found = [(place.text, place.span) for place in answer.places if place and place.span]
    assert [text for text, _ in found] == ["Malian", "Gao", "Mali", "near Kidal"]
    assert all(span.of(TEXT) == text for text, span in found)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"not json", "no query"),
        (b"[1]", "no query"),
        (b'{"id": "b"}', "no query"),
        (query(mentions=[{"start": 5, "end": 5000}]), "not in the text"),
        (query(mentions=[{"start": -3, "end": 2}]), "not in the text"),
        (query(mentions=[{"start": 4, "end": 4}]), "not in the text"),
    ],
)
def test_wrong_line_gets_an_error(line: bytes, says: str) -> None:
    answer = answer_line(line, geocoder(), find=False)
    assert answer.places is None
    assert answer.error is not None
    assert says in answer.error


def test_unknown_mention_is_null() -> None:
    line = json.dumps({"id": "a", "text": "Qxzvb", "mentions": [{"start": 0, "end": 5}]}).encode()
    assert answer_line(line, geocoder(), find=False).places == (None,)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.data())
def test_any_text_is_answered_mention_by_mention(text: str, data: st.DataObject) -> None:
    """As many places as mentions, whatever the text; the same bytes each time."""
    ends = st.integers(0, len(text))
    spans = [sorted(pair) for pair in data.draw(st.lists(st.tuples(ends, ends), max_size=3))]
    marks = [{"start": start, "end": end} for start, end in spans if start < end]
    line = json.dumps({"id": "x", "text": text, "mentions": marks}).encode()
    answer = answer_line(line, geocoder(), find=False)
    assert answer.places is not None
    assert len(answer.places) == len(marks)
    assert to_json(answer) == to_json(answer_line(line, geocoder(), find=False))


@pytest.mark.parametrize(
    ("name", "country", "place_id"),
    [
        ("Segou region", None, "ne:ML05"),
        ("Gao", None, "gn:2457163"),
        ("northern Mali", None, "vague:northern-mali"),
        ("Tripoli", "LB", "gn:266826"),
        ("Tripoli", "LY", "gn:2210247"),
        ("Mexico City", None, "gn:3530597"),
        ("région du Sahel", "BF", "iso:BF-12"),
    ],
)
def test_one_name_at_the_prompt(name: str, country: str | None, place_id: str) -> None:
    assert one_name(name, geocoder(), country).place_id == place_id


def test_command_writes_a_line_a_line_and_fails_at_the_end(tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    file.write_bytes(query(mentions=[mark("Gao")]) + b"\n\nbroken\n" + query() + b"\n")
    result = RUN.invoke(app, ["geocode", "--jsonl", str(file)])
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert [("places" in line, "error" in line) for line in lines] == [
        (True, False), (False, True), (True, False),
    ]  # fmt: skip
    place = lines[0]["places"][0]
    assert place["span"] == [TEXT.index("Gao"), TEXT.index("Gao") + 3]
    assert {"kind", "lat_deg", "lon_deg", "precision", "place_id", "candidates", "why"} <= set(
        place
    )


def test_command_reads_standard_input() -> None:
    result = RUN.invoke(app, ["geocode", "--jsonl", "-", "--find"], input=query() + b"\n")
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)["places"]) == 4


def test_command_shows_a_name_to_a_person() -> None:
    result = RUN.invoke(app, ["geocode", "Segou region"])
    assert result.exit_code == 0
    assert "an area" in result.stdout
    assert "where_prec" in result.stdout


def test_command_asks_for_names() -> None:
    result = RUN.invoke(app, ["geocode"], input="Gao\n\n")
    assert result.exit_code == 0
    assert "a pin" in result.stdout


def test_command_refuses_a_missing_file(tmp_path: Path) -> None:
    result = RUN.invoke(app, ["geocode", "--jsonl", str(tmp_path / "none")])
    assert "cannot be read" in str(result.exception)


def test_packs_are_managed_from_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    dump = tmp_path / "ML.txt"
    row = ["1", "Konokassi", "", "", "14.36", "-6.02", "P", "PPL", "ML", "", "05", "", "", "", "0"]
    dump.write_text("\t".join([*row, "", "250", "Africa/Bamako", "2024-01-01"]) + "\n")
    assert "No country pack" in RUN.invoke(app, ["gazetteer", "list"]).stdout
    assert "1 places" in RUN.invoke(app, ["gazetteer", "add", "ml", "--file", str(dump)]).stdout
    assert "ML.txt" in RUN.invoke(app, ["gazetteer", "list"]).stdout
    assert "Removed" in RUN.invoke(app, ["gazetteer", "remove", "ML"]).stdout
    assert isinstance(RUN.invoke(app, ["gazetteer", "remove", "ML"]).exception, GazetteerError)
    assert "No second-level" in RUN.invoke(app, ["boundaries", "list"]).stdout
    missing = ["boundaries", "add", str(tmp_path / "none.geojson"), "--country", "ML"]
    assert "There is no file" in str(RUN.invoke(app, missing).exception)
