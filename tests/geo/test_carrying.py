"""Decisions in a snapshot: carried apart, taken in once, never made part of a reading."""

import csv
import datetime as dt
import io
import zipfile
from pathlib import Path

import msgspec
import pytest

from geo.snapshot import Carried, open_decisions, open_snapshot, open_to_keep, write_snapshot
from geo.snapshot.carrying import carried_of, foresee, reports_of, take_in
from incidents.anchors import anchor_incident, anchor_place
from incidents.decisions import (
    AcceptToll,
    Decision,
    Folded,
    Part,
    PutPlace,
    Reject,
    SetCount,
    SetMeans,
    Split,
    decide,
    fold,
    in_force,
    take_back,
)
from incidents.filters import FilterSpec
from incidents.records import Count, Place, Span
from incidents.report import Report, report_id
from incidents.store import Store
from tests.incidents.decisions.deciding import OTHER_TEXT, Desk
from tests.making import TEXT, five, incident

pytestmark = pytest.mark.usefixtures("unpictured")
REPORT = Report(id="r1", text=TEXT)
NOON = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)
KIDAL = Place(name="Kidal", kind="point", lat_deg=18.44, lon_deg=1.41, precision=1, country="ML")

TWO = Split(parts=(Part(evidence=()),) * 2)


def decision(place: Place = KIDAL) -> Decision:
    return decide("r1", anchor_place(five()[1], TEXT), PutPlace(place=place), at=NOON)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a store in which northern Mali was put right."""
    made = Store(f"sqlite:///{tmp_path / 'mine.db'}")
    made.put(REPORT, five(), "v1")
    made.record([decision()])
    return made


@pytest.fixture
def elsewhere(tmp_path: Path) -> Store:
    return Store(f"sqlite:///{tmp_path / 'theirs.db'}")


@pytest.fixture
def snapshot(store: Store, tmp_path: Path) -> Path:
    """Write what the store shows but the raid."""
    contents = store.contents()
    shown = fold(contents.incidents, contents.decisions, {"r1": TEXT}).incidents[1:]
    path = tmp_path / "snapshot.zip"
    write_snapshot(path, shown, [REPORT], FilterSpec(), created=NOON,
                   carried=carried_of(shown, contents))  # fmt: skip
    return path


def taken(store: Store, path: Path) -> str:
    _, incidents, reports = open_snapshot(path)
    return take_in(store, incidents, reports, open_decisions(path)).sentence()


def test_a_snapshot_shows_what_was_decided_and_carries_what_was_read(snapshot: Path) -> None:
    """The incidents are as the analyst left them; beside them the decision and the reading."""
    _, incidents, _ = open_snapshot(snapshot)
    assert [one.place.name for one in incidents[:2]] == ["Kidal", "Kidal"]
    carried = open_decisions(snapshot)
    assert carried == Carried(decisions=(decision(),), readings=tuple(five()[1:3]))


def test_a_decision_that_came_with_a_snapshot_can_be_taken_back(
    snapshot: Path, elsewhere: Store
) -> None:
    """On another machine the reading is what was read, and the decision stands beside it."""
    assert "1 correction came with it" in taken(elsewhere, snapshot)
    assert elsewhere.incidents() == sorted(five()[1:], key=lambda one: one.evidence)
    assert elsewhere.decisions() == [decision()]
    elsewhere.record([take_back(decision(), at=NOON)])
    folded = fold(elsewhere.incidents(), elsewhere.decisions(), {"r1": TEXT})
    assert "Kidal" not in {one.place.name for one in folded.incidents}


def test_reopening_ones_own_snapshot_changes_nothing(snapshot: Path, store: Store) -> None:
    """Neither the reading nor the log, also where the decision was taken back since."""
    before = store.stamp()
    assert "that reading stays" in taken(store, snapshot)
    assert store.stamp() == before
    store.record([take_back(decision(), at=NOON)])
    taken(store, snapshot)
    assert in_force(store.decisions()) == []
    assert store.incidents() == five()


def test_an_own_decision_stands_against_one_that_comes(snapshot: Path, elsewhere: Store) -> None:
    """It is left out, and said so."""
    own = decision(Place(name="Gao", kind="point", lat_deg=16.27, lon_deg=-0.04, precision=1))
    elsewhere.put(REPORT, five(), "v2")
    elsewhere.record([own])
    assert "1 correction left out" in taken(elsewhere, snapshot)
    assert elsewhere.decisions() == [own]


def test_what_is_here_of_a_report_is_never_overwritten(snapshot: Path, elsewhere: Store) -> None:
    """Another text under the same id stays, and so does the title that was given here."""
    mine = Report(id="r1", text="Another text altogether.", title="Mine")
    elsewhere.put(mine, [], "v1")
    taken(elsewhere, snapshot)
    assert elsewhere.reports() == [mine]
    assert elsewhere.incidents() == []


def test_a_removed_report_is_shown_again(snapshot: Path, store: Store) -> None:
    """Opening a snapshot of it is adding it."""
    store.remove("r1")
    taken(store, snapshot)
    assert store.reports() == [REPORT]
    assert store.incidents() == five()


def test_two_snapshots_of_a_report_add_up(store: Store, elsewhere: Store, tmp_path: Path) -> None:
    """Each holds what its filters kept."""
    for name, shown in (("a", five()[:2]), ("b", five()[2:])):
        path = tmp_path / f"{name}.zip"
        write_snapshot(path, shown, [REPORT], FilterSpec(), created=NOON,
                       carried=carried_of(shown, store.contents()))  # fmt: skip
        taken(elsewhere, path)
    assert {one.id for one in elsewhere.incidents()} == {one.id for one in five()}


def test_a_second_snapshot_of_a_removed_report_keeps_the_first(
    store: Store, elsewhere: Store, tmp_path: Path
) -> None:
    """What was read and decided before the removal is there again, and it is said to be."""
    for name, shown in (("a", five()[:2]), ("b", five()[3:4])):
        path = tmp_path / f"{name}.zip"
        write_snapshot(path, shown, [REPORT], FilterSpec(), created=NOON,
                       carried=carried_of(shown, store.contents()))  # fmt: skip
    taken(elsewhere, tmp_path / "a.zip")
    checked = Desk(elsewhere.incidents()).by.accept(five()[0])
    elsewhere.record([checked])
    elsewhere.remove("r1")
    _, incidents, reports = open_snapshot(tmp_path / "b.zip")
    arguments = incidents, reports, open_decisions(tmp_path / "b.zip")
    assert foresee(elsewhere, *arguments).restored == ("r1",)
    take_in(elsewhere, *arguments)
    read = elsewhere.incidents()
    assert {one.id for one in read} == {"raid", "strikes", "wedding"}
    assert fold(read, elsewhere.decisions(), {"r1": TEXT}).review("raid").checked


def test_an_accepted_toll_is_added_in_the_snapshot_too(tmp_path: Path, elsewhere: Store) -> None:
    """Its counts are the strip's, and the acceptance goes along."""
    toll = Count(low=12_000, best=12_000, high=12_000, text="25", span=Span(0, 2))
    many = incident("many", casualties={"killed": toll})
    accepted = decide("r1", anchor_incident(many, TEXT, [many]), AcceptToll(killed=12_000))
    for carried, said in (
        (None, "to be checked, not added: 12,000 killed"),
        (Carried(decisions=(accepted,)), "12,000 killed"),
    ):
        path = tmp_path / "snapshot.zip"
        manifest = write_snapshot(
            path, [many], [REPORT], FilterSpec(), created=NOON, carried=carried
        )
        assert said in manifest.counts_in_words.split(" · ")[1]
    assert "1 correction came with it" in taken(elsewhere, path)
    assert elsewhere.decisions() == [accepted]


