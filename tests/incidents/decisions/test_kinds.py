"""Each kind of decision: what it makes of what was read, and what is left once it is taken back."""

import msgspec
import pytest

from incidents.anchors import Anchor
from incidents.dating import read_edtf
from incidents.decisions import (
    Action,
    Decision,
    Note,
    Part,
    PutPlace,
    Reject,
    SetActors,
    SetCivilians,
    SetCount,
    SetDate,
    SetMeans,
    SetNumber,
    SetSetting,
    SetSources,
    SetStatus,
    SetType,
    Split,
    decide,
    take_back,
)
from incidents.decisions.saying import say_action
from incidents.errors import DecisionError
from incidents.quotes import quote
from incidents.records import Actor, Count, Place, Source, Span, to_json
from incidents.soundness import faults, misquoted
from tests.incidents.decisions.deciding import NOON, OTHER_TEXT, Desk, span
from tests.making import TEXT, WAGNER, five, incident

KIDAL = Place(name="Kidal", kind="point", lat_deg=18.44, lon_deg=1.41, precision=1)


def test_an_entry_of_an_earlier_version_is_read_and_keeps_its_hash() -> None:
    """Databases hold such entries, and snapshots bring them again."""
    old = (
        b'{"id":"7cdfc276770681178585c2df","report_id":"r1","anchor":{"place":null,'
        b'"evidence":null,"cue":null,"alone":true,"nth":0},"action":{"type":"toll","killed":25},'
        b'"who":"","at":null,"why":""}'
    )
    read = msgspec.json.decode(old, type=Decision)
    assert to_json(read) == old
    assert decide("r1", read.anchor, read.action) == read


def test_an_accepted_incident_is_checked_until_it_reads_otherwise() -> None:
    """Other ids, rules and a surer reading change nothing; another toll is said to differ."""
    desk = Desk()
    desk.decide(desk.by.accept(desk["raid"]))
    review = desk.folded.review("raid")
    assert (review.status, review.checked, review.who) == ("accepted", True, "Ada")
    assert "raid" in desk.folded.accepted
    raid = desk.read[0]
    desk.read[0] = msgspec.structs.replace(raid, confidence=0.99, rules=("en.x",), id="new")
    assert desk.folded.review("new").checked
    toll = msgspec.structs.replace(raid.casualties["killed"], low=24)
    desk.read[0] = msgspec.structs.replace(raid, casualties={"killed": toll})
    review = desk.folded.review("raid")
    assert (review.status, review.checked, review.changed) == ("changed since", False, ("killed",))
    assert "raid" not in desk.folded.accepted


def test_accepting_stands_on_what_was_edited_before_and_outlives_edits_after() -> None:
    """What the analyst changes afterwards was seen; what was seen and is taken back was not."""
    desk = Desk()
    desk.decide(desk.by.made(desk["raid"], SetMeans(means="firearms")))
    assert desk.folded.review("raid").status == "edited"
    assert not desk.folded.review("raid").checked
    desk.decide(desk.by.accept(desk["raid"]))
    desk.decide(desk.by.made(desk["raid"], SetSetting(setting="market")))
    assert desk.folded.review("raid").checked
    desk.decide(take_back(desk.log[0], at=NOON))
    assert desk.folded.review("raid").changed == ("means",)


def test_a_rejected_incident_leaves_and_stays_listed() -> None:
    """With who and why; its parts stand on their own then, and accepting brings it back."""
    desk = Desk()
    desk.decide(desk.by.made(desk["strikes"], Reject(), "Told of last year."))
    assert desk.ids == ["raid", "children", "wedding", "funeral"]
    assert desk["children"].part_of is None
    (gone,) = desk.folded.rejected
    assert (gone.incident.id, gone.decision.why) == ("strikes", "Told of last year.")
    assert desk.folded.review("strikes").status == "rejected"
    desk.decide(desk.by.accept(desk["strikes"]))
    assert desk.ids == [one.id for one in five()]
    assert desk["children"].part_of == "strikes"


