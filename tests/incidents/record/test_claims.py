"""Sources of one cluster: who vouches for it, how it is put, and which versions compete."""

from dataclasses import replace

import pytest

from incidents.accounts.account import Account
from incidents.linking.cluster import Cluster
from incidents.record.sources import Vouching, mentions_of, settled, sources_of
from incidents.record.versions import competing_claims
from incidents.records import Actor, Claim, Source, SourceKind, Span, Status
from tests.incidents.building import Page, cluster, count, cue, source, told

DOC = Page(*["x" * 99] * 8).doc


def says(
    index: int, name: str, killed: int | None = None, status: Status = "reported",
    kind: SourceKind = "other", *, replaces: bool = False,
) -> Account:  # fmt: skip
    """Make an account that a source tells."""
    figure = None if killed is None else count(killed, replaces=replaces)
    heard = source(name, span=Span(60, 66), status=status, kind=kind)
    return told(index, killed=figure, sources=[heard])


def of(*accounts: Account) -> Cluster:
    """Make one incident of accounts."""
    return cluster(*accounts)


def claims(*accounts: Account, actors: tuple[Actor, ...] = ()) -> tuple[Claim, ...]:
    """Give the versions that compete over an incident of accounts."""
    made = of(*accounts)
    heard = [one for account in accounts for one in account.event.sentence.sources]
    return competing_claims(DOC, made, mentions_of(made, Vouching(heard)), actors)


def figures(found: tuple[Claim, ...]) -> dict[str, int | None]:
    """Give each version's dead."""
    return {one.source: one.casualties["killed"].best if one.casualties else None for one in found}


def test_two_figures_compete() -> None:
    """Each source keeps its own."""
    assert figures(claims(says(0, "army", 15), says(1, "residents", 9))) == {
        "army": 15,
        "residents": 9,
    }


def test_one_figure_competes_with_none() -> None:
    """Two sources that agree have no rival, nor has one alone."""
    assert claims(says(0, "army", 15), says(1, "residents", 15)) == ()
    assert claims(says(0, "army", 15)) == ()


def test_a_replaced_figure_is_no_rival() -> None:
    """A toll that rose is news."""
    assert claims(says(0, "police", 12), says(1, "hospital", 17, replaces=True)) == ()


def test_a_denial_is_a_version() -> None:
    """Even where nobody else is named."""
    assert figures(claims(says(0, "army", status="denied"))) == {"army": None}


def test_a_rival_without_figures_is_a_version() -> None:
    """What linking found to answer is kept beside what it answers."""
    rival = says(1, "army")
    answer = Account(event=rival.event, date=None, place=None, readings=(), tolls={}, rival=True)
    made = of(says(0, "residents", 9), answer)
    heard = [one for account in made.accounts for one in account.event.sentence.sources]
    found = competing_claims(DOC, made, mentions_of(made, Vouching(heard)), ())
    assert figures(found) == {"residents": 9, "army": None}


def test_both_parties_dispute() -> None:
    """A government and an armed group that both speak each have a version."""
    found = claims(says(0, "army", kind="government"), says(1, "JNIM", kind="armed group"))
    assert set(figures(found)) == {"army", "JNIM"}


@pytest.mark.parametrize(("other", "number"), [("witness", 2), ("media", 0)])
def test_a_party_that_speaks_is_answered(other: SourceKind, number: int) -> None:
    """Where those who did it speak, and others beside them; an agency is nobody's side."""
    army = Actor(name="army", actor_id="army", kind="state forces", role="perpetrator")
    told_by = says(0, "army", kind="government"), says(1, "a man", kind=other)
    assert len(claims(*told_by, actors=(army,))) == number


def test_a_source_that_speaks_twice_has_one_version() -> None:
    """With what it said first."""
    told_by = says(0, "army", 15), says(1, "residents", 9), says(2, "army", 16)
    assert figures(claims(*told_by)) == {"army": 15, "residents": 9}


def test_a_source_vouches_for_its_scope() -> None:
    """Another sentence's source does not."""
    first, second = says(0, "army"), says(1, "residents")
    vouching = Vouching([*first.event.sentence.sources, *second.event.sentence.sources])
    assert [one.name for one in vouching.of(second.event)] == ["residents"]


def test_sources_are_told_once() -> None:
    """In text order, each by its name."""
    made = of(says(0, "army"), says(1, "residents"), says(2, "army"))
    heard = [one for account in made.accounts for one in account.event.sentence.sources]
    sources, _ = sources_of(DOC, mentions_of(made, Vouching(heard)))
    assert [one.name for one in sources] == ["army", "residents"]


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (["reported"], "reported"),
        (["reported", "alleged"], "alleged"),
        (["alleged", "claimed"], "claimed"),
        (["claimed", "confirmed"], "confirmed"),
        (["denied"], "denied"),
        (["denied", "reported"], "reported"),
        ([], "reported"),
    ],
)
def test_the_strongest_status_stands(statuses: list[Status], expected: Status) -> None:
    """And one side's denial leaves what the other reports."""
    mentions = [source(f"s{n}", status=status) for n, status in enumerate(statuses)]
    assert sources_of(DOC, mentions)[1] == expected


def test_a_hedge_before_the_verb_makes_it_alleged() -> None:
    """Whoever says so."""
    account = told(0, cue("attack"), marks=["hedge"])
    event = replace(account.event, cues=(cue("attack", span=Span(10, 15)),))
    hedged = of(replace(account, event=event))
    assert settled("reported", hedged, (), ()) == "alleged"
    assert settled("confirmed", hedged, (), ()) == "confirmed"


def test_what_a_group_alone_tells_of_its_deeds_is_claimed() -> None:
    """Another source beside it makes it reported."""
    group = Actor(name="JNIM", actor_id="JNIM", kind="rebel group", role="perpetrator")
    own = Source(name="JNIM", kind="armed group")
    made = of(told(0))
    assert settled("reported", made, (own,), (group,)) == "claimed"
    police = Source(name="police", kind="government")
    assert settled("reported", made, (own, police), (group,)) == "reported"
