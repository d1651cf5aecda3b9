"""A view as one zip: picture, page, tables and a manifest; checked and opened again."""

from geo.snapshot.archive import open_decisions, open_snapshot, verify_snapshot, write_snapshot
from geo.snapshot.carrying import Carried
from geo.snapshot.manifest import Manifest

__all__ = [
    "Carried",
    "Manifest",
    "open_decisions",
    "open_snapshot",
    "verify_snapshot",
    "write_snapshot",
]