ARMY = Actor(name="FAMa", actor_id="x", kind="state forces", role="target", text="no",
             span=Span(0, 2))  # fmt: skip
UN = Source(name="UN", kind="un")
EDITS: list[tuple[Action, str, object]] = [
    (SetType(event_type="Riots", sub_event_type="Mob violence"), "sub_event_type", "Mob violence"),
    (SetCount(key="killed", low=7, best=9), "killed", (7, 9, None)),
    (SetCount(key="injured", low=2, best=2, high=2), "injured", (2, 2, 2)),
    (SetCount(key="killed", low=None), "killed", None),
    (SetActors(actors=(WAGNER,)), "actors", (WAGNER,)),
    (SetActors(actors=()), "actors", ()),
    (SetSources(sources=(UN,)), "sources", (UN,)),
    (SetStatus(status="denied"), "status", "denied"),
    (SetSetting(setting="market"), "setting", "market"),
    (SetSetting(setting=None), "setting", None),
    (SetMeans(means="firearms"), "means", "firearms"),
    (SetCivilians(civilian_targeting=False), "civilian_targeting", False),
    (SetNumber(count=3), "count", 3),
]  # fmt: skip


@pytest.mark.parametrize(("action", "field", "value"), EDITS)
def test_a_field_is_set_and_taken_back(action: Action, field: str, value: object) -> None:
    """It says what was decided, nothing else of the record changes, and it stays sound."""
    desk = Desk()
    desk.decide(desk.by.made(desk["raid"], action))
    raid = desk["raid"]
    if isinstance(action, SetCount):
        count = raid.casualties.get(action.key)
        assert (count and (count.low, count.best, count.high)) == value
    else:
        assert getattr(raid, field) == value
    assert faults(raid, TEXT) == []
    assert misquoted(raid, TEXT) == []
    assert desk.folded.incidents[1:] == tuple(five()[1:])
    assert say_action(action)
    desk.decide(take_back(desk.log[0], at=NOON))
    assert list(desk.folded.incidents) == five()
    assert [entry.in_force for entry in desk.folded.history["raid"]] == [False, True]


def test_marked_words_carry_the_field() -> None:
    """Their span is one of the report's text; a date, a toll, a type and an actor each."""
    desk = Desk()
    words = quote(TEXT, span("followed by another strike"))
    april = msgspec.structs.replace(read_edtf("2024-04"), basis="stated")
    for action in (
        SetDate(date=april, words=words),
        SetCount(key="injured", low=2, words=words),
        SetType(event_type="Battles", sub_event_type="Armed clash", words=words),
        SetActors(actors=(WAGNER,), words=words),
    ):
        desk.decide(desk.by.made(desk["funeral"], action))
    made = desk["funeral"]
    assert made.date is not None
    assert made.date.edtf == "2024-04"
    assert (
        made.date.span
        == made.casualties["injured"].span
        == made.spans["event_type"]
        == made.actors[0].span
        == span("followed by another strike")
    )
    assert misquoted(made, TEXT) == []


def test_a_place_by_marked_words_is_quoted_by_them() -> None:
    """Without marked words it keeps those that were read; an older entry keeps its hash."""
    desk = Desk()
    words = quote(TEXT, span("northern Mali"))
    desk.decide(desk.by.made(desk["wedding"], PutPlace(place=KIDAL, words=words)))
    place = desk["wedding"].place
    assert (place.name, place.text, place.basis) == ("Kidal", "northern Mali", "stated")
    assert (place.span, misquoted(desk["wedding"], TEXT)) == (span("northern Mali"), [])
    desk.decide(
        *desk.by.widely(desk["wedding"], PutPlace(place=msgspec.structs.replace(KIDAL, name="Gao")))
    )
    shown = [(one.id, one.place.name) for one in desk.folded.incidents if one.place.name == "Gao"]
    assert shown == [("strikes", "Gao"), ("children", "Gao"), ("wedding", "Gao")]
    assert desk["wedding"].place.span == span("northern Mali")
    assert b"words" not in to_json(PutPlace(place=KIDAL))


