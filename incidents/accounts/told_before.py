"""Whether a noun with "the" speaks of what was told already: "the attack", "the deaths"."""

from dataclasses import replace

from incidents.accounts.account import Account
from incidents.events.families import OUTCOMES, is_outcome

VAGUE = frozenset({"country", "unnamed"})
"""Hints of places that name no place of an event."""
DYING = frozenset({"death", "injure"})
"""Families of words that tell of no deed."""
HOSPITAL = "hospital"
"""The setting in which the wounded die."""
BESIDE = 12
"""Characters between "the attack" and the place that is its own: "the attack on the town of"."""


def told_before(account: Account) -> bool:
    """Tell whether a noun with "the" speaks of something told already, and adds no figures.

    "The group claimed the attack on Wednesday": the day is the claim's.
    """
    event, main = account.event, account.event.main
    if main.voice != "nominal" or main.article != "the":
        return False
    if is_outcome(main):  # "13 of the wounded were flown out", and not "the deaths of 91"
        return not any(r.count.span.end > main.span.end for r in account.readings)
    told = event.has("claim") or event.has("saying")
    named = account.place is not None and account.place.hint not in VAGUE
    people = any(count.best and count.people != "thing" for count in event.counts())
    verbs = any(cue.voice != "nominal" and not is_outcome(cue) for cue in event.cues)
    return not people and not verbs and (told or not named)


def without_aftermath(account: Account) -> Account:
    """Leave out where the wounded died and when the dead were counted: neither is the deed's.

    "Two of the wounded died at Tera hospital"; "On Wednesday, the mayor spoke of nine dead".
    """
    event = account.event
    if event.frames <= DYING and any(cue.setting == HOSPITAL for cue in event.cues):
        return replace(account, place=None)
    counts = event.has("version") or event.has("update")
    if counts and event.frames <= OUTCOMES and account.place is None and account.tolls:
        return replace(account, date=None)
    return account


def without_teller(account: Account) -> Account:
    """Leave out where somebody spoke who told of an event again.

    "The president, who was in Kobi, called the attack a crime": nothing happened in Kobi.
    """
    place, main = account.place, account.event.main
    if place is None or not told_before(account) or is_outcome(main):
        return account
    ends = main.span.end
    if (date := account.date) and ends <= date.span.start < date.span.end <= place.span.start:
        ends = date.span.end  # "the attack of Sunday in Kobi"
    behind, before = place.span.start - ends, main.span.start - place.span.end
    close = 0 <= behind <= BESIDE or 0 <= before <= BESIDE or place.span.overlaps(main.span)
    return account if close else replace(account, place=None)
