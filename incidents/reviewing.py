"""What an analyst still has to look at, and in which order."""

from collections.abc import Collection, Mapping, Sequence
from typing import Literal

from incidents.decisions import Folded
from incidents.records import Incident, Record
from incidents.wording import line

Order = Literal["certainty", "text"]
"""The least certain first; or report by report, as the text tells them."""
State = Literal["waiting", "accepted", "rejected"]


class Wanted(Record, frozen=True, kw_only=True):
    """Which incidents are looked at."""

    state: State = "waiting"
    order: Order = "certainty"
    report_id: str | None = None
    """Of one report only; None for all."""
    words: str = ""
    """Each of them has to be in the incident's words or its fields."""


class Progress(Record, frozen=True, kw_only=True):
    """How far the review has come."""

    checked: int
    """Accepted or rejected."""
    every: int


def states_of(folded: Folded) -> dict[str, State]:
    """Return which incidents a person accepted or rejected."""
    states: dict[str, State] = {
        key: "accepted" for key, review in folded.reviews.items() if review.checked
    }
    return states | dict.fromkeys((one.incident.id for one in folded.rejected), "rejected")


def queue(
    incidents: Sequence[Incident],
    states: Mapping[str, State],
    texts: Mapping[str, str],
    wanted: Wanted,
) -> tuple[Incident, ...]:
    """Return the incidents that are wanted, the one to look at first first.

    Args:
        incidents: by report and then in text order, the rejected among them.
        states: by incident id; one that is not in it waits.
        texts: report id to its text.
        wanted: which, and in which order.
    """
    found = [
        one
        for one in incidents
        if states.get(one.id, "waiting") == wanted.state
        and wanted.report_id in (None, one.report_id)
        and _has(one, texts.get(one.report_id, ""), wanted.words)
    ]
    if wanted.order == "certainty":
        # Stable: what is equally certain stays as the text tells it.
        found.sort(key=lambda one: one.confidence)
    return tuple(found)


def progress(
    incidents: Sequence[Incident], states: Collection[str], report_id: str | None = None
) -> Progress:
    """Count what is checked, of all or of one report.

    Args:
        incidents: the rejected among them.
        states: ids of those that were accepted or rejected.
        report_id: None for all reports.
    """
    own = [one.id for one in incidents if report_id in (None, one.report_id)]
    return Progress(checked=sum(one in states for one in own), every=len(own))


def beside(ids: Sequence[str], current: str | None, step: int) -> str | None:
    """Return the id that follows another, or stands before it; the nearest there is at an end.

    Args:
        ids: a queue's.
        current: the one to go from; the first is returned where it is not in the queue.
        step: 1 for the next, -1 for the one before.
    """
    if not ids:
        return None
    if current not in ids:
        return ids[0]
    return ids[max(0, min(ids.index(current) + step, len(ids) - 1))]


def after(ids: Sequence[str], done: Collection[str], current: str | None) -> str | None:
    """Return which comes next when some leave the queue: the first that stays, from there on.

    Args:
        ids: the queue as it was.
        done: those that leave it.
        current: the one that was looked at.
    """
    at = ids.index(current) if current in ids else 0
    rest = [*ids[at:], *reversed(ids[:at])]
    return next((one for one in rest if one not in done), None)


def _has(incident: Incident, text: str, words: str) -> bool:
    if not words.strip():
        return True
    told = [line(incident), *(actor.name for actor in incident.actors)]
    told += [source.name for source in incident.sources]
    told += [span.of(text) for span in incident.evidence]
    searched = " ".join(told).casefold()
    return all(word in searched for word in words.casefold().split())
