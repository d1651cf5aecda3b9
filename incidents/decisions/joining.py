"""Which incidents are one event by an analyst's word, and what that event's record says.

The rule for figures: low is the least of the lows, high the greatest of the highs and open where
one of them is, best that of the incident on which it was joined, else of the first that has one.
Nothing else is weighed: the other incidents stay whole beside the event, each with its words.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec

from incidents.decisions.changing import NO_WORDS
from incidents.records import Actor, Claim, Count, CountKey, DateValue, Incident, Source

P = TypeVar("P", Actor, Source)
T = TypeVar("T")


class Groups:
    """Incidents that are one event, as joining and taking apart follow each other."""

    def __init__(self) -> None:
        """Begin with nothing joined."""
        self._group: dict[str, list[str]] = {}
        """By the id of each that is joined: all of its event, the one that shows first."""
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        """By id, those of which a person said that they are not the same; either way round."""

    def join(self, ids: Sequence[str]) -> None:
        """Make one event of these and of all that was joined with one of them."""
        # The incident on which it was joined shows, then what joined before.
        before = [one for key in ids for one in self._group.get(key, ())]
        event = list(dict.fromkeys([ids[0], *before, *ids[1:]]))
        self._group.update(dict.fromkeys(event, event))
        for one in event:
            self._apart[one].difference_update(event)

    def take_apart(self, ids: Sequence[str]) -> None:
        """Take all but the first of these out of its event, and each from each other."""
        first, *others = ids
        self._apart[first].update(others)
        for other in others:
            self._apart[other].add(first)
        event = self._group.get(first, [])
        left = [one for one in event if one not in others]
        for one in event:
            del self._group[one]
        if len(left) > 1:
            self._group.update(dict.fromkeys(left, left))

    def apart(self) -> Iterator[frozenset[str]]:
        """Yield the pairs of which a person said that they are not the same."""
        return (frozenset((one, other)) for one, some in self._apart.items() for other in some)

    def __iter__(self) -> Iterator[list[str]]:
        """Yield the ids of each event, the one that shows first."""
        return iter({event[0]: event for event in self._group.values()}.values())


def joined(members: Sequence[Incident], text: str) -> Incident:
    """Return the record of an event; its id, place, type and words are those of the first.

    Args:
        members: two or more, the one on which it was joined first.
        text: of that one's report.
    """
    first = members[0]
    near = [one for one in members if one.report_id == first.report_id]
    return msgspec.structs.replace(
        first,
        date=_date(members),
        means=_first(one.means for one in members),
        setting=_first(one.setting for one in members),
        casualties=_figures(members),
        civilian_targeting=any(one.civilian_targeting for one in members),
        actors=_parts(members, "actors", lambda actor: (actor.actor_id, actor.role)),
        sources=_parts(members, "sources", lambda source: source.name),
        claims=tuple(_claims(near, text)) if len(near) > 1 else first.claims,
        evidence=tuple(sorted({span for one in near for span in one.evidence})),
    )


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _date(members: Sequence[Incident]) -> DateValue | None:
    """Return the first one's date, or the next that is known; another report's has no words."""
    for one in members:
        if one.date is not None:
            own = one.report_id == members[0].report_id
            return one.date if own else msgspec.structs.replace(one.date, span=None, text=None)
    return None


def _figures(members: Sequence[Incident]) -> dict[CountKey, Count]:
    told = [key for one in members for key in one.casualties]
    return {key: _figure(members, key) for key in dict.fromkeys(told)}


def _figure(members: Sequence[Incident], key: CountKey) -> Count:
    told = [one for one in members if key in one.casualties]
    counts = [one.casualties[key] for one in told]
    highs = [count.high for count in counts if count.high is not None]
    own = [one.casualties[key] for one in told if one.report_id == members[0].report_id]
    return Count(
        low=min(count.low for count in counts),
        best=next((count.best for count in counts if count.best is not None), None),
        high=max(highs) if len(highs) == len(counts) else None,
        text=own[0].text if own else "",
        span=own[0].span if own else NO_WORDS,
    )


def _parts(members: Sequence[Incident], field: str, key: Callable[[P], object]) -> tuple[P, ...]:
    """Put together actors or sources, each once; those of other reports have no words here."""
    found: dict[object, P] = {}
    for one in members:
        for part in getattr(one, field):
            own = one.report_id == members[0].report_id
            found.setdefault(
                key(part), part if own else msgspec.structs.replace(part, span=None, text=None)
            )
    return tuple(found.values())


def _claims(members: Sequence[Incident], text: str) -> Iterator[Claim]:
    """Yield what each incident of the event's own report says: its claims, else its figures."""
    for one in members:
        yield from one.claims
        if not one.claims and one.casualties and one.evidence:
            span = one.evidence[0]
            yield Claim(
                source=one.sources[0].name if one.sources else "",
                status=one.status,
                casualties=one.casualties,
                actors=one.actors,
                text=span.of(text),
                span=span,
            )
