"""From claims to clusters: goes through the sentences once and keeps what belongs together."""

from dataclasses import replace

import msgspec

from incidents.accounts import general, parties, when
from incidents.accounts.account import Account
from incidents.accounts.apportioned import own_readings
from incidents.accounts.found_dead import found_dead
from incidents.accounts.general import anchored
from incidents.accounts.read import read_account
from incidents.accounts.told_before import told_before, without_aftermath, without_teller
from incidents.accounts.tolls import add_up
from incidents.dating import days_told
from incidents.discourse import Marks
from incidents.events.elliptic import unfold
from incidents.events.families import OUTCOMES, is_outcome
from incidents.events.listed import spread
from incidents.events.mention import EventMention
from incidents.events.sentence import Mentions, Sentence, lay_out
from incidents.events.split import split_sentence
from incidents.linking.claimed import find_echo
from incidents.linking.cluster import Cluster
from incidents.linking.details import find_detail, later_opening
from incidents.linking.evidence import find_home, may_be_one, told_elsewhere
from incidents.linking.inherit import date_of, heading_of, note_heading, place_of
from incidents.linking.likeness import NEXT_PARAGRAPH, is_like
from incidents.linking.merge import count_in, join
from incidents.linking.nobody_hurt import nobody_hurt
from incidents.linking.parts import find_parent
from incidents.linking.past import goes_on_past, past_clusters
from incidents.linking.recluster import join_retellings
from incidents.linking.relation import Evidence, Relation
from incidents.linking.rivals import find_answer
from incidents.linking.scene import placed, scene_account, scene_of, sets_scene
from incidents.linking.story import Story
from incidents.linking.sums import leave_sums
from incidents.linking.toll_lists import bare_loss
from incidents.linking.wholes import link_parts
from incidents.text import Document


def read_story(doc: Document, claims: Mentions, marks: Marks, *, general: bool = False) -> Story:
    """Put a document's claims together into clusters of incidents.

    Args:
        doc: the document.
        claims: what the finders found in it.
        marks: its discourse marks.
        general: keep also what is told in general, as the typing of loose snippets wants it.
    """
    sentences = lay_out(doc, claims)
    period = when.report_period(claims.dates)
    story = Story(doc=doc, marks=marks, period=period, published=claims.published, general=general)
    story.issued = when.issued_before(claims.dates, claims.published)
    story.quoted = tuple(date for date in claims.dates if date.use == "quoted")
    areas = marks.book.areas
    for sentence in sentences:
        note_heading(story, sentence)
        if any(cue.barred is None for cue in sentence.cues):
            for event in split_sentence(doc.text, sentence, story.marks.of(sentence.span)):
                for member in unfold(doc.text, event, marks.book.elliptic):
                    for part in spread(doc.text, member, areas):
                        _take(story, part)
        else:
            if sets_scene(sentence, story.marks.of(sentence.span)):
                story.scene = sentence
            if not story.clusters or not _add_to_last(story, sentence):
                story.opening = later_opening(story.opening, sentence)
    link_parts(story)
    join_retellings(story)
    _leave_past(story)
    link_parts(story)
    leave_sums(story)
    _renumber(story)
    return story


def _renumber(story: Story) -> None:
    """Let the links name incidents by their place among those that are kept."""
    places = {cluster.number: place for place, cluster in enumerate(story.clusters)}
    story.links = [
        msgspec.structs.replace(one, incident=places.get(one.incident))
        if one.incident is not None
        else one
        for one in story.links
    ]


def _leave_past(story: Story) -> None:
    """Leave out the incidents that are the report's background."""
    old = past_clusters(story.clusters, story.published, story.period, story.doc.text)
    numbers = {cluster.number for cluster in old}
    story.keep(cluster for cluster in story.clusters if cluster.number not in numbers)
    for cluster in old:
        for account in cluster.accounts:
            story.leave(account.event, Relation.PAST, "it lies far in the report's past")


def _add_to_last(story: Story, sentence: Sentence) -> bool:
    """Let a sentence that tells of no event say whose the last one was, or when and where."""
    doc, marks, last = story.doc, story.marks.of(sentence.span), story.clusters[-1]
    if (loss := bare_loss(doc, sentence, story.marks, last)) is not None:
        lost = [Evidence("tells what the other side lost")]
        join(story, last, loss, Relation.OTHER_SIDE, lost)
        return True
    if (unhurt := nobody_hurt(doc, sentence, story.marks, last)) is not None:
        join(story, last, unhurt, Relation.DETAIL, [Evidence("says that nobody was hurt")])
        return True
    if (answer := find_answer(doc, sentence, marks, story.clusters)) is not None:
        cluster, account, relation, says = answer
        join(story, cluster, account, relation, [Evidence(says)])
        return True
    if (sentence.actors or sentence.sources) and (
        echo := find_echo(doc, sentence, marks, story.clusters)
    ):
        join(story, *echo, Relation.DETAIL, [Evidence("says whose it was")])
        return True
    detail = find_detail(doc, sentence, marks, story.clusters, story.marks.book.neither)
    if detail is not None:
        join(story, *detail, Relation.DETAIL, [Evidence("says when or where it was")])
    return detail is not None


