"""Turns of phrase that news agencies and situation reports use, and what must come of them."""

import pytest

from incidents.extract import extract
from incidents.finders.places import NoNames
from incidents.records import Incident
from incidents.report import Report


def read(text: str, language: str = "en") -> tuple[Incident, ...]:
    report = Report(id="r", text=text, published="2024-06-10", language=language)
    return extract(report, NoNames()).incidents


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A group of gunmen attacked a village on Sunday, killing seven villagers."),
        ("en", "A dozen militiamen stormed a market on Friday, injuring at least 12 traders."),
        ("fr", "Un groupe de combattants a attaqué un village dimanche, tuant sept villageois."),
    ],
)
def test_the_number_of_the_attackers_makes_no_clash(language: str, text: str) -> None:
    (one,) = read(text, language)
    assert one.sub_event_type == "Attack"
    assert one.civilian_targeting


@pytest.mark.parametrize(
    "text",
    [
        "TWO CIVILIANS KILLED AND AID CONVOY HIT IN CLASHES ON SUNDAY",
        "Gunmen Attack Remote Hill Village, Killing 19 People on Sunday",
        "AID WORKER AND HIS DRIVER KILLED IN AMBUSH ON MONDAY",
    ],
)
def test_capitals_of_a_headline_make_no_place(text: str) -> None:
    (one,) = read(text)
    assert one.place.text is None or one.place.text[0].islower()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rockets hit Kansara, Sufan and Fulayf in Homs province on Sunday, killing two."),
        ("en", "Troops shelled the villages of Saluri, Zaytun and Kelza in Homs province."),
        ("fr", "Des roquettes ont visé Kansara, Sufan et Fulayf dans la province de Homs."),
    ],
)
def test_the_container_of_a_list_contains_all_of_it(language: str, text: str) -> None:
    report = Report(id="r", text=text, published="2024-06-10", language=language)
    mentions = [
        m for m in extract(report, NoNames()).claims.places if m.span.end < text.index("Homs")
    ]
    assert len(mentions) == 3
    assert {span.of(text) for one in mentions for span in one.within} == {"Homs"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "Drone strike kills nine at fish market\n\nA strike by an armed drone hit a "
                "crowded market in Kobi on Sunday, killing nine people and wounding four."
            ),
        ),
        (
            "en",
            (
                "More than 60 villagers executed, monitors say\n\nSoldiers shot dead 64 villagers "
                "in Dola on 2 June, monitors said."
            ),
        ),
        (
            "en",
            (
                "Woman Killed In Shelling Of Border Town\n\nIn Kobi, rebel fighters struck a house "
                "with mortar shells, killing a woman."
            ),
        ),
        (
            "fr",
            (
                "Neuf morts dans une attaque de drone\n\nUne frappe de drone a visé un marché à "
                "Kobi dimanche, tuant neuf personnes."
            ),
        ),
    ],
)
def test_a_title_announces_what_the_first_sentence_tells(language: str, text: str) -> None:
    (one,) = read(text, language)
    assert one.place.text in {"Kobi", "Dola"} or (one.place.text or "").endswith("market")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "Gunmen killed nine people in an attack on a village in Ouaka region on Sunday.\n\n"
                "A farmer said numerous armed men opened fire on villagers and burned huts."
            ),
        ),
        (
            "en",
            (
                "Six herders were killed on Saturday when rebels attacked a market near Torit.\n\n"
                "The rebels started shooting from all sides, a trader said."
            ),
        ),
        (
            "en",
            (
                "At least four miners died in an attack on a camp near Lolgorien on Friday.\n\n"
                "The attackers then looted the entire camp, according to an elder."
            ),
        ),
        (
            "fr",
            (
                "Six éleveurs ont été tués samedi dans une attaque contre un campement."
                "\n\nLes assaillants ont ensuite pillé le campement, selon un chef local."
            ),
        ),
    ],
)
def test_a_sentence_with_nothing_of_its_own_goes_on(language: str, text: str) -> None:
    (one,) = read(text, language)
    assert one.casualties["killed"].low in {4, 6, 9}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Raiders killed 14 people in northern Jonglei state at the weekend.\n\n"
            "Local leaders called for calm.\n\n"
            "The raiders stormed the village of Panyang on Saturday, shooting at random."
        ),
        (
            "Gunmen killed 14 people in Ouham province on Sunday, officials said.\n\n"
            "The mayor visited the families.\n\n"
            "Gunmen on motorcycles stormed the village of Dongo at dawn, shooting at residents."
        ),
        (
            "Bandits killed 14 people in Tahoua region at the weekend.\n\n"
            "Bandits raided the village of Kori on Sunday and fired at farmers, a teacher said."
        ),
    ],
)
def test_a_lead_is_told_more_closely_further_down(text: str) -> None:
    (one,) = read(text)
    assert one.casualties["killed"].low == 14
    assert one.place.text is not None
    assert any(name in one.place.text for name in ("Panyang", "Dongo", "Kori"))


