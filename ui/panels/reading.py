"""The right side: the selected incident's card over the report's text."""

import html
from collections.abc import Mapping

import streamlit as st

from incidents.dating import is_yearless
from incidents.highlights import highlight
from incidents.records import COUNT_KEYS, Incident, Span
from incidents.report import Report
from incidents.terms import said
from incidents.totals import doubts
from incidents.wording import (
    BASIS_WORDS,
    PRECISION_WORDS,
    say_actor,
    say_claim,
    say_date,
    say_place,
    say_published,
    say_toll,
    title,
)
from ui import session, theme
from ui.components.source_text import source_text
from ui.data import Dataset
from ui.joining import beside
from ui.panels import accepting, checked, emptiness, placing
from ui.tongue import _, retold
from ui.view import View


def show(view: View) -> None:
    """Draw the card, where something is selected, and the text."""
    if view.report is None:
        emptiness.note(view)
        return
    _heading(view)
    if view.selected:
        _card(view, view.selected)
    _text(view)


def _heading(view: View) -> None:
    reports = list(view.data.reports)
    report = view.report
    if report is None:
        return
    if len(reports) > 1:
        counts = view.rows["report_id"].value_counts()
        st.selectbox(
            _("Report"),
            reports,
            key=session.seed("w_report", report.id),
            # The count first: a long name is cut at its end.
            format_func=lambda r: _(
                "{n} in view · {report}",
                n=int(counts.get(r, 0)),
                report=view.data.reports[r].name,
            ),
            label_visibility="collapsed",
            on_change=session.reader("w_report", session.turn_to),
        )
        st.html(f'<div class="cm-note">{_meta(report, "")}</div>')
        return
    meta = _meta(report, report.title or _("No title given"))
    head = html.escape(_("Source text"))
    st.html(f'<div class="cm-h">{head}</div><div class="cm-note">{meta}</div>')


def _meta(report: Report, name: str) -> str:
    parts = [name, report.publisher]
    parts.append(
        _("published {date}", date=say_published(report.published))
        if report.published
        else _("no publication date: years unknown unless the text gives them")
    )
    told = " · ".join(html.escape(p) for p in parts if p)
    return told[:1].upper() + told[1:]


def _text(view: View) -> None:
    report = view.report
    if report is None:
        return
    selected = view.selected.id if view.selected else None
    own = list(beside.told_in(view.data, view.incidents, report.id))
    picked = source_text(
        highlight(report.text, own, checked.ticked(view), selected),
        report_id=report.id,
        language=report.language,
        selected=selected,
        theme=theme.current(),
        key="source_text",
    )
    if picked and picked != selected:
        session.select(picked)
        st.rerun()


def _card(view: View, incident: Incident) -> None:
    text = view.data.reports[incident.report_id].text
    with st.container(key="card", gap=None):
        head, back, forth, close = st.columns([12, 1, 1, 1], gap=None, vertical_alignment="center")
        label = checked.ticked(view).get(incident.id, "")
        with head:
            st.html(
                f'<div class="cm-title"><span class="cm-chip">{html.escape(label)}</span>'
                f"{html.escape(title(incident))}</div>"
            )
        _step(view, incident, -1, back)
        _step(view, incident, 1, forth)
        with close:
            st.button(
                "",
                icon=":material/close:",
                key="unselect",
                type="tertiary",
                help=_("Close (Esc)"),
                shortcut="Esc",
                on_click=session.select,
                args=(None,),
            )
        told = rows(view.data, view.labels, incident, text)
        st.html(f'<dl class="cm-card">{"".join(told)}</dl>')
        with st.container(horizontal=True, gap="small", key="card_acts"):
            placing.show(view.data, incident)
            accepting.show(view, incident)


def _step(
    view: View, incident: Incident, by: int, column: "st.delta_generator.DeltaGenerator"
) -> None:
    ids = [i.id for i in view.incidents]
    at = ids.index(incident.id) + by
    with column:
        st.button(
            "",
            icon=":material/arrow_back:" if by < 0 else ":material/arrow_forward:",
            key=f"step{by}",
            type="tertiary",
            disabled=not 0 <= at < len(ids),
            help=_("Previous incident (Alt+Left)") if by < 0 else _("Next incident (Alt+Right)"),
            shortcut="Alt+Left" if by < 0 else "Alt+Right",
            on_click=session.select,
            args=(ids[at] if 0 <= at < len(ids) else incident.id,),
        )


