"""Whether two reports' versions may be of one day and one place."""

from incidents.joining.pair import COUNTRY, REGION, Pair, is_itself, lies_apart
from incidents.joining.version import Version
from incidents.linking.nearness import Lie
from incidents.records import Place

DAY = 1
"""Days from first to last within which a date still names one day: "the night of the 4th"."""
WEEK = 8
AROUND = "disc("
"""How the id of a place begins that is told as near another."""
LONGEST = 62
"""Days of a span beyond which a version says too little of when to be one of another's."""


def gap(pair: Pair) -> int:
    """Count the days between the two; 0 or less where they meet."""
    return max(pair.first.first, pair.second.first) - min(pair.first.last, pair.second.last)


def other_day(pair: Pair) -> bool:
    """Tell whether more than a day lies between them."""
    return gap(pair) > 1 or max(pair.first.days, pair.second.days) > LONGEST


def next_day(pair: Pair) -> bool:
    """Tell whether the one is told for the day after the other."""
    return gap(pair) == 1


def same_day(pair: Pair) -> bool:
    """Tell whether both name one day."""
    return gap(pair) <= 0 and max(pair.first.days, pair.second.days) <= DAY


def same_week(pair: Pair) -> bool:
    """Tell whether both may be of one day, and one says no closer than the week."""
    return gap(pair) <= 0 and DAY < max(pair.first.days, pair.second.days) <= WEEK


def day_not_told(pair: Pair) -> bool:
    """Tell whether the day is not the versions' own, but their report's."""
    return not (pair.first.told_day and pair.second.told_day)


def other_place(pair: Pair) -> bool:
    """Tell whether the places lie apart, or in two countries."""
    one, other = pair.first.place.country, pair.second.place.country
    return bool(one and other and one != other) or lies_apart(pair)


def same_spot(pair: Pair) -> bool:
    """Tell whether both name one town or village."""
    if _is_region(pair.first) and _is_region(pair.second):
        return False
    return pair.same_name or (pair.lie is Lie.SAME and pair.first.place.precision < REGION)


def same_area(pair: Pair) -> bool:
    """Tell whether both name one region and nothing closer."""
    return pair.lie is Lie.SAME and not same_spot(pair) and pair.first.place.precision < COUNTRY


def one_within(pair: Pair) -> bool:
    """Tell whether the one's place lies in the other's region."""
    if same_spot(pair) or pair.lie not in {Lie.WITHIN, Lie.CONTAINS}:
        return False
    return max(pair.first.place.precision, pair.second.place.precision) < COUNTRY


def near(pair: Pair) -> bool:
    """Tell whether the one is told as near the other: a village and its town."""
    if same_spot(pair) or pair.lie is not Lie.NEAR:
        return False
    return any((place.place_id or "").startswith(AROUND) for place in _places(pair))


def other_name(pair: Pair) -> bool:
    """Tell whether each names a place of its own, and a map knows both."""
    return _other_names(pair) and not _one_unlisted(pair)


def unlisted_name(pair: Pair) -> bool:
    """Tell whether each names a place of its own, and no map says where the one is."""
    return _other_names(pair) and _one_unlisted(pair)


def nowhere(pair: Pair) -> bool:
    """Tell whether one says no more than the country."""
    return any(
        place.kind == "none" and (place.place_id or not place.text) for place in _places(pair)
    )


def _other_names(pair: Pair) -> bool:
    if pair.same_name or near(pair) or pair.lie in {Lie.SAME, Lie.WITHIN, Lie.CONTAINS}:
        return False
    return bool(pair.first.place_name and pair.second.place_name)


def _one_unlisted(pair: Pair) -> bool:
    """Tell whether a map knows the place of one and not of the other."""
    return _is_unlisted(pair.first) != _is_unlisted(pair.second)


def _is_unlisted(version: Version) -> bool:
    """Tell whether a village is known by its name alone, or drawn as the area that holds it."""
    if version.place.kind == "area":
        return not is_itself(version)
    return version.place.kind == "none" and version.place.place_id is None


def _is_region(version: Version) -> bool:
    return version.place.precision >= REGION and is_itself(version)


def _places(pair: Pair) -> tuple[Place, Place]:
    return pair.first.place, pair.second.place
