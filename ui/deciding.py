"""The analyst's decisions on the incidents of the page: made, found again, taken back."""

import datetime as dt
from collections.abc import Sequence

from incidents.anchors import Anchor, anchor_incident, anchor_place
from incidents.decisions import AcceptToll, Action, Decision, PutPlace, decide, take_back
from incidents.errors import StoreError
from incidents.records import Incident, Place
from ui.acting import acting
from ui.data import Dataset, dataset, store


@acting
def put_place(incident: Incident, place: Place, *, everywhere: bool = False, why: str = "") -> None:
    """Decide where an incident was.

    Args:
        incident: as the page shows it.
        place: from `geo.decisions`.
        everywhere: for all incidents of the report at the same words, where it has words.
        why: the analyst's reason.
    """
    data, action = dataset(), PutPlace(place=place)
    text = _text(data, incident)
    if not (everywhere and incident.place.text):
        store().record([_made(incident, _own(data, incident, text), action, why)])
        return
    # What was decided for this one alone must not stand in the way of the wider word.
    narrow = [one for one in in_force_on(incident, PutPlace) if one.anchor.evidence is not None]
    wide = _made(incident, anchor_place(incident, text), action, why)
    store().record([*_backs(narrow), wide])


@acting
def accept_toll(incident: Incident) -> None:
    """Add an incident's toll to the total, though it is so high that it is held beside it."""
    data, action = dataset(), AcceptToll(killed=incident.casualties["killed"].low)
    anchor = _own(data, incident, _text(data, incident))
    store().record([_made(incident, anchor, action, "")])


def in_force_on(incident: Incident, kind: type[Action]) -> tuple[Decision, ...]:
    """Return the decisions of a kind about an incident, none taken back, the earliest first."""
    made = dataset().folded.decisions.get(incident.id, ())
    return tuple(one for one in made if isinstance(one.action, kind))


@acting
def take_all_back(incident: Incident, kind: type[Action]) -> None:
    """Let the reading hold again; decisions on all incidents at its words are among them."""
    store().record(_backs(in_force_on(incident, kind)))


def _text(data: Dataset, incident: Incident) -> str:
    report = data.reports.get(incident.report_id)
    if report is None:
        raise StoreError("This report was removed meanwhile. Put it back, then decide again.")
    return report.text


def _backs(decisions: Sequence[Decision]) -> list[Decision]:
    now = dt.datetime.now(tz=dt.UTC)
    return [take_back(one, at=now) for one in decisions]


def _own(data: Dataset, incident: Incident, text: str) -> Anchor:
    siblings = [one for one in data.contents.incidents if one.report_id == incident.report_id]
    read = next((one for one in siblings if one.id == incident.id), incident)
    return anchor_incident(read, text, siblings)


def _made(incident: Incident, anchor: Anchor, action: Action, why: str) -> Decision:
    now = dt.datetime.now(tz=dt.UTC)
    return decide(incident.report_id, anchor, action, at=now, why=why)
