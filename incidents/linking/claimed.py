"""Sentences of no event that say whose the last one was: "IS claimed it", "The army denied it"."""

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from incidents.accounts.account import Account
from incidents.accounts.read import make_account
from incidents.discourse import Mark
from incidents.events.mention import EventMention
from incidents.events.sentence import Sentence
from incidents.linking.cluster import Cluster
from incidents.records import Span
from incidents.text import Document

REACH = 3
"""Sentences between an incident and one that only says whose it was."""


def find_echo(
    doc: Document, sentence: Sentence, marks: Sequence[Mark], clusters: Sequence[Cluster]
) -> tuple[Cluster, Account] | None:
    """Read a sentence without an event as one about the incident just told.

    Returns:
        The incident and what the sentence adds to it, or None where it says nothing of whose it
        was, or stands too far below.
    """
    claims = [mark for mark in marks if mark.kind == "claim"]
    told = claims or [mark for mark in marks if mark.kind == "denial" and sentence.sources]
    if not told or not clusters:
        return None
    cluster = clusters[-1]
    if (
        sentence.index - cluster.last.sentence.index > REACH
        or sentence.kind == "bullet" != cluster.last.sentence.kind
    ):
        return None
    mark = told[0]
    if not claims:  # who only denies does nothing
        sentence = replace(sentence, actors=())
    event = told_of(doc.text, sentence, mark, marks, cluster)
    return cluster, make_account(doc, event)


def told_of(
    text: str, sentence: Sentence, mark: Mark, marks: Sequence[Mark], cluster: Cluster
) -> EventMention:
    """Read a sentence as one more mention of an incident, its mark standing for "the attack"."""
    cue = msgspec.structs.replace(
        cluster.first.main,
        span=mark.span,
        text=mark.span.of(text),
        voice="nominal",
        article="the",
        outcome=None,
        setting=None,
        count=1,
        count_span=None,
        weight=0.3,
        rule=mark.rule,
    )
    return EventMention(
        sentence=sentence, span=Span(*sentence.span), cues=(cue,), marks=tuple(marks)
    )
