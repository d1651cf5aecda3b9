"""What a report as a whole makes of its actors: countries, descriptions, references, namesakes."""

import pytest

from incidents.finders.actors import find_actors
from incidents.mentions import ActorMention
from incidents.text import read_document


def read(text: str, language: str = "en") -> dict[str, ActorMention]:
    """Find actors, by their words; the last of the same words."""
    return {mention.text: mention for mention in find_actors(read_document(text, language))}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Malian forces raided it.", "Malian forces", "Military Forces of Mali"),
        ("Mali government forces raided it.", "Mali government forces", "Military Forces of Mali"),
        ("The Malian army raided it.", "Malian army", "Military Forces of Mali"),
        ("Mali's army raided it.", "Mali's army", "Military Forces of Mali"),
        ("The Mali junta banned it.", "Mali junta", "Government of Mali"),
        ("Kenyan police fired.", "Kenyan police", "Police Forces of Kenya"),
        (
            "Senegalese gendarmes fired.",
            "Senegalese gendarmes",
            "Police Forces of Senegal Gendarmerie",
        ),
        ("The Nigerian Air Force bombed it.", "Nigerian Air Force", "Military Forces of Nigeria"),
        ("The FARDC attacked.", "FARDC", "Military Forces of the Democratic Republic of Congo"),
        ("FAMa attacked in Mali.", "FAMa", "Military Forces of Mali"),
        ("Fighters of the RSF in Sudan.", "Fighters of the RSF", "RSF: Rapid Support Forces"),
        ("In Mali, gunmen came.", "gunmen", "Unidentified Armed Group (Mali)"),
        ("In Haiti, armed gangs came.", "armed gangs", "Unidentified Gang (Haiti)"),
        ("In Mali, Dogon militiamen came.", "Dogon militiamen", "Dogon Ethnic Militia (Mali)"),
        ("Chadian rebels came.", "Chadian rebels", "Unidentified Armed Group (Chad)"),
        (
            "In Cameroon, armed separatists came.",
            "armed separatists",
            "Ambazonian Separatists (Cameroon)",
        ),
        (
            "It was the Blue Hill Liberation Front.",
            "Blue Hill Liberation Front",
            "Blue Hill Liberation Front",
        ),
    ],
)
def test_english_words_name_their_actor(text: str, words: str, name: str) -> None:
    assert read(text)[words].name == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("L'armée malienne a attaqué.", "armée malienne", "Military Forces of Mali"),
        (
            "Les forces armées maliennes (FAMa) ont attaqué.",
            "forces armées maliennes",
            "Military Forces of Mali",
        ),
        ("L'armée du Mali a attaqué.", "armée du Mali", "Military Forces of Mali"),
        (
            "Des gendarmes sénégalais ont tiré.",
            "gendarmes sénégalais",
            "Police Forces of Senegal Gendarmerie",
        ),
        ("Le GSIM a attaqué au Mali.", "GSIM", "JNIM: Group for Support of Islam and Muslims"),
        ("Au Niger, l'EIGS a attaqué.", "EIGS", "Islamic State Sahel Province"),
        ("Les rebelles du M23 ont attaqué.", "rebelles du M23", "M23: March 23 Movement"),
        (
            "Au Mali, des hommes armés sont venus.",
            "hommes armés",
            "Unidentified Armed Group (Mali)",
        ),
        (
            "Au Mali, des miliciens dogons sont venus.",
            "miliciens dogons",
            "Dogon Ethnic Militia (Mali)",
        ),
        ("Des soldats nigériens ont tiré.", "soldats nigériens", "Military Forces of Niger"),
        ("Des soldats nigérians ont tiré.", "soldats nigérians", "Military Forces of Nigeria"),
    ],
)
def test_french_words_name_their_actor(text: str, words: str, name: str) -> None:
    assert read(text, "fr")[words].name == name


@pytest.mark.parametrize(
    "text",
    [
        "An attack in Mali killed 13.",
        "The Red Cross said so.",
        "He flew to Niger State and the Niger Delta.",
        "The military operation ended.",
        "WHAT IS KNOWN SO FAR",
        "Turkish-made weapons were found.",
        "Somalia and Mauritius are far away.",
    ],
)
def test_what_is_no_actor_is_not_found(text: str) -> None:
    assert find_actors(read_document(text, "en")) == []


