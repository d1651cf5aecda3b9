"""Casualties: which number counts whom, and how numbers of one event go together."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from functools import cache

import msgspec

from incidents.accounts.number import Reading
from incidents.accounts.shared import share
from incidents.coordination import either, joining, spaced
from incidents.events.families import ARMED, OUTCOMES, STATE
from incidents.events.mention import EventMention
from incidents.mentions import CountMention, EventCue
from incidents.phrases import fold
from incidents.records import Count, CountKey, Span

WRONG_SIDE = 40
"""Characters that a number on the unlikely side of its verb counts as farther away."""
NEAR = 16
"""Characters within which a number stands right beside its verb."""
LINK = 14
"""Characters between two numbers that are told in one breath: "3 soldiers and 2 civilians"."""
FAR_LINK = 26
"""Characters between two of which the second says that it comes on top: ", along with"."""
FATES: tuple[CountKey, ...] = ("killed", "injured")
FLOORS = 2
"""How many times an older floor a later one is at the most: "more than 50", "at least 56"."""
DOZENS = 5
"""How many times the least of "dozens" or "hundreds" the number is at the most."""
NOBODY = "nobody"
"""Kind of a number that says of dead and wounded at once that there were none."""
SUBSETS: dict[str, CountKey] = {"child": "killed_children", "woman": "killed_women"}


def read_counts(text: str, event: EventMention, neither: Container[str]) -> list[Reading]:
    """Say of each number of people in a mention what it counts, in text order.

    Args:
        text: the document's clean text.
        event: what one sentence says of one event.
        neither: nouns that count dead and wounded together: "95 casualties".
    """
    readings: list[Reading] = []
    outcomes = [cue for cue in event.cues if cue.outcome]
    for found in event.counts():
        count = found
        if count.people == "thing" or (count.key is None and fold(count.noun) in neither):
            continue
        if count.verb and not _was_done(count.verb, count.key, outcomes):
            continue
        cue = _nearest(text, count, outcomes)
        if cue and cue.article == "the" and count.key is None and count.span.overlaps(cue.span):
            continue  # "two of the injured" died, and are not newly injured
        if not count.including and readings and _part().match(text, count.span.end):
            count = msgspec.structs.replace(count, including=True)  # "7 of the victims were"
        if count.including and not _is_part(text, count, cue, readings):
            count = msgspec.structs.replace(count, including=False)
        key = count.key or (cue.outcome if cue else None)
        if count.including and readings:
            key = _key_before(readings) or key
        if key:
            far = _distance(text, count.span, cue) if cue else 0
            group, voices = group_of(count, event), _voices(count, event)
            readings += _with_subsets(Reading(key, count, cue, far, group, voices))
    return share(text, readings, outcomes)


def _was_done(verb: Span, key: CountKey | None, outcomes: Sequence[EventCue]) -> bool:
    """Tell whether a deed was done: "failed to kill him" and "jailed for killing her" tell none."""
    return any(cue.outcome == key and cue.span.overlaps(verb) for cue in outcomes)


def group_of(count: CountMention, event: EventMention) -> str:
    """Say on which side those stand who are counted, by the actor in the number's own words."""
    for actor in event.sentence.actors:
        if not actor.span.overlaps(count.span):
            continue
        if actor.kind in STATE:
            return "state"
        if actor.kind in ARMED or actor.kind == "unidentified":
            return "rebels"
    return "civilians" if count.civilian or count.people in {"child", "woman"} else ""


def _voices(count: CountMention, event: EventMention) -> frozenset[str]:
    return frozenset(s.name for s in event.sentence.sources if s.scope.overlaps(count.span))


def _is_part(
    text: str, count: CountMention, cue: EventCue | None, readings: Sequence[Reading]
) -> bool:
    """Tell whether a number said to be a part has its whole told before it, in the same fate.

    "Rounded up 100 men and shot dead 48 of them" tells two tolls, and no part of one.
    """
    before = _key_before(readings)
    if before is None:
        return False
    own = cue is not None and cue.outcome != before and _distance(text, count.span, cue) <= NEAR
    return not own


def _key_before(readings: Sequence[Reading]) -> CountKey | None:
    return next((r.key for r in reversed(readings) if not r.count.including), None)


def _with_subsets(reading: Reading) -> list[Reading]:
    """Add the children and women; a part ("including") is no toll of its own."""
    subset = SUBSETS.get(reading.count.people) if reading.key == "killed" else None
    parts = [replace(reading, key=subset)] if subset else []
    return parts if reading.count.including else [reading, *parts]


@cache
def _part() -> re.Pattern[str]:
    """What stands behind a number that is only a part: "two of the dead"."""
    return re.compile(f" {either(joining().part_of)} ")


@cache
def _dividing() -> tuple[str, ...]:
    """What stands between two verbs with a number each: "three died and two were hurt"."""
    return (";", ":", ",", *spaced(joining().and_))


def _nearest(text: str, count: CountMention, cues: Sequence[EventCue]) -> EventCue | None:
    """Find the verb that a number belongs to, by nearness on the side that its voice asks for."""
    ranked = sorted(cues, key=lambda cue: _distance(text, count.span, cue))
    return ranked[0] if ranked else None


def _distance(text: str, count: Span, cue: EventCue) -> int:
    if count.overlaps(cue.span):
        return 0
    after = count.start >= cue.span.end
    gap = Span(cue.span.end, count.start) if after else Span(count.end, cue.span.start)
    dying = cue.frame == "death" and cue.voice == "active"  # "three died" as "left three dead"
    likely = dying or (
        after
        if cue.voice == "active"
        or cue.text.rstrip().endswith(tuple(f" {word}" for word in joining().of))
        else not after
    )
    divided = sum(gap.of(text).count(mark) for mark in _dividing())
    return gap.end - gap.start + 12 * divided + (0 if likely else WRONG_SIDE)


