"""Finds who says so, and how: the organisation that documents, the witness, the spokesman.

Named organisations are in `data/organisations/`, language in `data/rules/*/sources.toml`.
"""

from incidents.finders.sources.find import find_sources
from incidents.finders.sources.issuer import find_issuer, publisher_of

__all__ = ["find_issuer", "find_sources", "publisher_of"]