def test_countries_joined_before_one_noun_are_an_actor_each() -> None:
    found = find_actors(read_document("Malian, Nigerien and Burkinabe troops came.", "en"))
    assert [(m.text, m.country) for m in found] == [
        ("Malian", "ML"),
        ("Nigerien", "NE"),
        ("Burkinabe troops", "BF"),
    ]


DESCRIBED = "The Russian mercenary group Wagner came to Mali. "


@pytest.mark.parametrize(
    ("before", "words", "name"),
    [
        (DESCRIBED, "Russian mercenaries", "Wagner Group"),
        (DESCRIBED, "Russian fighters", "Wagner Group"),
        (DESCRIBED, "Ukrainian mercenaries", "Private Military Company (Ukraine)"),
        ("They came to Mali. ", "Russian mercenaries", "Private Military Company (Russia)"),
        ("They came to Mali. ", "Russian forces", "Military Forces of Russia"),
    ],
)
def test_mercenaries_are_a_group_only_where_the_report_says_so(
    before: str, words: str, name: str
) -> None:
    assert read(f"{before}{words} raided it.")[words].name == name


@pytest.mark.parametrize(
    ("before", "words", "name"),
    [
        (DESCRIBED, "Russian support", "Wagner Group"),
        (DESCRIBED, "Ukrainian support", "Military Forces of Ukraine"),
        ("They came to Mali. ", "Russian support", "Military Forces of Russia"),
    ],
)
def test_support_is_a_countrys_or_its_groups(before: str, words: str, name: str) -> None:
    assert read(f"{before}Soldiers, with {words}, raided it.")[words].name == name


def test_the_army_is_that_of_the_country_that_the_sentence_names() -> None:
    text = (
        "France and Mali talked in France. In Niger, the army killed four. In Chad, police fired."
    )
    found = {(m.text, m.name) for m in find_actors(read_document(text, "en"))}
    assert ("army", "Military Forces of Niger") in found
    assert ("police", "Police Forces of Chad") in found


@pytest.mark.parametrize(
    ("text", "words", "antecedent"),
    [
        ("JNIM took the town in Mali. The group burned it.", "The group", "JNIM"),
        ("Malian soldiers came. The soldiers burned it.", "The soldiers", "Malian soldiers"),
        ("Gunmen came to Mali. The attackers burned it.", "The attackers", "Gunmen"),
        ("Boko Haram met the army in Nigeria. They burned it.", "They", "Boko Haram"),
        ("Wagner came to Mali. The mercenaries burned it.", "The mercenaries", "Wagner"),
    ],
)
def test_references_stand_for_the_actor_before(text: str, words: str, antecedent: str) -> None:
    doc = read_document(text, "en")
    mention = next(m for m in find_actors(doc) if m.text == words)
    assert mention.refers_to is not None
    assert mention.refers_to.of(doc.text) == antecedent


def test_a_reference_to_nobody_is_left_out() -> None:
    assert find_actors(read_document("The group of tourists said hello.", "en")) == [] or all(
        m.refers_to is None for m in find_actors(read_document("The group said hello.", "en"))
    )


@pytest.mark.parametrize(
    ("text", "actor_id"),
    [
        ("In Congo-Kinshasa and the DRC, the ADF attacked.", "adf"),
        ("In Cameroon, the ADF attacked.", "adf-cm"),
        ("The Somali National Army said so in Somalia. The SNA attacked.", "state:SO:military"),
        ("In Syria, the SNA attacked.", "sna-sy"),
    ],
)
def test_namesakes_are_told_apart_by_the_report(text: str, actor_id: str) -> None:
    assert actor_id in {mention.actor_id for mention in find_actors(read_document(text, "en"))}


def test_namesakes_that_nothing_tells_apart_stay_open() -> None:
    (mention,) = find_actors(read_document("The SNA attacked.", "en"))
    assert mention.actor_id.startswith("ambiguous:")
    assert mention.name == "SNA"


def test_boilerplate_names_nobody() -> None:
    text = "Gunmen killed four in Mali.\n\nRelated News\nHamas attacks Israel\nMay 01, 2024\n"
    assert all("Hamas" not in m.text for m in find_actors(read_document(text, "en")))


