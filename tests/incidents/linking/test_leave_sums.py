"""Tolls over days or regions are no incident beside those that are told closely."""

import pytest

from incidents.accounts.account import Account
from incidents.linking.cluster import Cluster
from incidents.linking.relation import Relation
from incidents.linking.sums import is_sum, leave_sums
from tests.incidents.building import cluster, cue, date, noun, place, story, told, within

NORD, MALI = place("Nord", hint="region"), place("Mali", hint="country")
RAID = cluster(told(0, killed=12, where=place(), when=date(3)), number=0)
RAIDS = noun("attack", "bare", plural=True)
MONTH = date(1, 30)

SUMS = [
    told(1, cue("kill"), killed=174, when=MONTH),
    told(1, cue("kill"), killed=174, where=MALI, when=MONTH),
    told(1, cue("death"), killed=174, where=NORD, when=date(1, 7)),
    told(1, cue("kill"), killed=174, where=NORD, marks=["total"]),
    told(1, RAIDS, killed=174, where=NORD, when=MONTH),
]
INCIDENTS = [
    told(1, cue("kill"), killed=174, where=place("Kobi"), when=MONTH),
    told(1, cue("kill"), killed=174, where=NORD, when=date(3)),
    told(1, cue("attack"), cue("kill"), killed=174, where=NORD, when=MONTH),
    told(1, noun("attack", "the", plural=True), killed=174, where=NORD, when=MONTH),
    told(1, cue("kill"), where=NORD, when=MONTH),
    told(1, cue("kill"), killed=174, where=NORD),
]


@pytest.mark.parametrize("account", SUMS)
def test_a_toll_over_days_or_regions_is_a_sum(account: Account) -> None:
    """No more than a toll, told widely, beside an incident that is told closely."""
    one = cluster(account, number=1)
    assert is_sum(one, [RAID, one])


@pytest.mark.parametrize("account", INCIDENTS)
def test_what_is_no_sum(account: Account) -> None:
    """A place of its own, a day, a deed or no toll make it an incident like others."""
    one = cluster(account, number=1)
    assert not is_sum(one, [RAID, one])


@pytest.mark.parametrize(
    "beside",
    [
        told(0, killed=12, where=NORD, when=date(3)),
        told(0, killed=12, where=place(), when=MONTH),
        told(0, cue("agreement"), where=place(), when=date(3)),
    ],
)
def test_alone_it_is_all_that_the_report_tells(beside: Account) -> None:
    """Where nothing else has a village and a day of violence, it stays."""
    one = cluster(SUMS[0], number=1)
    assert not is_sum(one, [cluster(beside), one])
    assert not is_sum(one, [one])


def test_a_whole_with_parts_is_kept() -> None:
    """What counts others is linked to them, and not left out."""
    whole, part = cluster(SUMS[0], number=1), cluster(told(2), number=2)
    part, whole = within(part, whole)
    assert not is_sum(whole, [RAID, whole])
    assert not is_sum(part, [RAID, part])


def test_what_is_left_out_says_why() -> None:
    """Each account has a link, and its incident is gone."""
    one: Cluster = cluster(SUMS[0], number=1)
    report = story(RAID, one)
    leave_sums(report)
    assert report.clusters == [RAID]
    assert [(link.relation, link.why) for link in report.links] == [
        (Relation.GENERAL, "a sum over days or regions")
    ]
