"""Event cues in running text, by the phrases of `data/rules/<language>/{triggers,modality}/`."""

from incidents.finders.events.find import find_events, find_matters

__all__ = ["find_events", "find_matters"]
