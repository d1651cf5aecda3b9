"""What the pages share and save: decisions, removed reports, and what is set aside."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from geo.pipeline import bundled_reports, engine_version
from incidents.anchors import Anchor, anchor_incident
from incidents.decisions import (
    Part,
    PutPlace,
    Reject,
    SetCount,
    SetMeans,
    decide,
)
from incidents.quotes import Quote
from incidents.records import Count, Incident, Place, Span
from incidents.report import Report
from incidents.store import DATABASE_VARIABLE, Store
from tests.incidents.test_store import by_hand
from tests.making import TEXT, five, incident
from ui import deciding
from ui.acting import refusals
from ui.data import dataset, store
from ui.panels import rereading

KIDAL = Place(name="Kidal", kind="point", lat_deg=18.44, lon_deg=1.41, precision=1)
GAO = Place(name="Gao", kind="point", lat_deg=16.27, lon_deg=-0.04, precision=1)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the pages a database of their own with the five incidents beside the bundled report."""
    path = tmp_path / "x.db"
    monkeypatch.setenv(DATABASE_VARIABLE, str(path))
    made = Store()
    made.put(Report(id="r1", text=TEXT, title="Five *stars*"), five(), "by hand")
    made.close()
    st.cache_resource.clear()
    st.session_state.clear()
    yield path
    store().close()
    st.cache_resource.clear()


def shown(incident_id: str) -> Incident:
    return dataset().incidents[incident_id]


@pytest.mark.usefixtures("path")
def test_a_place_is_put_right_for_one_and_for_all() -> None:
    """The wider word replaces the incident's own; taking back brings the reading."""
    deciding.put_place(shown("strikes"), KIDAL, why="The map says so.")
    assert (shown("strikes").place.name, shown("children").place.name) == ("Kidal", "northern Mali")
    (made,) = dataset().folded.standing("strikes", PutPlace)
    assert made.why == "The map says so."
    assert made.at is not None
    deciding.put_place(shown("strikes"), GAO, everywhere=True)
    assert (shown("strikes").place.name, shown("children").place.name) == ("Gao", "Gao")
    assert len(dataset().folded.standing("strikes", PutPlace)) == 1
    deciding.leave_place(shown("children"))
    assert list(dataset().folded.incidents)[:5] == five()
    assert len(store().decisions()) == 4
    deciding.undo_last()
    assert (shown("strikes").place.name, shown("children").place.name) == ("Gao", "Gao")
    deciding.redo()
    assert list(dataset().folded.incidents)[:5] == five()


@pytest.mark.usefixtures("path")
def test_an_incident_without_words_for_its_place_is_decided_alone() -> None:
    """There is nothing that others could share."""
    deciding.put_place(shown("raid"), KIDAL, everywhere=True)
    assert [i.id for i in dataset().incidents.values() if i.place.name == "Kidal"] == ["raid"]


@pytest.mark.usefixtures("path")
def test_a_toll_is_accepted_and_taken_back_beside_the_place() -> None:
    """Neither the correction of a place nor its taking back touches it, nor the other way."""
    toll = Count(low=12_000, best=12_000, high=12_000, text="25", span=Span(0, 2))
    many = incident("many", report_id="r2", casualties={"killed": toll})
    store().put(Report(id="r2", text=TEXT), [many], "by hand")
    deciding.put_place(shown("many"), KIDAL)
    deciding.accept_toll(shown("many"))
    assert dataset().folded.accepted == {"many"}
    deciding.leave_place(shown("many"))
    assert shown("many").place.kind == "none"
    assert dataset().folded.accepted == {"many"}
    deciding.put_place(shown("many"), KIDAL)
    deciding.leave_toll(shown("many"))
    assert shown("many").place.name == "Kidal"
    assert not dataset().folded.accepted


def toll_page() -> None:
    """Draw the button for the high toll alone."""
    # AppTest runs this function's text alone.
    from types import SimpleNamespace  # noqa: PLC0415

    from ui.data import dataset  # noqa: PLC0415
    from ui.panels import accepting  # noqa: PLC0415

    data = dataset()
    accepting.show(SimpleNamespace(data=data), data.incidents["many"])  # type: ignore[arg-type]


