"""Layers of others' data on the map page: a switch each, and what the filters leave of it."""

import html

import streamlit as st

from datasets.drawn import Kept
from datasets.keeping import Shelf
from datasets.layers import Layer
from datasets.marks import kept_of
from ui import session
from ui.markup import plain, say
from ui.tongue import _, n_, retold

_OFF = "layers_off"


def show() -> None:
    """Draw the switches into the sidebar; nothing where there is no layer."""
    cards, damaged = Shelf().cards(), Shelf().damaged()
    if not (cards or damaged):
        return
    with st.sidebar, st.container(key="layers"):
        st.html(f'<div class="cm-h">{html.escape(_("Data of others"))}</div>')
        for error in damaged:
            say("warning", error)
        for card in cards:
            st.checkbox(
                plain(card.name),
                value=card.name not in _off(),
                key=f"layer_on_{card.name}",
                on_change=_turn,
                args=(card.name,),
            )
            if card.name not in _off():
                _told(kept_of(Shelf().open(card.name), session.spec()))


def switched_on() -> list[Layer]:
    """Return the layers that the map shows, by name."""
    shelf = Shelf()
    return [shelf.open(card.name) for card in shelf.cards() if card.name not in _off()]


def _off() -> set[str]:
    found: set[str] = st.session_state.setdefault(_OFF, set())
    return found


def _turn(name: str) -> None:
    _off().symmetric_difference_update({name})
    session.refit()


def _told(kept: Kept) -> None:
    said = n_("{n} event passes the filters", "{n} events pass the filters", kept.rows)
    unplaced = sum(rows for _why, rows in kept.unplaced)
    if unplaced:
        said += " · " + n_("{n} is not on the map", "{n} are not on the map", unplaced)
    reasons = "".join(
        f"<li>{html.escape(n_('{n} event', '{n} events', rows))}: {html.escape(retold(why))}</li>"
        for why, rows in kept.unplaced
    )
    more = f'<ul class="cm-losses">{reasons}</ul>' if reasons else ""
    st.html(f'<div class="cm-note">{html.escape(said)}{more}</div>')
