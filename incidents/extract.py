"""From a report to its incidents: the stages of reading in a row. Places stay unresolved."""

from collections import Counter

from incidents.collecting import collector_resting
from incidents.discourse import Marks
from incidents.events.sentence import Mentions
from incidents.finders.actors import find_actors
from incidents.finders.counts import find_counts
from incidents.finders.dates import document_date, find_dates
from incidents.finders.events import find_events
from incidents.finders.places import NameLookup, find_places, with_containers
from incidents.finders.places.unlisted import find_unlisted
from incidents.finders.sources import find_sources
from incidents.finders.sources.described import with_voices
from incidents.linking.link import read_story
from incidents.linking.relation import Link
from incidents.mentions import PlaceMention
from incidents.record.write import build_incidents
from incidents.records import Incident, Record
from incidents.report import Report
from incidents.text import Document, read_document


class Extraction(Record, frozen=True, kw_only=True):
    """What a report's words say, before anybody knows where it is."""

    incidents: tuple[Incident, ...]
    """Each with its place's words and span; nothing is resolved."""
    mentions: tuple[PlaceMention, ...]
    """All place mentions, with spans in the raw text; an incident's place is among them."""
    countries: dict[str, float]
    """ISO 3166-1 alpha-2 to a weight of 0 to 1: whose actors the report names."""
    document: Document
    claims: Mentions
    """All that the finders found, with spans in the clean text."""
    links: tuple[Link, ...]
    """What became of each account of an event, and why."""


@collector_resting()
def extract(report: Report, names: NameLookup, *, general: bool = False) -> Extraction:
    """Read the incidents out of a report.

    The same report, rules and names give the same result; time is linear in the length.

    Args:
        report: the report with its metadata.
        names: what is known of place names.
        general: keep also what is told in general, with no time, place or number; for typing
            loose snippets.

    Raises:
        DateError: the report's given publication date is not EDTF.
    """
    doc = read_document(report.text, report.language)
    marks = Marks(doc)
    claims = find_claims(doc, report, names, marks)
    story = read_story(doc, claims, marks, general=general)
    return Extraction(
        incidents=build_incidents(story, report.id, claims.sources),
        mentions=tuple(raw_mention(doc, place) for place in claims.places),
        countries=countries_of(claims),
        document=doc,
        claims=claims,
        links=tuple(story.links),
    )


def find_claims(doc: Document, report: Report, names: NameLookup, marks: Marks) -> Mentions:
    """Run every finder over a document."""
    published = document_date(doc, report.published)
    dates, actors, cues = find_dates(doc, published), find_actors(doc), find_events(doc)
    places = find_places(doc.text, names, doc.language)
    sources = with_voices(doc, marks, find_sources(doc))
    others = [date.span for date in dates] + [actor.span for actor in actors]
    unlisted = find_unlisted(doc, marks, cues, places, [*others, *(s.span for s in sources)])
    return Mentions(
        dates=tuple(dates),
        counts=tuple(find_counts(doc)),
        actors=tuple(actors),
        cues=tuple(cues),
        sources=tuple(sources),
        places=tuple(with_containers(doc.text, [*places, *unlisted])),
        published=published,
    )


def raw_mention(doc: Document, place: PlaceMention) -> PlaceMention:
    """Map a place mention's spans to the raw text."""
    span = doc.to_raw(place.span)
    return PlaceMention(
        text=span.of(doc.raw),
        span=span,
        names=tuple(doc.to_raw(name) for name in place.names),
        hint=place.hint,
        locative=place.locative,
        within=tuple(doc.to_raw(name) for name in place.within),
        shape=place.shape,
        rule=place.rule,
    )


def countries_of(claims: Mentions) -> dict[str, float]:
    """Weigh the countries by how often the report names actors of theirs."""
    counted = Counter(actor.country for actor in claims.actors if actor.country)
    total = sum(counted.values())
    return {country: round(number / total, 4) for country, number in sorted(counted.items())}
