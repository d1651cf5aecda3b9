"""Evidence that an account tells of an incident begun before it, or of a new one."""

import datetime as dt
from collections.abc import Sequence

from incidents.accounts import when, where
from incidents.accounts.account import Account
from incidents.accounts.told_before import VAGUE, told_before
from incidents.dating import days_told
from incidents.events.families import (
    CROWD,
    GENERIC,
    OUTCOMES,
    STATE,
    agree,
    ends,
    is_outcome,
    realm,
)
from incidents.linking.cluster import Cluster
from incidents.linking.headlines import both_remote, headlines, is_title
from incidents.linking.introduced import (
    counts_others,
    has_nothing_of_its_own,
    own_doer,
    tells_aftermath,
)
from incidents.linking.other_side import other_side
from incidents.linking.relation import Evidence, Relation
from incidents.linking.retelling import goes_on, newness, tells_lead, tells_where, weigh_toll
from incidents.linking.rivals import RIVAL, first_rival
from incidents.mentions import ActorMention, CountMention
from incidents.records import DateValue, Span

MORE_CLOSELY = "told more closely than in the headline"
LOOK_BACK = 12
"""Incidents before a mention that it may belong to; keeps the reading linear in the length."""
JOIN_AT = 2.0
"""Points from which a mention belongs to an incident."""
GOES_ON_AT = 0.0
"""Points from which one belongs to an incident that says nothing of its own."""
NEVER = -100.0
CLOSE = 2
"""Sentences within which an attack is told more closely."""
HEAD = 4
"""Characters at a sentence's head before its first word: quotes and an article."""
SPAN_DAYS = 13
"""An incident that is told for more days than that sums up several."""
LITTLE = 1.25
"""How many times an older toll a later one is where it counts a few more of its dead."""
GROWS = 3
"""How many times an older toll a later one is at the most."""
SHRINKS = 1.5
"""How many times a later toll an older one is at the most."""
AFTERMATH_DAYS = 21
"""Within so many days of an event its dead are found and its wounded die."""


def find_home(
    account: Account, clusters: Sequence[Cluster]
) -> tuple[Cluster, Relation, tuple[Evidence, ...]] | None:
    """Find the incident that an account goes on telling of, with what speaks for it."""
    if clusters and other_side(account, clusters[-1]):
        says = Evidence("tells what the other side lost")
        return clusters[-1], Relation.OTHER_SIDE, (says,)
    if rival := first_rival(account, clusters[-1:]):
        return rival, Relation.VERSION, (Evidence(RIVAL),)
    best: tuple[float, Cluster | None, tuple[Evidence, ...]] = (NEVER, None, ())
    for cluster in reversed(clusters[-LOOK_BACK:]):
        points, evidence = affinity(account, cluster, latest=cluster is clusters[-1])
        if points > best[0]:
            best = (points, cluster, evidence)
    points, home, evidence = best
    enough = GOES_ON_AT if has_nothing_of_its_own(account) else JOIN_AT
    return (home, Relation.SAME, evidence) if home is not None and points >= enough else None


def told_elsewhere(account: Account, clusters: Sequence[Cluster]) -> bool:
    """Tell whether "the attack" speaks of one told elsewhere, and adds nothing of its own.

    "The attack on Dola on Sunday was claimed by the group" tells it where nothing else does.
    """
    if not told_before(account):
        return False
    main = account.event.main
    if is_outcome(main) or main.plural or account.date is None:
        return True
    placed = account.place is not None and account.place.hint not in VAGUE
    return not placed or any(may_be_one(account, cluster) for cluster in clusters)


def affinity(
    account: Account, cluster: Cluster, *, latest: bool
) -> tuple[float, tuple[Evidence, ...]]:
    """Weigh what speaks for one event against what speaks for two."""
    if not (may_be_one(account, cluster) or both_remote(account, cluster)):
        return NEVER, (Evidence("words for other kinds of event", NEVER),)
    told = (*_where_and_when(account, cluster), *_words(account, cluster, latest=latest))
    evidence = tuple(Evidence(says, weight) for weight, says in told if weight)
    return sum(one.weight for one in evidence), evidence


def may_be_one(account: Account, cluster: Cluster) -> bool:
    """Tell whether the words of a mention and of an incident can be for one event."""
    frame = account.event.main.frame
    frames = cluster.frames - OUTCOMES or cluster.frames
    if frame == "sexual":
        return frame in frames
    if frame in OUTCOMES:
        return any(realm(one) != "deal" or one == "arrest" for one in frames)
    if realm(frame) == "deal":
        return ends(frame, frames)
    if frame == "attack" and not frames.isdisjoint(CROWD):  # "Police opened fire, killing two."
        return any(actor.kind in STATE for actor in account.event.actors())
    return any(agree(one, frame) for one in frames)


