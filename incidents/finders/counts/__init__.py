"""Finds numbers of people, and of what is no casualty.

Language is in `data/rules/*/counts.toml`, the reading of vague words in
`data/conventions/vague_counts.toml`.
"""

from incidents.finders.counts.find import find_counts

__all__ = ["find_counts"]
