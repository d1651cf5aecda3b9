"""The terms of the field in plain words, each with where it is from: page and help alike."""

import html

import streamlit as st

from incidents.records import Record
from ui.markup import plain
from ui.tongue import N_, PARAMETER, _, language

ACLED = N_("ACLED, Codebook (2023)")
UCDP = N_("UCDP, Georeferenced Event Dataset (GED) Codebook")
EDTF = N_("EDTF: ISO 8601-2:2019, Annex A; Library of Congress, EDTF specification, level 1")
OWN = N_("this program’s own; see the page “Method and data”")


class Term(Record, frozen=True):
    """One entry of the glossary; the words are messages of the catalogue."""

    key: str
    """In a link: `glossary#where_prec`."""
    name: str
    words: str
    source: str


TERMS: tuple[Term, ...] = (
    Term(
        "incident",
        N_("incident and event"),
        N_(
            "An incident is what a report tells of one occurrence at one place and time. One "
            "incident may hold several events: “two air strikes” are one incident of two events."
        ),
        OWN,
    ),
    Term(
        "event_type",
        N_("event type and sub-event type"),
        N_(
            "What was done, in ACLED’s six types (battles, explosions and remote violence, "
            "violence against civilians, protests, riots, strategic developments) and their "
            "twenty-five sub-types."
        ),
        ACLED,
    ),
    Term(
        "strategic",
        N_("strategic development"),
        N_(
            "Something that bears on a conflict and is no violence against people or crowds: an "
            "agreement, arrests, looting, a base set up, a move. Left out of counts at first."
        ),
        ACLED,
    ),
    Term(
        "lower_bound",
        N_("lower bound (“at least 13”)"),
        N_(
            "The least that the words allow. “At least 13” and “dozens” say nothing of how many "
            "more there were: the figure is open upwards, and a sum with it is one too."
        ),
        OWN,
    ),
    Term(
        "unknown",
        N_("unknown is not zero"),
        N_(
            "Where the text gives no number of dead, their number is unknown. Zero is written "
            "only where the text says that nobody was killed."
        ),
        OWN,
    ),
    Term(
        "low_best_high",
        N_("low, best and high"),
        N_(
            "Three estimates of one figure: the least and the most that is claimed, and the one "
            "held to be the likeliest."
        ),
        UCDP,
    ),
    Term(
        "where_prec",
        N_("precision of the place (where_prec)"),
        N_(
            "How exactly the place is known: 1 the exact place, 2 within about 25 km of it, 3 the"
            " district, 4 the region, 5 a larger or vaguer area, 6 only the country, 7 at sea or "
            "in the air."
        ),
        UCDP,
    ),
    Term(
        "area",
        N_("area"),
        N_(
            "A place that is no point, such as “northern Mali”. It is drawn as a hatched outline "
            "and never as a pin: the incident was somewhere inside."
        ),
        OWN,
    ),
    Term(
        "convention",
        N_("area by convention"),
        N_(
            "A vague name whose outline somebody laid down, such as the Liptako-Gourma. The "
            "reason beside the place says who did."
        ),
        OWN,
    ),
    Term(
        "gazetteer",
        N_("gazetteer and country pack"),
        N_(
            "The list of places by which names are found: places over 500 inhabitants, regions "
            "and countries. A country pack adds a country’s villages."
        ),
        OWN,
    ),
    Term(
        "within",
        N_("possibly within, certainly within"),
        N_(
            "An incident is often dated to an interval only. It lies possibly within a period if "
            "at least one day of the interval does, certainly within if all of them do."
        ),
        OWN,
    ),
    Term(
        "edtf",
        N_("EDTF date"),
        N_(
            "A way to write what is known of a date: 2024-03-28 a day, 2024-03 a month, 2024-03~ "
            "about March, 2023-12/2024-03 an interval, XXXX-01-15 a day of an unknown year."
        ),
        EDTF,
    ),
    Term(
        "basis",
        N_("stated and inherited"),
        N_(
            "Stated: the sentence itself says it. Inherited: it is carried over from the text "
            "around or from the report as a whole, and so less sure."
        ),
        OWN,
    ),
    Term(
        "role",
        N_("role of an actor"),
        N_(
            "What an actor did: perpetrator, supporter, target, victim, supplier or opponent. "
            "ACLED’s “actor 1” and “actor 2” say nothing of who attacked; a role does."
        ),
        OWN,
    ),
    Term(
        "civilians",
        N_("civilians targeted"),
        N_(
            "Whether civilians were the main or only target of the act. Civilians who were hit in"
            " a fight between armed groups were not targeted by it."
        ),
        ACLED,
    ),
    Term(
        "status",
        N_("status"),
        N_(
            "How the words vouch for the incident: reported by the text itself, alleged by "
            "others, claimed by the one who did it, denied, or confirmed."
        ),
        OWN,
    ),
    Term(
        "claims",
        N_("claims"),
        N_(
            "What each source says where sources differ, such as an army and a hospital on one "
            "toll. None is preferred in silence."
        ),
        OWN,
    ),
    Term(
        "part_of",
        N_("part of"),
        N_(
            "An incident whose dead another one already counts, such as one village of a toll for"
            " three. It is listed and never counted twice."
        ),
        OWN,
    ),
    Term(
        "snapshot",
        N_("snapshot"),
        N_(
            "A view handed on: pictures, tables with quotes, and a manifest of the filters, data "
            "and rules that made it, by which it can be checked and opened again."
        ),
        OWN,
    ),
)
_BY_KEY = {term.key: term for term in TERMS}


def show() -> None:
    """Draw the page."""
    st.title(_("Glossary"))
    lead = html.escape(_("The terms of the field in plain words, each with where it is from."))
    st.html(f'<div class="cm-note cm-lead">{lead}</div>')
    with st.container(key="glossary", gap=None):
        for term in sorted(TERMS, key=lambda term: _(term.name).casefold()):
            _entry(term)


def _entry(term: Term) -> None:
    # An anchor of Streamlit's: a plain id is there only after the browser has looked for it.
    st.subheader(plain(_(term.name)), anchor=term.key)
    words = html.escape(_(term.words))
    source = html.escape(_("Source: {source}", source=_(term.source)))
    st.html(f'<div class="cm-term">{words}<br><small>{source}</small></div>')


def explained(key: str, before: str = "") -> str:
    """Return a term's definition for a widget's help, as Markdown, with the way to the page.

    Args:
        key: of the term.
        before: a message of the widget's own, said first.
    """
    words = " ".join(filter(None, (before, _(_BY_KEY[key].words))))
    return f"{plain(words)} [{plain(_('Glossary'))}](glossary?{PARAMETER}={language()}#{key})"
