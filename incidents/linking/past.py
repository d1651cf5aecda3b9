"""A report's past: what lies so far before it that it is told as background."""

import datetime as dt
from collections.abc import Sequence

from incidents.accounts.account import Account
from incidents.coordination import joining
from incidents.dating import days_told
from incidents.events.mention import EventMention
from incidents.linking.cluster import Cluster
from incidents.linking.pair import names_place
from incidents.phrases import fold
from incidents.records import DateValue

PAST_DAYS = 300
"""What happened so long before a report on newer events is its background."""
NEWS_DAYS = 4
"""Days within which what happened is news."""
FEW_DAYS = 2
RECALLED_DAYS = 7
"""Days before the news beyond which what is told is recalled."""
BEFORE_DAYS = 14
"""Days before a report's period beyond which it is."""
WIDE_DAYS = 6
"""Days that a date told widely spans at the least: "last week"."""
MOST_RECALLED = 5
"""Incidents that a news story recalls at the most; more are what it is about."""
MONTH_DAYS = 31
"""Days from which what is told is told of a longer time."""
MONTH = 27
"""Days from a month's first to its last, at the least."""
ALONE_DAYS = 60
"""Days before all else that a report tells from which a mere month is its background."""
WEEKS_DAYS = 14
"""Days from first to last within which a report tells of one time."""
IN_PASSING = ("aside", "another", "nth")
"""Marks of what is told for the sake of the news: "a similar attack", "a week after"."""
FEWEST = 2
"""Incidents told to the day that make a report one of a few weeks."""


def past_clusters(
    clusters: Sequence[Cluster],
    published: DateValue | None,
    period: DateValue | None,
    text: str = "",
) -> list[Cluster]:
    """List the incidents that lie far before the report, where it tells of newer ones.

    A report of old events alone is given twice that time, and all that it tells to the day.
    """
    if published is None:
        return []
    floor = published.earliest - dt.timedelta(days=PAST_DAYS)
    if period is not None:
        floor = min(floor, period.earliest)
    # "Killings between January and June": what is told of those months is no background.
    floor = min([floor, *(d.date.earliest for d in clusters if d.date and _reaches(d.date, floor))])
    newer = any(cluster.date and cluster.date.latest >= floor for cluster in clusters)
    oldest = floor if newer else floor - dt.timedelta(days=PAST_DAYS)
    far = [
        cluster
        for cluster in clusters
        if cluster.date and cluster.date.latest < oldest and (newer or not _is_subject(cluster))
    ]
    behind = [
        *_behind_news(clusters, published, period, text),
        *_before_period(clusters, period, text),
        *_long_before(clusters, published),
    ]
    return [one for one in clusters if one in far or one in behind]


def _is_subject(cluster: Cluster) -> bool:
    """Tell whether an old event is what its report is about: its day is told."""
    dates = [account.date.value for account in cluster.accounts if account.date]
    return any(value.precision == "day" for value in dates)


def _behind_news(
    clusters: Sequence[Cluster], published: DateValue, period: DateValue | None, text: str
) -> list[Cluster]:
    """List what a news story recalls behind its news: "A similar attack last month killed 12".

    A news story's first incident lies a few days before it; a chronology's does not.
    """
    news = next((one for one in clusters if one.parent is None), None)
    day = news.date if news else None
    if day is None or period is not None or day.basis in {"report_period", "publication"}:
        return []
    fresh = (published.latest - day.latest).days <= NEWS_DAYS
    if not fresh or days_told(day) > FEW_DAYS:
        return []
    old = [one for one in clusters if one is not news and one.date and _recalled(one.date, day)]
    return _if_few([one for one in old if not _is_told_in_full(one, text)])


