"""Sentences of no event that say whose the last one was: "IS claimed it", "The army denied it"."""

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from incidents.assembly.draft import Draft, Telling
from incidents.assembly.marks import Mark
from incidents.assembly.pieces import Piece
from incidents.assembly.scene import Scene
from incidents.records import Span

REACH = 3
"""Sentences between an incident and one that only says whose it was."""


def find_echo(
    text: str, scene: Scene, marks: Sequence[Mark], drafts: Sequence[Draft]
) -> tuple[Draft, Telling] | None:
    """Read a sentence without an event as one about the incident just told.

    Returns:
        The incident and what the sentence adds to it, or None where it says nothing of whose it
        was, or stands too far below.
    """
    claims = [mark for mark in marks if mark.kind == "claim"]
    told = claims or [mark for mark in marks if mark.kind == "denial" and scene.sources]
    if not told or not drafts:
        return None
    draft = drafts[-1]
    if (
        scene.index - draft.last.scene.index > REACH
        or scene.kind == "bullet" != draft.last.scene.kind
    ):
        return None
    mark = told[0]
    if not claims:  # who only denies does nothing
        scene = replace(scene, actors=())
    piece = told_of(text, scene, mark, marks, draft)
    return draft, Telling(piece=piece, date=None, place=None, readings=[], tolls={})


def told_of(text: str, scene: Scene, mark: Mark, marks: Sequence[Mark], draft: Draft) -> Piece:
    """Read a sentence as one more piece of an incident, its mark standing for "the attack"."""
    cue = msgspec.structs.replace(
        draft.first.main,
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
    return Piece(scene=scene, span=Span(*scene.span), cues=[cue], marks=list(marks))
