"""Over the whole report: incidents that retell one another become one, best pair first."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

from incidents.linking.announced import join_announcements
from incidents.linking.merge import absorb
from incidents.linking.relation import Evidence
from incidents.linking.same_event import MERGE_AT, Pair, weigh
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

Weighed = tuple[float, int, int, tuple[Evidence, ...]]


def join_retellings(story: Story) -> None:
    """Make one incident of those that tell of one event.

    The pair that agrees best is joined first, and all that is joined is weighed anew as a
    whole, so that a contradiction with any of its accounts keeps an incident out. The pairs
    weighed grow with the length of the report and no faster.
    """
    body = body_begins(story.doc)
    join_announcements(story, body)
    clusters = list(story.clusters)
    weighed = {
        (first, second): weigh(Pair(clusters[first], clusters[second], body))
        for first, second in _pairs(len(clusters))
    }
    gone: set[int] = set()
    while best := _best(weighed):
        _, first, second, evidence = best
        absorb(story, clusters[first], clusters[second], evidence)
        gone.add(second)
        weighed = {
            pair: weigh(Pair(clusters[pair[0]], clusters[pair[1]], body))
            if first in pair
            else points
            for pair, points in weighed.items()
            if second not in pair
        }
    story.clusters = [one for index, one in enumerate(clusters) if index not in gone]


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


def _best(weighed: dict[tuple[int, int], tuple[float, tuple[Evidence, ...]]]) -> Weighed | None:
    """Give the pair that agrees best, the one told first of equals; None where none agrees."""
    pair = max(weighed, key=lambda pair: (weighed[pair][0], -pair[1], -pair[0]), default=None)
    if pair is None or weighed[pair][0] < MERGE_AT:
        return None
    points, evidence = weighed[pair]
    return points, *pair, evidence
