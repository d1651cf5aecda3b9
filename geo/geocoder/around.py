"""Which region a report speaks of at a place of its text: it holds the villages nobody lists.

Only a region that the report names counts, and only where it names no place of another one.
"""

import re
from bisect import bisect, bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from geo.gazetteer import Entry
from geo.geocoder.spoken import is_line
from incidents.mentions import PlaceMention

_BREAK = re.compile(r"(?=\n\n)")
"""Where a paragraph ends."""


class _Told(NamedTuple):
    """A place that the report speaks of."""

    start: int
    country: str
    region: str
    """Id of the first-level region that it is or lies in."""
    named: bool
    """Whether the words name the region or a district of it, and not only a town."""


class Around:
    """The regions of one text, by where it speaks of them."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[PlaceMention],
        likely: Callable[[PlaceMention], Entry | None],
    ) -> None:
        """Go through the mentions of a text; `likely` tells what each most likely is."""
        self._breaks = [found.start() for found in _BREAK.finditer(text)]
        self._end = len(text)
        found = [(mention, told) for mention, told in _told(mentions, likely)]
        self._told = sorted(told for _, told in found)
        self._headings = sorted(told for mention, told in found if is_line(text, mention.span))
        self._known: dict[tuple[int, int, str], str | None] = {}

    def region(self, at: int, country: str) -> str | None:
        """Return the id of the region that the words around a position put things in.

        Args:
            at: position in the text.
            country: the one that the report is about there.
        """
        before, behind = bisect(self._breaks, at - 2), bisect_left(self._breaks, at)
        first = bisect_left(self._told, (self._breaks[before - 1] + 1 if before else 0,))
        last = bisect_left(self._told, ([*self._breaks[behind : behind + 1], self._end][0],))
        if first < last:
            return self._only(first, last, country)
        above = bisect(self._headings, (at,)) - 1
        if above >= 0 and self._headings[above].named:
            return _only([self._headings[above]], country)
        return self._only(0, len(self._told), country)

    def _only(self, first: int, last: int, country: str) -> str | None:
        """Ask `_only` of some of what was told, once: a paragraph may be the whole text."""
        key = first, last, country
        if key not in self._known:
            self._known[key] = _only(self._told[first:last], country)
        return self._known[key]


def _told(
    mentions: Sequence[PlaceMention], likely: Callable[[PlaceMention], Entry | None]
) -> Iterator[tuple[PlaceMention, _Told]]:
    containers = {span for mention in mentions for span in mention.within}
    for mention in mentions:
        entry = likely(mention) if mention.locative else None
        if entry is None or entry.kind not in {"region", "district", "town"}:
            continue
        region = entry.region or (entry.place_id if entry.kind == "region" else "")
        if region:
            # "Saraqib, in Idlib" speaks of Idlib only to say where Saraqib is.
            division = entry.kind != "town" or mention.hint == "district"
            named = division and containers.isdisjoint(mention.names)
            yield mention, _Told(mention.span.start, entry.country, region, named)


def _only(told: Sequence[_Told], country: str) -> str | None:
    """Return the one region spoken of, None where there is another or only towns are named."""
    regions = {one.region for one in told if one.country == country}
    elsewhere = any(one.country != country for one in told)
    named = any(one.named for one in told)
    return regions.pop() if len(regions) == 1 and named and not elsewhere else None
