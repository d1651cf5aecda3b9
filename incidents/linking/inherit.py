"""When and where an incident was that does not say so: from a heading, the one before, the page."""

from dataclasses import replace

from incidents.accounts import when, where
from incidents.accounts.account import Account
from incidents.events.apart import ASIDE
from incidents.events.sentence import Sentence
from incidents.linking.cluster import Cluster
from incidents.linking.details import opening_day
from incidents.linking.likeness import goes_on
from incidents.linking.story import Story
from incidents.mentions import PlaceMention
from incidents.records import DateValue, PlaceBasis

HEAD = 160
"""Characters of a paragraph by which it is known as an item."""


def note_heading(story: Story, sentence: Sentence) -> None:
    """Let a heading date and place what stands below it."""
    if sentence.kind == "heading":
        words = sentence.span.of(story.doc.text).strip()
        story.above = replace(story.above, section=story.above.section + 1, words=words)
    headings = [date.value for date in sentence.dates if date.use == "heading"]
    if headings and headings[-1].edtf != getattr(story.published, "edtf", None):
        story.heading_date = headings[-1]
    if sentence.kind == "heading" and not any(date.use == "dateline" for date in sentence.dates):
        places = [place for place in sentence.places if place.hint not in {"country", "unnamed"}]
        place = where.finest(places) or story.above.place
        story.above = replace(story.above, place=place)
    elif where.is_only_place(story.doc.text, sentence):
        story.line_place = sentence.block, where.finest(sentence.places)


def heading_of(story: Story, account: Account) -> str:
    """Find the heading that names the first incident's place: "WEST BANK"."""
    if account.place is None or story.clusters:
        return ""
    name, text = account.place.text.casefold(), story.doc.text
    heads = (b.span.of(text).strip() for b in story.doc.blocks if b.kind == "heading")
    # Of a title that names two places and a heading that names this one, the heading.
    return min((head for head in heads if name in head.casefold()), key=len, default="")


def date_of(
    story: Story, cluster: Cluster, account: Account, before: Cluster | None
) -> DateValue | None:
    """Date a new incident: its own words, what it belongs to, heading, period, publication."""
    start = account.event.span.start
    if before is not None and any(
        before.last.span.start < sent.span.start < start for sent in story.quoted
    ):
        before = None  # told in another mail, of another day
    if account.date is not None:
        return account.date.value
    if account.event.reason == ASIDE:
        return None
    opened = opening_day(story.doc.text, story.opening, account, before, story.marks)
    if opened is not None:
        return opened.value
    if before is not None and before.date and goes_on(cluster, before):
        basis = before.date.basis
        inherits = "inherited" if basis in {"stated", "relative"} else basis
        return when.rebased(before.date, inherits)
    return _date_around(story, account, before)


def _date_around(story: Story, account: Account, before: Cluster | None) -> DateValue | None:
    """Date an incident that stands alone: the heading, the period, the one before, the page."""
    if story.heading_date is not None:
        return when.rebased(story.heading_date, "inherited")
    if story.period is not None:
        return when.rebased(story.period, "report_period")
    sentences = [account.event.sentence, *([before.last.sentence] if before else [])]
    heads = [
        story.doc.blocks[sentence.block].span.of(story.doc.text)[:HEAD] for sentence in sentences
    ]
    if before and before.date and when.passes_on(before.date, account.event, heads):
        return when.rebased(before.date, "inherited")
    issued = when.sent_before(story.quoted, account.event.span.start) or (
        story.published and (story.issued or story.published)
    )
    if issued:
        told = when.told_on(story.doc.text, account.event) or issued
        return when.rebased(told, "publication")
    return None


def place_of(
    story: Story, cluster: Cluster, account: Account, before: Cluster | None
) -> tuple[PlaceMention | None, PlaceBasis]:
    """Place a new incident: its own words, what it belongs to, the heading above it."""
    if account.place is not None:
        return account.place, "stated"
    if before is not None and before.place and goes_on(cluster, before):
        return before.place, "inherited"
    if story.line_place[0] == account.event.sentence.block:
        return story.line_place[1], "inherited"
    if story.above.place is not None:
        return story.above.place, "inherited"
    return None, "stated"
