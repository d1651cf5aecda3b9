"""Claims become incidents: split, joined, typed, dated, placed and counted as coders would."""

import pytest

from incidents.extract import Extraction, extract
from incidents.finders.places import NoNames
from incidents.linking.relation import Relation
from incidents.records import COUNT_KEYS, Incident
from incidents.report import Report


def read(text: str, language: str = "en", published: str = "2024-06-10") -> Extraction:
    report = Report(id="r", text=text, published=published, language=language)
    return extract(report, NoNames())


def incidents(text: str, language: str = "en") -> list[Incident]:
    return list(read(text, language).incidents)


def types(text: str, language: str = "en") -> list[str]:
    return [one.sub_event_type for one in incidents(text, language)]


TYPES = [
    ("Air/drone strike", "en", "An air strike on Dola on Monday killed six people."),
    ("Air/drone strike", "fr", "Une frappe de drone à Dola a tué six personnes lundi."),
    ("Shelling/artillery/missile attack", "en", "On 3 June the army shelled the town of Dola."),
    ("Shelling/artillery/missile attack", "fr", "Des obus sont tombés sur Dola le 3 juin."),
    ("Suicide bomb", "en", "On 3 June a suicide bomber blew himself up in Dola."),
    ("Suicide bomb", "fr", "Un kamikaze s'est fait exploser à Dola le 3 juin."),
    ("Remote explosive/landmine/IED", "en", "A roadside bomb killed four soldiers on Monday."),
    ("Remote explosive/landmine/IED", "fr", "Leur véhicule a sauté sur une mine le 3 juin à Dola."),
    ("Grenade", "en", "On 3 June attackers hurled a grenade into a bar in Dola."),
    ("Chemical weapon", "en", "On 3 June a chlorine attack on Dola killed 12 people."),
    ("Armed clash", "en", "On 3 June the army clashed with rebels near Dola."),
    ("Armed clash", "fr", "Le 3 juin, des combats ont opposé l'armée aux rebelles à Dola."),
    ("Armed clash", "en", "Gunmen attacked an army base in Dola on 3 June, killing five soldiers."),
    ("Attack", "en", "Gunmen attacked a village near Dola on 3 June, killing five farmers."),
    ("Attack", "fr", "Des hommes armés ont attaqué un village le 3 juin, tuant cinq paysans."),
    ("Government regains territory", "en", "On 3 June the army recaptured the town of Dola."),
    ("Abduction/forced disappearance", "en", "On 3 June gunmen abducted 30 pupils in Dola."),
    ("Abduction/forced disappearance", "fr", "Des hommes armés ont enlevé 30 élèves le 3 juin."),
    ("Sexual violence", "en", "On 3 June soldiers raped six women in Dola."),
    (
        "Peaceful protest",
        "en",
        "Hundreds of traders protested peacefully against the tax in Dola on 3 June.",
    ),
    ("Protest with intervention", "en", "On 3 June police fired tear gas at protesters in Dola."),
    (
        "Protest with intervention",
        "fr",
        "Le 3 juin, la police a dispersé une manifestation à Dola.",
    ),
    (
        "Excessive force against protesters",
        "en",
        "On 3 June soldiers opened fire on protesters in Dola, killing two.",
    ),
    ("Violent demonstration", "en", "On 3 June protesters in Dola threw stones at the police."),
    ("Mob violence", "en", "On 3 June an angry crowd in Dola lynched a suspected thief."),
    ("Mob violence", "fr", "Le 3 juin, un voleur présumé a été lynché à Dola."),
    ("Agreement", "en", "The government and the rebels signed a ceasefire in Dola on 3 June."),
    ("Arrests", "en", "Police arrested 20 activists in Dola on 3 June."),
    ("Arrests", "fr", "La police a interpellé 20 militants à Dola le 3 juin."),
    ("Disrupted weapons use", "en", "Police seized two rifles and a grenade in Dola on 3 June."),
    ("Looting/property destruction", "en", "On 3 June militiamen looted shops in Dola."),
    (
        "Looting/property destruction",
        "fr",
        "Le 3 juin, des miliciens ont pillé des boutiques à Dola.",
    ),
    ("Headquarters or base established", "en", "The army set up a new base in Dola on 3 June."),
    ("Change to group/activity", "en", "On 3 June troops withdrew from the town of Dola."),
]


@pytest.mark.parametrize(("sub_type", "language", "text"), TYPES)
def test_one_event_gets_the_coders_type(sub_type: str, language: str, text: str) -> None:
    assert types(text, language) == [sub_type]