def rows(data: Dataset, labels: Mapping[str, str], incident: Incident, text: str) -> list[str]:
    """Return what is known of an incident, a line of its card each, as safe HTML.

    Args:
        data: everything there is.
        labels: incident id to the number that it has on the page.
        incident: the one.
        text: its report's.
    """
    rows = [_when(incident, text), _where(incident, text), _who(incident, text)]
    rows += [_toll(data, incident, text), _claims(incident, text), _says(incident, text)]
    rows += [_told(incident), beside.card_row(data, incident)]
    whole = data.incidents.get(incident.part_of or "")
    if whole:
        label = labels.get(whole.id, _("not in view"))
        told = _("{label}: {what}; its dead are counted there", label=label, what=title(whole))
        rows.append(_row(_("Part of"), told))
    if by := checked.on_card(data.folded, incident.id):
        rows.append(_row(_("Checked"), by))
    return [row for row in rows if row]


def _row(name: str, value: str, quote: str = "") -> str:
    words = f" <q>{html.escape(quote)}</q>" if quote else ""
    return f"<dt>{html.escape(name)}</dt><dd>{html.escape(value)}{words}</dd>"


def _quote(text: str, span: Span | None) -> str:
    return " ".join(span.of(text).split()) if span else ""


def _when(incident: Incident, text: str) -> str:
    date = incident.date
    if date is None:
        return _row(_("When"), _("unknown: the text says nothing"))
    if is_yearless(date):
        told = _("{date}: the report has no publication date to count from", date=say_date(date))
        return _row(_("When"), told, _quote(text, date.span))
    basis = "" if date.basis == "stated" else f" ({_(BASIS_WORDS[date.basis])})"
    return _row(_("When"), say_date(date) + basis, _quote(text, date.span))


def _where(incident: Incident, text: str) -> str:
    place = incident.place
    exact = _(PRECISION_WORDS[place.precision])
    value = _("{place}: {exact}", place=say_place(place), exact=exact)
    if place.basis == "inherited":
        value += _(", carried over from the text before")
    row = _row(_("Where"), value, _quote(text, place.span))
    return row + (f'<dd class="why">{html.escape(retold(place.why))}</dd>' if place.why else "")


def _who(incident: Incident, text: str) -> str:
    if not incident.actors:
        return _row(_("Who"), _("not said"))
    lines = [
        f"{html.escape(say_actor(a))}"
        + (f" <q>{html.escape(_quote(text, a.span))}</q>" if a.span else "")
        for a in incident.actors
    ]
    return f"<dt>{html.escape(_('Who'))}</dt><dd>{'<br>'.join(lines)}</dd>"


def _toll(data: Dataset, incident: Incident, text: str) -> str:
    lines = []
    if "killed" not in incident.casualties:
        lines.append(html.escape(_("killed: unknown, the text gives no number")))
    for key in COUNT_KEYS:
        count = incident.casualties.get(key)
        if count:
            quote = html.escape(_quote(text, count.span))
            # A figure of a person's, or of another report, has no words here.
            words = f" <q>{quote}</q>" if quote else ""
            lines.append(f"{html.escape(say_toll(key, count.low, count.high))}{words}")
    accepted = incident.id in data.folded.accepted
    lines += [html.escape(words) for words in doubts(incident, accepted=accepted)]
    if incident.civilian_targeting:
        lines.append(html.escape(_("civilians targeted")))
    return f"<dt>{html.escape(_('Toll'))}</dt><dd>{'<br>'.join(lines)}</dd>"


def _claims(incident: Incident, text: str) -> str:
    """Show what each side says where sources compete, by its number's words; "" elsewhere."""
    lines = []
    for claim in incident.claims:
        counted = next((c.span for c in claim.casualties.values()), claim.span)
        quote = html.escape(_quote(text, counted))
        lines.append(f"{html.escape(say_claim(claim))} <q>{quote}</q>")
    return f"<dt>{html.escape(_('Claims'))}</dt><dd>{'<br>'.join(lines)}</dd>" if lines else ""


def _says(incident: Incident, text: str) -> str:
    if not incident.sources:
        return _row(_("Source"), _("none named; {status}", status=said(incident.status)))
    first = incident.sources[0]
    names = ", ".join(s.name for s in incident.sources)
    told = _("{names}; {status}", names=names, status=said(incident.status))
    return _row(_("Source"), told, _quote(text, first.span))


def _told(incident: Incident) -> str:
    """Say in how many places the report tells of it, where in several; the text lights all."""
    places = len(incident.evidence)
    if places < 2:  # noqa: PLR2004  one place is no news
        return ""
    return _row(_("Told"), _("in {n} places, all lit in the text", n=places))
