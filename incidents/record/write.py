"""From clusters to incidents: every field with its span in the raw text, and a stable id."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from incidents.accounts.general import weight_of
from incidents.accounts.tolls import as_count
from incidents.dating import without_year
from incidents.events.families import OUTCOMES
from incidents.events.sentence import Mentions
from incidents.finders.events.lexicon import event_types
from incidents.grounding import Ground
from incidents.linking.cluster import Cluster
from incidents.linking.story import Story
from incidents.mentions import EventCue, SourceMention
from incidents.record import event_type
from incidents.record.accused import Accusations
from incidents.record.actors import implied, raw_actor, stated_actors, with_inherited
from incidents.record.local_actors import Surroundings, localised
from incidents.record.parties_hit import parties_hit
from incidents.record.retype import retyped
from incidents.record.sources import Vouching, issuer_of, mentions_of, settled, sources_of
from incidents.record.versions import competing_claims
from incidents.records import (
    Count,
    CountKey,
    DateValue,
    Incident,
    Place,
    Source,
    Span,
    to_json,
)
from incidents.report import Report
from incidents.text import Document

LIKE_REACH = 30
"""Incidents back that "another strike", and another, may be such a one as."""


def build_incidents(
    story: Story, report: Report, found: Mentions, ground: Ground
) -> tuple[Incident, ...]:
    """Write the incidents of a story, in the order in which they are told.

    Args:
        story: what was linked.
        report: the report with its metadata.
        found: all that the finders found in it.
        ground: where its places are.
    """
    shared = _Shared(
        story=story,
        report_id=report.id,
        issuer=issuer_of(story.doc, found.issuer, report.publisher),
        vouching=Vouching(found.sources),
        accused=Accusations(story.doc, list(story.accusations.values()), story.clusters),
        surroundings=Surroundings(story.doc, found),
        ground=ground,
    )
    built: dict[int, Incident] = {}
    for cluster in story.clusters:
        parent = None if cluster.parent is None else built.get(cluster.parent)
        origin = parent or (None if cluster.like is None else built.get(cluster.like))
        built[cluster.number] = _build(shared, cluster, parent, origin)
    return tuple(built.values())


@dataclass(frozen=True, kw_only=True, slots=True)
class _Shared:
    """What all incidents of a report are written from."""

    story: Story
    report_id: str
    issuer: tuple[Source, ...]
    vouching: Vouching
    accused: Accusations
    surroundings: Surroundings
    ground: Ground


def _build(
    shared: _Shared, cluster: Cluster, parent: Incident | None, origin: Incident | None
) -> Incident:
    """Write one incident: its words first, then what its place makes of them, its id last."""
    placed = _as_told(shared, cluster, parent, origin)
    fitted = localised(placed, shared.surroundings)
    typed = retyped(fitted, shared.story.doc.language)
    return msgspec.structs.replace(typed, id=content_id(typed, shared.story.doc.raw))


def _as_told(
    shared: _Shared, cluster: Cluster, parent: Incident | None, origin: Incident | None
) -> Incident:
    story, doc = shared.story, shared.story.doc
    stated = stated_actors(doc, cluster.accounts)
    parties = parties_hit(doc.language, cluster, stated)
    like = _such_as(story, cluster)
    sub_type = event_type.settle(*_families(cluster, like), parties)
    mentions = mentions_of(cluster, shared.vouching)
    sources, status = sources_of(doc, mentions)
    actors = with_inherited(
        [
            raw_actor(doc, actor)
            for actor in (*stated, *implied(cluster, event_types()[sub_type], stated))
        ],
        cluster,
        shared.accused.against(cluster),
        origin.actors if origin else (),
    )
    evidence = tuple(doc.to_raw(_trimmed(doc.text, t.event.span)) for t in cluster.accounts)
    return Incident(
        id="",
        report_id=shared.report_id,
        part_of=parent.id if parent else None,
        event_type=event_types()[sub_type],
        sub_event_type=sub_type,
        count=cluster.count,
        date=_raw_date(doc, cluster.date),
        place=_place(doc, cluster, shared.ground, evidence),
        actors=tuple(actors),
        casualties=_casualties(doc, cluster),
        civilian_targeting=event_type.targets_civilians(sub_type, parties),
        means=_means(cluster, like),
        setting=_setting(cluster),
        sources=sources or (parent.sources if parent else ()) or shared.issuer,
        claims=competing_claims(doc, cluster, mentions, stated),
        status=settled(status, cluster, sources, stated),
        evidence=evidence,
        spans=_spans(doc, cluster),
        rules=_rules(cluster, mentions),
        confidence=_confidence(cluster),
    )


def _families(cluster: Cluster, like: Iterable[Cluster]) -> tuple[frozenset[str], str]:
    """Give the families of an incident's words, and of the one that says most.

    "Another strike" says no more than "attack"; it was a strike like the one before.
    """
    frames, last = cluster.frames, cluster
    for one in like:
        if last.frames - OUTCOMES <= {"attack"}:
            frames, last = frames | (one.frames - OUTCOMES), one
    return frames, last.first.main.frame


def _such_as(story: Story, cluster: Cluster) -> list[Cluster]:
    """List the incidents that one is told to be such a one as, the nearest first."""
    found: list[Cluster] = []
    while cluster.like is not None and len(found) < LIKE_REACH:
        cluster = story.begun[cluster.like]
        found.append(cluster)
    return found


def content_id(incident: Incident, raw: str) -> str:
    """Hash what makes an incident this one: report, type, date, place and the words."""
    content = [
        incident.report_id,
        incident.sub_event_type,
        incident.date.edtf if incident.date else None,
        incident.place.text,
        incident.place.span,
        [(*span, span.of(raw)) for span in incident.evidence],
    ]
    return hashlib.sha256(to_json(content)).hexdigest()[:16]


def _raw_date(doc: Document, value: DateValue | None) -> DateValue | None:
    value = value and without_year(value)
    if value is None or value.span is None:
        return value
    span = doc.to_raw(value.span)
    return msgspec.structs.replace(value, span=span, text=span.of(doc.raw))


def _place(doc: Document, cluster: Cluster, ground: Ground, evidence: Sequence[Span]) -> Place:
    """Write where it was: its place, or the country spoken of where its first words end."""
    if cluster.place is None:
        around = ground.around(evidence[0].end)
        return around or Place(why="The report names no place for it.")
    if cluster.site is not None:
        return msgspec.structs.replace(cluster.site, basis=cluster.place_basis)
    span = doc.to_raw(cluster.place.span)
    return Place(text=span.of(doc.raw), span=span, basis=cluster.place_basis)


def _casualties(doc: Document, cluster: Cluster) -> dict[CountKey, Count]:
    counts: dict[CountKey, Count] = {}
    for key, mention in cluster.tolls.items():
        span = doc.to_raw(mention.span)
        counts[key] = msgspec.structs.replace(as_count(mention, span), text=span.of(doc.raw))
    return counts


def _by_weight(cluster: Cluster) -> list[EventCue]:
    return sorted(cluster.cues(), key=lambda cue: -cue.weight)


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _means(cluster: Cluster, like: Sequence[Cluster]) -> str | None:
    return _first(cue.means for one in (cluster, *like) for cue in _by_weight(one))


def _setting(cluster: Cluster) -> str | None:
    return _first([cluster.first.main.setting, *(cue.setting for cue in cluster.cues())])


def _trimmed(text: str, span: Span) -> Span:
    """Cut the space and the joining marks off a clause's ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(" ,;–-"))
    return Span(start, max(start, span.start + len(words.rstrip(" ,;–-"))))


def _spans(doc: Document, cluster: Cluster) -> dict[str, Span]:
    main = cluster.first.main
    spans = {"event_type": doc.to_raw(main.span)}
    counted = next((cue.count_span for cue in cluster.cues() if cue.count_span), None)
    if counted:
        spans["count"] = doc.to_raw(counted)
    return spans


def _rules(cluster: Cluster, mentions: Sequence[SourceMention]) -> tuple[str, ...]:
    fired = {cue.rule for cue in cluster.cues()}
    fired |= {count.rule for count in cluster.tolls.values()}
    fired |= {mark.rule for account in cluster.accounts for mark in account.event.marks}
    fired |= {mention.rule for mention in mentions}
    fired |= {t.date.rule for t in cluster.accounts if t.date}
    fired |= {cluster.place.rule} if cluster.place else set()
    return tuple(sorted(fired - {""}))


def _confidence(cluster: Cluster) -> float:
    """Weigh how sure the words are and how much ties them to one event."""
    surest = max(cue.weight for cue in cluster.cues())
    tied = min(1.0, max(weight_of(account) for account in cluster.accounts) / 3)
    return round(0.6 * surest + 0.4 * tied, 2)