NONE = [
    ("en", "The group threatened to attack schools in Dola on Monday."),
    ("en", "Residents of Dola fear an attack by rebels."),
    ("en", "Militants could attack the town of Dola on Friday."),
    ("en", "If the rebels attack Dola, thousands will flee."),
    ("en", "The army denied that it had attacked the village of Dola on 3 June."),
    ("en", "No attack took place in Dola on 3 June."),
    ("en", "Since 2012, attacks have killed more than 4,000 people in the region."),
    ("en", "They marked the anniversary of the massacre in Dola on 3 June."),
    ("en", "The striker led the attack and scored twice on 3 June."),
    ("en", "On 3 June an earthquake killed 40 people in Dola."),
    ("en", "On 3 June 12 people died in a plane crash near Dola."),
    ("en", "Cholera has killed 60 people in the camp of Dola."),
    ("en", "The drones are capable of executing precise strikes."),
    ("en", "He had a heart attack in Dola on 3 June."),
    ("en", "He was sentenced on Monday to ten years for the killing of a priest in Dola."),
    ("fr", "Le groupe menace d'attaquer les écoles de Dola."),
    ("fr", "Les habitants de Dola craignent une attaque."),
    ("fr", "Le 3 juin, des inondations ont fait 40 morts à Dola."),
    ("fr", "Depuis 2012, les attaques ont fait plus de 4 000 morts dans la région."),
    ("fr", "L'armée nie avoir attaqué le village de Dola le 3 juin."),
    ("fr", "Aucune attaque n'a eu lieu à Dola le 3 juin."),
]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_is_no_incident_is_none(language: str, text: str) -> None:
    assert types(text, language) == []


SPLIT = [
    (
        1,
        "en",
        "Gunmen attacked Dola on 3 June. The attackers killed ten people and burned 20 houses.",
    ),
    (
        1,
        "en",
        "An air strike hit Dola on 3 June. At least six people were killed. Four were wounded.",
    ),
    (
        1,
        "en",
        "On 3 June gunmen ambushed a convoy, killing two. The group claimed the ambush on Friday.",
    ),
    (
        2,
        "en",
        "On 3 June gunmen attacked Dola, killing ten. In a separate attack five died in Kobi.",
    ),
    (
        2,
        "en",
        "A drone strike on a wedding in Dola killed four, followed by another on a funeral.",
    ),
    (2, "en", "On 3 June rebels shelled Dola. On 5 June rebels shelled Kobi."),
    (
        2,
        "en",
        "- 3 June: gunmen killed two men in Dola.\n- 4 June: gunmen killed three in Dola.",
    ),
    (3, "en", "On 3 June gunmen raided the villages of Dola, Kobi and Sare."),
    (1, "fr", "Des hommes armés ont attaqué Dola le 3 juin. Dix personnes ont été tuées."),
    (
        2,
        "fr",
        "Le 3 juin, une attaque à Dola a tué dix civils. Par ailleurs, cinq sont morts à Kobi.",
    ),
]


@pytest.mark.parametrize(("number", "language", "text"), SPLIT)
def test_incidents_are_told_apart_and_joined(number: int, language: str, text: str) -> None:
    assert len(types(text, language)) == number


COUNTS = [
    (
        "en",
        "Gunmen killed 12 people and wounded 20 others in Dola on 3 June.",
        {"killed": 12, "injured": 20},
    ),
    (
        "en",
        "On 3 June 12 people were killed and 20 wounded in an attack on Dola.",
        {"killed": 12, "injured": 20},
    ),
    (
        "en",
        "On 3 June soldiers arrested and then executed 25 men in Dola.",
        {"killed": 25, "detained": 25},
    ),
    (
        "en",
        "On 3 June troops rounded up 100 men in Dola and shot dead 48 of them.",
        {"killed": 48, "detained": 100},
    ),
    (
        "en",
        "Gunmen killed seven people, including three children, in Dola on 3 June.",
        {"killed": 7, "killed_children": 3},
    ),
    ("en", "A strike on Dola on 3 June killed three soldiers and two civilians.", {"killed": 5}),
    ("en", "Gunmen burned 40 houses and killed four people in Dola on 3 June.", {"killed": 4}),
    ("en", "Gunmen abducted 30 pupils in Dola on 3 June.", {"abducted": 30}),
    (
        "fr",
        "Une attaque à Dola le 3 juin a fait 12 morts et 20 blessés.",
        {"killed": 12, "injured": 20},
    ),
    (
        "fr",
        "Le 3 juin, des hommes armés ont tué huit civils, dont trois femmes, à Dola.",
        {"killed": 8, "killed_women": 3},
    ),
]


