"""What a person has made of an incident: from the decisions about it."""

from collections.abc import Sequence

from incidents.decisions.actions import Accept, AcceptToll, Add, Decision, Reject, SetCount
from incidents.decisions.changing import is_edit
from incidents.decisions.facts import differing
from incidents.decisions.folded import Review, ReviewStatus
from incidents.records import Incident, Record
from incidents.tongue import N_

OTHER_TOLL = N_("Another toll is read there now.")


class Verdict(Record, frozen=True, kw_only=True):
    """The last word on whether it is one, and right."""

    decision: Decision
    changed: tuple[str, ...] = ()
    """Names of the facts that are not as they were seen."""

    @property
    def is_no(self) -> bool:
        """Whether it is no incident."""
        return isinstance(self.decision.action, Reject)


def verdict_of(decision: Decision, incident: Incident) -> Verdict | None:
    """Return a decision's verdict on an incident as it stands then; None where it has none."""
    match decision.action:
        case Accept(seen=seen):
            return Verdict(decision=decision, changed=differing(seen, incident))
        case Reject():
            return Verdict(decision=decision)
        case _:
            return None


def holds(decision: Decision, incident: Incident) -> bool:
    """Tell whether the reading is still one that the analyst decided on."""
    if not isinstance(decision.action, AcceptToll):
        return True
    killed = incident.casualties.get("killed")
    return killed is not None and killed.low == decision.action.killed


def accepts_toll(decisions: Sequence[Decision], verdict: Verdict | None) -> bool:
    """Tell whether a person vouches for an incident's toll."""
    if verdict and not verdict.is_no and not verdict.changed:
        return True
    return any(_vouches(one) for one in decisions)


def _vouches(one: Decision) -> bool:
    return isinstance(one.action, AcceptToll) or (
        isinstance(one.action, SetCount) and one.action.key == "killed"
    )


def review_of(
    decisions: Sequence[Decision], verdict: Verdict | None, *, reshaped: bool
) -> Review | None:
    """Return what a person has made of an incident; None where nobody said anything of it.

    Args:
        decisions: about it and in force, the earliest first.
        verdict: the last one.
        reshaped: whether it was joined with others or is a part of one that was split.
    """
    edits = [one for one in decisions if is_edit(one)]
    maker = next((one for one in decisions if isinstance(one.action, Add)), None)
    if verdict is not None:
        said = verdict.decision
        if verdict.is_no:
            return Review(status="rejected", checked=True, who=said.who, at=said.at)
        if verdict.changed:
            return Review(status="changed since", who=said.who, at=said.at, changed=verdict.changed)
        kind: ReviewStatus = "edited" if edits or reshaped else "added" if maker else "accepted"
        return Review(status=kind, checked=True, who=said.who, at=said.at)
    if maker is not None:
        return Review(status="added", checked=True, who=maker.who, at=maker.at)
    if edits or reshaped:
        last = (edits or list(decisions))[-1:]
        return (
            Review(status="edited", who=last[0].who, at=last[0].at)
            if last
            else Review(status="edited")
        )
    return None
