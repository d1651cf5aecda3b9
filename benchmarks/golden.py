"""The gold set: reports composed for this project, coded by hand, one TOML file each.

`tests/golden/README.md` says how a report is coded. A coder writes quotes and never offsets; this
module turns quotes into spans, fills in what the codes imply, and refuses what is inconsistent.
"""

import calendar
import datetime as dt
import re
from pathlib import Path
from typing import Literal

import msgspec

from incidents.records import EventType, Span

ROOT = Path(__file__).resolve().parents[1] / "tests" / "golden"
OPEN, HELD_OUT = ROOT / "reports", ROOT / "heldout"

SUB_EVENT_TYPES: dict[str, EventType] = {
    "Government regains territory": "Battles",
    "Non-state actor overtakes territory": "Battles",
    "Armed clash": "Battles",
    "Excessive force against protesters": "Protests",
    "Protest with intervention": "Protests",
    "Peaceful protest": "Protests",
    "Violent demonstration": "Riots",
    "Mob violence": "Riots",
    "Chemical weapon": "Explosions/Remote violence",
    "Air/drone strike": "Explosions/Remote violence",
    "Suicide bomb": "Explosions/Remote violence",
    "Shelling/artillery/missile attack": "Explosions/Remote violence",
    "Remote explosive/landmine/IED": "Explosions/Remote violence",
    "Grenade": "Explosions/Remote violence",
    "Sexual violence": "Violence against civilians",
    "Attack": "Violence against civilians",
    "Abduction/forced disappearance": "Violence against civilians",
    "Agreement": "Strategic developments",
    "Arrests": "Strategic developments",
    "Change to group/activity": "Strategic developments",
    "Disrupted weapons use": "Strategic developments",
    "Headquarters or base established": "Strategic developments",
    "Looting/property destruction": "Strategic developments",
    "Non-violent transfer of territory": "Strategic developments",
    "Other": "Strategic developments",
}
"""ACLED's codebook: each sub-event type belongs to one event type."""

Level = Literal["point", "near", "district", "region", "vague", "country", "none", "sea"]
PLACE_BY_LEVEL: dict[Level, tuple[str, int]] = {
    "point": ("point", 1),
    "near": ("point", 2),
    "district": ("area", 3),
    "region": ("area", 4),
    "vague": ("area", 5),
    "country": ("none", 6),
    "none": ("none", 6),
    "sea": ("area", 7),
}
"""SCHEMA.md's `kind` and UCDP's where_prec for how closely the words say where."""

OneOrMore = str | tuple[str, ...]


