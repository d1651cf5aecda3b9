"""Tolls that add up to another toll are its parts, and are not counted twice."""

from dataclasses import replace

import pytest

from incidents.linking.cluster import Cluster
from incidents.linking.relation import Relation
from incidents.linking.wholes import link_parts
from tests.incidents.building import cluster, count, cue, date, noun, place, story, told, within

NORD = place("Nord", hint="region")


def part(index: int, killed: int, name: str = "", day: int = 3, frame: str = "attack") -> Cluster:
    """Make an incident of one village."""
    where = place(name or f"Village{chr(64 + index)}")
    account = told(index, cue(frame), killed=killed, where=where, when=date(day))
    return cluster(account, number=index)


def whole(index: int, killed: int, first: int = 3, last: int = 0, **fields: object) -> Cluster:
    """Make an incident of a region."""
    total = count(killed, **fields)
    account = told(index, killed=total, where=NORD, when=date(first, last))
    return cluster(account, number=index)


def parts_of(*clusters: Cluster) -> list[tuple[int, int]]:
    """Link the parts; give each part's number with its whole's."""
    report = story(*clusters)
    link_parts(report)
    return [(one.number, one.parent) for one in report.clusters if one.parent is not None]


def test_two_tolls_that_add_up_are_parts() -> None:
    """91 in the region, 64 and 27 in two of its villages."""
    assert parts_of(whole(0, 91), part(1, 64), part(2, 27)) == [(1, 0), (2, 0)]


def test_the_whole_may_come_last() -> None:
    """The sum stands below what it sums up."""
    assert parts_of(part(1, 64), part(2, 27), whole(3, 91)) == [(1, 3), (2, 3)]


def test_what_is_left_over_is_no_part() -> None:
    """Of three, the two that add up."""
    assert parts_of(whole(0, 91), part(1, 64), part(2, 13), part(3, 27)) == [(1, 0), (3, 0)]


@pytest.mark.parametrize("tolls", [(60, 27), (91, 27), (64,), ()])
def test_what_does_not_add_up_is_no_part(tolls: tuple[int, ...]) -> None:
    """A sum that is not exact makes no parts, nor does one part alone."""
    assert parts_of(whole(0, 91), *(part(n + 1, toll) for n, toll in enumerate(tolls))) == []


def test_small_tolls_add_up_by_chance() -> None:
    """Two and two are four, and say nothing."""
    assert parts_of(whole(0, 4), part(1, 2), part(2, 2)) == []


def test_another_day_is_no_part() -> None:
    """A part lies within the days of its whole."""
    assert parts_of(whole(0, 91), part(1, 64), part(2, 27, day=9)) == []


def test_another_realm_is_no_part() -> None:
    """Those who died in a protest are not an attack's."""
    assert parts_of(whole(0, 91), part(1, 64), part(2, 27, frame="protest")) == []


def test_a_part_has_one_whole() -> None:
    """What is counted already is no part of another sum."""
    first, second = part(1, 64), part(2, 27)
    first, _ = within(first, cluster(told(9), number=9))
    assert parts_of(whole(0, 91), first, second) == [(1, 9)]


def test_the_link_says_so() -> None:
    """Each part has a link of its own."""
    report = story(whole(0, 91), part(1, 64), part(2, 27))
    link_parts(report)
    assert [(one.relation, one.incident) for one in report.links] == [
        (Relation.PART, 1),
        (Relation.PART, 2),
    ]


def test_a_total_of_many_days_takes_what_fits_into_it() -> None:
    """Of "37 in all across the region", what is told below is a part."""
    account = told(0, noun("death"), killed=37, where=NORD, when=date(1, 6), marks=["total"])
    clusters = [cluster(account, number=0), part(1, 20), part(2, 15, day=4)]
    assert parts_of(*clusters) == [(1, 0), (2, 0)]


def test_a_total_that_is_smaller_takes_nothing() -> None:
    """Tolls that exceed it are no parts."""
    account = told(0, noun("death"), killed=37, where=NORD, when=date(1, 6), marks=["total"])
    assert parts_of(cluster(account, number=0), part(1, 40), part(2, 15)) == []


def test_a_figure_told_before_counts_too() -> None:
    """The parts of a toll that was updated since are still its parts."""
    sum_ = replace(whole(0, 91), tolls={"killed": count(95)})
    assert parts_of(sum_, part(1, 64), part(2, 27)) == [(1, 0), (2, 0)]
