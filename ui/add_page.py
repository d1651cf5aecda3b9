"""The "Add a report" page: a file or pasted text, read into incidents and kept."""

import tempfile
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from incidents.errors import ConflictMapError
from incidents.records import Incident
from incidents.report import Report, read_report
from incidents.totals import plural, totals
from incidents.wording import labels, say_casualties, say_date, say_place, title
from ui import session
from ui.data import dataset, pipeline, store
from ui.markup import plain, say
from ui.panels import set_aside
from ui.panels.export import reopen

_KINDS = ("txt", "md", "html", "htm", "pdf", "docx")
_READ = "added_reports"


def show() -> None:
    """Draw the forms, what was read just now, and what is kept."""
    data = dataset()
    st.title("Add a report")
    st.html(
        '<div class="cm-note">The text is read on this machine and goes nowhere else. '
        "Nothing is kept but the text, its incidents, and your own corrections.</div>"
    )
    left, right = st.columns([3, 2], gap="large")
    with left:
        files, pasted, snapshot = st.tabs(["A file", "Pasted text", "A snapshot"])
        with files:
            _files()
        with pasted:
            _pasted()
        with snapshot:
            _snapshot()
        _outcome()
    with right:
        _kept(list(data.reports.values()))
        set_aside.show(data)


def _details(key: str) -> dict[str, str | None]:
    about, when = st.columns([3, 2])
    with about:
        name = st.text_input("Title", key=f"{key}_title", placeholder="optional")
        publisher = st.text_input("Publisher", key=f"{key}_publisher", placeholder="optional")
    with when:
        published = st.text_input(
            "Published",
            key=f"{key}_published",
            placeholder="2024-03-28",
            help="Day, month or year; `~` for about: 2024-03~. Without it the text is searched "
            "for its own date, and words such as “last week” may stay unresolved.",
        )
        language = st.selectbox(
            "Language",
            ["", "en", "fr"],
            key=f"{key}_language",
            format_func=lambda v: {"": "find out", "en": "English", "fr": "French"}[v],
        )
    return {
        "title": name or None,
        "publisher": publisher or None,
        "published": published.strip() or None,
        "language": language or None,
    }


def _files() -> None:
    with st.form("add_files", border=False):
        files = st.file_uploader("Reports", type=list(_KINDS), accept_multiple_files=True)
        details = _details("file")
        sent = st.form_submit_button("Read", type="primary")
    if sent and not files:
        say("warning", "Choose a file first.")
    elif sent:
        _read([(f.name, _from_upload(f, details)) for f in files])


def _from_upload(file: UploadedFile, details: dict[str, str | None]) -> "Report | ConflictMapError":
    try:
        return read_report(file.getvalue(), name=file.name, **details)
    except ConflictMapError as error:
        return error


def _pasted() -> None:
    with st.form("add_text", border=False):
        text = st.text_area("Text", key="pasted_text", height=220, placeholder="Paste the report.")
        details = _details("pasted")
        sent = st.form_submit_button("Read", type="primary")
    if sent:
        try:
            made: Report | ConflictMapError = read_report(
                text.encode(), name="pasted text.txt", **details
            )
        except ConflictMapError as error:
            made = error
        _read([("pasted text", made)])


def _snapshot() -> None:
    with st.form("add_snapshot", border=False):
        file = st.file_uploader("Snapshot", type=["zip"])
        sent = st.form_submit_button("Open", type="primary")
    if sent and file:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "snapshot.zip"
            path.write_bytes(file.getvalue())
            say("success", f"Opened: {reopen(path)}. Its checksums hold.")
        session.finish()
        st.page_link(
            "dashboard.py",
            label="See it on the map",
            icon=":material/arrow_forward:",
            query_params=session.query(),
        )
    elif sent:
        say("warning", "Choose a snapshot first: the zip that the map page saves.")


def _read(found: "list[tuple[str, Report | ConflictMapError]]") -> None:
    outcomes: list[tuple[str, str, str | None]] = []
    bar = st.progress(0.0, text="Reading …")
    for number, (name, report) in enumerate(found):
        bar.progress(number / len(found), text=f"Reading {plain(name)} …")
        if isinstance(report, ConflictMapError):
            outcomes.append((name, str(report), None))
            continue
        try:
            incidents = pipeline().ingest(store(), report)
        except ConflictMapError as error:
            outcomes.append((name, str(error), None))
            continue
        outcomes.append((name, plural(len(incidents), "incident"), report.id))
    bar.empty()
    st.session_state[_READ] = outcomes
    st.rerun()


def _outcome() -> None:
    for name, said, report_id in st.session_state.get(_READ, []):
        if report_id is None:
            say("error", said, about=name)
            continue
        _success(name, report_id)


def _success(name: str, report_id: str) -> None:
    data = dataset()
    rows = data.table.rows[data.table.rows["report_id"] == report_id]
    own = [data.incidents[i] for i in rows["id"]]
    if not own:
        say(
            "info",
            "It was read and kept; no incident was found in it. “conflict-map explain” says for "
            "each sentence what was found and why it made no incident.",
            about=name,
        )
        return
    say("success", totals(rows).sentence(), about=name)
    st.dataframe(_listing(own), hide_index=True)
    if st.button("Show on the map", type="primary", key=f"show_{report_id}"):
        session.set_spec(session.spec().replace(reports=(report_id,)))
        session.turn_to(report_id)
        session.refit()
        session.finish()
        st.switch_page("dashboard.py", query_params=session.query())


def _listing(own: list[Incident]) -> list[dict[str, str]]:
    numbers = labels(own)
    return [
        {
            "No.": numbers[i.id],
            "What": title(i),
            "When": say_date(i.date),
            "Where": say_place(i.place),
            "Toll": say_casualties(i),
        }
        for i in own
    ]


def _kept(reports: list[Report]) -> None:
    st.html(f'<div class="cm-h">Kept: {plural(len(reports), "report")}</div>')
    for report in reports:
        words, button = st.columns([6, 1], vertical_alignment="center")
        with words:
            st.text(_name(report))
        with button:
            st.button(
                "",
                icon=":material/delete:",
                key=f"remove_{report.id}",
                type="tertiary",
                help="Remove this report and its incidents (can be undone)",
                on_click=_remove,
                args=(report,),
            )
    _removed()


def _removed() -> None:
    removed = store().removed()
    if not removed:
        return
    st.html(f'<div class="cm-h">Removed: {plural(len(removed), "report")}</div>')
    for one in removed:
        words, button = st.columns([5, 2], vertical_alignment="center")
        with words:
            st.text(_name(one.report))
        with button:
            st.button(
                "Put it back",
                key=f"restore_{one.report.id}",
                icon=":material/undo:",
                help="With its incidents and all that was decided",
                on_click=store().restore,
                args=(one.report.id,),
            )


def _name(report: Report) -> str:
    return " · ".join(p for p in (report.name, report.publisher, report.published) if p)


def _remove(report: Report) -> None:
    st.session_state[_READ] = []
    store().remove(report.id)