def add_up(text: str, readings: Sequence[Reading]) -> dict[CountKey, CountMention]:
    """Put the numbers of one mention together: in one breath they add up, else the first holds."""
    found: dict[CountKey, CountMention] = {}
    last: dict[CountKey, Span] = {}
    nearest: dict[CountKey, Reading] = {}
    summed: dict[CountKey, list[Reading]] = {}
    for reading in readings:
        key, count = reading.key, reading.count
        if not count.low:
            continue
        surer = key in found and count.key is not None and found[key].key is None
        if key not in found or count.replaces:
            found[key], summed[key] = count, [reading]
        elif disjoint(summed[key], reading) or (
            _in_one_breath(text, last[key], count.span) and count.including == found[key].including
        ):
            found[key] = add_up_sides(text, found[key], count)
            summed[key].append(reading)
        elif _of_others(reading, nearest[key]):
            continue
        elif (surer and not count.including) or _nearer(reading, nearest[key]):
            found[key], summed[key] = count, [reading]
        else:
            continue
        last[key], nearest[key] = count.span, reading
    nobody = {reading.key: reading.count for reading in readings if not reading.count.low}
    return agreed({**nobody, **found})


def agreed(tolls: Mapping[CountKey, CountMention]) -> dict[CountKey, CountMention]:
    """Leave out that there were no casualties where some were counted: it was said of others."""
    hurt = any(key in tolls and tolls[key].low for key in FATES)
    return {key: one for key, one in tolls.items() if not hurt or one.kind != NOBODY}


def disjoint(told: Sequence[Reading], new: Reading) -> bool:
    """Tell whether a number counts people of a side of whom none was counted before.

    "Six soldiers were killed ..., and ten rebels died", each by a verb of its own, as the same
    source tells it.
    """
    one = new.count
    if not new.group or one.including or one.total or one.replaces:
        return False
    return bool(told) and all(
        r.group not in {"", new.group}
        and r.cue is not new.cue
        and r.voices == new.voices
        and not r.count.including
        for r in told
    )


def _of_others(new: Reading, old: Reading) -> bool:
    """Tell whether another source gives a number: its version, and no better one."""
    return bool(new.voices and old.voices) and new.voices.isdisjoint(old.voices)


def _nearer(new: Reading, old: Reading) -> bool:
    """Tell whether a number stands nearer to the verb that another was read for."""
    return (
        new.cue is not None
        and new.cue is old.cue
        and not new.count.including
        and not old.count.including
        and new.distance < old.distance
    )


def _in_one_breath(text: str, first: Span, second: Span) -> bool:
    gap = Span(first.end, second.start).of(text)
    words = gap.replace(",", " ").split()
    joined = not words or (words[0] in joining().plus and len(words) <= 2)  # noqa: PLR2004
    if 0 < len(gap) <= LINK and joined:
        return True
    return len(gap) <= FAR_LINK and " ".join(words).endswith(tuple(joining().together))


def add_up_sides(text: str, first: CountMention, second: CountMention) -> CountMention:
    """Add two numbers; the span covers both."""
    span = Span(first.span.start, second.span.end)
    best = None if first.best is None or second.best is None else first.best + second.best
    high = None if first.high is None or second.high is None else first.high + second.high
    return CountMention(
        span=span,
        text=span.of(text),
        low=first.low + second.low,
        best=best,
        high=high,
        noun=first.noun,
        people="person" if first.people != second.people else first.people,
        civilian=first.civilian
        if first.civilian == second.civilian
        else first.civilian or second.civilian,
        including=first.including,
        key=first.key if first.key == second.key else None,
        rule=first.rule,
    )


def later_toll(old: CountMention, new: CountMention, event: EventMention) -> CountMention:
    """Choose between two tolls of one event: a replacing or an exact one over a vaguer one."""
    if not (new.low and old.low):
        return old if old.low else new
    if new.replaces or event.has("update") or is_sharper(old, new):
        return new
    if event.frames <= OUTCOMES and rises_on(old, new):
        return msgspec.structs.replace(new, replaces=True)
    main = event.main
    is_toll = main.frame == "death" and main.voice == "nominal" and main.article == "the"
    risen = old.best is not None and new.best is not None and new.best > old.best
    return new if is_toll and risen else old  # "later put the death toll at 19"


def is_sharper(old: CountMention, new: CountMention) -> bool:
    """Tell whether a toll says more exactly what an older one left open.

    "At least 61" after "several dozen", "at least 56" after "more than 50".
    """
    if old.best is None:
        return new.best is not None and new.best >= _least(old)
    floors = old.high is None and new.high is None and not new.including
    return floors and old.low < new.low <= FLOORS * old.low


def rises_on(old: CountMention | None, new: CountMention) -> bool:
    """Tell whether a running toll goes on rising, by no more than the late dead."""
    running = old is not None and old.replaces and not new.including
    return bool(running and old and old.best and new.best and old.best < new.best <= 2 * old.best)


def _least(count: CountMention) -> int:
    """Give the smallest exact number that may say more exactly what a vague one says.

    "22 bodies" may be "several dozen dead"; "a mayor" is not "between 55 and 63".
    """
    return count.low if count.high is not None else (count.low + 1) // 2


def as_count(count: CountMention, span: Span) -> Count:
    """Write a number as the incident's record has it, with its span in the raw text."""
    return Count(low=count.low, best=count.best, high=count.high, text=count.text, span=span)
