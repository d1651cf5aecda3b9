"""The actors of an incident fitted to the country of its place."""

import pytest

from incidents.actors import Named, of_class, of_group
from incidents.finders.actors import read_actors
from incidents.record.local_actors import Surroundings, localised
from incidents.records import Actor, Incident, Place, Span
from incidents.text import read_document


def surroundings(text: str) -> Surroundings:
    doc = read_document(text, "en")
    return Surroundings(doc, read_actors(doc)[1])


SAHEL = surroundings("Togo, Mali, Burkina Faso, Niger, Nigeria.")


def incident(country: str | None, *actors: Actor) -> Incident:
    return Incident(
        id="x",
        report_id="r",
        event_type="Battles",
        sub_event_type="Armed clash",
        place=Place(country=country),
        actors=actors,
    )


def actor(named: Named, text: str) -> Actor:
    return Actor(
        name=named.name, actor_id=named.actor_id, kind=named.kind, role="perpetrator", text=text
    )


@pytest.mark.parametrize(
    ("named", "text", "country", "name", "kind"),
    [
        (of_class("police", "ML"), "Police", "TG", "Police Forces of Togo", "state forces"),
        (of_class("military"), "the army", "ML", "Military Forces of Mali", "state forces"),
        (
            of_class("military", "ML"),
            "Malian army",
            "BF",
            "Military Forces of Mali",
            "external forces",
        ),
        (
            of_class("military", "ML"),
            "the soldiers",
            "BF",
            "Military Forces of Mali",
            "external forces",
        ),
        (
            of_class("armed", "ML"),
            "gunmen",
            "NE",
            "Unidentified Armed Group (Niger)",
            "unidentified",
        ),
        (
            of_group("islamic-state"),
            "Islamic State",
            "NG",
            "Islamic State West Africa Province",
            "rebel group",
        ),
        (of_group("wagner"), "Wagner", "ML", "Wagner Group", "external forces"),
        (
            of_class("pmc", "RU"),
            "Russian mercenaries",
            "ML",
            "Private Military Company (Russia)",
            "external forces",
        ),
        (of_class("police", "ML"), "Police", None, "Police Forces of Mali", "state forces"),
    ],
)
def test_actor_is_fitted_to_the_place(
    named: Named, text: str, country: str | None, name: str, kind: str
) -> None:
    (fitted,) = localised(incident(country, actor(named, text)), SAHEL).actors
    assert (fitted.name, fitted.kind) == (name, kind)


def test_two_that_turn_out_to_be_one_are_one() -> None:
    both = [
        actor(of_class("military", "ML"), "soldiers"),
        actor(of_class("military", "NE"), "Nigerien soldiers"),
    ]
    assert len(localised(incident("NE", *both), SAHEL).actors) == 1


def test_a_namesake_abroad_changes_nobody() -> None:
    """A village of Mali that the gazetteer has only in Ireland makes no Irish army."""
    army = actor(of_class("military", "ML"), "the army")
    assert localised(incident("IE", army), SAHEL).actors == (army,)


def test_the_country_beside_an_army_outweighs_the_place() -> None:
    """A camp of Mali near Burkina Faso is Mali's, wherever the gazetteer puts it."""
    text = "Mali and Burkina Faso.\n\nMALI. JNIM overran the army camp at Boulkessi."
    start = text.index("army camp")
    army = Actor(
        name="Military Forces of Mali",
        actor_id="state:ML:military",
        kind="state forces",
        role="target",
        text="army camp",
        span=Span(start, start + 9),
    )
    (kept,) = localised(incident("BF", army), surroundings(text)).actors
    assert kept.name == "Military Forces of Mali"
