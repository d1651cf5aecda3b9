"""The table of evidence: each row by a pair of hand-made incidents for which it holds, and not."""

from dataclasses import replace

import msgspec
import pytest

from incidents.accounts.account import Account
from incidents.linking.cluster import Cluster
from incidents.linking.pair import Pair
from incidents.linking.same_event import AGAINST, MERGE_AT, TABLE, weigh, weigh_announced
from incidents.records import Place
from tests.incidents.building import (
    actor,
    cluster,
    count,
    cue,
    date,
    dozens,
    noun,
    place,
    told,
    value,
    within,
)

HEAD = place("Dola", shape="label")
RAID = cluster(told(2, noun("attack", "the"), killed=12, where=place("Dola"), when=date(3)))
KOBI = place("Kobi")
REGION = place("the Nord region", hint="region")
KNOWN = Place(name="Dola", kind="point", lat_deg=10.0, lon_deg=10.0, country="XA",
              precision=1, place_id="a")  # fmt: skip
FAR = Place(name="Tana", kind="point", lat_deg=15.0, lon_deg=10.0, country="XA",
            precision=1, place_id="b")  # fmt: skip
NEXT = msgspec.structs.replace(FAR, place_id="c", lat_deg=10.3)
NEAR = msgspec.structs.replace(FAR, place_id="d", lat_deg=10.1)
JNIM = actor("JNIM", kind="rebel group", named=True)
ISWAP = actor("ISWAP", kind="rebel group", named=True)


def part_of(whole: Cluster, *accounts: Account) -> Pair:
    """Make a part of an incident, and pair the two."""
    part, counting = within(cluster(*accounts, number=1), whole)
    return Pair(counting, part)


RULED_OUT = [
    (
        "a part of another",
        part_of(RAID, told(3, where=KOBI)),
        part_of(RAID, told(3, cue("blast"))),
    ),
    (
        "a part of another",
        Pair(cluster(told(1), number=2), part_of(RAID, told(3)).second),
        Pair(cluster(told(1)), cluster(told(3))),
    ),
    (
        "words for another realm of events",
        Pair(cluster(told(0, cue("clash"))), cluster(told(1, cue("agreement")))),
        Pair(cluster(told(0, cue("clash"))), cluster(told(1, cue("attack")))),
    ),
    (
        "places apart",
        Pair(cluster(told(0, where=place(), site=KNOWN)), cluster(told(1, where=KOBI, site=FAR))),
        Pair(cluster(told(0, where=place(), site=KNOWN)), cluster(told(1, where=KOBI))),
    ),
    (
        "places apart",
        Pair(cluster(told(0, where=place(), site=KNOWN)), cluster(told(1, where=KOBI, site=NEXT))),
        Pair(cluster(told(0, where=place(), site=KNOWN)), cluster(told(1, where=KOBI, site=NEAR))),
    ),
    (
        "days apart",
        Pair(cluster(told(0, when=date(3))), cluster(told(1, when=date(7)))),
        Pair(cluster(told(0, when=date(3))), cluster(told(1, when=date(3)))),
    ),
    (
        "a day of what was told for weeks",
        Pair(cluster(told(0, when=date(1, 20))), cluster(told(1, when=date(4)))),
        Pair(cluster(told(0, when=date(1, 6))), cluster(told(1, when=date(4)))),
    ),
    (
        "one of several",
        Pair(cluster(told(0, noun(count=3), killed=30)), cluster(told(1, killed=12))),
        Pair(cluster(told(0, noun(count=3), killed=30)), cluster(told(1))),
    ),
]

