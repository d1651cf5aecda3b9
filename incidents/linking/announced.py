"""What a title or a section's heading announces: the incident that is told below it.

"Seven killed in Kobi" over a section that tells of it is no incident of its own. It is joined
with the one below that it fits best; where that can't be told, it is left out, for what it
announces is counted below.
"""

from bisect import bisect_left
from collections.abc import Sequence

from incidents.linking.cluster import Cluster
from incidents.linking.merge import absorb
from incidents.linking.pair import Pair, own_date
from incidents.linking.relation import Evidence, Relation
from incidents.linking.same_event import speak_apart, weigh_announced
from incidents.linking.story import Story

FITS_AT = 0.5
"""Points from which a heading's incident is the one told below it."""
BELOW = 8
"""Incidents below a heading among which the one that it announces is looked for."""


def join_announcements(story: Story, body: int) -> None:
    """Give each heading's incident to the one below that it announces.

    Args:
        story: with all incidents of the report.
        body: number of the first sentence below the title and a summary's bullets.
    """
    heads = [one for one in story.clusters if _announces(one, body)]
    gone = {one.number for one in heads}
    told = [one.number for one in story.clusters if one.number not in gone]
    for head in heads:
        below = _below(story, head, told, body)
        weighed = [(*weigh_announced(Pair(head, one, body)), one) for one in below]
        points, evidence, best = max(weighed, key=lambda found: found[0], default=(0.0, (), None))
        if best is not None and points >= FITS_AT:
            absorb(story, best, head, [Evidence("announced by a heading"), *evidence])
        elif best is not None and any(_alike(head, one) for one in below):
            for account in head.accounts:
                story.leave(account.event, Relation.GENERAL, "announces what is told below")
        else:
            gone.discard(head.number)
    story.keep(one for one in story.clusters if one.number not in gone)


def _announces(cluster: Cluster, body: int) -> bool:
    """Tell whether headings, or a summary's bullets, alone tell of an incident."""
    return (
        cluster.parent is None
        and not cluster.children
        and all(
            account.event.sentence.kind == "heading" or account.event.sentence.index < body
            for account in cluster.accounts
        )
    )


def _below(story: Story, head: Cluster, told: Sequence[int], body: int) -> list[Cluster]:
    """List the incidents that a heading may announce: the title any, a section's its own."""
    last = head.last.sentence.index
    blocks = story.doc.blocks
    title = last <= max(1, body)
    following = bisect_left(blocks, head.last.span.end, key=lambda block: block.span.start)
    ends = next(
        (b.span.start for b in blocks[following:] if b.kind == "heading" and not title),
        len(story.doc.text),
    )
    begun = story.begun
    first = bisect_left(told, head.last.span.end, key=lambda one: begun[one].first.span.start)
    below = [begun[number] for number in told[first : first + BELOW]]
    return [one for one in below if one.first.span.start < ends]


def _alike(head: Cluster, told: Cluster) -> bool:
    """Tell whether a heading may speak of an incident, or of several of its kind, below it."""
    return not speak_apart(Pair(head, told)) or (
        own_date(head) is None and not head.tolls.get("killed")
    )