@pytest.mark.parametrize("asked", ["raid", "wedding", "funeral", "made"])
def test_all_at_the_same_words_are_all_that_show_them(asked: str) -> None:
    """Also those that a person gave the words, or added; and nothing waits for its words."""
    desk = Desk()
    words = quote(TEXT, span("northern Mali"))
    given = PutPlace(place=desk["strikes"].place, words=words)
    desk.decide(*(desk.by.made(desk[key], given) for key in ("wedding", "funeral")))
    desk.decide(*desk.by.add("r1", list(five()[4].evidence), ("Battles", "Armed clash")))
    (made,) = desk.folded.made
    desk.decide(desk.by.made(desk[made], given))
    chosen = desk[{"made": made, "raid": "strikes"}.get(asked, asked)]
    told = [one.id for one in desk.folded.incidents if one.place.text == chosen.place.text]
    assert len(told) == 5
    desk.decide(*desk.by.widely(chosen, PutPlace(place=KIDAL)))
    assert [one.id for one in desk.folded.incidents if one.place.name == "Kidal"] == told
    assert desk.folded.orphans == ()


def test_words_that_are_not_the_report_s_are_left_out() -> None:
    """An actor's span is kept only where the text has its words there."""
    desk = Desk()
    desk.decide(desk.by.made(desk["raid"], SetActors(actors=(ARMY,))))
    assert desk["raid"].actors[0].span is None


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (SetType(event_type="Riots", sub_event_type="Attack"), "Mob violence"),
        (SetType(event_type="Riots", sub_event_type="Brawl"), "none of ACLED’s"),
        (SetCount(key="killed", low=9, best=7), "must rise"),
        (SetCount(key="killed", low=-1), "no number of people"),
        (SetCount(key="killed", low=None, best=3), "lower bound"),
        (SetNumber(count=0), "one event at least"),
        (SetMeans(means="x" * 400), "300 are the most"),
        (SetSources(sources=(Source(name=" ", kind="un"),)), "no name"),
        (Note(text="  "), "empty"),
        (Split(parts=(Part(evidence=()),)), "2 to 100"),
        (PutPlace(place=Place(precision=9)), "precision is 9"),
    ],
)
def test_what_no_record_can_hold_is_refused(action: Action, said: str) -> None:
    """With what is wrong and what may stand there."""
    desk = Desk()
    with pytest.raises(DecisionError, match=said):
        desk.by.made(desk["raid"], action)


def test_a_missed_incident_is_added_where_its_words_stand() -> None:
    """It can be edited and rejected like any other, has the same id at every replay, and goes."""
    desk = Desk()
    words = [span("Malian forces, with Russian support")]
    clash = ("Battles", "Armed clash")
    desk.decide(*desk.by.add("r1", words, clash, [SetCount(key="killed", low=2)]))  # type: ignore[arg-type]
    (made,) = desk.folded.made
    assert desk.ids.index(made) == 0
    assert desk[made].evidence == tuple(words)
    assert desk[made].casualties["killed"].low == 2
    assert desk.folded.review(made).status == "added"
    desk.decide(desk.by.made(desk[made], SetMeans(means="firearms")))
    assert desk[made].means == "firearms"
    desk.decide(desk.by.made(desk[made], Reject()))
    assert made not in desk.ids
    desk.decide(take_back(desk.log[0], at=NOON))
    assert list(desk.folded.incidents) == five()
    assert desk.folded.orphans == ()
    desk.decide(take_back(desk.log[-1], at=NOON))
    assert [one.incident.means for one in desk.folded.rejected] == ["firearms"]


def test_adding_needs_words() -> None:
    """Of the report, and not only space."""
    desk = Desk()
    for words in ([], [span(" ")]):
        with pytest.raises(DecisionError, match="Mark the words"):
            desk.by.add("r1", words, ("Battles", "Armed clash"))