def test_all_kinds_of_decision_open_again_into_the_same_view(tmp_path: Path) -> None:
    """On an empty desk: what shows, what was rejected, what is joined, who checked what."""
    report_texts = (TEXT, OTHER_TEXT)
    reports = [Report(id=report_id(text), text=text) for text in report_texts]
    ids = dict(zip(("r1", "r2"), (one.id for one in reports), strict=True))
    read = [msgspec.structs.replace(one, report_id=ids["r1"]) for one in five()]
    read.append(incident("drone", report_id=ids["r2"], evidence=(Span(0, 10),)))
    desk = Desk(read, {one.id: one.text for one in reports})
    desk.decide(*desk.by.add(ids["r1"], [Span(0, 20)], ("Battles", "Armed clash")))
    desk.decide(desk.by.made(desk["raid"], Split(parts=(Part(evidence=()),) * 2)))
    desk.decide(desk.by.together(desk["wedding"], [desk["drone"]], same=True))
    desk.decide(desk.by.made(desk["funeral"], Reject(), "Told twice."))
    desk.decide(desk.by.accept(desk["strikes"]), desk.by.accept(desk["wedding"]))
    here, there = (Store(f"sqlite:///{tmp_path / name}.db") for name in ("here", "there"))
    for one in reports:
        here.put(one, [i for i in read if i.report_id == one.id], "v1")
    here.record(desk.log)
    path = tmp_path / "snapshot.zip"
    shown = desk.folded.incidents
    manifest = write_snapshot(path, shown, reports, FilterSpec(), created=NOON,
                              carried=carried_of(shown, here.contents()))  # fmt: skip
    assert {one.id for one in manifest.reports} == set(ids.values())
    opened = open_to_keep(path)
    take_in(there, opened.incidents, opened.reports, opened.carried)
    contents = there.contents()
    again = fold(contents.incidents, contents.decisions, desk.texts)
    mine = desk.folded
    assert {one.id: one for one in again.incidents} == {one.id: one for one in mine.incidents}
    assert (again.reviews, again.joined, again.made) == (mine.reviews, mine.joined, mine.made)
    assert [one.incident.id for one in again.rejected] == ["funeral"]
    assert again.orphans == ()
    with zipfile.ZipFile(path) as archive:
        table = archive.read("incidents.csv").decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(table)))
    assert [one["review"] for one in lines] == [again.review(one["id"]).status for one in lines]
    assert {one["checked_by"] for one in lines if one["checked"] == "true"} == {"Ada"}


