"""From drafts to incidents: every field with its span in the raw text, and a stable id."""

import hashlib
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

import msgspec

from incidents.assembly import acting, blame, kinds, sourcing
from incidents.assembly.anchors import weight_of
from incidents.assembly.casualties import as_count
from incidents.assembly.competing import competing_claims
from incidents.assembly.draft import Draft
from incidents.assembly.families import ARMED, OUTCOMES
from incidents.assembly.story import Story
from incidents.claims import EventCue, SourceMention
from incidents.finders.events.lexicon import SettingRule, event_types, load_lexicon
from incidents.phrases import fold
from incidents.records import Actor, Count, CountKey, DateValue, Incident, Place, Span, to_json
from incidents.text import Document

OBJECT_REACH = 12
"""Characters between a verb and the number of places that it was done to."""


OF_REACH = 4
"""Characters of " of " between people and the force that is theirs."""
LIKE_REACH = 30
"""Incidents back that "another strike", and another, may be such a one as."""


def build_incidents(
    story: Story, report_id: str, sources: Sequence[SourceMention]
) -> tuple[Incident, ...]:
    """Write the incidents of a story, in the order in which they are told."""
    vouching = sourcing.Vouching(sources)
    accused = blame.Accusations(story.doc, list(story.accusations.values()), story.drafts)
    built: dict[int, Incident] = {}
    for draft in story.drafts:
        parent = built.get(draft.parent.number) if draft.parent else None
        origin = parent or (built.get(draft.like.number) if draft.like else None)
        built[draft.number] = _build(story, draft, report_id, vouching, accused, parent, origin)
    return tuple(built.values())


def _build(
    story: Story,
    draft: Draft,
    report_id: str,
    vouching: sourcing.Vouching,
    accused: blame.Accusations,
    parent: Incident | None,
    origin: Incident | None,
) -> Incident:
    doc = story.doc
    stated = acting.stated_actors(doc, draft.tellings)
    parties = _parties(doc.language, draft, stated)
    sub_type = kinds.settle(*_families(draft), parties)
    mentions = sourcing.mentions_of(draft, vouching)
    sources, status = sourcing.sources_of(doc, mentions)
    actors = [acting.raw_actor(doc, actor) for actor in stated]
    actors = acting.with_inherited(
        actors,
        draft,
        accused.against(draft),
        origin.actors if origin else (),
    )
    incident = Incident(
        id="",
        report_id=report_id,
        part_of=parent.id if parent else None,
        event_type=event_types()[sub_type],
        sub_event_type=sub_type,
        count=_count(draft, story.marks.book.events),
        date=_raw_date(doc, draft.date),
        place=_raw_place(doc, draft),
        actors=tuple(actors),
        casualties=_casualties(doc, draft),
        civilian_targeting=kinds.targets_civilians(sub_type, parties),
        means=_means(draft),
        setting=_setting(draft),
        sources=sources or (parent.sources if parent else ()),
        claims=competing_claims(doc, draft, mentions, stated),
        status=sourcing.settled(status, draft, sources, stated),
        evidence=tuple(doc.to_raw(_trimmed(doc.text, t.piece.span)) for t in draft.tellings),
        spans=_spans(doc, draft),
        rules=_rules(draft, mentions),
        confidence=_confidence(draft),
    )
    return msgspec.structs.replace(incident, id=content_id(incident, doc.raw))


def _families(draft: Draft) -> tuple[frozenset[str], str]:
    """Give the families of an incident's words, and of the one that says most.

    "Another strike" says no more than "attack"; it was a strike like the one before.
    """
    frames, last = draft.frames, draft
    for one in _such_as(draft):
        if last.frames - OUTCOMES <= {"attack"}:
            frames, last = frames | (one.frames - OUTCOMES), one
    return frames, last.first.main.frame


def _such_as(draft: Draft) -> Iterator[Draft]:
    """Go through the incidents that one is told to be such a one as, the nearest first."""
    like = draft.like
    for _ in range(LIKE_REACH):
        if like is None:
            return
        yield like
        like = like.like


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