ROWS = [
    (
        "the same toll of many",
        Pair(cluster(told(0, killed=12)), cluster(told(1, killed=12))),
        Pair(cluster(told(0, killed=9)), cluster(told(1, killed=9))),
    ),
    (
        "the same toll",
        Pair(cluster(told(0, killed=3)), cluster(told(1, killed=3))),
        Pair(cluster(told(0, killed=2)), cluster(told(1, killed=2))),
    ),
    (
        "as many hurt or taken",
        Pair(
            cluster(told(0, tolls={"injured": count(7)})),
            cluster(told(1, tolls={"injured": count(7)})),
        ),
        Pair(
            cluster(told(0, tolls={"injured": count(7)})),
            cluster(told(1, tolls={"abducted": count(7)})),
        ),
    ),
    (
        "a toll within the other's bounds",
        Pair(cluster(told(0, killed=dozens())), cluster(told(1, killed=41))),
        Pair(cluster(told(0, killed=dozens())), cluster(told(1, killed=12))),
    ),
    (
        "a toll close to the other",
        Pair(cluster(told(0, killed=17)), cluster(told(1, killed=19))),
        Pair(cluster(told(0, killed=17)), cluster(told(1, killed=40))),
    ),
    (
        "another toll",
        Pair(cluster(told(0, killed=11)), cluster(told(1, killed=17))),
        Pair(cluster(told(0, killed=17)), cluster(told(1, killed=16))),
    ),
    (
        "another toll",
        Pair(cluster(told(0, killed=17, where=place())), cluster(told(1, killed=11, where=KOBI))),
        Pair(cluster(told(0, killed=17, where=place())), cluster(told(1, killed=2))),
    ),
    (
        "told in the plural",
        Pair(cluster(told(0, noun(plural=True, article="bare"))), cluster(told(1))),
        Pair(cluster(told(0, noun(plural=True, article="the"))), cluster(told(1))),
    ),
    (
        "a toll far from the other",
        Pair(cluster(told(0, killed=17)), cluster(told(1, killed=70))),
        Pair(cluster(told(0, killed=17)), cluster(told(1, killed=count(70, replaces=True)))),
    ),
    (
        "a toll that replaces an older one",
        Pair(cluster(told(0)), cluster(told(1, killed=count(19, replaces=True)))),
        Pair(cluster(told(0)), cluster(told(1, killed=19))),
    ),
    (
        "a toll that replaces an older one",
        Pair(cluster(told(0)), cluster(told(1, killed=19, marks=["update"]))),
        Pair(cluster(told(0)), cluster(told(1, marks=["update"]))),
    ),
    (
        "the same place",
        Pair(cluster(told(0, where=place())), cluster(told(1, where=place()))),
        Pair(cluster(told(0, where=place())), cluster(told(1))),
    ),
    (
        "the same spot",
        Pair(cluster(told(0, where=place())), cluster(told(1, where=place()))),
        Pair(cluster(told(0, where=REGION)), cluster(told(1, where=REGION))),
    ),
    (
        "a place within the other",
        Pair(
            cluster(told(0, where=place(held=("nord region",)))),
            cluster(told(1, where=place("Nord", hint="region"))),
        ),
        Pair(
            cluster(told(0, where=place(held=("sud region",)))),
            cluster(told(1, where=place("Nord", hint="region"))),
        ),
    ),
    (
        "the same day",
        Pair(cluster(told(0, when=date(3))), cluster(told(1, when=date(2, 3)))),
        Pair(cluster(told(0, when=date(3))), cluster(told(1, when=date(1, 5)))),
    ),
    (
        "the same setting",
        Pair(cluster(told(0, cue(setting="market"))), cluster(told(1, cue(setting="market")))),
        Pair(cluster(told(0, cue(setting="market"))), cluster(told(1))),
    ),
    (
        "another setting",
        Pair(cluster(told(0, cue(setting="market"))), cluster(told(1, cue(setting="mosque")))),
        Pair(cluster(told(0, cue(setting="market"))), cluster(told(1))),
    ),
    (
        "the same means",
        Pair(cluster(told(0, cue(means="drone"))), cluster(told(1, cue(means="drone")))),
        Pair(cluster(told(0, cue(means="drone"))), cluster(told(1, cue(means="knife")))),
    ),
    (
        "the same armed actor",
        Pair(cluster(told(0, actors=[JNIM])), cluster(told(1, actors=[JNIM]))),
        Pair(cluster(told(0, actors=[actor()])), cluster(told(1, actors=[actor()]))),
    ),
    (
        "another armed actor",
        Pair(cluster(told(0, actors=[JNIM])), cluster(told(1, actors=[ISWAP]))),
        Pair(cluster(told(0, actors=[JNIM])), cluster(told(1, actors=[actor()]))),
    ),
    (
        "told in the same words",
        Pair(cluster(told(0, cue("ambush"))), cluster(told(1, cue("ambush")))),
        Pair(cluster(told(0, cue("attack"))), cluster(told(1, cue("attack")))),
    ),
    (
        "a place near the other's, or known to nobody",
        Pair(cluster(told(0, where=place(), site=KNOWN)), cluster(told(1, where=KOBI))),
        Pair(cluster(told(0, where=place(), site=KNOWN)), cluster(told(1, where=place()))),
    ),
    (
        "no toll of its own",
        Pair(cluster(told(0)), cluster(told(1))),
        Pair(cluster(told(0)), cluster(told(1, killed=3))),
    ),
    (
        "no time or place of its own",
        Pair(cluster(told(0)), cluster(told(1, where=place("a village", hint="unnamed")))),
        Pair(cluster(told(0)), cluster(told(1, when=date(3)))),
    ),
    (
        "“the” says that it has been told of",
        Pair(cluster(told(0)), cluster(told(1, noun("attack", "the")))),
        Pair(cluster(told(0)), cluster(told(1, noun("attack", "a")))),
    ),
    (
        "“the” says that it has been told of",
        Pair(cluster(told(0)), cluster(told(1, noun("ambush", "the")))),
        Pair(cluster(told(0)), cluster(told(1, noun("death", "the")))),
    ),
    (
        "told as another one",
        Pair(cluster(told(0)), cluster(told(1, noun("attack", "another")))),
        Pair(cluster(told(0)), cluster(told(1, noun("attack", "a")))),
    ),
    (
        "told as another one",
        Pair(cluster(told(0)), cluster(told(1, where=KOBI, marks=["another"]))),
        Pair(cluster(told(0)), cluster(told(1, marks=["another"]))),
    ),
    (
        "told as another one",
        Pair(
            cluster(told(0, where=place())),
            cluster(told(1, cue("injure"), where=KOBI, marks=["another"])),
        ),
        Pair(
            cluster(told(0, where=place())),
            cluster(told(1, cue("injure"), where=place(), marks=["another"])),
        ),
    ),
    (
        "told besides",
        Pair(cluster(told(0)), cluster(told(1, marks=["another"]))),
        Pair(cluster(told(0)), cluster(told(1, when=date(4), marks=["another"]))),
    ),
    (
        "done later by somebody who is named",
        Pair(cluster(told(0)), cluster(told(1, actors=[JNIM], marks=["afterwards"]))),
        Pair(cluster(told(0)), cluster(told(1, marks=["afterwards"]))),
    ),
    (
        "of doers told of",
        Pair(cluster(told(0)), cluster(told(3, marks=["pronoun"]))),
        Pair(cluster(told(0)), cluster(told(4, marks=["pronoun"]))),
    ),
    (
        "the report's main event",
        Pair(cluster(told(1)), cluster(told(20))),
        Pair(cluster(told(2)), cluster(told(20))),
    ),
    (
        "the title or the lead",
        Pair(cluster(told(0, kind="heading")), cluster(told(6))),
        Pair(cluster(told(0, kind="heading")), cluster(told(7))),
    ),
    (
        "what the title is about",
        Pair(cluster(told(1, kind="heading")), cluster(told(30))),
        Pair(cluster(told(4, kind="heading")), cluster(told(30))),
    ),
    (
        "what the title is about",
        Pair(cluster(told(0, kind="heading")), cluster(told(30))),
        Pair(cluster(told(0)), cluster(told(30))),
    ),
    ("told as a part of it", part_of(RAID, told(3)), Pair(RAID, cluster(told(3)))),
    (
        "says when what the title tells was",
        Pair(cluster(told(0, kind="heading")), cluster(told(1, when=date(3)))),
        Pair(cluster(told(0, kind="heading", when=date(3))), cluster(told(1, when=date(3)))),
    ),
    (
        "another item",
        Pair(cluster(told(4, kind="bullet")), cluster(told(5, kind="bullet"))),
        Pair(cluster(told(4, kind="bullet")), cluster(told(5, kind="bullet")), body=6),
    ),
    (
        "an entry of another place",
        Pair(cluster(told(0, where=place("Kobi"))), cluster(told(1, where=HEAD))),
        Pair(cluster(told(0, where=place("Dola"))), cluster(told(1, where=HEAD))),
    ),
    (
        "the next sentence",
        Pair(cluster(told(4)), cluster(told(5))),
        Pair(cluster(told(4)), cluster(told(6))),
    ),
    (
        "a crowd's, and no crowd's",
        Pair(cluster(told(0, cue("protest"))), cluster(told(1, cue("clash")))),
        Pair(cluster(told(0, cue("protest"))), cluster(told(1, cue("riot")))),
    ),
    (
        "words for another kind of violence",
        Pair(cluster(told(0, cue("air"))), cluster(told(1, cue("ied")))),
        Pair(cluster(told(0, cue("air"))), cluster(told(1, cue("attack")))),
    ),
    (
        "another day",
        Pair(cluster(told(0, when=date(3))), cluster(told(1, when=date(4)))),
        Pair(cluster(told(0, when=date(3))), cluster(told(1, when=date(2, 4)))),
    ),
    (
        "another day",
        Pair(cluster(told(0, when=date(9))), cluster(told(1, cue("death"), when=date(4)))),
        Pair(cluster(told(0, when=date(3))), cluster(told(1, cue("death"), when=date(9)))),
    ),
    (
        "another place",
        Pair(cluster(told(0, where=place())), cluster(told(1, where=KOBI))),
        Pair(cluster(told(0, where=place())), cluster(told(1, where=REGION))),
    ),
    (
        "another place",
        Pair(
            cluster(told(0, where=place(), site=KNOWN)),
            cluster(told(1, where=place("near Tana", hint="near", names=()), site=FAR)),
        ),
        Pair(
            cluster(told(0, where=place(), site=KNOWN)),
            cluster(told(1, where=place("near Tana", hint="near", names=()))),
        ),
    ),
    (
        "items of one list",
        Pair(cluster(told(0, listed=(0, 2))), cluster(told(0, listed=(1, 2)))),
        Pair(cluster(told(0)), cluster(told(1))),
    ),
    (
        "items of one list",
        Pair(cluster(told(0)), cluster(told(1, listed=(1, 2)))),
        Pair(
            cluster(told(0)), part_of(cluster(told(1, listed=(0, 2))), told(1, listed=(1, 2))).first
        ),
    ),
    (
        "items of one list",
        Pair(cluster(told(0)), cluster(told(0, reason="on another day"))),
        Pair(cluster(told(0)), cluster(told(1, reason="on another day"))),
    ),
]


