"""Reports that earlier rules or places read: told, compared, and read again at a click."""

import html
from collections.abc import Iterator

import streamlit as st

from geo.pipeline import engine_version
from geo.snapshot.carrying import ENGINE
from incidents.decisions.rereading import Difference, compare
from incidents.decisions.saying import say_action
from incidents.errors import ConflictMapError
from incidents.records import Incident
from incidents.report import Report
from incidents.wording import line
from ui import listed
from ui.acting import acting
from ui.data import Dataset, pipeline, store
from ui.markup import plain, say
from ui.tongue import _, n_, retold

_FORESEEN = "reread_foreseen"
MOST_LISTED = 50
"""Lines of one report's list; the rest is counted."""


def outdated(data: Dataset) -> list[Report]:
    """Return the reports that would be read otherwise now, but for a snapshot's parts."""
    known = {engine_version(), ENGINE}
    return [one for one in data.reports.values() if data.contents.engines.get(one.id) not in known]


def show(data: Dataset) -> None:
    """Offer to compare and to read them again; nothing where there are none."""
    old = outdated(data)
    if not old:
        return
    head = n_(
        "Read by earlier rules or places: {n} report",
        "Read by earlier rules or places: {n} reports",
        len(old),
    )
    about = _(
        "The program or its country packs changed since. Your corrections stay; those whose words "
        "are gone are listed here."
    )
    st.html(f'<div class="cm-h">{html.escape(head)}</div>')
    st.html(f'<div class="cm-note">{html.escape(about)}</div>')
    with st.container(horizontal=True, gap="small"):
        look = st.button(_("See what would change"), key="reread_look", icon=":material/compare:")
        take = st.button(_("Bring up to date"), key="reread", icon=":material/refresh:")
    if look:
        _foresee(data, old)
    if take and not _take(old):
        st.rerun()
    for one in old:
        _foreseen(one)


def _foresee(data: Dataset, old: list[Report]) -> None:
    """Read them anew and keep what that gave for this session, so that taking it is quick."""
    seen = st.session_state.setdefault(_FORESEEN, {})
    for report, found in _read(old):
        before = [one for one in data.contents.incidents if one.report_id == report.id]
        log = data.contents.decisions
        difference = compare(report.id, report.text, before, found, log)
        seen[report.id] = ((engine_version(), report), found, difference)


def _take(old: list[Report]) -> bool:
    """Take the new readings; tell whether one was refused."""
    read = 0
    for report, found in _read(old):
        try:
            store().put(report, found, engine_version(), expected=report)
        except ConflictMapError as error:
            say("error", error, about=report.name)
        else:
            read += 1
    return read < len(old)


def _read(reports: list[Report]) -> Iterator[tuple[Report, list[Incident]]]:
    """Yield the reports that can be read, each with what is read now; say of the others why."""
    bar = st.progress(0.0)
    for number, one in enumerate(reports):
        bar.progress(number / len(reports), text=_("Reading {name} …", name=plain(one.name)))
        kept = _known(one)
        try:
            found = pipeline().read(one) if kept is None else kept[0]
        except ConflictMapError as error:
            say("error", error, about=one.name)
        else:
            yield one, found
    bar.empty()


def _known(report: Report) -> tuple[list[Incident], Difference] | None:
    read, *known = st.session_state.get(_FORESEEN, {}).get(report.id, (None,))
    # Another date of the report, or a country pack since then, reads it otherwise again.
    return (known[0], known[1]) if read == (engine_version(), report) else None


def _foreseen(report: Report) -> None:
    """List what a report's new reading would change, with a button that takes it."""
    known = _known(report)
    if known is None:
        return
    found, difference = known
    said = "; ".join(_summary(difference)) or _("nothing would change")
    with st.expander(f"{plain(report.name)}: {plain(said)}"):
        for words, lines in _lists(difference):
            st.markdown(f"**{plain(words)}**")
            for told in lines[:MOST_LISTED]:
                st.text(told)
            if more := listed.rest(len(lines) - MOST_LISTED):
                st.text(more)
        st.button(
            _("Take this reading"),
            key=f"reread_take_{report.id}",
            on_click=acting(store().put),
            args=(report, found, engine_version()),
            kwargs={"expected": report},
        )


def _summary(one: Difference) -> Iterator[str]:
    for number, said in (
        (len(one.new), n_("{n} new", "{n} new", len(one.new))),
        (len(one.gone), n_("{n} gone", "{n} gone", len(one.gone))),
        (len(one.changed), n_("{n} read otherwise", "{n} read otherwise", len(one.changed))),
        (len(one.lost), n_("{n} decision lost", "{n} decisions lost", len(one.lost))),
    ):
        if number:
            yield said


def _lists(one: Difference) -> Iterator[tuple[str, list[str]]]:
    changed = [
        _("{before}, now {after}", before=line(each.before), after=line(each.after))
        for each in one.changed
    ]
    touched = [say_action(each.action) for each in one.touched]
    lost = [
        _("{decision}: {why}", decision=say_action(each.decision.action), why=retold(each.why))
        for each in one.lost
    ]
    for words, lines in (
        (_("New"), [line(each) for each in one.new]),
        (_("Gone"), [line(each) for each in one.gone]),
        (_("Read otherwise"), changed),
        (_("Your decisions on these"), touched),
        (_("Decisions that would find their words no more"), lost),
    ):
        if lines:
            yield words, lines
