"""Finds the words that say when, and what they mean.

`find_dates` marks and resolves; `document_date` says when the report itself was published.
Language is in `data/rules/*/dates.toml`; a rule's `kind` picks its function in `resolve`.
"""

from incidents.finders.dates.find import document_date, find_dates

__all__ = ["document_date", "find_dates"]
