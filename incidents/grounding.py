"""Grounding: what the reading asks of a gazetteer, so that places are known before they are joined.

`geo` fulfils `Grounder`. Without one (`WORDS_ALONE`) the words are read all the same, and nothing
is resolved.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Protocol

from msgspec.structs import replace

from incidents.events.sentence import Mentions
from incidents.mentions import PlaceMention
from incidents.records import Place
from incidents.text import Document


class Ground(Protocol):
    """The places of one report, made out together."""

    def places(self) -> Sequence[Place | None]:
        """Return the place of each mention, in their order; None for all that nobody looked up."""
        ...

    def around(self, position: int) -> Place | None:
        """Return the country spoken of at a position of the text, for what has no place."""
        ...


class Grounder(Protocol):
    """Whoever knows where places are."""

    def ground(
        self, text: str, mentions: Sequence[PlaceMention], countries: Mapping[str, float]
    ) -> Ground:
        """Make out the places of one report together.

        Args:
            text: the clean text, which the mentions' spans index.
            mentions: all of the report, those that are no place of an event among them.
            countries: ISO 3166-1 alpha-2 to a weight of 0 to 1: whose actors the report names.
        """
        ...


class Unresolved:
    """The ground of a report whose places nobody looked up."""

    def __init__(self, mentions: int) -> None:
        """Stand for so many mentions."""
        self._mentions = mentions

    def places(self) -> Sequence[Place | None]:
        """Know none."""
        return [None] * self._mentions

    def around(self, position: int) -> Place | None:  # noqa: ARG002 - Ground's
        """Know no country."""
        return None


class WordsAlone:
    """Knows where nothing is: the words are read alone."""

    def ground(
        self,
        text: str,  # noqa: ARG002 - Grounder's
        mentions: Sequence[PlaceMention],
        countries: Mapping[str, float],  # noqa: ARG002 - Grounder's
    ) -> Ground:
        """Resolve nothing."""
        return Unresolved(len(mentions))


class _OfRaw:
    """A ground of the clean text, asked by positions of the raw one."""

    def __init__(self, ground: Ground, doc: Document) -> None:
        self._ground, self._doc = ground, doc

    def places(self) -> Sequence[Place | None]:
        return self._ground.places()

    def around(self, position: int) -> Place | None:
        at = bisect_left(self._doc.offsets, position)
        return self._ground.around(min(at, len(self._doc.text)))


def grounded(doc: Document, found: Mentions, grounder: Grounder) -> tuple[Mentions, Ground]:
    """Give each place mention of a document its site.

    Names are looked up as the clean text has them: a line's end broke "Tim-/buktu", and
    "M&eacute;naka" is a name too.
    """
    ground = _OfRaw(grounder.ground(doc.text, found.places, countries_of(found)), doc)
    sites = zip(found.places, ground.places(), strict=True)
    return replace(found, places=tuple(replace(m, site=_raw(doc, s)) for m, s in sites)), ground


def _raw(doc: Document, site: Place | None) -> Place | None:
    """Let a place quote the raw text."""
    if site is None or site.span is None:
        return site
    span = doc.to_raw(site.span)
    return replace(site, text=span.of(doc.raw), span=span)


def countries_of(found: Mentions) -> dict[str, float]:
    """Weigh the countries by how often the report names actors of theirs."""
    counted = Counter(actor.country for actor in found.actors if actor.country)
    total = sum(counted.values())
    return {country: round(number / total, 4) for country, number in sorted(counted.items())}
