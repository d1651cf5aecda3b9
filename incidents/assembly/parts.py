"""Which piece tells a part of an incident told before it: "Of these, 20 died in Kobi"."""

from collections.abc import Container, Sequence
from dataclasses import replace

from incidents.assembly import placing
from incidents.assembly.chain import may_be_one
from incidents.assembly.draft import Draft, Telling
from incidents.assembly.families import DEALS, is_outcome, realm
from incidents.assembly.pieces import Piece
from incidents.assembly.placing import RANK
from incidents.mentions import PlaceMention
from incidents.phrases import fold
from incidents.records import CountKey, Span

BESIDE = 3
"""Characters between a mark and the word that it is said of."""
RIGHT_AT = 1
"""Characters between a number and "of them"; "27, among them nine children" tells no part."""
SLACK = 0.1
"""Share by which the parts may exceed the whole: reporters' sums rarely add up."""
LOOK_BACK = 12
"""Incidents before a piece of which it may tell a part."""
DAYS = 2
"""Days from which a toll is of more than one event, where it is placed no closer than a region."""
WIDE = frozenset({"country", "vague", "region", "unnamed", "district"})
CONTAINERS = frozenset({"country", "region", "district"})
NOWHERE = frozenset({"country", "unnamed"})
"""Hints of places that are none of their own."""


def find_parent(telling: Telling, drafts: Sequence[Draft], more: Container[str]) -> Draft | None:
    """Find the incident that a piece tells a part of: "One of the strikes killed seven".

    Args:
        telling: what the piece says.
        drafts: the incidents told so far.
        more: words that count what is left of a sum: "nine others".
    """
    for draft in reversed(drafts[-LOOK_BACK:]):
        if may_be_one(telling, draft) and _is_part(telling, draft, drafts, more):
            return draft
        if _partitive(telling) and _alike(telling, draft) and _fits(telling, draft):
            return draft
    return None


def _is_part(telling: Telling, draft: Draft, drafts: Sequence[Draft], more: Container[str]) -> bool:
    several = draft.count > 1 or draft.several
    told = draft.count > 1 or bool(draft.tolls)
    if several and (_part_marked(telling) or (told and telling.piece.has("nth"))):
        return True
    if draft.parent is not None:
        return False
    if drafts[-1].parent is draft and _counts_more(telling, more):
        return _fits(telling, draft)
    return sums_up(draft) and _narrows(telling, draft, drafts)


def _alike(telling: Telling, draft: Draft) -> bool:
    return draft.parent is None and realm(telling.piece.main.frame) == realm(draft.first.main.frame)


def sums_up(draft: Draft) -> bool:
    """Tell whether an incident is told as a sum: "three attacks", "between 3 and 9 March"."""
    first, main = draft.first, draft.first.main
    if main.frame in DEALS or first.listed != (0, 0):
        return False
    if not draft.tolls:
        return draft.count > 1 and main.voice == "nominal"
    if draft.count > 1 or (draft.several and main.plural and first.has("total")):
        return True
    if _lasts(draft):
        return True
    wide = draft.place is not None and draft.place.hint in WIDE
    return wide and (first.has("total") or main.plural)


def counts_in(part: Draft, before: Sequence[Draft]) -> Draft | None:
    """Find the sum before an incident that counts it, by all that has been told of it."""
    telling = replace(part.tellings[0], tolls=part.tolls)
    for draft in reversed(before):
        if sums_up(draft) and may_be_one(telling, draft) and _narrows(telling, draft, before):
            return draft
    return None


