"""What a person has checked, as the map page says it: on the strip, on the card, at the numbers."""

import datetime as dt

from incidents.decisions import Folded
from incidents.wording import COUNT_WORDS, say_day
from ui.tongue import N_, _
from ui.view import View

TICK = " ✓"
_FACTS: dict[str, str] = {
    "type": N_("type"),
    "count": N_("number of events"),
    "date": N_("date"),
    "place": N_("place"),
    "actors": N_("who"),
    "civilians": N_("civilians targeted"),
    "means": N_("means"),
    "setting": N_("target"),
    "sources": N_("source"),
    "status": N_("status"),
    "part": N_("part of"),
    **{str(key): words for key, words in COUNT_WORDS.items()},
}
"""The facts of `incidents.decisions.facts`, as the card says them."""
_SAID = {
    "accepted": N_("accepted"),
    "edited": N_("accepted, with fields that a person set"),
    "added": N_("added by a person"),
    "rejected": N_("rejected"),
}


def ticked(view: View) -> dict[str, str]:
    """Return the numbers that map and text show, with a tick at each that a person checked."""
    return with_ticks(view.labels, view.data.folded)


def with_ticks(labels: dict[str, str], folded: Folded) -> dict[str, str]:
    """Put a tick at the number of each incident that a person checked."""
    return {
        key: label + TICK if folded.review(key).checked else label for key, label in labels.items()
    }


def on_strip(view: View) -> str:
    """Say how many of those in view are checked: "31 of 84 checked"; "" where none is."""
    done = sum(view.data.folded.review(one.id).checked for one in view.incidents)
    if not done:
        return ""
    return _("{done} of {every} checked", done=done, every=len(view.incidents))


def on_card(folded: Folded, incident_id: str) -> str:
    """Say who checked an incident, when and how; "" where nobody did."""
    review = folded.review(incident_id)
    if review.checked:
        return f"{_(_SAID[review.status])}{signed(review.who, review.at)}"
    if review.changed:
        return _(
            "accepted once{by}; it reads otherwise now: {facts}",
            by=signed(review.who, review.at),
            facts=", ".join(_(_FACTS[fact]) for fact in review.changed),
        )
    return ""


def signed(who: str, at: dt.datetime | None) -> str:
    """Return ", by Awa on 29 November 2026", the day where the reader is; "" of nobody knows."""
    day = say_day(at.astimezone().date()) if at else ""
    if who and day:
        return _(", by {who} on {day}", who=who, day=day)
    if who:
        return _(", by {who}", who=who)
    return _(", on {day}", day=day) if day else ""
