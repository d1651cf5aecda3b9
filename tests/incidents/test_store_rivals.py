"""Two analysts on one store: the second is told, and nothing is overwritten in silence."""

from pathlib import Path

import pytest

from incidents.decisions import Decider, Note, PutPlace, Reject, SetMeans, fold, take_back
from incidents.errors import RivalError
from incidents.records import Place, to_json
from incidents.report import Report
from incidents.store import Store
from incidents.store.checking import look_over
from tests.incidents.decisions.deciding import NOON, OTHER_TEXT, TEXTS, Desk
from tests.making import TEXT, five, incident

KIDAL = Place(name="Kidal", kind="point", lat_deg=18.44, lon_deg=1.41, precision=1)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(f"sqlite:///{tmp_path / 'x.db'}")
    made.put(Report(id="r1", text=TEXT), five(), "v1")
    made.put(Report(id="r2", text=OTHER_TEXT), [incident("drone", report_id="r2")], "v1")
    return made


def by(who: str) -> Decider:
    """Return somebody who looks at the readings and knows of no decision."""
    return Decider(Desk().read, fold(five(), [], TEXTS), TEXTS, who=who, at=NOON)


def test_the_second_to_decide_is_told_who_what_and_when(store: Store) -> None:
    """What was decided meanwhile is in force, and nothing of the second's is kept."""
    seen = store.contents().last
    first = by("Ben").made(five()[0], SetMeans(means="fire"))
    store.record([first], seen)
    second = [by("Ada").accept(five()[3]), by("Ada").made(five()[0], Reject())]
    said = r"Ben decided “Means: fire” on the same incident .* \(2026-11-28 12:00 UTC\)"
    with pytest.raises(RivalError, match=said):
        store.record(second, seen)
    assert store.decisions() == [first]
    assert store.last() == store.contents().last == seen + 1
    store.record(second)
    assert store.decisions() == [first, *second]


def test_what_is_decided_elsewhere_or_by_oneself_is_in_nobody_s_way(store: Store) -> None:
    """Other incidents, one's own entries, notes, and two who accept the same."""
    seen = store.contents().last
    mine = by("Ada").made(five()[0], SetMeans(means="fire"))
    store.record([mine], seen)
    store.record([by("Ben").made(five()[3], Reject())], seen)
    store.record([by("Ben").made(five()[1], Note(text="Ask."))], seen)
    store.record([by("Ben").accept(five()[4])], seen)
    store.record(
        [
            by("Ada").made(five()[0], SetMeans(means="drone")),
            by("Ada").made(five()[1], Reject()),
            by("Ada").accept(five()[4]),
        ],
        seen,
        {mine.id},
    )
    assert len(store.decisions()) == 7


def test_a_place_for_all_its_words_meets_another_such(store: Store) -> None:
    """And taking back what was decided is a decision on the same incident too."""
    seen = store.contents().last
    wide = by("Ben").widely(five()[1], PutPlace(place=KIDAL))
    store.record([*wide, take_back(wide[0], at=NOON, who="Ben")], seen)
    with pytest.raises(RivalError, match="Ben decided"):
        store.record(by("Ada").widely(five()[2], PutPlace(place=KIDAL)), seen)
    with pytest.raises(RivalError, match="Ben took back a decision"):
        store.record(by("Ada").widely(five()[2], PutPlace(place=KIDAL)), seen + 1)


def test_erasing_a_report_takes_what_quotes_it(store: Store) -> None:
    """A joining from another report has its words; it goes for good with them."""
    desk = Desk([*five(), incident("drone", report_id="r2")])
    store.record([desk.by.together(desk["raid"], [desk["drone"]], same=True)])
    store.record([desk.by.accept(desk["raid"])])
    store.erase("r2")
    assert [type(one.action).__name__ for one in store.decisions()] == ["Accept"]


def joined(tmp_path: Path) -> tuple[Store, Desk]:
    """Return a store of three reports with one strike each, and who decides on them."""
    desk = Desk(
        [incident(name, report_id=key) for name, key in (("a", "r1"), ("b", "r2"), ("c", "r3"))],
        {"r1": TEXT, "r2": TEXT, "r3": TEXT},
    )
    made = Store(f"sqlite:///{tmp_path / 'three.db'}")
    for one in desk.read:
        made.put(Report(id=one.report_id, text=TEXT), [one], "v1")
    return made, desk


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_erasing_one_report_leaves_the_others_joined(tmp_path: Path, gone: int) -> None:
    """Also where it was the one that showed; none of its words are left in the log."""
    made, desk = joined(tmp_path)
    desk.decide(desk.by.together(desk["a"], [desk["b"], desk["c"]], same=True))
    desk.decide(take_back(desk.log[0], at=NOON))
    desk.decide(take_back(desk.log[1], at=NOON))
    made.record(desk.log)
    erased = desk.read.pop(gone)
    made.erase(erased.report_id)
    del desk.texts[erased.report_id]
    desk.log = made.decisions()
    assert len(desk.ids) == 1
    assert erased.report_id.encode() not in b"".join(to_json(one) for one in desk.log)
    assert not [one.said for one in look_over(made.url, "v1") if one.wrong]
    desk.decide(take_back(desk.log[0], at=NOON))
    assert len(desk.ids) == 2


def test_erasing_leaves_apart_what_was_taken_apart(tmp_path: Path) -> None:
    """B was taken out of the event of A and C: with A gone it isn't back in it."""
    made, desk = joined(tmp_path)
    desk.decide(desk.by.together(desk["a"], [desk["b"], desk["c"]], same=True))
    desk.decide(desk.by.together(desk["a"], [desk["b"]], same=False))
    made.record(desk.log)
    made.erase("r1")
    desk.read, desk.log = desk.read[1:], made.decisions()
    del desk.texts["r1"]
    assert desk.ids == ["b", "c"]


def test_numbers_of_erased_entries_are_not_given_again(store: Store) -> None:
    """Else who looked before would take another's new entry for one already seen."""
    store.record([by("Ada").made(five()[3], Reject())])
    desk = Desk([*five(), incident("drone", report_id="r2")])
    store.record([desk.by.accept(desk["drone"])])
    seen = store.last()
    store.erase("r2")
    store.record([by("Ben").made(five()[0], SetMeans(means="fire"))])
    assert store.last() == seen + 1
    with pytest.raises(RivalError, match="Ben decided"):
        store.record([by("Ada").made(five()[0], Reject())], seen)


def test_a_log_that_was_emptied_meanwhile_hides_nobody(store: Store) -> None:
    """Its numbers begin anew."""
    desk = Desk([*five(), incident("drone", report_id="r2")])
    store.record([desk.by.accept(desk["drone"]), desk.by.made(desk["drone"], Note(text="Ask."))])
    seen = store.last()
    store.erase("r2")
    store.record([by("Ben").made(five()[0], SetMeans(means="fire"))])
    with pytest.raises(RivalError, match="Ben decided"):
        store.record([by("Ada").made(five()[0], Reject())], seen)


def test_what_took_back_an_erased_entry_goes_with_it(store: Store) -> None:
    """Else it would be offered to be done again, and nothing would come of it."""
    desk = Desk([*five(), incident("drone", report_id="r2")])
    desk.decide(desk.by.together(desk["strikes"], [desk["drone"]], same=True))
    desk.decide(take_back(desk.log[0], at=NOON))
    store.record(desk.log)
    store.erase("r2")
    assert store.decisions() == []