@pytest.mark.usefixtures("path")
def test_a_toll_is_taken_back_only_where_it_alone_was_accepted() -> None:
    """Where the whole incident was accepted there is no such decision to take back."""
    toll = Count(low=12_000, best=12_000, high=12_000, text="25", span=Span(0, 2))
    many = incident("many", report_id="r2", casualties={"killed": toll})
    store().put(Report(id="r2", text=TEXT), [many], "by hand")
    at = AppTest.from_function(toll_page, default_timeout=60).run()
    at.button(key="toll_accept").click().run()
    at.button(key="toll_back").click().run()
    assert [one.key for one in at.button] == ["toll_accept"]
    deciding.accept([shown("many")])
    assert dataset().folded.accepted == {"many"}
    at.run()
    assert not at.exception
    assert not at.button


@pytest.mark.usefixtures("path")
def test_the_bundled_report_stays_removed() -> None:
    """Also when the program starts again; putting it back shows it as it was."""
    (bundled,) = bundled_reports()
    assert bundled.id in dataset().reports
    store().remove(bundled.id)
    st.cache_resource.clear()
    assert list(dataset().reports) == ["r1"]
    store().restore(bundled.id)
    assert bundled.id in dataset().reports


@pytest.mark.usefixtures("path")
def test_every_decision_is_a_step_that_can_be_undone_and_done_again() -> None:
    """By the callbacks of the page; what shows is as it was read once all is undone."""
    before = dataset().folded.incidents
    deciding.accept([shown("raid"), shown("wedding")])
    deciding.reject([shown("funeral")], "Told twice.")
    deciding.set_field(shown("strikes"), SetMeans(means="fire"), SetCount(key="killed", low=9))
    deciding.set_whole(shown("wedding"), shown("raid"))
    deciding.add("r1", [Span(0, 20)], ("Battles", "Armed clash"))
    deciding.split(shown("children"), [Part(evidence=()), Part(evidence=())])
    deciding.join(shown("raid"), [shown("strikes")])
    deciding.note(shown("raid"), "Ask HRW.")
    folded = dataset().folded
    assert folded.review("wedding").checked
    assert (folded.rejected[0].incident.id, shown("wedding").part_of) == ("funeral", "raid")
    assert (len(folded.made), len(folded.joined["raid"])) == (3, 1)
    assert shown("raid").casualties["killed"].low == 9
    deciding.take_apart(shown("raid"), list(folded.joined["raid"]))
    assert not dataset().folded.joined
    deciding.undo_last()
    assert dataset().folded == msgspec.structs.replace(folded, history=dataset().folded.history)
    for _ in range(8):
        deciding.undo_last()
    assert dataset().folded.incidents == before
    assert not deciding.can_undo()
    for _ in range(8):
        deciding.redo()
    assert dataset().folded.incidents == folded.incidents
    deciding.set_field(shown("raid"), SetCount(key="killed", low=9, best=2))
    (said,) = refusals()
    assert said.startswith("Lowest, best and highest must rise")


@pytest.mark.usefixtures("path")
def test_who_was_not_first_is_asked() -> None:
    """The step waits; it is kept over the other's, or left."""
    deciding.look()
    other = Store()
    raid = shown("raid")
    other.record([decide("r1", anchor_incident(raid, TEXT, five()), Reject(), who="Ben")])
    deciding.accept([raid])
    held = deciding.held()
    assert held is not None
    assert held.why.startswith("Ben decided “Rejected: no incident” on the same incident")
    assert [one.incident.id for one in dataset().folded.rejected] == ["raid"]
    deciding.leave()
    assert deciding.held() is None
    deciding.accept([raid])
    deciding.decide_anyway()
    assert dataset().folded.review("raid").checked
    assert len(other.decisions()) == 2
    other.close()


def named_page() -> None:
    """Draw the field for the analyst's name alone, and what it says."""
    # AppTest runs this function's text alone.
    import streamlit as st  # noqa: PLC0415

    from ui import analyst  # noqa: PLC0415

    analyst.ask()
    st.text(analyst.name())


def test_the_name_is_asked_once_and_kept_beside_the_database(path: Path) -> None:
    """The next session knows it."""
    at = AppTest.from_function(named_page, default_timeout=60).run()
    assert at.text[0].value == ""
    at.text_input[0].set_value("  Ada   Lovelace ").run()
    assert not at.exception
    assert at.text[0].value == "Ada Lovelace"
    assert (path.parent / "analyst.txt").read_text() == "Ada Lovelace"
    at = AppTest.from_function(named_page, default_timeout=60).run()
    assert at.text[0].value == "Ada Lovelace"