def _before_period(
    clusters: Sequence[Cluster], period: DateValue | None, text: str
) -> list[Cluster]:
    """List what a report on a week or month recalls from before it."""
    if period is None:
        return []
    floor = period.earliest - dt.timedelta(days=BEFORE_DAYS)
    old = [one for one in clusters if (day := _own(one)) and day.latest < floor]
    return _if_few([one for one in old if not _is_told_in_full(one, text)])


def _long_before(clusters: Sequence[Cluster], published: DateValue) -> list[Cluster]:
    """List what is told of a mere month, before all that a report of a few weeks tells to the day.

    "In April nine had been killed near Noshki", in a bulletin of August; a chronology of the year
    tells of more months than that one.
    """
    days = [day for one in clusters if (day := _own(one)) and not _is_month(day)]
    if len(days) < FEWEST:
        return []
    first, last = min(day.earliest for day in days), max(day.latest for day in days)
    if (published.latest - last).days > MONTH_DAYS or (last - first).days > MONTH_DAYS:
        return []
    gap = dt.timedelta(days=0 if (last - first).days <= WEEKS_DAYS else ALONE_DAYS)
    old = [one for one in clusters if (day := _own(one)) and _is_month(day)]
    return _if_few([one for one in old if one.date and one.date.latest < first - gap])


def _is_told_in_full(cluster: Cluster, text: str) -> bool:
    """Tell whether a sentence of its own gives an incident its day, its place and its toll.

    "On 8 May gunmen killed six in Dola" is no background; "it came a week after an attack on Dola
    on 8 May" is.
    """
    return any(
        account.date is not None
        and account.date.value.basis == "stated"
        and account.date.value.precision == "day"
        and names_place(account)
        and any(toll.low for toll in account.tolls.values())
        and not _in_passing(account, text)
        for account in cluster.accounts
    )


def _in_passing(account: Account, text: str) -> bool:
    """Tell whether words only recall what they tell: "responsible for the attack of 8 May".

    Or whether they stand under "Background", or behind it.
    """
    event, main = account.event, account.event.main
    if main.voice == "nominal" and main.article == "the":
        return True
    heads = account.heading, event.sentence.span.of(text).partition(":")[0]
    recalling = {fold(word) for word in joining().recalling}
    return any(fold(head.strip(" :")) in recalling for head in heads) or any(
        event.has(mark) for mark in IN_PASSING
    )


def _is_month(day: DateValue) -> bool:
    return (day.latest - day.earliest).days >= MONTH


def _if_few(old: list[Cluster]) -> list[Cluster]:
    return old if len(old) <= MOST_RECALLED else []


def _own(cluster: Cluster) -> DateValue | None:
    """Give the date that an incident's own words tell; None where it inherits one."""
    day = cluster.date
    return day if day is not None and day.basis in {"stated", "relative"} else None


def _recalled(date: DateValue, news: DateValue) -> bool:
    """Tell whether a date lies weeks before the news, or is told widely and lies before it."""
    if date.basis not in {"stated", "relative"}:
        return False
    wide = days_told(date) >= WIDE_DAYS
    gap = dt.timedelta(days=0 if wide else RECALLED_DAYS)
    return date.latest < news.earliest - gap


def _reaches(value: DateValue, floor: dt.date) -> bool:
    """Tell whether months are told of that lie on both sides of a day."""
    days = days_told(value)
    return value.earliest < floor <= value.latest and MONTH_DAYS < days <= 2 * PAST_DAYS


def goes_on_past(past: EventMention | None, account: Account) -> bool:
    """Tell whether a mention without a date goes on with a tale of the past."""
    sentence = account.event.sentence
    if past is None:
        return False
    if account.date is not None:  # "since December 2023, when twelve died at Christmas"
        return sentence.index == past.sentence.index and _lies_in(account.date.value, past)
    return sentence.block == past.sentence.block and sentence.index - past.sentence.index <= 1


def _lies_in(value: DateValue, past: EventMention) -> bool:
    told = [date.value for date in past.dates()]
    return any(one.earliest <= value.earliest and value.latest <= one.latest for one in told)
