"""Whether two incidents that were told apart are one event: the table of evidence.

A report tells its event in the title, the lead, an official's words, a witness's words and an
agency's background. Each is read as an incident of its own where the sentences around it don't
say whose it is. Here two of them are weighed by all that the whole report says of them.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from incidents.accounts import when, where
from incidents.accounts.account import Account
from incidents.accounts.where import RANK
from incidents.events.families import (
    CROWD,
    DEALS,
    GENERIC,
    OUTCOMES,
    agree,
    ends,
    is_outcome,
    realm,
)
from incidents.linking.cluster import Cluster
from incidents.linking.evidence import own_doer
from incidents.linking.nearness import NEAR_KM, Lie, nearness
from incidents.linking.relation import Evidence
from incidents.mentions import CountMention, EventCue, PlaceMention
from incidents.records import CountKey, DateValue

MOST_ACCOUNTS = 12
"""Accounts of an incident that are weighed; keeps the reading linear in the length."""
MERGE_AT = 2.0
"""Points from which two incidents are one."""
OTHER_NAME = -1.5
"""Points for a heading that names another place, where nobody knows how the two lie."""
FEW = 3
"""People from which two equal tolls are hardly equal by chance."""
MANY = 10
"""People from which they are surely of one event."""
FAR_TOLL = 0.5
"""Share of the greater toll below which the smaller one is another event's."""
CLOSE_TOLL = 0.8
"""Share of the greater toll from which the smaller one may count the same dead."""
AFTERMATH_DAYS = 21
"""Within so many days of an event its dead are found and its wounded die."""
DAY = 2
"""Days from first to last within which a date still names one day: "the night of the 4th"."""
WEEK = 7
CLOSE = 3
"""Sentences within which "they" are those who were told of."""
DATING_SENTENCES = 10
"""Sentences at a report's head in which the day of what its title tells is told."""
LEAD_SENTENCES = 6
"""Sentences at a report's head that its title and its lead stand in."""
SPECIFIC = 1
"""Rank of a place's hint up to which it names one spot and no area."""


class Pair(NamedTuple):
    """Two incidents of one report, in the order in which they are told."""

    first: Cluster
    second: Cluster
    body: int = 0
    """Number of the first sentence below the title and a summary's bullets."""


class Test(NamedTuple):
    """One row of the table: what speaks for one event, or against it."""

    says: str
    weight: float
    holds: Callable[[Pair], bool]


def weigh(pair: Pair) -> tuple[float, tuple[Evidence, ...]]:
    """Weigh whether two incidents are one.

    Returns:
        The points, `-inf` where something rules it out, and what speaks for and against.
    """
    for says, holds in AGAINST:
        if holds(pair):
            return -float("inf"), (Evidence(says),)
    evidence = tuple(Evidence(t.says, t.weight) for t in TABLE if t.holds(pair))
    return sum(one.weight for one in evidence), evidence


def weigh_announced(pair: Pair) -> tuple[float, tuple[Evidence, ...]]:
    """Weigh whether a heading announces an incident: it names places widely, and kinds loosely."""
    for says, holds in AGAINST:
        if holds is not _other_place and holds(pair):
            return -float("inf"), (Evidence(says),)
    firsts, seconds = own_places(pair.first), own_places(pair.second)
    apart = [_apart(one, other) for one in firsts for other in seconds]
    if apart and all(apart):
        return -float("inf"), (Evidence("another place"),)
    named = (Evidence("another place by name", OTHER_NAME),) if _other_place(pair) else ()
    evidence = (*named, *(Evidence(t.says, t.weight) for t in TABLE if t.holds(pair)))
    return sum(one.weight for one in evidence), evidence


# What is told of an incident in words of its own.


def own_date(cluster: Cluster) -> DateValue | None:
    """Return the date that the incident's own words give; None where it inherits one."""
    date = cluster.date
    return date if date is not None and date.basis in {"stated", "relative"} else None


