"""A heading's incident is the one told below it, or none at all."""

import pytest

from incidents.blocks import BlockKind
from incidents.linking.announced import BELOW, join_announcements
from incidents.linking.cluster import Cluster
from incidents.linking.relation import Relation
from incidents.linking.story import Story
from tests.incidents.building import (
    WIDTH,
    Page,
    cluster,
    cue,
    date,
    noun,
    place,
    story,
    told,
    within,
)

DOLA, KOBI = place("Dola"), place("Kobi")
LINE = "x" * (WIDTH - 1)


def report(*clusters: Cluster, headings: tuple[int, ...] = (0,), lines: int = 12) -> Story:
    """Make a report of lines, of which some are headings."""
    kinds: list[BlockKind] = ["heading" if n in headings else "paragraph" for n in range(lines)]
    return story(*clusters, page=Page(*[LINE] * lines, kinds=kinds))


def numbers(made: Story, body: int = 0) -> list[int]:
    """Join what is announced; give the numbers of the incidents that are left."""
    join_announcements(made, body)
    return [one.number for one in made.clusters]


def head(index: int = 0, killed: int | None = 7) -> Cluster:
    """Make a heading's incident: nobody says where or when."""
    return cluster(told(index, noun("attack"), killed=killed, kind="heading"), number=index)


def below(index: int, killed: int = 7, day: int = 3) -> Cluster:
    """Make an incident that a paragraph tells."""
    return cluster(told(index, killed=killed, where=DOLA, when=date(day)), number=index)


def test_the_title_is_what_the_lead_tells() -> None:
    """They are one incident, and it is the lead's."""
    made = report(head(), below(1))
    assert numbers(made) == [1]
    assert len(made.begun[1].accounts) == 2


def test_it_says_that_a_heading_announced_it() -> None:
    """The link names the heading first, and the evidence after it."""
    made = report(head(), below(1))
    join_announcements(made, 0)
    assert made.links[0].relation is Relation.RETOLD
    assert made.links[0].evidence[0].says == "announced by a heading"


def test_a_heading_goes_to_what_it_fits_best() -> None:
    """Of two incidents below, the one with its toll."""
    first, second = below(1, killed=30), below(2, killed=7, day=4)
    made = report(head(), first, second)
    assert numbers(made) == [1, 2]
    assert [len(one.accounts) for one in made.clusters] == [1, 2]


def test_a_title_may_be_told_far_below() -> None:
    """A title announces what any section tells."""
    told_late = below(9)
    assert numbers(report(head(), told_late, headings=(0, 4))) == [9]


def test_a_sections_heading_announces_its_own() -> None:
    """What another section tells is not what this heading announces."""
    made = report(head(4), below(9), headings=(4, 7))
    assert numbers(made) == [4, 9]


def test_a_section_holds_what_stands_before_the_next_heading() -> None:
    """A section's own incident is its heading's."""
    assert numbers(report(head(4), below(5), headings=(4, 7))) == [5]


def test_what_fits_nothing_stays() -> None:
    """A heading whose event nobody tells below is an incident of its own."""
    lone = cluster(told(0, cue("agreement"), when=date(1), kind="heading"), number=0)
    assert numbers(report(lone, below(1))) == [0, 1]


def test_a_heading_without_anything_below_stays() -> None:
    """A report of a title alone has its incident."""
    assert numbers(report(head())) == [0]


def test_what_is_announced_in_general_is_left_out() -> None:
    """A section's heading that may be any of those below counts nothing of its own."""
    raids = told(4, noun("attack", "bare", plural=True), kind="heading")
    made = report(cluster(raids, number=0), below(6), below(8, killed=9, day=5), headings=(4,))
    assert numbers(made) == [6, 8]
    assert [one.relation for one in made.links] == [Relation.GENERAL]


def test_a_paragraph_announces_nothing() -> None:
    """Only headings and a summary's bullets are looked at."""
    assert numbers(report(below(0), below(1))) == [0, 1]


def test_a_summarys_bullet_announces_what_is_told_below() -> None:
    """Above the body a bullet is a heading's like."""
    bullet = cluster(told(1, noun("attack"), killed=7, kind="bullet"), number=1)
    assert numbers(report(bullet, below(4)), body=3) == [4]


def test_what_a_paragraph_tells_too_is_no_announcement() -> None:
    """An incident that heading and paragraph tell stays where it is."""
    both = head().telling(told(1, noun("attack", "the")))
    assert numbers(report(both, below(2, killed=30))) == [0, 2]


def test_a_sum_with_parts_is_no_announcement() -> None:
    """What counts others already is not given to one of them."""
    part, whole = within(below(1), head(killed=14))
    assert numbers(report(whole, part)) == [0, 1]


@pytest.mark.parametrize(("between", "left"), [(BELOW - 1, False), (BELOW, True)])
def test_only_a_few_below_are_weighed(between: int, *, left: bool) -> None:
    """An incident beyond those below is not looked at."""
    others = [below(n, killed=30 + 20 * n, day=n) for n in range(1, between + 1)]
    last = below(between + 1)
    made = report(head(), *others, last, lines=20)
    join_announcements(made, 0)
    assert (len(made.clusters[-1].accounts) == 1) is left
