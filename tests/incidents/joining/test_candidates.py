"""Which incidents of two reports are proposed as one event, and which never."""

from typing import Any

import pytest

from incidents.decisions import Folded
from incidents.joining.candidates import candidates, kept_apart
from incidents.records import Place
from tests.incidents.joining.versions import (
    ARMY,
    DJENNE,
    GUNMEN,
    MOPTI,
    NORTH,
    SOMEWHERE,
    day,
    figure,
    version,
)

VILLAGE = Place(text="the village of Kobiri", country="ML")
VILLAGE_SPELLED = Place(text="Kobirri", country="ML")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({"killed": figure(13, 13)}, {"killed": 15}, id="a toll that rose"),
        pytest.param({"killed": 14, "place": MOPTI}, {"killed": 14}, id="only a region"),
        pytest.param(
            {"killed": figure(13, 13), "place": MOPTI}, {"killed": 15}, id="region and bound"
        ),
        pytest.param({"killed": 6, "actors": (GUNMEN,)}, {"killed": 6}, id="gunmen, and a group"),
        pytest.param({}, {"killed": 6}, id="one without a toll"),
        pytest.param(
            {"killed": 9, "date": day("2024-06-02/2024-06-03")}, {"killed": 9}, id="a night"
        ),
        pytest.param({"killed": 12, "date": day("2024-06")}, {"killed": 12}, id="only a month"),
        pytest.param(
            {"killed": 12},
            {"killed": 12, "event_type": "Battles", "sub_event_type": "Armed clash"},
            id="an attack, and a clash",
        ),
        pytest.param(
            {"killed": 8, "place": VILLAGE},
            {"killed": 8, "place": VILLAGE_SPELLED},
            id="a village that no map knows, in two spellings",
        ),
    ],
)
def test_one_event_told_twice_is_proposed(first: dict[str, Any], second: dict[str, Any]) -> None:
    """What two reports tell of one event in other words is proposed."""
    found = candidates([version("r1", **first), version("r2", **second)])
    assert [(one.first, one.second) for one in found] == [("of-r1", "of-r2")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({"killed": 6}, {"killed": 7, "date": day("2024-06-04")}, id="the next day"),
        pytest.param({"killed": 12}, {"killed": 12, "date": day("2024-06-20")}, id="weeks later"),
        pytest.param({"killed": 12}, {"killed": 12, "date": day("2023-06-03")}, id="a year before"),
        pytest.param({"killed": 12}, {"killed": 12, "place": DJENNE}, id="another town"),
        pytest.param(
            {"killed": 214, "date": day("2024-06"), "place": MOPTI}, {"killed": 14}, id="a sum"
        ),
        pytest.param({"killed": 30, "date": day("2024-06")}, {"killed": 8}, id="a town's sum"),
        pytest.param(
            {"killed": 4},
            {"event_type": "Protests", "sub_event_type": "Peaceful protest"},
            id="a protest",
        ),
        pytest.param({"killed": 4}, {"killed": 15, "actors": (ARMY,)}, id="the other side's"),
        pytest.param(
            {"killed": 3, "place": MOPTI, "sub_event_type": "Attack"},
            {"killed": 24, "event_type": "Battles", "sub_event_type": "Armed clash"},
            id="a region, and a figure far away",
        ),
        pytest.param({"date": None}, {}, id="no date"),
        pytest.param({"place": SOMEWHERE}, {"actors": (GUNMEN,)}, id="no place, nothing shared"),
    ],
)
def test_two_events_alike_are_not_proposed(first: dict[str, Any], second: dict[str, Any]) -> None:
    """What looks alike and contradicts in day, place, kind, side or figure is not proposed."""
    assert not candidates([version("r1", **first), version("r2", **second)])


def test_one_report_alone_is_not_proposed_to_itself() -> None:
    """Two incidents of one report are its reader's matter."""
    assert not candidates([version("r1", "a", killed=9), version("r1", "b", killed=9)])


def test_of_two_alike_in_one_report_the_likelier_is_proposed() -> None:
    """A report tells an event once: its next day's attack is not proposed besides."""
    told = version("r1", "told", killed=figure(9, 9))
    same = version("r2", "same", killed=9)
    other = version("r2", "other", killed=figure(3, 3), actors=(GUNMEN,))
    found = candidates([told, other, same])
    assert [(one.first, one.second) for one in found] == [("told", "same")]


def test_what_was_said_not_to_be_the_same_is_not_proposed() -> None:
    """An analyst's no holds, in whichever order the two are given."""
    pair = [version("r1", killed=9), version("r2", killed=9)]
    assert candidates(pair)
    assert not candidates(pair, distinct=[("of-r2", "of-r1")])


def test_a_vague_area_holds_what_it_reaches_into() -> None:
    """The north is no contradiction to a town of a region that it covers, and is to others."""
    vague = version("r1", killed=14, place=NORTH)
    town = version("r2", killed=14)
    inside = {"vague:northern-mali": ("ML/Mopti", "ML/Gao")}
    assert candidates([vague, town], covered=inside)
    assert not candidates([vague, town], covered={"vague:northern-mali": ("ML/Gao",)})


def test_proposals_are_the_same_each_time_and_the_likeliest_come_first() -> None:
    """The same incidents give the same list, by points and then by order."""
    told = [version(f"r{n}", killed=9 if n % 2 else figure(7, 7)) for n in range(6)]
    found = candidates(told)
    assert found == candidates(told)
    assert [one.points for one in found] == sorted((one.points for one in found), reverse=True)
    assert len(found) == 15


def test_each_reason_is_said_once() -> None:
    """What speaks for a proposal adds up to its points."""
    (one,) = candidates([version("r1", killed=9), version("r2", killed=9)])
    assert sum(reason.points for reason in one.reasons) == one.points
    assert "the same place" in [reason.says for reason in one.reasons]


def test_what_was_kept_apart_holds_for_the_events_that_show_it() -> None:
    """One of the two was joined into another event since."""
    folded = Folded(
        joined={"head": (version("r2", "other"),)}, apart=frozenset({frozenset({"other", "third"})})
    )
    assert list(kept_apart(folded)) == [("head", "third")]
