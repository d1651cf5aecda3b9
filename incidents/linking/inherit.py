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


def date_cluster(story: Story, cluster: Cluster, account: Account, before: Cluster | None) -> None:
    """Date a new incident: its own words, what it belongs to, heading, period, publication."""
    start = account.event.span.start
    if before is not None and any(
        before.last.span.start < sent.span.start < start for sent in story.quoted
    ):
        before = None  # told in another mail, of another day
    sentences = [account.event.sentence, *([before.last.sentence] if before else [])]
    heads = [
        story.doc.blocks[sentence.block].span.of(story.doc.text)[:HEAD] for sentence in sentences
    ]
    if account.date is not None:
        cluster.date, cluster.date_rule = account.date.value, account.date.rule
    elif account.event.reason == ASIDE:
        cluster.date = None
    elif (
        opened := opening_day(story.doc.text, story.opening, account, before, story.marks)
    ) is not None:
        cluster.date, cluster.date_rule = opened.value, opened.rule
    elif before is not None and before.date and goes_on(cluster, before):
        basis = before.date.basis
        inherits = "inherited" if basis in {"stated", "relative"} else basis
        cluster.date = when.rebased(before.date, inherits)
    elif story.heading_date is not None:
        cluster.date = when.rebased(story.heading_date, "inherited")
    elif story.period is not None:
        cluster.date = when.rebased(story.period, "report_period")
    elif before and before.date and when.passes_on(before.date, account.event, heads):
        cluster.date = when.rebased(before.date, "inherited")
    elif issued := when.sent_before(story.quoted, start) or (
        story.published and (story.issued or story.published)
    ):
        told = when.told_on(story.doc.text, account.event) or issued
        cluster.date = when.rebased(told, "publication")


def place_cluster(story: Story, cluster: Cluster, account: Account, before: Cluster | None) -> None:
    """Place a new incident: its own words, what it belongs to, the heading above it."""
    if account.place is not None:
        cluster.place = account.place
    elif before is not None and before.place and goes_on(cluster, before):
        cluster.place, cluster.place_basis = before.place, "inherited"
    elif story.line_place[0] == account.event.sentence.block:
        cluster.place, cluster.place_basis = story.line_place[1], "inherited"
    elif story.above.place is not None:
        cluster.place, cluster.place_basis = story.above.place, "inherited"
