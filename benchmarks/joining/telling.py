"""One event as one report tells it: how much is said of it, in which words, in which language."""

import datetime as dt
from typing import Literal, NamedTuple

from benchmarks.joining.world import Scene

Kind = Literal["attack", "bombing", "mine", "drone", "clash", "abduction", "protest"]
EN, FR = 0, 1


class Event(NamedTuple):
    """What happened, as nobody but the maker of the pairs knows it."""

    id: str
    kind: Kind
    scene: Scene
    day: dt.date
    place: str
    """Town, as its scene spells it; a village's own name."""
    killed: int
    injured: int
    by: tuple[str, str, str]
    """Who did it: English, French, actor_id."""


class Telling(NamedTuple):
    """What one report says of one event."""

    event: Event
    lang: int = EN
    where: Literal["place", "place, region", "region", "spelled", "village", "near"] = "place"
    when: Literal["day", "night", "weekday", "week", "month"] = "day"
    who: Literal["named", "unnamed"] = "named"
    killed: tuple[int, int | None, int | None] | None = None
    """Low, best, high; None where it says nothing of the dead."""
    injured: int | None = None
    frame: int = 0
    """Which of the sentences that tell such an event."""
    source: int = 0


MONTHS = (
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
)
DAYS = (
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
)
NUMBERS = (
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ],
    [
        "zéro",
        "un",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
    ],
)
SOURCES = (
    (
        "local officials",
        "a hospital source",
        "residents",
        "a security source",
        "the United Nations",
    ),
    (
        "des sources locales",
        "une source hospitalière",
        "des habitants",
        "une source sécuritaire",
        "les Nations unies",
    ),
)
UNNAMED = (
    ("gunmen", "armed men", "unidentified attackers"),
    ("des hommes armés", "des assaillants", "des individus armés non identifiés"),
)


def number(value: int, lang: int) -> str:
    """Write a number in words up to twelve, and in figures."""
    return NUMBERS[lang][value] if value < len(NUMBERS[lang]) else str(value)


def day_words(day: dt.date, lang: int) -> str:
    """Write a day with its month and year."""
    month = MONTHS[lang][day.month - 1]
    if lang == FR:
        return f"{'1er' if day.day == 1 else day.day} {month} {day.year}"
    return f"{day.day} {month} {day.year}"


def when_words(told: Telling) -> str:
    """Say when, as closely as the telling does."""
    day, lang = told.event.day, told.lang
    start = day - dt.timedelta(days=day.weekday())
    words = {
        "day": day_words(day, lang),
        "before": day_words(day - dt.timedelta(days=1), lang),
        "start": day_words(start, lang),
        "end": day_words(start + dt.timedelta(days=6), lang),
        "month": f"{MONTHS[lang][day.month - 1]} {day.year}",
        "weekday": DAYS[lang][day.weekday()],
    }
    return WHEN[lang][told.when].format(**words)


WHEN = (
    {
        "day": "on {day}",
        "night": "in the night of {before} to {day}",
        "weekday": "on {weekday}",
        "week": "between {start} and {end}",
        "month": "in {month}",
    },
    {
        "day": "le {day}",
        "night": "dans la nuit du {before} au {day}",
        "weekday": "{weekday}",
        "week": "entre le {start} et le {end}",
        "month": "en {month}",
    },
)


def where_words(told: Telling) -> tuple[str, str]:
    """Say where: with its preposition, and bare after "attacked"."""
    event, lang, scene = told.event, told.lang, told.event.scene
    words = {
        "town": scene.town[1] if told.where == "spelled" else event.place,
        "region": scene.region[lang],
        "nation": scene.nation[lang],
        "village": scene.village,
    }
    inside, bare = WHERE[lang][told.where]
    return inside.format(**words), bare.format(**words)


_IN_TOWN = ("in {town}, {nation}", "{town}, {nation}")
_A_TOWN = ("à {town}, {nation}", "{town}, {nation}")
WHERE = (
    {
        "place": _IN_TOWN,
        "spelled": _IN_TOWN,
        "region": ("in {region}, {nation}", "a community in {region}, {nation}"),
        "place, region": ("in {town}, in {region}, {nation}", "{town}, in {region}, {nation}"),
        "village": (
            "in the village of {village}, near {town}, {nation}",
            "the village of {village}, near {town}, {nation}",
        ),
        "near": ("near {town}, {nation}", "a village near {town}, {nation}"),
    },
    {
        "place": _A_TOWN,
        "spelled": _A_TOWN,
        "region": ("dans {region}, {nation}", "une localité dans {region}, {nation}"),
        "place, region": ("à {town}, dans {region}, {nation}", "{town}, dans {region}, {nation}"),
        "village": (
            "dans le village de {village}, près de {town}, {nation}",
            "le village de {village}, près de {town}, {nation}",
        ),
        "near": ("près de {town}, {nation}", "un village près de {town}, {nation}"),
    },
)


def who_words(told: Telling) -> str:
    """Say who did it."""
    if told.who == "unnamed":
        return UNNAMED[told.lang][told.frame % 3]
    name = told.event.by[told.lang]
    if told.event.by[2] in {"army", "police", "RU-mil", "rsf"}:
        return f"des hommes {_of(name)}" if told.lang == FR else name
    bare = name.removeprefix("the ")
    if told.lang == EN:
        return f"{bare} fighters" if not bare.endswith("s") else name
    return f"des combattants {_of(name)}"


def _of(name: str) -> str:
    for start, made in (("les ", "des "), ("le ", "du ")):
        if name.startswith(start):
            return made + name.removeprefix(start)
    return f"de {name}" if name[0].islower() or name[0] not in "AEIOUÉ" else f"d'{name}"


def toll_words(told: Telling) -> str:
    """Say how many died, as a subject or an object: "at least 13 people"; "" where nobody says."""
    if told.killed is None:
        return ""
    (low, best, high), lang = told.killed, told.lang
    if best == high == 1:
        return ("one person", "une personne")[lang]
    if best is None:
        key = "dozens" if high is None else "between"
    else:
        key = "least" if high is None else "exact"
    return TOLL[lang][key].format(low=low, high=high, best=number(best or 0, lang))


TOLL = (
    {
        "dozens": "dozens of people",
        "between": "between {low} and {high} people",
        "least": "at least {best} people",
        "exact": "{best} people",
    },
    {
        "dozens": "des dizaines de personnes",
        "between": "entre {low} et {high} personnes",
        "least": "au moins {best} personnes",
        "exact": "{best} personnes",
    },
)
