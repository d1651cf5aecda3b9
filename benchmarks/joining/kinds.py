"""The kinds of pairs: what two reports tell, of one event or of two that look alike."""

import datetime as dt
import random
from collections.abc import Callable
from typing import NamedTuple

from benchmarks.joining.telling import EN, FR, Event, Telling
from benchmarks.joining.world import Scene

Kind = str


class Made(NamedTuple):
    """Two reports: what each tells, in order."""

    first: list[Telling]
    second: list[Telling]


class Draw:
    """Draws events and tellings of one scene, the same for the same seed."""

    def __init__(self, scene: Scene, seed: str) -> None:
        """Begin with a scene and what makes this draw differ from others."""
        self.random = random.Random(seed)  # noqa: S311
        self.scene = scene
        self.made = 0

    def event(self, kind: str = "attack", **fields: object) -> Event:
        """Draw an event; what isn't said is drawn."""
        self.made += 1
        pick = self.random
        drawn: dict[str, object] = {
            "id": f"e{self.made}",
            "kind": kind,
            "scene": self.scene,
            "day": dt.date(2024, 1, 8) + dt.timedelta(days=pick.randrange(300)),
            "place": self.scene.town[0],
            "killed": pick.choice((4, 5, 6, 7, 9, 11, 14, 17, 23, 28, 36)),
            "injured": pick.randrange(2, 30),
            "by": self.scene.group if kind != "drone" else self.scene.rival,
        }
        return Event(**(drawn | fields))  # type: ignore[arg-type]

    def told(self, event: Event, **fields: object) -> Telling:
        """Draw how a report tells an event: the exact toll, in one of the sentences."""
        drawn: dict[str, object] = {
            "event": event,
            "frame": self.random.randrange(12),
            "source": self.random.randrange(5),
            "killed": exact(event.killed) if event.kind not in {"abduction", "protest"} else None,
        }
        return Telling(**(drawn | fields))  # type: ignore[arg-type]

    def like(self, event: Event, **fields: object) -> Event:
        """Draw another event that differs from one by what is said, and by its id."""
        self.made += 1
        return event._replace(id=f"e{self.made}", **fields)  # type: ignore[arg-type]

    def kind(self) -> str:
        """Draw a kind of violence."""
        return self.random.choice(("attack", "bombing", "mine", "drone", "clash"))


def exact(number: int) -> tuple[int, int, int]:
    """Make the bounds of a figure."""
    return number, number, number


def least(number: int) -> tuple[int, int, None]:
    """Make the bounds of "at least so many"."""
    return number, number, None


def after(day: dt.date, days: int) -> dt.date:
    """Give the day so many days later."""
    return day + dt.timedelta(days=days)


def two_tolls(d: Draw) -> Made:
    """One event, its toll first at least so many, then more."""
    event = d.event(d.kind())
    early = max(3, event.killed - d.random.randrange(1, 4))
    return Made([d.told(event, killed=least(early))], [d.told(event, where="place, region")])


def region_only(d: Draw) -> Made:
    """One event, in one of the reports only a region."""
    event = d.event(d.kind())
    return Made([d.told(event, where="region")], [d.told(event)])


def region_two_tolls(d: Draw) -> Made:
    """One event with two tolls, two spellings, and in one of the reports only a region."""
    event = d.event("attack")
    early = max(2, event.killed - 2)
    return Made(
        [d.told(event, where="region", killed=least(early))], [d.told(event, where="spelled")]
    )


def spelled(d: Draw) -> Made:
    """One event, its town in two spellings."""
    event = d.event(d.kind())
    return Made([d.told(event)], [d.told(event, where="spelled", killed=least(event.killed))])


def languages(d: Draw) -> Made:
    """One event in English and in French."""
    event = d.event(d.kind())
    return Made([d.told(event)], [d.told(event, lang=FR)])


def languages_two_tolls(d: Draw) -> Made:
    """One event in French with a provisional toll, in English with another."""
    event = d.event("attack")
    early = max(2, event.killed - 1)
    return Made(
        [d.told(event, lang=FR, killed=least(early))], [d.told(event, who="unnamed", lang=EN)]
    )


