"""Places are known before accounts are joined, and the record is right when it is first written."""

from incidents.extract import Extraction, extract
from incidents.finders.places import NoNames
from incidents.record.retype import TAKEN
from incidents.record.write import content_id
from incidents.report import Report
from tests.incidents.grounds import KnownTowns


def read(text: str, towns: KnownTowns) -> Extraction:
    report = Report(id="r", text=text, published="2024-06-10", language="en")
    return extract(report, NoNames(), towns)


def test_each_place_mention_has_its_site() -> None:
    """What the finder of places found carries where it is."""
    found = read("Gunmen killed 12 people in Dola on 3 June.", KnownTowns({"Dola": "ML"}))
    (place,) = found.claims.places
    assert place.site is not None
    assert place.site.country == "ML"


def test_the_words_alone_have_no_site() -> None:
    """Without a gazetteer the place keeps its words, and nothing is resolved."""
    report = Report(id="r", text="Gunmen killed 12 people in Dola on 3 June.", language="en")
    found = extract(report, NoNames())
    assert [place.site for place in found.claims.places] == [None]
    assert [(one.place.text, one.place.country) for one in found.incidents] == [("Dola", None)]


def test_an_incident_without_a_place_is_in_the_country_spoken_of() -> None:
    """It has the country, and no words for it."""
    found = read("Gunmen killed 12 farmers on 3 June.", KnownTowns({}, around="NG"))
    assert [(one.place.text, one.place.country) for one in found.incidents] == [(None, "NG")]


def test_an_id_is_the_hash_of_what_the_record_says() -> None:
    """The type that the place decides is in it."""
    text = "Russian troops captured Dola on 3 June."
    (one,) = read(text, KnownTowns({"Dola": "UA"})).incidents
    assert one.sub_event_type == TAKEN
    assert one.id == content_id(one, text)


def test_a_part_knows_the_final_id_of_its_whole() -> None:
    """The whole is written, id and all, before its parts are."""
    text = (
        "Two attacks in Borno state killed 20 people on 3 June. In the first attack, 12 people"
        " were killed in Dola. In the second, eight died in Kobi."
    )
    whole, *parts = read(text, KnownTowns({"Borno": "NG", "Dola": "NG", "Kobi": "NG"})).incidents
    assert len(parts) == 2
    assert {part.part_of for part in parts} == {whole.id}
