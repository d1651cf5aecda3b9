"""From a report to its incidents: the stages of reading in a row."""

from collections.abc import Sequence

from incidents.collecting import collector_resting
from incidents.discourse import Marks
from incidents.events.sentence import Mentions
from incidents.finders.actors import read_actors
from incidents.finders.actors.context import Context
from incidents.finders.counts import find_counts
from incidents.finders.dates import document_date, find_dates
from incidents.finders.events import find_events
from incidents.finders.places import NameLookup, find_places, with_containers
from incidents.finders.places.unlisted import find_unlisted
from incidents.finders.sources import find_issuer, find_sources
from incidents.finders.sources.described import with_voices
from incidents.grounding import Grounder, WordsAlone, grounded
from incidents.linking.link import read_story
from incidents.linking.relation import Link
from incidents.mentions import ActorMention, SourceMention
from incidents.record.write import build_incidents
from incidents.records import Incident, Record
from incidents.report import Report
from incidents.text import Document, read_document


class Extraction(Record, frozen=True, kw_only=True):
    """What was read of a report, and how."""

    incidents: tuple[Incident, ...]
    """In the order in which they are told."""
    document: Document
    claims: Mentions
    """All that the finders found, with spans in the clean text."""
    links: tuple[Link, ...]
    """What became of each account of an event, and why."""


WORDS_ALONE = WordsAlone()


@collector_resting()
def extract(
    report: Report, names: NameLookup, grounder: Grounder = WORDS_ALONE, *, general: bool = False
) -> Extraction:
    """Read the incidents out of a report.

    The same report, rules and names give the same result; time is linear in the length.

    Args:
        report: the report with its metadata.
        names: what is known of place names.
        grounder: who knows where places are; without one the words are read alone.
        general: keep also what is told in general, with no time, place or number; for typing
            loose snippets.

    Raises:
        DateError: the report's given publication date is not EDTF.
    """
    doc = read_document(report.text, report.language)
    marks = Marks(doc)
    claims, ground = grounded(doc, find_claims(doc, report, names, marks), grounder)
    story = read_story(doc, claims, marks, general=general)
    return Extraction(
        incidents=build_incidents(story, report, claims, ground),
        document=doc,
        claims=claims,
        links=tuple(story.links),
    )


def find_claims(doc: Document, report: Report, names: NameLookup, marks: Marks) -> Mentions:
    """Run every finder over a document."""
    published = document_date(doc, report.published)
    dates, (actors, context), cues = find_dates(doc, published), read_actors(doc), find_events(doc)
    places = find_places(doc.told, names, doc.language)
    sources = with_voices(doc, marks, find_sources(doc))
    issuer = find_issuer(doc)
    actors = without_agencies(actors, sources, context, issuer)
    others = [date.span for date in dates] + [actor.span for actor in actors]
    unlisted = find_unlisted(doc, marks, cues, places, [*others, *(s.span for s in sources)])
    return Mentions(
        dates=tuple(dates),
        counts=tuple(
            find_counts(doc, [date.span for date in dates], [actor.span for actor in actors])
        ),
        actors=tuple(actors),
        cues=tuple(cues),
        sources=tuple(sources),
        issuer=issuer,
        places=tuple(with_containers(doc.text, [*places, *unlisted])),
        context=context,
        published=published,
    )


def without_agencies(
    actors: Sequence[ActorMention],
    sources: Sequence[SourceMention],
    context: Context,
    issuer: SourceMention | None = None,
) -> list[ActorMention]:
    """Leave out actors whose name is a news agency's here: "AFP" is an army in the Philippines.

    It is the agency's where the report speaks of no country of the army's, and in its dateline.
    """
    if issuer is not None:
        actors = [actor for actor in actors if not actor.span.overlaps(issuer.span)]
    media = {i for source in sources if source.kind == "media" for i in range(*source.span)}
    return [
        actor
        for actor in actors
        if actor.span.start not in media or not actor.country or actor.country in context.weights
    ]
