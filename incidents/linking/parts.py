"""Which mention tells a part of an incident told before it: "Of these, 20 died in Kobi"."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from incidents.accounts import where
from incidents.accounts.account import Account
from incidents.accounts.where import RANK
from incidents.dating import days_told
from incidents.events.families import DEALS, is_outcome, realm
from incidents.events.mention import EventMention
from incidents.linking.cluster import Cluster
from incidents.linking.evidence import may_be_one
from incidents.linking.story import Story
from incidents.mentions import PlaceMention
from incidents.phrases import fold
from incidents.records import CountKey, Span

BESIDE = 3
"""Characters between a mark and the word that it is said of."""
RIGHT_AT = 1
"""Characters between a number and "of them"; "27, among them nine children" tells no part."""
SLACK = 0.1
"""Share by which the parts may exceed the whole: reporters' sums rarely add up."""
LOOK_BACK = 12
"""Incidents before a mention of which it may tell a part."""
DAYS = 2
"""Days from which a toll is of more than one event, where it is placed no closer than a region."""
WIDE = frozenset({"country", "vague", "region", "unnamed", "district"})
CONTAINERS = frozenset({"country", "region", "district"})
NOWHERE = frozenset({"country", "unnamed"})
"""Hints of places that are none of their own."""


def find_parent(account: Account, story: Story) -> Cluster | None:
    """Find the incident that a mention tells a part of: "One of the strikes killed seven".

    Args:
        account: what the mention says.
        story: with the incidents told so far.
    """
    for cluster in reversed(story.clusters[-LOOK_BACK:]):
        if may_be_one(account, cluster) and _is_part(account, cluster, story):
            return cluster
        partitive = _partitive(account) and _alike(account, cluster)
        if partitive and _fits(account, cluster, story.begun):
            return cluster
    return None


def _is_part(account: Account, cluster: Cluster, story: Story) -> bool:
    several = cluster.count > 1 or cluster.several
    told = cluster.count > 1 or bool(cluster.tolls)
    if several and (_part_marked(account) or (told and account.event.has("nth"))):
        return True
    if cluster.parent is not None:
        return False
    sibling = story.clusters[-1].parent == cluster.number
    if sibling and _counts_more(account, story.marks.book.rest):
        return _fits(account, cluster, story.begun)
    return sums_up(cluster) and _narrows(account, cluster, story.clusters, story.begun)


def _alike(account: Account, cluster: Cluster) -> bool:
    return cluster.parent is None and realm(account.event.main.frame) == realm(
        cluster.first.main.frame
    )


def sums_up(cluster: Cluster) -> bool:
    """Tell whether an incident is told as a sum: "three attacks", "between 3 and 9 March"."""
    first, main = cluster.first, cluster.first.main
    if main.frame in DEALS or first.listed != (0, 0):
        return False
    if not cluster.tolls:
        return cluster.count > 1 and main.voice == "nominal"
    if cluster.count > 1 or (cluster.several and main.plural and first.has("total")):
        return True
    if _lasts(cluster):
        return True
    wide = cluster.place is not None and cluster.place.hint in WIDE
    return wide and (first.has("total") or main.plural)


def counts_in(
    part: Cluster, before: Sequence[Cluster], begun: Mapping[int, Cluster]
) -> Cluster | None:
    """Find the sum before an incident that counts it, by all that has been told of it."""
    account = replace(part.accounts[0], tolls=part.tolls)
    for cluster in reversed(before):
        may_count = sums_up(cluster) and may_be_one(account, cluster)
        if may_count and _narrows(account, cluster, before, begun):
            return cluster
    return None


def _narrows(
    account: Account, whole: Cluster, clusters: Sequence[Cluster], begun: Mapping[int, Cluster]
) -> bool:
    """Tell whether a mention tells for one of its places what a sum tells for all of them."""
    event, place = account.event, account.place
    if not _below(account, whole) or _goes_back(account) or not _within(account, whole):
        return False
    if place is None or place.hint in NOWHERE:  # "on 7 June, in the same town": as the last part
        sibling = clusters[-1].parent == whole.number and account.date is not None
        return sibling and _fits(account, whole, begun)
    if whole.place is not None and (where.same(place, whole.place) or _outside(event, whole)):
        return False
    closer = whole.place is None or RANK[place.hint] < RANK[whole.place.hint]
    closer = closer or any(where.same(p, whole.place) for p in event.sentence.places if whole.place)
    if _fits(account, whole, begun):
        return closer or whole.count > 1 or _lasts(whole)
    near = event.sentence.block == whole.last.sentence.block
    summary = whole.count > 1 if whole.tolls else near
    summary = summary or (whole.first.has("total") and near)
    return closer and summary and not account.tolls.keys() & whole.tolls.keys()


