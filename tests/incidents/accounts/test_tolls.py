"""Which number counts whom, and how numbers of one event go together."""

import pytest

from incidents.accounts.account import Account
from incidents.accounts.number import Reading
from incidents.accounts.tolls import (
    add_up,
    add_up_sides,
    disjoint,
    group_of,
    later_toll,
    read_counts,
)
from incidents.mentions import CountMention
from tests.incidents.building import Page, actor, count, cue, dozens, noun, told

NEITHER = frozenset({"casualties"})


def read(page: Page, *counts: CountMention, **cues: str) -> dict[str, int]:
    """Read a text's numbers; give each fate's figure. Cues by their words, with their fate."""
    made = [
        page.cue(words, "kill" if fate == "killed" else "injure", outcome=fate, voice="passive")
        for words, fate in cues.items()
    ]
    event = page.event(page.sentence(cues=made, counts=counts))
    tolls = add_up(page.text, read_counts(page.text, event, NEITHER))
    return {key: toll.low for key, toll in tolls.items()}


def test_a_number_counts_what_its_verb_says() -> None:
    """Each number goes to the verb beside it."""
    page = Page("Nine people were killed and four were wounded.")
    counts = page.count("Nine people", 9), page.count("four", 4)
    assert read(page, *counts, killed="killed", wounded="injured") == {"killed": 9, "injured": 4}


def test_a_number_whose_words_settle_it_needs_no_verb() -> None:
    """A death toll is of the dead."""
    page = Page("The death toll of 9 was killed news.")
    assert read(page, page.count("9", 9, key="killed")) == {"killed": 9}


def test_a_number_of_things_counts_nobody() -> None:
    """Homes do not die."""
    page = Page("Nine homes were killed.")
    assert read(page, page.count("Nine homes", 9, people="thing"), killed="killed") == {}


def test_casualties_are_neither() -> None:
    """What counts dead and wounded together is no toll of the dead."""
    page = Page("Nine casualties were killed.")
    counted = page.count("Nine casualties", 9, noun="casualties")
    assert read(page, counted, killed="killed") == {}


def test_a_part_is_no_further_toll() -> None:
    """The women among the dead are counted once, and told."""
    page = Page("Nine people were killed, including three women.")
    women = page.count("three women", 3, people="woman", including=True)
    assert read(page, page.count("Nine people", 9), women, killed="killed") == {
        "killed": 9,
        "killed_women": 3,
    }


def test_a_part_of_the_victims_is_none_of_the_dead() -> None:
    """What stands before "of the victims" divides the toll that was told."""
    page = Page("Nine people were killed; seven of the victims were killed in bed.")
    counts = page.count("Nine people", 9), page.count("seven", 7)
    assert read(page, *counts, killed="killed") == {"killed": 9}


def test_in_one_breath_numbers_add_up() -> None:
    """Soldiers and civilians of one verb."""
    page = Page("Three soldiers and two civilians were killed.")
    counts = page.count("Three soldiers", 3), page.count("two civilians", 2)
    assert read(page, *counts, killed="killed") == {"killed": 5}


def test_far_apart_the_first_holds() -> None:
    """A second number without a link is no further toll."""
    page = Page("Nine people were killed when the men came back for the other eleven people.")
    counts = page.count("Nine people", 9), page.count("eleven people", 11)
    assert read(page, *counts, killed="killed") == {"killed": 9}


def test_a_replacing_number_holds() -> None:
    """What brings the toll to 31 replaces what was told."""
    page = Page("Nine people were killed, which brings the toll to 31.")
    counts = page.count("Nine people", 9), page.count("31", 31, replaces=True)
    assert read(page, *counts, killed="killed") == {"killed": 31}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, True),
        ({"group": "state"}, False),
        ({"group": ""}, False),
        ({"voices": frozenset({"police"})}, False),
    ],
)
def test_another_sides_dead_are_further_dead(fields: dict[str, object], *, expected: bool) -> None:
    """Of whom none was counted before, by the same source, with a verb of their own."""
    first = Reading("killed", count(6), cue("kill"), group="state")
    made: dict[str, object] = {"group": "rebels", **fields}
    group, voices = made["group"], made.get("voices", frozenset())
    assert isinstance(group, str)
    assert isinstance(voices, frozenset)
    new = Reading("killed", count(10), cue("death"), group=group, voices=voices)
    assert disjoint([first], new) is expected


@pytest.mark.parametrize(
    ("kind", "group"),
    [("state forces", "state"), ("rebel group", "rebels"), ("unidentified", "rebels")],
)
def test_whose_the_counted_are(kind: str, group: str) -> None:
    """By the actor in the number's own words; civilians by their noun."""
    fighters = told(0, killed=9, actors=[actor(kind=kind)])
    assert group_of(fighters.tolls["killed"], fighters.event) == group
    civilians = told(0, killed=count(9, civilian=True))
    assert group_of(civilians.tolls["killed"], civilians.event) == "civilians"


def test_bounds_add_up() -> None:
    """What is open on one side stays open."""
    page = Page("dozens and three")
    both = add_up_sides(page.text, dozens(24, 99), count(3, span=page.at("three")))
    assert (both.low, both.best, both.high) == (27, None, 102)


@pytest.mark.parametrize(
    ("new", "kept"),
    [
        (told(1, killed=9), 12),
        (told(1, killed=19), 12),
        (told(1, noun("death", "the"), killed=19), 19),
        (told(1, killed=count(9, replaces=True)), 9),
        (told(1, killed=9, marks=["update"]), 9),
    ],
)
def test_which_of_two_tolls_holds(new: Account, kept: int) -> None:
    """The first, unless a later one says that it replaces it."""
    assert later_toll(count(12), new.tolls["killed"], new.event).best == kept