def _where_and_when(account: Account, cluster: Cluster) -> list[tuple[float, str]]:
    points = [_when(account, cluster)]
    if account.place is None:
        points.append((0.5, "no place of its own"))
    elif _there(account):
        points.append((1.5, "at the place that has been told of"))
    elif tells_where(account, cluster):
        points.append((1.5, "a part of the town that has been told of"))
    elif where.contradict(account.place, cluster.place):
        points.append((_elsewhere(account, cluster), "another place"))
    elif _near_another(account, cluster):
        points.append((-1.5, "near another place"))
    elif cluster.place and where.same(account.place, cluster.place):
        near = account.event.sentence.index == cluster.last.sentence.index
        points.append((4 if near else 1.5, "the same place"))
    elif account.date is not None and account.event.sentence.block != cluster.last.sentence.block:
        own = not headlines(account, cluster) and not tells_lead(account, cluster)
        points.append((-1.5 if own else 0, "time and place of its own"))
    return points


def _elsewhere(account: Account, cluster: Cluster) -> float:
    """Weigh another place: a title names a wider one than the report's first sentence."""
    if headlines(account, cluster) and is_title(cluster):
        return 0
    return -1 if told_before(account) or headlines(account, cluster) else -3


def _near_another(account: Account, cluster: Cluster) -> bool:
    """Tell whether people were hurt near one place, and the incident was in another."""
    here, there = account.place, cluster.place
    if here is None or there is None or (here.hint, there.hint) != ("near", "plain"):
        return False
    ended = all(is_outcome(cue) for cue in account.event.cues)
    return ended and cluster.place_basis == "stated" and not where.same(here, there)


def _there(account: Account) -> bool:
    """Tell whether a place only says where the one told of lies: "the village in Kobi"."""
    place = account.place
    return place is not None and any(
        mark.kind == "there" and mark.span.overlaps(place.span) for mark in account.event.marks
    )


def _when(account: Account, cluster: Cluster) -> tuple[float, str]:
    if account.date is None:
        more = is_title(cluster) and headlines(account, cluster)
        return (2, MORE_CLOSELY) if more else (0.5, "no date of its own")
    date = account.date.value
    if told_before(account) or _found_later(account, cluster):
        return (0, "a date of its telling")
    if headlines(account, cluster):
        return (2, MORE_CLOSELY)
    if when.contradict(date, cluster.date):
        return (-4, "another date")
    if _one_of_several(date, cluster.date):
        return (-2.5, "one of what was told for a longer time")
    same = cluster.date is not None and cluster.date.basis != "report_period"
    return (1 if same else 0, "the same date")


def _one_of_several(own: DateValue, other: DateValue | None) -> bool:
    """Tell whether the one is told for a day and the other for weeks."""
    if other is None:
        return False
    days = sorted((days_told(other), days_told(own)))
    return days[0] < SPAN_DAYS < days[1]


def _found_later(account: Account, cluster: Cluster) -> bool:
    """Tell whether a date is only that on which victims died or were found."""
    if account.date is None or cluster.date is None:
        return False
    later = account.date.value.earliest - cluster.date.latest
    after = tells_aftermath(account) and may_be_one(account, cluster)
    return after and dt.timedelta(0) <= later <= dt.timedelta(days=AFTERMATH_DAYS)


def _words(account: Account, cluster: Cluster, *, latest: bool) -> list[tuple[float, str]]:
    event = account.event
    points = [
        *_introduction(account, cluster),
        *_tolls(account, cluster),
        *goes_on(account, cluster),
    ]
    if _shares_named(event.actors(), cluster):
        points.append((1, "of the same actors"))
    if all(is_outcome(cue) for cue in event.cues) and not _told_in_full(account, cluster):
        points.append((1.5, "says only how it ended"))
    if event.frames == {"release"} and "abduct" in cluster.frames and account.place is None:
        points.append((1.5, "its captives came free"))
    if any(_refers_back(actor.refers_to, cluster) for actor in event.actors()):
        points.append((1, "its actors have been told of"))
    near = latest or event.sentence.index - cluster.last.sentence.index <= CLOSE
    if near and event.has("inside") and not (account.place or account.date):
        points.append((1.5, "at the gate of what has been told of"))
    if latest and _of_them(account, cluster):
        points.append((1, "tells on of those told of"))
    same_block = event.sentence.block == cluster.last.sentence.block
    distance = event.sentence.index - cluster.last.sentence.index
    if same_block and distance <= 1 and latest:
        points.append((1, "the next sentence"))
    elif not same_block and event.sentence.kind == "bullet":
        points.append((-2, "another bullet"))
    elif not same_block and distance > 1:
        points.append((-0.5, "further down"))
    return points


