"""The first-level region is the one that the words name, or the gazetteer's."""

import pytest

from geo.geocoder.answers import undecided
from geo.geocoder.scoring import Scored
from geo.pipeline import Pipeline
from incidents.finders.places import find_places
from incidents.mentions import PlaceMention
from incidents.records import Place, Span
from incidents.report import Report
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


@pytest.mark.parametrize(
    ("text", "language", "base"),
    [
        ("Gunmen attacked Tegoubal, a village near Ansongo, killing four.", "en", "Ansongo"),
        ("Gunmen killed four people in Tegoubal, close to Gao, on 9 April.", "en", "Gao"),
        ("Des hommes ont attaqué Tegoubal, un village proche de Gao, tuant un civil.", "fr", "Gao"),
        ("Quatre civils ont été tués à Tegoubal, non loin de Gao.", "fr", "Gao"),
    ],
)
def test_an_unlisted_village_is_near_what_the_words_say(
    text: str, language: str, base: str
) -> None:
    """As a point for about 25 km."""
    report = Report(id="r", text=text, published="2024-04-28", language=language)
    places = [one.place for one in Pipeline(world()).read(report) if one.place]
    assert [(one.text, one.kind, one.precision) for one in places] == [("Tegoubal", "point", 2)]
    assert base in (places[0].name or "")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Four people wounded in an attack were taken to Gao hospital on 9 April.", "en"),
        ("Gao hospital received ten bodies on 9 April after gunmen attacked a bus.", "en"),
        ("L'hôpital de Gao a reçu dix corps le 9 avril après une attaque contre un bus.", "fr"),
        ("Quatre blessés ont été évacués vers l'hôpital de Gao après une attaque.", "fr"),
    ],
)
def test_where_victims_are_cared_for_they_were_not_hit(text: str, language: str) -> None:
    """The country is all that is known."""
    report = Report(id="r", text=text, published="2024-04-28", language=language)
    places = [one.place for one in Pipeline(world()).read(report) if one.place]
    assert {(one.kind, one.country) for one in places} == {("none", "ML")}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Shelling hit the hospital in Gao on 9 April, killing four patients.", "en"),
        ("Des obus ont frappé l'hôpital de Gao le 9 avril, tuant quatre patients.", "fr"),
    ],
)
def test_a_hospital_that_is_hit_is_the_place(text: str, language: str) -> None:
    """What was done there was done there."""
    report = Report(id="r", text=text, published="2024-04-28", language=language)
    places = [one.place for one in Pipeline(world()).read(report) if one.place]
    assert [(one.name, one.kind) for one in places] == [("Gao", "point")]


def test_a_capital_far_off_that_urges_is_no_country_of_the_report() -> None:
    """Nor a place of the crime whose authors it wants tried."""
    text = (
        "Rebels killed five farmers in Beni on 9 April. Washington urged the government to"
        " punish those who killed the farmers. The EU asked that those who killed them be tried."
    )
    report = Report(id="r", text=text, published="2024-04-28", language="en")
    places = [one.place for one in Pipeline(world()).read(report) if one.place]
    assert [(one.name, one.country) for one in places] == [("Beni", "CD")]
