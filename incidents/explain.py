"""A reading made plain: each sentence with its claims, what became of it, and why."""

from collections.abc import Iterator, Sequence

from incidents.events.sentence import Sentence, lay_out
from incidents.extract import Extraction
from incidents.linking.relation import Link
from incidents.records import Incident

WIDTH = 100
"""Characters of a quotation that are shown."""


def explain(extraction: Extraction) -> Iterator[str]:
    """Write a reading as lines of plain text, for a reader of rules.

    Args:
        extraction: what was read.

    Yields:
        For each sentence with a claim: its words, its claims with the rules that fired, and what
        the linking decided; at the end the incidents.
    """
    text = extraction.document.text
    for sentence in lay_out(extraction.document, extraction.claims):
        claims = list(_claims(sentence))
        made = [one for one in extraction.links if sentence.span.overlaps(one.span)]
        if not claims and not made:
            continue
        yield f"[{sentence.index + 1}] {_quote(sentence.span.of(text))}"
        yield from (f"      {claim}" for claim in claims)
        yield from (f"    → {_link(one, text, alone=len(made) == 1)}" for one in made)
        yield ""
    yield from _incidents(extraction.incidents)


def _quote(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= WIDTH * 3 else flat[: WIDTH * 3] + " …"


def _claims(sentence: Sentence) -> Iterator[str]:
    for cue in sentence.cues:
        barred = f", barred: {cue.barred}" if cue.barred else ""
        several = f", {cue.count} of them" if cue.count > 1 else ""
        yield _claim(
            "event", cue.text, f"{cue.sub_event_type}, {cue.voice}{several}{barred}", cue.rule
        )
    for count in sentence.counts:
        counted = f"{count.low}–{count.best}–{count.high} {count.people}"
        yield _claim("count", count.text, counted.replace("None", "?"), count.rule)
    for date in sentence.dates:
        yield _claim("date", date.text, f"{date.value.edtf}, {date.use}", date.rule)
    for place in sentence.places:
        used = "" if place.locative else ", no place of an event"
        yield _claim("place", place.text, f"{place.hint}{used}", place.rule)
    for actor in sentence.actors:
        yield _claim("actor", actor.text, f"{actor.name}, {actor.kind}", actor.rule)
    for source in sentence.sources:
        yield _claim("source", source.text, f"{source.name}, {source.status}", source.rule)


def _claim(kind: str, words: str, meaning: str, rule: str) -> str:
    return f"{kind:<7} “{_quote(words)}” = {meaning}" + (f"  ({rule})" if rule else "")


def _link(link: Link, text: str, *, alone: bool) -> str:
    words = "" if alone else f" “{_quote(link.span.of(text))}”"
    to = "left out, " if link.relation.left_out else ""
    number = "" if link.incident is None else f" {link.incident + 1}"
    return f"{to}{link.relation}{number}{words}: {link.why}"


def _incidents(incidents: Sequence[Incident]) -> Iterator[str]:
    yield f"{len(incidents)} incidents"
    numbers = {incident.id: number for number, incident in enumerate(incidents, 1)}
    for number, one in enumerate(incidents, 1):
        when = f"{one.date.edtf} ({one.date.basis})" if one.date else "no date"
        where = f"{one.place.text} ({one.place.basis})" if one.place.text else "no place named"
        if one.place.name:
            where += f" = {one.place.name}, {one.place.country or 'no country'}"
        part = f", part of {numbers.get(one.part_of, '?')}" if one.part_of else ""
        yield f"{number:>3}. {one.sub_event_type} × {one.count}: {when}; {where}{part}"
        toll = "; ".join(f"{key} {count.text}" for key, count in one.casualties.items())
        who = "; ".join(f"{a.name} ({a.role}, {a.basis})" for a in one.actors)
        yield from (f"     {line}" for line in (who, toll) if line)
