"""What an empty view says: nothing was added yet, nothing was read, or the filters leave nothing.

One place, so that strip, map, timeline and table never give different reasons.
"""

import html

import streamlit as st

from incidents.filters import STRATEGIC, FilterSpec
from incidents.select import select
from ui import session
from ui.data import Dataset
from ui.markup import plain
from ui.panels.chips import active, put
from ui.tongue import N_, _, n_
from ui.view import View

NO_REPORT = N_("No report here yet. Add one on the page “Add a report”; its incidents appear here.")
NOTHING_READ = N_("No incident was read from the reports here. Add another on “Add a report”.")
FILTERED_OUT = N_("No incident passes all filters together. Clear one of them.")


def reason(view: View) -> str:
    """Say why nothing is in view."""
    if not view.data.reports:
        return _(NO_REPORT)
    if view.data.table.rows.empty:
        return _(NOTHING_READ)
    if session.spec().is_default:
        return n_(
            "No violent event was read; {n} strategic development left out at first.",
            "No violent event was read; {n} strategic developments left out at first.",
            len(view.data.table),
        )
    return _(FILTERED_OUT)


def note(view: View) -> None:
    """Write the reason."""
    st.html(f'<div class="cm-note">{html.escape(reason(view))}</div>')


def ways_out(view: View) -> None:
    """Offer to clear each filter that alone stands in the way, with what would come back."""
    for label, cleared, back in blockers(view.data, session.spec())[:3]:
        st.button(
            _("Clear {filter} ({n})", filter=plain(label), n=int(back)),
            icon=":material/close:",
            key=f"way_out_{label}",
            on_click=put,
            args=(cleared,),
        )
    if not session.spec().is_default:
        st.button(
            _("Clear all"), key="way_out", type="tertiary", on_click=put, args=(FilterSpec(),)
        )


def blockers(data: Dataset, spec: FilterSpec) -> list[tuple[str, FilterSpec, int]]:
    """Return the filters whose clearing brings something back, with how many incidents."""
    counted = [(label, one, len(select(data.table, one))) for label, one in active(spec, data)]
    return [found for found in counted if found[2]]


def strategic_hidden(data: Dataset, spec: FilterSpec) -> int:
    """Count what the other filters keep and is hidden only as a strategic development."""
    if spec.strategic:
        return 0
    rows = select(data.table, spec.replace(strategic=True))
    shown = set(select(data.table, spec).index)
    return int((rows["event_type"].eq(STRATEGIC) & ~rows.index.isin(list(shown))).sum())