@pytest.mark.parametrize(
    "text",
    [
        "Rebels killed nine farmers in Dola on Sunday.\n\nThree other farmers were also wounded.",
        "Rebels killed nine farmers in Dola on Sunday.\n\nAnother resident confirmed the attack.",
        (
            "A jet struck a village near Dola on Sunday, killing nine, while troops were landed by "
            "two other helicopters."
        ),
    ],
)
def test_other_people_are_no_other_event(text: str) -> None:
    (one,) = read(text)
    assert one.casualties["killed"].low == 9


@pytest.mark.parametrize(
    "text",
    [
        (
            "Gunmen killed 14 people in Tahoua region on Sunday.\n\n"
            "On Monday, gunmen stormed the village of Kori."
        ),
        (
            "Gunmen killed 14 people in Tahoua region on Sunday.\n\n"
            "Soldiers attacked the village of Kori, killing three people."
        ),
        (
            "Gunmen killed 14 people in Tahoua region on Sunday.\n\n"
            "In another attack, gunmen stormed the village of Kori."
        ),
    ],
)
def test_what_has_a_day_or_toll_of_its_own_is_new(text: str) -> None:
    assert len(read(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        # The title's wider place, and the first sentence's own.
        (
            "Rebel killed in Quezon clash\n\nA rebel was killed in a clash with troops in the town"
            " of Gumaca on Monday."
        ),
        # A lead without a day, and another name of the same place.
        (
            "Two herders were hurt in an attack on the village of Kori.\n\n"
            "Raiders on camels stormed Kori village at dawn, an elder said."
        ),
        # One event told twice in the same words, the second time with nothing of its own.
        (
            "Two rebels died in a clash near Dola on Monday.\n\n"
            "Police said a clash erupted when patrolmen stopped the two."
        ),
        # The toll of "the attack", by somebody else.
        (
            "A missile killed five soldiers in Dola on Monday, officials said.\n\n"
            "But a broadcaster said seven soldiers were killed in the attack."
        ),
        # What a party adds to its toll.
        (
            "At least 15 soldiers were killed in an ambush near Dola on Monday.\n\n"
            "Al Shabaab claims to have killed 25 soldiers in the attack,"
            " saying it also destroyed military vehicles."
        ),
        # A dateline of nothing but a day.
        (
            "UN condemns raid\n\n21 June 2023 – The Council condemned the attack on Sunday"
            " in Dola that killed a soldier."
        ),
    ],
)
def test_one_event_told_twice_is_one(text: str) -> None:
    assert len(read(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        (
            "Rebels killed nine farmers in Dola on Sunday, an elder said.\n\n"
            "He also confirmed that several residents were badly wounded."
        ),
        (
            "Rebels killed nine farmers in Dola on Sunday.\n\n"
            "Several raids have also been claimed by the group."
        ),
        (
            "Rebels killed nine farmers in Dola on Sunday, the latest in a string of raids.\n\n"
            "Violence in the area includes arson and stone-throwing."
        ),
        (
            "Rebels killed nine farmers in Dola on Sunday.\n\n"
            "The Council called on the two sides to resume peace talks."
        ),
    ],
)
def test_what_is_appended_is_no_event(text: str) -> None:
    (one,) = read(text)
    assert one.casualties["killed"].low == 9


def test_an_acronym_in_brackets_ends_no_count() -> None:
    (one,) = read("At least 34 Lakurawa Front (LF) fighters were killed in a clash on Sunday.")
    assert one.casualties["killed"].low == 34


