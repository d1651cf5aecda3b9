"""Tests keep away from the user's own database, gazetteer and country packs."""

import os
import tempfile
from pathlib import Path

import pytest

# One cache for all workers and all runs: the gazetteer is built once (about 15 s), not per test.
_SHARED = Path(tempfile.gettempdir()) / f"conflict-map-tests-{os.getuid()}"
os.environ["CONFLICT_MAP_CACHE"] = str(_SHARED)
os.environ["CONFLICT_MAP_DATABASE"] = str(_SHARED / "never-used" / "incidents.db")


@pytest.fixture
def unpictured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the pictures of a snapshot out: three seconds for a test that doesn't look at them."""
    pictures = dict.fromkeys(("png", "svg", "pdf"), b"no picture")
    monkeypatch.setattr("geo.snapshot.picture.draw_pictures", lambda _view: pictures)
