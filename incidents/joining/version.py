"""An incident as one report's version of an event: what is compared with another's."""

import datetime as dt
import re
from typing import NamedTuple

from incidents.dating import is_yearless
from incidents.phrases import fold
from incidents.records import Count, CountKey, Incident, Place

ARMED = frozenset(
    {"state forces", "rebel group", "political militia", "identity militia", "external forces"}
)
"""Kinds of actors that do violence in their own name."""
LATE_DAYS = 7
"""An event that is dated by its report's publication alone may be so much older."""
_UNNAMED = ("unidentified:", "??")
"""Marks of an `actor_id` that is nobody's in particular."""
_NAME_WORD = re.compile(r"[^\W\d_][\w'’]*")


class Version(NamedTuple):
    """What one report says of an event, laid out for comparing."""

    incident: Incident
    first: int
    """First day, as an ordinal."""
    last: int
    """Last day, inclusive."""
    told_day: bool
    """Whether its own words say when."""
    named: frozenset[str]
    """Ids of the armed actors with a name that take part."""
    doers: frozenset[str]
    """Those of them that are said to have done it."""
    victims: frozenset[str]
    """Kinds of those to whom it was done."""
    place_name: str
    """The name in the words of its place, folded: "the village of Kobi" is "kobi"; "" without."""

    @property
    def days(self) -> int:
        """Days from its first to its last."""
        return self.last - self.first

    @property
    def place(self) -> Place:
        """Where it was."""
        return self.incident.place

    def toll(self, key: CountKey) -> Count | None:
        """Return how many met a fate; None where nothing is said."""
        return self.incident.casualties.get(key)


def version_of(incident: Incident) -> Version | None:
    """Lay an incident out; None where nobody can say when it was."""
    date = incident.date
    if date is None or is_yearless(date):
        return None
    late = LATE_DAYS if date.basis == "publication" else 0
    named = {one.actor_id: one.role for one in incident.actors if _is_named(one.actor_id, one.kind)}
    return Version(
        incident=incident,
        first=(date.earliest - dt.timedelta(days=late)).toordinal(),
        last=date.latest.toordinal(),
        told_day=date.basis in {"stated", "relative"},
        named=frozenset(named),
        doers=frozenset(one for one, role in named.items() if role in {"perpetrator", "supporter"}),
        victims=frozenset(a.kind for a in incident.actors if a.role in {"victim", "target"}),
        place_name=_name_in(incident.place.text or incident.place.name or ""),
    )


def _is_named(actor_id: str, kind: str) -> bool:
    return kind in ARMED and not any(mark in actor_id for mark in _UNNAMED)


def _name_in(words: str) -> str:
    """Take the words with a capital up to the first comma."""
    found = _NAME_WORD.findall(words.partition(",")[0])
    return fold(" ".join(word for word in found if word[0].isupper()))
