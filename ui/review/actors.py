"""Who took part: name, role and basis of each, in the fields of the review page."""

from typing import get_args

import streamlit as st

from incidents.decisions import SetActors
from incidents.records import Actor, ActorBasis, ActorRole, Incident
from incidents.vocabulary import actor_named, actor_names
from ui import deciding, session
from ui.markup import plain
from ui.review.desk import Desk
from ui.tongue import N_, _

ROLES: tuple[ActorRole, ...] = get_args(ActorRole)
BASES: dict[ActorBasis, str] = {"stated": N_("said here"), "inherited": N_("accused in general")}


def show(desk: Desk, one: Incident) -> None:
    """Draw a row for each, and an empty one for another."""
    names = _names(desk, one)
    for number, actor in enumerate((*one.actors, None)):
        _row(one, number, actor, names)


def _names(desk: Desk, one: Incident) -> list[str]:
    """Return whom to choose from: those of the incident, of its report, then the lexicon."""
    told = [actor.name for i in (one, *desk.told(one.report_id)) for actor in i.actors]
    return list(dict.fromkeys([*told, *actor_names(one.place.country)]))


def _row(one: Incident, number: int, actor: Actor | None, names: list[str]) -> None:
    st.selectbox(
        plain(_("Who {number}", number=number + 1) if actor else _("Another who")),
        names,
        index=None,
        key=session.seed(f"review_who_{number}", actor.name if actor else None),
        accept_new_options=True,
        placeholder=_("name, or type one"),
        on_change=_set,
        args=(one,),
    )
    if actor is None:
        return
    role, basis = st.columns(2)
    with role:
        st.selectbox(
            plain(_("as {number}", number=number + 1)),
            ROLES,
            key=session.seed(f"review_role_{number}", actor.role),
            format_func=_,
            on_change=_set,
            args=(one,),
        )
    with basis:
        st.selectbox(
            plain(_("basis {number}", number=number + 1)),
            list(BASES),
            key=session.seed(f"review_basis_{number}", actor.basis),
            format_func=lambda value: _(BASES[value]),
            on_change=_set,
            args=(one,),
        )


def _set(one: Incident) -> None:
    """Keep all rows; one whose name was emptied is gone."""
    made = []
    for number in range(len(one.actors) + 1):
        name = (st.session_state.get(f"review_who_{number}") or "").strip()
        if not name:
            continue
        role = st.session_state.get(f"review_role_{number}") or _role_of(one)
        basis: ActorBasis = st.session_state.get(f"review_basis_{number}") or "stated"
        made.append(actor_named(name, one.place.country, role, basis, one.actors))
    deciding.set_field(one, SetActors(actors=tuple(made)))


def _role_of(one: Incident) -> ActorRole:
    """Return the role of one who is added: who did it, where nobody is said to have."""
    return "victim" if any(a.role == "perpetrator" for a in one.actors) else "perpetrator"
