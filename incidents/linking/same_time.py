"""Whether two incidents may be of one day."""

import datetime as dt

from incidents.accounts import when
from incidents.dating import is_any_day
from incidents.linking.introduced import tells_aftermath
from incidents.linking.pair import Pair, days_of, own_date, told_first
from incidents.linking.told_as import of_headline, told_with_the

AFTERMATH_DAYS = 21
"""Within so many days of an event its dead are found and its wounded die."""
DAY = 2
"""Days from first to last within which a date still names one day: "the night of the 4th"."""
SLIP_DAYS = 3
"""Days by which words that refer back may differ: "the attack, on Monday" the night before."""
WEEK = 7
DATING_SENTENCES = 10
"""Sentences at a report's head in which the day of what its title tells is told."""


def other_day(pair: Pair) -> bool:
    """Tell whether their own days rule one event out; victims may die or be found later."""
    first, second = own_date(pair.first), own_date(pair.second)
    if not when.contradict(first, second) or first is None or second is None:
        return False
    later = second.earliest - first.latest
    died = all(tells_aftermath(account) for account in told_first(pair.second) if account.date)
    return not (died and dt.timedelta(0) <= later <= dt.timedelta(days=AFTERMATH_DAYS))


def days_apart(pair: Pair) -> bool:
    """Tell whether their days lie further apart than a wrong day in one of them explains.

    Only words that refer back may have one: "the attack on Monday", or a title's story.
    """
    first, second = own_date(pair.first), own_date(pair.second)
    if first is None or second is None or not other_day(pair):
        return False
    if first.basis == second.basis == "stated":  # "on 3 June" and "on 4 June"
        return True
    if not (told_with_the(pair) or of_headline(pair)):
        return True
    gap = max(second.earliest - first.latest, first.earliest - second.latest)
    return gap > dt.timedelta(days=SLIP_DAYS)


def one_of_weeks(pair: Pair) -> bool:
    """Tell whether the one is told for a day and the other for weeks."""
    first, second = own_date(pair.first), own_date(pair.second)
    if first is None or second is None:
        return False
    days = sorted((days_of(first), days_of(second)))
    return days[0] <= DAY and days[1] > WEEK


def same_day(pair: Pair) -> bool:
    """Tell whether both name one day."""
    first, second = own_date(pair.first), own_date(pair.second)
    if first is None or second is None or when.contradict(first, second):
        return False
    if is_any_day(first) or is_any_day(second):  # "yesterday" and "on Saturday", of any week
        return first.span is not None and first.span == second.span
    return days_of(first) <= DAY and days_of(second) <= DAY


def dates_title(pair: Pair) -> bool:
    """Tell whether the first is the report's title with no day of its own, the second a day's."""
    first, second = pair.first.first.sentence, pair.second.first.sentence
    at_head = first.index <= max(1, pair.body) and second.index <= DATING_SENTENCES
    date = own_date(pair.second)
    if date is None or own_date(pair.first) is not None or is_any_day(date):
        return False
    return at_head and days_of(date) <= DAY
