"""How the second of two incidents is told: as one told of, as another one, or besides."""

from incidents.accounts import where
from incidents.events.families import is_outcome
from incidents.linking.cluster import Cluster
from incidents.linking.introduced import counts_others, own_doer
from incidents.linking.pair import Pair, names_place, opening_of, own_places, told_first
from incidents.mentions import PlaceMention

CLOSE = 3
"""Sentences within which "they" are those who were told of."""
TITLE_SENTENCES = 3
"""Sentences at a report's head among which its title stands: below a site's own line."""
LEAD_SENTENCES = 6
"""Sentences at a report's head that its title and its lead stand in."""


def no_time_or_place(pair: Pair) -> bool:
    """Tell whether the second has no time or place of its own."""
    return all(account.date is None for account in told_first(pair.second)) and not own_places(
        pair.second
    )


def no_toll(pair: Pair) -> bool:
    """Tell whether the second has no figures, time or place: it can only speak of one told."""
    counted = any(account.tolls for account in told_first(pair.second))
    return not counted and no_time_or_place(pair)


def told_with_the(pair: Pair) -> bool:
    """Tell whether the second speaks of "the attack", which was told before."""
    event = opening_of(pair.second).event
    return not event.has("nth") and any(
        cue.voice == "nominal" and cue.article == "the" and not cue.plural and not is_outcome(cue)
        for cue in event.cues
    )


def told_as_another(pair: Pair) -> bool:
    """Tell whether the second is introduced as another event."""
    opening = opening_of(pair.second)
    event, main = opening.event, opening.event.main
    own = opening.date is not None or names_place(opening)
    if event.has("pronoun") and not own:  # "The gunmen also took 15 women"
        return False
    noun = main.voice == "nominal" and main.article in {"another", "one of"}
    if counts_others(opening, pair.first):
        return noun or (event.has("turn") and opening.place is not None)
    return noun or event.has("turn") or (event.has("another") and own)


def done_later(pair: Pair) -> bool:
    """Tell whether the second was done afterwards by somebody who is named."""
    opening = opening_of(pair.second)
    return opening.event.has("afterwards") and own_doer(opening)


def told_besides(pair: Pair) -> bool:
    """Tell whether what has no time or place of its own is told with "also" and the like."""
    opening = opening_of(pair.second)
    others = counts_others(opening, pair.first)
    return opening.event.has("another") and no_time_or_place(pair) and not others


def of_doers_told(pair: Pair) -> bool:
    """Tell whether the second goes on with those who were just told of: "the assailants"."""
    gap = pair.second.first.sentence.index - pair.first.last.sentence.index
    return gap <= CLOSE and opening_of(pair.second).event.has("pronoun")


def of_main_event(pair: Pair) -> bool:
    """Tell whether the first is the report's main event, and the second has nothing of its own."""
    return pair.first.first.sentence.index <= max(1, pair.body) and no_time_or_place(pair)


def at_head(pair: Pair) -> bool:
    """Tell whether the first is the report's title or lead, and the second follows closely."""
    first, second = pair.first.first.sentence, pair.second.first.sentence
    return first.index <= 1 and second.index <= LEAD_SENTENCES and first.kind != "bullet"


def of_headline(pair: Pair) -> bool:
    """Tell whether the title of the report tells of the first: what a page is about."""
    last = max(TITLE_SENTENCES, pair.body)
    return any(
        account.event.sentence.kind == "heading" and account.event.sentence.index < last
        for account in told_first(pair.first)
    )


def another_item(pair: Pair) -> bool:
    """Tell whether the second is another bullet of a list, and no summary's."""
    first, second = pair.first.last.sentence, pair.second.first.sentence
    summary = min(first.index, second.index) < pair.body
    return second.kind == "bullet" and first.block != second.block and not summary


def under_another_head(pair: Pair) -> bool:
    """Tell whether the second is an entry of another place: "Homs: ..." and "Hama: ..."."""
    first, second = _head(pair.first), _head(pair.second)
    return (
        first is not None
        and second is not None
        and second.shape == "label"
        and not where.same(first, second)
    )


def _head(cluster: Cluster) -> PlaceMention | None:
    """Find the place that the first sentence of an incident begins with."""
    sentence = cluster.first.sentence
    return next((p for p in sentence.places if p.span.start == sentence.span.start), None)


def next_sentence(pair: Pair) -> bool:
    """Tell whether the second follows in the next sentence."""
    return 0 <= pair.second.first.sentence.index - pair.first.last.sentence.index <= 1


def is_part(pair: Pair) -> bool:
    """Tell whether one is a part of another incident already.

    A part of the first that says neither when nor where may be all of it: "the first blast".
    """
    if pair.second.parent is None or pair.first.parent is not None:
        return pair.first.parent is not None
    return pair.second.parent != pair.first.number or not no_time_or_place(pair)


def told_as_part(pair: Pair) -> bool:
    """Tell whether the second was read as a part of the first: "the first blast"."""
    return pair.second.parent == pair.first.number


def listed_apart(pair: Pair) -> bool:
    """Tell whether they are items of one list: bullets, villages, or clauses told apart."""
    first, second = pair.first.first, pair.second.first
    if any(_is_item(cluster) for cluster in pair[:2]):
        return True
    return first.sentence.index == second.sentence.index and bool(second.reason)


def _is_item(cluster: Cluster) -> bool:
    """Tell whether an incident is one of a list, and not the whole that was told for all."""
    return cluster.first.listed != (0, 0) and not cluster.children
