"""A joined event on the map page: the other reports’ claims on the card, their words lit."""

import html
from collections.abc import Iterator

import msgspec

from incidents.records import Incident
from incidents.wording import say_casualties, say_date
from ui.data import Dataset
from ui.tongue import _


def card_row(data: Dataset, event: Incident) -> str:
    """Return what each report says of a joined event, as safe HTML; "" of any other incident."""
    if not others_of(data, event):
        return ""
    lines = "<br>".join(html.escape(_claim(data, one)) for one in data.folded.told(event))
    return f"<dt>{html.escape(_('Told by'))}</dt><dd>{lines}</dd>"


def _claim(data: Dataset, one: Incident) -> str:
    report = data.reports[one.report_id]
    return _(
        "{report}: {toll}, {date}",
        report=report.publisher or report.name,
        toll=say_casualties(one),
        date=say_date(one.date),
    )


def others_of(data: Dataset, event: Incident) -> tuple[Incident, ...]:
    """Return the other versions of an event, where it is shown as one."""
    others = data.folded.joined.get(event.id, ())
    return () if any(one.id in data.incidents for one in others) else others


def told_in(data: Dataset, incidents: tuple[Incident, ...], report_id: str) -> Iterator[Incident]:
    """Yield what a report tells of the incidents, under the ids by which they are shown."""
    for one in incidents:
        if one.report_id == report_id:
            yield one
        for other in others_of(data, one):
            if other.report_id == report_id:
                yield msgspec.structs.replace(other, id=one.id)
