"""The record in words, the same on the card, in a tooltip, in the table and in a snapshot."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cache

import pycountry
from babel import Locale

from incidents import tongue
from incidents.dating import is_yearless, read_edtf
from incidents.errors import DateError
from incidents.records import COUNT_KEYS, Actor, Claim, Count, CountKey, DateValue, Incident, Place
from incidents.terms import said
from incidents.tongue import N_, _, n_

BASIS_WORDS: Mapping[str, str] = {
    "stated": N_("stated"),
    "relative": N_("reckoned from the words"),
    "inherited": N_("carried over from the text around it"),
    "report_period": N_("the period that the report covers"),
    "publication": N_("no later than the publication"),
}
"""What a date rests on; the screen says them through `_`, as the words below."""
PRECISION_WORDS: Mapping[int, str] = {
    1: N_("exact place"),
    2: N_("near it, within about 25 km"),
    3: N_("somewhere in the district"),
    4: N_("somewhere in the region"),
    5: N_("somewhere in a larger or vaguer area"),
    6: N_("country only"),
    7: N_("at sea or in the air"),
}
COUNT_WORDS: Mapping[CountKey, str] = {
    "killed": N_("killed"),
    "injured": N_("injured"),
    "detained": N_("detained"),
    "abducted": N_("abducted"),
    "killed_children": N_("children among the killed"),
    "killed_women": N_("women among the killed"),
}
"""A count's own name; with its number `say_toll` says it."""
_LEAP_YEAR = 2000
"""For days without a year, 29 February among them."""


def say_day(day: dt.date) -> str:
    """Return "3 March 2024"."""
    return tongue.day(day)


def say_date(date: DateValue | None) -> str:
    """Return the interval in words: "January 2024", "between 1 December 2023 and 31 March 2024"."""
    if date is None:
        return _("date unknown")
    if is_yearless(date):
        return _say_yearless(date.edtf)
    first, last = date.earliest, date.latest
    if first == last:
        return say_day(first)
    period = _say_period(first, last)
    if period:
        return _("some time in {period}", period=period)
    return _("some time between {first} and {last}", first=first, last=last)


