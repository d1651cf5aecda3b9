"""Where a report speaks of each country: in which one it is at a place of the text."""

import math
import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from geo.gazetteer import Entry
from geo.geocoder.adjectives import ADJECTIVES, demonym_places
from incidents.mentions import PlaceMention
from incidents.records import Span

FAR_SIGNS = 2000
"""Code points beyond which a country spoken of counts nothing here."""
NEAR_SIGNS = 250
"""Code points after which a country spoken of counts a third."""
NAMED = 1.0
"""What a country counts where it is named, or a place in it."""
ASIDE = 0.35
"""What an adjective, an organisation's or a border's country counts for where things happen."""
ANYWHERE = 0.15
"""What a country counts that is spoken of far away only."""
HEADED = 3.0
"""What a country counts below a heading that is its name."""
SPREAD = 0.7
"""Below 1, so that a country spoken of here can outweigh the one spoken of most."""
SENTENCE_SIGNS = 300
"""A sentence's end parts as much as so many code points."""
LONGEST_MARK = 12
"""Signs beside a heading: "## MALI:"."""
_SENTENCE_END = re.compile(r"[.!?][ \n]|\n")

Likely = Callable[[PlaceMention], Entry | None]
"""What a mention's first name is taken for, None where nothing is likely."""


class Spoken:
    """The countries of one text, by where it speaks of them."""

    def __init__(
        self, text: str, mentions: Sequence[PlaceMention], likely: Likely, country: Likely
    ) -> None:
        """Go through the mentions of a text.

        Args:
            text: what the mentions' spans index.
            mentions: all of the text.
            likely: what a mention most likely is.
            country: the same where it is taken for a country's name.
        """
        self._ends = [found.start() for found in _SENTENCE_END.finditer(text)]
        self._named: defaultdict[int, set[str]] = defaultdict(set)
        """The countries that each sentence names, by how many sentences end before it."""
        for start, code in _named(mentions, country):
            self._named[bisect(self._ends, start)].add(code)
        self._headings = sorted(_headings(text, mentions, country))
        self._spoken = sorted(_spoken(mentions, likely))

    def near(self, at: int, focus: Mapping[str, float]) -> list[tuple[str, float]]:
        """Order the countries by how much the report, here above all, is about them.

        What stands before `at` counts twice what stands behind, and a sentence's end parts; a
        heading that is a country's name counts most for what stands below it.
        """
        near: defaultdict[str, float] = defaultdict(float)
        here = bisect(self._ends, at)
        first = bisect(self._spoken, (at - FAR_SIGNS, "", 0.0))
        last = bisect(self._spoken, (at + FAR_SIGNS, "", 0.0))
        for start, country, weight in self._spoken[first:last]:
            distance = (at - start) if start <= at else 2 * (start - at)
            distance += SENTENCE_SIGNS * abs(bisect(self._ends, start) - here)
            near[country] = max(near[country], weight * math.exp(-distance / NEAR_SIGNS))
        above = bisect(self._headings, (at, "~")) - 1
        if above >= 0:
            near[self._headings[above][1]] = HEADED
        scores = [
            (country, weight**SPREAD * (ANYWHERE + near[country]))
            for country, weight in focus.items()
        ]
        return sorted(scores, key=lambda item: (-item[1], item[0]))

    def beside(self, at: int) -> set[str]:
        """Return the countries that the sentence at `at` names."""
        return self._named.get(bisect(self._ends, at), set())


def _spoken(mentions: Sequence[PlaceMention], likely: Likely) -> Iterator[tuple[int, str, float]]:
    """Yield where each country is spoken of, and how strongly."""
    for mention in mentions:
        if mention.shape in ADJECTIVES:
            for place_id in demonym_places(mention.text):
                yield mention.span.start, place_id.removeprefix("country:"), ASIDE
        elif entry := likely(mention):
            beside = not mention.locative or mention.hint == "between"
            yield mention.span.start, entry.country, ASIDE if beside else NAMED


def _named(mentions: Sequence[PlaceMention], country: Likely) -> Iterator[tuple[int, str]]:
    """Yield where a country is named as a place, no adjective or organisation of it."""
    for mention in mentions:
        if mention.hint == "country" and mention.locative and (entry := country(mention)):
            yield mention.span.start, entry.country


def _headings(
    text: str, mentions: Sequence[PlaceMention], country: Likely
) -> Iterator[tuple[int, str]]:
    """Yield where a country's name is a line of its own, which heads what stands below."""
    for mention in mentions:
        entry = country(mention) if is_line(text, mention.span) else None
        if entry and entry.kind == "country":
            yield mention.span.start, entry.country


def is_line(text: str, span: Span) -> bool:
    """Tell whether a span is all that its line says."""
    before = text[max(0, span.start - LONGEST_MARK - 1) : span.start].rpartition("\n")
    after = text[span.end : span.end + LONGEST_MARK + 1].partition("\n")
    line = before[2] + after[0]  # no farther: one line may be the whole text
    return len(line) <= LONGEST_MARK and not any(sign.isalnum() for sign in line)
