"""Whether two reports tell of one event: the table of evidence, as linking has it for one report.

Its points are not learned: they stand in the table, so that each proposal can say in words what
speaks for it and against it (docs/decisions/0014).
"""

from collections.abc import Callable
from typing import NamedTuple

from incidents.joining import figures, what_who, when_where
from incidents.joining.pair import Pair

PROPOSE_AT = 4.5
"""Points from which two incidents are proposed as one event."""


class Reason(NamedTuple):
    """What speaks for one event, or against it."""

    says: str
    points: float


class Test(NamedTuple):
    """One row of the table."""

    says: str
    points: float
    holds: Callable[[Pair], bool]


AGAINST: tuple[Callable[[Pair], bool], ...] = (
    when_where.other_day,
    when_where.other_place,
    what_who.other_realm,
    figures.of_weeks,
)
"""What rules out that two incidents are one event."""
TABLE: tuple[Test, ...] = (
    Test("the same day", 2, when_where.same_day),
    Test("days that may be the same", 0.5, when_where.same_week),
    Test("a day apart", -3, when_where.next_day),
    Test("the day is the report’s and not the sentence’s", -0.5, when_where.day_not_told),
    Test("the same place", 3, when_where.same_spot),
    Test("the same region", 1, when_where.same_area),
    Test("a place within the other’s region", 1.5, when_where.one_within),
    Test("a place near the other", 1.5, when_where.near),
    Test("another place by name", -2, when_where.other_name),
    Test("a name that no map knows", -0.5, when_where.unlisted_name),
    Test("one names no place", -0.5, when_where.nowhere),
    Test("the same type", 1, what_who.same_type),
    Test("a type that may begin the other", -1, what_who.loosely_alike),
    Test("another type", -2, what_who.other_type),
    Test("the same armed actor", 1, what_who.same_actor),
    Test("another armed actor", -2, what_who.other_actor),
    Test("other victims", -1, what_who.other_victims),
    Test("the same setting", 0.5, what_who.same_setting),
    Test("another setting", -0.5, what_who.other_setting),
    Test("the same means", 0.25, what_who.same_means),
    Test("several events against one", -2, what_who.of_several),
    Test("the same toll of many", 2.5, figures.equal_of_many),
    Test("the same toll", 1.5, figures.equal_toll),
    Test("as many hurt or taken", 1.5, figures.equal_hurt),
    Test("figures that leave room for each other", 1, figures.within_bounds),
    Test("a bound far below the other figure", -1, figures.hardly_within),
    Test("figures close to each other", -0.5, figures.close),
    Test("another figure", -2, figures.other_figure),
    Test("a figure far from the other", -3.5, figures.far),
)
"""What is weighed, by what it says to the analyst."""


def weigh(pair: Pair) -> tuple[float, tuple[Reason, ...]]:
    """Weigh whether two versions are one event.

    Returns:
        The points, `-inf` where something rules it out, and what speaks for and against, the
        strongest first.
    """
    if any(holds(pair) for holds in AGAINST):
        return -float("inf"), ()
    reasons = [Reason(test.says, test.points) for test in TABLE if test.holds(pair)]
    reasons.sort(key=lambda one: -abs(one.points))
    return sum(one.points for one in reasons), tuple(reasons)
