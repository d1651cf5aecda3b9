"""When a place is too far-fetched for its name: the gazetteer does not know all villages.

"Solhan" in a report on Burkina Faso is not the one in Turkey, which nobody mentions.
"""

from collections.abc import Collection, Iterable

from geo.gazetteer import Entry, Found

BIG_TOWN = 150_000
"""Inhabitants of a town that a report may name without naming its country."""
GREATER = 5
"""How many times greater a town is than any other of its name that nobody takes for it."""
METROPOLIS = 1_000_000
"""Inhabitants of a town that is meant even where the sentence names another country."""
BIG_REGION = 700_000
"""Inhabitants of a region that a report may name without naming its country: "Texas"."""
_BY_COUNTRY = frozenset({"town", "region", "district", "spot", "water", "relief"})


KNOWN_TOWN = 20_000
"""Inhabitants of a town that a report may mean though only the attackers' country is named."""


def is_by_country(entry: Entry) -> bool:
    """Tell whether a place's kind is one that is told apart by the country it is in."""
    return entry.kind in _BY_COUNTRY


def is_outside(
    entry: Entry, bearers: Iterable[Found], outer: Iterable[Found], *, spelled_out: bool
) -> bool:
    """Tell whether a place lies in another country than the words put it in.

    Args:
        entry: the place, which lies in none of `outer`.
        bearers: all places of its name.
        outer: the places that the words may mean by what contains it.
        spelled_out: whether the words say more than one container.
    """
    if not is_by_country(entry) or (_is_big(entry, bearers) and not spelled_out):
        return False
    official = {place.entry.country for place in outer if place.official}
    return entry.country not in (official or {place.entry.country for place in outer})


def is_well_known(entry: Entry, bearers: Iterable[Found], named: Collection[str]) -> bool:
    """Tell whether a report may name a place without its country: a big one, by its own name.

    Args:
        entry: the place.
        bearers: all places of its name.
        named: the countries that the sentence names; a single other one leaves only capitals
            and the greatest towns.
    """
    if not _is_big(entry, bearers):
        return False
    elsewhere = len(named) == 1 and entry.country not in named and entry.kind == "town"
    return not elsewhere or entry.feature == "PPLC" or entry.population >= METROPOLIS


def outgrows(entry: Entry, bearers: Iterable[Found]) -> bool:
    """Tell whether a big town is meant by any of its names: "Marioupol" is no village."""
    others = [one.entry.population for one in bearers if one.entry.place_id != entry.place_id]
    return entry.population >= BIG_TOWN and entry.population >= GREATER * max(others, default=0)


def _is_big(entry: Entry, bearers: Iterable[Found]) -> bool:
    least = BIG_REGION if entry.kind in {"region", "district"} else BIG_TOWN
    official = any(item.official for item in bearers if item.entry.place_id == entry.place_id)
    # "Kiev" is one of Kyiv's other names, and nobody means another.
    greatest = entry.feature == "PPLC" or entry.population >= METROPOLIS
    return (official or greatest) and entry.population >= least
