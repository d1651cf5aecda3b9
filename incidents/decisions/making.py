"""Incidents that exist by an analyst's word alone: added ones, and the parts of one split."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from incidents.anchors import Anchor
from incidents.decisions.actions import Add, Decision, Part, Split
from incidents.decisions.changing import edited
from incidents.quotes import Quote, locate, quote
from incidents.records import Incident, Span, to_json
from incidents.soundness import faults
from incidents.tongue import N_, later


def id_of(incident: Incident) -> str:
    """Return the id of an added incident: a hash of the rest, and none that a reading gives."""
    bare = to_json(msgspec.structs.replace(incident, id=""))
    return "added-" + hashlib.sha256(bare).hexdigest()[:16]


def anchor_added(incident: Incident, text: str) -> Anchor:
    """Hold on to an added incident: by its id, which no reading changes, and by its words."""
    return Anchor(evidence=tuple(quote(text, span) for span in incident.evidence), made=incident.id)


def added(decision: Decision, action: Add, text: str) -> tuple[Incident | None, str]:
    """Return an added incident with its words where they stand now, or None and why not."""
    quotes = decision.anchor.evidence or ()
    spans = _spans(quotes, text)
    if len(spans) < len(quotes):
        return None, N_("Its words are not in the report any more.")
    made = msgspec.structs.replace(action.incident, evidence=spans, report_id=decision.report_id)
    wrong = faults(made, text)
    if wrong:
        return None, later("It can't be shown: {wrong}.", wrong=wrong[0])
    return made, ""


def part_id(decision: Decision, number: int) -> str:
    """Return the id of a part of a split incident."""
    return f"part-{decision.id}-{number}"


def made_ids(log: Iterable[Decision]) -> set[str]:
    """Return the ids of all incidents that a log makes."""
    found = set()
    for one in log:
        if isinstance(one.action, Add):
            found.add(one.action.incident.id)
        elif isinstance(one.action, Split):
            found |= {part_id(one, number) for number in range(len(one.action.parts))}
    return found


def parts_of(decision: Decision, action: Split, whole: Incident, text: str) -> list[Incident]:
    """Return what an incident is split into.

    Each part is as the whole was, with one event, but for what is said of it. A figure stays
    with the first part whose sentences have its words, so that nobody is counted twice.
    """
    shares = [_spans(part.evidence, text) or whole.evidence for part in action.parts]
    holders = {key: _holder(one.span, shares) for key, one in whole.casualties.items()}
    made = []
    for number, (part, evidence) in enumerate(zip(action.parts, shares, strict=True)):
        one = msgspec.structs.replace(
            whole,
            id=part_id(decision, number),
            count=1,
            evidence=evidence,
            casualties={k: c for k, c in whole.casualties.items() if holders[k] == number},
        )
        made.append(_edited(one, part, text))
    return made


def _holder(span: Span, shares: Sequence[tuple[Span, ...]]) -> int:
    """Return which part has a figure's words; the first where none has."""
    return next((n for n, share in enumerate(shares) if _within(span, share)), 0)


def _edited(one: Incident, part: Part, text: str) -> Incident:
    for edit in part.edits:
        one = edited(one, edit, text)
    return one


def _within(span: Span, evidence: Iterable[Span]) -> bool:
    return any(one.covers(span) for one in evidence)


def _spans(quotes: Iterable[Quote], text: str) -> tuple[Span, ...]:
    return tuple(_located(quotes, text))


def _located(quotes: Iterable[Quote], text: str) -> Iterator[Span]:
    for one in quotes:
        span = locate(one, text)
        if span is not None:
            yield span