def own_places(cluster: Cluster) -> list[PlaceMention]:
    """List the places that the incident's own words give."""
    return [
        account.place
        for account in _told_first(cluster)
        if account.place is not None and _names_place(account)
    ]


def _names_place(account: Account) -> bool:
    return account.place is not None and account.place.hint not in {"unnamed", "country"}


def tolls_of(cluster: Cluster, key: CountKey) -> list[CountMention]:
    """List all figures that the accounts of an incident give of one fate."""
    return [account.tolls[key] for account in _told_first(cluster) if key in account.tolls]


def _told_first(cluster: Cluster) -> Sequence[Account]:
    """Return the accounts that are weighed: the first of them, however often it is told."""
    return cluster.accounts[:MOST_ACCOUNTS]


def _cues(cluster: Cluster) -> Iterator[EventCue]:
    for account in _told_first(cluster):
        yield from account.event.cues


def _opening(cluster: Cluster) -> Account:
    return cluster.accounts[0]


def _settings(cluster: Cluster) -> set[str]:
    return {cue.setting for cue in _cues(cluster) if cue.setting}


def _means(cluster: Cluster) -> set[str]:
    return {cue.means for cue in _cues(cluster) if cue.means}


def _plain(cluster: Cluster) -> frozenset[str]:
    return cluster.frames - OUTCOMES


# What rules one event out.


def _other_realm(pair: Pair) -> bool:
    """Tell whether the words are for events of two realms: a battle and an agreement."""
    first, second = _plain(pair.first), _plain(pair.second)
    if not first or not second:
        return bool((first | second) & DEALS - {"arrest"})
    if any(_may_be_one(one, other, first, second) for one in first for other in second):
        return False
    realms = {realm(frame) for frame in first | second}
    return realms != {"violence"} or "sexual" in first | second


def _other_kind(pair: Pair) -> bool:
    """Tell whether the words are for two kinds of violence: a drone's strike and a mine's blast."""
    first, second = _plain(pair.first), _plain(pair.second)
    alike = (_may_be_one(one, other, first, second) for one in first for other in second)
    return bool(first and second) and not any(alike)


def _may_be_one(one: str, other: str, first: frozenset[str], second: frozenset[str]) -> bool:
    if "sexual" in {one, other}:
        return one == other
    if realm(one) == "deal" or realm(other) == "deal":
        return ends(one, second) or ends(other, first)
    return agree(one, other)


def _other_day(pair: Pair) -> bool:
    first, second = own_date(pair.first), own_date(pair.second)
    if not when.contradict(first, second) or first is None or second is None:
        return False
    later = second.earliest - first.latest
    died = all(cue.frame in {"bodies", "death", "injure"} for cue in _cues(pair.second))
    return not (died and dt.timedelta(0) <= later <= dt.timedelta(days=AFTERMATH_DAYS))


def _other_place(pair: Pair) -> bool:
    """Tell whether both name a place of the same closeness, and never the same one."""
    first, second = own_places(pair.first), own_places(pair.second)
    if not first or not second or _shares_place(pair) or _one_within(pair):
        return False
    if any(nearness(one.site, other.site).lie is Lie.NEAR for one in first for other in second):
        return False
    if all(_apart(one, other) for one in first for other in second):
        return True
    if _one_unknown(pair):
        return False
    return any(where.contradict(one, other) for one in first for other in second)


def _one_unknown(pair: Pair) -> bool:
    """Tell whether the places of one are known and none of the other's: a hotel in the town."""
    first, second = (
        any(place.site is not None and place.site.place_id for place in own_places(one))
        for one in (pair.first, pair.second)
    )
    return first != second


def _unknown_name(pair: Pair) -> bool:
    """Tell whether one names a place that nobody knows, and the other another one."""
    first, second = own_places(pair.first), own_places(pair.second)
    if not first or not second or _shares_place(pair) or _one_within(pair):
        return False
    return _one_unknown(pair)


