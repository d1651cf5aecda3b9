"""Lists of places: each is raided, unless the list names areas, or one place twice."""

import pytest

from incidents.events.listed import spread
from incidents.events.mention import EventMention
from incidents.mentions import EventCue
from tests.incidents.building import Page

AREAS = frozenset({"provinces"})


def raid(
    text: str, *names: str, frame: str = "attack", hint: str = "plain", main: EventCue | None = None
) -> tuple[Page, EventMention]:
    """Make the event of a text's "raided" in places of these names."""
    page = Page(text)
    cue = main or page.cue("raided", frame)
    places = [page.place(name, hint=hint) for name in names]
    return page, page.event(page.sentence(cues=[cue], places=places))


def villages(page: Page, event: EventMention) -> list[str | None]:
    """Give the place of each event that it is spread over."""
    return [one.village.text if one.village else None for one in spread(page.text, event, AREAS)]


LISTS = [
    ("Gunmen raided Dola, Kobi and Sare.", ["Dola", "Kobi", "Sare"]),
    ("Gunmen raided Dola and Kobi.", ["Dola", "Kobi"]),
    ("Gunmen raided Dola and in Kobi.", ["Dola", "Kobi"]),
    ("Des hommes raided Dola et Kobi.", ["Dola", "Kobi"]),
]
ALONE = [
    ("Gunmen raided Dola.", ["Dola"]),
    ("Gunmen raided Dola, Kobi.", ["Dola", "Kobi"]),
    ("Gunmen raided Dola on the way to Kobi.", ["Dola", "Kobi"]),
    ("Gunmen raided provinces of Dola and Kobi.", ["Dola", "Kobi"]),
    ("Gunmen raided Dola and Kobi provinces.", ["Dola", "Kobi"]),
]


@pytest.mark.parametrize(("text", "names"), LISTS)
def test_each_place_of_a_list_is_an_event(text: str, names: list[str]) -> None:
    """A list is closed by "and", in any language."""
    assert villages(*raid(text, *names)) == names


@pytest.mark.parametrize(("text", "names"), ALONE)
def test_what_is_no_list_stays_one_event(text: str, names: list[str]) -> None:
    """One place, a route, or a list of areas is one event's."""
    assert villages(*raid(text, *names)) == [None]


@pytest.mark.parametrize("frame", ["kill", "death", "clash", "protest", "agreement"])
def test_some_words_tell_of_one_event_at_several_places(frame: str) -> None:
    """An outcome, a clash, a crowd and an agreement are not told once for each."""
    page, event = raid("Gunmen raided Dola and Kobi.", "Dola", "Kobi", frame=frame)
    assert villages(page, event) == [None]


def test_regions_are_no_list_of_villages() -> None:
    """Only villages and towns are spread."""
    page, event = raid("Gunmen raided Dola and Kobi.", "Dola", "Kobi", hint="region")
    assert villages(page, event) == [None]


def test_a_place_named_again_ends_the_list() -> None:
    """Named twice, it is told of once."""
    page = Page("Gunmen raided Dola and Kobi, nine in Dola.")
    dola, kobi = page.place("Dola"), page.place("Kobi")
    again = page.place("Dola", span=page.at("Dola", dola.span.end))
    cue = page.cue("raided", "attack")
    event = page.event(page.sentence(cues=[cue], places=[dola, kobi, again]))
    assert villages(page, event) == ["Dola", "Kobi"]


def test_a_place_within_the_next_is_no_list() -> None:
    """A village with what contains it behind "and" is one place."""
    page = Page("Gunmen raided Dola and Kobi.")
    kobi = page.place("Kobi")
    dola = page.place("Dola", within=kobi.names)
    event = page.event(page.sentence(cues=[page.cue("raided", "attack")], places=[dola, kobi]))
    assert villages(page, event) == [None]


def test_the_places_know_their_order() -> None:
    """The first needs no reason; the rest say whose list they are of."""
    page, event = raid("Gunmen raided Dola and Kobi.", "Dola", "Kobi")
    spread_over = spread(page.text, event, AREAS)
    assert [one.listed for one in spread_over] == [(0, 2), (1, 2)]
    assert [one.reason for one in spread_over] == ["", "“Kobi” is one of a list of places"]
    assert [place.text for place in spread_over[1].places()] == ["Kobi"]
