"""Which incident counts the casualties of which, once some are rejected, split or joined."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from incidents.decisions.actions import Decision, SetWhole
from incidents.decisions.folded import Orphan
from incidents.records import Incident
from incidents.tongue import N_

if TYPE_CHECKING:
    from incidents.decisions.fold import State

_OF_ITSELF = N_("It would be a part of itself.")
_GONE = N_("The whole is not read any more.")


class Wholes:
    """Which incident counts the casualties of which, once some of them are shown no more."""

    def __init__(self, state: "State", no: set[str], events: Mapping[str, Sequence[str]]) -> None:
        """Stand on what was read and decided.

        Args:
            state: after the last decision.
            no: ids of what was rejected.
            events: by the id of the one that shows, all of an event; none where versions count.
        """
        self.orphans: list[Orphan] = []
        self._state, self._no = state, no
        self._hidden = {key: first for first, ids in events.items() for key in ids[1:]}
        self._of = {key: state.base[key].part_of for key in state.order}
        self._said: set[str] = set()
        for key, one in state.log:
            if isinstance(one.action, SetWhole):
                self._set(key, one, one.action)
        for first, ids in events.items():
            # The analyst's word on the event stands over what the others' reports tell.
            self._of[first] = self._whole(first, [first] if first in self._said else ids)

    def _set(self, key: str, decision: Decision, action: SetWhole) -> None:
        found = self._state.ids(decision.report_id, action.whole) if action.whole else []
        if action.whole and (not found or self._within(found[0], key)):
            why = _OF_ITSELF if found else _GONE
            # It may have been said of one that was split, and so of each part.
            if all(one.decision != decision for one in self.orphans):
                self.orphans.append(Orphan(decision=decision, why=why))
            return
        self._said.add(key)
        self._of[key] = found[0] if found else None

    def _whole(self, first: str, ids: Sequence[str]) -> str | None:
        """Return the first whole of an event's incidents that is outside of the event."""
        wholes = (self._stands_for(self._of.get(key)) for key in ids)
        return next((one for one in wholes if one and not self._within(one, first)), None)

    def _within(self, key: str | None, whole: str) -> bool:
        met: set[str] = set()
        while key is not None and key not in met:
            met.add(key)
            key = self._stands_for(key)
            if key == whole:
                return True
            key = self._of.get(key or "")
        return False

    def _stands_for(self, key: str | None) -> str | None:
        """Return the id of what shows in an incident's place; None for one that was rejected."""
        while key in self._state.split:
            key = self._state.split[key]
        return None if key in self._no else self._hidden.get(key or "", key)

    def settled(self, one: Incident) -> Incident:
        """Return an incident as a part of what shows, and never of itself."""
        was = self._of.get(one.id)
        whole = self._stands_for(was)
        whole = None if whole == one.id else whole
        return one if whole == one.part_of else msgspec.structs.replace(one, part_of=whole)
