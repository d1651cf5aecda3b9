"""Which of the versions of an event shows it: on that one the others are joined."""

from collections.abc import Mapping, Sequence

from incidents.records import Incident

UNKNOWN = 9
"""Stands behind every where_prec, for a place that no map knows."""


def in_order(versions: Sequence[Incident], published: Mapping[str, str | None]) -> list[Incident]:
    """Put the one first that shows the event: the closest place, a figure, the later report.

    Args:
        versions: of one event.
        published: by report id, EDTF.
    """
    # Stable: of two that are alike in all, the one that was given first stays first.
    latest = sorted(versions, key=lambda one: published.get(one.report_id) or "", reverse=True)
    return sorted(latest, key=lambda one: (_closeness(one), "killed" not in one.casualties))


def _closeness(one: Incident) -> int:
    return one.place.precision if one.place.kind != "none" else UNKNOWN