def _apart(one: PlaceMention, other: PlaceMention) -> bool:
    """Tell whether two places lie apart, beyond what their words leave open."""
    found = nearness(one.site, other.site)
    open_km = sum(p.site.radius_km or 0 for p in (one, other) if p.site is not None)
    return found.lie is Lie.APART and (found.km is None or found.km > NEAR_KM + open_km)


def _one_of_weeks(pair: Pair) -> bool:
    """Tell whether the one is told for a day and the other for weeks."""
    first, second = own_date(pair.first), own_date(pair.second)
    if first is None or second is None:
        return False
    days = sorted((_days(first), _days(second)))
    return days[0] <= DAY and days[1] > WEEK


def _is_part(pair: Pair) -> bool:
    return pair.second.parent is not None or pair.first.parent is not None


def _listed_apart(pair: Pair) -> bool:
    """Tell whether they are items of one list: bullets, villages, or clauses told apart."""
    first, second = pair.first.first, pair.second.first
    if second.listed != (0, 0) or first.listed != (0, 0):
        return True
    return first.sentence.index == second.sentence.index and bool(second.reason)


def _of_several(pair: Pair) -> bool:
    """Tell whether one sums up several events and the other tells of one of them."""
    return (pair.first.count > 1) != (pair.second.count > 1) and bool(
        pair.first.tolls.get("killed") and pair.second.tolls.get("killed")
    )


AGAINST: tuple[tuple[str, Callable[[Pair], bool]], ...] = (
    ("words for another realm of events", _other_realm),
    ("another day", _other_day),
    ("a day of what was told for weeks", _one_of_weeks),
    ("another place", _other_place),
    ("a part of another", _is_part),
    ("items of one list", _listed_apart),
    ("one of several", _of_several),
)
"""What rules out that two incidents are one."""


# What speaks for it, and against it.


def _equal_toll(least: int, keys: tuple[CountKey, ...]) -> Callable[[Pair], bool]:
    def holds(pair: Pair) -> bool:
        return any(
            one.best is not None and one.best == other.best and one.best >= least
            for key in keys
            for one in tolls_of(pair.first, key)
            for other in tolls_of(pair.second, key)
        )

    return holds


def _best(cluster: Cluster) -> list[int]:
    return [one.best for one in tolls_of(cluster, "killed") if one.best is not None]


def _toll_in_bounds(pair: Pair) -> bool:
    """Tell whether one toll is vague and the other lies in it: "dozens" and 41."""
    firsts, seconds = tolls_of(pair.first, "killed"), tolls_of(pair.second, "killed")
    return any(
        (one.best is None) != (other.best is None)
        and one.low <= (other.high or other.low)
        and (one.high is None or other.low <= one.high)
        for one in firsts
        for other in seconds
    )


def _close_toll(pair: Pair) -> bool:
    """Tell whether two tolls differ as counts of the same dead do: 17 and 19."""
    return _nearest_tolls(pair) >= CLOSE_TOLL


def _another_toll(pair: Pair) -> bool:
    return 0 < _nearest_tolls(pair) < CLOSE_TOLL


def _nearest_tolls(pair: Pair) -> float:
    """Give the greatest share that a toll of the one is of the other's; 0 where none differ."""
    first, second = set(_best(pair.first)), set(_best(pair.second))
    if first & second:
        return 0.0
    shares = [min(one, other) / max(one, other) for one in first for other in second if one + other]
    return max(shares, default=0.0)


def _far_toll(pair: Pair) -> bool:
    """Tell whether the tolls are so far apart that no later count explains it."""
    if not _another_toll(pair) or _updates(pair):
        return False
    return _nearest_tolls(pair) < FAR_TOLL


def _updates(pair: Pair) -> bool:
    return any(
        toll.replaces or account.event.has("update")
        for account in _told_first(pair.second)
        for toll in [*account.tolls.values()]
    )