def test_an_incident_is_split_and_nobody_is_counted_twice() -> None:
    """Each part has its sentences and what is different of it; a figure goes with its words."""
    desk = Desk()
    both = (span("at least 13 civilians"), span("One strike killed seven children"))
    desk.read[1] = msgspec.structs.replace(
        desk.read[1],
        evidence=both,
        casualties={**desk.read[1].casualties,
                    "killed_children": Count(low=7, best=7, high=7, text="seven",
                                             span=span("seven"))},
    )  # fmt: skip
    parts = tuple(
        Part(evidence=(quote(TEXT, words),), edits=(SetSetting(setting=setting),))
        for words, setting in zip(both, ("camp", "school"), strict=True)
    )
    desk.decide(desk.by.made(desk["strikes"], Split(parts=parts)))
    first, second = desk.ids[1:3]
    assert [desk[one].setting for one in (first, second)] == ["camp", "school"]
    assert [list(desk[one].casualties) for one in (first, second)] == [
        ["killed"],
        ["killed_children"],
    ]
    assert [desk[one].count for one in (first, second)] == [1, 1]
    assert desk["children"].part_of == first
    desk.decide(desk.by.made(desk[second], Reject()))
    assert second not in desk.ids
    desk.decide(take_back(desk.log[0], at=NOON))
    assert desk.ids == [one.id for one in five()]
    assert desk.folded.orphans == ()


def apart_and_other() -> Desk:
    """Return a desk with an incident of another report beside the five."""
    words = "une frappe de drone a fait 16 morts"
    toll = Count(low=16, best=16, high=20, text="16 morts", span=span("16 morts", OTHER_TEXT))
    other = incident("drone", report_id="r2", casualties={"killed": toll, "injured": toll},
                     sources=(Source(name="Radio", kind="media", text="Le",
                                     span=span("Le", OTHER_TEXT)),),
                     evidence=(span(words, OTHER_TEXT),))  # fmt: skip
    return Desk([*five(), other])


def test_incidents_of_two_reports_become_one_event() -> None:
    """Low is the least, high the greatest, best the first one's; every word stays in its report."""
    desk = apart_and_other()
    desk.decide(desk.by.together(desk["strikes"], [desk["drone"]], same=True))
    assert desk.ids == [one.id for one in five()]
    event = desk["strikes"]
    killed, injured = event.casualties["killed"], event.casualties["injured"]
    assert (killed.low, killed.best, killed.high) == (13, 13, None)
    assert (injured.low, injured.best, injured.high) == (16, 16, 20)
    assert [source.name for source in event.sources] == ["Amnesty International", "Radio"]
    assert faults(event, TEXT) == []
    assert misquoted(event, TEXT) == []
    assert [one.id for one in desk.folded.joined["strikes"]] == ["drone"]
    assert list(desk.folded.versions) == [*five()[:2], desk.read[-1], *five()[2:]]
    assert desk.folded.own["strikes"] == five()[1]
    assert desk.folded.review("strikes").status == "edited"
    desk.decide(desk.by.accept(desk["strikes"]))
    assert desk.folded.review("strikes").checked
    desk.decide(desk.by.made(desk["strikes"], SetCount(key="killed", low=16, best=16, high=16)))
    assert desk["strikes"].casualties["killed"].high == 16
    for one in desk.log[::-1]:
        desk.decide(take_back(one, at=NOON))
    assert list(desk.folded.incidents) == desk.read


def test_joining_is_told_apart_again() -> None:
    """Taking apart brings all back, marks the pair, and the last word counts."""
    desk = apart_and_other()
    desk.decide(desk.by.together(desk["wedding"], [desk["funeral"], desk["drone"]], same=True))
    assert "funeral" not in desk.ids
    desk.decide(desk.by.together(desk["wedding"], [desk["drone"]], same=False))
    assert [one.id for one in desk.folded.joined["wedding"]] == ["funeral"]
    assert desk.folded.apart == {frozenset({"wedding", "drone"})}
    desk.decide(desk.by.together(desk["drone"], [desk["wedding"]], same=True))
    assert [one.id for one in desk.folded.joined["drone"]] == ["wedding", "funeral"]
    assert desk.folded.apart == frozenset()


