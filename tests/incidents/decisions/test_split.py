"""What was decided around a split is in force, or listed with its reason: never neither."""

import msgspec

from incidents.decisions import Part, Reject, SetCount, SetMeans, Split, take_back
from tests.incidents.decisions.deciding import NOON, Desk
from tests.making import five

TWO = Split(parts=(Part(evidence=()),) * 2)


def test_what_is_decided_on_one_that_was_split_is_listed() -> None:
    """It changes nothing that shows; without the split it holds."""
    desk = Desk([*five()])
    split = desk.by.made(desk["strikes"], TWO)
    late = [
        desk.by.made(desk["strikes"], SetCount(key="killed", low=30)),
        desk.by.made(desk["strikes"], Reject()),
        desk.by.together(desk["strikes"], [desk["raid"]], same=True),
        desk.by.made(desk["strikes"], Split(parts=(Part(evidence=()),) * 3)),
    ]
    desk.decide(split, *late)
    assert [one.decision for one in desk.folded.orphans] == late
    assert {one.why for one in desk.folded.orphans} == {"The incident was split meanwhile."}
    assert len(desk.ids) == 6
    desk.decide(take_back(split, at=NOON))
    assert not desk.folded.orphans


def test_what_was_decided_on_parts_is_listed_once_the_whole_is_read_no_more() -> None:
    """All of it, through a part that was split again; while the split is undone it waits."""
    desk = Desk()
    desk.decide(desk.by.made(desk["strikes"], TWO))
    first, second = desk.ids[1:3]
    desk.decide(desk.by.accept(desk[first]), desk.by.made(desk[second], TWO))
    desk.decide(desk.by.made(desk[desk.ids[2]], SetMeans(means="fire")))
    read = desk.read
    desk.read = [msgspec.structs.replace(one, part_of=None) for one in read if one.id != "strikes"]
    assert [one.decision for one in desk.folded.orphans] == desk.log
    desk.read = read
    assert not desk.folded.orphans
    desk.decide(take_back(desk.log[0], at=NOON))
    assert not desk.folded.orphans


def test_what_was_decided_on_an_added_one_is_listed_once_its_words_are_gone() -> None:
    """With the adding itself."""
    desk = Desk()
    desk.decide(*desk.by.add("r1", list(five()[4].evidence), ("Battles", "Armed clash")))
    (made,) = desk.folded.made
    desk.decide(desk.by.made(desk[made], SetMeans(means="fire")))
    desk.read, desk.texts = [], {"r1": "Another text."}
    assert [one.decision for one in desk.folded.orphans] == desk.log
