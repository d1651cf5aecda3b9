"""The data of actors: groups, countries, classes and branches hold together."""

import pytest

from incidents.actors import (
    Group,
    branches,
    class_of,
    classes,
    communities,
    countries,
    groups,
    home_of,
    local_words,
    of_class,
    of_group,
)


def test_the_registry_is_as_wide_as_promised() -> None:
    named = [group for group in groups().values() if not group.actor_id.startswith("state:")]
    assert len(named) >= 400
    assert len(countries()) >= 195


def test_every_country_of_a_group_is_known() -> None:
    unknown = {
        (group.actor_id, iso)
        for group in groups().values()
        for iso in group.countries
        if iso not in countries()
    }
    assert unknown == set()


def test_branches_and_local_words_name_groups_and_countries_that_exist() -> None:
    assert {actor_id for actor_id in branches().values() if actor_id not in groups()} == set()
    assert {actor_id for actor_id in local_words().values() if actor_id not in groups()} == set()
    assert {iso for _, iso in (*branches(), *local_words()) if iso not in countries()} == set()


def test_no_two_groups_share_a_name() -> None:
    names = [group.name for group in groups().values()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "group",
    [group for group in groups().values() if group.actor_id.startswith("state:")],
    ids=lambda group: group.actor_id,
)
def test_a_force_with_an_acronym_has_its_class_own_name(group: Group) -> None:
    """The acronym of an army and its description come out as one actor."""
    actor_id, name = group.actor_id, group.name
    key = class_of(actor_id)
    assert key is not None
    assert of_class(key[0], home_of(actor_id)).name == name
    assert of_class(key[0], home_of(actor_id)).actor_id == actor_id


@pytest.mark.parametrize(
    ("key", "iso", "name"),
    [
        ("military", "ML", "Military Forces of Mali"),
        ("police", "HT", "Police Forces of Haiti"),
        ("military", "US", "Military Forces of the United States"),
        ("government", "NE", "Government of Niger"),
        ("civilians", "CD", "Civilians (Democratic Republic of Congo)"),
        ("armed", None, "Unidentified Armed Group"),
        ("guard", "GA", "Military Forces of Gabon Presidential Guard"),
    ],
)
def test_classes_are_named_after_their_country(key: str, iso: str | None, name: str) -> None:
    assert of_class(key, iso).name == name


@pytest.mark.parametrize("key", sorted(classes()))
def test_an_id_leads_back_to_its_class(key: str) -> None:
    group = "Dogon" if "{group}" in classes()[key].id else ""
    assert class_of(of_class(key, "ML", group).actor_id) == (key, group)


def test_islamic_state_is_its_branch_where_it_has_one() -> None:
    assert of_group("islamic-state", "ML").actor_id == "issp"
    assert of_group("islamic-state", None, "NG").actor_id == "iswap"
    assert of_group("islamic-state", "IQ").actor_id == "islamic-state"
    assert of_group("jnim", "NG").actor_id == "jnim"


def test_communities_have_one_name_in_both_languages() -> None:
    assert communities("fr")["peule"] == communities("en")["Peul"] == "Fulani"


def test_home_of_a_class_without_a_country_is_unknown() -> None:
    assert home_of(of_class("military").actor_id) is None
    assert home_of("state:ML:military") == "ML"
    assert home_of("wagner") == "RU"
