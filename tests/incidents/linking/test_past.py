"""What lies far before a report, or is recalled behind its news, is background."""

from dataclasses import replace

import pytest

from incidents.linking.cluster import Cluster
from incidents.linking.past import MOST_RECALLED, goes_on_past, past_clusters
from incidents.records import DateBasis
from tests.incidents.building import cluster, date, told, value
from tests.incidents.reading import read

PUBLISHED = value(10)


def on(first: int, last: int = 0, number: int = 0, basis: DateBasis = "stated") -> Cluster:
    """Make an incident of a day counted from the 1st of June 2024."""
    made = cluster(told(number, when=date(first, last)), number=number)
    return replace(made, date=value(first, last, basis))


def past(*clusters: Cluster) -> list[int]:
    """Give the numbers of those that are the report's past."""
    return [one.number for one in past_clusters(clusters, PUBLISHED, None)]


FAR = -400
"""Days: more than a year before the report."""


def test_what_lies_a_year_back_is_past() -> None:
    """A report on this week recalls it."""
    assert past(on(9), on(FAR, number=1)) == [1]


def test_a_report_of_old_events_alone_keeps_them() -> None:
    """Nothing newer makes them background."""
    assert past(on(FAR), on(FAR + 2, number=1)) == []


def test_without_a_day_of_publication_nothing_is_past() -> None:
    """Nobody knows what the news is."""
    assert past_clusters([on(9), on(FAR, number=1)], None, None) == []


def test_a_reports_period_reaches_back() -> None:
    """What lies in the months that the report covers is no background."""
    assert past_clusters([on(9), on(FAR, number=1)], PUBLISHED, value(FAR - 10, 9)) == []


@pytest.mark.parametrize(
    ("first", "last", "recalled"),
    [
        (-10, 0, [1]),  # weeks before the news
        (0, 0, [1]),  # nine days before it
        (2, 0, []),  # a week before it
        (-6, 2, [1]),  # "last week", told widely
        (3, 9, []),  # wide, but reaching the news
        (9, 0, []),
    ],
)
def test_what_a_news_story_recalls(first: int, last: int, recalled: list[int]) -> None:
    """Weeks before the news, or told widely and before it."""
    assert past(on(9), on(first, last, number=1)) == recalled


def test_a_chronology_recalls_nothing() -> None:
    """Its first incident lies weeks before the day of publication."""
    assert past(on(-20), on(-40, number=1), on(9, number=2)) == []


def test_news_may_have_an_inherited_day() -> None:
    """The entries of a page that runs on are of the day at its head."""
    assert past(on(9, basis="inherited"), on(0, number=1)) == [1]


def test_what_lies_before_a_reports_period_is_past() -> None:
    """A digest of a week recalls what was weeks before it, and not the days before."""
    told_of = [on(7), on(-20, number=1), on(0, number=2)]
    assert [one.number for one in past_clusters(told_of, PUBLISHED, value(3, 9))] == [1]


def test_a_month_before_all_days_is_past() -> None:
    """A note on the first days of June recalls that "during May 154 were killed"."""
    assert past(on(2, 4), on(-30, -1, number=1), on(3, number=2)) == [1]


def test_a_month_among_months_is_none() -> None:
    """A chronology tells of weeks and months; the month before them is no background."""
    assert past(on(-25), on(-70, -40, number=1), on(-1, number=2)) == []
    assert past(on(-40, -10), on(-75, -45, number=1), on(-2, number=2)) == []


FULL = [
    ("On 31 May gunmen attacked Kobi and killed six people.", 2),
    ("On 31 May a bomb killed 11 people in Kobi. Nobody claimed it.", 2),
    ("A similar attack on 31 May killed six people in Kobi.", 1),
    ("The attack came a week after gunmen killed six people in Kobi on 31 May.", 1),
    ("Background: On 31 May gunmen killed six people in Kobi.", 1),
    ("A group responsible for the killing of six people in Kobi on 31 May was blamed.", 1),
]


@pytest.mark.parametrize(("recalled", "number"), FULL)
def test_what_is_told_in_full_is_no_background(recalled: str, number: int) -> None:
    """A stated day, a place and a toll make an incident, unless it is told in passing."""
    text = f"Gunmen killed nine people in Dola on Sunday.\n\n{recalled}"
    assert len(read(text)) == number


def test_a_heading_may_say_that_it_is_background() -> None:
    """What stands under "Repères" is recalled."""
    text = (
        "Des hommes armés ont tué neuf personnes à Dola dimanche, selon la police.\n\nRepères\n\n"
        "– 25 mai 2024 : 11 morts à Kobi.\n– 20 mai 2024 : 7 personnes tuées à Tana.\n"
    )
    assert len(read(text, "fr")) == 1


def test_a_feast_of_a_year_gone_by_is_past_with_it() -> None:
    """The December, and the Christmas on which twelve died, are one thing of the past."""
    text = (
        "Gunmen killed nine people in a bar in Dola on Sunday. It was the deadliest shooting since "
        "December 2022, when 12 people were murdered at Christmas in Kobi."
    )
    assert len(read(text)) == 1


def test_many_are_what_the_report_is_about() -> None:
    """More than a story recalls is no background."""
    old = [on(-30 + n, number=n + 1) for n in range(MOST_RECALLED + 1)]
    assert past(on(9), *old) == []
    assert past(on(9), *old[1:]) == [one.number for one in old[1:]]


def test_an_inherited_date_recalls_nothing() -> None:
    """Only a day that words give is weighed with the news."""
    assert past(on(9), on(-10, number=1, basis="inherited")) == []


def test_news_of_no_day_recalls_nothing() -> None:
    """Where the first incident has the day of publication, nobody knows how fresh it is."""
    assert past(on(10, basis="publication"), on(-10, number=1)) == []


def test_the_next_sentence_goes_on_with_the_past() -> None:
    """A mention without a date, in the block of what lies in the past."""
    old = told(3, block=2).event
    assert goes_on_past(old, told(4, block=2))


@pytest.mark.parametrize(
    ("index", "block", "day"), [(4, 3, None), (5, 2, None), (4, 2, 9)], ids=str
)
def test_what_does_not_go_on_with_the_past(index: int, block: int, day: int | None) -> None:
    """Another paragraph, a sentence between, or a day of its own end the tale."""
    account = told(index, block=block, when=date(day) if day else None)
    assert not goes_on_past(told(3, block=2).event, account)


def test_nothing_goes_on_where_nothing_was_past() -> None:
    """Without a tale of the past there is none to go on with."""
    assert not goes_on_past(None, told(1))