def summary(d: Draw) -> Made:
    """A monthly summary with several events against a daily report of one."""
    one = d.event("attack")
    another = d.like(one, kind="mine", day=after(one.day, 5), killed=one.killed + 3)
    third = d.like(one, place=d.scene.second, day=after(one.day, 2), killed=max(1, one.killed - 3))
    entries = [d.told(third), d.told(one), d.told(another)]
    return Made(entries, [d.told(one, when="weekday", killed=least(max(2, one.killed - 1)))])


def vague_day(d: Draw) -> Made:
    """One event, in one of the reports only its week or month, with its figure."""
    event = d.event(d.kind())
    when = d.random.choice(("week", "month"))
    return Made([d.told(event)], [d.told(event, when=when)])


def night(d: Draw) -> Made:
    """One event in the night between two days, and on the later of them."""
    event = d.event("attack")
    return Made([d.told(event, when="night")], [d.told(event)])


def unnamed(d: Draw) -> Made:
    """One event by gunmen whom nobody names, and by a group with a name."""
    event = d.event("attack")
    return Made([d.told(event, who="unnamed")], [d.told(event, when="weekday")])


def attack_or_clash(d: Draw) -> Made:
    """One event, to one report an attack and to another a clash."""
    event = d.event("attack")
    return Made([d.told(event)], [d.told(event._replace(kind="clash"))])


def no_toll(d: Draw) -> Made:
    """One event, one of the reports without a toll."""
    event = d.event(d.kind())
    return Made([d.told(event, killed=None)], [d.told(event, injured=event.injured)])


def village(d: Draw) -> Made:
    """One event in a village that nobody lists, told with its name and only as near its town."""
    event = d.event("attack")
    return Made([d.told(event, where="village")], [d.told(event, where="near")])


def village_town(d: Draw) -> Made:
    """One event in a village near a town, told as the town's."""
    event = d.event("attack")
    return Made([d.told(event, where="village")], [d.told(event)])


def repeated(d: Draw) -> Made:
    """A wire's report and the same repeated by another."""
    event = d.event(d.kind())
    told = d.told(event, injured=event.injured)
    return Made([told], [told._replace(source=told.source + 1)])


def dozens(d: Draw) -> Made:
    """One event, dozens to one report and a figure to another."""
    event = d.event("attack", killed=d.random.randrange(27, 70))
    return Made([d.told(event, killed=(12, None, None))], [d.told(event)])


def bounds(d: Draw) -> Made:
    """One event, between two figures and a figure within them."""
    event = d.event(d.kind(), killed=d.random.randrange(9, 30))
    return Made([d.told(event, killed=(event.killed - 2, None, event.killed + 3))], [d.told(event)])


def abducted(d: Draw) -> Made:
    """One abduction, by gunmen and by a group."""
    event = d.event("abduction", killed=d.random.randrange(3, 12))
    return Made([d.told(event, who="unnamed")], [d.told(event, where="place, region")])


def marched(d: Draw) -> Made:
    """One protest in two reports, two languages."""
    event = d.event("protest")
    return Made([d.told(event, when="weekday")], [d.told(event, lang=FR)])


def crossed(d: Draw) -> Made:
    """Each report tells of two days' attacks in one town; one of them is in both."""
    one = d.event("attack")
    two = d.like(one, day=after(one.day, 1), killed=one.killed + 4)
    three = d.like(one, day=after(one.day, 3), killed=one.killed + 9)
    return Made([d.told(one), d.told(two)], [d.told(two, killed=least(two.killed)), d.told(three)])


def next_day(d: Draw) -> Made:
    """Two attacks in one town on following days."""
    one = d.event("attack")
    return Made(
        [d.told(one)],
        [d.told(d.like(one, day=after(one.day, 1), killed=one.killed + d.random.randrange(2, 9)))],
    )


def next_day_close(d: Draw) -> Made:
    """Two attacks in one town on following days, their tolls alike."""
    one = d.event(d.kind())
    other = d.like(one, day=after(one.day, 1), killed=one.killed + 1)
    return Made([d.told(one)], [d.told(other, who="unnamed")])


def other_town(d: Draw) -> Made:
    """Two towns of one region on one day."""
    one = d.event("attack")
    other = d.like(one, place=d.scene.second, killed=one.killed + d.random.randrange(1, 6))
    return Made([d.told(one)], [d.told(other, where="place, region")])


def other_town_same_toll(d: Draw) -> Made:
    """Two towns of one region on one day, as many dead."""
    one = d.event("mine")
    return Made([d.told(one)], [d.told(d.like(one, place=d.scene.second))])


