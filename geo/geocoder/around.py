"""Which region a report speaks of at a place of its text: it holds the villages nobody lists.

Only a region that the report names counts, and only where it names no place of another one.
"""

from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from geo.gazetteer import Entry
from geo.geocoder.spoken import is_line
from incidents.mentions import PlaceMention


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
        self._text = text
        found = [(mention, told) for mention, told in _told(mentions, likely)]
        self._told = sorted(told for _, told in found)
        self._headings = sorted(told for mention, told in found if is_line(text, mention.span))

    def region(self, at: int, country: str) -> str | None:
        """Return the id of the region that the words around a position put things in.

        Args:
            at: position in the text.
            country: the one that the report is about there.
        """
        start = self._text.rfind("\n\n", 0, at) + 1
        end = self._text.find("\n\n", at)
        end = end if end >= 0 else len(self._text)
        here = [told for told in self._told if start <= told.start < end]
        if here:
            return _only(here, country)
        above = bisect(self._headings, (at,)) - 1
        if above >= 0 and self._headings[above].named:
            return _only([self._headings[above]], country)
        return _only(self._told, country)


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
            named = entry.kind != "town" and containers.isdisjoint(mention.names)
            yield mention, _Told(mention.span.start, entry.country, region, named)


def _only(told: Sequence[_Told], country: str) -> str | None:
    """Return the one region spoken of, None where there is another or only towns are named."""
    regions = {one.region for one in told if one.country == country}
    elsewhere = any(one.country != country for one in told)
    named = any(one.named for one in told)
    return regions.pop() if len(regions) == 1 and named and not elsewhere else None