def _narrows(telling: Telling, whole: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether a piece tells for one of its places what a sum tells for all of them."""
    piece, place = telling.piece, telling.place
    if not _below(telling, whole) or _goes_back(telling) or not _within(telling, whole):
        return False
    if place is None or place.hint in NOWHERE:  # "on 7 June, in the same town": as the last part
        sibling = drafts[-1].parent is whole and telling.date is not None
        return sibling and _fits(telling, whole)
    if whole.place is not None and (placing.same(place, whole.place) or _outside(piece, whole)):
        return False
    closer = whole.place is None or RANK[place.hint] < RANK[whole.place.hint]
    closer = closer or any(placing.same(p, whole.place) for p in piece.scene.places if whole.place)
    if _fits(telling, whole):
        return closer or whole.count > 1 or _lasts(whole)
    near = piece.scene.block == whole.last.scene.block
    summary = whole.count > 1 if whole.tolls else near
    summary = summary or (whole.first.has("total") and near)
    return closer and summary and not telling.tolls.keys() & whole.tolls.keys()


def _below(telling: Telling, whole: Draft) -> bool:
    """Tell whether a piece stands where a sum's parts are told.

    What opens a section sums up all of it, and what opens a report the whole report.
    """
    piece, under = telling.piece, whole.tellings[0].section
    if piece.scene.block == whole.last.scene.block:
        return True
    elsewhere = bool(whole.home) and telling.heading != whole.home
    within = under == telling.section or (whole.number == 0 and not elsewhere)
    return whole.opens and within and not piece.has("turn") and not _under_another(telling, whole)


def _named_alike(first: PlaceMention, second: PlaceMention) -> bool:
    """Tell whether two places share a name: "eastern Kobi" and "Kobi state"."""
    one, two = ({word for word in p.text.split() if word[0].isupper()} for p in (first, second))
    return bool(one & two)


def _under_another(telling: Telling, whole: Draft) -> bool:
    """Tell whether a piece stands under the heading of another place than the sum's."""
    under, place = telling.under, whole.place
    if under is None or place is None or RANK[under.hint] < RANK[place.hint]:
        return False
    return not _named_alike(under, place)


def _outside(piece: Piece, whole: Draft) -> bool:
    """Tell whether a piece names another region than the sum's: "Dola, in Kobi province"."""
    held = whole.place
    return held is not None and any(
        place.hint == held.hint in CONTAINERS and not placing.same(place, held)
        for place in piece.scene.places
    )


def _goes_back(telling: Telling) -> bool:
    """Tell whether a noun speaks of all that was told: "the attacks took place in Dola"."""
    main = telling.piece.main
    return main.voice == "nominal" and main.article == "the" and not telling.tolls


def _within(telling: Telling, whole: Draft) -> bool:
    """Tell whether a piece's own date, where it has one, lies in the sum's."""
    date, held = (telling.date.value if telling.date else None), whole.date
    if date is None or held is None or held.basis == "publication":
        return True
    return held.earliest <= date.earliest and date.latest <= held.latest


def _lasts(whole: Draft) -> bool:
    """Tell whether a sum is told for several days, by its own words or the report's period."""
    own, date = whole.tellings[0].date, whole.date
    if own is not None:
        return (own.value.latest - own.value.earliest).days >= DAYS
    period = date is not None and date.basis == "report_period" and whole.first.has("total")
    return period and date is not None and (date.latest - date.earliest).days >= DAYS


def _fits(telling: Telling, whole: Draft) -> bool:
    """Tell whether a piece's tolls are a true part of the whole's, beside the parts told so far."""
    told = [key for key in telling.tolls if key in whole.tolls]
    less = any(telling.tolls[key].low < whole.tolls[key].low for key in told)
    return less and all(_room(telling, whole, key) for key in told)


def _room(telling: Telling, whole: Draft, key: CountKey) -> bool:
    known = sum(part.tolls[key].low for part in whole.children if key in part.tolls)
    toll, held = telling.tolls[key].low, whole.tolls[key].low
    return toll <= held and known + toll <= held * (1 + SLACK)


def _part_marked(telling: Telling) -> bool:
    """Tell whether a mark of a part stands right at the main cue: "une des frappes"."""
    main = telling.piece.main
    if telling.piece.has("worst"):
        return bool(telling.tolls)
    if main.article == "one of":
        return not is_outcome(main)
    return (
        main.voice == "nominal"
        and not is_outcome(main)
        and any(
            mark.kind == "part"
            and mark.span.start <= main.span.start
            and main.span.start - mark.span.end <= BESIDE
            for mark in telling.piece.marks
        )
    )


def _partitive(telling: Telling) -> bool:
    """Tell whether a piece counts out of a sum: "Of these, 20 died in Dola", "eleven of them"."""
    if telling.place is None or telling.place.hint in NOWHERE:
        return False
    start = telling.piece.span.start
    heads = [count.span for count in telling.tolls.values() if not count.including]
    return any(
        mark.kind == "part" and (mark.span.start - start <= BESIDE or _right_at(mark.span, heads))
        for mark in telling.piece.marks
    )


def _right_at(mark: Span, heads: Sequence[Span]) -> bool:
    return any(mark.start <= head.end + RIGHT_AT and head.end <= mark.end for head in heads)


def _counts_more(telling: Telling, more: Container[str]) -> bool:
    """Tell whether a piece counts those who are left of a sum: "nine others were killed"."""
    words = [word for count in telling.tolls.values() for word in count.text.split()]
    return any(fold(word) in more for word in words)
