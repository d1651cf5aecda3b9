"""How well one event is found again in another report, on pairs with known truth.

    python -m benchmarks.evaluate_joining [--list wrong|missed]

The pairs are `benchmarks/joining/`: composed before the scoring was tuned, a third of them in
countries and of groups that nobody looked at meanwhile ("held out"). A pair is two reports; what
is counted are proposals of two incidents. Precision: proposals whose incidents tell one event.
Recall: events told by both reports that are proposed. "Beside all others" proposes among all
reports of a part at once.
"""

import argparse
import time
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from benchmarks.joining.truth import Case, cases
from geo.coverage import covered_regions
from geo.pipeline import default_pipeline
from incidents.joining.candidates import Candidate, candidates
from incidents.records import Incident

Propose = Callable[[Sequence[Incident]], list[Candidate]]


class Tally(NamedTuple):
    """What was proposed, against what is true."""

    right: int
    wrong: int
    found: int
    shared: int

    def __str__(self) -> str:
        """Say precision and recall."""
        proposed = self.right + self.wrong
        precision = f"{self.right / proposed:.3f}" if proposed else "-"
        recall = f"{self.found / self.shared:.3f}" if self.shared else "-"
        return (
            f"precision {precision} ({self.wrong} wrong of {proposed}), "
            f"recall {recall} ({self.found} of {self.shared})"
        )


def propose(incidents: Sequence[Incident]) -> list[Candidate]:
    """Propose as the program does."""
    return candidates(incidents, covered=covered_regions(incidents))


def tally(some: Iterable[Case], proposing: Propose) -> Tally:
    """Count over cases, each by itself."""
    right = wrong = found = shared = 0
    for case in some:
        hits, misses = outcome(case, proposing)
        right += len(hits)
        wrong += len(misses)
        found += len({case.events[one.first] for one in hits})
        shared += len(case.shared)
    return Tally(right, wrong, found, shared)


def outcome(case: Case, proposing: Propose) -> tuple[list[Candidate], list[Candidate]]:
    """Propose within one case, and part right from wrong."""
    right: list[Candidate] = []
    wrong: list[Candidate] = []
    for one in proposing(case.incidents):
        event = case.events[one.first]
        (right if event and event == case.events[one.second] else wrong).append(one)
    return right, wrong


def beside_all(some: Sequence[Case], proposing: Propose) -> Tally:
    """Count over cases, all of their reports together; events of two cases are never one."""
    incidents = [incident for case in some for incident in case.incidents]
    # One that begins with "=" is the same event in every pair that tells it.
    events = {
        key: ("" if event.startswith("=") else case.id, event)
        for case in some
        for key, event in case.events.items()
    }
    right, hits = 0, set()
    proposed = proposing(incidents)
    for one in proposed:
        event = events[one.first]
        if event[1] and event == events[one.second]:
            right += 1
            hits.add(event)
    shared = {events[key] for case in some for key, ev in case.events.items() if ev in case.shared}
    return Tally(right, len(proposed) - right, len(hits & shared), len(shared))


def main() -> None:
    """Read, propose, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--list", choices=("wrong", "missed"), help="show those of the open part")
    given = parser.parse_args()
    everything = list(cases(default_pipeline()))
    print(f"{len(everything)} pairs of reports, {sum(one.as_text for one in everything)} as texts")
    for part in ("open", "held out"):
        some = [one for one in everything if one.half == part]
        print(f"{part}: {tally(some, propose)}")
        for kind, as_text in (("as texts", True), ("as records", False)):
            chosen = [one for one in some if one.as_text == as_text]
            print(f"  {kind} ({len(chosen)}): {tally(chosen, propose)}")
        print(f"  beside all others: {beside_all(some, propose)}")
    _speed(everything)
    if given.list:
        _show([one for one in everything if one.half == "open"], given.list)


def _speed(some: Sequence[Case], number: int = 2000) -> None:
    incidents = [incident for case in some for incident in case.incidents]
    many = (incidents * (number // len(incidents) + 1))[:number]
    start = time.perf_counter()
    found = propose(many)
    seconds = time.perf_counter() - start
    print(f"{len(found)} candidates among {len(many)} incidents: {seconds:.2f} s")


def _show(some: Sequence[Case], what: str) -> None:
    for case in some:
        right, wrong = outcome(case, propose)
        missed = case.shared - {case.events[one.first] for one in right}
        if what == "wrong" and wrong:
            print(case.id, case.kind, *(f"{one.points}: {one.reasons}" for one in wrong))
        if what == "missed" and missed:
            print(case.id, case.kind, *sorted(missed))


if __name__ == "__main__":
    main()
