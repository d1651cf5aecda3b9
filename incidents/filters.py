"""One frozen record says what is in view; sidebar, URL, command line and manifest share it."""

import datetime as dt
from typing import Any, Literal, get_args

import msgspec

from incidents.errors import FilterError
from incidents.records import ActorRole, EventType, Record, Status
from incidents.wording import say_region

DateMode = Literal["possibly", "certainly"]
ReviewFilter = Literal["any", "checked", "unchecked"]
CasualtyFilter = Literal["any", "killed", "injured", "unknown"]
EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)
ACTOR_ROLES: tuple[ActorRole, ...] = get_args(ActorRole)
STRATEGIC = "Strategic developments"
MAX_ENCODED = 8_000
"""Longest filter accepted, in characters: what browsers and servers carry in a URL."""


class FilterSpec(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is in view. Empty tuples and None mean "any"."""

    actors: tuple[str, ...] = ()
    """Canonical names; an incident passes with any one of them."""
    actor_roles: tuple[ActorRole, ...] = ()
    """Roles that one of `actors` (or, with none named, anybody) must have."""
    actor_basis: Literal["any", "stated"] = "any"
    """`stated` leaves out actors that only the report as a whole accuses."""
    date_from: dt.date | None = None
    """First day, inclusive."""
    date_to: dt.date | None = None
    """Last day, inclusive."""
    date_mode: DateMode = "possibly"
    """`certainly`: the whole interval lies inside; `possibly`: some day of it does."""
    event_types: tuple[EventType, ...] = ()
    sub_event_types: tuple[str, ...] = ()
    strategic: bool = False
    """Whether ACLED's "Strategic developments", which are no violence, are in view."""
    sources: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    """ISO alpha-2 (`ML`) or country and first level (`ML/Ségou`)."""
    casualties: CasualtyFilter = "any"
    """`unknown`: those of whose dead the text says nothing."""
    civilian_targeting: bool | None = None
    precisions: tuple[int, ...] = ()
    """UCDP where_prec, 1 to 7."""
    statuses: tuple[Status, ...] = ()
    reports: tuple[str, ...] = ()
    """Report ids."""
    review: ReviewFilter = "any"
    """Whether a person said that it is right as it stands."""
    text: str = ""
    """Free text, without regard to case and accents; every word must occur."""

    def __post_init__(self) -> None:
        """Refuse an interval that ends before it begins, and precisions that do not exist."""
        if self.date_from and self.date_to and self.date_from > self.date_to:
            raise FilterError(
                "The filter begins on {date_from} and ends before that, on {date_to}. "
                "Swap the two dates.",
                date_from=self.date_from,
                date_to=self.date_to,
            )
        wrong = [p for p in self.precisions if not 1 <= p <= 7]  # noqa: PLR2004  UCDP's range
        if wrong:
            raise FilterError(
                "Precision {wrong} does not exist; where_prec goes from 1 to 7.", wrong=wrong[0]
            )

    @property
    def is_default(self) -> bool:
        """Whether nothing is filtered beyond the first view."""
        return self == FilterSpec()

    def replace(self, **changes: Any) -> "FilterSpec":
        """Return a copy with some fields changed.

        Raises:
            FilterError: if the result means nothing.
        """
        return msgspec.structs.replace(self, **changes)

    def to_json(self) -> str:
        """Encode as compact JSON; fields at their default are left out."""
        return msgspec.json.encode(self, order="deterministic").decode()

    @staticmethod
    def from_json(text: str) -> "FilterSpec":
        """Decode what `to_json` wrote, or a person typed.

        Raises:
            FilterError: saying which field is wrong and what it may be.
        """
        if len(text) > MAX_ENCODED:
            raise FilterError(
                "The filter is {n} characters long; at most {most} are read.",
                n=len(text),
                most=MAX_ENCODED,
            )
        try:
            return msgspec.json.decode(text.encode("utf-8", "replace"), type=FilterSpec)
        except FilterError:
            raise
        except (msgspec.ValidationError, msgspec.DecodeError) as error:
            known = ", ".join(FilterSpec.__struct_fields__)
            raise FilterError(
                "The filter can't be read: {why}. The fields are: {known}. An example: "
                '{{"actors":["Wagner Group"],"date_from":"2024-01-01"}}',
                why=error,
                known=known,
            ) from error

    def describe(self) -> list[str]:
        """Say each filter in words, one a line, for a snapshot's caption and the sidebar."""
        return [line for part in _DESCRIBERS if (line := part(self))]


def _actors(spec: FilterSpec) -> str:
    if not (spec.actors or spec.actor_roles or spec.actor_basis == "stated"):
        return ""
    who = " or ".join(spec.actors) or "anyone"
    role = f" as {' or '.join(spec.actor_roles)}" if spec.actor_roles else ""
    basis = ", stated in the sentence" if spec.actor_basis == "stated" else ""
    return f"Actor: {who}{role}{basis}"


def _dates(spec: FilterSpec) -> str:
    if not (spec.date_from or spec.date_to):
        return ""
    start = f"from {spec.date_from}" if spec.date_from else ""
    end = f"to {spec.date_to}" if spec.date_to else ""
    return f"Date: {spec.date_mode} within, {' '.join(filter(None, (start, end)))}, inclusive"


def _kinds(spec: FilterSpec) -> str:
    kinds = [*spec.event_types, *spec.sub_event_types]
    if kinds:
        return f"Event type: {' or '.join(kinds)}"
    return "Strategic developments included" if spec.strategic else ""


def _rest(spec: FilterSpec) -> str:
    parts = []
    if spec.casualties != "any":
        parts.append(f"Casualties: {spec.casualties}")
    if spec.civilian_targeting is not None:
        parts.append(f"Civilians targeted: {'yes' if spec.civilian_targeting else 'no'}")
    if spec.precisions:
        parts.append(f"Precision: {', '.join(map(str, spec.precisions))}")
    if spec.review != "any":
        parts.append(f"Review: {spec.review}")
    if spec.text:
        parts.append(f"Text: “{spec.text}”")
    return " · ".join(parts)


def _listed(label: str, values: tuple[str, ...]) -> str:
    return f"{label}: {' or '.join(values)}" if values else ""


_DESCRIBERS = (
    _actors,
    _dates,
    _kinds,
    lambda spec: _listed("Source", spec.sources),
    lambda spec: _listed("Region", tuple(map(say_region, spec.regions))),
    lambda spec: _listed("Status", spec.statuses),
    lambda spec: _listed("Report", spec.reports),
    _rest,
)
