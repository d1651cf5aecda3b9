"""A snapshot made to break the map or the text is refused before anything of it is kept."""

import datetime as dt
from collections.abc import Sequence

import msgspec
import pytest

from geo.divisions import read_table
from geo.pipeline import bundled_reports, default_pipeline
from geo.snapshot.carrying import Carried
from geo.snapshot.checking import MOST_INCIDENTS, check
from incidents.anchors import Anchor
from incidents.decisions import PutPlace, decide
from incidents.errors import SnapshotError
from incidents.records import Count, DateValue, Incident, Place, Span
from incidents.report import Report, report_id

TEXT = "Soldiers killed 3 people near Gao on 3 March 2024, and nobody else. " * 40
REPORT = Report(id=report_id(TEXT), text=TEXT)
GAO = Place(kind="point", name="Gao", lat_deg=16.27, lon_deg=-0.04, precision=1, country="ML")


def incident(key: str = "one", **changes: object) -> Incident:
    """Return an incident that nothing is wrong with, but for the changes."""
    made = Incident(
        id=key,
        report_id=REPORT.id,
        event_type="Violence against civilians",
        sub_event_type="Attack",
        place=GAO,
        evidence=(Span(0, 60),),
    )
    return msgspec.structs.replace(made, **changes)


def area(place_id: str) -> Place:
    """Return an area by its id."""
    return Place(kind="area", name="somewhere", precision=4, country="ML", place_id=place_id)


def days(earliest: dt.date, latest: dt.date) -> DateValue:
    """Return an interval."""
    return DateValue(
        edtf="2024", earliest=earliest, latest=latest, precision="range", basis="stated"
    )


def refusal(incidents: Sequence[Incident], carried: Carried | None = None) -> str:
    """Return why a snapshot of these incidents is refused."""
    with pytest.raises(SnapshotError) as refused:
        check(incidents, [REPORT], carried or Carried())
    return str(refused.value)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"place": msgspec.structs.replace(GAO, precision=99)}, "precision is 99"),
        ({"place": msgspec.structs.replace(GAO, lat_deg=1e300)}, "nowhere on Earth"),
        ({"place": msgspec.structs.replace(GAO, lat_deg=float("nan"))}, "nowhere on Earth"),
        ({"place": msgspec.structs.replace(GAO, lat_deg=None)}, "without coordinates"),
        ({"place": msgspec.structs.replace(GAO, country="![m](http://x.y)")}, "its country"),
        ({"place": msgspec.structs.replace(GAO, why="x" * 60_000)}, "bytes"),
        ({"place": area(f"polygon({','.join(['1.5'] * 2_000_000)})")}, "bytes"),
        ({"place": area(f"polygon({','.join(['1.5'] * 2_000)})")}, "too long"),
        ({"place": area("offshore(" * 9 + "country:ML" + ",50)" * 9)}, "parts within each other"),
        ({"place": area("offshore(offshore(country:ML,50),50)")}, "more than one sea"),
        ({"place": area("offshore(country:CA,5000)")}, "too large"),
        ({"place": area("disc(14,5,1e9)")}, "no area"),
        ({"place": area("__import__('os')")}, "no area"),
        ({"date": days(dt.date(1, 1, 1), dt.date(9999, 12, 31))}, "outside"),
        ({"date": days(dt.date(2024, 3, 3), dt.date(2023, 3, 3))}, "before it begins"),
        ({"evidence": (Span(0, len(TEXT) + 1),)}, "outside the text"),
        ({"evidence": (Span(-5, 3),)}, "outside the text"),
        ({"spans": {"means": Span(9, 3)}}, "outside the text"),
        ({"casualties": {"killed": Count(low=5, high=2, text="", span=Span(0, 1))}}, "killed"),
        ({"count": 0}, "counts 0"),
        ({"report_id": "another"}, "report is not there"),
    ],
)  # fmt: skip
def test_what_the_program_never_writes_is_refused(changes: dict[str, object], said: str) -> None:
    """Each of these broke the map, the timeline or the text, or would have."""
    assert said in refusal([incident(), incident("bad", **changes)])


def test_a_text_that_is_not_the_reports_own_is_refused() -> None:
    """An id is the hash of its text, so that no snapshot puts another text in its place."""
    forged = msgspec.structs.replace(REPORT, text=TEXT.replace("3 people", "9 people"))
    with pytest.raises(SnapshotError, match="not that of its text"):
        check([incident()], [forged], Carried())


@pytest.mark.parametrize(
    ("many", "said"),
    [
        ([incident(str(n)) for n in range(MOST_INCIDENTS + 1)], "20,001 incidents"),
        ([incident(str(n)) for n in range(3_100)], "3,100 incidents of report"),
        (
            [incident(str(n), evidence=(Span(n, len(TEXT) - n),)) for n in range(1_200)],
            "evidence over evidence",
        ),
        (
            [incident(str(n), place=area(f"offshore(country:CA,{n + 1})")) for n in range(90)],
            "minutes to draw",
        ),
        ([incident(), incident()], "one id"),
    ],
    ids=["incidents", "of one report", "evidence", "seas", "ids"],
)
def test_too_much_of_it_is_refused(many: list[Incident], said: str) -> None:
    """What is right one by one may be too much together."""
    assert said in refusal(many)


def test_what_is_carried_is_checked_too() -> None:
    """A reading or a decision can be crafted as well as an incident."""
    bad = area("offshore(offshore(country:ML,50),50)")
    decided = decide(REPORT.id, Anchor(), PutPlace(place=bad))
    assert "more than one sea" in refusal([incident()], Carried(decisions=(decided,)))
    assert "more than one sea" in refusal([incident()], Carried(readings=(incident(place=bad),)))


def test_what_the_program_reads_and_knows_passes() -> None:
    """The bundled report as it is read, and every area by convention."""
    reports = bundled_reports()
    read = [one for report in reports for one in default_pipeline().read(report)]
    known = [f"{cut}({row['id']})" for row in read_table("vague_regions.csv")
             for cut in ("north", "central")]  # fmt: skip
    drawn = "polygon(" + ",".join(["14.123,-5.123"] * 90) + ")"
    placed = [incident(str(n), place=area(place_id)) for n, place_id in enumerate([*known, drawn])]
    check([*read, *placed], [*reports, REPORT], Carried())
    assert read
