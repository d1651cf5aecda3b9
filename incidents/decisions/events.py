"""What is decided on an event as a whole: on each report's version of it, and on its joining."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from incidents.anchors import Anchor
from incidents.decisions.actions import AcceptToll, Decision, Join, Reject, TakeApart
from incidents.decisions.deciding import Decider
from incidents.decisions.log import touched
from incidents.errors import DecisionError
from incidents.records import Incident

_PAIR = 2


def accepted(by: Decider, event: Incident, why: str = "") -> list[Decision]:
    """Say that an event is right as it stands, and so is each version of it.

    Args:
        by: decides.
        event: as it is shown; any other incident is its own only version.
        why: the reason.
    """
    return [by.accept(one, why) for one in by.versions(event)]


def rejected(by: Decider, event: Incident, why: str = "") -> list[Decision]:
    """Say that an event is none: else another report's version would show in its place."""
    return [by.made(one, Reject(), why) for one in by.versions(event)]


def toll_accepted(by: Decider, event: Incident) -> list[Decision]:
    """Say that an event's toll is right, and so is that of each version which has one."""
    told = [(one, one.casualties.get("killed")) for one in by.versions(event)]
    return [by.made(one, AcceptToll(killed=toll.low)) for one, toll in told if toll is not None]


def toll_left(by: Decider, event: Incident) -> list[Decision]:
    """Take back that an event's toll is right, of each version."""
    return by.backs(_standing(by, event, AcceptToll))


def taken_apart(by: Decider, event: Incident) -> list[Decision]:
    """Take back what joined an event: each version is on its own again, and may be joined anew.

    What holds another event together is left, and so is what joined a version with others that
    left the event since.
    """
    members = {one.id for one in by.versions(event)}
    others = [
        {first, *(one.id for one in more)}
        for first, more in by.folded.joined.items()
        if first not in members
    ]
    about = _about(by.folded.decisions)
    return by.backs(
        one
        for one in _standing(by, event, Join)
        if len(about[one.id] & members) + _not_here(by, one) >= _PAIR
        and all(len(about[one.id] & other) < _PAIR for other in others)
    )


def proposed_again(by: Decider, one: Incident, other: Incident) -> list[Decision]:
    """Take back that two are not the same; what else was said with it goes on holding.

    Raises:
        DecisionError: an event of others would take both in again.
    """
    ours, theirs = ({each.id for each in by.versions(event)} for event in (one, other))
    told: list[Decision] = []
    for made in _standing(by, one, TakeApart) + _standing(by, other, TakeApart):
        own = by.held(made.report_id, made.anchor)
        gone = theirs if own & ours else ours if own & theirs else set()
        told += _without(by, made, own, gone)
    return list({each.id: each for each in told}.values())


def _without(
    by: Decider, made: Decision, own: Collection[str], gone: set[str]
) -> Iterator[Decision]:
    """Take a decision back and make it anew of those of its others that are still apart."""
    if not isinstance(made.action, TakeApart):
        return
    others = [(one, by.held(one.report_id, one.anchor)) for one in made.action.others]
    if not any(ids & gone for _one, ids in others):
        return
    yield from by.backs([made, *_idle(by, made, own)])
    left = tuple(
        one
        for one, ids in others
        if not ids & gone
        and (not ids or any(frozenset((a, b)) in by.folded.apart for a in own for b in ids))
    )
    if left:
        action = msgspec.structs.replace(made.action, others=left)
        yield by.again(made, action)


def _idle(by: Decider, made: Decision, own: Collection[str]) -> list[Decision]:
    """Return the joinings that nothing but a "not the same" keeps from joining those it names.

    Raises:
        DecisionError: one of them holds others together, who would be joined with it too.
    """
    every = {one.id: one for told in by.folded.decisions.values() for one in told}
    links = {one.id: _named(by, one) for one in every.values() if isinstance(one.action, Join)}
    apart = _named(by, made) - set(own)
    if not apart & _reached(own, links.values()):
        return []
    events = [{first, *(one.id for one in more)} for first, more in by.folded.joined.items()]
    here = {one.id for one in by.folded.versions}
    holding = {
        key: link
        for key, link in links.items()
        if link - here or any(len(link & event) >= _PAIR for event in events)
    }
    if apart & _reached(own, holding.values()):
        raise DecisionError(
            "They were joined with a third before it was said that they are not the same, so that "
            "taking this back would join them again. Take the event apart first."
        )
    reached = _reached(own, links.values())
    return [every[key] for key in links.keys() - holding.keys() if links[key] & reached]


def _reached(own: Collection[str], links: Iterable[set[object]]) -> set[object]:
    """Return all that links put together with some."""
    left, found = list(links), set[object](own)
    while met := [link for link in left if link & found]:
        found.update(*met)
        left = [link for link in left if link not in met]
    return found


def _named(by: Decider, made: Decision) -> set[object]:
    return set[object]().union(*(_nodes(by, *each) for each in touched(made)))


def _nodes(by: Decider, report_id: str, anchor: Anchor) -> set[object]:
    """Return the ids of what an anchor holds, or the anchor itself where its report is not here."""
    if by.knows(report_id):
        return set(by.held(report_id, anchor))
    return {(report_id, anchor)}


def _standing(by: Decider, event: Incident, kind: type) -> list[Decision]:
    """Return the decisions of a kind on any version of an event, each once."""
    told = (one for each in by.versions(event) for one in by.folded.standing(each.id, kind))
    return list({one.id: one for one in told}.values())


def _about(decisions: Mapping[str, Iterable[Decision]]) -> Mapping[str, set[str]]:
    """Return by the id of each decision the incidents that it is about."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for key, made in decisions.items():
        for one in made:
            found[one.id].add(key)
    return found


def _not_here(by: Decider, one: Decision) -> int:
    """Count those that a decision is about and whose reports are not here."""
    return sum(not by.knows(report_id) for report_id, _anchor in touched(one))
