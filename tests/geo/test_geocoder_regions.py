"""The first-level region is the one that the words name, or the gazetteer's."""

import pytest

from geo.geocoder.answers import undecided
from geo.geocoder.scoring import Scored
from incidents.finders.places import find_places
from incidents.mentions import PlaceMention
from incidents.records import Place, Span
from tests.geo.places_world import geocoder, world


def placed(text: str, words: str, language: str = "en") -> Place:
    mentions = find_places(text, world(), language)
    places = geocoder().resolve(text, mentions)
    return next(p for m, p in zip(mentions, places, strict=True) if m.text == words)


@pytest.mark.parametrize(
    ("text", "words", "language", "admin1"),
    [
        ("They were killed in Bunia, in Ituri, in the DRC.", "Bunia", "en", "Ituri"),
        ("Tués au village de Kobulabe, territoire de Djugu, en Ituri, en RDC.",
         "village de Kobulabe", "fr", "Ituri"),
        ("They were ambushed on the Damboa-Biu road in Nigeria's Borno state.",
         "Damboa-Biu road", "en", "Borno"),
        ("Borno: Troops were ambushed along the Damboa-Biu road.", "Damboa-Biu road", "en",
         "Borno"),
        ("Unity State, South Sudan\n- Armed youth raided Kobulabe.", "Kobulabe", "en", "Unity"),
        ("They were killed in Tessit, in Mali's Gao region.", "Tessit", "en", "Gao"),
        ("A bomb went off in Kandahar, Afghanistan.", "Kandahar", "en", "Kandahar"),
    ],
)  # fmt: skip
def test_region_is_told(text: str, words: str, language: str, admin1: str) -> None:
    """Also where the gazetteer's boundaries are older than the region."""
    assert placed(text, words, language).admin1 == admin1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A Russian missile hit Nikopol on Sunday.", "Nikopol"),
        ("Explosions rocked Kiev; a Russian missile had hit it.", "Kiev"),
        ("An Iranian drone fell on Odesa.", "Odesa"),
    ],
)
def test_whose_weapon_it_was_does_not_say_where_it_fell(text: str, words: str) -> None:
    assert placed(text, words).country == "UA"


@pytest.mark.parametrize(
    ("text", "words", "language"),
    [
        ("Pirates boarded a tanker off the coast of Somalia.", "off the coast of Somalia", "en"),
        ("Fishermen were killed off Gaza.", "off Gaza", "en"),
        ("Un pétrolier a été attaqué au large du Bénin.", "au large du Bénin", "fr"),
    ],
)
def test_off_a_coast_is_at_sea(text: str, words: str, language: str) -> None:
    """An area, where_prec 7, with no land in it."""
    place = placed(text, words, language)
    assert (place.kind, place.precision) == ("area", 7)
    assert place.lat_deg is not None


def test_off_a_town_far_from_the_sea_is_near_it() -> None:
    assert placed("Shots were fired off Bamako in Mali.", "off Bamako").precision == 2


def test_namesakes_of_one_division_are_drawn_as_it() -> None:
    """Nothing decides between them, but all that may be meant lies there."""
    region = world().by_id("ne:ML09")
    assert region is not None
    town = next(item.entry for item in world().lookup("Ansongo") if item.entry.kind == "town")
    other = town._replace(place_id="gn:0", lat_deg=town.lat_deg + 1)
    mention = PlaceMention(text="Ansongo", span=Span(0, 7), hint="plain", rule="places.name")
    tied = [Scored(town, 1.0), Scored(other, 1.0)]
    place = undecided(mention, tied, region)
    assert (place.kind, place.precision, place.admin1) == ("area", 4, "Gao")
    assert len(place.candidates) == 2
    assert undecided(mention, tied).kind == "none"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Gunmen kidnapped farmers in Tori, Borno, Nigeria.", "Tori", "NG"),
        ("Gunmen killed six people in Niger, Nigeria.", "Niger", "NG"),
    ],
)
def test_nothing_lies_outside_the_country_of_its_container(
    text: str, words: str, country: str
) -> None:
    """A name known abroad alone is answered with what the words say contains it."""
    assert placed(text, words).country == country


@pytest.mark.parametrize(
    ("text", "words", "language", "country"),
    [
        ("A car bomb killed six in Mosul, Middle East.", "Mosul", "en", "IQ"),
        ("Gunmen killed four people in Diffa, in the Sahel.", "Diffa", "en", "NE"),
        ("Shelling killed three people in Sevastopol, Russia.", "Sevastopol", "en", "UA"),
        ("Un bombardement a tué trois civils à Sébastopol, en Russie.", "Sébastopol", "fr", "UA"),
        ("Police shot two people in Pristina, Serbia.", "Pristina", "en", "XK"),
    ],
)
def test_a_known_town_stays_where_it_is(text: str, words: str, language: str, country: str) -> None:
    """A container of several countries doesn't move it, nor a neighbour that claims it."""
    place = placed(text, words, language)
    assert (place.kind, place.country) == ("point", country)


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Gunmen killed two people in Kano, Mali.", "Kano", "ML"),
        ("Gunmen killed two people in Victoria, Nigeria.", "Victoria", "NG"),
    ],
)
def test_a_namesake_far_off_is_not_meant(text: str, words: str, country: str) -> None:
    """However well known: the words name a country that doesn't touch its own."""
    place = placed(text, words)
    assert (place.kind, place.country) == ("none", country)