@pytest.mark.parametrize(("says", "out", "left"), RULED_OUT)
def test_a_contradiction_rules_one_event_out(says: str, out: Pair, left: Pair) -> None:
    """One row of what is against holds for the one pair, and not for the other."""
    holds = dict(AGAINST)[says]
    assert (holds(out), holds(left)) == (True, False)
    assert weigh(out)[0] == -float("inf")


@pytest.mark.parametrize(("says", "held", "not_held"), ROWS)
def test_a_row_of_evidence(says: str, held: Pair, not_held: Pair) -> None:
    """One row of the table holds for the one pair, and not for the other."""
    (row,) = [test for test in TABLE if test.says == says]
    assert (row.holds(held), row.holds(not_held)) == (True, False)


def test_every_row_is_tested() -> None:
    """No row comes into the tables without a pair that holds and one that does not."""
    assert {test.says for test in TABLE} == {row[0] for row in ROWS}
    assert {says for says, _ in AGAINST} == {row[0] for row in RULED_OUT}


def test_the_points_are_the_sum_of_the_evidence() -> None:
    """Nothing but what is shown was weighed."""
    points, evidence = weigh(Pair(RAID, cluster(told(4, noun("attack", "the"), killed=12))))
    assert points == sum(one.weight for one in evidence)
    assert points >= MERGE_AT


