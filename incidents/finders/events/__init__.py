"""Event cues in running text, by the phrases of `data/rules/<language>/events*.toml`."""

from incidents.finders.events.find import find_events

__all__ = ["find_events"]
