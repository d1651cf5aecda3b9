"""Whether words tell of something that happened once, or of how things are in general."""

from incidents.accounts.account import Account
from incidents.accounts.told_before import VAGUE
from incidents.dating import days_told
from incidents.events.families import ARMED, DEALS, is_outcome
from incidents.records import DateValue

ENOUGH = 1.0
"""Anchors that a new incident needs."""
ENOUGH_OF_DEALS = 1.5
"""Anchors that a strategic development needs: routine is told of in the same words."""
FRESH = frozenset({"a", "another", "number", "one of"})
FEW_DAYS = 3
"""Days within which a date ties words to one event more than a month does."""
MONTHS_DAYS = 45
"""Days from which a toll sums up more than one event."""
RUNNING_DAYS = 14
"""Days from which a toll "since" a day sums up more than one event."""
WIDE = frozenset({"country", "vague", "region", "unnamed"})


def anchored(account: Account) -> bool:
    """Tell whether a mention says enough of when, where, how many or which to be an incident.

    "Drone strikes that have claimed numerous lives" says nothing of the kind; "a drone strike"
    and "drone strikes on Dola" do.
    """
    enough = ENOUGH_OF_DEALS if account.event.main.frame in DEALS else ENOUGH
    return weight_of(account) >= enough


def toll_at_large(account: Account, period: DateValue | None, published: DateValue | None) -> str:
    """Say why a toll is of no one event: a key figure, or one summed over months; else ""."""
    event = account.event
    only_toll = all(is_outcome(cue) for cue in event.cues)
    several = event.main.plural and event.main.article == "bare"
    if several and event.has("total") and not any(r.count.best for r in account.readings):
        return "sums up what is told apart"
    general = only_toll or several or event.has("uprooted")
    if general and (why := _over_months(account, published)):
        return why
    if not general or (account.place is not None and account.place.hint not in WIDE):
        return ""
    if account.date is not None:
        value = account.date.value
        long = days_told(value) > MONTHS_DAYS
        return "a toll over months" if long else ""
    key_figure = only_toll and period is not None and event.sentence.kind in {"bullet", "heading"}
    return "a key figure of the whole period" if key_figure else ""


def sums_up(account: Account, published: DateValue | None) -> bool:
    """Tell whether words only give a toll of months or of a whole war, whatever they stand by."""
    only_toll = all(is_outcome(cue) for cue in account.event.cues)
    if not (only_toll or account.event.has("uprooted")) or not account.tolls:
        return False
    long = account.date is not None and days_told(account.date.value) > MONTHS_DAYS
    return long or bool(_over_months(account, published))


def _over_months(account: Account, published: DateValue | None) -> str:
    """Say why a toll is one of weeks and months, however closely its place is told."""
    if account.event.has("uprooted") and account.date is None:
        return "a toll of a whole war"
    if account.date is not None and _is_running(account.date.value, published):
        return "a toll counted since an earlier day"
    return ""


def _is_running(value: DateValue, published: DateValue | None) -> bool:
    """Tell whether an interval runs on to the day of publication: "since April"."""
    days = days_told(value)
    ends = published is not None and value.latest == published.latest
    return ends and days >= RUNNING_DAYS


def weight_of(account: Account) -> float:
    """Add up what ties a mention to one event."""
    main = account.event.main
    weight = 0.0
    if account.date is not None:
        days = days_told(account.date.value)
        weight += 1.5 if days <= FEW_DAYS else 1
    if account.place is not None:
        weight += 0.5 if account.place.hint in VAGUE else 1
    counted = [r.count for r in account.readings if r.count.low]
    exact = any(count.best is not None for count in counted)
    weight += 1 if exact else 0.5 * bool(counted)
    if main.voice == "nominal":
        weight += 1 if main.article in FRESH else 0
        weight -= 1 if main.article == "bare" and main.plural else 0
        weight += 0.5 * any(a.named and a.kind in ARMED for a in account.event.actors())
    elif account.event.actors():
        weight += 0.5
    return weight + 0.5 * bool(main.setting)
