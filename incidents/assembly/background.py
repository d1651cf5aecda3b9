"""A report's past: what lies so far before it that it is told as background."""

import datetime as dt
from collections.abc import Sequence

from incidents.assembly.draft import Draft, Telling
from incidents.assembly.pieces import Piece
from incidents.records import DateValue

PAST_DAYS = 300
"""What happened so long before a report on newer events is its background."""
MONTH_DAYS = 31
"""Days from which what is told is told of a longer time."""


def past_drafts(
    drafts: Sequence[Draft], published: DateValue | None, period: DateValue | None
) -> list[Draft]:
    """List the incidents that lie far before the report, where it tells of newer ones.

    A report of old events alone is given twice that time.
    """
    if published is None:
        return []
    floor = published.earliest - dt.timedelta(days=PAST_DAYS)
    if period is not None:
        floor = min(floor, period.earliest)
    # "Killings between January and June": what is told of those months is no background.
    floor = min([floor, *(d.date.earliest for d in drafts if d.date and _reaches(d.date, floor))])
    newer = any(draft.date and draft.date.latest >= floor for draft in drafts)
    oldest = floor if newer else floor - dt.timedelta(days=PAST_DAYS)
    return [draft for draft in drafts if draft.date and draft.date.latest < oldest]


def _reaches(value: DateValue, floor: dt.date) -> bool:
    """Tell whether months are told of that lie on both sides of a day."""
    days = (value.latest - value.earliest).days
    return value.earliest < floor <= value.latest and MONTH_DAYS < days <= 2 * PAST_DAYS


def goes_on(past: Piece | None, telling: Telling) -> bool:
    """Tell whether a piece without a date goes on with a tale of the past."""
    if past is None or telling.date is not None:
        return False
    scene = telling.piece.scene
    return scene.block == past.scene.block and scene.index - past.scene.index <= 1
