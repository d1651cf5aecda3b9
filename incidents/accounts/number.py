"""One number with what it counts."""

from dataclasses import dataclass

from incidents.mentions import CountMention, EventCue
from incidents.records import CountKey


@dataclass(frozen=True, slots=True)
class Reading:
    """One number with what it counts."""

    key: CountKey
    count: CountMention
    cue: EventCue | None
    """The verb that says so; None where the number's own words do."""
    distance: int = 0
    """How far the number stands from the verb, by `_distance`."""
    group: str = ""
    """Whose dead they are: "state", "rebels", "civilians"; "" where the words leave it open."""
    voices: frozenset[str] = frozenset()
    """Names of the sources whose words it stands in."""
