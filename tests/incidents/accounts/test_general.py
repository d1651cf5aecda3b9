"""Whether words tell of something that happened once, or of how things are."""

import pytest

from incidents.accounts.account import Account
from incidents.accounts.general import anchored, toll_at_large, weight_of
from incidents.accounts.told_before import told_before
from tests.incidents.building import actor, count, cue, date, dozens, noun, place, told, value

PUBLISHED = value(10)
NORD = place("Nord", hint="region")
RAIDS = noun("attack", "bare", plural=True)


@pytest.mark.parametrize(
    ("account", "expected"),
    [
        (told(0, RAIDS), False),
        (told(0, RAIDS, where=place()), False),
        (told(0, RAIDS, where=place(), when=date(3)), True),
        (told(0, noun("attack", "a")), True),
        (told(0, cue("attack")), False),
        (told(0, cue("attack"), actors=[actor()]), False),
        (told(0, cue("attack"), actors=[actor()], where=place("Mali", hint="country")), True),
        (told(0, cue("attack"), killed=9), True),
        (told(0, cue("attack"), killed=dozens()), False),
        (told(0, cue("agreement"), where=place()), False),
        (told(0, cue("agreement"), where=place(), actors=[actor()]), True),
    ],
)
def test_what_ties_words_to_one_event(account: Account, *, expected: bool) -> None:
    """When, where, how many or which; a development needs more of it."""
    assert anchored(account) is expected


def test_a_day_ties_more_than_a_month() -> None:
    """And a setting a little."""
    day, month = told(0, when=date(3)), told(0, when=date(1, 30))
    assert weight_of(day) > weight_of(month)
    assert weight_of(told(0, cue(setting="market"))) > weight_of(told(0))


@pytest.mark.parametrize(
    ("account", "expected"),
    [
        (told(0, noun("attack", "the")), True),
        (told(0, noun("attack", "a")), False),
        (told(0, cue("attack")), False),
        (told(0, noun("attack", "the"), killed=9), False),
        (told(0, noun("attack", "the"), where=place()), False),
        (told(0, noun("attack", "the"), where=place(), marks=["claim"]), True),
        (told(0, noun("attack", "the"), cue("ambush")), False),
        (told(0, noun("death", "the")), True),
    ],
)
def test_the_attack_was_told_before(account: Account, *, expected: bool) -> None:
    """A noun with "the" that adds no figure, no verb and, unless it is claimed, no place."""
    assert told_before(account) is expected


AT_LARGE = [
    (told(0, cue("kill"), killed=9, when=date(-10, 10)), "a toll counted since an earlier day"),
    (told(0, cue("kill"), killed=9, when=date(1, 10)), ""),
    (told(0, cue("kill"), killed=9, when=date(-60, 5)), "a toll over months"),
    (told(0, cue("kill"), killed=9, when=date(-60, 5), where=NORD), "a toll over months"),
    (told(0, cue("kill"), killed=9, when=date(-60, 5), where=place()), ""),
    (told(0, cue("attack"), killed=9, when=date(-60, 5)), ""),
    (told(0, RAIDS, killed=9, when=date(-60, 5)), "a toll over months"),
    (told(0, RAIDS, marks=["total"]), "sums up what is told apart"),
    (told(0, cue("kill"), killed=count(9), kind="bullet"), ""),
    (told(0, cue("kill"), killed=9), ""),
]


@pytest.mark.parametrize(("account", "why"), AT_LARGE)
def test_a_toll_of_no_one_event(account: Account, why: str) -> None:
    """Over months, or since an earlier day: with the reason."""
    assert toll_at_large(account, None, PUBLISHED) == why


def test_a_key_figure_of_a_period() -> None:
    """In a report's bullets a toll without a day is the whole period's."""
    account = told(0, cue("kill"), killed=9, kind="bullet")
    assert toll_at_large(account, value(-30, 1), PUBLISHED) == "a key figure of the whole period"