class Coded(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What all codings share: frozen, and a misspelt key is an error."""


class GoldDate(Coded, frozen=True, kw_only=True):
    """When, as coded."""

    edtf: OneOrMore
    """`2024-03-12`, `2024-03`, `2024`, or an interval of two; `*` where it is not scored."""
    precision: OneOrMore = ()
    """SCHEMA's, where `edtf` alone does not imply it ("week"); several are all right."""
    basis: OneOrMore = "stated"
    text: OneOrMore | None = None
    """A quote."""

    @property
    def scored(self) -> bool:
        """Whether the words settle a date at all."""
        return self.edtf != "*"

    @property
    def bounds(self) -> tuple[tuple[dt.date, dt.date], ...]:
        """First and last day, inclusive, of every reading that is right."""
        pairs = (edtf.partition("/") for edtf in alternatives(self.edtf))
        return tuple(
            (day_bounds(first)[0], day_bounds(last or first)[1]) for first, _, last in pairs
        )

    @property
    def precisions(self) -> tuple[str, ...]:
        """Every precision that is right."""
        if self.precision:
            return alternatives(self.precision)
        lengths = {4: "year", 7: "month", 10: "day"}
        return tuple(lengths.get(len(edtf), "range") for edtf in alternatives(self.edtf))


class GoldPlace(Coded, frozen=True, kw_only=True):
    """Where, as coded."""

    level: Level | tuple[Level, ...]
    text: OneOrMore | None = None
    """A quote; None where the words of the incident name no place and `basis` is inherited."""
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    admin1: OneOrMore | None = None
    """First-level region, where the report names it."""
    basis: OneOrMore = "stated"

    @property
    def placings(self) -> tuple[tuple[str, int], ...]:
        """Every (kind, where_prec) that is right."""
        levels = (self.level,) if isinstance(self.level, str) else self.level
        return tuple(PLACE_BY_LEVEL[level] for level in levels)


class GoldIncident(Coded, frozen=True, kw_only=True):
    """One incident, as a trained coder would enter it."""

    key: str
    sub_event_type: OneOrMore
    """ACLED's; where coders would differ the first is preferred and all are right."""
    count: int | Literal["*"] = 1
    date: GoldDate | None = None
    place: GoldPlace
    actors: tuple[tuple[str, ...], ...] = ()
    """Name in `names.toml`, role (`a|b` where either is right), and "inherited" if it is."""
    casualties: dict[str, OneOrMore] = {}
    """Key to "low,best,high" with `_` for null, `*` for unscored, `/` between alternatives;
    "25" is 25,25,25 and "13+" is 13,13,_ ."""
    civilian_targeting: bool | Literal["*"] = False
    sources: tuple[str, ...] = ()
    """`a|b` where either name is right."""
    status: OneOrMore = "reported"
    claims: tuple[str, ...] = ()
    """Sources with competing versions, as in `sources`."""
    means: str | None = None
    setting: str | None = None
    part_of: str | None = None
    evidence_contains: str
    """A quote that occurs once in the text."""
    also: tuple[str, ...] = ()
    """Further quotes that carry the same incident: a later toll, a second mention."""
    why: str = ""
    """What a second coder should know."""


class Aside(Coded, frozen=True, kw_only=True):
    """Words that may be (`optional`) or must not be (`never`) read as an incident."""

    text: str
    why: str = ""


class GoldReport(Coded, frozen=True, kw_only=True):
    """One report with its coding."""

    id: str
    language: Literal["en", "fr"]
    genre: Literal["ngo", "wire", "sitrep", "flash", "week", "statement", "background", "page"]
    published: str | None = None
    title: str | None = None
    publisher: str | None = None
    text: str
    incidents: tuple[GoldIncident, ...] = ()
    optional: tuple[Aside, ...] = ()
    never: tuple[Aside, ...] = ()
    held_out: bool = False
    """Filled in from the folder."""

    def span(self, quote: str) -> Span:
        """Return where `quote` stands; it must occur exactly once."""
        if self.text.count(quote) != 1:
            msg = f"{self.id}: quote occurs {self.text.count(quote)} times: {quote!r}"
            raise ValueError(msg)
        start = self.text.index(quote)
        return Span(start, start + len(quote))


def alternatives(value: OneOrMore) -> tuple[str, ...]:
    """Return every value that is right, the preferred one first."""
    return tuple(value.split("|")) if isinstance(value, str) else value


def day_bounds(value: str) -> tuple[dt.date, dt.date]:
    """Return the first and last day of a year, month or day: "2024-02" ends on the 29th."""
    parts = [int(part) for part in value.split("-")]
    year, month = parts[0], parts[1:2]
    first, last = (month[0], month[0]) if month else (1, 12)
    day = parts[2:3]
    end = day[0] if day else calendar.monthrange(year, last)[1]
    return dt.date(year, first, day[0] if day else 1), dt.date(year, last, end)


def read_count(code: str) -> tuple[str, str, str]:
    """Spell out a casualty code as (low, best, high) patterns: "13+" is ("13", "13", "_")."""
    if match := re.fullmatch(r"(\d+)(\+?)", code):
        number, open_end = match.groups()
        return number, number, "_" if open_end else number
    low, best, high = code.split(",")
    return low, best, high


def read_gold(path: Path) -> GoldReport:
    """Read one coded report.

    Raises:
        ValueError: the file is no report of this format; the message names the file.
    """
    try:
        report = msgspec.toml.decode(path.read_bytes(), type=GoldReport)
    except msgspec.MsgspecError as error:
        msg = f"{path.name}: {error}"
        raise ValueError(msg) from error
    return msgspec.structs.replace(report, held_out=path.parent.name == HELD_OUT.name)


def read_all() -> list[GoldReport]:
    """Read the whole gold set, open reports first, each part in the order of its file names."""
    return [read_gold(path) for part in (OPEN, HELD_OUT) for path in sorted(part.glob("*.toml"))]


def actor_names() -> dict[str, tuple[str, ...]]:
    """Read which canonical names an actor of the coding may carry in the program's data."""
    table: dict[str, tuple[str, ...]] = msgspec.toml.decode(
        (ROOT / "names.toml").read_bytes(), type=dict[str, tuple[str, ...]]
    )
    return table
