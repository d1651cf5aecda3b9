"""Wholes and parts: a toll told once for several incidents that are told apart as well."""

from collections.abc import Sequence
from itertools import combinations

from incidents.accounts import when, where
from incidents.events.families import realm
from incidents.linking.cluster import Cluster
from incidents.linking.merge import count_in
from incidents.linking.nearness import Lie, nearness
from incidents.linking.parts import LOOK_BACK, counts_in
from incidents.linking.relation import Evidence, Relation
from incidents.linking.story import Story
from incidents.records import CountKey

NEAR = 8
"""Incidents after, or before, a whole among which its parts are looked for."""
TRIED = 6
"""Incidents of which any two or more are tried."""
LEAST = 5
"""Smallest toll that parts may add up to: ones and twos add up by chance."""
SLACK = 0.1
"""Share by which the parts' tolls may exceed the whole's: reporters' sums rarely add up."""
FEWEST = 2
"""Parts that a whole has at the least."""


def link_parts(story: Story) -> None:
    """Make parts of the incidents whose tolls add up to the toll of another.

    "91 villagers were killed in Sabcé and Rollo. 64 died in Rollo; 27 were killed in Sabcé":
    where incidents told in a row add up exactly to one told before or after them, they are its
    parts, and are not counted twice.
    """
    clusters = story.clusters
    for index, part in enumerate(clusters):
        before = clusters[max(0, index - LOOK_BACK) : index]
        if part.parent is None and (sum_of := counts_in(part, before, story.begun)):
            _link(story, part, sum_of)
    for index, whole in enumerate(clusters):
        if whole.parent is not None:
            continue
        later = clusters[index + 1 : index + 1 + NEAR]
        parts = _adding_up(whole, later)
        parts = parts or _adding_up(whole, clusters[max(0, index - NEAR) : index][::-1])
        for part in parts or _summed_up(whole, later):
            _link(story, part, whole)


def _link(story: Story, part: Cluster, whole: Cluster) -> None:
    told = count_in(story, part.number, whole.number)
    story.link(told.first, Relation.PART, [Evidence("a wider toll counts its own")], told)


def _adding_up(whole: Cluster, others: Sequence[Cluster]) -> list[Cluster]:
    """Give those of the others whose tolls add up to the whole's, as many as can; or none."""
    for toll in _tolls(whole):
        if toll >= LEAST and (parts := _adding_up_to(toll, whole, others)):
            return parts
    return []


def _tolls(whole: Cluster) -> list[int]:
    """List the tolls told of an incident: what counts now, and what counted before."""
    told = [account.tolls.get("killed") for account in whole.accounts]
    counts = [whole.tolls.get("killed"), *told]
    return list(dict.fromkeys(one.best for one in counts if one and one.best is not None))


def _adding_up_to(whole_toll: int, whole: Cluster, others: Sequence[Cluster]) -> list[Cluster]:
    # Those that its words made parts of it count already.
    held = [one for one in others if one.parent == whole.number]
    toll = whole_toll - sum(_toll(one, "killed") or 0 for one in held)
    told = [(one, killed) for one in others if (killed := _toll(one, "killed")) is not None]
    fitting = [one for one in told if one[1] < whole_toll and _may_be_part(one[0], whole)][:TRIED]
    fewest = 1 if held else FEWEST
    for size in range(len(fitting), fewest - 1, -1):
        for parts in combinations(fitting, size):
            if sum(killed for _, killed in parts) == toll:
                return [part for part, _ in parts]
    return []


def _summed_up(whole: Cluster, later: Sequence[Cluster]) -> list[Cluster]:
    """Give the later incidents that a wider toll sums up: "37 were killed across the country".

    Those whose time and place lie within the whole's, as long as their tolls fit into it.
    """
    toll = _toll(whole, "killed")
    if toll is None or not whole.first.has("total") or not _is_wide(whole):
        return []
    inside = [one for one in later if _may_be_part(one, whole) and _is_within(one, whole)]
    parts = [one for one in inside if _toll(one, "killed") is not None]
    known = [killed for one in parts if (killed := _toll(one, "killed")) is not None]
    fits = bool(known) and max(known) <= toll and sum(known) <= toll * (1 + SLACK)
    return parts if fits and len(parts) >= FEWEST else []


def _is_wide(cluster: Cluster) -> bool:
    return cluster.place is None or cluster.place.hint in {"country", "vague", "region"}


def _is_within(part: Cluster, whole: Cluster) -> bool:
    """Tell whether a part is dated within the whole, and placed more closely than it."""
    if part.date is None or whole.date is None or part.place is None:
        return False
    return (
        whole.date.earliest <= part.date.earliest
        and part.date.latest <= whole.date.latest
        and where.closer(whole.place, part.place) is part.place
    )


def _toll(cluster: Cluster, key: CountKey) -> int | None:
    count = cluster.tolls.get(key)
    return (count.best or None) if count else None


def _has_room(whole: Cluster, part: Cluster) -> bool:
    """Tell whether a part's place may lie in the whole's: named there too, or in a wider one."""
    if part.place is None or not where.contradict(part.place, whole.place):
        return True
    lie = nearness(part.site, whole.site).lie
    goes_on = part.accounts[0].date is None
    if lie is Lie.WITHIN or (lie is Lie.UNKNOWN and goes_on):  # a camp that no gazetteer has
        return True
    return any(where.same(part.place, place) for place in whole.first.places())


def _dated(cluster: Cluster) -> bool:
    return cluster.date is not None and cluster.date.basis != "publication"


def _may_be_part(part: Cluster, whole: Cluster) -> bool:
    first, main = part.first.main.frame, whole.first.main.frame
    stated = part.date is not None and part.date.basis in {"stated", "relative"}
    return (
        part.parent is None
        and realm(first) == realm(main)
        and _has_room(whole, part)
        and not (stated and _dated(whole) and when.contradict(part.date, whole.date))
    )
