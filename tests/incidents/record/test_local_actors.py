"""The actors of an incident fitted to the country of its place."""

import pytest

from incidents.actors import Named, of_class, of_group
from incidents.events.sentence import Mentions
from incidents.extract import extract
from incidents.finders.actors import read_actors
from incidents.finders.places import NoNames
from incidents.mentions import ActorMention
from incidents.record.local_actors import Surroundings, localised
from incidents.records import Actor, Incident, Place, Span
from incidents.report import Report
from incidents.text import read_document
from tests.incidents.grounds import KnownTowns

OWN, SAID = Span(0, 4), Span(6, 10)
"""Where the words of an actor stand that name its country, and of one whose words name none."""


def surroundings(text: str) -> Surroundings:
    doc = read_document(text, "en")
    actors, context = read_actors(doc)
    return Surroundings(doc, Mentions(actors=(*actors, UNNAMED), context=context))


UNNAMED = ActorMention(
    span=SAID, text="they", actor_id="armed:ML", name="", kind="unidentified", guessed=True
)
SAHEL = surroundings("Togo, Mali, Burkina Faso, Niger, Nigeria.")


def incident(country: str | None, *actors: Actor, place_id: str | None = None) -> Incident:
    return Incident(
        id="x",
        report_id="r",
        event_type="Battles",
        sub_event_type="Armed clash",
        place=Place(country=country, place_id=place_id, text="Dola" if place_id else None),
        actors=actors,
    )


def actor(named: Named, text: str, *, own: bool = False) -> Actor:
    return Actor(
        name=named.name,
        actor_id=named.actor_id,
        kind=named.kind,
        role="perpetrator",
        text=text,
        span=OWN if own else SAID,
    )


@pytest.mark.parametrize(
    ("fitting", "country", "name", "kind"),
    [
        (actor(of_class("police", "ML"), "Police"), "TG", "Police Forces of Togo", "state forces"),
        (actor(of_class("military"), "the army"), "ML", "Military Forces of Mali", "state forces"),
        (
            actor(of_class("military", "ML"), "Malian army", own=True),
            "BF",
            "Military Forces of Mali",
            "external forces",
        ),
        (
            actor(of_class("armed", "ML"), "gunmen"),
            "NE",
            "Unidentified Armed Group (Niger)",
            "unidentified",
        ),
        (
            actor(of_group("islamic-state"), "Islamic State", own=True),
            "NG",
            "Islamic State West Africa Province",
            "rebel group",
        ),
        (
            actor(of_group("wagner"), "Wagner", own=True),
            "ML",
            "Wagner Group",
            "external forces",
        ),
        (
            actor(of_class("pmc", "RU"), "Russian mercenaries", own=True),
            "ML",
            "Private Military Company (Russia)",
            "external forces",
        ),
        (actor(of_class("police", "ML"), "Police"), None, "Police Forces of Mali", "state forces"),
    ],
)
def test_actor_is_fitted_to_the_place(
    fitting: Actor, country: str | None, name: str, kind: str
) -> None:
    """Who names no country is of the place's; who does is abroad there."""
    place_id = "gn:1" if country else None
    (fitted,) = localised(incident(country, fitting, place_id=place_id), SAHEL).actors
    assert (fitted.name, fitted.kind) == (name, kind)


def test_two_that_turn_out_to_be_one_are_one() -> None:
    """Soldiers who turn out to be Niger's are those that the words call so."""
    both = [
        actor(of_class("military", "ML"), "soldiers"),
        actor(of_class("military", "NE"), "Nigerien soldiers", own=True),
    ]
    assert len(localised(incident("NE", *both, place_id="gn:1"), SAHEL).actors) == 1


def test_a_country_that_is_only_spoken_of_changes_nobody_of_another() -> None:
    """Where no place is resolved, an army is not that of a country that the report never names."""
    army = actor(of_class("military", "ML"), "the army")
    assert localised(incident("IE", army), SAHEL).actors == (army,)


def test_an_army_that_the_report_names_may_act_abroad() -> None:
    """The Malian army of the sentence before is its own wherever it strikes."""
    there = surroundings("Army. Mali and Burkina Faso. The Malian army said that it would strike.")
    army = actor(of_class("military", "ML"), "army")
    (fitted,) = localised(incident("BF", army, place_id="gn:1"), there).actors
    assert (fitted.name, fitted.kind) == ("Military Forces of Mali", "external forces")


ABROAD = [
    "Gunmen killed four men in Dola on 3 June. Algeria and Libya sent their condolences.",
    "Egypt's foreign minister condemned that gunmen killed four men in Dola on 3 June.",
    "Boko Haram fighters killed four soldiers in Dola on 3 June.",
    "Russian forces killed four policemen in Dola on 3 June.",
    "Le JNIM a tué quatre gendarmes à Dola le 3 juin.",
    "L'ambassadeur de Belgique affirme que des bandits ont tué deux civils à Dola.",
    "Gunmen killed four men in Dola on 3 June, residents told AFP.",
]


@pytest.mark.parametrize("text", ABROAD)
def test_the_unnamed_are_of_the_country_of_their_own_place(text: str) -> None:
    """Whatever other country the report names: who mourns, who speaks, whose fighters came."""
    language = "fr" if text.startswith("L") else "en"
    report = Report(id="r", text=text, published="2024-06-10", language=language)
    (one,) = extract(report, NoNames(), KnownTowns({"Dola": "BJ"})).incidents
    words = [(a.text or "", a.name) for a in one.actors]
    unnamed = [name for text, name in words if text == "Gunmen" or text.islower()]
    assert unnamed
    assert all("Benin" in name for name in unnamed)


@pytest.mark.parametrize(
    ("country", "expected"),
    [("MM", ["AA: Arakan Army"]), ("FR", [])],
)
def test_an_acronym_is_the_group_of_its_place(country: str, expected: list[str]) -> None:
    """The acronym AA in Myanmar is the Arakan Army; elsewhere, with nothing to say so, nobody."""
    acronym = Named(actor_id="ambiguous:aa", name="AA", kind="rebel group")
    found = localised(incident(country, actor(acronym, "AA"), place_id="x"), SAHEL)
    assert [one.name for one in found.actors] == expected


def test_last_words_of_an_actor_may_be_a_local_word() -> None:
    """In Thailand "suspected separatists" are what "separatists" are there."""
    named = of_class("armed")
    found = localised(incident("TH", actor(named, "suspected separatists"), place_id="x"), SAHEL)
    assert [one.actor_id for one in found.actors] == ["malay-separatists"]
