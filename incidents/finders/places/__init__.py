"""Finds where a report says that something happened; see `find_places`."""

from incidents.finders.places.containers import with_containers
from incidents.finders.places.find import find_places
from incidents.finders.places.names import NameLookup, NameMatch, NoNames

__all__ = ["NameLookup", "NameMatch", "NoNames", "find_places", "with_containers"]
