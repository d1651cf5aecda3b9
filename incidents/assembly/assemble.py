"""From claims to drafts: goes through the sentences once and keeps what belongs together."""

from dataclasses import replace

import msgspec

from incidents.assembly import acting, anchors, background, dating, placing
from incidents.assembly.anchors import anchored, told_before
from incidents.assembly.apart import ASIDE
from incidents.assembly.casualties import add_up, found_dead, read_counts
from incidents.assembly.chain import (
    OTHER_SIDE,
    find_home,
    may_be_one,
    told_elsewhere,
)
from incidents.assembly.counting import events_told
from incidents.assembly.details import find_detail, later_opening, opening_day
from incidents.assembly.draft import Draft, Telling
from incidents.assembly.echoes import find_echo
from incidents.assembly.ellipsis import unfold
from incidents.assembly.families import OUTCOMES, is_outcome
from incidents.assembly.inherit import NEXT_PARAGRAPH, goes_on, is_like
from incidents.assembly.joining import join
from incidents.assembly.lists import spread
from incidents.assembly.marks import Marks
from incidents.assembly.own import own_readings
from incidents.assembly.parts import find_parent
from incidents.assembly.pieces import Piece, split_scene
from incidents.assembly.rivals import find_answer
from incidents.assembly.scene import Claims, Scene, lay_out
from incidents.assembly.story import Story
from incidents.assembly.toll_lists import bare_loss, label_of, lists_losses, own_place
from incidents.assembly.wholes import link_parts
from incidents.text import Document

HEAD = 160
"""Characters of a paragraph by which it is known as an item."""


def read_story(doc: Document, claims: Claims, marks: Marks, *, general: bool = False) -> Story:
    """Put a document's claims together into drafts of incidents.

    Args:
        doc: the document.
        claims: what the finders found in it.
        marks: its discourse marks.
        general: keep also what is told in general, as the typing of loose snippets wants it.
    """
    scenes = lay_out(doc, claims)
    period = dating.report_period(claims.dates)
    story = Story(doc=doc, marks=marks, period=period, published=claims.published, general=general)
    story.issued = dating.issued_before(claims.dates, claims.published)
    areas = marks.book.areas
    for scene in scenes:
        _note_heading(story, scene)
        if any(cue.barred is None for cue in scene.cues):
            for piece in split_scene(doc.text, scene, story.marks.of(scene.span)):
                for member in unfold(doc.text, piece, marks.book.elliptic):
                    for part in spread(doc.text, member, areas):
                        _take(story, part)
        elif not story.drafts or not _add_to_last(story, scene):
            story.opening = later_opening(story.opening, scene)
    _leave_past(story)
    link_parts(story.drafts)
    _renumber(story)
    return story


def _renumber(story: Story) -> None:
    """Let the decisions name incidents by their place among those that are kept."""
    places = {draft.number: place for place, draft in enumerate(story.drafts)}
    story.decisions = [
        msgspec.structs.replace(one, incident=places.get(one.incident))
        if one.incident is not None
        else one
        for one in story.decisions
    ]


def _leave_past(story: Story) -> None:
    """Leave out the incidents that are the report's background."""
    past = background.past_drafts(story.drafts, story.published, story.period)
    numbers = {draft.number for draft in past}
    story.drafts = [draft for draft in story.drafts if draft.number not in numbers]
    for draft in past:
        for telling in draft.tellings:
            story.decide(telling.piece, "no incident", "it lies far in the report's past")


def _add_to_last(story: Story, scene: Scene) -> bool:
    """Let a sentence that tells of no event say whose the last one was, or when and where."""
    text, marks = story.doc.text, story.marks.of(scene.span)
    loss = bare_loss(story.doc, scene, story.marks, story.drafts[-1])
    if loss is not None:
        join(story, story.drafts[-1], loss, OTHER_SIDE)
        return True
    answer = find_answer(text, scene, marks, story.drafts)
    if answer is not None:
        join(story, *answer)
        return True
    if scene.actors or scene.sources:
        echo = find_echo(text, scene, marks, story.drafts)
        if echo is not None:
            join(story, *echo, "says whose it was")
            return True
    detail = find_detail(text, scene, marks, story.drafts, story.marks.book.neither)
    if detail is not None:
        join(story, *detail, "says when or where it was")
    return detail is not None


