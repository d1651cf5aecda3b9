"""The analyst's decisions on the incidents of the page: made, found again, taken back.

Each is a callback of one step: all of it is kept or nothing, and `undo_last` takes it back.
What is refused is shown by `ui.acting.refusals`.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from incidents.decisions import (
    Decider,
    Decision,
    Edit,
    Note,
    Part,
    PutPlace,
    Split,
    events,
    to_redo,
    to_undo,
    undone,
)
from incidents.errors import DecisionError, RivalError
from incidents.records import EventType, Incident, Place, Span
from ui.acting import acting
from ui.analyst import name as analyst
from ui.data import Dataset, dataset, store

_SEEN, _MINE, _HELD = "log_seen", "log_mine", "log_held"


@dataclass(frozen=True)
class Held:
    """A step that was not kept, because somebody else decided on the same incident meanwhile.

    Attributes:
        why: who, what and when.
        made: its entries.
    """

    why: str
    made: tuple[Decision, ...]


def look() -> None:
    """Remember how far the log goes that the page is about to show."""
    st.session_state[_SEEN] = store().last()


def held() -> Held | None:
    """Return the step that waits for the analyst's word."""
    found: Held | None = st.session_state.get(_HELD)
    return found


@acting
def decide_anyway() -> None:
    """Keep the step that waits, over what was decided meanwhile, which stays in the log."""
    waiting = st.session_state.pop(_HELD, None)
    if waiting is not None:
        _keep(waiting.made, None)


def leave() -> None:
    """Forget the step that waits."""
    st.session_state.pop(_HELD, None)


@acting
def accept(incidents: Sequence[Incident], why: str = "") -> None:
    """Say that some incidents are right as they stand, in each report that tells of them."""
    _step(lambda by: [made for one in incidents for made in events.accepted(by, one, why)])


@acting
def reject(incidents: Sequence[Incident], why: str = "") -> None:
    """Say of some incidents that they are none; they stay listed in `Folded.rejected`."""
    _step(lambda by: [made for one in incidents for made in events.rejected(by, one, why)])


@acting
def set_field(incident: Incident, *edits: Edit, why: str = "") -> None:
    """Set fields of an incident."""
    _step(lambda by: [by.made(incident, edit, why) for edit in edits])


@acting
def set_whole(incident: Incident, whole: Incident | None, why: str = "") -> None:
    """Say which incident of the same report counts its casualties already; None for none."""
    _step(lambda by: [by.whole(incident, whole, why)])


@acting
def add(
    report_id: str,
    words: Sequence[Span],
    kind: tuple[EventType, str],
    edits: Iterable[Edit] = (),
    why: str = "",
    **fields: Any,
) -> None:
    """Add an incident that the program missed; arguments as `Decider.add`."""
    _step(lambda by: by.add(report_id, words, kind, edits, why, **fields))


@acting
def split(incident: Incident, parts: Sequence[Part], why: str = "") -> None:
    """Make two or more incidents of one."""
    _step(lambda by: [by.made(incident, Split(parts=tuple(parts)), why)])


@acting
def join(incident: Incident, others: Sequence[Incident], why: str = "") -> None:
    """Make one event of an incident and others, of its report or not; it is the one that shows."""
    _step(lambda by: [by.together(incident, others, same=True, why=why)])


@acting
def take_apart(incident: Incident, others: Sequence[Incident], why: str = "") -> None:
    """Say that these are not the same event."""
    _step(lambda by: [by.together(incident, others, same=False, why=why)])


@acting
def note(incident: Incident, text: str) -> None:
    """Write down what is to be remembered of an incident."""
    _step(lambda by: [by.made(incident, Note(text=text.strip()))])


@acting
def undo_last() -> None:
    """Take back the analyst's last step that is in force."""
    _turn(to_undo)


@acting
def redo() -> None:
    """Bring back what was undone last, where nothing was decided since."""
    _turn(to_redo)


def can_undo() -> bool:
    """Tell whether there is a step to take back."""
    return bool(to_undo(dataset().contents.decisions, analyst()))


def can_redo() -> bool:
    """Tell whether there is an undoing to take back."""
    return bool(to_redo(dataset().contents.decisions, analyst()))


@acting
def put_place(incident: Incident, place: Place, *, everywhere: bool = False, why: str = "") -> None:
    """Decide where an incident was.

    Args:
        incident: as the page shows it.
        place: from `geo.decisions`.
        everywhere: for all incidents of the report at the same words, where it has words.
        why: the analyst's reason.
    """
    action = PutPlace(place=place)
    if everywhere and incident.place.text:
        _step(lambda by: by.widely(incident, action, why))
    else:
        _step(lambda by: [by.made(incident, action, why)])


@acting
def accept_toll(incident: Incident) -> None:
    """Add an incident's toll to the total, though it is so high that it is held beside it."""
    _step(lambda by: events.toll_accepted(by, incident))


@acting
def leave_toll(incident: Incident) -> None:
    """Hold a toll beside the total again."""
    _step(lambda by: events.toll_left(by, incident))


@acting
def leave_place(incident: Incident) -> None:
    """Let the place be what was read; what was decided for all at its words is taken back too."""
    _step(lambda by: by.backs(by.folded.standing(incident.id, PutPlace)))


@acting
def take_joining_back(event: Incident) -> None:
    """Take back what joined an event; its versions may be joined anew."""
    _step(lambda by: events.taken_apart(by, event))


@acting
def propose_again(one: Incident, other: Incident) -> None:
    """Take back that two are not the same."""
    _step(lambda by: events.proposed_again(by, one, other))


@acting
def take_back(made: Decision) -> None:
    """Take one decision back, whoever made it."""
    _step(lambda by: by.backs([made]))


def _step(make: Callable[[Decider], list[Decision]]) -> None:
    _keep(make(_decider(dataset())), st.session_state.get(_SEEN))


def _keep(made: Sequence[Decision], seen: int | None) -> None:
    mine: set[str] = st.session_state.setdefault(_MINE, set())
    try:
        store().record(made, seen, mine)
    except RivalError as error:
        st.session_state[_HELD] = Held(str(error), tuple(made))
    else:
        mine.update(one.id for one in made)


def _turn(find: Callable[[Sequence[Decision], str], list[Decision]]) -> None:
    entries = find(dataset().contents.decisions, analyst())
    if not entries:
        if find is to_undo:
            raise DecisionError("There is nothing to undo.")
        raise DecisionError("There is nothing to bring back.")
    made = undone(entries, at=dt.datetime.now(tz=dt.UTC), who=analyst())
    _keep(made, st.session_state.get(_SEEN))


def _decider(data: Dataset) -> Decider:
    texts = {key: report.text for key, report in data.reports.items()}
    now = dt.datetime.now(tz=dt.UTC)
    return Decider(data.contents.incidents, data.folded, texts, who=analyst(), at=now)
