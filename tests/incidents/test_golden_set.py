"""The gold set is coded consistently, and the program does not fall behind what it could do."""

import datetime as dt
import re
from argparse import Namespace
from collections import Counter

import pytest
from msgspec.structs import replace

from benchmarks.doubles import find_doubles, given_total, gold_totals
from benchmarks.evaluate_extraction import (
    changes,
    evaluate,
    reader,
    saved_table,
    show_reports,
)
from benchmarks.golden import (
    PLACE_BY_LEVEL,
    SUB_EVENT_TYPES,
    Aside,
    GoldDate,
    GoldIncident,
    GoldPlace,
    GoldReport,
    actor_names,
    alternatives,
    read_all,
    read_count,
)
from benchmarks.listing import show
from benchmarks.matching import best_assignment
from benchmarks.scoring import Scores, compare, same_actor, score
from incidents.records import (
    COUNT_KEYS,
    Actor,
    ActorRole,
    Count,
    DateBasis,
    DatePrecision,
    DateValue,
    Incident,
    Place,
    PlaceBasis,
    Source,
    Span,
    Status,
)

REPORTS = read_all()
INCIDENTS = [(report, incident) for report in REPORTS for incident in report.incidents]
WEEKDAYS = (
    ("monday", "lundi"),
    ("tuesday", "mardi"),
    ("wednesday", "mercredi"),
    ("thursday", "jeudi"),
    ("friday", "vendredi"),
    ("saturday", "samedi"),
    ("sunday", "dimanche"),
)

each_report = pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
each_incident = pytest.mark.parametrize(
    ("report", "incident"), INCIDENTS, ids=[f"{r.id}:{i.key}" for r, i in INCIDENTS]
)


def options(literal: object) -> set[str]:
    return set(literal.__args__)  # type: ignore[attr-defined]  # a Literal's own attribute


@each_report
def test_report_is_well_formed(report: GoldReport) -> None:
    shortest, longest = (2000, 6000) if report.genre == "page" else (500, 3000)
    assert shortest <= len(report.text) <= longest
    assert report.id.startswith(f"{report.language}-{report.genre}-")
    keys = Counter(incident.key for incident in report.incidents)
    assert max(keys.values(), default=1) == 1
    assert all(report.span(aside.text) for aside in (*report.optional, *report.never))


@each_incident
def test_quotes_stand_in_the_text(report: GoldReport, incident: GoldIncident) -> None:
    for quote in (incident.evidence_contains, *incident.also):
        span = report.span(quote)
        assert span.of(report.text) == quote
    date_text = incident.date.text if incident.date else None
    for quote in (*alternatives(date_text or ()), *alternatives(incident.place.text or ())):
        assert quote in report.text


@each_incident
def test_codes_are_the_fields_own(report: GoldReport, incident: GoldIncident) -> None:
    assert set(alternatives(incident.sub_event_type)) <= set(SUB_EVENT_TYPES)
    assert set(alternatives(incident.status)) <= options(Status)
    assert set(alternatives(incident.place.basis)) <= options(PlaceBasis)
    assert {kind for kind, _ in incident.place.placings} <= {k for k, _ in PLACE_BY_LEVEL.values()}
    for _, role, *basis in incident.actors:
        assert set(role.split("|")) <= options(ActorRole)
        assert all(set(b.split("|")) <= {"stated", "inherited"} for b in basis)
    assert set(incident.casualties) <= set(COUNT_KEYS)
    country = incident.place.country
    assert country is None or re.fullmatch("[A-Z]{2}", country), report.id


@each_incident
def test_counts_are_bounds(report: GoldReport, incident: GoldIncident) -> None:
    for codes in incident.casualties.values():
        for code in (codes,) if isinstance(codes, str) else codes:
            low, best, high = read_count(code)
            figures = [int(part) for part in (low, best, high) if part.isdigit()]
            assert figures == sorted(figures), report.id


@each_incident
def test_date_is_consistent(report: GoldReport, incident: GoldIncident) -> None:
    date = incident.date
    if date is None or not date.scored:
        return
    for earliest, latest in date.bounds:
        assert earliest <= latest
        if report.published and len(report.published) == len("2024-01-01"):
            assert earliest.isoformat() <= report.published
    assert set(date.precisions) <= options(DatePrecision)
    assert set(alternatives(date.basis)) <= options(DateBasis)
    words = set(re.findall(r"\w+", str(date.text or "").casefold()))
    named = {day for day, names in enumerate(WEEKDAYS) if words & set(names)}
    days = {bound.weekday() for bounds in date.bounds for bound in bounds}
    assert named <= days, (report.id, incident.key, date)


