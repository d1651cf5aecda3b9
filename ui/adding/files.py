"""Files chosen, what each says of itself, and the analyst's corrections before they are read."""

import html
from collections import defaultdict
from typing import NamedTuple

import msgspec
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from geo.adding import DETAILS, Details
from incidents.dating import read_edtf
from incidents.errors import ConflictMapError
from incidents.folders import ARCHIVE, KINDS
from incidents.report import Report
from ui import listed
from ui.adding import details
from ui.adding.likes import like_kept
from ui.adding.opening import Opened, open_file
from ui.adding.reading import read_all, refuse
from ui.data import Dataset
from ui.markup import plain, say
from ui.tongue import _, n_, p_, retold

MANY = 4
"""From so many files on each has its fields folded away."""
DRAWN = 50
"""Files whose details can be corrected before; an archive may have thousands."""
NAMED = 5
"""Files that are named of those that are left out for one reason."""
_GENERATION, _OPENED = "files_generation", "files_opened"


class Given(NamedTuple):
    """A chosen file as the analyst gives it."""

    name: str
    report: Report | ConflictMapError
    undated: bool = False
    """Whether the analyst says that the date is not known."""
    wanted: bool = True
    """Whether it is to be read; not where the analyst keeps only the other of two like ones."""
    said: tuple[str, ...] = ()
    """The details that the analyst has changed from what the file says."""


def show(data: Dataset) -> None:
    """Draw the chooser, a form with the details of each file, and read them when asked to."""
    generation = int(st.session_state.get(_GENERATION, 0))
    files = st.file_uploader(
        _("Reports: plain text, web pages, PDF, Word, e-mail, or a zip of them"),
        type=[*KINDS, ARCHIVE],
        accept_multiple_files=True,
        key=f"files_{generation}",
    )
    if not files:
        about = _(
            "Choose one file or several. What they say of themselves is shown for you to correct "
            "before anything is read."
        )
        st.html(f'<div class="cm-note">{html.escape(about)}</div>')
        return
    opened = [_opened(file) for file in files]
    for one in opened:
        _say_left_out(one)
    found = [report for one in opened for report in one.reports]
    if not found:
        return
    with st.form(f"add_files_{generation}", border=False):
        given = [
            _row(data, f"file_{generation}_{number}", name, report, folded=len(found) >= MANY)
            for number, (name, report) in enumerate(found[:DRAWN])
        ]
        given += [Given(name, report) for name, report in found[DRAWN:]]
        listed.note(listed.rest(len(found) - DRAWN))
        label = (
            p_("button", "Read")
            if len(found) == 1
            else n_("Read {n} file", "Read {n} files", len(found))
        )
        sent = st.form_submit_button(plain(label), type="primary")
    if sent:
        wanted = [one for one in given if one.wanted]
        undated = [
            one.report.id for one in wanted if one.undated and isinstance(one.report, Report)
        ]
        read_all([(one.name, one.report, one.said) for one in wanted], undated=undated)
        # Another key is another, empty chooser: else the next "Read" would read all again.
        st.session_state[_GENERATION] = generation + 1
        st.session_state[_OPENED] = {}
        st.rerun()


def _opened(file: UploadedFile) -> Opened:
    """Take the text out of a file, once as long as it is chosen."""
    opened: dict[str, Opened] = st.session_state.setdefault(_OPENED, {})
    if file.file_id not in opened:
        with st.spinner(_("Opening {name} …", name=plain(file.name))):
            opened[file.file_id] = open_file(file.name, file.getvalue())
    return opened[file.file_id]


def _say_left_out(opened: Opened) -> None:
    """Say which files of an archive are not read, by the reasons."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for name, why in opened.left_out:
        names[why].append(name)
    for why, left in names.items():
        shown = [*left[:NAMED], *filter(None, [listed.rest(len(left) - NAMED)])]
        told = _("Left out, {why}: {names}.", why=retold(why), names=", ".join(shown))
        say("info" if opened.reports else "error", told)


def _row(
    data: Dataset, key: str, name: str, report: Report | ConflictMapError, *, folded: bool
) -> Given:
    """Draw one file; return the report as corrected."""
    if isinstance(report, ConflictMapError):
        refuse(name, str(report))
        return Given(name, report)
    missing = "" if report.published else f" · {_('no publication date')}"
    with st.expander(plain(f"{name}{missing}"), expanded=not folded):
        for note in report.notes:
            say("info", retold(note))
        wanted = _keeps_both(data, key, report)
        given = details.fields(key, report)
        answer = None if report.published else details.question(key, report)
    corrected, undated = _corrected(report, given, answer)
    said = tuple(
        field
        for field in DETAILS
        if isinstance(corrected, Report)
        and getattr(corrected, field) != ((getattr(report, field) or "").strip() or None)
    )
    return Given(name, corrected, undated, wanted, said)


def _keeps_both(data: Dataset, key: str, report: Report) -> bool:
    """Say which kept report has nearly the same text, and ask whether to read this one too."""
    like = like_kept(data, report)
    if like is None:
        return True
    say("warning", like.sentence(data.reports[like.report_id].name))
    return st.checkbox(
        _("Keep both"),
        value=True,
        key=f"{key}_both",
        help=_("Without the tick this file is not read; the other stays as it is."),
    )


def _corrected(
    report: Report, given: Details, answer: str | None
) -> tuple[Report | ConflictMapError, bool]:
    unknown = answer == details.NOT_KNOWN
    published = given.published or (None if unknown else answer)
    try:
        if published:
            published = read_edtf(published).edtf
    except ConflictMapError as error:
        return error, False
    fields = {field: getattr(given, field) for field in DETAILS} | {"published": published}
    return msgspec.structs.replace(report, **fields), unknown
