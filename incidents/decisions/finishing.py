"""The end of the fold: rejected ones leave, joined ones show as one, wholes are found."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from incidents.decisions.actions import Decision, Join, Split, TakeBack
from incidents.decisions.changing import changed
from incidents.decisions.folded import Entry, Folded, Rejected, Review
from incidents.decisions.joining import joined
from incidents.decisions.log import touched
from incidents.decisions.status import accepts_toll, review_of
from incidents.decisions.wholes import Wholes
from incidents.records import Incident

if TYPE_CHECKING:
    from incidents.decisions.fold import State


def finished(state: "State", log: Sequence[Decision], standing: frozenset[str]) -> Folded:
    """Return what shows, once the whole log is in force.

    Args:
        state: after the last decision.
        log: all of it.
        standing: ids of the entries that nobody took back.
    """
    own = {key: state.now(key) for key in state.order}
    no = {key for key, verdict in state.verdicts.items() if verdict.is_no and key in own}
    events = {ids[0]: ids for ids in _events(state, own.keys() - no)}
    hidden = {key: first for first, ids in events.items() for key in ids[1:]}
    wholes, alone = Wholes(state, no, events), Wholes(state, no, {})
    place = {one.id: number for number, one in enumerate(log)}
    shown = [
        wholes.settled(_event(state, [own[one] for one in events.get(key, [key])], place))
        for key in state.order
        if key not in no and key not in hidden
    ]
    return Folded(
        incidents=tuple(shown),
        decisions={key: tuple(made) for key, made in state.about.items() if made},
        accepted=_accepted(state, own, events),
        orphans=(*state.orphans, *wholes.orphans),
        reviews=_reviews(state, events, hidden),
        rejected=tuple(
            Rejected(incident=own[key], decision=state.verdicts[key].decision)
            for key in state.order
            if key in no
        ),
        joined={first: tuple(own[one] for one in ids[1:]) for first, ids in events.items()},
        apart=frozenset(
            pair for pair in state.groups.apart() if all(one in state.base for one in pair)
        ),
        made=frozenset(key for key in own if key in state.made),
        own={one.id: own[one.id] for one in shown if own[one.id] != one},
        versions=tuple(
            alone.settled(own[key]) for one in shown for key in events.get(one.id, [one.id])
        ),
        history=_history(state, log, standing),
    )


def _events(state: "State", there: set[str]) -> Iterator[list[str]]:
    for group in state.groups:
        ids = [key for key in group if key in there]
        if len(ids) > 1:
            yield ids


def _event(state: "State", members: Sequence[Incident], place: Mapping[str, int]) -> Incident:
    """Return an event's record; what was set of it after it was joined stands over the others."""
    first = members[0]
    if len(members) == 1:
        return first
    text = state.texts[first.report_id]
    joins = Counter(one.id for key in members for one in state.about[key.id] if _joins(one))
    # What was joined and is no more in the event left nothing behind in it.
    about = [one for one, number in joins.items() if number > 1] or list(joins)
    last = max(place[one] for one in about)
    late = [one for one in state.about[first.id] if place[one.id] > last]
    return changed(joined(members, text), late, text)


def _accepted(
    state: "State", own: Mapping[str, Incident], events: Mapping[str, Sequence[str]]
) -> frozenset[str]:
    """Return whose toll a person vouches for; of an event also that of each which has one."""
    said = {key for key in own if accepts_toll(state.about.get(key, ()), state.verdicts.get(key))}
    for first, ids in events.items():
        told = {key for key in ids if "killed" in own[key].casualties}
        if told and told <= said:
            said.add(first)
    return frozenset(said)


def _joins(one: Decision) -> bool:
    return isinstance(one.action, Join)


def _reviews(
    state: "State", events: Mapping[str, Sequence[str]], hidden: Mapping[str, str]
) -> dict[str, Review]:
    found = {}
    for key in state.order:
        about = state.about.get(key, [])
        parted = any(isinstance(one.action, Split) for one in about)
        reshaped = key in events or key in hidden or parted
        review = review_of(about, state.verdicts.get(key), reshaped=reshaped)
        if review is not None:
            found[key] = review
    return found


def _history(
    state: "State", log: Sequence[Decision], standing: frozenset[str]
) -> dict[str, tuple[Entry, ...]]:
    by_id = {one.id: one for one in log}
    found: dict[str, list[Entry]] = {}
    for one in log:
        root: Decision | None = one
        while root is not None and isinstance(root.action, TakeBack):
            root = by_id.get(root.action.decision)
        keys = [
            key
            for report_id, anchor in touched(root or one)
            if report_id in state.texts
            for key in state.ids(report_id, anchor)
        ]
        for key in dict.fromkeys(keys):
            entry = Entry(decision=one, in_force=one.id in standing)
            found.setdefault(key, []).append(entry)
    return {key: tuple(entries) for key, entries in found.items()}
