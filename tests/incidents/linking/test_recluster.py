"""Incidents that retell one another: the best pair first, within a window, never against a day."""

import pytest

from incidents.blocks import BlockKind
from incidents.linking.cluster import Cluster
from incidents.linking.recluster import HEAD, WINDOW, body_begins, join_retellings
from incidents.linking.relation import Relation
from tests.incidents.building import Page, cluster, date, noun, place, story, told

DOLA, KOBI = place("Dola"), place("Kobi")


def other(index: int) -> Cluster:
    """Make an incident that is nothing else's: a village of its own."""
    where = place(f"Village{chr(65 + index)}")
    return cluster(told(index, killed=index + 20, where=where, when=date(index)), number=index)


def joined(*clusters: Cluster) -> list[Cluster]:
    """Join retellings; give the incidents that are left."""
    report = story(*clusters)
    join_retellings(report)
    return report.clusters


def left(*clusters: Cluster) -> list[int]:
    """Join retellings; give the numbers of the incidents that are left."""
    return [one.number for one in joined(*clusters)]


def test_a_retelling_is_no_incident() -> None:
    """The same toll in the same place on the same day is one event."""
    first = cluster(told(0, killed=12, where=DOLA, when=date(3)), number=0)
    again = cluster(told(5, killed=12, where=DOLA, when=date(3)), number=1)
    assert left(first, again) == [0]


def test_a_retelling_adds_no_dead() -> None:
    """The toll stays what it was, and both accounts stand in the one incident."""
    first = cluster(told(0, killed=12, where=DOLA, when=date(3)), number=0)
    (first,) = joined(first, cluster(told(5, killed=12), number=1))
    assert first.tolls["killed"].best == 12
    assert [account.event.sentence.index for account in first.accounts] == [0, 5]


def test_the_link_tells_the_evidence() -> None:
    """What was joined is told again, and says why."""
    report = story(
        cluster(told(0, killed=12, where=DOLA, when=date(3)), number=0),
        cluster(told(5, killed=12, where=DOLA), number=1),
    )
    join_retellings(report)
    (link,) = report.links
    assert (link.relation, link.incident) == (Relation.RETOLD, 0)
    assert "the same toll of many +3" in link.why


def test_another_day_stays_another_incident() -> None:
    """An equal toll does not outweigh a contradiction."""
    first = cluster(told(0, killed=12, where=DOLA, when=date(3)), number=0)
    assert left(first, cluster(told(5, killed=12, where=DOLA, when=date(7)), number=1)) == [0, 1]


def test_little_evidence_joins_nothing() -> None:
    """Two incidents of which nothing agrees stay two."""
    first, second = told(2, killed=12, where=DOLA), told(9, killed=40, where=DOLA)
    assert left(cluster(first, number=0), cluster(second, number=1)) == [0, 1]


def test_the_best_pair_comes_first() -> None:
    """What fits two incidents goes to the one that it fits best."""
    near = cluster(told(2, killed=14, where=DOLA, when=date(3)), number=0)
    best = cluster(told(3, killed=12, where=DOLA, when=date(4)), number=1)
    again = cluster(told(9, noun("attack", "the"), killed=12, where=DOLA), number=2)
    assert [len(one.accounts) for one in joined(near, best, again)] == [1, 2]


def test_what_is_joined_is_weighed_anew() -> None:
    """A retelling that took up a day keeps out what is told for another day."""
    first = cluster(told(2, killed=12, where=DOLA), number=0)
    dated = cluster(told(3, killed=12, where=DOLA, when=date(3)), number=1)
    late = cluster(told(9, killed=12, where=DOLA, when=date(8)), number=2)
    assert left(first, dated, late) == [0, 2]


def test_three_tellings_are_one_incident() -> None:
    """Joining goes on until no pair agrees."""
    tellings = [told(n, killed=12, where=DOLA, when=date(3)) for n in (0, 4, 8)]
    assert left(*(cluster(one, number=n) for n, one in enumerate(tellings))) == [0]


@pytest.mark.parametrize(("between", "joined"), [(WINDOW - 1, True), (WINDOW, False)])
def test_retellings_are_looked_for_in_a_window(between: int, *, joined: bool) -> None:
    """An incident far above, which is none of the report's first, is not weighed."""
    head = [other(index) for index in range(HEAD)]
    first = cluster(told(HEAD, killed=12, where=DOLA, when=date(3)), number=HEAD)
    rest = [other(HEAD + 1 + index) for index in range(between)]
    last = HEAD + 1 + between
    again = cluster(told(last, killed=12, where=DOLA, when=date(3)), number=last)
    assert (last not in left(*head, first, *rest, again)) is joined


def test_the_first_incidents_may_be_retold_anywhere() -> None:
    """A report's head is weighed with all that is told below, however far."""
    first = cluster(told(0, killed=12, where=DOLA, when=date(3)), number=0)
    rest = [other(index) for index in range(1, 2 * WINDOW)]
    last = 2 * WINDOW
    again = cluster(told(last, killed=12, where=DOLA, when=date(3)), number=last)
    assert last not in left(first, *rest, again)


def test_accounts_stay_in_text_order() -> None:
    """What was told before the incident that it joins stands before it."""
    first = cluster(told(4, killed=12, where=DOLA, when=date(3)), number=0)
    (first,) = joined(first, cluster(told(1, killed=12, where=DOLA, when=date(3)), number=1))
    assert [account.event.sentence.index for account in first.accounts] == [1, 4]


HEADING: list[BlockKind] = ["heading"]
BULLET: list[BlockKind] = ["bullet"]
TEXT: list[BlockKind] = ["paragraph"]
BODIES = [
    (HEADING + 2 * BULLET + 3 * TEXT, 3),
    (HEADING + 3 * TEXT, 0),
    (HEADING + 2 * BULLET + TEXT, 0),
    (HEADING + 7 * BULLET + 3 * TEXT, 0),
    (HEADING + 6 * BULLET + 3 * TEXT, 7),
    (TEXT + BULLET + 3 * TEXT, 0),
]


@pytest.mark.parametrize(("kinds", "first"), BODIES)
def test_where_the_body_begins(kinds: list[BlockKind], first: int) -> None:
    """A summary is a few bullets at the head, with paragraphs below them."""
    page = Page(*(f"Line {index}." for index in range(len(kinds))), kinds=kinds)
    assert body_begins(page.doc) == first