def _note_heading(story: Story, scene: Scene) -> None:
    """Let a heading date and place what stands below it."""
    if scene.kind == "heading":
        story.section, story.heading = story.section + 1, scene.span.of(story.doc.text).strip()
    headings = [date.value for date in scene.dates if date.use == "heading"]
    if headings and headings[-1].edtf != getattr(story.published, "edtf", None):
        story.heading_date = headings[-1]
    if scene.kind == "heading" and not any(date.use == "dateline" for date in scene.dates):
        places = [place for place in scene.places if place.hint not in {"country", "unnamed"}]
        story.heading_place = placing.finest(places) or story.heading_place
    elif placing.is_only_place(story.doc.text, scene):
        story.line_place = scene.block, placing.finest(scene.places)


def _take(story: Story, piece: Piece) -> None:
    """Find out which incident a piece tells of, if any."""
    readings = read_counts(story.doc.text, piece, story.marks.book.neither)
    losses = lists_losses(story.doc, piece.scene, story.marks) if story.drafts else ""
    place, label = placing.own_place(piece), label_of(story.doc, piece.scene) if losses else None
    telling = Telling(
        piece=piece,
        date=dating.own_date(piece),
        place=own_place(place, label),
        losses=losses,
        readings=readings,
        tolls=add_up(story.doc.text, readings),
        section=story.section,
        under=story.heading_place,
        heading=story.heading,
        events=events_told(story.doc.text, piece, story.marks.book.events),
    )
    if dating.is_background(piece) or background.goes_on(story.past, telling):
        story.past = piece
        story.decide(piece, "no incident", "its date lies in the report's past")
        return
    if piece.village is not None and telling.tolls:
        _take_listed(story, telling)
        return
    if piece.counted and story.drafts:
        whole = story.drafts[-1].parent or story.drafts[-1]
        _begin(story, telling, parent=whole, why=f"counted in incident {whole.number}")
        return
    if parent := find_parent(telling, story.drafts, story.marks.book.rest):
        _begin(story, telling, parent=parent, why=f"a part of incident {parent.number}")
        return
    if told_before(telling) and is_outcome(piece.main):
        telling.tolls.clear()
    home, why = find_home(telling, story.drafts)
    if home is not None:
        join(story, home, telling, why)
    elif told_elsewhere(telling, story.drafts) or _told_just_now(story, telling):
        story.decide(piece, "no incident", "speaks of what is told of nowhere here")
    elif not story.general and (why := anchors.toll_at_large(telling, story.period)):
        _leave_general(story, telling, why)
    elif story.general or anchored(telling):
        _begin(story, telling, parent=None, why=piece.reason or "told for the first time")
    else:
        _leave_general(story, telling, "told in general: no time, place, number or single act")


def _take_listed(story: Story, telling: Telling) -> None:
    """Begin one of several places that share a toll, after the whole that carries it."""
    index, number = telling.piece.listed
    text, language = story.doc.text, story.doc.language
    told = own_readings(text, language, telling.piece, telling.readings)
    if told is not None:
        own = replace(telling, readings=told, tolls=add_up(text, told))
        _begin(story, own, parent=None, why=telling.piece.reason or "the first of several places")
        return
    if index == 0:
        whole = replace(telling, place=None)
        _begin(story, whole, parent=None, why=f"one toll for {number} places")
        draft = story.drafts[-1]
        draft.count, draft.place, draft.place_basis = max(draft.count, number), None, "stated"
        story.whole = draft
    part = replace(telling, readings=[], tolls={})
    _begin(story, part, parent=story.whole, why=f"one of {number} places with one toll")


def _leave_general(story: Story, telling: Telling, why: str) -> None:
    """Leave out what is told in general, but remember whom it accuses."""
    for actor in acting.accused(story.doc, telling):
        story.accusations.setdefault(actor.actor_id, actor)
    story.decide(telling.piece, "no incident", why)


