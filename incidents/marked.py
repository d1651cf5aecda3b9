"""Words that an analyst marked, read as what they are given for: a number, a date, people.

The report is read whole, so that "on Tuesday" is counted from what stands around it; of what was
found there, that is taken which shares most with the marked words.
"""

from collections.abc import Sequence
from typing import Protocol, TypeVar

import msgspec

from incidents.extract import Extraction
from incidents.finders.counts import find_counts
from incidents.mentions import ActorMention, CountMention, DateMention, SourceMention
from incidents.records import Actor, DateValue, Incident, Place, Source, Span
from incidents.report import Report
from incidents.text import Document, read_document
from incidents.tongue import N_


class _Mention(Protocol):
    @property
    def span(self) -> Span: ...


M = TypeVar("M", bound=_Mention)


def count_at(extraction: Extraction, span: Span) -> tuple[int, int | None, int | None] | None:
    """Return low, best and high of the number in marked words; None where they have none."""
    found = _most(extraction.document, extraction.claims.counts, span)
    if found is None:
        found = _alone(span.of(extraction.document.raw), extraction.document.language)
    return (found.low, found.best, found.high) if found else None


def _alone(words: str, language: str) -> CountMention | None:
    """Read a number that says not what it counts: the analyst says that."""
    noun = {"fr": "personnes"}.get(language, "people")
    doc = read_document(f"{words.strip(' .,;:')} {noun}.", language)
    return next(iter(find_counts(doc, [], [])), None)


def date_at(extraction: Extraction, span: Span) -> DateValue | None:
    """Return the interval that marked words say; None where they say none."""
    found: DateMention | None = _most(extraction.document, extraction.claims.dates, span)
    return found.value if found else None


def date_before(extraction: Extraction, span: Span) -> DateValue | None:
    """Return the date that was told last before the words, for what is told without one."""
    doc = extraction.document
    told = [d for d in extraction.claims.dates if d.use in ("event", "heading")]
    earlier = [d for d in told if doc.to_raw(d.span).start < span.start]
    if not earlier:
        return None
    return msgspec.structs.replace(earlier[-1].value, basis="inherited", text=None, span=None)


def actor_at(extraction: Extraction, span: Span) -> Actor | None:
    """Return those whom marked words name; None where they name nobody that is known."""
    found: ActorMention | None = _most(extraction.document, extraction.claims.actors, span)
    if found is None:
        return None
    return Actor(
        name=found.name,
        actor_id=found.actor_id,
        kind=found.kind,
        role="victim" if found.kind == "civilians" else "perpetrator",
    )


def source_at(extraction: Extraction, span: Span) -> Source:
    """Return who says so by marked words: a known source, or the words themselves."""
    found: SourceMention | None = _most(extraction.document, extraction.claims.sources, span)
    if found is not None:
        return Source(name=found.name, kind=found.kind)
    return Source(name=" ".join(span.of(extraction.document.raw).split()), kind="other")


def alone(report: Report, span: Span) -> Report:
    """Return a report of the marked words only, each where it stands in the whole."""
    text = report.text
    words = " " * span.start + span.of(text) + " " * (len(text) - span.end)
    return msgspec.structs.replace(report, text=words)


def missed(
    report: Report, span: Span, read: Sequence[Incident], around: DateValue | None
) -> Incident:
    """Make the incident that an analyst found in marked words.

    Args:
        report: whose words they are.
        span: the words.
        read: what is read from these words alone.
        around: the date that holds where the words have none.
    """
    made = next(iter(read), None) or Incident(
        id="",
        report_id=report.id,
        event_type="Violence against civilians",
        sub_event_type="Attack",
        place=Place(why=N_("An analyst added this incident; its words name no place.")),
    )
    stated = made.date is not None and made.date.basis in ("stated", "relative")
    return msgspec.structs.replace(
        made,
        id="",
        part_of=None,
        date=made.date if stated else around or made.date,
        evidence=(span,),
        confidence=1.0,
    )


def _most(doc: Document, mentions: Sequence[M], span: Span) -> M | None:
    """Return the mention that shares most with the words, the shorter of equals; None without."""
    shared = [(_shared(raw := doc.to_raw(one.span), span), raw, one) for one in mentions]
    met = [(common, raw, one) for common, raw, one in shared if common > 0]
    return max(met, key=lambda found: (found[0], found[1].start - found[1].end))[2] if met else None


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
