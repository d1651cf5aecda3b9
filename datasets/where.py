"""How exact a row's place is: a pin, a pin in a circle, an area, or the list.

What a file knows only by region or country is never a pin, whatever coordinates it gives.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import pycountry

from geo.gazetteer import Entry, open_gazetteer
from geo.outlines import area_shape
from incidents.records import PlaceKind
from incidents.table import fold
from incidents.tongue import later

NEAR_KM = 25.0
"""What "near" is to UCDP, and "part of a region" to ACLED."""
NOWHERE = 6
"""UCDP's where_prec where only the country is known."""


class Where(NamedTuple):
    """What a row's names and its code make of its place."""

    kind: PlaceKind
    country: str
    """ISO 3166-1 alpha-2; "" where unknown."""
    place_id: str
    """Of an area; "" otherwise."""
    precision: int
    """UCDP where_prec."""
    radius_km: float
    """Of the circle around a pin; 0 for none."""
    why: str
    """Why it is no pin; "" where it is one."""


class Named(NamedTuple):
    """The words for a row's place, as the file has them."""

    iso: str
    country: str
    admin1: str
    admin2: str
    place: str
    """"" where the file names none; the word itself where it is the country's or region's."""
    code: str
    """For its precision; "" where the file has none."""


_ACLED: Mapping[str, int] = {"1": 1, "2": 2, "3": 4}
_WORDS: Mapping[str, int] = {
    word: precision
    for precision, words in {
        1: "exact|precise|town|village|site|exacte|exact location|ville|localite",
        2: "near|approximate|vicinity|approximatif|environs|pres de",
        3: "district|admin2|adm2|commune|cercle|county|departement",
        4: "region|admin1|adm1|province|state|governorate|wilaya",
        6: "country|national|admin0|pays",
    }.items()
    for word in words.split("|")
}
_TYPE_WORDS = re.compile(
    r"^(?:the )?(?:province|region|district|department|departement|wilaya|gouvernorat|cercle|"
    r"commune|state|governorate)s?(?: of| de la| de l'| du| des| de| d')? |"
    r" (?:province|region|state|governorate|district|department|oblast|county|division|"
    r"prefecture|municipality|territory|cercle|commune|zone|township|woreda)$"
)


def precision_of(code: str, form: str) -> int | None:
    """Return the where_prec that a file's code or word means; None where it means none."""
    number = code.strip().removesuffix(".0")
    if form == "acled":
        return _ACLED.get(number)
    if number in set("1234567") and number:
        return int(number)
    return _WORDS.get(fold(number))


def where(named: Named, form: str) -> Where:
    """Say how a row's place is drawn, were its coordinates sound."""
    country = country_code(named.iso, named.country)
    precision = precision_of(named.code, form)
    if precision is None:
        if named.code.strip():
            why = later("The file's code {code} for how exact the place is means nothing here.",
                        code=named.code.strip())  # fmt: skip
            return Where("none", country, "", NOWHERE, 0.0, why)
        precision = _by_names(named)
    if precision <= 2:  # noqa: PLR2004  exact, or near
        return Where("point", country, "", precision, NEAR_KM * (precision == 2), "")  # noqa: PLR2004
    if precision in {3, 4}:
        return _area(named, country, precision)
    return Where("none", country, "", precision, 0.0, _listed(precision))


def _by_names(named: Named) -> int:
    """Tell from the names alone: a row whose place is its region's name is known by region."""
    place = fold(named.place.strip())
    if place and place not in {fold(named.country.strip()), fold(named.admin1.strip())}:
        return 1
    if not (named.country.strip() or named.admin1.strip() or named.admin2.strip() or place):
        return 1
    if place and place == fold(named.country.strip()):
        return NOWHERE
    if named.admin2.strip() and not place:
        return 3
    return 4 if named.admin1.strip() else NOWHERE


def _area(named: Named, country: str, precision: int) -> Where:
    if precision == 3 and (found := _outlined(named.admin2, country)):  # noqa: PLR2004  district
        return Where("area", country, found, 3, 0.0, later("The file knows only the district."))
    if found := _outlined(named.admin1, country):
        why = (
            later("The file knows only the region.")
            if precision == 4  # noqa: PLR2004  region
            else later("The file knows only the district; its region is drawn.")
        )
        return Where("area", country, found, 4, 0.0, why)
    name = (named.admin2 if precision == 3 else named.admin1).strip()  # noqa: PLR2004
    why = (
        later("The file knows only “{name}”, whose outline is not known here.", name=name)
        if name
        else later("The file knows only a region, and does not name it.")
    )
    return Where("none", country, "", precision, 0.0, why)


def _listed(precision: int) -> str:
    if precision == 7:  # noqa: PLR2004  UCDP's
        return later("The file places it at sea or in the air.")
    if precision == 5:  # noqa: PLR2004  UCDP's
        return later("The file knows only a wider or vaguer area than a region.")
    return later("The file knows only the country.")


@cache
def country_code(iso: str, name: str) -> str:
    """Return a country's two letters by its code in numbers or letters, else by its name."""
    if (code := iso.strip().removesuffix(".0")) and (found := _by_code(code)):
        return found
    words = name.strip()
    inside = re.search(r"\((.+)\)", words)
    tries = [words, re.sub(r"\s*\(.*\)", "", words), inside[1] if inside else ""]
    tries += [one.removeprefix("Kingdom of ").partition(",")[0] for one in tries]
    return next((found for one in tries if one and (found := _by_name(one))), "")


def _by_code(code: str) -> str:
    if code.isdigit():
        found = pycountry.countries.get(numeric=code.zfill(3))
    elif len(code) == 2:  # noqa: PLR2004  ISO 3166-1 alpha-2
        found = pycountry.countries.get(alpha_2=code.upper())
    else:
        found = pycountry.countries.get(alpha_3=code.upper())
    return str(found.alpha_2) if found else ""


def _by_name(name: str) -> str:
    for found in open_gazetteer().lookup(name):
        if found.entry.kind == "country":
            return found.entry.country
    try:
        return str(pycountry.countries.lookup(name).alpha_2)
    except LookupError:
        return ""


def bare(name: str) -> str:
    """Return a division's folded name without the word for its kind: "mopti" of "Mopti region"."""
    return _TYPE_WORDS.sub("", fold(name.strip()))


@cache
def _outlined(name: str, country: str) -> str:
    """Return the id of a division with an outline; "" where none of that name is known."""
    words = fold(name.strip())
    for one in dict.fromkeys((name.strip(), words, bare(name))):
        for found in open_gazetteer().lookup(one) if one else ():
            entry = found.entry
            if (not country or entry.country == country) and (drawn := _drawn(entry)):
                return drawn
    return ""


def _drawn(entry: Entry) -> str:
    if entry.kind in {"region", "district"} and entry.area:
        return entry.place_id if area_shape(entry.place_id) is not None else ""
    level, _, radius = entry.feature.partition(" ")
    # A district of geoBoundaries: its middle and the radius of a circle of its size.
    if entry.place_id.startswith("gb:") and level == "ADM" and radius.isdigit():
        return f"disc({entry.lat_deg},{entry.lon_deg},{radius})"
    return ""
