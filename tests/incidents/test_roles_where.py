"""The actors of an incident fitted to the country of its place."""

import pytest

from incidents.actors import Named, of_class, of_group
from incidents.assembly.roles_where import localised, named_countries
from incidents.records import Actor, Incident, Place
from incidents.text import read_document


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
    (fitted,) = localised(
        incident(country, actor(named, text)), "en", {"TG", "ML", "BF", "NE", "NG"}
    ).actors
    assert (fitted.name, fitted.kind) == (name, kind)


def test_two_that_turn_out_to_be_one_are_one() -> None:
    both = [
        actor(of_class("military", "ML"), "soldiers"),
        actor(of_class("military", "NE"), "Nigerien soldiers"),
    ]
    assert len(localised(incident("NE", *both), "en", {"NE"}).actors) == 1


def test_a_namesake_abroad_changes_nobody() -> None:
    """A village of Mali that the gazetteer has only in Ireland makes no Irish army."""
    army = actor(of_class("military", "ML"), "the army")
    assert localised(incident("IE", army), "en", {"ML"}).actors == (army,)


def test_the_countries_of_a_report_are_those_that_it_names() -> None:
    assert named_countries(read_document("Malian troops left Niger.", "en")) == {"ML", "NE"}
