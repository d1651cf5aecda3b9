"""Joining and taking apart: what an event says, of whatever it was made and comes apart into."""

import pytest

from incidents.decisions import Decision, Part, Reject, SetCount, Split
from incidents.records import Incident
from tests.incidents.decisions.deciding import OTHER_TEXT, Desk, span
from tests.making import TEXT, count, five, incident


def three_reports() -> Desk:
    """Return a desk with a strike in each of three reports, with 16, 18 and 30 dead."""
    read = [
        incident(name, report_id=report, casualties={"killed": count(low, low, low)})
        for name, report, low in (("a", "r1", 16), ("b", "r2", 18), ("c", "r3", 30))
    ]
    return Desk(read, {"r1": TEXT, "r2": TEXT, "r3": TEXT})


def killed(desk: Desk, incident_id: str) -> tuple[int, int | None]:
    """Return the least and the most that an event says."""
    toll = desk[incident_id].casualties["killed"]
    return toll.low, toll.high


def apart(desk: Desk) -> Decision:
    return desk.by.together(desk["a"], [desk["c"]], same=False)


def rejected(desk: Desk) -> Decision:
    return desk.by.made(desk["c"], Reject())


@pytest.mark.parametrize("leave", [apart, rejected])
def test_what_joined_later_and_left_leaves_what_was_set_before(leave: object) -> None:
    """The toll that an analyst gave the event of two is its toll again."""
    desk = three_reports()
    desk.decide(desk.by.together(desk["a"], [desk["b"]], same=True))
    desk.decide(desk.by.made(desk["a"], SetCount(key="killed", low=22, best=22, high=22)))
    before = desk.folded.incidents
    assert killed(desk, "a") == (22, 22)
    desk.decide(desk.by.together(desk["a"], [desk["c"]], same=True))
    assert killed(desk, "a") == (18, 30)
    desk.decide(leave(desk))  # type: ignore[operator]
    assert desk["a"] == before[0]


def test_a_removed_report_s_version_leaves_what_was_set_before() -> None:
    """As one that was taken apart does."""
    desk = three_reports()
    desk.decide(desk.by.together(desk["a"], [desk["b"]], same=True))
    desk.decide(desk.by.made(desk["a"], SetCount(key="killed", low=22, best=22, high=22)))
    desk.decide(desk.by.together(desk["a"], [desk["c"]], same=True))
    del desk.read[2], desk.texts["r3"]
    assert killed(desk, "a") == (22, 22)


def test_each_report_s_version_keeps_its_whole() -> None:
    """Whoever counts by report must not add up a part and its whole."""
    desk = Desk()
    desk.decide(desk.by.whole(desk["wedding"], desk["raid"]))
    versions = {one.id: one for one in desk.folded.versions}
    assert versions["wedding"].part_of == "raid"
    assert list(versions.values()) == list(desk.folded.incidents)


def test_a_version_of_an_event_is_a_part_of_what_its_own_report_tells() -> None:
    """The event may be another's part; counted by report, each has its own whole."""
    desk = Desk([*five(), incident("drone", report_id="r2", evidence=(span("Le", OTHER_TEXT),))])
    desk.decide(desk.by.together(desk["drone"], [desk["strikes"]], same=True))
    assert desk["children"].part_of == "drone"
    assert {one.id: one.part_of for one in desk.folded.versions}["children"] == "strikes"


def test_the_parts_of_one_that_was_split_are_parts_of_its_whole() -> None:
    """By the analyst's word on it, which may also be that it stands alone."""
    desk = Desk()
    desk.decide(desk.by.whole(desk["strikes"], desk["raid"]))
    desk.decide(desk.by.made(desk["strikes"], Split(parts=(Part(evidence=()),) * 2)))
    assert [one.part_of for one in desk.folded.incidents[1:3]] == ["raid", "raid"]
    desk = Desk()
    desk.decide(desk.by.whole(desk["children"], None))
    desk.decide(desk.by.made(desk["children"], Split(parts=(Part(evidence=()),) * 2)))
    assert [one.part_of for one in desk.folded.incidents[2:4]] == [None, None]


@pytest.mark.parametrize(("head", "other"), [("children", "drone"), ("drone", "children")])
def test_a_joined_part_stays_a_part_whichever_shows(head: str, other: str) -> None:
    """Its dead are counted in the whole already, also where the other report has no whole."""
    desk = Desk([*five(), incident("drone", report_id="r2", evidence=(span("Le", OTHER_TEXT),))])
    desk.decide(desk.by.together(desk[head], [desk[other]], same=True))
    assert desk[head].part_of == "strikes"
    desk.decide(desk.by.whole(desk[head], None))
    assert desk[head].part_of is None


def test_two_events_are_never_parts_of_each_other() -> None:
    """Where one report tells it one way and the other the other way, one alone holds."""
    texts = {"r1": TEXT, "r2": OTHER_TEXT}
    words = [(span(word, OTHER_TEXT),) for word in ("une frappe", "16 morts")]
    read: list[Incident] = [
        *five(),
        incident("frappe", report_id="r2", evidence=words[0]),
        incident("morts", report_id="r2", evidence=words[1]),
    ]
    read[5] = incident("frappe", report_id="r2", evidence=words[0], part_of="morts")
    desk = Desk(read, texts)
    desk.decide(desk.by.together(desk["strikes"], [desk["frappe"]], same=True))
    desk.decide(desk.by.together(desk["children"], [desk["morts"]], same=True))
    assert (desk["strikes"].part_of, desk["children"].part_of) == (None, "strikes")


@pytest.mark.parametrize("gone", ["a", "b", "c"])
def test_the_others_stay_one_event_while_a_report_is_not_here(gone: str) -> None:
    """Whichever was removed; once it is back all is as it was."""
    desk = three_reports()
    desk.decide(desk.by.together(desk["a"], [desk["b"], desk["c"]], same=True))
    before, read, texts = desk.folded, list(desk.read), dict(desk.texts)
    desk.read = [one for one in read if one.id != gone]
    desk.texts = {one.report_id: TEXT for one in desk.read}
    assert len(desk.ids) == 1
    assert not desk.folded.orphans
    desk.read, desk.texts = read, texts
    assert desk.folded == before


def test_two_that_were_joined_by_way_of_one_that_is_not_here_stay_joined() -> None:
    """And what was taken apart from it makes no pair that nothing shows."""
    desk = three_reports()
    desk.decide(desk.by.together(desk["a"], [desk["b"]], same=True))
    desk.decide(desk.by.together(desk["c"], [desk["a"]], same=True))
    desk.read = desk.read[1:]
    del desk.texts["r1"]
    assert desk.ids == ["c"]
    desk = three_reports()
    desk.decide(desk.by.together(desk["a"], [desk["b"]], same=False))
    desk.read = desk.read[1:]
    del desk.texts["r1"]
    assert desk.folded.apart == frozenset()
