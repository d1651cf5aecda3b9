"""Reports, their incidents and what analysts decided, kept in a database; see `keeping`."""

from incidents.store.connecting import DATABASE_VARIABLE, default_url
from incidents.store.keeping import Kept, Removed, Store
from incidents.store.rows import Adding, Contents, Unreadable

__all__ = [
    "DATABASE_VARIABLE",
    "Adding",
    "Contents",
    "Kept",
    "Removed",
    "Store",
    "Unreadable",
    "default_url",
]
