"""What the keys of the page "Join reports" decide on, without a browser."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from incidents.report import Report
from incidents.store import DATABASE_VARIABLE, Store
from tests.incidents.joining.versions import version
from ui import deciding
from ui.data import dataset, store
from ui.joining import acts, decided, found
from ui.joining.found import Proposal

Press = Callable[[str, Proposal], None]


@pytest.fixture
def press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Press]:
    """Press a key on what was seen, where three reports tell of what may be one event."""
    monkeypatch.setenv(DATABASE_VARIABLE, str(tmp_path / "x.db"))
    made = Store()
    for name in ("r1", "r2", "r3"):
        made.put(Report(id=name, text=f"Attack, by {name}."), [version(name)], "by hand")
    made.close()
    st.cache_resource.clear()
    st.session_state.clear()

    def press_on(does: str, seen: Proposal) -> None:
        told = {"does": does, "on": " ".join(seen.key)}
        st.session_state[acts.COMPONENT] = SimpleNamespace(pressed=told)
        acts._press()

    yield press_on
    store().close()
    st.cache_resource.clear()
    st.session_state.clear()


@pytest.mark.parametrize("does", ["join", "not_the_same", "later"])
def test_a_key_decides_on_what_was_seen_alone(press: Press, does: str) -> None:
    """Pressed again before the next one is drawn, it does nothing."""
    seen = found.chosen(found.proposals(dataset()))
    press(does, seen)
    assert found.chosen(found.proposals(dataset())).key != seen.key
    kept, put_off = store().decisions(), found.later()
    assert len(kept) + len(put_off) == 1
    press(does, seen)
    assert (store().decisions(), found.later()) == (kept, put_off)


def test_where_nothing_is_proposed_no_key_decides(press: Press) -> None:
    """All was decided meanwhile."""
    seen = found.chosen(found.proposals(dataset()))
    while left := found.proposals(dataset()):
        press("not_the_same", left[0])
    kept = store().decisions()
    press("join", seen)
    assert store().decisions() == kept


def decided_page() -> None:
    """Draw what was decided before alone."""
    # AppTest runs this function's text alone.
    from ui.data import dataset  # noqa: PLC0415
    from ui.joining import decided  # noqa: PLC0415

    decided.show(dataset())


@pytest.mark.usefixtures("press")
def test_all_that_was_decided_can_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a list does not show at once, it shows at a click."""
    monkeypatch.setattr(decided, "SHOWN", 1)
    for name in ("r4", "r5", "r6"):
        store().put(Report(id=name, text=f"Attack, by {name}."), [version(name)], "by hand")
    one = dataset().incidents
    deciding.join(one["of-r1"], [one["of-r2"]])
    deciding.join(one["of-r3"], [one["of-r4"]])
    deciding.take_apart(one["of-r1"], [one["of-r5"]])
    deciding.take_apart(one["of-r1"], [one["of-r6"]])
    at = AppTest.from_function(decided_page, default_timeout=60).run()
    assert (len(at.expander), len([b for b in at.button if b.label == "Propose again"])) == (1, 1)
    at.button(key="more_joined").click().run()
    at.button(key="more_apart").click().run()
    assert not at.exception
    assert (len(at.expander), len([b for b in at.button if b.label == "Propose again"])) == (2, 2)
    assert not [one.key for one in at.button if str(one.key).startswith("more_")]


@pytest.mark.usefixtures("press")
def test_what_was_decided_is_taken_back_whole_and_can_be_undone() -> None:
    """An event joined in steps comes apart whole; of what is kept apart, the pair alone."""
    one = dataset().incidents
    deciding.take_apart(one["of-r1"], [one["of-r2"], one["of-r3"]])
    at = AppTest.from_function(decided_page, default_timeout=60).run()
    at.button(key="again_0").click().run()
    assert dataset().folded.apart == {frozenset(("of-r1", "of-r3"))}
    deciding.undo_last()
    assert len(dataset().folded.apart) == 2
    deciding.join(one["of-r1"], [one["of-r2"]])
    deciding.join(one["of-r3"], [one["of-r1"]])
    at.run()
    at.button(key="apart_of-r3").click().run()
    assert not at.exception
    assert not dataset().folded.joined
    deciding.undo_last()
    assert len(dataset().folded.joined["of-r3"]) == 2