def _below(account: Account, whole: Cluster) -> bool:
    """Tell whether a mention stands where a sum's parts are told.

    What opens a section sums up all of it, and what opens a report the whole report.
    """
    event, under = account.event, whole.accounts[0].section
    if event.sentence.block == whole.last.sentence.block:
        return True
    elsewhere = bool(whole.home) and account.heading != whole.home
    within = under == account.section or (whole.number == 0 and not elsewhere)
    return whole.opens and within and not event.has("turn") and not _under_another(account, whole)


def _named_alike(first: PlaceMention, second: PlaceMention) -> bool:
    """Tell whether two places share a name: "eastern Kobi" and "Kobi state"."""
    one, two = ({word for word in p.text.split() if word[0].isupper()} for p in (first, second))
    return bool(one & two)


def _under_another(account: Account, whole: Cluster) -> bool:
    """Tell whether a mention stands under the heading of another place than the sum's."""
    under, place = account.under, whole.place
    if under is None or place is None or RANK[under.hint] < RANK[place.hint]:
        return False
    return not _named_alike(under, place)


def _outside(event: EventMention, whole: Cluster) -> bool:
    """Tell whether a mention names another region than the sum's: "Dola, in Kobi province"."""
    held = whole.place
    return held is not None and any(
        place.hint == held.hint in CONTAINERS and not where.same(place, held)
        for place in event.sentence.places
    )


def _goes_back(account: Account) -> bool:
    """Tell whether a noun speaks of all that was told: "the attacks took place in Dola"."""
    main = account.event.main
    return main.voice == "nominal" and main.article == "the" and not account.tolls


def _within(account: Account, whole: Cluster) -> bool:
    """Tell whether a mention's own date, where it has one, lies in the sum's."""
    date, held = (account.date.value if account.date else None), whole.date
    if date is None or held is None or held.basis == "publication":
        return True
    return held.earliest <= date.earliest and date.latest <= held.latest


def _lasts(whole: Cluster) -> bool:
    """Tell whether a sum is told for several days, by its own words or the report's period."""
    own, date = whole.accounts[0].date, whole.date
    if own is not None:
        return days_told(own.value) >= DAYS
    period = date is not None and date.basis == "report_period" and whole.first.has("total")
    return period and date is not None and days_told(date) >= DAYS


def _fits(account: Account, whole: Cluster, begun: Mapping[int, Cluster]) -> bool:
    """Tell whether a mention's tolls are a part of the whole's, beside the parts told so far."""
    told = [key for key in account.tolls if key in whole.tolls]
    less = any(account.tolls[key].low < whole.tolls[key].low for key in told)
    return less and all(_room(account, whole, key, begun) for key in told)


def _room(account: Account, whole: Cluster, key: CountKey, begun: Mapping[int, Cluster]) -> bool:
    parts = [begun[number].tolls for number in whole.children]
    known = sum(tolls[key].low for tolls in parts if key in tolls)
    toll, held = account.tolls[key].low, whole.tolls[key].low
    return toll <= held and known + toll <= held * (1 + SLACK)


def _part_marked(account: Account) -> bool:
    """Tell whether a mark of a part stands right at the main cue: "une des frappes"."""
    main = account.event.main
    if account.event.has("worst"):
        return bool(account.tolls)
    if main.article == "one of":
        return not is_outcome(main)
    return (
        main.voice == "nominal"
        and not is_outcome(main)
        and any(
            mark.kind == "part"
            and mark.span.start <= main.span.start
            and main.span.start - mark.span.end <= BESIDE
            for mark in account.event.marks
        )
    )


def _partitive(account: Account) -> bool:
    """Tell whether a mention counts out of a sum: "Of these, 20 died in Dola", "eleven of them"."""
    if account.place is None or account.place.hint in NOWHERE:
        return False
    start = account.event.span.start
    heads = [count.span for count in account.tolls.values() if not count.including]
    return any(
        mark.kind == "part" and (mark.span.start - start <= BESIDE or _right_at(mark.span, heads))
        for mark in account.event.marks
    )


def _right_at(mark: Span, heads: Sequence[Span]) -> bool:
    return any(mark.start <= head.end + RIGHT_AT and head.end <= mark.end for head in heads)


def _counts_more(account: Account, more: Container[str]) -> bool:
    """Tell whether a mention counts those who are left of a sum: "nine others were killed"."""
    words = [word for count in account.tolls.values() for word in count.text.split()]
    return any(fold(word) in more for word in words)
