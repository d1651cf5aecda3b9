"""The one constructor of an account: what a mention of an event says of it, read once."""

from collections.abc import Sequence
from dataclasses import dataclass

from incidents.accounts import when, where
from incidents.accounts.account import Account
from incidents.accounts.counting import events_told
from incidents.accounts.loss_items import label_of, lists_losses, without_label
from incidents.accounts.number import Reading
from incidents.accounts.tolls import add_up, read_counts
from incidents.discourse import Marks
from incidents.events.mention import EventMention
from incidents.mentions import DateMention, PlaceMention
from incidents.text import Document


@dataclass(frozen=True)
class Above:
    """What stands above a mention: the headings of its section."""

    section: int = 0
    """Number of headings before it."""
    place: PlaceMention | None = None
    """The place that they name last."""
    words: str = ""
    """The words of the last of them."""


def read_account(
    doc: Document, marks: Marks, event: EventMention, above: Above, *, first: bool
) -> Account:
    """Read what a mention says of its event.

    Args:
        doc: the document.
        marks: its discourse marks.
        event: the mention.
        above: the headings above it.
        first: whether no incident has been told before it, so that it is no item of its losses.
    """
    losses = "" if first else lists_losses(doc, event.sentence, marks)
    label = label_of(doc, event.sentence) if losses else None
    return make_account(
        doc,
        event,
        date=when.own_date(doc.text, event),
        place=without_label(where.own_place(event), label),
        readings=read_counts(doc.text, event, marks.book.neither),
        losses=losses,
        above=above,
        events=events_told(doc.text, event, marks.book.events),
    )


def make_account(
    doc: Document,
    event: EventMention,
    *,
    date: DateMention | None = None,
    place: PlaceMention | None = None,
    readings: Sequence[Reading] = (),
    losses: str = "",
    above: Above = Above(),
    events: int = 1,
) -> Account:
    """Put what was read of a mention together; its numbers add up to its tolls."""
    return Account(
        event=event,
        date=date,
        place=place,
        readings=tuple(readings),
        tolls=add_up(doc.text, readings),
        section=above.section,
        under=above.place,
        heading=above.words,
        events=events,
        losses=losses,
    )
