"""The date that the words give an event, and the dates that they only seem to give it."""

from dataclasses import replace

import pytest

from incidents.accounts.when import (
    contradict,
    follows,
    is_background,
    issued_before,
    own_date,
    passes_on,
    report_period,
    sharper,
    told_on,
)
from incidents.discourse import MarkKind
from incidents.events.apart import ASIDE
from tests.incidents.building import Page, date, told, value


def test_the_nearest_date_is_the_events() -> None:
    """Of two days in the clause, the one beside the verb."""
    page = Page("On Friday, the army said, gunmen attacked Dola on Sunday.")
    dates = [page.date("Friday", 7), page.date("Sunday", 9)]
    sentence = page.sentence(cues=[page.cue("attacked", "attack")], dates=dates)
    assert own_date(page.text, page.event(sentence)) == dates[1]


def test_a_season_yields_to_a_day() -> None:
    """The worst attack this year was on a day."""
    page = Page("Gunmen attacked Dola this year, on Sunday.")
    dates = [page.date("this year", -150, 200), page.date("Sunday", 9)]
    sentence = page.sentence(cues=[page.cue("attacked", "attack")], dates=dates)
    assert own_date(page.text, page.event(sentence)) == dates[1]


def test_the_day_of_saying_is_not_the_events() -> None:
    """The day of "said on Monday" dates the words; what it tells happened no later."""
    page = Page("Gunmen attacked Dola, police said on Monday.")
    sentence = page.sentence(cues=[page.cue("attacked", "attack")], dates=[page.date("Monday", 10)])
    event = page.event(sentence, page.mark("said", "saying"))
    assert own_date(page.text, event) is None
    assert told_on(page.text, event) == value(10)


def test_a_development_may_be_on_the_day_of_saying() -> None:
    """A government that said on Monday that it signs does so then."""
    page = Page("Both sides agreed, police said on Monday.")
    sentence = page.sentence(
        cues=[page.cue("agreed", "agreement")], dates=[page.date("Monday", 10)]
    )
    event = page.event(sentence, page.mark("said", "saying"))
    assert own_date(page.text, event) == sentence.dates[0]


def test_the_day_of_a_claim_is_not_the_attacks() -> None:
    """To claim "the attack" on Monday says nothing of its day."""
    page = Page("The group claimed the attack on Monday.")
    cue = page.cue("the attack", "attack", voice="nominal", article="the")
    sentence = page.sentence(cues=[cue], dates=[page.date("Monday", 10)])
    assert own_date(page.text, page.event(sentence, page.mark("claimed", "claim"))) is None


def test_the_day_of_a_count_is_no_tolls() -> None:
    """A count on Monday spoke of forty dead."""
    page = Page("A count on Monday spoke of 40 killed.")
    sentence = page.sentence(cues=[page.cue("killed", "kill")], dates=[page.date("Monday", 10)])
    assert own_date(page.text, page.event(sentence, page.mark("count", "tally"))) is None


def test_the_day_bodies_were_found_is_not_the_deeds() -> None:
    """Where the words tell of the deed too."""
    page = Page("Two bodies were found on Monday where a bomber rammed a mosque.")
    cues = [page.cue("bodies were found", "bodies"), page.cue("rammed", "suicide", weight=2.0)]
    sentence = page.sentence(cues=cues, dates=[page.date("Monday", 10)])
    assert own_date(page.text, page.event(sentence)) is None


def test_a_date_of_background_dates_nothing() -> None:
    """Only dates of events and headings count."""
    page = Page("Gunmen attacked Dola after the 2021 coup.")
    dates = [page.date("2021", -1200, use="background")]
    sentence = page.sentence(cues=[page.cue("attacked", "attack")], dates=dates)
    event = page.event(sentence)
    assert own_date(page.text, event) is None
    assert is_background(event)


def test_a_date_in_front_holds_for_both_clauses() -> None:
    """The second of two events takes the day that leads the sentence."""
    page = Page("On Sunday gunmen raided Dola and killed six in Kobi.")
    first, second = page.cue("raided", "attack"), page.cue("killed", "kill")
    sentence = page.sentence(cues=[first, second], dates=[page.date("Sunday", 9)])
    event = page.event(sentence)
    event = replace(event, span=page.at("killed six in Kobi."), cues=(second,), alone=False)
    assert own_date(page.text, event) == sentence.dates[0]


def test_what_stands_aside_takes_no_date_in_front() -> None:
    """What the event came after was on another day."""
    page = Page("On Sunday troops raided Dola after rebels attacked it.")
    first, second = page.cue("raided", "attack"), page.cue("attacked", "attack")
    sentence = page.sentence(cues=[first, second], dates=[page.date("Sunday", 9)])
    event = page.event(sentence)
    event = replace(
        event, span=page.at("after rebels attacked it."), cues=(second,), alone=False, reason=ASIDE
    )
    assert own_date(page.text, event) is None


def test_a_tail_dates_both_halves() -> None:
    """The only day at the sentence's end."""
    page = Page("Three died and two fled in Dola on Sunday.")
    first = page.cue("died", "death")
    sentence = page.sentence(cues=[first], dates=[page.date("Sunday", 9)])
    event = page.event(sentence)
    event = replace(
        event, span=page.at("Three died"), alone=False, tail=page.at(" in Dola on Sunday.")
    )
    assert own_date(page.text, event) == sentence.dates[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("police said on Monday", True),
        ("police told Radio Kobi on Monday", True),
        ("police told those who were there on Monday", False),
        ("police said nothing at all of the raid on Monday", False),
    ],
)
def test_a_day_follows_words_of_saying(text: str, *, expected: bool) -> None:
    """At once, or behind the names of those who heard them."""
    page = Page(text)
    verb = "told" if "told" in text else "said"
    assert follows(text, page.at("Monday"), [page.at(verb)]) is expected


def test_a_stated_period_is_the_reports() -> None:
    """Reports "this week" that cover December to March."""
    week, months = date(3, 9, use="period"), date(-150, -60, use="period")
    relative = date(3, 9, use="period", value=value(3, 9, "relative"))
    assert report_period([relative, months]) == months.value
    assert report_period([week, months]) == week.value
    assert report_period([date(3)]) is None


@pytest.mark.parametrize(("day", "older"), [(3, True), (10, False)])
def test_an_older_dispatch_has_its_own_day(day: int, *, older: bool) -> None:
    """A dateline before the day of publication."""
    issued = issued_before([date(day, use="dateline")], value(10))
    assert issued == (value(day) if older else None)


@pytest.mark.parametrize(
    ("blocks", "marks", "passes"),
    [
        (["Gunmen attacked.", "They left."], [], True),
        (["Dola: Gunmen attacked.", "Kobi: They left."], [], False),
        (["Gunmen attacked.", "Meanwhile they left."], ["turn"], False),
    ],
)
def test_a_date_passes_on_to_the_next_paragraph(
    blocks: list[str], marks: list[MarkKind], *, passes: bool
) -> None:
    """Unless each item heads its own story, or something else begins."""
    assert passes_on(value(3), told(1, marks=marks).event, blocks) is passes
    assert not passes_on(value(-60, 3), told(1).event, ["a", "b"])


def test_dates_contradict_where_they_do_not_meet() -> None:
    """An interval and a day within it are one; the narrower is the sharper."""
    assert not contradict(value(1, 7), value(3))
    assert contradict(value(1, 2), value(3))
    assert not contradict(None, value(3))
    assert sharper(value(1, 7), value(3)) == value(3)
    assert sharper(None, value(3)) == value(3)
