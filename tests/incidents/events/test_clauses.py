"""Clauses of a sentence: what "where" tells apart, and what two halves share."""

import pytest

from incidents.events.clauses import (
    after_where,
    bracketed,
    elsewhere,
    shared_date,
    shared_subject,
    shared_tail,
    without_running,
)
from incidents.records import Span
from tests.incidents.building import Page


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dola, where ten died, saw killed six people.", True),
        ("Dola, where ten died and others killed six people.", False),
        ("Dola where ten died, saw killed six people.", False),
    ],
)
def test_a_comma_closes_what_where_told(text: str, *, expected: bool) -> None:
    """A main clause goes on behind "where ...," but not behind "and"."""
    page = Page(text)
    died, killed = page.cue("died", "death"), page.cue("killed", "kill", outcome="killed")
    assert after_where(text, died, killed, [page.mark("where", "where")]) is expected


def test_without_where_no_clause_is_closed() -> None:
    """A comma alone closes nothing."""
    page = Page("Dola, ten died, killed six people.")
    died, killed = page.cue("died", "death"), page.cue("killed", "kill", outcome="killed")
    assert not after_where(page.text, died, killed, [])


@pytest.mark.parametrize(
    ("within", "expected"), [(False, "Kobi"), (True, None)], ids=["apart", "within"]
)
def test_where_they_went_on_is_elsewhere(expected: str | None, *, within: bool) -> None:
    """A further place with "where" behind it, unless it only holds the first."""
    page = Page("They raided Dola before going on to Kobi, where they killed six.")
    dola = page.place("Dola")
    kobi = page.place("Kobi", within=dola.names if within else ())
    raided, killed = page.cue("raided", "attack"), page.cue("killed", "kill")
    sentence = page.sentence(cues=[raided, killed], places=[dola, kobi])
    found = elsewhere(page.text, sentence, raided, killed, [page.mark("where", "where")])
    assert (found.text if found else None) == expected


def test_one_place_with_where_is_nowhere_else() -> None:
    """Nothing was told of another place before it."""
    page = Page("They went on to Kobi, where they killed six.")
    killed, went = page.cue("killed", "kill"), page.cue("went", "attack")
    sentence = page.sentence(cues=[went, killed], places=[page.place("Kobi")])
    assert elsewhere(page.text, sentence, went, killed, [page.mark("where", "where")]) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Raids hit Dola (four dead) on Sunday.", "Dola"),
        ("Dola: four dead.", "Dola"),
        ("Raids hit Dola (on Sunday), four dead.", None),
        ("Raids on Dola left four dead.", None),
        ("Dola: raids, with four dead.", None),
    ],
)
def test_figures_in_brackets_are_the_places_in_front(text: str, expected: str | None) -> None:
    """An open bracket, or a colon with nothing between, right behind a place."""
    page = Page(text)
    dead = page.cue("dead", "death")
    found = bracketed(text, page.sentence(cues=[dead], places=[page.place("Dola")]), dead)
    assert (found.text if found else None) == expected


def test_a_running_toll_takes_its_places_with_it() -> None:
    """What a toll since May was counted in is not where six were killed."""
    page = Page("Six were killed in Dola, bringing to 31 the dead in Nord.")
    sentence = page.sentence(
        cues=[page.cue("killed", "kill"), page.cue("dead", "death")],
        places=[page.place("Dola"), page.place("Nord")],
    )
    left = without_running(sentence, [page.mark("bringing to", "running")])
    assert [place.text for place in left.places] == ["Dola"]
    assert [cue.text for cue in left.cues] == ["killed"]


def test_a_running_toll_in_front_stays() -> None:
    """Where nothing is told before it, the toll is what the sentence tells."""
    page = Page("Bringing to 31 the dead, six were killed.")
    sentence = page.sentence(cues=[page.cue("killed", "kill")])
    assert without_running(sentence, [page.mark("Bringing to", "running")]) == sentence


@pytest.mark.parametrize(
    ("voice", "text", "shared"),
    [
        ("active", "Gunmen killed three and abducted ten.", "Gunmen "),
        ("passive", "Gunmen killed three and abducted ten.", None),
        ("active", "Gunmen killed three and rebels abducted ten.", None),
    ],
)
def test_a_second_verb_shares_the_subject(voice: str, text: str, shared: str | None) -> None:
    """Two active verbs with nothing but "and" between."""
    page = Page(text)
    first, second = page.cue("killed", "kill"), page.cue("abducted", "abduct", voice=voice)
    sentence = page.sentence(cues=[first, second], actors=[page.actor("Gunmen")])
    span = Span(page.at(" and").start, len(text))
    found = shared_subject(text, sentence, first, second, span)
    assert (found.of(text) if found else None) == shared


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("Three died and two fled in Dola.", " in Dola."),
        ("Three died; two fled in Dola.", None),
        ("Three died, two fled in Dola.", None),
    ],
)
def test_a_tail_is_shared_over_and(text: str, shared: str | None) -> None:
    """No tail is shared over a semicolon, or a comma alone."""
    page = Page(text)
    groups = [[page.cue("died", "death")], [page.cue("fled", "other")]]
    found = shared_tail(text, page.sentence(), groups, [])
    assert (found.of(text) if found else None) == shared


def test_a_sequel_between_shares_nothing() -> None:
    """What is told as a further event has its own time and place."""
    page = Page("Three died and later two fled in Dola.")
    groups = [[page.cue("died", "death")], [page.cue("fled", "other")]]
    assert shared_tail(page.text, page.sentence(), groups, [page.mark("later", "sequel")]) is None


@pytest.mark.parametrize("days", [1, 2])
def test_the_only_date_of_a_list_is_shared(days: int) -> None:
    """A list of places with figures in brackets, and one date behind them."""
    page = Page("Dola (4 dead), Kobi (6 killed) on Sunday or Monday.")
    groups = [[page.cue("dead", "death")], [page.cue("killed", "kill")]]
    dates = [page.date("Sunday", 9), page.date("Monday", 10)][:days]
    sentence = page.sentence(places=[page.place("Dola"), page.place("Kobi")], dates=dates)
    found = shared_date(page.text, sentence, groups)
    assert found == (page.at("Sunday") if days == 1 else None)
