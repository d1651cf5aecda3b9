"""Decisions: a log, the fold that puts it in force, and the words that it holds on to."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.anchors import anchor_incident, anchor_place, targets
from incidents.decisions import (
    AcceptToll,
    Decision,
    PutPlace,
    decide,
    fold,
    in_force,
    newcomers,
    take_back,
)
from incidents.quotes import locate, quote, quote_words
from incidents.records import Incident, Place, Span
from tests.making import NORTH, SEGOU, TEXT, five, incident

NOON = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)
TEXTS = {"r1": TEXT}
KIDAL = Place(name="Kidal", kind="point", lat_deg=18.44, lon_deg=1.41, precision=1)


def at(minutes: int) -> dt.datetime:
    return NOON + dt.timedelta(minutes=minutes)


def one(incident_id: str, place: Place, minutes: int = 0) -> Decision:
    """Decide on one incident of the five."""
    read = {i.id: i for i in five()}[incident_id]
    anchor = anchor_incident(read, TEXT, five())
    return decide("r1", anchor, PutPlace(place=place), at=at(minutes))


def words(place: Place, minutes: int = 0) -> Decision:
    """Decide on all that is told of "northern Mali"."""
    return decide("r1", anchor_place(five()[1], TEXT), PutPlace(place=place), at=at(minutes))


def places(log: list[Decision]) -> dict[str, str | None]:
    return {i.id: i.place.name for i in fold(five(), log, TEXTS).incidents}


def test_a_decision_for_one_and_for_all_of_the_same_words() -> None:
    """One incident's own decision beats the one for its words; others are left alone."""
    for log in ([words(SEGOU), one("children", KIDAL, 1)], [one("children", KIDAL), words(SEGOU)]):
        assert places(log) == {
            "raid": None,
            "strikes": "Ségou",
            "children": "Kidal",
            "wedding": "Ségou",
            "funeral": "Ségou",
        }
    folded = fold(five(), [words(SEGOU), one("children", KIDAL, 1)], TEXTS)
    assert len(folded.decisions["children"]) == 2
    assert "raid" not in folded.decisions


def test_the_words_and_candidates_of_the_report_stay() -> None:
    """A decision says where, never what was written."""
    made = fold(five(), [words(KIDAL)], TEXTS).incidents[1].place
    assert (made.text, made.name, made.basis) == ("northern Mali", "Kidal", NORTH.basis)


def test_the_last_decision_holds_and_taking_back_brings_the_one_before() -> None:
    """Taking back the taking back puts it in force again; without any the reading holds."""
    first, second = one("strikes", KIDAL), one("strikes", SEGOU, 1)
    undo = take_back(second, at=at(2))
    redo = take_back(undo, at=at(3))
    assert places([first, second])["strikes"] == "Ségou"
    assert places([first, second, undo])["strikes"] == "Kidal"
    assert places([first, second, undo, redo])["strikes"] == "Ségou"
    assert places([first, second, undo, take_back(first, at=at(4))])["strikes"] == "northern Mali"


@given(st.lists(st.integers(min_value=0, max_value=30), max_size=30))
def test_taking_all_back_is_the_reading(steps: list[int]) -> None:
    """Whatever was decided and taken back in between, nothing of it is left; and it replays."""
    log: list[Decision] = []
    for minutes, step in enumerate(steps):
        if log and step > 15:
            log.append(take_back(log[step % len(log)], at=at(minutes)))
        else:
            name = five()[step % 5].id
            log.append(one(name, KIDAL if step % 2 else SEGOU, minutes))
    assert fold(five(), log, TEXTS) == fold(five(), log, TEXTS)
    standing = in_force(log)
    assert all(isinstance(d.action, PutPlace) for d in standing)
    log += [take_back(d, at=at(1000)) for d in standing]
    assert list(fold(five(), log, TEXTS).incidents) == five()


def test_decisions_on_a_report_that_is_not_here_wait() -> None:
    """They are neither in force nor lost words: the report was removed."""
    folded = fold([], [words(SEGOU)], {})
    assert (folded.incidents, folded.orphans) == ((), ())


def test_the_same_decision_has_the_same_id() -> None:
    """So that it is one entry wherever it comes from; another time is another one."""
    assert words(SEGOU) == words(SEGOU)
    assert words(SEGOU).id != words(SEGOU, 1).id


def changed(incident_id: str, **fields: object) -> list[Incident]:
    """Return the five as a newer engine reads them: other ids, and one read otherwise."""
    read = [msgspec.structs.replace(i, id=f"new {i.id}") for i in five()]
    return [
        msgspec.structs.replace(i, **fields) if i.id == f"new {incident_id}" else i for i in read
    ]


@pytest.mark.parametrize("name", ["raid", "strikes", "children", "wedding", "funeral"])
def test_a_decision_outlives_new_ids(name: str) -> None:
    """Only the words count, for each of the five."""
    folded = fold(changed("none"), [one(name, KIDAL)], TEXTS)
    assert [i.id for i in folded.incidents if i.place.name == "Kidal"] == [f"new {name}"]
    assert folded.orphans == ()