def test_joining_waits_for_a_report_that_is_not_here() -> None:
    """It is no lost decision; what is read no more in a report that is here is one."""
    desk = apart_and_other()
    desk.decide(desk.by.together(desk["strikes"], [desk["drone"]], same=True))
    gone = desk.read.pop()
    assert [one.decision for one in desk.folded.orphans] == desk.log
    del desk.texts["r2"]
    assert not desk.folded.orphans
    assert list(desk.folded.incidents) == five()
    desk.texts["r2"] = OTHER_TEXT
    desk.read.append(gone)
    assert list(desk.folded.joined) == ["strikes"]


def test_a_double_in_one_report_keeps_both_claims() -> None:
    """What each said stands in the event's claims, with its words in the text."""
    desk = Desk()
    desk.decide(desk.by.together(desk["wedding"], [desk["raid"]], same=True))
    event = desk["wedding"]
    assert [claim.casualties["killed"].low for claim in event.claims] == [3, 25]
    assert (event.casualties["killed"].low, event.casualties["killed"].best) == (3, 25)
    assert event.evidence == tuple(sorted({*five()[0].evidence, *five()[3].evidence}))
    assert misquoted(event, TEXT) == []


def test_a_whole_is_set_and_never_a_part_of_itself() -> None:
    """By the words of the whole; a ring is refused and listed."""
    desk = Desk()
    desk.decide(desk.by.whole(desk["funeral"], desk["wedding"]))
    assert desk["funeral"].part_of == "wedding"
    desk.decide(desk.by.whole(desk["wedding"], desk["funeral"]))
    assert desk["wedding"].part_of is None
    assert [one.why for one in desk.folded.orphans] == ["It would be a part of itself."]
    desk.decide(desk.by.whole(desk["children"], None))
    assert desk["children"].part_of is None


def test_a_part_joined_into_its_whole_is_no_part_of_itself() -> None:
    """And a part of what was joined is a part of the event that shows."""
    desk = Desk()
    desk.decide(desk.by.together(desk["children"], [desk["strikes"]], same=True))
    assert desk["children"].part_of is None
    desk = Desk()
    desk.decide(desk.by.together(desk["wedding"], [desk["strikes"]], same=True))
    assert desk["children"].part_of == "wedding"


def test_a_note_changes_nothing_and_is_kept() -> None:
    """It stands in the history with who wrote it."""
    desk = Desk()
    desk.decide(desk.by.made(desk["raid"], Note(text="Ask HRW for the name of the village.")))
    assert list(desk.folded.incidents) == five()
    (entry,) = desk.folded.history["raid"]
    assert (say_action(entry.decision.action)[:9], entry.decision.who) == ("Note: Ask", "Ada")
    assert desk.folded.reviews == {}


def test_a_decision_on_all_of_the_same_words_reaches_parts_too() -> None:
    """Also those of an incident that was split."""
    desk = Desk()
    parts = (Part(evidence=()), Part(evidence=()))
    desk.decide(desk.by.made(desk["strikes"], Split(parts=parts)))
    desk.decide(*desk.by.widely(desk["children"], PutPlace(place=KIDAL)))
    assert [one.place.name for one in desk.folded.incidents][1:4] == ["Kidal"] * 3


def test_anchors_of_what_a_person_made_are_not_read_in_a_reading() -> None:
    """An added incident's decisions never fall on one that was read at the same words."""
    desk = Desk()
    desk.decide(*desk.by.add("r1", list(five()[4].evidence), ("Battles", "Armed clash")))
    (made,) = desk.folded.made
    anchor = desk.by.anchor(desk[made])
    assert isinstance(anchor, Anchor)
    assert anchor.made == made
    desk.decide(desk.by.made(desk["funeral"], SetMeans(means="fire")))
    assert (desk["funeral"].means, desk[made].means) == ("fire", None)
