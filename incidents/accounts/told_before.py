"""Whether a noun with "the" speaks of what was told already: "the attack", "the deaths"."""

from incidents.accounts.account import Account
from incidents.events.families import is_outcome

VAGUE = frozenset({"country", "unnamed"})
"""Hints of places that name no place of an event."""


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
