"""Which incidents of several reports may be one event, the likeliest first.

Only versions that share a country and a few days are compared: 2,000 incidents make some
thousands of pairs, and not two millions.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from incidents.decisions import Folded
from incidents.joining.evidence import PROPOSE_AT, Reason, weigh
from incidents.joining.pair import pair_of
from incidents.joining.version import Version, version_of
from incidents.joining.when_where import LONGEST
from incidents.records import Incident

BLOCK_DAYS = 4
"""Days of a block; a version stands in each block that its days, one more on either side, meet."""


class Candidate(NamedTuple):
    """Two incidents of two reports that may be one event."""

    first: str
    """Id of the one that comes first in the order of the incidents."""
    second: str
    points: float
    reasons: tuple[Reason, ...]
    """What speaks for and against, the strongest first."""


def kept_apart(folded: Folded) -> Iterator[tuple[str, str]]:
    """Yield the pairs that are not the same, by the events that show them."""
    shows = {one.id: head for head, others in folded.joined.items() for one in others}
    for pair in folded.apart:
        one, other = sorted(shows.get(key, key) for key in pair)
        yield one, other


def candidates(
    incidents: Sequence[Incident],
    *,
    covered: Mapping[str, Sequence[str]] | None = None,
    distinct: Collection[tuple[str, str]] = (),
) -> list[Candidate]:
    """Propose pairs, the likeliest first; the same incidents give the same pairs.

    A report's own incidents are not proposed, for its reader weighed them already; of several
    that may be one incident of another report, the likeliest alone is.

    Args:
        incidents: of all reports, in their order.
        covered: place id of an area to the regions that it reaches into, as `ML/Gao`.
        distinct: pairs of ids that an analyst said are not the same, in either order.
    """
    apart = {frozenset(pair) for pair in distinct}
    versions = [one for one in map(version_of, incidents) if one is not None]
    found = []
    for one, other in _blocked(versions):
        first, second = versions[one], versions[other]
        if frozenset((first.incident.id, second.incident.id)) in apart:
            continue
        points, reasons = weigh(pair_of(first, second, covered))
        if points >= PROPOSE_AT:
            found.append((points, one, other, reasons))
    found.sort(key=lambda each: (-each[0], each[1], each[2]))
    return [
        Candidate(versions[one].incident.id, versions[other].incident.id, points, reasons)
        for points, one, other, reasons in _likeliest(found, versions)
    ]


def _blocked(versions: Sequence[Version]) -> Iterator[tuple[int, int]]:
    """Go through the pairs that share a country and some days, each once."""
    blocks: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, version in enumerate(versions):
        country = version.place.country
        if country is None or version.days > LONGEST:
            continue
        start, end = (version.first - 1) // BLOCK_DAYS, (version.last + 1) // BLOCK_DAYS
        for days in range(start, end + 1):
            blocks[country, days].append(number)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        for at, one in enumerate(block):
            for other in block[at + 1 :]:
                if _may_be(versions[one], versions[other]) and (one, other) not in seen:
                    seen.add((one, other))
                    yield one, other


def _may_be(one: Version, other: Version) -> bool:
    """Ask what is asked quickest: two reports, and regions that are not two."""
    if one.incident.report_id == other.incident.report_id:
        return False
    first, second = one.place, other.place
    return not (
        first.admin1
        and second.admin1
        and first.admin1 != second.admin1
        and one.place_name != other.place_name
        and first.kind == second.kind == "area"
    )


_Found = tuple[float, int, int, tuple[Reason, ...]]


def _likeliest(found: Sequence[_Found], versions: Sequence[Version]) -> Iterator[_Found]:
    """Keep of an incident's pairs with one other report the likeliest; found is in that order."""
    best: dict[tuple[int, str], float] = {}
    for points, one, other, reasons in found:
        keys = (
            (one, versions[other].incident.report_id),
            (other, versions[one].incident.report_id),
        )
        if all(points >= best.get(key, points) for key in keys):
            for key in keys:
                best.setdefault(key, points)
            yield points, one, other, reasons
