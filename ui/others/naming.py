"""Which column of a table of one's own holds what, and what its words mean."""

import html

import streamlit as st

from datasets.days import Order
from datasets.kinds import kind_of_event
from datasets.mapping import ANY, Plan
from datasets.raw import Raw, coded
from datasets.records import Fields
from incidents.filters import EVENT_TYPES
from incidents.terms import said
from ui.markup import plain
from ui.tongue import N_, _

FIELDS = {
    "date": N_("First day, or the only one"), "date_end": N_("Last day"),
    "event_type": N_("Event type"), "place": N_("Place"), "lat": N_("Latitude"),
    "lon": N_("Longitude"), "precision": N_("How exact the place is"), "country": N_("Country"),
    "admin1": N_("Region"), "admin2": N_("District"), "actor_1": N_("First actor"),
    "actor_2": N_("Second actor"), "killed": N_("Killed"), "killed_low": N_("Killed, at least"),
    "killed_high": N_("Killed, at most"), "source": N_("Source"), "notes": N_("Description"),
    "id": N_("Number of the event"),
}  # fmt: skip
"""In the order in which they are asked."""
ORDERS: dict[Order | None, str] = {
    None: N_("as the file shows"),
    "day": N_("day first"),
    "month": N_("month first"),
}
_ACROSS = 3


def fields(raw: Raw, plan: Plan, key: str) -> Plan:
    """Draw the fields of a mapping, filled in with what is guessed; return what was chosen.

    Args:
        raw: the file.
        plan: the guess, or the mapping that was kept.
        key: of the widgets.
    """
    head = html.escape(_("Which column holds what"))
    st.html(f'<div class="cm-h">{head}</div>')
    known = plan.columns.named()
    chosen: dict[str, str | None] = {}
    columns = st.columns(_ACROSS, gap="small")
    for at, (field, label) in enumerate(FIELDS.items()):
        with columns[at % _ACROSS]:
            chosen[field] = _column(raw, field, label, known.get(field), key)
    order = st.selectbox(
        _("Of dates as 03/04/2024"),
        list(ORDERS),
        index=list(ORDERS).index(plan.dates),
        format_func=lambda one: _(ORDERS[one]),
        key=f"{key}_dates",
    )
    return Plan(
        columns=Fields(**chosen),
        types=_types(raw, plan, key),
        precisions=plan.precisions,
        dates=order,
    )


def _column(raw: Raw, field: str, label: str, guess: str | None, key: str) -> str | None:
    options = list(raw.columns)
    return st.selectbox(
        plain(_(label)),
        options,
        index=options.index(guess) if guess in options else None,
        placeholder=_("no column"),
        key=f"{key}_{field}",
    )


def _types(raw: Raw, plan: Plan, key: str) -> dict[str, str]:
    """Ask which of ACLED's types the events are whose word is none of them."""
    rest = plan.types.get(ANY)
    chosen = st.selectbox(
        _("Events whose type is none of ACLED's are"),
        list(EVENT_TYPES),
        index=EVENT_TYPES.index(rest) if rest in EVENT_TYPES else None,
        format_func=said,
        placeholder=_("not kept"),
        help=plain(_unknown(raw, plan)),
        key=f"{key}_types",
    )
    words = {word: meaning for word, meaning in plan.types.items() if word != ANY}
    return words | ({ANY: chosen} if chosen else {})


def _unknown(raw: Raw, plan: Plan) -> str:
    """Say how many words of the column that is taken for the type are none of ACLED's."""
    name = plan.columns.event_type
    if name is None:
        return _("Without a column for the type all events are of this one.")
    values = coded(raw.table[name]).values
    unknown = sum(kind_of_event(word, "", "", "own") is None for word in values)
    return _(
        "{n} of {all} words in the column are none of ACLED's. A mapping in a file, given to the "
        "command conflict-map data add, says of each what it means.",
        n=unknown,
        all=len(values),
    )