def test_a_decision_outlives_a_reading_with_more_of_the_sentence() -> None:
    """The evidence may be a clause in one reading and two sentences in another."""
    start = TEXT.index("A drone attack")
    read = changed("wedding", evidence=(Span(start, len(TEXT)),))
    folded = fold(read, [one("wedding", KIDAL)], TEXTS)
    assert [i.id for i in folded.incidents if i.place.name == "Kidal"] == ["new wedding"]


def test_a_decision_whose_words_are_gone_is_listed() -> None:
    """It is put on no other incident, and its words are named."""
    read = [i for i in changed("none") if i.id != "new children"]
    folded = fold(read, [one("children", KIDAL)], TEXTS)
    assert folded.incidents == tuple(read)
    (orphan,) = folded.orphans
    assert "One strike killed seven children" in orphan.why


def test_two_incidents_of_one_sentence_are_told_apart() -> None:
    """By the words that made each an event; where one is read no more, the other is untouched."""
    start = TEXT.index("A drone attack")
    sentence = (Span(start, len(TEXT)),)
    cue = {name: quote_words(TEXT, name).start or 0 for name in ("drone attack", "another strike")}
    both = [
        incident(key, place=SEGOU, evidence=sentence,
                 spans={"event_type": Span(cue[said], cue[said] + len(said))})
        for key, said in (("wedding", "drone attack"), ("funeral", "another strike"))
    ]  # fmt: skip
    made = decide("r1", anchor_incident(both[1], TEXT, both), PutPlace(place=KIDAL), at=NOON)
    assert [i.place.name for i in fold(both, [made], TEXTS).incidents] == ["Ségou", "Kidal"]
    alone = fold(both[:1], [made], TEXTS)
    assert [i.place.name for i in alone.incidents] == ["Ségou"]
    assert len(alone.orphans) == 1


def test_incidents_of_the_very_same_words_are_told_apart_by_their_order() -> None:
    """Two that no words tell apart stay two."""
    twins = [incident("a", place=SEGOU), incident("b", place=SEGOU)]
    anchor = anchor_incident(twins[1], TEXT, twins)
    assert [i.id for i in targets(anchor, TEXT, twins)] == ["b"]
    assert targets(anchor, TEXT, twins[:1]) == []


def test_what_another_log_brings_overrules_nobody() -> None:
    """Known decisions are passed over, also those taken back; differing ones are left out."""
    mine, undone = one("strikes", KIDAL), one("raid", KIDAL, 1)
    log = [mine, undone, take_back(undone, at=at(2))]
    theirs, new = one("strikes", SEGOU, 3), one("funeral", KIDAL, 4)
    assert newcomers(log, [mine, undone, theirs, new]) == ([new], [theirs])


def test_a_quote_is_found_where_most_is_as_it_was() -> None:
    """At its place, else where the words around it are the same, else nowhere."""
    text = "Gunmen killed two in Ansongo. Soldiers killed two in Gao."
    second = Span(text.rindex("killed two"), text.rindex("killed two") + 10)
    held = quote(text, second)
    assert locate(held, text) == second
    moved = f"GAO, 3 May. {text}"
    assert locate(held, moved) == Span(second.start + 12, second.end + 12)
    assert locate(held, "Nobody was hurt.") is None
    assert quote_words(text, "Timbuktu").start is None


@given(st.text(min_size=1), st.data())
def test_a_quote_finds_itself(text: str, data: st.DataObject) -> None:
    """In any text, any words of it, whole or moved."""
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    assert locate(quote(text, span), text) == span
    found = locate(quote(text, span), f"before {text}")
    assert found is not None
    assert found.of(f"before {text}") == span.of(text)


def test_an_accepted_toll_leaves_the_reading_and_holds_for_that_figure_alone() -> None:
    """Another figure, read later, is not accepted; the decision is listed with its reason."""
    raid = five()[0]
    anchor = anchor_incident(raid, TEXT, five())
    made = decide("r1", anchor, AcceptToll(killed=25), at=NOON)
    folded = fold(five(), [made], TEXTS)
    assert list(folded.incidents) == five()
    assert folded.accepted == {raid.id}
    assert fold(five(), [made, take_back(made, at=at(1))], TEXTS).accepted == frozenset()
    other = decide("r1", anchor, AcceptToll(killed=2024), at=NOON)
    folded = fold(five(), [other], TEXTS)
    assert (folded.accepted, folded.decisions) == (frozenset(), {})
    assert [orphan.why for orphan in folded.orphans] == ["Another toll is read there now."]


def test_a_place_and_a_toll_on_the_same_words_do_not_differ() -> None:
    """A snapshot's word on one leaves nothing out because of a word here on the other."""
    anchor = anchor_incident(five()[0], TEXT, five())
    place = decide("r1", anchor, PutPlace(place=KIDAL), at=NOON)
    toll = decide("r1", anchor, AcceptToll(killed=25), at=NOON)
    assert newcomers([place], [toll]) == ([toll], [])
