"""A report's past: what lies so far before it that it is told as background."""

import datetime as dt
from collections.abc import Sequence

from incidents.assembly.draft import Draft, Telling
from incidents.assembly.pieces import Piece
from incidents.records import DateValue

PAST_DAYS = 300
"""What happened so long before a report on newer events is its background."""


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
    newer = any(draft.date and draft.date.latest >= floor for draft in drafts)
    oldest = floor if newer else floor - dt.timedelta(days=PAST_DAYS)
    return [draft for draft in drafts if draft.date and draft.date.latest < oldest]


def goes_on(past: Piece | None, telling: Telling) -> bool:
    """Tell whether a piece without a date goes on with a tale of the past."""
    if past is None or telling.date is not None:
        return False
    scene = telling.piece.scene
    return scene.block == past.scene.block and scene.index - past.scene.index <= 1
