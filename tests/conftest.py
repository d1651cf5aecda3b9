"""Tests keep away from the user's own database, gazetteer and country packs."""

import os
import tempfile
from pathlib import Path

# One cache for all workers and all runs: the gazetteer is built once (about 15 s), not per test.
_SHARED = Path(tempfile.gettempdir()) / f"conflict-map-tests-{os.getuid()}"
os.environ["CONFLICT_MAP_CACHE"] = str(_SHARED)
os.environ["CONFLICT_MAP_DATABASE"] = str(_SHARED / "never-used" / "incidents.db")
