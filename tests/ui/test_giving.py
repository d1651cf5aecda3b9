"""Marked words given to the fields of an incident, without a browser."""

from collections.abc import Callable, Iterator
from operator import attrgetter
from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit as st

from incidents.errors import StoreError
from incidents.records import Incident, Place, Span
from incidents.report import Report
from incidents.store import DATABASE_VARIABLE, Store
from tests.making import incident
from ui import deciding
from ui.acting import refusals
from ui.data import dataset, store
from ui.review import acts, giving

TEXT = (
    "On 3 March 2024 bandits attacked the market in Gusau, Zamfara State, with rifles, killing "
    "14 traders, police said. Boko Haram was blamed, a church leader told Reuters on 5 March "
    "2024. People fled from Rama to Kankara, and from Dar to Goz; in Kano they were safe. "
    "Others spoke of Newtown."
)
Give = Callable[[str, str], Incident]


def of_nigeria(incident_id: str = "one", **fields: object) -> Incident:
    """Return an incident of the text that says nearly nothing."""
    bare: dict[str, object] = {
        "date": None,
        "means": None,
        "sources": (),
        "place": Place(country="NG"),
        "evidence": (Span(0, 107),),
    }
    return incident(incident_id, **(bare | fields))


@pytest.fixture
def give(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Give]:
    """Give words of the one report to a field of its one incident, which is returned."""
    monkeypatch.setenv(DATABASE_VARIABLE, str(tmp_path / "x.db"))
    made = Store()
    made.put(Report(id="r1", text=TEXT, language="en"), [of_nigeria()], "by hand")
    made.close()
    st.cache_resource.clear()
    st.session_state.clear()

    def give_words(field: str, words: str) -> Incident:
        start = TEXT.index(words)
        told = {"field": field, "start": start, "end": start + len(words), "report": "r1"}
        st.session_state["source_text"] = SimpleNamespace(given=told | {"on": "one"})
        giving.take()
        return dataset().incidents["one"]

    yield give_words
    store().close()
    st.cache_resource.clear()
    st.session_state.clear()


@pytest.mark.parametrize(
    ("words", "place_id"),
    [
        ("Kankara", "gn:2335219"),
        ("Gusau", "gn:2339937"),
        ("Zamfara State", "ne:NI57"),
        ("Kano", "gn:2335204"),
    ],
)
def test_a_place_is_given_with_its_words(give: Give, words: str, place_id: str) -> None:
    """It is the one of the incident's country; a region and its seat of one name are the seat."""
    place = give("place", words).place
    assert (place.place_id, place.country, place.basis) == (place_id, "NG", "stated")
    assert (place.text, place.span) == (
        words,
        Span(TEXT.index(words), TEXT.index(words) + len(words)),
    )


@pytest.mark.parametrize("words", ["Rama", "Goz", "Dar", "Kanka"])
def test_a_place_elsewhere_or_by_half_a_name_is_no_guess(give: Give, words: str) -> None:
    """Nothing is decided, and what to do is said."""
    before = dataset()
    assert give("place", words).place == Place(country="NG")
    (said,) = refusals()
    assert f"bears the name “{words}”" in said
    assert dataset() is before
    assert not acts.done()


def test_of_several_places_of_one_name_none_is_taken(give: Give) -> None:
    """The report tells of no country, and the analyst chooses."""
    store().put(Report(id="r1", text=TEXT, language="en"), [of_nigeria(place=Place())], "by hand")
    assert give("place", "Newtown").place == Place()
    (said,) = refusals()
    assert said.endswith("places bear the name “Newtown”. Press E and choose one of them.")


def test_without_a_country_the_report_s_is_taken(give: Give) -> None:
    """That of its other incidents."""
    both = [of_nigeria(place=Place()), of_nigeria("two", evidence=(Span(108, 150),))]
    store().put(Report(id="r1", text=TEXT, language="en"), both, "by hand")
    assert give("place", "Kano").place.place_id == "gn:2335204"


@pytest.mark.parametrize(
    ("field", "words", "said", "found"),
    [
        ("killed", "14 traders", lambda one: one.casualties["killed"].low, 14),
        ("date", "3 March 2024", lambda one: one.date.edtf, "2024-03-03"),
        ("actor", "Boko Haram", lambda one: one.actors[-1].role, "perpetrator"),
        ("source", "Reuters", lambda one: (one.sources[-1].name, one.sources[-1].kind),
         ("Reuters", "media")),
        ("means", "rifles", lambda one: one.means, "rifles"),
        ("setting", "market", lambda one: one.setting, "market"),
    ],
)  # fmt: skip
def test_each_field_takes_marked_words(
    give: Give, field: str, words: str, said: Callable[[Incident], object], found: object
) -> None:
    """They are read as the program reads them, and quoted; what was done is told."""
    one = give(field, words)
    assert said(one) == found
    assert acts.done() == f"Taken from the words: “{words}”."
    (made,) = store().decisions()
    assert attrgetter("words.exact")(made.action) == words


@pytest.mark.parametrize(
    ("field", "words", "why"),
    [
        ("injured", "police", "hold no number"),
        ("date", "market", "say no date"),
        ("actor", "market", "Nobody known is named “market”"),
        ("colour", "market", "No field of an incident is named colour"),
    ],
)
def test_what_cannot_be_read_is_said(give: Give, field: str, words: str, why: str) -> None:
    """And nothing is decided."""
    give(field, words)
    (refused,) = refusals()
    assert why in refused
    assert (store().decisions(), acts.done()) == ([], "")


def test_what_is_refused_is_not_told_as_done(give: Give, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database is locked, say."""

    def refuse(*_given: object) -> None:
        raise StoreError("It is locked.")

    monkeypatch.setattr(deciding, "_keep", refuse)
    give("means", "rifles")
    assert (refusals(), acts.done()) == (["It is locked."], "")
