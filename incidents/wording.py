"""The record in words, the same on the card, in a tooltip, in the table and in a snapshot."""

import datetime as dt
from collections.abc import Mapping
from functools import cache

import pycountry

from incidents.dating import is_yearless, read_edtf
from incidents.errors import DateError
from incidents.records import Actor, Claim, Count, CountKey, DateValue, Incident, Place

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
          "September", "October", "November", "December")  # fmt: skip
BASIS_WORDS: Mapping[str, str] = {
    "stated": "stated",
    "relative": "reckoned from the words",
    "inherited": "carried over from the text around it",
    "report_period": "the period that the report covers",
    "publication": "no later than the publication",
}
PRECISION_WORDS: Mapping[int, str] = {
    1: "exact place",
    2: "near it, within about 25 km",
    3: "somewhere in the district",
    4: "somewhere in the region",
    5: "somewhere in a larger or vaguer area",
    6: "country only",
    7: "at sea or in the air",
}
COUNT_WORDS: Mapping[CountKey, str] = {
    "killed": "killed",
    "injured": "injured",
    "detained": "detained",
    "abducted": "abducted",
    "killed_children": "children among the killed",
    "killed_women": "women among the killed",
}


def say_day(day: dt.date) -> str:
    """Return "3 March 2024"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def say_date(date: DateValue | None) -> str:
    """Return the interval in words: "January 2024", "between 1 December 2023 and 31 March 2024"."""
    if date is None:
        return "date unknown"
    if is_yearless(date):
        return _say_yearless(date.edtf)
    first, last = date.earliest, date.latest
    if first == last:
        return say_day(first)
    if _is_month(first, last):
        return f"some time in {MONTHS[first.month - 1]} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"some time in {first.year}"
    return f"some time between {say_day(first)} and {say_day(last)}"


_UNSURE = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
"""What EDTF's marks after a date mean."""


def say_published(edtf: str) -> str:
    """Say a publication date: "28 March 2024", "about March 2024"; what is no EDTF as it is."""
    try:
        told = say_date(read_edtf(edtf)).removeprefix("some time in ")
    except DateError:
        return edtf
    return _UNSURE.get(edtf[-1], "") + told


def _say_yearless(edtf: str) -> str:
    """Return "15 January, year unknown" for "XXXX-01-15"; "date unknown" for "XXXX" alone."""
    ends = [_say_day_or_month(end) for end in edtf.split("/")]
    told = " to ".join(end for end in ends if end)
    return f"{told}, year unknown" if told else "date unknown"


def _say_day_or_month(edtf: str) -> str:
    _, *parts = edtf.split("-")
    if not parts:
        return ""
    month = MONTHS[int(parts[0]) - 1]
    return f"{int(parts[1])} {month}" if len(parts) > 1 else month


def _is_month(first: dt.date, last: dt.date) -> bool:
    same = (first.year, first.month) == (last.year, last.month)
    return same and first.day == 1 and (last + dt.timedelta(days=1)).day == 1


def say_count(count: Count) -> str:
    """Return the bounds in words: "25", "at least 13", "10 to 15", "up to 4"."""
    if count.high is None:
        return f"at least {count.low:,}"
    if count.low == count.high:
        return f"{count.low:,}"
    if count.low == 0:
        return f"up to {count.high:,}"
    return f"{count.low:,} to {count.high:,}"


def say_claim(claim: Claim) -> str:
    """Return a source's own version: "army, claimed: 15 killed; Unidentified Gang, target"."""
    parts = [", ".join(_counts(claim.casualties)), *(say_actor(actor) for actor in claim.actors)]
    return f"{claim.source}, {claim.status}: {'; '.join(filter(None, parts)) or 'no figure'}"


def _counts(casualties: Mapping[CountKey, Count]) -> list[str]:
    return [
        f"{say_count(casualties[key])} {word}"
        for key, word in COUNT_WORDS.items()
        if key in casualties
    ]


def say_casualties(incident: Incident) -> str:
    """Return all counts in a line: "at least 13 killed"; "killed: unknown" where none is said."""
    parts = _counts(incident.casualties)
    if "killed" not in incident.casualties:
        parts.insert(0, "killed: unknown")
    return ", ".join(parts)


def say_actor(actor: Actor) -> str:
    """Return "Wagner Group, supporter"; an inherited one says so."""
    basis = "" if actor.basis == "stated" else ", accused by the report as a whole"
    return f"{actor.name}, {actor.role}{basis}"


def say_place(place: Place) -> str:
    """Return the place with what contains it: "Ségou, Mali"; "place unknown" where nothing is."""
    parts = [p for p in (place.name, place.admin1) if p]
    if place.country:
        parts.append(country_name(place.country))
    return ", ".join(dict.fromkeys(parts)) or "place unknown"


@cache
def country_name(iso2: str) -> str:
    """Return a country's everyday English name, or the code itself where ISO 3166-1 has none."""
    found = pycountry.countries.get(alpha_2=iso2)
    return str(getattr(found, "common_name", found.name)) if found else iso2


def say_region(value: str) -> str:
    """Return "Gao, Mali" for `ML/Gao`, and the country's name for `ML`."""
    country, _, region = value.partition("/")
    return f"{region}, {country_name(country)}" if region else country_name(country)


def title(incident: Incident) -> str:
    """Return "2 × Air/drone strike" or "Attack on a village"."""
    times = f"{incident.count} × " if incident.count > 1 else ""
    setting = f" on a {incident.setting}" if incident.setting else ""
    return f"{times}{incident.sub_event_type}{setting}"


def line(incident: Incident) -> str:
    """Return an incident in one line, as a tooltip has it."""
    return " · ".join(
        (
            title(incident),
            say_place(incident.place),
            say_date(incident.date),
            say_casualties(incident),
        )
    )


def labels(incidents: "list[Incident] | tuple[Incident, ...]") -> dict[str, str]:
    """Number incidents 1, 2, 3 in order; a part gets its whole's number and a letter: 2a."""
    numbered: dict[str, str] = {}
    ids = {i.id for i in incidents}
    for incident in incidents:
        if incident.part_of not in ids:
            numbered[incident.id] = str(len(numbered) + 1)
    letters: dict[str, int] = {}
    for incident in incidents:
        whole = incident.part_of
        if whole in ids and whole is not None and incident.id not in numbered:
            letters[whole] = letters.get(whole, 0) + 1
            numbered[incident.id] = f"{numbered.get(whole, '?')}{_letter(letters[whole])}"
    return numbered


def _letter(number: int) -> str:
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("a") + rest) + name
    return name