def carried_over(desk: Desk, folder: Path, *shown: str) -> Folded:
    """Return what a desk elsewhere shows, once it has opened a snapshot of some incidents."""
    reports = [Report(id=key, text=text) for key, text in desk.texts.items()]
    here, there = (Store(f"sqlite:///{folder / name}.db") for name in ("here", "there"))
    for one in reports:
        here.put(one, [i for i in desk.read if i.report_id == one.id], "v1")
    here.record(desk.log)
    view = [one for one in desk.folded.incidents if not shown or one.id in shown]
    carried = carried_of(view, here.contents())
    used = reports_of(view, carried)
    take_in(there, view, [one for one in reports if one.id in used], carried)
    contents = there.contents()
    texts = {one.id: one.text for one in contents.reports}
    return fold(contents.incidents, contents.decisions, texts)


def test_what_was_decided_before_a_split_goes_along(tmp_path: Path) -> None:
    """On one that was read, added, or itself a part: else the parts would say other things."""
    desk = Desk()
    desk.decide(desk.by.made(desk["raid"], SetMeans(means="fire")))
    desk.decide(*desk.by.add("r1", [Span(0, 20)], ("Battles", "Armed clash")))
    (made,) = desk.folded.made
    desk.decide(desk.by.made(desk[made], SetCount(key="killed", low=3)))
    for one in ("raid", made):
        desk.decide(desk.by.made(desk[one], TWO))
    (part,) = [one for one in desk.ids if one.startswith("part-")][:1]
    desk.decide(desk.by.made(desk[part], SetCount(key="injured", low=4)))
    desk.decide(desk.by.made(desk[part], TWO))
    again, mine = carried_over(desk, tmp_path), desk.folded
    assert {one.id: one for one in again.incidents} == {one.id: one for one in mine.incidents}
    assert (again.reviews, again.orphans) == (mine.reviews, ())


def test_the_part_that_is_not_in_view_is_as_it_was_decided(tmp_path: Path) -> None:
    """It comes along with the split, and must not come as it was read."""
    desk = Desk()
    desk.decide(desk.by.made(desk["raid"], TWO))
    first, second = desk.ids[:2]
    desk.decide(desk.by.made(desk[second], SetMeans(means="fire")))
    again = carried_over(desk, tmp_path, first)
    assert {one.id: one.means for one in again.incidents} == {first: None, second: "fire"}


def test_no_other_report_goes_along_for_what_is_not_in_view(tmp_path: Path) -> None:
    """What was taken apart from it, or joined and rejected, is not the other desk's matter."""
    desk = Desk([*five(), incident("drone", report_id="r2")])
    desk.decide(desk.by.together(desk["raid"], [desk["drone"]], same=True))
    desk.decide(desk.by.made(desk["drone"], Reject()))
    desk.decide(desk.by.together(desk["wedding"], [desk["strikes"]], same=False))
    again = carried_over(desk, tmp_path, "raid", "wedding")
    assert [one.id for one in again.incidents] == ["raid", "wedding"]
    assert (again.orphans, {key for one in again.incidents for key in [one.report_id]}) == (
        (),
        {"r1"},
    )


def test_the_report_of_an_added_version_goes_along(tmp_path: Path) -> None:
    """Nothing else was read in it, so that no reading brings it."""
    desk = Desk([*five()])
    desk.decide(*desk.by.add("r2", [Span(0, 20)], ("Battles", "Armed clash")))
    (made,) = desk.folded.made
    desk.decide(desk.by.together(desk["raid"], [desk[made]], same=True))
    again = carried_over(desk, tmp_path)
    assert [one.id for one in again.joined["raid"]] == [made]
    assert list(again.incidents) == list(desk.folded.incidents)