@each_incident
def test_part_of_resolves(report: GoldReport, incident: GoldIncident) -> None:
    others = {other.key for other in report.incidents} - {incident.key}
    assert incident.part_of is None or incident.part_of in others


def test_set_is_balanced() -> None:
    """The issue asks for 60 reports, 20 of them French, a third of each kept aside."""
    assert len(REPORTS) >= 60
    assert sum(report.language == "fr" for report in REPORTS) >= 20
    aside = [report for report in REPORTS if report.held_out]
    assert 0.25 <= len(aside) / len(REPORTS) <= 0.4
    assert {r.genre for r in aside} == {r.genre for r in REPORTS}
    assert {r.language for r in aside} == {"en", "fr"}


REPORT = GoldReport(
    id="en-wire-x",
    language="en",
    genre="wire",
    published="2024-03-14",
    text="Rebels shot 3 men in Gao on Tuesday. A mine killed one near Ansongo. In 1990 men died.",
    incidents=(
        GoldIncident(
            key="gao",
            sub_event_type="Attack",
            date=GoldDate(edtf="2024-03-12", basis="relative"),
            place=GoldPlace(level="point", text="Gao", country="ML"),
            actors=(("JNIM", "perpetrator"),),
            casualties={"killed": "3"},
            civilian_targeting=True,
            sources=("witnesses",),
            evidence_contains="Rebels shot 3 men in Gao",
        ),
        GoldIncident(
            key="mine",
            sub_event_type="Remote explosive/landmine/IED",
            place=GoldPlace(level="near", text="near Ansongo"),
            evidence_contains="A mine killed one",
        ),
    ),
    never=(Aside(text="In 1990 men died"),),
)
GAO = Incident(
    id="1",
    report_id="en-wire-x",
    event_type="Violence against civilians",
    sub_event_type="Attack",
    date=DateValue(
        edtf="2024-03-12",
        earliest=dt.date(2024, 3, 12),
        latest=dt.date(2024, 3, 12),
        precision="day",
        basis="relative",
    ),
    place=Place(text="the town of Gao", kind="point", precision=1, country="ML"),
    actors=(
        Actor(
            name="JNIM: Group for Support of Islam and Muslims",
            actor_id="jnim",
            kind="rebel group",
            role="perpetrator",
        ),
    ),
    casualties={"killed": Count(low=3, best=3, high=3, text="3 men", span=Span(12, 17))},
    civilian_targeting=True,
    sources=(Source(name="Witnesses", kind="witness"),),
    evidence=(Span(0, 36),),
)
HISTORY = replace(GAO, id="2", evidence=(Span(69, 86),))


def test_scores_are_full_for_what_is_right() -> None:
    comparison = compare(REPORT, [HISTORY, GAO])
    assert [(gold.key, found.id) for gold, found in comparison.pairs] == [("gao", "1")]
    assert [gold.key for gold in comparison.missed] == ["mine"]
    assert comparison.forbidden == comparison.spurious == [HISTORY]
    scores = score(REPORT, [HISTORY, GAO], places=True)
    assert (scores.gold, scores.found, scores.matched, scores.forbidden) == (2, 2, 1, 1)
    assert {right / asked for right, asked in scores.fields.values()} == {1.0}
    assert "killed_high" in scores.fields


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"sub_event_type": "Sexual violence"}, "sub_event_type"),
        ({"event_type": "Battles"}, "event_type"),
        ({"date": None}, "date"),
        ({"place": replace(GAO.place, text="Ansongo")}, "place_text"),
        ({"place": replace(GAO.place, country="NE")}, "place_country"),
        ({"place": replace(GAO.place, precision=4)}, "place_precision"),
        ({"casualties": {}}, "killed_low"),
        ({"casualties": GAO.casualties | {"injured": GAO.casualties["killed"]}}, "injured_low"),
        ({"actors": (replace(GAO.actors[0], role="victim"),)}, "actors"),
        ({"actors": (replace(GAO.actors[0], name="M23: March 23 Movement"),)}, "actors"),
        ({"sources": ()}, "sources"),
        ({"status": "denied"}, "status"),
        ({"count": 2}, "count"),
        ({"civilian_targeting": False}, "civilian_targeting"),
        ({"part_of": "7"}, "part_of"),
    ],
)
def test_scores_fall_where_a_field_is_wrong(changed: dict[str, object], field: str) -> None:
    scores = score(REPORT, [replace(GAO, **changed)], places=True)
    right, asked = scores.fields[field]
    assert right < asked


