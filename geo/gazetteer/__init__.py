"""Names to places, worldwide and offline; see `geo/gazetteer/index.py`."""

from geo.gazetteer.entries import Entry
from geo.gazetteer.index import Found, Gazetteer, open_gazetteer

__all__ = ["Entry", "Found", "Gazetteer", "open_gazetteer"]