def _shares_place(pair: Pair) -> bool:
    first, second = own_places(pair.first), own_places(pair.second)
    return any(where.same(one, other) for one in first for other in second)


def _shares_spot(pair: Pair) -> bool:
    first, second = own_places(pair.first), own_places(pair.second)
    return any(
        where.same(one, other) and RANK[one.hint] <= SPECIFIC for one in first for other in second
    )


def _one_within(pair: Pair) -> bool:
    """Tell whether a place of the one lies in a place of the other, by the words or the map."""
    return any(
        any(held.startswith(name) for held in one.held for name in _names(other))
        or where.inside(one, other)
        or nearness(one.site, other.site).lie is Lie.WITHIN
        for one, other in _place_pairs(pair)
    )


def _place_pairs(pair: Pair) -> Iterator[tuple[PlaceMention, PlaceMention]]:
    for one in own_places(pair.first):
        for other in own_places(pair.second):
            yield one, other
            yield other, one


def _names(place: PlaceMention) -> set[str]:
    start = place.span.start
    return {place.text[name.start - start : name.end - start].casefold() for name in place.names}


def _same_day(pair: Pair) -> bool:
    first, second = own_date(pair.first), own_date(pair.second)
    if first is None or second is None or when.contradict(first, second):
        return False
    return _days(first) <= DAY and _days(second) <= DAY


def _days(value: DateValue) -> int:
    return (value.latest - value.earliest).days


def _shares_setting(pair: Pair) -> bool:
    return bool(_settings(pair.first) & _settings(pair.second))


def _other_setting(pair: Pair) -> bool:
    first, second = _settings(pair.first), _settings(pair.second)
    return bool(first and second) and not first & second


def _shares_actor(pair: Pair) -> bool:
    return bool(pair.first.named & pair.second.named)


def _other_actor(pair: Pair) -> bool:
    first, second = pair.first.named, pair.second.named
    return bool(first and second) and not first & second


def _shares_means(pair: Pair) -> bool:
    return bool(_means(pair.first) & _means(pair.second))


def _shares_words(pair: Pair) -> bool:
    return bool((_plain(pair.first) & _plain(pair.second)) - GENERIC)


def _no_time_or_place(pair: Pair) -> bool:
    return all(account.date is None for account in _told_first(pair.second)) and not own_places(
        pair.second
    )


def _no_toll(pair: Pair) -> bool:
    """Tell whether the second has no figures, time or place: it can only speak of one told."""
    counted = any(account.tolls for account in _told_first(pair.second))
    return not counted and _no_time_or_place(pair)


def _told_with_the(pair: Pair) -> bool:
    """Tell whether the second speaks of "the attack", which was told before."""
    return any(
        cue.voice == "nominal" and cue.article == "the" and not cue.plural and not is_outcome(cue)
        for cue in _opening(pair.second).event.cues
    )


def _told_as_another(pair: Pair) -> bool:
    opening = _opening(pair.second)
    event, main = opening.event, opening.event.main
    own = opening.date is not None or _names_place(opening)
    if event.has("pronoun") and not own:  # "The gunmen also took 15 women"
        return False
    noun = main.voice == "nominal" and main.article in {"another", "one of"}
    return noun or event.has("turn") or (event.has("another") and own)


def _done_later(pair: Pair) -> bool:
    opening = _opening(pair.second)
    return opening.event.has("afterwards") and own_doer(opening)


def _told_besides(pair: Pair) -> bool:
    """Tell whether what has no time or place of its own is told with "also" and the like."""
    return _opening(pair.second).event.has("another") and _no_time_or_place(pair)


def _of_doers_told(pair: Pair) -> bool:
    """Tell whether the second goes on with those who were just told of: "the assailants"."""
    gap = pair.second.first.sentence.index - pair.first.last.sentence.index
    return gap <= CLOSE and _opening(pair.second).event.has("pronoun")


