"""What an incident takes from a further account, by how the account is related to it."""

from dataclasses import replace

import pytest

from incidents.accounts.account import Account
from incidents.linking.cluster import Cluster
from incidents.linking.merge import absorb, join
from incidents.linking.relation import Evidence, Relation
from tests.incidents.building import (
    actor,
    cluster,
    count,
    cue,
    date,
    dozens,
    noun,
    place,
    story,
    told,
    value,
    within,
)

BECAUSE = (Evidence("the same toll", 1.5),)


def joined(first: Account, further: Account, relation: Relation = Relation.SAME) -> Cluster:
    """Let a further account tell of the incident of a first one."""
    made = cluster(first, number=1)
    return join(story(made), made, further, relation, BECAUSE)


def best(made: Cluster) -> int | None:
    """Give the figure of the dead."""
    return made.tolls["killed"].best


@pytest.mark.parametrize(
    ("further", "figure"),
    [
        (told(1, killed=12), 12),
        (told(1, killed=17), 12),
        (told(1, killed=17, marks=["update"]), 17),
        (told(1, killed=count(17, replaces=True)), 17),
        (told(1, noun("death", "the"), killed=17), 17),
        (told(1, noun("death", "the"), killed=5), 12),
        (told(1, killed=dozens()), 12),
        (told(1), 12),
    ],
)
def test_tolls_never_add_up_by_being_told_again(further: Account, figure: int) -> None:
    """The first figure holds, unless a later one replaces it."""
    assert best(joined(told(2, cue("attack"), killed=12, when=date(3)), further)) == figure


def test_an_exact_figure_comes_for_a_vague_one() -> None:
    """What was told as "dozens" were 41."""
    assert best(joined(told(2, killed=dozens()), told(3, killed=41))) == 41


def test_the_other_sides_losses_add_up() -> None:
    """Both sides of a clash have dead."""
    state = told(2, cue("clash"), killed=3)
    assert best(joined(state, told(3, cue("kill"), killed=10), Relation.OTHER_SIDE)) == 13


def test_a_version_competes_and_changes_nothing() -> None:
    """A rival's figure is kept with its account, which says that it is one."""
    made = joined(told(2, killed=12), told(3, killed=30), Relation.VERSION)
    assert best(made) == 12
    assert [account.rival for account in made.accounts] == [False, True]


def test_a_version_gives_what_nobody_counted() -> None:
    """Where the incident has no such figure, the rival's stands."""
    further = told(3, tolls={"killed": count(30), "injured": count(4)})
    made = joined(told(2, killed=12), further, Relation.VERSION)
    assert (best(made), made.tolls["injured"].best) == (12, 4)


def test_a_day_comes_for_none() -> None:
    """What had no day takes that of the account."""
    assert joined(told(2), told(3, when=date(3))).date == value(3)


def test_the_sharper_day_holds() -> None:
    """A relative day yields to a narrower one, and a stated one to none."""
    made = cluster(told(2, when=date(1, 7)), number=1)
    made = replace(made, date=value(1, 7, "relative"))
    further = told(3, when=date(3))
    assert join(story(made), made, further, Relation.SAME, BECAUSE).date == value(3)
    assert joined(told(2, when=date(3)), told(3, when=date(2, 4))).date == value(3)


def test_the_day_of_a_count_is_no_day_of_the_event() -> None:
    """Nobody was killed on the day by which "the toll had climbed to 17"."""
    further = told(3, cue("death"), killed=count(17, replaces=True), when=date(9))
    assert joined(told(2), further).date is None


def test_the_closer_place_holds() -> None:
    """A village comes for a region, and no region for a village."""
    region = place("Nord", hint="region")
    made = joined(told(2, where=region), told(3, where=place()))
    assert made.place is not None
    assert made.place.text == "Dola"
    kept = joined(told(2, where=place()), told(3, where=region)).place
    assert kept is not None
    assert kept.text == "Dola"


def test_the_link_names_relation_and_incident() -> None:
    """Nothing joins without a link that says why."""
    made = cluster(told(2), number=1)
    report = story(made)
    join(report, made, told(3), Relation.SAME, BECAUSE)
    (link,) = report.links
    assert (link.relation, link.incident, link.evidence) == (Relation.SAME, 1, BECAUSE)


def test_those_taken_were_found_dead() -> None:
    """To find "their bodies" makes dead of those who were taken."""
    taken = told(2, cue("arrest"), tolls={"detained": count(10)})
    found = joined(taken, told(3, cue("bodies"), marks=["their"]))
    assert found.tolls["killed"].best == 10


def test_named_actors_and_words_are_learnt() -> None:
    """An incident knows the families and the named of all its accounts."""
    jnim = actor("JNIM", kind="rebel group", named=True)
    made = joined(told(2, cue("attack")), told(3, cue("ambush"), actors=[jnim]))
    assert made.frames == {"attack", "ambush"}
    assert made.named == {"JNIM"}


def test_one_incident_takes_up_another() -> None:
    """Its accounts, in text order, its parts, and one link that tells why."""
    kept, gone = cluster(told(4), number=1), cluster(told(2), number=0)
    part, gone = within(cluster(told(5), number=2), gone)
    report = story(kept, gone, part)
    made = absorb(report, kept, gone, BECAUSE)
    assert [account.event.sentence.index for account in made.accounts] == [2, 4]
    assert (report.begun[2].parent, made.children) == (1, (2,))
    assert [(one.relation, one.evidence) for one in report.links] == [(Relation.RETOLD, BECAUSE)]
