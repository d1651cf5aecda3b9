"""The fields by which a place is put right: candidates, search, coordinates, precision, reason."""

from collections.abc import Callable

import streamlit as st

from geo.gazetteer import Entry, Gazetteer
from geo.gazetteer.search import LEAST_LETTERS, search
from incidents.records import Incident
from incidents.wording import PRECISION_WORDS, country_name
from ui.glossary import explained
from ui.markup import plain, say
from ui.tongue import N_, _
from ui.tongue import number as decimal

Choose = Callable[[Incident, str], None]
"""Takes the incident and a `place_id` of the gazetteer."""
_AS_PLACED = 0
_PRECISIONS = (_AS_PLACED, 1, 2, 3, 4, 6)
_KINDS = {
    "spot": N_("site"),
    "vague": N_("area by convention"),
    "relief": N_("mountain, forest or island"),
}
_EMPTY: dict[str, object] = {
    "precision": _AS_PLACED, "why": "", "search": "", "coordinates": "", "all": False,
    "refused": "",
}  # fmt: skip


def _key(incident: Incident, field: str) -> str:
    # By incident: a reason half typed must not go to the next one.
    return f"placing_{field}_{incident.id}"


def about(incident: Incident, same: int) -> None:
    """Draw what holds for the correction whichever way it is made.

    Args:
        incident: the selected one.
        same: how many incidents of its report are at the same words.
    """
    if same > 1:
        st.checkbox(
            _(
                "for all {n} incidents at “{words}” in this report",
                n=int(same),
                words=plain(incident.place.text or ""),
            ),
            key=_key(incident, "all"),
        )
    exact, why = st.columns(2)
    with exact:
        st.selectbox(
            _("How exact"),
            _PRECISIONS,
            key=_key(incident, "precision"),
            format_func=lambda code: _(PRECISION_WORDS[code]) if code else _("as it is placed"),
            help=explained(
                "where_prec",
                _(
                    "As it is placed: a town by its name is exact, coordinates are as exact as "
                    "their digits, a pin on the map is near its place, within about 25 km."
                ),
            ),
        )
    with why:
        st.text_input(
            _("Reason"),
            key=_key(incident, "why"),
            placeholder=_("kept with the correction"),
            max_chars=500,
        )


def candidates(incident: Incident, choose: Choose) -> None:
    """List what the words may mean."""
    # Numbered as `geo.correcting` numbers them on the map.
    for number, candidate in enumerate(incident.place.candidates, start=1):
        where = f"{candidate.lat_deg:.2f}, {candidate.lon_deg:.2f}"
        st.button(
            _(
                "{n} · {name} · {where} · score {score}",
                n=int(number),
                name=plain(candidate.name),
                where=plain(where),
                score=plain(decimal(candidate.score, places=2)),
            ),
            key=f"placing_{number}",
            width="stretch",
            disabled=candidate.place_id == incident.place.place_id,
            on_click=choose,
            args=(incident, candidate.place_id),
        )


def by_name(incident: Incident, gazetteer: Gazetteer, choose: Choose) -> None:
    """Search the gazetteer, the incident's own country first."""
    words = st.text_input(
        _("Find a place by its name"),
        key=_key(incident, "search"),
        placeholder=_("Konna, Ségou region, Lake Chad …"),
        max_chars=80,
    ).strip()
    if not words:
        return
    found = search(gazetteer, words, country=incident.place.country or "", most=6)
    if not found:
        say("info", _nothing(words))
    for number, entry in enumerate(found):
        st.button(
            plain(_said(entry)),
            key=f"placing_found_{number}",
            width="stretch",
            on_click=choose,
            args=(incident, entry.place_id),
        )


def _nothing(words: str) -> str:
    if len(words) < LEAST_LETTERS:
        return _("Type two letters or more.")
    return _(
        "No place of the gazetteer begins like this. Try another spelling, give coordinates, or "
        "add the country's villages: conflict-map gazetteer add, with the country's code."
    )


def _said(entry: Entry) -> str:
    within = [entry.admin1] if entry.admin1 and entry.admin1 != entry.name else []
    within += [country_name(entry.country)] if entry.country and entry.kind != "country" else []
    parts = [entry.name, _(_KINDS.get(entry.kind, entry.kind)), ", ".join(within)]
    parts.append(f"{entry.lat_deg:.2f}, {entry.lon_deg:.2f}")
    return " · ".join(part for part in parts if part)


def by_coordinates(incident: Incident, put: Callable[[Incident], None]) -> None:
    """Take coordinates; Enter puts the incident there."""
    with st.form(_key(incident, "form"), border=False):
        left, right = st.columns([3, 2], vertical_alignment="bottom")
        with left:
            st.text_input(
                _("Coordinates"),
                key=_key(incident, "coordinates"),
                placeholder=_("13.43, -6.27 or 13°26′N 6°16′W"),
            )
        with right:
            st.form_submit_button(
                _("Put it there"), width="stretch", on_click=put, args=(incident,)
            )
    refused = st.session_state.get(_key(incident, "refused"))
    if refused:
        say("error", refused)


def precision(incident: Incident) -> int | None:
    """Return UCDP's where_prec as the analyst chose it; None leaves it to how it is placed."""
    found: int = st.session_state.get(_key(incident, "precision"), _AS_PLACED)
    return found or None


def reason(incident: Incident) -> str:
    """Return the analyst's reason; "" where none was given."""
    return str(st.session_state.get(_key(incident, "why")) or "").strip()


def coordinates(incident: Incident) -> str:
    """Return the coordinates as they were typed."""
    return str(st.session_state.get(_key(incident, "coordinates")) or "")


def for_all(incident: Incident) -> bool:
    """Tell whether the correction is for all incidents of the report at the same words."""
    return bool(st.session_state.get(_key(incident, "all")))


def refuse(incident: Incident, said: str) -> None:
    """Say beside the fields why the correction was not made."""
    st.session_state[_key(incident, "refused")] = said


def forget(incident: Incident) -> None:
    """Empty the fields, once the correction is made."""
    for field, empty in _EMPTY.items():
        st.session_state[_key(incident, field)] = empty
