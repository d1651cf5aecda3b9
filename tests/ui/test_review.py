"""What the keys and buttons of the review do, without a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from incidents.errors import StoreError
from incidents.report import Report
from incidents.store import DATABASE_VARIABLE, Store
from tests.making import TEXT, five
from ui import deciding, session
from ui.acting import refusals
from ui.data import dataset, store
from ui.review import acts
from ui.review import desk as desks
from ui.review.desk import Desk, make_desk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Lay out five incidents of one report, as they are told."""
    monkeypatch.setenv(DATABASE_VARIABLE, str(tmp_path / "x.db"))
    made = Store()
    made.put(Report(id="r1", text=TEXT), five(), "by hand")
    made.close()
    st.cache_resource.clear()
    st.session_state.clear()
    desks.want(report_id="r1", order="text")
    yield make_desk()
    store().close()
    st.cache_resource.clear()
    st.session_state.clear()


def current() -> str:
    """Return what is looked at."""
    found = make_desk().current
    assert found is not None
    return found.id


def test_accepting_goes_on_and_undo_comes_back(desk: Desk) -> None:
    """The next one is looked at; undone, it is the one that was accepted."""
    first, second, *_rest = desk.ids
    acts.do("accept", first)
    assert current() == second
    assert make_desk().states == {first: "accepted"}
    acts.do("undo", second)
    assert (current(), make_desk().states) == (first, {})
    acts.do("redo", first)
    assert (current(), make_desk().states) == (second, {first: "accepted"})


def test_a_key_pressed_twice_decides_once(desk: Desk) -> None:
    """The second press was on the same words, which are accepted already."""
    first, second, *_rest = desk.ids
    acts.do("accept", first)
    acts.do("accept", first)
    assert make_desk().states == {first: "accepted"}
    assert current() == second
    acts.do("accept", "gone")
    assert len(store().decisions()) == 1


def test_a_rejected_one_leaves_what_is_shown(desk: Desk) -> None:
    """It is in the queue of the rejected, and accepted from there it is back."""
    first = desk.ids[0]
    acts.do("reject", first)
    assert first not in dataset().incidents
    desks.want(state="rejected")
    assert make_desk().ids == (first,)
    acts.do("accept", first)
    assert first in dataset().incidents


def test_many_are_decided_in_one_step(desk: Desk) -> None:
    """One undo takes all back."""
    acts.accept_all(desk.ids)
    done = make_desk()
    assert (done.progress.checked, done.queue) == (5, ())
    acts.do("undo", None)
    assert make_desk().states == {}


def test_one_is_split_and_two_are_joined(desk: Desk) -> None:
    """Each is one step that can be undone."""
    count = len(dataset().incidents)
    acts.do("split", desk.ids[0])
    assert len(dataset().incidents) == count + 1
    acts.do("undo", None)
    acts.do("join", desk.ids[0])
    assert len(dataset().incidents) == count - 1
    acts.do("undo", None)
    assert len(dataset().incidents) == count
    acts.do("join", desk.ids[-1])
    assert "no other incident" in acts.done()


def test_joining_that_is_refused_is_not_told_as_done(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database is locked, say."""

    def refuse(*_given: object) -> None:
        raise StoreError("It is locked.")

    monkeypatch.setattr(deciding, "_keep", refuse)
    acts.do("join", desk.ids[0])
    assert (refusals(), acts.done()) == (["It is locked."], "")


def test_walking_the_queue_decides_nothing(desk: Desk) -> None:
    """Down, down and up again is one down."""
    for way in ("next", "next", "previous"):
        acts.do(way, current())
    assert current() == desk.ids[1]
    assert store().decisions() == []
    session.select(None)
    assert current() == desk.ids[0]


def page() -> None:
    """Draw the history of the report's first incident alone."""
    # AppTest runs this function's text alone.
    from ui.review import history  # noqa: PLC0415
    from ui.review.desk import make_desk  # noqa: PLC0415

    desk = make_desk()
    history.show(desk, desk.everything["raid"])


def test_the_history_is_read_and_a_note_is_added(desk: Desk) -> None:
    """Who decided what, and what was taken back; nothing said is nothing kept."""
    deciding.reject([desk.everything["raid"]], "Told <b>twice</b>.")
    acts.do("undo", "raid")
    at = AppTest.from_function(page, default_timeout=60).run()
    assert "2 entries" in at.expander[0].label
    field = at.text_input[0]
    field.set_value("Ask *HRW*.").run()
    assert not at.exception
    assert "3 entries" in at.expander[0].label
    assert at.text_input[0].value == ""
    at.text_input[0].set_value("  ").run()
    drawn = at.get("html")[0].proto.body
    assert "<s>Rejected: no incident" in drawn
    assert "Told &lt;b&gt;twice" in drawn
    assert "Taken back: Rejected: no incident" in drawn
    assert "Note: Ask *HRW*." in drawn
    assert len(store().decisions()) == 3