def _of_them(account: Account, cluster: Cluster) -> bool:
    """Tell whether a sentence close by, of no other time or place, begins with "they"."""
    event = account.event
    away = where.contradict(account.place, cluster.place)
    if account.date or away or event.sentence.index - cluster.last.sentence.index > CLOSE:
        return False
    heads = [mark.span for mark in event.marks if mark.kind == "pronoun"]
    heads += [
        cue.span
        for cue in event.cues
        if is_outcome(cue) and cue.voice == "nominal" and cue.article == "the"
    ]
    return any(head.start - event.span.start <= HEAD for head in heads)


def _introduction(account: Account, cluster: Cluster) -> list[tuple[float, str]]:
    """Weigh how a mention brings its event in: as a new one, or as one told of."""
    event, main = account.event, account.event.main
    points: list[tuple[float, str]] = []
    others = counts_others(account, cluster)
    apart = event.has("another") and not (_found_later(account, cluster) or others)
    turn = event.has("turn") and not (others and account.place is None)
    if main.article == "another" or apart or turn or event.reason:
        points.append((-3, "told as another one"))
    elif event.has("afterwards") and own_doer(account):
        points.append((-2.5, "done later by somebody who is named"))
    if main.voice == "nominal" and main.article == "the":
        points.append((2, f"“the {main.text}” has been told of"))
    elif (
        main.voice == "nominal"
        and main.article in {"a", "number"}
        and not (headlines(account, cluster) and is_title(cluster))
    ):
        points.append((newness(account, cluster), f"“{main.text}” is introduced as new"))
    if main.frame in cluster.frames - GENERIC:
        points.append((1, "told in the same words"))
    elif _says_how(account, cluster):
        points.append((1, "says how it was done"))
    return points


def _told_in_full(account: Account, cluster: Cluster) -> bool:
    """Tell whether a mention has a day and a toll of its own, and a place that is another.

    Bodies that are found, and a toll that counts anew, are of what was told.
    """
    anew = any(toll.low and not toll.replaces for toll in account.tolls.values())
    if account.date is None or not anew or "bodies" in account.event.frames:
        return False
    return where.contradict(account.place, cluster.place) and not headlines(account, cluster)


def _says_how(account: Account, cluster: Cluster) -> bool:
    """Tell whether a mention close by tells more closely what was called an attack before."""
    event = account.event
    vague = cluster.frames - OUTCOMES <= {"attack", "blast"}
    close = event.sentence.index - cluster.last.sentence.index <= CLOSE
    own = account.date is not None or account.place is not None
    return vague and close and not own and event.main.frame not in GENERIC


def _shares_named(actors: Sequence[ActorMention], cluster: Cluster) -> bool:
    """Tell whether an armed actor with a name takes part in both."""
    return any(actor.named and actor.actor_id in cluster.named for actor in actors)


def _tolls(account: Account, cluster: Cluster) -> list[tuple[float, str]]:
    points: list[tuple[float, str]] = []
    for key, count in account.tolls.items():
        old = cluster.tolls.get(key)
        if count.replaces and old is not None and not _may_grow(old, count):
            points.append((-1.5, "a toll that can't have grown so"))
        elif count.replaces and old is not None and count.low <= old.low * LITTLE:
            points.append((2.5, "a toll that has grown a little"))
        elif count.replaces:
            points.append((1.5, "a toll that replaces an older one"))
        elif old is not None and old.best is not None and count.best is not None:
            points.append(weigh_toll(account, old.best, count.best))
            if count.best < old.best and account.place is not None:
                points.append((-3, "a smaller toll with a place of its own"))
    return points


def _may_grow(old: CountMention, new: CountMention) -> bool:
    """Tell whether a later count may be of the same dead: from 41 to 43, and not from 13."""
    return old.low <= new.low * SHRINKS and new.low <= old.low * GROWS


def _refers_back(span: Span | None, cluster: Cluster) -> bool:
    return span is not None and any(
        account.event.span.start <= span.start < account.event.span.end
        for account in cluster.accounts[-LOOK_BACK:]
    )
