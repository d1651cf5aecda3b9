"""The counts strip: what is in view, never counting a part twice, never making unknown a 0."""

from collections.abc import Collection

import pandas as pd

from incidents.dating import UNKNOWN_YEAR, is_yearless
from incidents.records import DateValue, Incident, Record
from incidents.tongue import _, n_
from incidents.wording import say_toll

TO_CHECK = 500
"""Killed; one incident with more is rare, and a misread year, budget or war's toll is not."""
LONGEST_DAYS = 31
"""A toll told of a longer span is as likely a sum as one incident's."""
_TOLD_OF = ("stated", "relative")
"""Grounds of a date that the toll's own words give; an inherited one says nothing of the toll."""


class Totals(Record, frozen=True, kw_only=True):
    """Figures over some rows of the table."""

    events: int
    """Sum of `count` over incidents that are no part of another in view."""
    incidents: int
    parts: int
    """Incidents whose casualties another incident in view already counts."""
    killed_low: int
    """Without the tolls to be checked."""
    killed_high: int | None
    """None where at least one figure is open upwards."""
    killed_unknown: int
    """Incidents of whose dead the text says nothing."""
    spans: int = 0
    """Incidents whose toll is told of more than a month: perhaps sums of several."""
    spans_low: int = 0
    """Killed of `killed_low` that they hold."""
    to_check: int = 0
    """Incidents whose toll is over `TO_CHECK` and that nobody accepted."""
    to_check_low: int = 0
    """Killed that they hold; not in `killed_low`."""
    years_unknown: int = 0
    """Incidents whose date has no year."""
    on_map: int
    without_place: int
    """Incidents whose place is not known, or only its country."""
    undrawn: int
    """Incidents whose place is known and can't be drawn, such as an area without an outline."""

    def sentence(self) -> str:
        """Say it as one line, such as "5 events in 4 incidents · at least 41 killed, ..."."""
        if not self.incidents:
            return _("No incident")
        parts = (self._head(), self.killed(), self._to_check(), self._years(), self._on_map())
        return " · ".join(filter(None, parts))

    def _head(self) -> str:
        events = n_("{n} event", "{n} events", self.events)
        incidents = n_("{n} incident", "{n} incidents", self.incidents)
        if not self.parts:
            return _("{events} in {incidents}", events=events, incidents=incidents)
        parts = n_("{n} part", "{n} parts", self.parts)
        return _("{events} in {incidents} (and {parts})", events=events, incidents=incidents,
                 parts=parts)  # fmt: skip

    def killed(self) -> str:
        """Say the toll: "at least 41 killed, unknown for 1"."""
        known = self.incidents - self.killed_unknown - self.to_check
        if not known:
            return _("killed: unknown") if self.killed_unknown else ""
        toll = say_toll("killed", self.killed_low, self.killed_high)
        if self.spans_low:
            spans = n_(
                "({low} of them in a span over a month, perhaps sums)",
                "({low} of them in {n} spans over a month, perhaps sums)",
                self.spans,
                low=self.spans_low,
            )
            toll += f" {spans}"
        if not self.killed_unknown:
            return toll
        return _("{toll}, unknown for {n}", toll=toll, n=self.killed_unknown)

    def _to_check(self) -> str:
        if not self.to_check:
            return ""
        return n_(
            "to be checked, not added: {killed} killed in {n} incident",
            "to be checked, not added: {killed} killed in {n} incidents",
            self.to_check,
            killed=self.to_check_low,
        )

    def _years(self) -> str:
        if not self.years_unknown:
            return ""
        return _("year unknown for {n}: no publication date", n=self.years_unknown)

    def _on_map(self) -> str:
        parts = [_("{n} on the map", n=self.on_map)]
        if self.without_place:
            parts.append(_("{n} without a place", n=self.without_place))
        if self.undrawn:
            parts.append(n_("{n} that can’t be drawn", "{n} that can’t be drawn", self.undrawn))
        return ", ".join(parts)


def over_a_month(date: DateValue | None) -> bool:
    """Tell whether the words date something to a span in which a toll may sum up several.

    A year that nobody knows is no span, and a period inherited from the report is doubt about
    the day: neither says anything of the toll.
    """
    if date is None or is_yearless(date) or date.basis not in _TOLD_OF:
        return False
    return (date.latest - date.earliest).days >= LONGEST_DAYS


def is_held(incident: Incident) -> bool:
    """Tell whether an incident's toll is added to no total until a person accepts it."""
    killed = incident.casualties.get("killed")
    return killed is not None and killed.low > TO_CHECK


def doubts(incident: Incident, *, accepted: bool = False) -> list[str]:
    """Say why an incident's toll is not, or not surely, one of the strip's.

    Args:
        incident: any.
        accepted: whether a person accepted its toll.
    """
    if "killed" not in incident.casualties:
        return []
    if is_held(incident) and not accepted:
        return [_("over {most} killed: to be checked, not added to the total", most=TO_CHECK)]
    said = [_("accepted by an analyst, added to the total")] if is_held(incident) else []
    if over_a_month(incident.date):
        said.append(_("told of more than a month: perhaps a sum"))
    return said


def totals(rows: pd.DataFrame, accepted: Collection[str] = ()) -> Totals:
    """Add up the rows in view.

    A part counts on its own where the incident that it belongs to is not in view.

    Args:
        rows: rows of the incident table.
        accepted: ids of incidents whose toll over `TO_CHECK` a person accepted.
    """
    part = rows["part_of"].isin(rows["id"]) if len(rows) else pd.Series(dtype=bool)
    whole = rows[~part] if len(rows) else rows
    known = whole[whole["killed_low"].notna()]
    unchecked = (known["killed_low"].astype(float) > TO_CHECK) & ~known["id"].isin(list(accepted))
    added, held = known[~unchecked], known[unchecked]
    spans = added[added["over_a_month"].astype(bool)]
    open_ended = bool(added["killed_high"].isna().any())
    drawn = whole["not_on_map"].isna()
    nowhere = whole["place_kind"] == "none"
    return Totals(
        events=int(whole["count"].sum()),
        incidents=len(whole),
        parts=int(part.sum()),
        killed_low=int(added["killed_low"].sum()),
        killed_high=None if open_ended else int(added["killed_high"].sum()),
        killed_unknown=len(whole) - len(known),
        spans=int((spans["killed_low"] > 0).sum()),
        spans_low=int(spans["killed_low"].sum()),
        to_check=len(held),
        to_check_low=int(held["killed_low"].sum()),
        years_unknown=sum(str(edtf).startswith(UNKNOWN_YEAR) for edtf in whole["edtf"]),
        on_map=int(drawn.sum()),
        without_place=int((~drawn & nowhere).sum()),
        undrawn=int((~drawn & ~nowhere).sum()),
    )
