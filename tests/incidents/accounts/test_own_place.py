"""The place that the words attach to an event, and how two places compare."""

from dataclasses import replace

import pytest

from incidents.accounts.where import (
    calls_wider,
    closer,
    contradict,
    finest,
    inside,
    is_only_place,
    own_place,
    same,
)
from incidents.mentions import PlaceMention
from incidents.records import Place
from tests.incidents.building import Page, place

NORD = place("Nord region", hint="region")


def test_the_closest_hint_is_the_events() -> None:
    """A town says more than a region, wherever it stands."""
    page = Page("In the Nord region gunmen attacked the town of Dola.")
    region = page.place("Nord region", "Nord", hint="region")
    town = page.place("town of Dola", "Dola", hint="town")
    event = page.event(page.sentence(cues=[page.cue("attacked", "attack")], places=[region, town]))
    assert own_place(event) == town


def test_of_equals_the_nearest_behind_the_verb() -> None:
    """A place in front of the verb counts as farther away."""
    page = Page("From Kobi gunmen attacked them at Dola.")
    kobi, dola = page.place("Kobi"), page.place("Dola")
    event = page.event(page.sentence(cues=[page.cue("attacked", "attack")], places=[kobi, dola]))
    assert own_place(event) == dola


def test_a_place_that_is_none_of_an_event_is_not_its() -> None:
    """Where somebody flew to, nothing was attacked."""
    page = Page("Gunmen attacked them, who flew to Dola.")
    sentence = page.sentence(
        cues=[page.cue("attacked", "attack")], places=[page.place("Dola", locative=False)]
    )
    assert own_place(page.event(sentence)) is None


def test_what_only_contains_the_place_is_not_the_place() -> None:
    """The region of a country is one place."""
    page = Page("Gunmen attacked it in Dola, Kobi.")
    kobi = page.place("Kobi")
    dola = page.place("Dola", within=kobi.names)
    event = page.event(page.sentence(cues=[page.cue("attacked", "attack")], places=[dola, kobi]))
    assert own_place(event) == dola


def test_a_building_is_in_its_town() -> None:
    """A market's town says more than the market."""
    page = Page("Gunmen attacked a market in Kobi.")
    kobi = page.place("Kobi")
    market = page.place("a market", hint="unnamed", within=kobi.names)
    event = page.event(page.sentence(cues=[page.cue("attacked", "attack")], places=[market, kobi]))
    assert own_place(event) == kobi


def test_a_place_in_front_holds_for_a_further_clause() -> None:
    """The second event takes the place that leads the sentence."""
    page = Page("In Dola gunmen raided a bank and killed six.")
    first, second = page.cue("raided", "attack"), page.cue("killed", "kill")
    event = page.event(page.sentence(cues=[first, second], places=[page.place("Dola")]))
    event = replace(event, span=page.at("killed six."), cues=(second,), alone=False)
    found = own_place(event)
    assert found is not None
    assert found.text == "Dola"


def test_a_village_of_a_list_has_itself() -> None:
    """A member of a list is nowhere else."""
    page = Page("Gunmen attacked Dola and Kobi.")
    dola, kobi = page.place("Dola"), page.place("Kobi")
    event = page.event(page.sentence(cues=[page.cue("attacked", "attack")], places=[dola, kobi]))
    event = replace(event, village=kobi)
    assert own_place(event) == kobi


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (place("Dola"), place("Kobi", span=(9, 13)), True),
        (place("Dola"), place("Dola town", hint="town"), False),
        (place("Dola"), place("near Tana", hint="near", names=()), False),
        (place("Dola"), NORD, False),
        (NORD, place("Sud region", hint="region", span=(40, 50)), True),
    ],
)
def test_two_names_of_one_closeness_contradict(
    first: PlaceMention, second: PlaceMention, *, expected: bool
) -> None:
    """A village and a region may be of one event, two villages not."""
    second = place(second.text, hint=second.hint, names=second.names)
    moved = place(second.text, hint=second.hint, names=(), span=second.span._replace(end=99))
    assert contradict(first, moved) is expected


@pytest.mark.parametrize(
    ("part", "town", "expected"),
    [
        (place("Bako road", quarter=True), place("Kobi"), True),
        (place("Bako road"), place("Kobi"), False),
        (place("Bako", held=("kobi",)), place("Kobi"), True),
        (place("Bako road", quarter=True), place("Kobi road", quarter=True), False),
        (place("Bako road", quarter=True), NORD, False),
    ],
)
def test_a_street_lies_in_the_town_told_of(
    part: PlaceMention, town: PlaceMention, *, expected: bool
) -> None:
    """A quarter that the words put nowhere else, or what they put into it."""
    assert inside(part, town) is expected


def test_the_finest_of_a_headings_places() -> None:
    """Countries are none; a town comes before a region."""
    country = place("Mali", hint="country")
    assert finest([country, NORD, place("Dola")]) == place("Dola")
    assert finest([country]) is None


def test_a_line_of_a_name_alone() -> None:
    """It heads what stands below; with other words it does not."""
    page = Page("Dola (Koro).", "Dola was calm.")
    dola, koro = page.place("Dola"), page.place("Koro")
    assert is_only_place(page.text, page.sentence(0, places=[dola, koro]))
    later = page.place("Dola", span=page.at("Dola", 5))
    assert not is_only_place(page.text, page.sentence(1, places=[later]))


def test_one_name_with_more_words_is_the_same() -> None:
    """The village of Dola is Dola; a region of its name is wider."""
    assert same(place("village of Dola"), place("Dola"))
    assert not same(place("Dola"), place("Kobi"))
    page = Page("Kobi: the Kobi region.")
    name, told = page.place("Kobi"), page.place("Kobi region", "Kobi", hint="region")
    assert calls_wider(told, name)
    assert closer(told, name) == name
    assert closer(None, told) == told


def test_an_unknown_village_is_where_it_is_near() -> None:
    """Of "Dola, near Kobi" the known one says where, if nobody knows Dola."""
    page = Page("Gunmen attacked Dola, near Kobi.")
    known = Place(kind="point", place_id="gn:1", lat_deg=1.0, lon_deg=1.0)
    dola = page.place("Dola", site=Place(kind="none"))
    kobi = page.place("near Kobi", "Kobi", hint="near", site=known)
    cues = [page.cue("attacked", "attack")]
    found = own_place(page.event(page.sentence(cues=cues, places=[dola, kobi])))
    assert found is not None
    assert found.text == "Dola"
    assert found.site is not None
    assert found.site.place_id == "gn:1"
    dola = page.place("Dola", site=known)
    assert own_place(page.event(page.sentence(cues=cues, places=[dola, kobi]))) == dola
