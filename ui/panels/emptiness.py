"""What an empty view says: nothing was added yet, nothing was read, or the filters leave nothing.

One place, so that strip, map, timeline and table never give different reasons.
"""

import html

import streamlit as st

from incidents.filters import STRATEGIC, FilterSpec
from incidents.select import select
from incidents.totals import plural
from ui import session
from ui.data import Dataset
from ui.markup import plain
from ui.panels.chips import active, put
from ui.view import View

NO_REPORT = "No report here yet. Add one on the page “Add a report”; its incidents appear here."
NOTHING_READ = "No incident was read from the reports here. Add another on “Add a report”."
FILTERED_OUT = "No incident passes all filters together."


def reason(view: View) -> str:
    """Say why nothing is in view."""
    if not view.data.reports:
        return NO_REPORT
    if view.data.table.rows.empty:
        return NOTHING_READ
    if session.spec().is_default:
        kinds = plural(len(view.data.table), "strategic development")
        return f"No violent event was read; {kinds} left out at first."
    return FILTERED_OUT


def note(view: View) -> None:
    """Write the reason."""
    st.html(f'<div class="cm-note">{html.escape(reason(view))}</div>')


def ways_out(view: View) -> None:
    """Offer to clear each filter that alone stands in the way, with what would come back."""
    for label, cleared, back in blockers(view.data, session.spec())[:3]:
        st.button(
            f"Clear {plain(label)} ({back:d})",
            icon=":material/close:",
            key=f"way_out_{label}",
            on_click=put,
            args=(cleared,),
        )
    if not session.spec().is_default:
        st.button("Clear all", key="way_out", type="tertiary", on_click=put, args=(FilterSpec(),))


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