def _told_just_now(story: Story, telling: Telling) -> bool:
    """Tell whether "the attack" speaks of one that was told a few sentences before."""
    main = telling.piece.main
    if main.voice != "nominal" or main.article != "the" or main.plural or telling.readings:
        return False
    recent = [
        draft
        for draft in story.drafts[-3:]
        if telling.piece.scene.index - draft.last.scene.index <= NEXT_PARAGRAPH + 1
    ]
    return any(may_be_one(telling, draft) for draft in recent)


def _begin(story: Story, telling: Telling, *, parent: Draft | None, why: str) -> None:
    before = parent or (story.drafts[-1] if story.drafts else None)
    draft = Draft(
        number=len(story.drafts),
        tellings=[telling],
        parent=parent,
        tolls={**telling.tolls, **found_dead(telling.piece, telling.tolls)},
        notes=[why],
        home=_heading_of(story, telling),
        opens=not story.drafts or story.drafts[-1].tellings[0].section != telling.section,
    )
    if before and (is_like(telling, draft, before) or _is_such(draft)):
        draft.like = before
    if parent is not None:
        parent.children.append(draft)
    _date(story, draft, telling, before)
    _place(story, draft, telling, before)
    story.drafts.append(draft)
    verdict = "part of an incident" if parent else "new incident"
    story.decide(telling.piece, verdict, why, draft)


def _heading_of(story: Story, telling: Telling) -> str:
    """Find the heading that names the first incident's place: "WEST BANK"."""
    if telling.place is None or story.drafts:
        return ""
    name, text = telling.place.text.casefold(), story.doc.text
    heads = (b.span.of(text).strip() for b in story.doc.blocks if b.kind == "heading")
    # Of a title that names two places and a heading that names this one, the heading.
    return min((head for head in heads if name in head.casefold()), key=len, default="")


def _is_such(part: Draft) -> bool:
    """Tell whether a part says no more of itself than that it was one: "the first attack"."""
    return part.parent is not None and part.frames <= OUTCOMES | {"attack"}


def _date(story: Story, draft: Draft, telling: Telling, before: Draft | None) -> None:
    """Date a new incident: its own words, what it belongs to, heading, period, publication."""
    scenes = [telling.piece.scene, *([before.last.scene] if before else [])]
    heads = [story.doc.blocks[scene.block].span.of(story.doc.text)[:HEAD] for scene in scenes]
    if telling.date is not None:
        draft.date, draft.date_rule = telling.date.value, telling.date.rule
    elif telling.piece.reason == ASIDE:
        draft.date = None
    elif (opened := opening_day(story.opening, telling, before, story.marks)) is not None:
        draft.date, draft.date_rule = opened.value, opened.rule
    elif before is not None and before.date and goes_on(draft, before):
        basis = before.date.basis
        inherits = "inherited" if basis in {"stated", "relative"} else basis
        draft.date = dating.rebased(before.date, inherits)
    elif story.heading_date is not None:
        draft.date = dating.rebased(story.heading_date, "inherited")
    elif story.period is not None:
        draft.date = dating.rebased(story.period, "report_period")
    elif before and before.date and dating.passes_on(before.date, telling.piece, heads):
        draft.date = dating.rebased(before.date, "inherited")
    elif story.published is not None:
        told = dating.told_on(telling.piece) or story.issued or story.published
        draft.date = dating.rebased(told, "publication")


def _place(story: Story, draft: Draft, telling: Telling, before: Draft | None) -> None:
    """Place a new incident: its own words, what it belongs to, the heading above it."""
    if telling.place is not None:
        draft.place = telling.place
    elif before is not None and before.place and goes_on(draft, before):
        draft.place, draft.place_basis = before.place, "inherited"
    elif story.line_place[0] == telling.piece.scene.block:
        draft.place, draft.place_basis = story.line_place[1], "inherited"
    elif story.heading_place is not None:
        draft.place, draft.place_basis = story.heading_place, "inherited"
