"""The layers as a table: what each is, where it is from, what reading it cost."""

import datetime as dt
import html

import streamlit as st

from datasets.keeping import Shelf
from datasets.records import Card
from ui.acting import acting
from ui.markup import plain, say
from ui.others import losses
from ui.tongue import N_, _, day, n_, number
from ui.who import may_edit

FORMS = {"acled": N_("ACLED"), "ucdp": N_("UCDP"), "own": N_("a table of one's own")}
HEADS = (N_("Layer"), N_("Form"), N_("Rows"), N_("Brought in"), N_("Licence"))


def show() -> None:
    """Draw the table, a row for each layer."""
    for error in Shelf().damaged():
        say("warning", error)
    cards = Shelf().cards()
    head = n_("Kept: {n} layer", "Kept: {n} layers", len(cards))
    st.html(f'<div class="cm-h cm-h-table">{html.escape(head)}</div>')
    if not cards:
        empty = html.escape(_("No layer yet."))
        st.html(f'<div class="cm-note">{empty}</div>')
        return
    with st.container(key="kept_layers"):
        for card in cards:
            _row(card)


def _row(card: Card) -> None:
    words, remove = st.columns([28, 1], vertical_alignment="top", gap="small")
    with words:
        st.html(_words(card))
        with st.expander(_("What is not kept, and what is doubtful")):
            st.html(losses.said(card.losses))
    with remove:
        if may_edit():
            st.button(
                "",
                icon=":material/delete:",
                key=f"layer_remove_{card.name}",
                type="tertiary",
                help=_("Remove {name} (it can be put back)", name=plain(card.name)),
                on_click=acting(_remove),
                args=(card.name,),
            )


def _remove(name: str) -> None:
    Shelf().remove(name)


def _words(card: Card) -> str:
    cost = card.losses
    file = _("{file}, sha256 {hash}…", file=card.source, hash=card.sha256[:12])
    named = f'<div class="cm-report">{html.escape(card.name)}</div>'
    cells = [
        f'{named}<div class="cm-note">{html.escape(file)}</div>',
        html.escape(_(FORMS[card.form])),
        html.escape(_("{kept} of {read}", kept=number(cost.kept), read=number(cost.read))),
        html.escape(day(dt.date.fromisoformat(card.imported))),
        html.escape(card.licence or _("not said")),
    ]
    said = "".join(
        f'<div data-head="{html.escape(_(head))}">{cell}</div>'
        for head, cell in zip(HEADS, cells, strict=True)
    )
    return f'<div class="cm-row cm-row-layer">{said}</div>'
