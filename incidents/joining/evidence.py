"""Whether two reports tell of one event: the table of evidence, as linking has it for one report.

Its points are not learned: they stand in the table, so that each proposal can say in words what
speaks for it and against it (docs/decisions/0014).
"""

from collections.abc import Callable
from typing import NamedTuple

from incidents.joining import figures, what_who, when_where
from incidents.joining.pair import Pair
from incidents.tongue import N_

PROPOSE_AT = 4.5
"""Points from which two incidents are proposed as one event."""


class Reason(NamedTuple):
    """What speaks for one event, or against it."""

    says: str
    """In English; a message of the catalogue."""
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
    Test(N_("the same day"), 2, when_where.same_day),
    Test(N_("days that may be the same"), 0.5, when_where.same_week),
    Test(N_("a day apart"), -3, when_where.next_day),
    Test(N_("the day is the report’s and not the sentence’s"), -0.5, when_where.day_not_told),
    Test(N_("the same place"), 3, when_where.same_spot),
    Test(N_("the same region"), 1, when_where.same_area),
    Test(N_("a place within the other’s region"), 1.5, when_where.one_within),
    Test(N_("a place near the other"), 1.5, when_where.near),
    Test(N_("another place by name"), -2, when_where.other_name),
    Test(N_("a name that no map knows"), -0.5, when_where.unlisted_name),
    Test(N_("one names no place"), -0.5, when_where.nowhere),
    Test(N_("the same type"), 1, what_who.same_type),
    Test(N_("a type that may begin the other"), -1, what_who.loosely_alike),
    Test(N_("another type"), -2, what_who.other_type),
    Test(N_("the same armed actor"), 1, what_who.same_actor),
    Test(N_("another armed actor"), -2, what_who.other_actor),
    Test(N_("other victims"), -1, what_who.other_victims),
    Test(N_("the same setting"), 0.5, what_who.same_setting),
    Test(N_("another setting"), -0.5, what_who.other_setting),
    Test(N_("the same means"), 0.25, what_who.same_means),
    Test(N_("several events against one"), -2, what_who.of_several),
    Test(N_("the same toll of many"), 2.5, figures.equal_of_many),
    Test(N_("the same toll"), 1.5, figures.equal_toll),
    Test(N_("as many hurt or taken"), 1.5, figures.equal_hurt),
    Test(N_("figures that leave room for each other"), 1, figures.within_bounds),
    Test(N_("a bound far below the other figure"), -1, figures.hardly_within),
    Test(N_("figures close to each other"), -0.5, figures.close),
    Test(N_("another figure"), -2, figures.other_figure),
    Test(N_("a figure far from the other"), -3.5, figures.far),
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