@pytest.mark.parametrize(("language", "text", "counts"), COUNTS)
def test_numbers_count_what_the_words_say(language: str, text: str, counts: dict[str, int]) -> None:
    found = incidents(text, language)
    assert len(found) == 1
    assert {key: count.low for key, count in found[0].casualties.items()} == counts
    assert set(found[0].casualties) <= set(COUNT_KEYS)


def test_a_part_is_counted_once() -> None:
    whole, part = incidents(
        "Two air strikes on Dola on 3 June killed 13 people. "
        "One of the strikes killed seven children."
    )
    assert (whole.count, whole.part_of) == (2, None)
    assert part.part_of == whole.id
    assert part.place.basis == "inherited"
    assert part.casualties["killed_children"].low == 7


def test_a_toll_of_several_places_is_counted_once() -> None:
    whole, *parts = incidents("On 3 June rockets hit Dola, Kobi and Sare, killing seven people.")
    assert (whole.count, whole.casualties["killed"].low, whole.place.text) == (3, 7, None)
    assert [part.place.text for part in parts] == ["Dola", "Kobi", "Sare"]
    assert all(part.part_of == whole.id and not part.casualties for part in parts)


def test_places_of_a_list_keep_the_tolls_told_for_them() -> None:
    found = incidents(
        "Gunmen raided the villages of Dola, Kobi and Sare: 9 dead in Dola, 4 dead in Kobi."
    )
    assert [str(one.place.text).split()[-1] for one in found] == ["Dola", "Kobi", "Sare"]
    tolls = [one.casualties["killed"].low if one.casualties else None for one in found]
    assert tolls == [9, 4, None]


def test_tolls_that_add_up_elsewhere_by_chance_are_no_parts() -> None:
    found = incidents(
        "On 3 June an air strike in Dola killed seven people. "
        "On 3 June shelling in Kobi killed two civilians. On 3 June gunmen in Sare killed five."
    )
    assert [one.part_of for one in found] == [None, None, None]


def test_incidents_that_add_up_to_a_toll_are_its_parts() -> None:
    whole, first, second = incidents(
        "On 3 June gunmen killed 91 people in Dola and Kobi, residents said. "
        "Sixty-four were killed in Dola. Another 27 were killed in Kobi."
    )
    assert first.part_of == second.part_of == whole.id


@pytest.mark.parametrize(
    ("text", "edtf", "basis"),
    [
        ("Gunmen killed six people in Dola on 3 June.", "2024-06-03", "stated"),
        (
            "Gunmen killed six people in Dola on Monday, police said on Tuesday.",
            "2024-06-10",
            "relative",
        ),
        ("On 3 June rebels shelled Dola. Another strike hit Kobi.", "2024-06-03", "inherited"),
        ("Gunmen killed six people in Dola.", "2024-06-10", "publication"),
    ],
)
def test_a_date_says_on_what_it_stands(text: str, edtf: str, basis: str) -> None:
    date = incidents(text)[-1].date
    assert date is not None
    assert (date.edtf, date.basis) == (edtf, basis)


def test_rival_versions_are_both_kept() -> None:
    found = incidents(
        "The army said that it had killed 15 terrorists in Dola on 3 June. "
        "Villagers said that nine civilians were killed in the attack."
    )
    assert len(found) == 1
    told = {claim.source: claim.casualties["killed"].low for claim in found[0].claims}
    assert sorted(told.values()) == [9, 15]


def test_civilians_hit_make_it_civilian_targeting() -> None:
    assert incidents("An air strike on a market in Dola on 3 June killed six.")[
        0
    ].civilian_targeting
    hit = incidents("An air strike on 3 June killed six militants near Dola.")[0]
    assert not hit.civilian_targeting


def test_every_decision_is_told() -> None:
    extraction = read("Gunmen killed six people in Dola on 3 June. They also raid villages.")
    assert [one.relation for one in extraction.links][:1] == [Relation.NEW]
    assert all(one.why for one in extraction.links)


def test_a_long_row_of_another_and_another_is_read_through() -> None:
    text = "A drone strike hit Kobi. " + "Another strike hit Dola. " * 1500
    found = extract(Report(id="row", text=text, published="2024-05-05", language="en"), NoNames())
    assert len(found.incidents) > 1000
    assert {incident.sub_event_type for incident in found.incidents[:20]} == {"Air/drone strike"}
