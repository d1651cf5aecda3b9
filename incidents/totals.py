"""The counts strip: what is in view, never counting a part twice, never making unknown a 0."""

import pandas as pd

from incidents.records import Record


class Totals(Record, frozen=True, kw_only=True):
    """Figures over some rows of the table."""

    events: int
    """Sum of `count` over incidents that are no part of another in view."""
    incidents: int
    parts: int
    """Incidents whose casualties another incident in view already counts."""
    killed_low: int
    killed_high: int | None
    """None where at least one figure is open upwards."""
    killed_unknown: int
    """Incidents of whose dead the text says nothing."""
    on_map: int
    without_place: int

    def sentence(self) -> str:
        """Say it as one line, such as "5 events in 4 incidents · at least 41 killed, ..."."""
        head = f"{plural(self.events, 'event')} in {plural(self.incidents, 'incident')}"
        if self.parts:
            head += f" (and {plural(self.parts, 'part')})"
        map_part = f"{self.on_map} on the map"
        if self.without_place:
            map_part += f", {self.without_place} without a place"
        return f"{head} · {self.killed()} · {map_part}"

    def killed(self) -> str:
        """Say the toll: "at least 41 killed, unknown for 1"."""
        if self.killed_unknown and self.killed_unknown == self.incidents:
            return "killed: unknown"
        if self.killed_high is None:
            toll = f"at least {self.killed_low:,} killed"
        elif self.killed_high == self.killed_low:
            toll = f"{self.killed_low:,} killed"
        else:
            toll = f"{self.killed_low:,} to {self.killed_high:,} killed"
        return f"{toll}, unknown for {self.killed_unknown}" if self.killed_unknown else toll


def plural(number: int, noun: str) -> str:
    """Return "1 event", "2 events"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def totals(rows: pd.DataFrame) -> Totals:
    """Add up the rows in view.

    A part counts on its own where the incident that it belongs to is not in view.
    """
    part = rows["part_of"].isin(rows["id"]) if len(rows) else pd.Series(dtype=bool)
    whole = rows[~part] if len(rows) else rows
    known = whole[whole["killed_low"].notna()]
    open_ended = bool(known["killed_high"].isna().any())
    drawn = whole["place_kind"].isin(["point", "area"])
    return Totals(
        events=int(whole["count"].sum()),
        incidents=len(whole),
        parts=int(part.sum()),
        killed_low=int(known["killed_low"].sum()),
        killed_high=None if open_ended else int(known["killed_high"].sum()),
        killed_unknown=len(whole) - len(known),
        on_map=int(drawn.sum()),
        without_place=int((~drawn).sum()),
    )
