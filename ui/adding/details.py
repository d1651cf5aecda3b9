"""What is known of a report besides its text: title, publisher, date, language; all editable."""

from collections.abc import Mapping

import streamlit as st

from geo.adding import Details, dateline
from incidents.languages import language_name
from incidents.report import Report
from incidents.rules import languages
from incidents.wording import say_published
from ui.glossary import explained
from ui.markup import plain
from ui.tongue import N_, _

NOT_KNOWN = N_("not known")
QUESTION = N_(
    "When was it published? Without the date, days like “Monday” and dates without a year stay "
    "open."
)


def fields(key: str, known: Report | Details | None = None) -> Details:
    """Draw the fields, filled with what is known, and return what they hold.

    Args:
        key: of the widgets; another key begins anew.
        known: what the file says of itself, or what is kept.
    """
    about, when = st.columns(2)
    with about:
        title = st.text_input(
            _("Title"), (known and known.title) or "", key=f"{key}_title", placeholder=_("optional")
        )
        publisher = st.text_input(
            _("Publisher"),
            (known and known.publisher) or "",
            key=f"{key}_publisher",
            placeholder=_("optional"),
        )
    with when:
        published = st.text_input(
            _("Published"),
            (known and known.published) or "",
            key=f"{key}_published",
            placeholder="2024-03-28",
            help=explained("edtf"),
        )
        codes = ["", *languages()]
        language = st.selectbox(
            _("Language"),
            codes,
            index=codes.index(known.language) if known and known.language in codes else 0,
            key=f"{key}_language",
            format_func=lambda code: _(language_name(code)) if code else _("find out"),
        )
    return Details(
        title=title.strip() or None,
        publisher=publisher.strip() or None,
        published=published.strip() or None,
        language=language or None,
    )


def question(key: str, report: Report) -> str | None:
    """Ask for the publication date, the likely ones a click away.

    Returns:
        EDTF; `NOT_KNOWN` where the analyst says so; None while it is unanswered.
    """
    offered = proposals(report)
    answer: str | None = st.pills(
        plain(_(QUESTION)),
        [*offered, NOT_KNOWN],
        key=f"{key}_asked",
        format_func=lambda one: plain(_offer(one, offered)),
    )
    return answer


def _offer(edtf: str, offered: Mapping[str, str]) -> str:
    if edtf not in offered:
        return _(edtf)
    return f"{say_published(edtf)}, {_(offered[edtf])}"


def proposals(report: Report) -> dict[str, str]:
    """Return the days that may be the publication's, as EDTF, each with where it is from."""
    found: dict[str, str] = {}
    if report.proposed_published:
        found[report.proposed_published] = N_("guessed from the file")
    from_text = dateline(report)
    if from_text:
        found[from_text] = N_("the day its text begins with")
    return found