def _parties(language: str, draft: Draft, actors: Sequence[Actor]) -> kinds.Parties:
    settings = {cue.setting for cue in draft.cues() if cue.setting}
    counts = [count for telling in draft.tellings for count in telling.counted()]
    rules = [rule for rule in _settings(language) if rule.name in settings]
    fighters = any(c.people == "combatant" for c in counts)
    # A vehicle or a road is no civilian's where soldiers were hit in it.
    armed = fighters or any(a.role == "target" and a.kind in ARMED for a in actors)
    civilians = any(
        (c.civilian and not _of_fighters(c.span, actors)) or c.people in {"child", "woman"}
        for c in counts
    )
    # "Ten villagers were killed near the army base": the base was not hit.
    beside = civilians or any(a.role == "victim" and a.kind == "civilians" for a in actors)
    return kinds.Parties(
        actors=actors,
        fighters_hit=fighters or (not beside and any(rule.military for rule in rules)),
        civilians_hit=civilians or (not armed and any(rule.civilian for rule in rules)),
    )


def _of_fighters(counted: Span, actors: Sequence[Actor]) -> bool:
    """Tell whether people are a fighting force's own: "a leader of JNIM", "an ISIS commander"."""
    return any(
        actor.kind in ARMED
        and (counted.overlaps(actor.span) or 0 <= actor.span.start - counted.end <= OF_REACH)
        for actor in actors
        if actor.span is not None
    )


@cache
def _settings(language: str) -> tuple[SettingRule, ...]:
    rules = load_lexicon(language).rules.values()
    return tuple(rule for rule in rules if isinstance(rule, SettingRule))


def _raw_date(doc: Document, value: DateValue | None) -> DateValue | None:
    if value is None or value.span is None:
        return value
    span = doc.to_raw(value.span)
    return msgspec.structs.replace(value, span=span, text=span.of(doc.raw))


def _raw_place(doc: Document, draft: Draft) -> Place:
    if draft.place is None:
        return Place(why="The report names no place for it.")
    span = doc.to_raw(draft.place.span)
    return Place(text=span.of(doc.raw), span=span, basis=draft.place_basis)


def _casualties(doc: Document, draft: Draft) -> dict[CountKey, Count]:
    counts: dict[CountKey, Count] = {}
    for key, mention in draft.tolls.items():
        span = doc.to_raw(mention.span)
        counts[key] = msgspec.structs.replace(as_count(mention, span), text=span.of(doc.raw))
    return counts


def _by_weight(draft: Draft) -> list[EventCue]:
    return sorted(draft.cues(), key=lambda cue: -cue.weight)


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _count(draft: Draft, events: Container[str]) -> int:
    """Count the events: "two strikes", or "attacked two villages"."""
    objects = [
        count.best or count.low
        for telling in draft.tellings
        for count in telling.piece.counts()
        if count.people == "thing"
        and fold(count.noun) in events
        and 0 <= count.span.start - telling.piece.main.span.end <= OBJECT_REACH
    ]
    return max([draft.count, *objects])


def _means(draft: Draft) -> str | None:
    told = chain([draft], _such_as(draft))
    return _first(cue.means for one in told for cue in _by_weight(one))


def _setting(draft: Draft) -> str | None:
    return _first([draft.first.main.setting, *(cue.setting for cue in draft.cues())])


def _trimmed(text: str, span: Span) -> Span:
    """Cut the space and the joining marks off a clause's ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(" ,;–-"))
    return Span(start, max(start, span.start + len(words.rstrip(" ,;–-"))))


def _spans(doc: Document, draft: Draft) -> dict[str, Span]:
    main = draft.first.main
    spans = {"event_type": doc.to_raw(main.span)}
    counted = next((cue.count_span for cue in draft.cues() if cue.count_span), None)
    if counted:
        spans["count"] = doc.to_raw(counted)
    return spans


def _rules(draft: Draft, mentions: Sequence[SourceMention]) -> tuple[str, ...]:
    fired = {cue.rule for cue in draft.cues()}
    fired |= {count.rule for count in draft.tolls.values()}
    fired |= {mark.rule for telling in draft.tellings for mark in telling.piece.marks}
    fired |= {mention.rule for mention in mentions}
    fired |= {t.date.rule for t in draft.tellings if t.date}
    fired |= {draft.place.rule} if draft.place else set()
    return tuple(sorted(fired - {""}))


def _confidence(draft: Draft) -> float:
    """Weigh how sure the words are and how much ties them to one event."""
    surest = max(cue.weight for cue in draft.cues())
    tied = min(1.0, max(weight_of(telling) for telling in draft.tellings) / 3)
    return round(0.6 * surest + 0.4 * tied, 2)
