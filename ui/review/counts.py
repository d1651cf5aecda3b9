"""How many were hit: low, best and high of each count, in the fields of the review page."""

import streamlit as st

from incidents.decisions import SetCount
from incidents.errors import DecisionError
from incidents.records import COUNT_KEYS, CountKey, Incident
from incidents.wording import COUNT_WORDS
from ui import deciding, session
from ui.acting import acting
from ui.markup import plain
from ui.tongue import N_, _

ALWAYS: tuple[CountKey, ...] = ("killed", "injured")
"""Drawn also where the text gives no number."""
_MORE = "review_more_counts"
_BOUNDS = (("low", N_("at least")), ("best", N_("best")), ("high", N_("at most")))


def show(one: Incident) -> None:
    """Draw a row for each count that is known, and a way to the others."""
    asked = st.session_state.get(_MORE)
    more = asked[1] if asked and asked[0] == one.id else ()
    shown = [key for key in COUNT_KEYS if key in (*one.casualties, *ALWAYS, *more)]
    for key in shown:
        _row(one, key)
    rest = [key for key in COUNT_KEYS if key not in shown]
    if rest:
        st.pills(
            _("Another count"),
            rest,
            key=f"review_another_{one.id}_{len(rest)}",
            format_func=lambda key: plain(_(COUNT_WORDS[key])),
            on_change=_open,
            args=(one, tuple(more), len(rest)),
            label_visibility="collapsed",
        )


def _open(one: Incident, more: tuple[CountKey, ...], rest: int) -> None:
    chosen = st.session_state[f"review_another_{one.id}_{rest}"]
    if chosen:
        st.session_state[_MORE] = (one.id, (*more, chosen))


def _row(one: Incident, key: CountKey) -> None:
    count = one.casualties.get(key)
    # A long name takes two lines in one column and one in another; the fields stand in a row.
    columns = st.columns(3, vertical_alignment="bottom")
    for column, (bound, words) in zip(columns, _BOUNDS, strict=True):
        with column:
            st.number_input(
                plain(f"{_(COUNT_WORDS[key])} {_(words)}"),
                min_value=0,
                step=1,
                value=None,
                key=session.seed(_key(key, bound), getattr(count, bound) if count else None),
                placeholder="?",
                on_change=_set,
                args=(one, key, bound),
            )


def _key(key: CountKey, bound: str) -> str:
    return f"review_{key}_{bound}"


@acting
def _set(one: Incident, key: CountKey, changed: str) -> None:
    low, best, high = (st.session_state[_key(key, bound)] for bound, _words in _BOUNDS)
    before = one.casualties.get(key)
    if before is None and changed == "best":
        # One number alone is the number.
        low, high = best, best
    if low is None and changed != "low":
        low = best if best is not None else 0
    if low is None:
        best = high = None
    elif not _ordered(low, best, high):
        raise DecisionError(
            _("At least {low}, best {best}, at most {high}: put them in rising order, or empty "
              "the ones that are not known.", low=low, best=_said(best), high=_said(high))
        )  # fmt: skip
    deciding.set_field(one, SetCount(key=key, low=low, best=best, high=high))


def _said(number: int | None) -> str:
    return "?" if number is None else str(number)


def _ordered(low: int, best: int | None, high: int | None) -> bool:
    given = [n for n in (low, best, high) if n is not None]
    return given == sorted(given)
