"""The timeline's picture as a Vega-Lite specification, and the words that go into Markdown."""

from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from incidents.filters import FilterSpec
from incidents.report import Report
from incidents.timeline import timeline
from incidents.totals import totals
from incidents.wording import labels
from tests.making import TEXT, five
from ui.data import Dataset
from ui.markup import plain
from ui.panels.chips import active
from ui.panels.emptiness import blockers
from ui.timeline_chart import Spec, chart
from ui.view import View


def view_of_five() -> View:
    """Return the five incidents as the page sees them."""
    incidents = five()
    report = Report(id="r1", text=TEXT)
    data = Dataset({"r1": report}, {i.id: i for i in incidents})
    return View(
        data=data,
        rows=data.table.rows,
        incidents=tuple(incidents),
        labels=labels(incidents),
        totals=totals(data.table.rows),
        missing=(),
        selected=incidents[0],
        report=report,
    )


def marks(drawn: Spec) -> list[dict[str, Any]]:
    """Return what is drawn, a row each."""
    (rows,) = drawn["datasets"].values()
    found: list[dict[str, Any]] = rows.to_dict("records")
    return found


def test_the_chart_draws_every_interval_over_its_length() -> None:
    """Four bars, the selected outlined, and both gestures in the specification."""
    view = view_of_five()
    line = timeline(view.rows)
    assert line is not None
    drawn = chart(line, view)
    rows = marks(drawn)
    assert [(r["start"].date().isoformat(), r["stop"].date().isoformat()) for r in rows] == [
        *[("2023-12-01", "2024-04-01")] * 3,
        ("2024-01-01", "2024-02-01"),
    ]
    assert [r["label"] for r in rows] == ["2", "3", "4", "1"]
    assert [r["outline"] > 0 for r in rows] == [False, False, False, True]
    assert {p["name"] for p in drawn["params"]} == {"brush", "pick"}


def test_what_is_outside_the_dates_pales() -> None:
    """What the dates leave out is paler, so that the brush has something to return to."""
    view = view_of_five()
    line = timeline(view.rows)
    assert line is not None
    january = replace(view, rows=view.rows.loc[["raid"]], incidents=(view.incidents[0],))
    rows = marks(chart(line, january))
    assert [r["opacity"] for r in rows] == [0.25, 0.25, 0.25, 1.0]


@pytest.mark.parametrize(
    "words", ["**bold**", "[link](http://x)", ":red[x]", "$x$", "`code`", "<b>", "a|b", "# head"]
)
def test_markdown_in_data_stays_text(words: str) -> None:
    """Streamlit shows exactly the characters that the report has, but for marks without width."""
    app = AppTest.from_string(
        f"import streamlit as st\nfrom ui.markup import plain\nst.markdown(plain({words!r}))"
    ).run()
    escaped = app.markdown[0].value
    assert escaped == plain(words)
    assert escaped.replace("\\", "").replace("\u2060", "") == words


def test_each_filter_in_force_can_be_cleared_alone() -> None:
    """One chip a filter; the dates are one; clearing it leaves the others."""
    spec = FilterSpec.from_json(
        '{"actors":["Wagner Group"],"date_from":"2024-01-01","date_to":"2024-01-31","text":"x"}'
    )
    data = view_of_five().data
    chips = dict(active(spec, data))
    assert len(chips) == 3
    dates = next(cleared for label, cleared in chips.items() if "2024" in label)
    assert dates == FilterSpec(actors=("Wagner Group",), text="x")
    assert active(FilterSpec(), data) == []


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        (FilterSpec(regions=("ML/Gao", "NE")), "region: Gao, Mali or Niger"),
        (FilterSpec(regions=("ML/Gao", "NE", "TD")), "region: Gao, Mali or 2 others"),
        (FilterSpec(precisions=(6,)), "place: 6 country only"),
        (FilterSpec(casualties="unknown"), "killed: unknown"),
        (FilterSpec(civilian_targeting=False), "civilians not targeted"),
        (FilterSpec(actor_basis="stated"), "actor named in the sentence itself"),
        (FilterSpec(text="wedding"), "words: wedding"),
    ],
)
def test_a_chip_says_its_filter_in_words(spec: FilterSpec, words: str) -> None:
    """A value and how many others, never the bare number of them."""
    ((label, cleared),) = active(spec, view_of_five().data)
    assert label == words
    assert cleared == FilterSpec()


def test_an_empty_view_names_the_filters_that_stand_in_the_way() -> None:
    """Only those whose clearing brings something back, with how much."""
    data = view_of_five().data
    spec = FilterSpec(text="wedding", statuses=("denied",))
    assert [(label, n) for label, _, n in blockers(data, spec)] == [("status: denied", 1)]
