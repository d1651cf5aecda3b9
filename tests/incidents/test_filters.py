"""The filter record: what it refuses, how it travels, how it speaks."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.errors import FilterError
from incidents.filters import EVENT_TYPES, MAX_ENCODED, FilterSpec

days = st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2040, 1, 1))
specs = st.builds(
    FilterSpec,
    actors=st.lists(st.text(max_size=12), max_size=3).map(tuple),
    date_from=st.none() | st.just(dt.date(1980, 5, 6)),
    date_to=st.none() | days,
    date_mode=st.sampled_from(["possibly", "certainly"]),
    event_types=st.lists(st.sampled_from(EVENT_TYPES), max_size=2).map(tuple),
    precisions=st.lists(st.integers(1, 7), max_size=2).map(tuple),
    text=st.text(max_size=20),
)


@given(specs)
@settings(max_examples=60, deadline=None)
def test_a_filter_survives_the_url(spec: FilterSpec) -> None:
    """What is written into a link is what is read from it."""
    assert FilterSpec.from_json(spec.to_json()) == spec


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"actors": "Wagner"}', "actors"),
        ('{"colour": "red"}', "colour"),
        ('{"date_from": "2024-13-45"}', "date_from"),
        ('{"date_from": "2024-02-01", "date_to": "2024-01-01"}', "Swap the two dates"),
        ('{"precisions": [9]}', "1 to 7"),
        ('{"event_types": ["Sport"]}', "event_types"),
        ("not json", "can't be read"),
        ("[]", "can't be read"),
    ],
)
def test_a_wrong_filter_says_what_is_wrong(text: str, said: str) -> None:
    """The message names the field or the remedy."""
    with pytest.raises(FilterError, match=said):
        FilterSpec.from_json(text)


def test_an_endless_filter_is_refused_before_it_is_parsed() -> None:
    """A link can't make the program chew on a megabyte."""
    with pytest.raises(FilterError, match="characters long"):
        FilterSpec.from_json('{"text": "' + "x" * MAX_ENCODED + '"}')


def test_every_filter_in_force_is_described() -> None:
    """A snapshot's caption must not leave a filter out."""
    spec = FilterSpec(
        actors=("Wagner Group",),
        actor_roles=("supporter",),
        actor_basis="stated",
        date_from=dt.date(2024, 1, 1),
        date_to=dt.date(2024, 1, 31),
        date_mode="certainly",
        event_types=("Battles",),
        sources=("Reuters",),
        regions=("ML/Ségou",),
        casualties="killed",
        civilian_targeting=True,
        precisions=(4,),
        statuses=("alleged",),
        reports=("r1",),
        text="wedding",
    )
    said = "\n".join(spec.describe())
    for word in (
        "Wagner Group", "supporter", "stated", "2024-01-01", "2024-01-31", "inclusive",
        "certainly", "Battles", "Reuters", "Ségou", "killed", "yes", "4", "alleged", "wedding",
    ):  # fmt: skip
        assert word in said
    assert FilterSpec().describe() == []
