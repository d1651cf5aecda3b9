"""Whether two reports' figures may count the same people."""

from incidents.joining.pair import Pair
from incidents.records import Count, CountKey

FEW = 3
"""People from which two equal figures are hardly equal by chance."""
MANY = 10
"""People from which they are surely of one event."""
CLOSE = 0.7
"""Share of the greater figure from which the smaller may be an earlier count."""
FAR = 0.5
"""Share below which it is hardly one."""
HARDLY = 0.3
"""Share below which "at least 3" is hardly said of so many."""
WEEK = 8
HURT: tuple[CountKey, ...] = ("injured", "abducted", "detained")


def equal_of_many(pair: Pair) -> bool:
    """Tell whether both give one figure of many dead."""
    return _equal(pair, "killed", MANY)


def equal_toll(pair: Pair) -> bool:
    """Tell whether both give one figure of a few dead."""
    return _equal(pair, "killed", FEW) and not equal_of_many(pair)


def equal_hurt(pair: Pair) -> bool:
    """Tell whether both give one figure of those hurt or taken."""
    return any(_equal(pair, key, FEW) for key in HURT)


def within_bounds(pair: Pair) -> bool:
    """Tell whether the figures differ, and each lies within what the other leaves open."""
    if _contradict(pair) or _share(pair) < FAR:
        return False
    return any(_within(one, other) for one, other in _given(pair))


def hardly_within(pair: Pair) -> bool:
    """Tell whether a bound leaves room for the other figure, and stands far below it."""
    return not _contradict(pair) and _share(pair) < HARDLY


def close(pair: Pair) -> bool:
    """Tell whether the figures contradict as an earlier and a later count do: 17 and 19."""
    return _contradict(pair) and _share(pair) >= CLOSE


def other_figure(pair: Pair) -> bool:
    """Tell whether they contradict by more than that."""
    return _contradict(pair) and FAR <= _share(pair) < CLOSE


def far(pair: Pair) -> bool:
    """Tell whether they are so far apart that no later count explains it."""
    return _share(pair) < FAR and _contradict(pair)


def of_weeks(pair: Pair) -> bool:
    """Tell whether the one is told of weeks with another figure: a sum, and one of its events."""
    days = sorted((pair.first.days, pair.second.days))
    if days[0] > 1 or days[1] < WEEK:
        return False
    return not (equal_toll(pair) or equal_of_many(pair) or equal_hurt(pair))


def _given(pair: Pair) -> list[tuple[Count, Count]]:
    both = ((pair.first.toll(key), pair.second.toll(key)) for key in ("killed", *HURT))
    return [(one, other) for one, other in both if one is not None and other is not None]


def _equal(pair: Pair, key: CountKey, least: int) -> bool:
    one, other = pair.first.toll(key), pair.second.toll(key)
    if one is None or other is None or one.best is None:
        return False
    return one.best == other.best and one.best >= least


def _within(one: Count, other: Count) -> bool:
    """Tell whether two figures leave room for one number: "at least 13" and 15."""
    return not _same(one, other) and _leave_room(one, other)


def _same(one: Count, other: Count) -> bool:
    return one.best is not None and one.best == other.best


def _leave_room(one: Count, other: Count) -> bool:
    return max(one.low, other.low) <= min(_most(one), _most(other))


def _most(count: Count) -> float:
    return float("inf") if count.high is None else count.high


def _contradict(pair: Pair) -> bool:
    """Tell whether no number fits both figures, of the dead if both tell of them."""
    return any(
        not (_same(one, other) or _leave_room(one, other)) for one, other in _given(pair)[:1]
    )


def _share(pair: Pair) -> float:
    """Give the share that the smaller figure is of the greater one, of the dead if told."""
    for one, other in _given(pair)[:1]:
        figures = sorted((one.best or one.low, other.best or other.low))
        return figures[0] / figures[1] if figures[1] else 1.0
    return 1.0
