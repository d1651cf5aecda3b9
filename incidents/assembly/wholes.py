"""Wholes and parts: a toll told once for several incidents that are told apart as well."""

from collections.abc import Sequence

from incidents.assembly import dating
from incidents.assembly.draft import Draft
from incidents.assembly.families import realm
from incidents.records import CountKey

NEAR = 8
"""Incidents after, or before, a whole among which its parts are looked for."""
FEWEST = 2
"""Parts that a whole has at the least."""


def link_parts(drafts: Sequence[Draft]) -> None:
    """Make parts of the incidents whose tolls add up to the toll of another.

    "91 villagers were killed in Sabcé and Rollo. 64 died in Rollo; 27 were killed in Sabcé":
    where incidents told in a row add up exactly to one told before or after them, they are its
    parts, and are not counted twice.
    """
    for index, whole in enumerate(drafts):
        if whole.parent is not None:
            continue
        after = _adding_up(whole, drafts[index + 1 : index + 1 + NEAR])
        parts = after or _adding_up(whole, drafts[max(0, index - NEAR) : index][::-1])
        for part in parts:
            part.parent = whole
            part.notes.append(f"its toll is counted in incident {whole.number + 1}")


def _adding_up(whole: Draft, others: Sequence[Draft]) -> list[Draft]:
    """Give the others, from the nearest on, whose tolls add up to the whole's; or none."""
    toll = _toll(whole, "killed")
    if toll is None:
        return []
    parts: list[Draft] = []
    total = 0
    for other in others:
        killed = _toll(other, "killed")
        if killed is None or not _may_be_part(other, whole):
            continue
        parts.append(other)
        total += killed
        if total >= toll:
            break
    return parts if total == toll and len(parts) >= FEWEST else []


def _toll(draft: Draft, key: CountKey) -> int | None:
    count = draft.tolls.get(key)
    return count.best if count else None


def _may_be_part(part: Draft, whole: Draft) -> bool:
    first, main = part.first.main.frame, whole.first.main.frame
    stated = part.date is not None and part.date.basis in {"stated", "relative"}
    return (
        part.parent is None
        and realm(first) == realm(main)
        and not (stated and dating.contradict(part.date, whole.date))
    )
