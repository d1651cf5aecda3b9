"""What fields are chosen from."""

import pytest

from incidents.vocabulary import actor_named, actor_names, known_in, means, settings, types
from tests.making import ARMY


def test_all_of_acleds_sub_types_have_their_type() -> None:
    """Twenty-five there are, of six types."""
    assert len(types()) == 25
    assert len(set(types().values())) == 6


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the weekly market", "market"),
        ("a displacement camp", "displacement camp"),
        ("the old  mill", "the old mill"),
    ],
)
def test_words_become_the_name_that_they_hold(words: str, name: str) -> None:
    """The longest one; words that hold none stay what they are."""
    assert known_in(settings(), words) == name


def test_a_country_offers_its_own_forces_and_groups() -> None:
    """Nobody in Mali looks through Colombia's guerrillas."""
    names = actor_names("ML")
    assert "Military Forces of Mali" in names
    assert not any("Colombia" in name for name in names)
    assert any("Colombia" in name for name in actor_names(None))
    assert "firearms" in means()


def test_a_name_finds_its_actor() -> None:
    """Of the incident, of a country's forces, by an alias; or it is kept as it was typed."""
    own = actor_named(ARMY.name, "ML", "victim", known=[ARMY])
    assert (own.actor_id, own.role) == (ARMY.actor_id, "victim")
    police = actor_named("Police Forces of Mali", "ML", "perpetrator")
    assert (police.actor_id, police.kind) == ("state:ML:police", "state forces")
    assert actor_named("FARC rebels", "CO", "perpetrator").actor_id == "farc"
    typed = actor_named("  Men of   Kobi ", None, "victim", "inherited")
    assert (typed.name, typed.kind, typed.basis) == ("Men of Kobi", "unidentified", "inherited")
