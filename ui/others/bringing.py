"""A file brought in: looked at, its columns named where nobody knows them, read and kept."""

import html
import tempfile
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from datasets.forms import recognise
from datasets.keeping import Shelf
from datasets.mapping import Plan, propose
from datasets.opening import ENDINGS, open_raw
from datasets.raw import Raw
from incidents.errors import ConflictMapError
from ui.markup import plain, say
from ui.others import losses, naming
from ui.others.kept import FORMS
from ui.tongue import _, n_

_GENERATION, _OPENED, _DONE = "data_generation", "data_opened", "data_done"
SHOWN = 5
"""Rows of the preview."""


def show() -> None:
    """Draw the chooser, then what is known of the chosen file; keep it when asked to."""
    generation = int(st.session_state.get(_GENERATION, 0))
    file = st.file_uploader(
        _("ACLED or UCDP exports, GeoJSON, CSV, Excel"),
        type=list(ENDINGS),
        key=f"data_file_{generation}",
    )
    if file is None:
        _outcome()
        about = _(
            "Larger files than the chooser takes come in by the command conflict-map data add."
        )
        st.html(f'<div class="cm-note">{html.escape(about)}</div>')
        return
    st.session_state.pop(_DONE, None)
    try:
        with st.spinner(_("Opening {name} …", name=plain(file.name))):
            path, raw = _opened(file)
        _form(file, path, raw, generation)
    except ConflictMapError as error:
        say("error", error, about=file.name)


def _opened(file: UploadedFile) -> tuple[Path, Raw]:
    """Lay a file down for the reader, once as long as it is chosen."""
    known = st.session_state.get(_OPENED)
    if known is None or known[0] != file.file_id:
        folder = tempfile.TemporaryDirectory(prefix="conflict-map-")
        # Never the file's own name: it may be a path.
        path = Path(folder.name) / f"data{Path(file.name).suffix.lower()}"
        path.write_bytes(file.getbuffer())
        # The folder goes when the session forgets it.
        known = (file.file_id, folder, path, open_raw(path))
        st.session_state[_OPENED] = known
    return known[2], known[3]


def _form(file: UploadedFile, path: Path, raw: Raw, generation: int) -> None:
    found = recognise(raw.columns)
    rows = n_("{n} row", "{n} rows", raw.table.num_rows)
    if found:
        say("info", _("The columns are those of {form}.", form=_(FORMS[found[0]])), about=rows)
    else:
        say("warning", _("Say below which column holds what."), about=rows)
    _preview(raw)
    shelf = Shelf()
    with st.form(f"data_form_{generation}", border=False):
        name = st.text_input(
            _("Name of the layer"), value=Path(file.name).stem, key=f"data_name_{generation}"
        )
        plan = None
        if not found:
            known = shelf.plan(path)
            if known:
                said = _("The answers are those given for a file with the same columns before.")
                st.html(f'<div class="cm-note">{html.escape(said)}</div>')
            plan = naming.fields(raw, known or propose(raw.columns), f"data_{generation}")
        licence = st.text_input(_("Licence, in a line"), key=f"data_licence_{generation}")
        sent = st.form_submit_button(_("Bring it in"), type="primary")
    if sent:
        _keep(shelf, path, file.name, name, licence, plan)


def _preview(raw: Raw) -> None:
    head = raw.table.slice(0, SHOWN).to_pydict()
    st.dataframe(pd.DataFrame(head), hide_index=True, width="stretch")


def _keep(shelf: Shelf, path: Path, file: str, name: str, licence: str, plan: Plan | None) -> None:
    with st.spinner(_("Reading {name} …", name=plain(file))):
        card = shelf.add(path, name=name, plan=plan, licence=licence.strip(), source=file)
    st.session_state[_DONE] = card
    st.session_state.pop(_OPENED, None)
    # Another key is another, empty chooser.
    st.session_state[_GENERATION] = int(st.session_state.get(_GENERATION, 0)) + 1
    st.rerun()


def _outcome() -> None:
    """Say what became of the file that was brought in last."""
    card = st.session_state.get(_DONE)
    if card is None:
        return
    kept = n_(
        "{n} row of {read} is kept.",
        "{n} rows of {read} are kept.",
        card.losses.kept,
        read=card.losses.read,
    )
    say("success", kept, about=card.name)
    st.html(losses.said(card.losses))
