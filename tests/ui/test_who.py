"""What a sign-in gives, and that readers can write nothing, whatever is drawn."""

from collections.abc import Callable
from pathlib import Path

import pytest

from incidents.errors import StoreError
from incidents.report import Report
from incidents.store import Store
from incidents.team import Team
from tests.incidents.test_store import REPORT, decision
from tests.making import five
from ui.who import account_of, role_of

TEAM = Team(editors=("awa@example.org",), readers=("@example.org",), host="map.example.org")


@pytest.mark.parametrize(
    ("claims", "role"),
    [
        ({"is_logged_in": True, "email": "awa@example.org"}, "editor"),
        ({"is_logged_in": True, "email": "awa@example.org", "email_verified": True}, "editor"),
        ({"is_logged_in": True, "email": "ben@example.org", "email_verified": "true"}, "reader"),
        ({"is_logged_in": True, "email": "awa@example.org", "email_verified": False}, None),
        ({"is_logged_in": True, "email": "awa@example.org", "email_verified": "false"}, None),
        ({"is_logged_in": True, "email": None}, None),
        ({"is_logged_in": True}, None),
        ({"is_logged_in": "true", "email": "awa@example.org"}, None),
        ({"is_logged_in": False, "email": "awa@example.org"}, None),
        ({}, None),
    ],
)
def test_what_a_sign_in_gives(claims: dict[str, object], role: str | None) -> None:
    """Nothing without one, nothing by an address that nobody checked."""
    assert role_of(TEAM, claims) == role


@pytest.mark.parametrize(
    ("claims", "account"),
    [
        ({"name": "Awa Diallo", "email": "Awa@Example.org "}, "Awa Diallo <awa@example.org>"),
        ({"name": "Awa Diallo", "email": "ben@example.org"}, "Awa Diallo <ben@example.org>"),
        (
            {"name": "Awa <awa@example.org>", "email": "ben@example.org"},
            "Awa awa@example.org <ben@example.org>",
        ),
        ({"name": "A" * 300, "email": "ben@example.org"}, "A" * 80 + " <ben@example.org>"),
        ({"name": " ", "email": "ben@example.org"}, "ben@example.org"),
        ({"email": "ben@example.org"}, "ben@example.org"),
    ],
)
def test_nobody_signs_as_another(claims: dict[str, object], account: str) -> None:
    """The name can be changed by its owner, and the address that is on the list stands beside."""
    assert account_of(claims) == account


ACTS: list[Callable[[Store], None]] = [
    lambda store: store.put(Report(id="r2", text="Other."), [], "v1"),
    lambda store: store.record([decision(1)]),
    lambda store: store.remove("r1"),
    lambda store: store.restore("r1"),
    lambda store: store.erase("r1"),
]


@pytest.mark.parametrize("act", ACTS)
def test_a_reader_changes_nothing(tmp_path: Path, act: Callable[[Store], None]) -> None:
    """Every way to write is refused with the words given; reading goes on, for editors all."""
    store = Store(f"sqlite:///{tmp_path / 'x.db'}")
    store.put(REPORT, five(), "v1")
    before = store.contents()
    reading = store.for_reading("You may only read.")
    with pytest.raises(StoreError, match="You may only read"):
        act(reading)
    assert (reading.contents(), reading.stamp()) == (before, store.stamp())
    act(store)
    store.close()
