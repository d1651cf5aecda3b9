"""The table of reports: what was read of each, what is checked, by whom, when."""

import datetime as dt

from incidents.anchors import Anchor
from incidents.decisions import Folded, Rejected, Review
from incidents.decisions.actions import Decision, Reject
from incidents.likeness import Like
from incidents.overview import Order, having, ordered, overview
from incidents.report import Report
from incidents.store import Adding, Contents
from tests.making import TEXT, five

DAY = dt.datetime(2026, 11, 28, tzinfo=dt.UTC)
REPORTS = (
    Report(id="r1", text=TEXT, title="Zamfara raid", published="2024-03-28"),
    Report(id="r2", text="Other.", publisher="Herald"),
    Report(id="r3", text="Third.", title="about Gao", file="gao.pdf", published="2024-04"),
)


def folded() -> Folded:
    """Two checked by Awa, one rejected by Ben later, one accepted and changed since."""
    *shown, gone = five()
    ids = [one.id for one in shown]
    reviews = {
        ids[0]: Review(status="accepted", checked=True, who="Awa", at=DAY),
        ids[1]: Review(status="accepted", checked=True, who="Awa"),
        ids[2]: Review(status="changed since", who="Cem", at=DAY + dt.timedelta(days=9)),
        gone.id: Review(status="rejected", checked=True, who="Ben", at=DAY + dt.timedelta(days=1)),
    }
    decision = Decision(id="d", report_id="r1", anchor=Anchor(), action=Reject())
    rejected = (Rejected(incident=gone, decision=decision),)
    return Folded(versions=tuple(shown), reviews=reviews, rejected=rejected)


def test_each_report_says_what_is_checked_and_by_whom() -> None:
    """What a person rejected was read and is checked; what changed since is not."""
    added = {"r1": Adding(at=DAY, who="Awa")}
    like = Like(report_id="r1", share=0.9, share_of_other=0.8)
    first, second, _ = overview(Contents(reports=REPORTS, added=added), folded(), {"r2": like})
    assert (first.incidents, first.checked, first.checkers) == (5, 3, ("Awa", "Ben"))
    assert first.last_checked == DAY + dt.timedelta(days=1)
    assert first.added == Adding(at=DAY, who="Awa")
    assert (second.incidents, second.checked, second.last_checked) == (0, 0, None)
    assert (second.added, second.like) == (Adding(), like)


def test_the_order_is_the_analysts() -> None:
    """The newest or the most first, what is unknown last; the alphabet knows no capitals."""
    added = {key: Adding(at=DAY + dt.timedelta(days=n)) for n, key in enumerate(("r2", "r1"))}
    rows = overview(Contents(reports=REPORTS, added=added), folded(), {})

    def ids(by: Order) -> str:
        return " ".join(one.report.id for one in ordered(rows, by))

    assert ids("added") == "r1 r2 r3"
    assert ids("title") == "r3 r2 r1"
    assert ids("published") == "r3 r1 r2"
    assert ids("unchecked") == ids("incidents") == ids("checked") == "r1 r3 r2"


def test_reports_are_found_by_title_publisher_and_file() -> None:
    """All words must be there, whatever their capitals."""
    rows = overview(Contents(reports=REPORTS), Folded(), {})
    assert [one.report.id for one in having(rows, "GAO pdf")] == ["r3"]
    assert [one.report.id for one in having(rows, "herald")] == ["r2"]
    assert len(having(rows, "")) == 3
    assert having(rows, "gao herald") == []
