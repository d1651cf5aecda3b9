"""Over the whole report: incidents that retell one another become one, best pair first."""

from bisect import bisect_left
from collections.abc import Iterator
from heapq import heappop, heappush
from itertools import takewhile

from incidents.linking.announced import join_announcements
from incidents.linking.cluster import Cluster
from incidents.linking.merge import absorb
from incidents.linking.pair import Pair
from incidents.linking.relation import Evidence
from incidents.linking.same_event import MERGE_AT, weigh
from incidents.linking.story import Story
from incidents.text import Document

WINDOW = 12
"""Incidents before one that it may retell, besides the report's first."""
HEAD = 3
"""Incidents at a report's head that any other may retell."""

BULLETS = 6
"""Bullets that sum a report up, at the most; more are a list of what happened."""
PARAGRAPHS = 3
"""Paragraphs below them at the least."""


def join_retellings(story: Story) -> None:
    """Make one incident of those that tell of one event.

    The pair that agrees best is joined first, and all that is joined is weighed anew as a
    whole, so that a contradiction with any of its accounts keeps an incident out. The pairs
    weighed grow with the length of the report and no faster.
    """
    body = body_begins(story.doc)
    join_announcements(story, body)
    queue = _Queue(story, body)
    while best := queue.best():
        first, second, evidence = best
        absorb(story, first, second, evidence)
        queue.joined(first, second)
    story.keep(queue.left())


class _Queue:
    """Pairs of incidents, the one that agrees best first."""

    def __init__(self, story: Story, body: int) -> None:
        """Weigh each incident with those before it that it may retell."""
        self._story = story
        self._numbers = [one.number for one in story.clusters]
        self._place = {number: place for place, number in enumerate(self._numbers)}
        self._gone: set[int] = set()
        self._body = body
        self._partners: list[set[int]] = [set() for _ in self._numbers]
        self._found: dict[tuple[int, int], tuple[float, tuple[Evidence, ...]]] = {}
        self._heap: list[tuple[float, int, int]] = []
        for first, second in _pairs(len(self._numbers)):
            self._partners[first].add(second)
            self._partners[second].add(first)
            self._weigh(first, second)

    def best(self) -> tuple[Cluster, Cluster, tuple[Evidence, ...]] | None:
        """Give the pair that agrees best, of equals the one told first; None where none does."""
        while self._heap:
            points, second, first = heappop(self._heap)
            one, other = self._at(first), self._at(second)
            weighed = self._found.get((first, second))
            if one and other and weighed is not None and weighed[0] == -points:
                return one, other, weighed[1]
        return None

    def joined(self, first: Cluster, second: Cluster) -> None:
        """Take note that the second is no incident of its own, and weigh the first anew."""
        kept, gone = self._place[first.number], self._place[second.number]
        self._gone.add(gone)
        for partner in self._partners[gone]:
            self._found.pop((min(partner, gone), max(partner, gone)), None)
            self._partners[partner].discard(gone)
        for partner in self._partners[kept]:
            self._weigh(min(partner, kept), max(partner, kept))

    def left(self) -> list[Cluster]:
        """List the incidents that are left, in their order."""
        told = [self._at(place) for place in range(len(self._numbers))]
        return [one for one in told if one is not None]

    def _at(self, place: int) -> Cluster | None:
        """Give an incident as it is now; None where it was joined with another."""
        return None if place in self._gone else self._story.begun[self._numbers[place]]

    def _weigh(self, first: int, second: int) -> None:
        one, other = self._at(first), self._at(second)
        if one is None or other is None:
            return
        points, evidence = weigh(Pair(one, other, self._body))
        self._found[first, second] = points, evidence
        if points >= MERGE_AT:
            heappush(self._heap, (-points, second, first))


def body_begins(doc: Document) -> int:
    """Number the first sentence below a report's title and the bullets that sum it up.

    Returns:
        0 where it begins with no bullets, or where these are all that there is.
    """
    head = list(takewhile(lambda block: block.kind != "paragraph", doc.blocks))
    rest = sum(block.kind == "paragraph" for block in doc.blocks)
    bullets = [block.span for block in head if block.kind == "bullet"]
    if not bullets or rest < PARAGRAPHS or len(bullets) > BULLETS:
        return 0
    return bisect_left(doc.sentences, bullets[-1].end, key=lambda sentence: sentence.start)


def _pairs(number: int) -> Iterator[tuple[int, int]]:
    for second in range(number):
        near = range(max(0, second - WINDOW), second)
        for first in sorted({*range(min(HEAD, second)), *near}):
            yield first, second