@pytest.mark.parametrize(
    ("coded", "found", "same"),
    [
        ("Unidentified Armed Group", "unidentified", True),
        ("Unidentified Armed Group|JNIM", "JNIM: Group for Support of Islam and Muslims", True),
        ("JNIM|Unidentified Armed Group", "unidentified", True),
        ("JNIM", "unidentified", False),
        ("Unidentified Armed Group", "JNIM", False),
    ],
)
def test_either_actor_that_is_coded_is_right(coded: str, found: str, *, same: bool) -> None:
    """An unknown group or the one that is suspected: where both are coded, both are right."""
    assert same_actor(coded, found, actor_names()) is same


@pytest.mark.parametrize(
    ("weights", "pairs"),
    [
        ([[3.0, 1.0], [2.0, 1.5]], [(0, 0), (1, 1)]),
        ([[3.0, 2.9], [2.0, 0.1]], [(0, 1), (1, 0)]),
        ([[1.0], [2.0]], [(1, 0)]),
        ([[1.0, 2.0, 0.0]], [(0, 1)]),
        ([], []),
    ],
)
def test_assignment_is_the_best_one(
    weights: list[list[float]], pairs: list[tuple[int, int]]
) -> None:
    assert best_assignment(weights) == pairs


def test_changes_name_what_moved_by_half_a_point() -> None:
    old = {"open": {"count": 0.9, "date": 0.8}}
    new = {"open": {"count": 0.904, "date": 0.85, "means": 1.0}, "held out": {"date": 0.1}}
    assert changes(old, new) == ["open: date 0.800 → 0.850"]


def test_show_names_what_is_missed_spurious_and_wrong() -> None:
    options = Namespace(field=None, words=False, list=None)
    wrong = replace(GAO, count=2)
    lines = show(REPORT, compare(REPORT, [wrong, HISTORY]), options)
    assert [line.split()[0] for line in lines[1:]] == [
        "never",
        "missed",
        "total",
        *["Attack,"] * 2,
        "wrong",
    ]
    assert "gao: count: coded 1; found 2" in lines[-1]
    complete = replace(REPORT, incidents=REPORT.incidents[:1])
    assert show(complete, compare(complete, [GAO]), options) == []


def test_show_lists_a_double_under_what_it_retells() -> None:
    """The one list that is asked for is given: a double with both tellings' words."""
    options = Namespace(field=None, words=False, list="doubles")
    lines = show(REPORT, compare(REPORT, [GAO, replace(GAO, id="2")]), options)
    assert len(lines) == 3
    assert "double   of gao (words, date, place, toll)" in lines[1]
    assert all("Rebels shot 3 men in Gao" in line for line in lines[1:])


def test_show_refuses_a_held_out_report() -> None:
    """Whoever writes rules can't be shown what they are measured by."""
    options = Namespace(field=None, words=False, list=None)
    aside = replace(REPORT, held_out=True)
    with pytest.raises(ValueError, match="held out"):
        show(aside, compare(aside, [GAO]), options)


TOLD_AGAIN = GoldReport(
    id="en-page-x",
    language="en",
    genre="page",
    published="2024-03-14",
    text="Rebels shot 3 men in Gao on Tuesday. The mayor spoke of the slaughter. Toll: 3. Later.",
    incidents=(
        replace(REPORT.incidents[0], also=("The mayor spoke of the slaughter",)),
        replace(REPORT.incidents[0], key="part", evidence_contains="on Tuesday", part_of="gao"),
    ),
    never=(Aside(text="Later"),),
)
AGAIN = replace(GAO, id="2", evidence=(Span(71, 79),), date=None, place=Place(), casualties={})
MARCH = DateValue(
    edtf="2024-03",
    earliest=dt.date(2024, 3, 1),
    latest=dt.date(2024, 3, 31),
    precision="month",
    basis="stated",
)
LAST_YEAR = replace(
    MARCH, edtf="2023-03", earliest=dt.date(2023, 3, 1), latest=dt.date(2023, 3, 31)
)


