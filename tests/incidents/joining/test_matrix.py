"""The claims side by side, and which version shows the event."""

from incidents.joining.heading import in_order
from incidents.joining.matrix import matrix
from incidents.records import Count, Span
from tests.incidents.joining.versions import MOPTI, SOMEWHERE, figure, version

TEXT = "Gunmen attacked Bandiagara, killing 15 people."


def test_what_differs_is_lit_and_what_is_silent_is_not() -> None:
    """Two figures differ; a report that gives none contradicts nobody; the same day is plain."""
    told = Count(low=15, best=15, high=15, text="15 people", span=Span(36, 45))
    versions = [
        version("r1", killed=told),
        version("r2", killed=figure(13, 13)),
        version("r3"),
    ]
    rows = {row.label: row.cells for row in matrix(versions, {"r1": TEXT})}
    assert [(cell.says, cell.differs) for cell in rows["Killed"]] == [
        ("15", True),
        ("at least 13", True),
        ("", False),
    ]
    assert rows["Killed"][0].words == "15 people"
    assert not any(cell.differs for cell in rows["When"] + rows["Where"])
    assert "Injured" not in rows


def test_sentences_are_quoted_from_their_own_report() -> None:
    """The words of a column are those of its report, whatever the others have there."""
    versions = [version("r1", evidence=(Span(0, 15),)), version("r2", evidence=(Span(0, 6),))]
    rows = {row.label: row.cells for row in matrix(versions, {"r1": TEXT, "r2": "Armed men"})}
    assert [cell.words for cell in rows["Sentences"]] == ["Gunmen attacked", "Armed"]


def test_the_closest_place_then_a_figure_then_the_later_report_shows_the_event() -> None:
    """A region never hides a town, nor a version without a toll one with it."""
    region = version("region", place=MOPTI, killed=15)
    nowhere = version("nowhere", place=SOMEWHERE, killed=15)
    plain = version("plain")
    early, late = version("early", killed=13), version("late", killed=15)
    published = {"early": "2024-06-04", "late": "2024-06-06", "plain": "2024-06-09"}
    ordered = in_order([nowhere, region, plain, early, late], published)
    assert [one.report_id for one in ordered] == ["late", "early", "plain", "region", "nowhere"]
