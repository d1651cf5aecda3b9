"""Which incidents a filter keeps, and the figures over them."""

import datetime as dt
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.decisions import Review
from incidents.filters import FilterSpec
from incidents.select import facet_counts, keep, select
from incidents.table import IncidentTable, make_table
from incidents.totals import totals
from tests.making import TEXT, five, incident

ALL = ["raid", "strikes", "children", "wedding", "funeral"]
JANUARY: dict[str, Any] = {"date_from": dt.date(2024, 1, 1), "date_to": dt.date(2024, 1, 31)}


@pytest.fixture(scope="module")
def table() -> IncidentTable:
    reviews = {
        "raid": Review(status="accepted", checked=True, who="Ada"),
        "strikes": Review(status="edited", who="Ada"),
    }
    return make_table(five(), {"r1": TEXT}, reviews=reviews)


@pytest.mark.parametrize(
    ("fields", "kept"),
    [
        ({}, ALL),
        ({"review": "checked"}, ["raid"]),
        ({"review": "unchecked"}, ALL[1:]),
        ({"actors": ("Wagner Group",)}, ALL),
        ({"actors": ("Wagner Group",), "actor_roles": ("supporter",)}, ["raid"]),
        ({"actors": ("Wagner Group",), "actor_basis": "stated"}, ["raid"]),
        ({"actor_roles": ("target",)}, []),
        (JANUARY, ALL),
        ({**JANUARY, "date_mode": "certainly"}, ["raid"]),
        ({"date_from": dt.date(2024, 3, 31)}, ALL[1:]),
        ({"date_from": dt.date(2024, 4, 1)}, []),
        ({"date_to": dt.date(2023, 12, 1)}, ALL[1:]),
        ({"date_to": dt.date(2024, 1, 31), "date_mode": "certainly"}, ["raid"]),
        ({"event_types": ("Violence against civilians",)}, ["raid"]),
        ({"sources": ("Human Rights Watch",)}, ["raid"]),
        ({"regions": ("ML",)}, ALL),
        ({"regions": ("ML/Ségou",)}, ["wedding", "funeral"]),
        ({"casualties": "unknown"}, ["funeral"]),
        ({"casualties": "killed"}, ALL[:4]),
        ({"casualties": "injured"}, []),
        ({"civilian_targeting": False}, []),
        ({"precisions": (6,)}, ["raid"]),
        ({"statuses": ("denied",)}, []),
        ({"reports": ("r2",)}, []),
        ({"text": "SEGOU wedding"}, ["wedding"]),
        ({"text": "("}, []),
    ],
)
def test_a_filter_keeps_what_it_says(
    table: IncidentTable, fields: dict[str, Any], kept: list[str]
) -> None:
    """Each field of the record has its effect and no other."""
    assert list(select(table, FilterSpec(**fields))["id"]) == kept


def test_the_last_day_belongs_to_the_interval() -> None:
    """Up to the 31st includes the 31st: the classic off-by-one."""
    table = make_table(five(), {"r1": TEXT})
    spec = FilterSpec(date_to=dt.date(2024, 3, 31), date_mode="certainly")
    assert list(select(table, spec)["id"]) == ALL
    spec = FilterSpec(date_to=dt.date(2024, 3, 30), date_mode="certainly")
    assert list(select(table, spec)["id"]) == ["raid"]


def test_strategic_developments_wait_to_be_asked_for() -> None:
    """The first view is violence; a choice of the type itself asks for it."""
    deal = incident("deal", event_type="Strategic developments", sub_event_type="Agreement")
    table = make_table([*five(), deal], {"r1": TEXT})
    assert "deal" not in list(select(table, FilterSpec())["id"])
    assert "deal" in list(select(table, FilterSpec(strategic=True))["id"])
    asked = FilterSpec(event_types=("Strategic developments",))
    assert list(select(table, asked)["id"]) == ["deal"]


def test_an_undated_incident_is_possible_and_never_certain() -> None:
    """Unknown may be any day."""
    table = make_table([incident("when", date=None)], {"r1": TEXT})
    assert len(select(table, FilterSpec(**JANUARY))) == 1
    assert len(select(table, FilterSpec(**JANUARY, date_mode="certainly"))) == 0


parts = st.sampled_from(
    [
        {"actors": ("Wagner Group",)},
        {"regions": ("ML/Ségou",)},
        {"event_types": ("Explosions/Remote violence",)},
        {"casualties": "killed"},
        {"text": "drone"},
        JANUARY,
    ]
)


@given(parts, parts)
@settings(max_examples=36, deadline=None)
def test_filters_commute(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Two filters together keep what each keeps of what the other keeps."""
    table = make_table(five(), {"r1": TEXT})
    both = keep(table, FilterSpec(**(one | other)))
    separately = keep(table, FilterSpec(**one)) & keep(table, FilterSpec(**other))
    assert both.equals(separately)


def test_options_count_under_the_other_filters(table: IncidentTable) -> None:
    """An option's number is what choosing it alone would leave."""
    spec = FilterSpec(sources=("Human Rights Watch",), actors=("Nobody",))
    assert facet_counts(table, spec, "actors") == {
        "Military Forces of Mali": 1,
        "Wagner Group": 1,
    }
    assert facet_counts(table, FilterSpec(), "regions") == {"ML": 5, "ML/Ségou": 2}


def test_the_first_views_totals(table: IncidentTable) -> None:
    """Parts are not counted twice, unknown is not 0, and the sentence says all of it."""
    found = totals(select(table, FilterSpec()))
    assert (found.events, found.incidents, found.parts) == (5, 4, 1)
    assert (found.killed_low, found.killed_high, found.killed_unknown) == (41, None, 1)
    assert found.sentence() == (
        "5 events in 4 incidents (and 1 part) · at least 41 killed, unknown for 1 · "
        "3 on the map, 1 without a place"
    )


def test_a_part_counts_where_its_whole_is_not_in_view(table: IncidentTable) -> None:
    """Filtering the whole away must not make the seven vanish."""
    rows = table.rows[table.rows["id"] == "children"]
    assert (totals(rows).incidents, totals(rows).killed_low, totals(rows).killed_high) == (1, 7, 7)


def test_nothing_in_view_has_totals_too(table: IncidentTable) -> None:
    """An empty view is a sentence and no error."""
    empty = select(table, FilterSpec(text="nothing like it"))
    assert totals(empty).sentence() == "No incident"
    assert isinstance(empty, pd.DataFrame)