def _take(story: Story, event: EventMention) -> None:
    """Find out which incident a mention tells of, if any."""
    first = not story.clusters
    account = without_teller(read_account(story.doc, story.marks, event, story.above, first=first))
    account = account if first else without_aftermath(account)
    if when.is_background(event) or goes_on_past(story.past, account):
        story.past = event
        story.leave(event, Relation.PAST, "its date lies in the report's past")
        return
    if event.village is not None and account.tolls and _take_listed(story, account):
        return
    if event.counted and story.clusters:
        last = story.clusters[-1]
        whole = last if last.parent is None else story.begun[last.parent]
        _begin(story, account, parent=whole, why="counted in the incident before it")
        return
    if parent := find_parent(account, story):
        _begin(story, account, parent=parent, why="a part of an incident told before")
        return
    if told_before(account) and is_outcome(event.main):
        account = replace(account, tolls={})
    sums_up = not story.general and general.sums_up(account, story.published)
    if (home := find_home(account, story.clusters)) and not (sums_up and not _is_long(home[0])):
        cluster, relation, evidence = home
        join(story, cluster, account, relation, evidence)
    elif told_elsewhere(account, story.clusters) or _told_just_now(story, account):
        story.leave(event, Relation.GENERAL, "speaks of what is told of nowhere here")
    elif not story.general and (
        why := general.toll_at_large(account, story.period, story.published)
    ):
        _leave_general(story, account, why)
    elif story.general or anchored(_placed(story, account)):
        _begin(story, account, parent=None, why=event.reason or "told for the first time")
    else:
        _leave_general(story, account, "told in general: no time, place, number or single act")


def _is_long(cluster: Cluster) -> bool:
    """Tell whether an incident itself is told for months, of which a toll may be."""
    return cluster.date is not None and days_told(cluster.date) > general.MONTHS_DAYS


def _is_one_deed(account: Account) -> bool:
    """Tell whether several places are told of one deed: a title's, or "the assault on A and B"."""
    event = account.event
    if event.sentence.kind == "heading":
        return True
    return any(
        cue.voice == "nominal" and cue.article == "the" and not cue.plural and not is_outcome(cue)
        for cue in event.cues
    )


def _take_listed(story: Story, account: Account) -> bool:
    """Begin one of several places that share a toll, after the whole that carries it.

    Returns:
        False where it is the first place of one deed, which is told as any other is.
    """
    index, number = account.event.listed
    if _is_one_deed(account):
        if index > 0:
            story.leave(account.event, Relation.GENERAL, "told with the first of several places")
        return index > 0
    text, language = story.doc.text, story.doc.language
    told = own_readings(text, language, account.event, account.readings)
    if told is not None:
        own = replace(account, readings=tuple(told), tolls=add_up(text, told))
        _begin(story, own, parent=None, why=account.event.reason or "the first of several places")
        return True
    if index == 0:
        whole = replace(account, place=None)
        begun = _begin(story, whole, parent=None, why=f"one toll for {number} places")
        count = max(begun.count, number)
        story.put(replace(begun, count=count, place=None, place_basis="stated"))
        story.whole = begun.number
    part = replace(account, readings=(), tolls={})
    counting = None if story.whole is None else story.begun[story.whole]
    _begin(story, part, parent=counting, why=f"one of {number} places with one toll")
    return True


def _leave_general(story: Story, account: Account, why: str) -> None:
    """Leave out what is told in general, but remember whom it accuses."""
    for actor in parties.accused(story.doc, account):
        story.accusations.setdefault(actor.actor_id, actor)
    story.leave(account.event, Relation.GENERAL, why)


def _told_just_now(story: Story, account: Account) -> bool:
    """Tell whether "the attack" speaks of one that was told a few sentences before."""
    main = account.event.main
    if main.voice != "nominal" or main.article != "the" or main.plural or account.readings:
        return False
    recent = [
        cluster
        for cluster in story.clusters[-3:]
        if account.event.sentence.index - cluster.last.sentence.index <= NEXT_PARAGRAPH + 1
    ]
    return any(may_be_one(account, cluster) for cluster in recent)


def _begin(story: Story, account: Account, *, parent: Cluster | None, why: str) -> Cluster:
    before = parent or (story.clusters[-1] if story.clusters else None)
    scene = None if parent else _scene(story, account)
    cluster = replace(
        Cluster(number=len(story.clusters)).telling(account),
        parent=parent.number if parent else None,
        tolls={**account.tolls, **found_dead(story.doc.text, account.event, account.tolls)},
        home=heading_of(story, account),
        opens=not story.clusters or story.clusters[-1].accounts[0].section != account.section,
    )
    if before and (is_like(account, cluster, before) or _is_such(cluster)):
        cluster = replace(cluster, like=before.number)
    date = date_of(story, cluster, account, before)
    place, basis = place_of(story, cluster, account, before)
    cluster = replace(cluster, date=date, place=place, place_basis=basis)
    story.put(cluster)
    if parent is not None:
        cluster = count_in(story, cluster.number, parent.number)
    relation = Relation.PART if parent else Relation.NEW
    story.link(account.event, relation, [Evidence(why)], cluster)
    if scene is not None and (told := scene_account(story.doc, scene, cluster)):
        return join(story, cluster, told, Relation.DETAIL, [Evidence("sets the scene")])
    return cluster


def _placed(story: Story, account: Account) -> Account:
    """Say of a mention what its scene, or the place at the head of its entry, says of it."""
    block, place = story.line_place
    told = placed(account, _scene(story, account))
    before = story.clusters[-1].last.sentence.block if story.clusters else -1
    here = told.place is None and block == account.event.sentence.block != before
    return replace(told, place=place) if here else told


def _scene(story: Story, account: Account) -> Sentence | None:
    """Find the sentence that set the scene of what is told, where one did."""
    before = story.clusters[-1] if story.clusters else None
    return scene_of(story.scene, account, before, story.marks)


def _is_such(part: Cluster) -> bool:
    """Tell whether a part says no more of itself than that it was one: "the first attack"."""
    return part.parent is not None and part.frames <= OUTCOMES | {"attack"}
