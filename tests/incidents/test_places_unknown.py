"""Names that no gazetteer has are places where the words say so; what contains them is read."""

import pytest

from incidents.extract import extract
from incidents.finders.places import NoNames, find_places
from incidents.mentions import PlaceMention
from incidents.report import Report
from tests.incidents.place_names import SomeNames

NAMES = SomeNames()


def named(text: str, language: str = "en") -> dict[str, PlaceMention]:
    return {mention.text: mention for mention in find_places(text, NAMES, language)}


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("Shells hit Deir al-Sarim in the south on Sunday, killing five.", "en", "Deir al-Sarim"),
        ("Clashes erupted in Sarim's Abu Kobal district on Sunday.", "en", "Abu Kobal district"),
        ("Gunmen held up two buses at the Ali Sarimba bridge.", "en", "Ali Sarimba bridge"),
        ("He was killed in Baghlan-e Sarimi on Sunday.", "en", "Baghlan-e Sarimi"),
        ("Troops fired on Sarimpur at dawn.", "en", "Sarimpur"),
        ("Des gangs ont attaqué dimanche Pont-Sarim, tuant dix civils.", "fr", "Pont-Sarim"),
        ("Des drones ont visé un fief du gang à Bas-Sarim.", "fr", "Bas-Sarim"),
        ("Un mort dans le groupement Sarim-Madiwe, lundi.", "fr", "groupement Sarim-Madiwe"),
    ],
)
def test_a_whole_unknown_name_is_found(text: str, language: str, place: str) -> None:
    """Neither an article, a hyphen nor a common first word cuts it."""
    assert place in named(text, language)


@pytest.mark.parametrize(
    ("text", "language", "inner", "outer"),
    [
        ("killed in Kobal on Sunday, in the Gao region", "en", "Kobal", "Gao"),
        ("in Gao's Sarimba district, Mali", "en", "Sarimba district", "Gao"),
        ("the Sarim camp for displaced people in Gao", "en", "Sarim camp", "Gao"),
        ("killed in Kobal, 20 km east of Ansongo, in Mali", "en", "Kobal", "Mali"),
        ("tués à Kobal dimanche, dans la région de Gao", "fr", "Kobal", "Gao"),
        ("Gao Region\nTwo were killed in Kobal.\nTen died in Sarim.", "en", "Sarim", "Gao"),
        ("Cercle d'Ansongo\n- 3 juin : deux morts à Kobal.", "fr", "Kobal", "Ansongo"),
    ],
)
def test_what_contains_it_is_read(text: str, language: str, inner: str, outer: str) -> None:
    """Across a day, from an owner, from a distance's end, from a heading above."""
    mention = named(text, language)[inner]
    assert outer in {span.of(text) for span in mention.within}


def test_a_line_of_prose_is_no_heading() -> None:
    """Only a line that is a place's name alone heads what stands below it."""
    text = "Two were killed in Gao\nTen died in Kobal."
    assert named(text)["Kobal"].within == ()


def test_a_place_with_its_distance_is_called_by_its_name() -> None:
    """The other end of the distance is told too, but is no place of the event."""
    text = "three died in Kobal, 20 km east of Ansongo."
    found = named(text)
    assert [name.of(text) for name in found["Kobal"].names] == ["Kobal", "Ansongo"]
    assert found["Ansongo"].locative is False


@pytest.mark.parametrize(
    "text",
    ["a feud between Sarim and Kobal youths", "a researcher at Sarim said", "they hit him hard"],
)
def test_peoples_and_employers_are_no_places(text: str) -> None:
    assert [m for m in find_places(text, NoNames(), "en") if m.locative] == []


def test_a_region_before_a_town_contains_it() -> None:
    """As an adjective would: "the northern Mali town of Kobal"."""
    text = "shot dead in the Mopti town of Kobal"
    assert [span.of(text) for span in named(text)["town of Kobal"].within] == ["Mopti"]


@pytest.mark.parametrize(
    "text",
    ["Kobal, Gao, Mali. Gunmen killed two men.", "Bir Kobal, Gao. A mine killed two men."],
)
def test_an_unknown_name_at_the_head_of_an_entry_is_its_place(text: str) -> None:
    """An entry that begins with a name in a known region happened there."""
    (incident,) = extract(Report(id="r", text=text), NAMES).incidents
    place = incident.place
    assert place is not None
    assert place.text == text.split(",", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("Airstrike, Gao region. Four people were killed.", "en", "Gao region"),
        ("Ambush, Gao region. Four soldiers were killed.", "en", "Gao region"),
        ("Attaque, région de Gao. Quatre morts.", "fr", "région de Gao"),
        ("Sarimo, Gao region. Four people were killed.", "en", "Sarimo"),
    ],
)
def test_what_was_done_is_no_place_at_the_head_of_an_entry(
    text: str, language: str, place: str
) -> None:
    """A name there is one."""
    report = Report(id="r", text=text, published="2024-06-10", language=language)
    places = [one.place.text for one in extract(report, NAMES).incidents if one.place]
    assert places == [place]