COINED = "The Emirati mercenary group Redwater (RW) came to Mali. "


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        (COINED + "Redwater raided it.", "Redwater", "external forces"),
        (COINED + "Then RW raided it.", "RW", "external forces"),
        (COINED + "Emirati mercenaries raided it.", "Emirati mercenaries", "external forces"),
        ("The rebel group Zorvand came to Mali. Zorvand raided it.", "Zorvand", "rebel group"),
        (
            "A militia called Bato Kore came to Mali. Bato Kore raided it.",
            "Bato Kore",
            "political militia",
        ),
    ],
)
def test_a_group_that_only_the_report_names_is_known_from_then_on(
    text: str, words: str, kind: str
) -> None:
    mention = read(text)[words]
    assert mention.actor_id.startswith("named:")
    assert mention.kind == kind


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Mali and Niger talked.\n\nMALI. The army killed four.", "army", "ML"),
        ("Mali and Niger talked.\n\nNIGER\n\nThe army killed four.", "army", "NE"),
        ("Mali and Niger talked.\n\nIn Chad it was calm. The army killed four.", "army", "TD"),
        (
            "Niger talked to Niger. Soldiers fell near the border with Mali and Chad.",
            "Soldiers",
            "NE",
        ),
    ],
)
def test_the_army_is_that_of_the_label_or_paragraph(text: str, words: str, country: str) -> None:
    assert read(text)[words].country == country


@pytest.mark.parametrize(
    ("language", "text", "words", "name"),
    [
        ("en", "Moscow said its troops took Orlivka.", "its troops", "Military Forces of Russia"),
        ("en", "Kyiv launched drones at Belgorod.", "Kyiv", "Military Forces of Ukraine"),
        ("en", "In Sudan, the RSF said its fighters won.", "its fighters", "RSF"),
        ("fr", "Kigali affirme que ses soldats sont partis.", "ses soldats", "Military Forces of"),
        ("en", "In Libya, gunmen loyal to Haftar came.", "gunmen loyal to Haftar", "LNA"),
        ("fr", "En Libye, les forces de Khalifa Haftar ont tiré.", "forces de Khalifa Haf", "LNA"),
        (
            "en",
            "In Sudan, a militia allied with the army came.",
            "militia",
            "Pro-Government Militia",
        ),
        ("fr", "Des miliciens alliés à l'armée ont tué au Tchad.", "miliciens", "Pro-Government"),
        (
            "en",
            "In Chad, forces loyal to the government came.",
            "forces loyal",
            "Military Forces of",
        ),
        (
            "en",
            "In DRC, the 3401st regiment came.",
            "3401st regiment",
            "Military Forces of the Demo",
        ),
        (
            "fr",
            "En RDC, le 12e bataillon est venu.",
            "12e bataillon",
            "Military Forces of the Demo",
        ),
        ("en", "In Cameroon, BIR soldiers came.", "BIR soldiers", "Military Forces of Cameroon"),
        ("en", "In Mozambique, Al-Shabab killed ten.", "Al-Shabab", "Islamic State Mozambique"),
        ("en", "In Pakistan, 15 khawarij died.", "khawarij", "TTP"),
        ("en", "In Somalia, 15 Khawarij died.", "Khawarij", "Al Shabaab"),
        ("fr", "En Turquie, des militants du PKK ont tiré.", "militants du PKK", "PKK"),
        ("fr", "Au Burundi, vingt militants ont été arrêtés.", "militants", "Civilians (Burundi)"),
        ("en", "In Niger, JNIM claimed it.", "JNIM", "JNIM"),
        ("fr", "Les VDP ont repoussé le JNIM au Mali.", "VDP", "VDP"),
    ],
)
def test_whose_men_they_are(language: str, text: str, words: str, name: str) -> None:
    found = read(text, language)
    assert [m.name for said, m in found.items() if said.startswith(words) or words in said]
    assert next(m for said, m in found.items() if words in said).name.startswith(name)


def test_words_of_a_jnim_claimed_attack_name_the_group_of_the_attack_only() -> None:
    assert "Hamas" not in read("The Hamas-run ministry said ten died in Gaza.")
    assert "Hamas" in read("Hamas held ten hostages in Gaza.")
