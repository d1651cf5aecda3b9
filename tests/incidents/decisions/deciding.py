"""Decisions on the five incidents made by hand, as the tests of this folder make them."""

import datetime as dt
from collections.abc import Mapping, Sequence

from incidents.decisions import Decider, Decision, Folded, fold
from incidents.records import Incident, Span
from tests.making import TEXT, five

NOON = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)
OTHER_TEXT = (
    "Le 17 mars, une frappe de drone a fait 16 morts à Amasrakad. L'armée dément toute bavure."
)
TEXTS = {"r1": TEXT, "r2": OTHER_TEXT}


class Desk:
    """An analyst's desk: readings, a log, and what shows."""

    def __init__(self, read: Sequence[Incident] = (), texts: Mapping[str, str] = TEXTS) -> None:
        """Begin with the five, or with what a test gives."""
        self.read = list(read) or five()
        self.texts = dict(texts)
        self.log: list[Decision] = []

    @property
    def folded(self) -> Folded:
        """What shows now."""
        return fold(self.read, self.log, self.texts)

    @property
    def by(self) -> Decider:
        """Who decides, a minute after the last time."""
        at = NOON + dt.timedelta(minutes=len(self.log))
        return Decider(self.read, self.folded, self.texts, who="Ada", at=at)

    def decide(self, *made: Decision) -> None:
        """Keep decisions."""
        self.log += made

    def __getitem__(self, incident_id: str) -> Incident:
        """Return an incident as it shows, joined to another, or rejected."""
        folded = self.folded
        shown = [*folded.incidents, *(one.incident for one in folded.rejected)]
        shown += [one for others in folded.joined.values() for one in others]
        return {one.id: one for one in shown}[incident_id]

    @property
    def ids(self) -> list[str]:
        """Ids of what shows."""
        return [one.id for one in self.folded.incidents]


def span(words: str, text: str = TEXT) -> Span:
    """Return where words stand."""
    start = text.index(words)
    return Span(start, start + len(words))