def test_what_rules_out_is_shown_alone() -> None:
    """A contradiction is named, and nothing that speaks for the pair besides."""
    points, evidence = weigh(Pair(RAID, cluster(told(4, killed=12, when=date(9)))))
    assert points == -float("inf")
    assert [one.says for one in evidence] == ["days apart"]


def test_two_days_that_are_told_outright_are_two() -> None:
    """Days told outright part two of one toll; of "the attack" the day may be a slip."""
    again = cluster(told(3, killed=12, where=place("Dola"), when=date(4)))
    assert weigh(Pair(RAID, again))[0] == -float("inf")
    slipped = replace(again, date=value(4, 0, "relative"))
    assert weigh(Pair(RAID, slipped))[0] == -float("inf")
    back = cluster(told(3, noun("attack", "the"), killed=12, where=place("Dola"), when=date(4)))
    slipped = replace(back, date=value(4, 0, "relative"))
    assert weigh(Pair(RAID, slipped))[0] >= MERGE_AT


def test_only_a_dozen_accounts_are_weighed() -> None:
    """However often an incident is told, weighing it takes no longer."""
    often = cluster(*(told(n) for n in range(12)), told(12, killed=40))
    later = cluster(told(14, killed=40))
    says = [one.says for one in weigh(Pair(often, later))[1]]
    assert "the same toll of many" not in says


def test_a_heading_may_name_its_place_widely() -> None:
    """A heading's bare name is no contradiction of what nobody knows to lie apart."""
    heading = cluster(told(0, where=place(), site=KNOWN, kind="heading"))
    apart = cluster(told(1, where=KOBI, site=FAR))
    assert weigh_announced(Pair(heading, cluster(told(1, where=KOBI))))[0] > -float("inf")
    assert weigh_announced(Pair(heading, apart))[0] == -float("inf")
