"""Who took part where no name stands beside the verb: crowds, villages, those presumed."""

import pytest

from incidents.record.actors import implied
from incidents.records import Actor
from tests.incidents.building import cluster, cue, told
from tests.incidents.reading import read


def who(text: str, language: str = "en") -> set[tuple[str, str]]:
    """Name the actors of a text's incidents with their roles."""
    found = read(text, language)
    return {(actor.name.split(":")[0], actor.role) for one in found for actor in one.actors}


@pytest.mark.parametrize(
    ("language", "text", "group", "role"),
    [
        (
            "en",
            "Gunmen believed to be JNIM fighters killed nine villagers in Mali on Sunday.",
            "JNIM",
            "perpetrator",
        ),
        (
            "en",
            "In Niger masked men on motorcycles, presumably ISSP, killed two herders on Sunday.",
            "Islamic State Sahel Province",
            "perpetrator",
        ),
        (
            "en",
            "On Sunday soldiers killed six men suspected to be ADF rebels in Congo.",
            "ADF",
            "target",
        ),
        (
            "en",
            "A Dogon militia (Dan Na Ambassagou) killed six herders in Mali on Sunday.",
            "Dan Na Ambassagou",
            "perpetrator",
        ),
        (
            "fr",
            "Des hommes soupçonnés d'être des combattants du JNIM ont tué six villageois au Mali.",
            "JNIM",
            "perpetrator",
        ),
        (
            "fr",
            "Des hommes armés, vraisemblablement du JNIM, ont tué six villageois dimanche au Mali.",
            "JNIM",
            "perpetrator",
        ),
    ],
)
def test_who_is_said_to_be_a_group_has_the_part_of_whom_it_is_said(
    language: str, text: str, group: str, role: str
) -> None:
    """Those presumed to be a group's men did or suffered what the nameless did or suffered."""
    found = who(text, language)
    assert (group, role) in found
    assert not any(name.startswith("Unidentified") for name, _ in found)


@pytest.mark.parametrize(
    ("language", "text", "group"),
    [
        (
            "en",
            "Soldiers in Somalia detained four men in a raid in search of an al-Shabaab leader.",
            "Al Shabaab",
        ),
        (
            "en",
            "Troops in Nigeria arrested two men in a raid to capture a senior Boko Haram leader.",
            "Boko Haram",
        ),
        (
            "fr",
            "Deux hommes ont été arrêtés lors d'un raid visant à arrêter un chef de Boko Haram.",
            "Boko Haram",
        ),
    ],
)
def test_who_is_hunted_is_the_target(language: str, text: str, group: str) -> None:
    """An operation in search of a group's leader is aimed at the group."""
    assert (group, "target") in who(text, language)


def test_nobody_hunts_the_doers_of_the_attack_in_the_attack() -> None:
    """The search for its authors makes nobody the target of a bombing."""
    text = (
        "A bomb killed four people on Sunday in Pakistan, and police were searching for the"
        " attackers."
    )
    assert not any(role == "target" for _, role in who(text))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "In Nigeria, youths of Okura community killed five soldiers on Sunday.",
            "Okura Communal Militia (Nigeria)",
        ),
        (
            "en",
            "In Nigeria, farmers from Doro clashed with soldiers on Sunday.",
            "Doro Communal Militia (Nigeria)",
        ),
        (
            "en",
            "On Sunday the Ekuri and Neko communities clashed over land in Nigeria.",
            "Neko Communal Militia (Nigeria)",
        ),
        (
            "en",
            "On Sunday the Kuki and Meitei communities clashed in India.",
            "Meitei Ethnic Militia (India)",
        ),
        (
            "fr",
            "Au Mali, des cultivateurs de Doro ont attaqué dimanche un camp et tué deux bergers.",
            "Doro Communal Militia (Mali)",
        ),
    ],
)
def test_villagers_who_fight_are_their_villages_militia(
    language: str, text: str, expected: str
) -> None:
    """People of a place or community that no list need have are its militia where they fight."""
    assert (expected, "perpetrator") in who(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In Mali, gunmen killed four farmers from Doro on Sunday."),
        ("en", "In Mali, four Bambara villagers were killed by gunmen on Sunday."),
        ("fr", "Au Mali, des hommes armés ont tué quatre habitants de Doro dimanche."),
    ],
)
def test_villagers_who_are_hit_are_civilians(language: str, text: str) -> None:
    """The same people are civilians where it is done to them."""
    assert ("Civilians (Mali)", "victim") in who(text, language)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Dozens of women protested on Sunday in Kabul, Afghanistan.", "Afghanistan"),
        ("en", "On Sunday students demonstrated in Dhaka, Bangladesh.", "Bangladesh"),
        ("fr", "Dimanche, des étudiants ont manifesté à Dakar, au Sénégal.", "Senegal"),
    ],
)
def test_people_who_protest_are_protesters(language: str, text: str, expected: str) -> None:
    """Nobody suffers a protest: its people hold it."""
    assert who(text, language) == {(f"Protesters ({expected})", "perpetrator")}


