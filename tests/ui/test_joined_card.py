"""A joined event on the map page: what each report says, and whose words are lit."""

from incidents.decisions import Folded
from incidents.records import Span
from incidents.report import Report
from tests.incidents.joining.versions import figure, version
from ui.data import Dataset
from ui.joining.beside import card_row, told_in

FIRST = version("r1", "first", killed=15, evidence=(Span(0, 5),))
OTHER = version("r2", "other", killed=figure(13, 13), evidence=(Span(3, 9),))
REPORTS = {
    "r1": Report(id="r1", text="Gunmen attacked.", publisher="River Wire"),
    "r2": Report(id="r2", text="Armed men came.", publisher="<b>Delta</b>"),
}
FOLDED = Folded(incidents=(FIRST,), joined={"first": (OTHER,)})
JOINED = Dataset(reports=REPORTS, incidents={"first": FIRST}, folded=FOLDED)
APART = Dataset(reports=REPORTS, incidents={"first": FIRST, "other": OTHER}, folded=FOLDED)


def test_the_card_of_a_joined_event_has_each_reports_claim_escaped() -> None:
    """Both tolls stand there with who gives them."""
    shown = card_row(JOINED, FIRST)
    assert "River Wire: 15 killed, 3 June 2024" in shown
    assert "&lt;b&gt;Delta&lt;/b&gt;: at least 13 killed" in shown


def test_the_other_reports_words_are_lit_as_the_events() -> None:
    """In the other report's text the event is found under its own number."""
    (lit,) = told_in(JOINED, (FIRST,), "r2")
    assert (lit.id, lit.evidence) == ("first", OTHER.evidence)
    assert list(told_in(JOINED, (FIRST,), "r1")) == [FIRST]


def test_counted_by_report_each_version_stands_for_itself() -> None:
    """Where versions are shown apart, none is lit or listed twice."""
    assert card_row(APART, FIRST) == ""
    assert [one.id for one in told_in(APART, (FIRST, OTHER), "r2")] == ["other"]
