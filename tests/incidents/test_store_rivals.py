"""Two analysts on one store: the second is told, and nothing is overwritten in silence."""

from pathlib import Path

import pytest

from incidents.decisions import Decider, Note, PutPlace, Reject, SetMeans, fold, take_back
from incidents.errors import RivalError
from incidents.records import Place
from incidents.report import Report
from incidents.store import Store
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
