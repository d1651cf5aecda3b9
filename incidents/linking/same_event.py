"""Whether two incidents that were told apart are one event: the table of evidence.

A report tells its event in the title, the lead, an official's words, a witness's words and an
agency's background. Each is read as an incident of its own where the sentences around it don't
say whose it is. Here two of them are weighed by all that the whole report says of them.
"""

from collections.abc import Callable
from typing import NamedTuple

from incidents.linking.pair import Pair, own_places
from incidents.linking.relation import Evidence
from incidents.linking.same_kind import (
    crowd_and_force,
    of_many,
    of_several,
    other_actor,
    other_kind,
    other_realm,
    other_setting,
    shares_actor,
    shares_means,
    shares_setting,
    shares_words,
)
from incidents.linking.same_place import (
    far_place,
    lies_apart,
    one_within,
    other_place,
    shares_place,
    shares_spot,
    unknown_name,
)
from incidents.linking.same_time import dates_title, days_apart, one_of_weeks, other_day, same_day
from incidents.linking.same_toll import (
    another_toll,
    close_toll,
    equal_toll,
    far_toll,
    toll_in_bounds,
    updates,
)
from incidents.linking.told_as import (
    another_item,
    at_head,
    done_later,
    is_part,
    listed_apart,
    next_sentence,
    no_time_or_place,
    no_toll,
    of_doers_told,
    of_headline,
    of_main_event,
    told_as_another,
    told_as_part,
    told_besides,
    told_with_the,
    under_another_head,
)

MERGE_AT = 2.0
"""Points from which two incidents are one."""
OTHER_NAME = -1.5
"""Points for a heading that names another place, where nobody knows how the two lie."""
FEW = 3
"""People from which two equal tolls are hardly equal by chance."""
MANY = 10
"""People from which they are surely of one event."""


class Test(NamedTuple):
    """One row of the table: what speaks for one event, or against it."""

    says: str
    weight: float
    holds: Callable[[Pair], bool]


def weigh(pair: Pair) -> tuple[float, tuple[Evidence, ...]]:
    """Weigh whether two incidents are one.

    Returns:
        The points, `-inf` where something rules it out, and what speaks for and against.
    """
    for says, holds in AGAINST:
        if holds(pair):
            return -float("inf"), (Evidence(says),)
    evidence = tuple(Evidence(t.says, t.weight) for t in TABLE if t.holds(pair))
    return sum(one.weight for one in evidence), evidence


def weigh_announced(pair: Pair) -> tuple[float, tuple[Evidence, ...]]:
    """Weigh whether a heading announces an incident: it names places widely, and kinds loosely."""
    for says, holds in AGAINST:
        if holds not in {days_apart, far_place} and holds(pair):
            return -float("inf"), (Evidence(says),)
    if other_day(pair):
        return -float("inf"), (Evidence("another day"),)
    firsts, seconds = own_places(pair.first), own_places(pair.second)
    apart = [lies_apart(one, other) for one in firsts for other in seconds]
    if apart and all(apart):
        return -float("inf"), (Evidence("another place"),)
    named = (Evidence("another place by name", OTHER_NAME),) if other_place(pair) else ()
    rows = [test for test in TABLE if test.holds not in {of_headline, other_place}]
    evidence = (*named, *(Evidence(t.says, t.weight) for t in rows if t.holds(pair)))
    return sum(one.weight for one in evidence), evidence


def speak_apart(pair: Pair) -> bool:
    """Tell whether day, place, list or words of two incidents contradict each other."""
    return any(holds(pair) for _, holds in AGAINST) or any(
        holds(pair) for holds in (other_day, other_place, listed_apart)
    )


AGAINST: tuple[tuple[str, Callable[[Pair], bool]], ...] = (
    ("words for another realm of events", other_realm),
    ("days apart", days_apart),
    ("places apart", far_place),
    ("a day of what was told for weeks", one_of_weeks),
    ("a part of another", is_part),
    ("one of several", of_several),
)
"""What rules out that two incidents are one."""


TABLE: tuple[Test, ...] = (
    Test("the same toll of many", 3, equal_toll(MANY, ("killed",))),
    Test("the same toll", 1.5, equal_toll(FEW, ("killed",))),
    Test("as many hurt or taken", 1.5, equal_toll(FEW, ("injured", "abducted", "detained"))),
    Test("a toll within the other's bounds", 2, toll_in_bounds),
    Test("a toll close to the other", 0.5, close_toll),
    Test("another toll", -1.5, another_toll),
    Test("told in the plural", -0.5, of_many),
    Test("a toll far from the other", -1.5, far_toll),
    Test("a toll that replaces an older one", 1.5, updates),
    Test("the same place", 1, shares_place),
    Test("the same spot", 1, shares_spot),
    Test("a place within the other", 1, one_within),
    Test("the same day", 1, same_day),
    Test("another day", -3, other_day),
    Test("another place", -3, other_place),
    Test("the same setting", 1, shares_setting),
    Test("another setting", -0.5, other_setting),
    Test("the same means", 0.5, shares_means),
    Test("the same armed actor", 1, shares_actor),
    Test("another armed actor", -1, other_actor),
    Test("told in the same words", 0.5, shares_words),
    Test("a place near the other's, or known to nobody", -1.5, unknown_name),
    Test("no time or place of its own", 1, no_time_or_place),
    Test("no toll of its own", 0.5, no_toll),
    Test("“the” says that it has been told of", 1.5, told_with_the),
    Test("told as another one", -2.5, told_as_another),
    Test("told besides", -1, told_besides),
    Test("told as a part of it", -2, told_as_part),
    Test("done later by somebody who is named", -2.5, done_later),
    Test("of doers told of", 1, of_doers_told),
    Test("the report's main event", 1, of_main_event),
    Test("the title or the lead", 1, at_head),
    Test("what the title is about", 1.5, of_headline),
    Test("says when what the title tells was", 1.5, dates_title),
    Test("items of one list", -2, listed_apart),
    Test("another item", -2, another_item),
    Test("an entry of another place", -2, under_another_head),
    Test("the next sentence", 0.5, next_sentence),
    Test("a crowd's, and no crowd's", -2, crowd_and_force),
    Test("words for another kind of violence", -2.5, other_kind),
)
"""What is weighed, by name."""
