"""What keys and buttons of the review page do; each on the incident that was seen, and no other."""

from collections.abc import Callable, Collection, Mapping

import streamlit as st

from incidents.decisions import Part
from incidents.quotes import quote
from incidents.records import Incident
from incidents.reviewing import State, after, beside
from incidents.wording import title
from ui import deciding, session
from ui.review.desk import Desk, make_desk
from ui.tongue import N_, _, n_
from ui.who import may_edit

_EDITING, _DONE = "review_editing", "review_done"


def do(what: str, on: str | None) -> None:
    """Do what a key or a button says.

    Args:
        what: a key of `_ACTS`; anything else is passed over.
        on: id of the incident that was on the screen; nothing is done where it is gone.
    """
    act = _ACTS.get(what)
    if act is not None and (may_edit() or what in ("next", "previous")):
        act(make_desk(), on)


def editing() -> str | None:
    """Return the id of the incident whose fields are open."""
    found: str | None = st.session_state.get(_EDITING)
    return found


def open_fields(incident_id: str | None) -> None:
    """Show an incident's fields; None closes them."""
    st.session_state[_EDITING] = incident_id


def done() -> str:
    """Return a sentence on what was done last, once; "" where it is told already."""
    told: str = st.session_state.pop(_DONE, "")
    return told


def tell(words: str) -> None:
    """Say at the next drawing what was done."""
    st.session_state[_DONE] = words


def accept_all(ids: Collection[str]) -> None:
    """Accept several at once; one undo takes all back."""
    _decide_all(ids, deciding.accept)


def reject_all(ids: Collection[str]) -> None:
    """Reject several at once; one undo takes all back."""
    _decide_all(ids, deciding.reject)


def _decide_all(ids: Collection[str], decide: Callable[[list[Incident]], None]) -> None:
    desk = make_desk()
    following = after(desk.ids, ids, desk.current.id if desk.current else None)
    decide([desk.everything[one] for one in ids if one in desk.everything])
    if _changed(desk, ids):
        session.select(following)


def _changed(before: Desk, ids: Collection[str]) -> bool:
    """Tell whether a decision was kept: a refusal is shown, and what is looked at stays."""
    now = make_desk()
    return any(before.states.get(one) != now.states.get(one) for one in ids)


def _verdict(
    desk: Desk, on: str | None, decide: Callable[[list[Incident]], None], said: str, state: State
) -> None:
    if on not in desk.everything or desk.states.get(on) == state:
        return
    following = after(desk.ids, {on}, on)
    decide([desk.everything[on]])
    if _changed(desk, [on]):
        st.session_state[_EDITING] = None
        session.select(following)
        tell(_(said, what=title(desk.everything[on])))


def _accept(desk: Desk, on: str | None) -> None:
    _verdict(desk, on, deciding.accept, N_("Accepted: {what}."), "accepted")


def _reject(desk: Desk, on: str | None) -> None:
    _verdict(desk, on, deciding.reject, N_("Rejected: {what}."), "rejected")


def _edit(desk: Desk, on: str | None) -> None:
    if on in desk.everything:
        st.session_state[_EDITING] = None if editing() == on else on
        session.select(on)


def _join(desk: Desk, on: str | None) -> None:
    one = desk.everything.get(on or "")
    if one is None:
        return
    told = desk.told(one.report_id)
    ids = [other.id for other in told]
    other = beside(ids, on, 1) if on in ids else None
    if other in (None, on):
        tell(_("The text tells of no other incident after this one."))
        return
    deciding.join(one, [desk.everything[other]])
    if make_desk().data is not desk.data:
        tell(_("Joined with: {what}.", what=title(desk.everything[other])))


def _split(desk: Desk, on: str | None) -> None:
    one = desk.everything.get(on or "")
    if one is None or desk.states.get(one.id) == "rejected":
        return
    parts = max(2, one.count)
    text = desk.data.reports[one.report_id].text
    shares = [Part(evidence=(quote(text, span),)) for span in one.evidence]
    # One sentence tells of all: the parts have it in common, and are told apart by their fields.
    deciding.split(one, shares if len(shares) > 1 else [Part(evidence=())] * parts)
    now = make_desk()
    made = [i for i in now.told(one.report_id) if i.id not in desk.everything]
    if made:
        session.select(made[0].id)
        tell(n_("Split into {n} incident.", "Split into {n} incidents.", len(made)))


def _undo(desk: Desk, on: str | None) -> None:
    deciding.undo_last()
    _show_changed(desk, on, _("Undone."))


def _redo(desk: Desk, on: str | None) -> None:
    deciding.redo()
    _show_changed(desk, on, _("Done again."))


def _show_changed(before: Desk, on: str | None, said: str) -> None:
    """Turn to the first incident that is other than it was."""
    now = make_desk()
    if now.data is before.data:
        return
    other = [
        one
        for one in now.everything
        if before.states.get(one) != now.states.get(one)
        or before.everything.get(one) != now.everything[one]
    ]
    if other:
        # Where it left the queue by that, the one that follows it.
        following = after(before.ids, other, on) or other[0]
        session.select(next((one for one in now.ids if one in other), following))
    tell(said)


def _step(by: int) -> Callable[[Desk, str | None], None]:
    def go(desk: Desk, on: str | None) -> None:
        session.select(beside(desk.ids, on, by) or on)

    return go


_ACTS: Mapping[str, Callable[[Desk, str | None], None]] = {
    "accept": _accept,
    "reject": _reject,
    "edit": _edit,
    "join": _join,
    "split": _split,
    "undo": _undo,
    "redo": _redo,
    "next": _step(1),
    "previous": _step(-1),
}
