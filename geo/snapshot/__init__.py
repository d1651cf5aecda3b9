"""A view as one zip: picture, page, tables and a manifest; checked and opened again."""

from geo.snapshot.archive import write_snapshot
from geo.snapshot.carrying import Carried
from geo.snapshot.manifest import Manifest
from geo.snapshot.opening import (
    Opened,
    open_decisions,
    open_snapshot,
    open_to_keep,
    verify_snapshot,
)

__all__ = [
    "Carried",
    "Manifest",
    "Opened",
    "open_decisions",
    "open_snapshot",
    "open_to_keep",
    "verify_snapshot",
    "write_snapshot",
]