@pytest.mark.parametrize(
    ("changed", "evidence"),
    [
        ({}, None),
        ({"evidence": (Span(37, 70),)}, ("words",)),
        ({"casualties": GAO.casualties}, ("toll",)),
        ({"casualties": GAO.casualties, "date": LAST_YEAR}, None),
        ({"date": GAO.date, "place": GAO.place}, ("date", "place")),
        ({"date": MARCH, "place": GAO.place}, None),
        ({"date": GAO.date, "place": replace(GAO.place, country="NE")}, None),
        ({"casualties": GAO.casualties, "event_type": "Protests"}, None),
        ({"evidence": (Span(37, 70),), "event_type": "Strategic developments"}, ("words",)),
        ({"casualties": GAO.casualties, "evidence": (Span(80, 86),)}, None),
        ({"evidence": (Span(37, 70),), "date": LAST_YEAR}, ("words",)),
        ({"evidence": (Span(37, 70), Span(80, 86)), "date": LAST_YEAR}, None),
        (
            {
                "evidence": (Span(37, 70),),
                "date": LAST_YEAR,
                "event_type": "Strategic developments",
            },
            None,
        ),
    ],
)
def test_double_is_what_retells_another(
    changed: dict[str, object], evidence: tuple[str, ...] | None
) -> None:
    """Words make a double; a toll, or a day and a place, where nothing contradicts."""
    pairs = [(TOLD_AGAIN.incidents[0], GAO)]
    doubles = find_doubles(TOLD_AGAIN, pairs, [replace(AGAIN, **changed)])
    assert [double.evidence for double in doubles] == ([evidence] if evidence else [])


def test_totals_leave_parts_out() -> None:
    """A part's dead are counted with its whole, in the coding and in what is given."""
    assert gold_totals(TOLD_AGAIN) == {3}
    assert given_total([GAO, replace(GAO, id="2", part_of="1")]) == 3
    assert given_total([GAO, replace(GAO, id="2")]) == 6


@pytest.mark.parametrize(
    ("killed", "totals"), [("13+", {13}), (["70/71,*,_", "5"], {70, 71, 5}), ("*,*,*", None)]
)
def test_totals_follow_the_coding(killed: str | list[str], totals: set[int] | None) -> None:
    """Every low that the coding allows is right, and an unscored one asks nothing."""
    coded = replace(REPORT.incidents[0], casualties={"killed": killed})
    assert gold_totals(replace(REPORT, incidents=(coded,))) == totals


def test_scores_count_doubles_and_totals() -> None:
    """A report whose event is given twice has a double and a wrong total."""
    alone = replace(TOLD_AGAIN, incidents=TOLD_AGAIN.incidents[:1])
    scores = score(alone, [GAO, replace(GAO, id="2", evidence=(Span(37, 70),))], places=True)
    assert (scores.doubles, scores.tolls, scores.totals) == (1, 1, 0)
    assert score(alone, [GAO], places=True).ratios()["totals right"] == 1.0


def test_no_held_out_report_is_shown() -> None:
    """Neither its id nor "all" brings a held-out report to the screen."""
    aside = next(report for report in REPORTS if report.held_out)
    options = Namespace(show=aside.id, list=None, field=None, words=True)
    assert show_reports(lambda _: (), options) == 1


HELD = {
    "open": None,
    "held out": None,
    "open pages": ("incident F1", "doubles", "totals right"),
    "held-out pages": ("incident F1", "doubles", "totals right"),
}
"""Groups whose figures must not fall; None is every figure."""


def allowance(name: str, scores: Scores) -> float:
    """Return how far a figure may move: two points, or one case."""
    cases = {"totals right": scores.tolls, "doubles": scores.found}
    asked = cases.get(name, scores.fields.get(name, (0, scores.gold))[1])
    return max(0.02, 1.01 / max(1, asked))


def test_extraction_does_not_fall_behind() -> None:
    """Every figure that is held stays within its allowance of the committed table."""
    floor = saved_table()
    assert floor is not None, "run `python benchmarks/evaluate_extraction.py --save`"
    groups = evaluate(REPORTS, reader(places=True), places=True)
    fallen = []
    for group, names in HELD.items():
        ratios = groups[group].ratios()
        for name in names or floor[group]:
            loss = floor[group][name] - ratios.get(name, 0.0)
            if (-loss if name == "doubles" else loss) > allowance(name, groups[group]):
                fallen.append(f"{group}: {name} {ratios.get(name, 0.0):.3f}, {floor[group][name]}")
    assert fallen == []