def month_sum(d: Draw) -> Made:
    """A month's sum over a region, and one event in it."""
    one = d.event("attack", killed=d.random.randrange(4, 20))
    total = d.like(one, killed=one.killed * 4 + 61)
    return Made([d.told(total, when="month", where="region")], [d.told(one)])


def town_sum(d: Draw) -> Made:
    """A month's sum over one town, and one event in it."""
    one = d.event("attack", killed=d.random.randrange(4, 12))
    total = d.like(one, killed=one.killed * 3 + 8)
    return Made([d.told(total, when="month")], [d.told(one, when="weekday")])


def weeks_apart(d: Draw) -> Made:
    """Two attacks in one town, weeks apart."""
    one = d.event(d.kind())
    other = d.like(
        one,
        day=after(one.day, d.random.randrange(9, 40)),
        killed=one.killed + d.random.randrange(3),
    )
    return Made([d.told(one)], [d.told(other)])


def other_kind(d: Draw) -> Made:
    """One town on one day: two kinds of event."""
    one = d.event("attack")
    kind = d.random.choice(("protest", "abduction", "drone"))
    other = d.like(
        one, kind=kind, by=d.scene.rival if kind == "drone" else one.by, killed=one.killed + 5
    )
    return Made(
        [d.told(one)],
        [d.told(other, killed=None if kind in {"protest", "abduction"} else exact(other.killed))],
    )


def other_actors(d: Draw) -> Made:
    """One town on one day: two sides' attacks, with two tolls."""
    one = d.event("attack")
    other = d.like(one, by=d.scene.rival, killed=one.killed * 2 + 3)
    return Made([d.told(one)], [d.told(other, lang=FR)])


def region_other_toll(d: Draw) -> Made:
    """A region on one day and a town of it on another, other tolls."""
    one = d.event("attack")
    other = d.like(one, day=after(one.day, 4), killed=one.killed * 3)
    return Made([d.told(one, where="region")], [d.told(other)])


def region_same_day(d: Draw) -> Made:
    """A region and a town of it on one day, tolls and kinds that contradict."""
    one = d.event("mine", killed=d.random.randrange(2, 6))
    other = d.like(one, kind="clash", killed=one.killed * 5 + 4)
    return Made([d.told(one, where="region")], [d.told(other)])


def year_later(d: Draw) -> Made:
    """One town on one day of two years, as many dead."""
    one = d.event("bombing")
    return Made([d.told(one)], [d.told(d.like(one, day=one.day.replace(year=2023)))])


def retaliation(d: Draw) -> Made:
    """An attack and the strike that answers it on the next day."""
    one = d.event("attack")
    other = d.like(
        one, kind="drone", day=after(one.day, 1), by=d.scene.rival, killed=one.killed + 1
    )
    return Made([d.told(one)], [d.told(other, where="near")])


def two_marches(d: Draw) -> Made:
    """Two towns' protests on one day."""
    one = d.event("protest")
    return Made([d.told(one)], [d.told(d.like(one, place=d.scene.far))])


def far_town(d: Draw) -> Made:
    """Two regions' towns on one day, as many dead."""
    one = d.event("attack")
    return Made([d.told(one)], [d.told(d.like(one, place=d.scene.far), who="unnamed")])


def week_one_day(d: Draw) -> Made:
    """An event of a week that can't be told closer, and one of its days, with other tolls."""
    one = d.event("clash")
    return Made([d.told(one, when="week")], [d.told(d.like(one, killed=one.killed * 2 + 6))])


ONE_EVENT: tuple[Callable[[Draw], Made], ...] = (
    two_tolls,
    region_only,
    region_two_tolls,
    spelled,
    languages,
    languages_two_tolls,
    summary,
    vague_day,
    night,
    unnamed,
    attack_or_clash,
    no_toll,
    village,
    village_town,
    repeated,
    dozens,
    bounds,
    abducted,
    marched,
    crossed,
)
"""Pairs in which an event is told twice."""
TWO_EVENTS: tuple[Callable[[Draw], Made], ...] = (
    next_day,
    next_day_close,
    other_town,
    other_town_same_toll,
    month_sum,
    town_sum,
    weeks_apart,
    other_kind,
    other_actors,
    region_other_toll,
    region_same_day,
    year_later,
    retaliation,
    two_marches,
    far_town,
    week_one_day,
)
"""Pairs that look alike and tell of two."""
