"""The bundled report is read whole and rightly, field by field, and so are changed copies of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from geo.pipeline import Pipeline, default_pipeline
from incidents.records import Incident
from incidents.report import Report, read_report

ROOT = Path(__file__).parents[2]
GOLD = json.loads((ROOT / "tests/golden/mali-wagner-2024.json").read_text(encoding="utf-8"))
REPORT = read_report(ROOT / GOLD["report"])
EXPECTED = [pytest.param(incident, id=incident["key"]) for incident in GOLD["incidents"]]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return default_pipeline()


@pytest.fixture(scope="module")
def found(pipeline: Pipeline) -> list[Incident]:
    return list(pipeline.read(REPORT))


def by_words(found: list[Incident], words: str, text: str = REPORT.text) -> Incident:
    """Give the one incident whose evidence holds the words."""
    holding = [one for one in found if any(words in span.of(text) for span in one.evidence)]
    assert len(holding) == 1, f"{len(holding)} incidents hold {words!r}"
    return holding[0]


def test_nothing_but_the_gold_is_read(found: list[Incident]) -> None:
    violent = [one for one in found if one.event_type != "Strategic developments"]
    assert len(violent) == len(GOLD["incidents"])


@pytest.mark.parametrize("expected", EXPECTED)
def test_every_field_is_as_coded(expected: dict[str, Any], found: list[Incident]) -> None:
    incident = by_words(found, expected["evidence"])
    for field in ("event_type", "sub_event_type", "count", "civilian_targeting", "status"):
        assert getattr(incident, field) == expected[field]
    for field in ("means", "setting"):
        assert expected.get(field) in (None, getattr(incident, field))
    assert incident.date is not None
    for field, value in expected["date"].items():
        assert str(getattr(incident.date, field)) == value
    for field, value in expected["place"].items():
        assert getattr(incident.place, field) == value
    whole = next((g for g in GOLD["incidents"] if g["key"] == expected["part_of"]), None)
    assert incident.part_of == (by_words(found, whole["evidence"]).id if whole else None)


@pytest.mark.parametrize("expected", EXPECTED)
def test_actors_counts_and_sources_are_as_coded(
    expected: dict[str, Any], found: list[Incident]
) -> None:
    incident = by_words(found, expected["evidence"])
    counts = {key: [c.low, c.best, c.high] for key, c in incident.casualties.items()}
    assert counts == expected["casualties"]
    named = {(a.name, a.role, a.basis) for a in incident.actors if a.kind != "civilians"}
    assert named == {(a["name"], a["role"], a["basis"]) for a in expected["actors"]}
    texts = {a.name: a.text for a in incident.actors}
    assert all(texts[a["name"]] == a["text"] for a in expected["actors"] if "text" in a)
    if "sources" in expected:
        assert [source.name for source in incident.sources] == expected["sources"]


def test_what_must_never_be_read_is_not(found: list[Incident]) -> None:
    evidence = " ".join(span.of(REPORT.text) for one in found for span in one.evidence)
    assert [words for words in GOLD["never"]["words"] if words in evidence] == []
    perpetrators = [a.name for one in found for a in one.actors if a.role == "perpetrator"]
    assert [n for n in perpetrators for no in GOLD["never"]["perpetrators"] if no in n] == []


def test_the_totals_count_no_part_twice(found: list[Incident]) -> None:
    whole = [one for one in found if one.part_of is None and one.event_type[:9] != "Strategic"]
    assert sum(one.count for one in whole) == GOLD["totals"]["events"]
    killed = [one.casualties["killed"].low for one in whole if "killed" in one.casualties]
    assert sum(killed) == GOLD["totals"]["killed_low"]


def test_every_span_slices_back_to_its_words(found: list[Incident]) -> None:
    for one in found:
        told = [one.date, one.place, *one.actors, *one.sources, *one.casualties.values()]
        for value in told:
            if value is not None and value.span is not None:
                assert value.span.of(REPORT.text) == value.text


def test_the_same_text_gives_the_same_incidents(pipeline: Pipeline, found: list[Incident]) -> None:
    assert list(pipeline.read(REPORT)) == found
    assert len({one.id for one in found}) == len(found)


def changed(pipeline: Pipeline, *changes: tuple[str, str]) -> tuple[str, list[Incident]]:
    text = REPORT.text
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    report = Report(id="changed", text=text, published=REPORT.published, language=REPORT.language)
    return text, list(pipeline.read(report))


def test_another_month(pipeline: Pipeline) -> None:
    text, found = changed(pipeline, ("a raid in January", "a raid in February"))
    date = by_words(found, "executed 25 individuals", text).date
    assert date is not None
    assert (date.edtf, date.text) == ("2024-02", "February")


def test_another_count(pipeline: Pipeline) -> None:
    text, found = changed(
        pipeline, ("25 individuals", "at least 31 men"), ("two drone", "three drone")
    )
    killed = by_words(found, "subsequently executed", text).casualties["killed"]
    assert (killed.low, killed.best, killed.high) == (31, 31, None)
    assert by_words(found, "strikes in northern Mali", text).count == 3


def test_another_region(pipeline: Pipeline) -> None:
    text, found = changed(pipeline, ("the Segou region", "the Mopti region"))
    for words in ("a wedding in the Mopti region", "another strike on a funeral"):
        assert by_words(found, words, text).place.admin1 == "Mopti"


def test_another_organisation(pipeline: Pipeline) -> None:
    text, found = changed(pipeline, ("Human Rights Watch", "Médecins Sans Frontières"))
    names = [source.name for source in by_words(found, "subsequently executed", text).sources]
    assert names in (["Médecins Sans Frontières"], ["Doctors Without Borders"])


def test_another_country(pipeline: Pipeline) -> None:
    text, found = changed(
        pipeline,
        ("Malian forces", "Sudanese forces"),
        ("northern Mali", "northern Sudan"),
        ("the Segou region", "the state of North Darfur"),
        ("Mali", "Sudan"),
    )
    raid = by_words(found, "subsequently executed", text)
    assert "Military Forces of Sudan" in [a.name for a in raid.actors if a.role == "perpetrator"]
    assert by_words(found, "strikes in northern Sudan", text).place.country == "SD"
    assert by_words(found, "another strike on a funeral", text).place.country == "SD"