@pytest.mark.parametrize(
    "text",
    [
        (
            'A bomb killed at least 11 people in Dola on Monday.\n\n"Later an injured man died in'
            ' hospital," a doctor said.'
        ),
        ("Gunmen shot dead nine herders in Dola on Sunday. Two people also died of their wounds."),
        "A mine killed four soldiers in Dola on Sunday.\n\nOne soldier died in hospital.",
    ],
)
def test_who_dies_later_died_of_it(text: str) -> None:
    (one,) = read(text)
    assert one.casualties["killed"].low in {4, 5, 9, 11, 12}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "A blast killed four people in the town of Kobi on Monday.\n\nOfficers said "
                "militants had detonated explosives in Naro market."
            ),
        ),
        (
            "en",
            (
                "Two rebels were killed in a clash with soldiers in the town of Dola on Friday.\n\n"
                "A colonel said the troops engaged about ten rebels in Barangay Sumani at dawn."
            ),
        ),
        (
            "en",
            (
                "Gunmen killed a shopkeeper in Tana on Tuesday.\n\nThey shot him on Malin Road and "
                "fled."
            ),
        ),
        (
            "fr",
            (
                "Des hommes armés ont tué un commerçant dans la ville de Kobi lundi.\n\n"
                "Les assaillants ont attaqué la victime dans le quartier Saro, selon la police."
            ),
        ),
    ],
)
def test_a_part_of_the_town_goes_on_with_what_was_told_there(language: str, text: str) -> None:
    assert len(read(text, language)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "An explosion killed four people in Kobi on Monday, police said.\n\nAnother "
                "blast hit the Naro market area of Kobi."
            ),
        ),
        (
            "en",
            (
                "Two rebels were killed in a clash with soldiers in the town of Dola on Friday.\n\n"
                "Soldiers killed a rebel in Barangay Sumani on Wednesday."
            ),
        ),
        (
            "en",
            (
                "Gunmen killed a shopkeeper in Tana on Tuesday.\n\nGunmen shot dead three "
                "teachers on Malin Road in Dola."
            ),
        ),
        (
            "fr",
            (
                "Des hommes armés ont tué un commerçant à Kobi lundi.\n\nUne autre attaque "
                "a visé le quartier Saro."
            ),
        ),
    ],
)
def test_another_event_in_a_part_of_the_town_stands_alone(language: str, text: str) -> None:
    assert len(read(text, language)) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "Two farmers were wounded in an attack by militiamen on the village of Dola on "
                "Monday.\n\n“The government-backed gunmen then pillaged the entire village, and "
                "took all our cattle too.”"
            ),
        ),
        (
            "en",
            (
                "Two soldiers died in an attack on a post in Kobi valley on Friday.\n\n"
                "Officials said rebels attacked the post in the Saro area with machine guns."
            ),
        ),
        (
            "fr",
            (
                "Deux paysans ont été blessés dans une attaque de miliciens contre le village de "
                "Dola lundi.\n\nUn notable a parlé à la presse. « Les miliciens ont ensuite "
                "pillé tout le village. »"
            ),
        ),
    ],
)
def test_what_is_named_again_goes_on_with_its_incident(language: str, text: str) -> None:
    assert len(read(text, language)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "Two soldiers died in an attack on a post in Kobi valley on Friday.\n\n"
                "Rebels attacked another post in the Saro area, killing three policemen."
            ),
        ),
        (
            "en",
            (
                "Gunmen shot dead two farmers in Dola on Monday.\n\n"
                "Gunmen attacked a bus near Tana on Tuesday and looted the bus."
            ),
        ),
        (
            "fr",
            (
                "Des hommes armés ont tué deux paysans dans le village de Dola lundi.\n\n"
                "Mardi, des combattants ont pillé tout le village de Tana."
            ),
        ),
    ],
)
def test_what_is_named_anew_is_another_incident(language: str, text: str) -> None:
    assert len(read(text, language)) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "Four policemen were killed in a blast on Malin Road in Dola district on Sunday. "
                "Guards shifted the bodies and injured to Naro Memorial Hospital, Kobi."
            ),
        ),
        (
            "en",
            (
                "A bomb killed nine traders in Sarimba on Monday.\n\nThe wounded were rushed to "
                "Naro Hospital and the Bakoro Hospital, Kobi, for treatment."
            ),
        ),
        (
            "fr",
            (
                "Une bombe a tué neuf commerçants à Sarimba lundi.\n\nLes blessés ont été "
                "transportés à l'hôpital de Naro, à Kobi."
            ),
        ),
    ],
)
def test_where_the_wounded_were_brought_is_no_place_of_the_event(language: str, text: str) -> None:
    (one,) = read(text, language)
    assert one.place.text in {"Malin Road", "Dola district", "Sarimba"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "Three soldiers killed in ambush in Middle Tana\n\nThree army soldiers were killed "
                "on Sunday in an ambush at their base in Middle Tana region.\n\nSources said the "
                "militants stormed an army base located in Balo town."
            ),
        ),
        (
            "fr",
            (
                "Trois soldats tués dans une embuscade à Tana\n\nTrois soldats ont été tués "
                "dimanche dans une embuscade dans la région de Tana.\n\nSelon des sources, les "
                "assaillants ont attaqué une base de l'armée dans la ville de Balo."
            ),
        ),
    ],
)
def test_a_bare_name_in_a_title_is_the_region_that_the_body_calls_so(
    language: str, text: str
) -> None:
    (one,) = read(text, language)
    assert one.place.text is not None
    assert "Balo" in one.place.text
