"""What a new reading would change, said before it is taken."""

import msgspec

from incidents.decisions import SetMeans
from incidents.decisions.rereading import compare
from incidents.records import Incident
from tests.incidents.decisions.deciding import Desk
from tests.making import TEXT, count, five, incident, quote


def newly() -> list[Incident]:
    """Return the five as another engine reads them: one gone, one otherwise, one more."""
    read = [msgspec.structs.replace(one, id=f"new {one.id}") for one in five()]
    read[0] = msgspec.structs.replace(read[0], casualties={"killed": count(24, 24, 24)})
    del read[4]
    more = incident("new one", sub_event_type="Grenade", evidence=(quote("Malian forces"),))
    return [*read, more]


def test_new_gone_and_changed_incidents_are_told_apart() -> None:
    """By their words, whatever their ids; a surer reading of the same is no change."""
    found = compare("r1", TEXT, five(), newly(), [])
    assert [one.id for one in found.new] == ["new one"]
    assert [one.id for one in found.gone] == ["funeral"]
    assert [(one.before.id, one.facts) for one in found.changed] == [("raid", ("killed",))]
    assert (found.touched, found.lost) == ((), ())
    assert not compare("r1", TEXT, five(), five(), [])


def test_the_decisions_that_it_touches_are_named() -> None:
    """Those that go on holding, and those whose words would be found no more."""
    desk = Desk()
    for name in ("raid", "funeral", "wedding"):
        desk.decide(desk.by.made(desk[name], SetMeans(means="fire")))
    found = compare("r1", TEXT, five(), newly(), desk.log)
    assert list(found.touched) == desk.log[:2]
    assert [one.decision for one in found.lost] == [desk.log[1]]
    assert "No incident is read any more" in found.lost[0].why