def page() -> None:
    """Draw the panel alone."""
    # AppTest runs this function's text alone.
    from ui.data import dataset  # noqa: PLC0415
    from ui.panels import set_aside  # noqa: PLC0415

    set_aside.show(dataset())


def test_what_is_set_aside_is_listed_and_can_be_removed(path: Path) -> None:
    """A row that can't be read and a decision without its words, each with its own button."""
    anchor = Anchor(evidence=(Quote(exact="Nobody was hurt."),))
    store().record([decide("r1", anchor, PutPlace(place=KIDAL))])
    by_hand(path, "UPDATE incidents SET payload = '{' WHERE report_id = 'r1' AND ordinal = 1")
    at = AppTest.from_function(page, default_timeout=60).run()
    said = [one.value for one in at.text]
    assert any(one.startswith("incident 2 of “Five *stars*”: it is no incident") for one in said)
    assert any("Kidal" in one and "“Nobody was hurt.”" in one for one in said)
    assert [one.label for one in at.button] == ["Remove it for good", "Take it back"]
    at.button[0].click().run()
    at.button[0].click().run()
    assert not at.exception
    assert (list(at.text), list(at.button)) == ([], [])
    assert dataset().contents.unreadable == ()
    assert deciding.can_undo()
    assert "raid" in dataset().incidents


def test_reports_that_earlier_rules_read_are_brought_up_to_date(path: Path) -> None:
    """At a click; what was decided on them stays, in force or listed."""
    deciding.put_place(shown("wedding"), KIDAL)
    assert [one.id for one in rereading.outdated(dataset())] == ["r1"]
    at = AppTest.from_function(rereading_page, default_timeout=60).run()
    at.button(key="reread").click().run()
    assert not at.exception
    assert not at.button
    (kept,) = [one for key, one in dataset().contents.engines.items() if key == "r1"]
    assert kept == engine_version()
    folded = dataset().folded
    in_force = {d.id for made in folded.decisions.values() for d in made}
    assert in_force | {one.decision.id for one in folded.orphans} == {
        one.id for one in Store(f"sqlite:///{path}").decisions()
    }


@pytest.mark.usefixtures("path")
def test_what_a_new_reading_would_change_is_seen_before_it_is_taken() -> None:
    """Nothing is changed by looking; taking it is of one report."""
    deciding.set_field(shown("wedding"), SetMeans(means="fire"))
    before = store().stamp()
    at = AppTest.from_function(rereading_page, default_timeout=60).run()
    at.button(key="reread_look").click().run()
    assert not at.exception
    assert store().stamp() == before
    (told,) = at.expander
    assert "read otherwise" in told.label
    assert "Means: fire" in [one.value for one in at.text]
    at.button(key="reread_take_r1").click().run()
    assert not at.exception
    assert dataset().contents.engines["r1"] == engine_version()
    assert not at.expander


def rereading_page() -> None:
    """Draw the panel alone."""
    # AppTest runs this function's text alone.
    from ui.data import dataset  # noqa: PLC0415
    from ui.panels import rereading  # noqa: PLC0415

    rereading.show(dataset())


def test_what_a_click_is_refused_is_said_once_on_the_page() -> None:
    """A callback runs before the page; its error is a message there, and then is gone."""
    at = AppTest.from_function(refusing).run()
    at.button[0].click().run()
    assert not at.exception
    assert [one.value for one in at.text] == ["It is locked."]
    at.run()
    assert not at.text


def refusing() -> None:
    """Draw a button that is refused."""
    # AppTest runs this function's text alone.
    import streamlit as st  # noqa: PLC0415

    from incidents.errors import StoreError  # noqa: PLC0415
    from ui.acting import acting, refusals  # noqa: PLC0415

    def act() -> None:
        raise StoreError("It is locked.")

    for said in refusals():
        st.text(said)
    st.button("Act", on_click=acting(act))


def test_a_report_that_was_removed_meanwhile_is_not_decided_on(path: Path) -> None:
    """In another window, say; nothing is recorded."""
    incident = shown("strikes")
    other = Store(f"sqlite:///{path}")
    other.remove("r1")
    deciding.put_place(incident, KIDAL)
    assert other.decisions() == []