@pytest.mark.parametrize(
    ("event_type", "frame", "expected"),
    [
        ("Protests", "protest", [("Protesters", "perpetrator")]),
        ("Protests", "force", [("Protesters", "victim")]),
        ("Riots", "riot", [("Rioters", "perpetrator")]),
        ("Violence against civilians", "attack", [("Civilians", "victim")]),
        ("Battles", "clash", []),
    ],
)
def test_a_type_implies_its_party(
    event_type: str, frame: str, expected: list[tuple[str, str]]
) -> None:
    """A sit-in has protesters and an attack on civilians civilians, with the words that say it."""
    made = cluster(told(0, cue(frame)))
    found = implied(made, event_type, [])  # type: ignore[arg-type]  # one of the types
    assert [(one.name, one.role) for one in found] == expected
    assert all(one.text == made.first.main.text for one in found)


def test_a_named_party_leaves_nothing_implied() -> None:
    """Where the words say who was hit, nobody else is."""
    hit = Actor(name="Police", actor_id="state:??:police", kind="state forces", role="target")
    assert implied(cluster(told(0, cue("attack"))), "Violence against civilians", [hit]) == []


def test_an_acronym_that_may_be_no_group_waits_for_its_place() -> None:
    """Two letters in a text that names no country and no group are nobody."""
    assert not any(name == "AA" for name, _ in who("On Sunday the AA attacked a police station."))


def test_a_report_speaks_where_nobody_else_does() -> None:
    """Who issues a report says what is told in it with no other source; else they say it."""
    first, second = read(
        "OCHA Flash Update No. 3\n\nOn 4 June gunmen killed four farmers in Doro.\n\n"
        "On 5 June soldiers killed nine men in Bano, witnesses said."
    )
    assert [source.name for source in first.sources] == ["OCHA"]
    assert [source.name for source in second.sources] == ["witnesses"]


def test_an_agency_in_its_dateline_is_no_army() -> None:
    """AFP is an agency there, whatever country the report is about."""
    found = who("MANILA (AFP) - Gunmen killed four men on Sunday in the Philippines.")
    assert not any(name.startswith("Military") for name, _ in found)


def test_an_army_that_tells_of_a_mine_laid_none() -> None:
    """The losses of an enemy are a side's doing where it tells of them, a bomb's are not."""
    text = "Six rebels died in a landmine blast on Sunday in Mali, the army said."
    assert not any(role == "perpetrator" for _, role in who(text))


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed six pupils at St. Joseph's school in Doro on Sunday.",
        "A grenade killed two men near Ft. Portal Rd. in Doro on Sunday.",
        "Gunmen attacked Gov. Bano's convoy in Doro on Sunday, killing four guards.",
    ],
)
def test_an_abbreviation_is_no_place(text: str) -> None:
    """A word whose point ends no sentence is cut short: the town behind it is the place."""
    assert [one.place.text for one in read(text)] == ["Doro"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A mob lynched two thieves on Sunday in Doro, Ghana."),
        ("fr", "Dimanche, une foule a lynché un voleur à Doro, au Ghana."),
    ],
)
def test_a_crowd_that_lynches_is_the_doer(language: str, text: str) -> None:
    """The crowd in the words for a lynching does it."""
    assert ("Rioters (Ghana)", "perpetrator") in who(text, language)