def _say_period(first: dt.date, last: dt.date) -> str:
    """Return "January 2024" or "2024" where it is one; else ""."""
    if _is_month(first, last):
        return tongue.month(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    return ""


_UNSURE = {
    "~": N_("about {date}"),
    "?": N_("perhaps {date}"),
    "%": N_("perhaps about {date}"),
}
"""What EDTF's marks after a date mean."""


def say_published(edtf: str) -> str:
    """Say a publication date: "28 March 2024", "about March 2024"; what is no EDTF as it is."""
    try:
        date = read_edtf(edtf)
    except DateError:
        return edtf
    told = _say_period(date.earliest, date.latest) or say_date(date)
    return _(_UNSURE[edtf[-1]], date=told) if edtf[-1] in _UNSURE else told


def _say_yearless(edtf: str) -> str:
    """Return "15 January, year unknown" for "XXXX-01-15"; "date unknown" for "XXXX" alone."""
    ends = [end for one in edtf.split("/") if (end := _say_day_or_month(one))]
    if not ends:
        return _("date unknown")
    if len(ends) == 1:
        return _("{date}, year unknown", date=ends[0])
    return _("{first} to {last}, year unknown", first=ends[0], last=ends[1])


def _say_day_or_month(edtf: str) -> str:
    _year, *parts = map(str, edtf.split("-"))
    if not parts:
        return ""
    month = int(parts[0])
    if len(parts) == 1:
        return tongue.month(dt.date(_LEAP_YEAR, month, 1), year=False)
    return tongue.day(dt.date(_LEAP_YEAR, month, int(parts[1])), year=False)


def _is_month(first: dt.date, last: dt.date) -> bool:
    same = (first.year, first.month) == (last.year, last.month)
    return same and first.day == 1 and (last + dt.timedelta(days=1)).day == 1


def say_count(count: Count) -> str:
    """Return the bounds in words: "25", "at least 13", "10 to 15", "up to 4"."""
    return say_bounds(count.low, count.high)


def say_bounds(low: int, high: int | None) -> str:
    """Return a count's bounds in words; None is open upwards."""
    if high is None:
        return _("at least {low}", low=low)
    if low == high:
        return tongue.number(low)
    if low == 0:
        return _("up to {high}", high=high)
    return _("{low} to {high}", low=low, high=high)


_TOLLS: Mapping[CountKey, Callable[[int, str], str]] = {
    "killed": lambda n, said: n_("{said} killed", "{said} killed", n, said=said),
    "injured": lambda n, said: n_("{said} injured", "{said} injured", n, said=said),
    "detained": lambda n, said: n_("{said} detained", "{said} detained", n, said=said),
    "abducted": lambda n, said: n_("{said} abducted", "{said} abducted", n, said=said),
    "killed_children": lambda n, said: n_(
        "{said} children among the killed", "{said} children among the killed", n, said=said
    ),
    "killed_women": lambda n, said: n_(
        "{said} women among the killed", "{said} women among the killed", n, said=said
    ),
}


def say_toll(key: CountKey, low: int, high: int | None) -> str:
    """Return a count with what it counts: "at least 13 killed"."""
    return _TOLLS[key](low if high is None else high, say_bounds(low, high))


def say_dead(low: int, unknown: int) -> str:
    """Return the dead of several events: "at least 13 killed, unknown for 2"."""
    toll = say_toll("killed", low, None)
    return _("{toll}, unknown for {n}", toll=toll, n=unknown) if unknown else toll


def say_claim(claim: Claim) -> str:
    """Return a source's own version: "army, claimed: 15 killed; Unidentified Gang, target"."""
    parts = [", ".join(say_tolls(claim.casualties)), *(say_actor(actor) for actor in claim.actors)]
    return _(
        "{source}, {status}: {version}",
        source=claim.source,
        status=said(claim.status),
        version="; ".join(filter(None, parts)) or _("no figure"),
    )


def say_tolls(casualties: Mapping[CountKey, Count]) -> list[str]:
    """Return each count that there is with what it counts, the dead first."""
    found = ((key, casualties.get(key)) for key in COUNT_KEYS)
    return [say_toll(key, count.low, count.high) for key, count in found if count]


def say_casualties(incident: Incident) -> str:
    """Return all counts in a line: "at least 13 killed"; "killed: unknown" where none is said."""
    parts = say_tolls(incident.casualties)
    if "killed" not in incident.casualties:
        parts.insert(0, _("killed: unknown"))
    return ", ".join(parts)


def say_actor(actor: Actor) -> str:
    """Return "Wagner Group, supporter"; an inherited one says so."""
    role = said(actor.role)
    if actor.basis == "stated":
        return f"{actor.name}, {role}"
    return _("{actor}, {role}, accused by the report as a whole", actor=actor.name, role=role)


def say_place(place: Place) -> str:
    """Return the place with what contains it: "Ségou, Mali"; "place unknown" where nothing is."""
    parts = [p for p in (place.name, place.admin1) if p]
    if place.country:
        parts.append(country_name(place.country))
    return ", ".join(dict.fromkeys(parts)) or _("place unknown")


def country_name(iso2: str) -> str:
    """Return a country's everyday name in the language in force.

    The code itself where ISO 3166-1 has none.
    """
    return _country_name(iso2, tongue.language())


@cache
def _country_name(iso2: str, language: str) -> str:
    if language != tongue.ENGLISH:
        return str(Locale(language).territories.get(iso2, iso2))
    found = pycountry.countries.get(alpha_2=iso2)
    return str(getattr(found, "common_name", found.name)) if found else iso2


def say_region(value: str) -> str:
    """Return "Gao, Mali" for `ML/Gao`, and the country's name for `ML`."""
    country, _, region = value.partition("/")
    return f"{region}, {country_name(country)}" if region else country_name(country)


def title(incident: Incident) -> str:
    """Return "2 × Air/drone strike" or "Attack on a village"."""
    what = said(incident.sub_event_type)
    if incident.count > 1:
        what = _("{n} × {what}", n=incident.count, what=what)
    if not incident.setting:
        return what
    return _("{what} on a {setting}", what=what, setting=said(incident.setting))


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
