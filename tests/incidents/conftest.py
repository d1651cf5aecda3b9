"""Where a store may lie: a SQLite file, and a PostgreSQL server where one is installed."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import postgres

_NUMBERS = itertools.count()


@pytest.fixture(scope="session")
def _server() -> Iterator[str]:
    with postgres.server() as url:
        yield url


@pytest.fixture
def postgres_url(request: pytest.FixtureRequest) -> str:
    """Return the URL of an empty database on a server of this run's own."""
    if postgres.missing():
        pytest.skip(postgres.missing())
    first: str = request.getfixturevalue("_server")
    return postgres.new_database(first, f"store_{next(_NUMBERS)}")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the URL of an empty database: SQLite's, and once more PostgreSQL's."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'x.db'}"
    found: str = request.getfixturevalue("postgres_url")
    return found