def _of_main_event(pair: Pair) -> bool:
    """Tell whether the first is the report's main event, and the second has nothing of its own."""
    return pair.first.first.sentence.index <= max(1, pair.body) and _no_time_or_place(pair)


def _at_head(pair: Pair) -> bool:
    """Tell whether the first is the report's title or lead, and the second follows closely."""
    first, second = pair.first.first.sentence, pair.second.first.sentence
    return first.index <= 1 and second.index <= LEAD_SENTENCES and first.kind != "bullet"


def _dates_title(pair: Pair) -> bool:
    """Tell whether the first is the report's title with no day of its own, the second a day's."""
    first, second = pair.first.first.sentence, pair.second.first.sentence
    at_head = first.index <= max(1, pair.body) and second.index <= DATING_SENTENCES
    date = own_date(pair.second)
    return at_head and own_date(pair.first) is None and date is not None and _days(date) <= DAY


def _another_item(pair: Pair) -> bool:
    first, second = pair.first.last.sentence, pair.second.first.sentence
    summary = min(first.index, second.index) < pair.body
    return second.kind == "bullet" and first.block != second.block and not summary


def _next_sentence(pair: Pair) -> bool:
    return 0 <= pair.second.first.sentence.index - pair.first.last.sentence.index <= 1


def _crowd_and_force(pair: Pair) -> bool:
    """Tell whether the one is a crowd's and the other no crowd's."""
    return bool(_plain(pair.first) & CROWD) != bool(_plain(pair.second) & CROWD)


def _of_many(pair: Pair) -> bool:
    """Tell whether the one speaks of several events where the other tells of one."""
    return _told_as_many(pair.first) != _told_as_many(pair.second)


def _told_as_many(cluster: Cluster) -> bool:
    main = _opening(cluster).event.main
    return main.plural and main.voice == "nominal" and main.article != "the"


TABLE: tuple[Test, ...] = (
    Test("the same toll of many", 3, _equal_toll(MANY, ("killed",))),
    Test("the same toll", 1.5, _equal_toll(FEW, ("killed",))),
    Test("as many hurt or taken", 1.5, _equal_toll(FEW, ("injured", "abducted", "detained"))),
    Test("a toll within the other's bounds", 1, _toll_in_bounds),
    Test("a toll close to the other", -0.5, _close_toll),
    Test("another toll", -1.5, _another_toll),
    Test("told in the plural", -1.5, _of_many),
    Test("a toll far from the other", -1.5, _far_toll),
    Test("a toll that replaces an older one", 1.5, _updates),
    Test("the same place", 1, _shares_place),
    Test("the same spot", 1, _shares_spot),
    Test("a place within the other", 1, _one_within),
    Test("the same day", 1, _same_day),
    Test("the same setting", 1, _shares_setting),
    Test("another setting", -1, _other_setting),
    Test("the same means", 0.5, _shares_means),
    Test("the same armed actor", 1, _shares_actor),
    Test("another armed actor", -1, _other_actor),
    Test("told in the same words", 0.5, _shares_words),
    Test("a place that may lie in the other's", -1.5, _unknown_name),
    Test("no time or place of its own", 1, _no_time_or_place),
    Test("no toll of its own", 0.5, _no_toll),
    Test("“the” says that it has been told of", 1.5, _told_with_the),
    Test("told as another one", -2.5, _told_as_another),
    Test("told besides", -1, _told_besides),
    Test("done later by somebody who is named", -2.5, _done_later),
    Test("of doers told of", 1, _of_doers_told),
    Test("the report's main event", 1, _of_main_event),
    Test("the title or the lead", 1, _at_head),
    Test("says when what the title tells was", 1.5, _dates_title),
    Test("another item", -2, _another_item),
    Test("the next sentence", 0.5, _next_sentence),
    Test("a crowd's, and no crowd's", -2, _crowd_and_force),
    Test("words for another kind of violence", -2.5, _other_kind),
)
"""What is weighed, by name."""
