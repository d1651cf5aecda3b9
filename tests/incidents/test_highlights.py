"""The text cut into pieces: nothing lost, nothing marked wrongly."""

from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.highlights import WINDOW, highlight
from incidents.records import Span
from incidents.wording import labels, say_casualties, say_count, say_date, title
from tests.making import JANUARY, PERIOD, TEXT, count, five, incident


def test_the_pieces_are_the_text() -> None:
    """Put together they are the report, character for character."""
    shown = highlight(TEXT, five(), labels(five()), "raid")
    assert "".join(p.text for p in shown.pieces) == TEXT


def test_evidence_carries_its_number_and_fields_its_kind() -> None:
    """The selected incident's fields are told apart; the others' evidence is tinted."""
    shown = highlight(TEXT, five(), labels(five()), "raid")
    by_text = {p.text: p for p in shown.pieces}
    assert by_text["January"].fields == ("date",)
    assert by_text["Russian support"].fields == ("actor",)
    assert [p.chips for p in shown.pieces if p.chips] == [("1",), ("2",), ("2a",), ("3",), ("4",)]
    funeral = next(p for p in shown.pieces if "funeral" in p.text)
    assert funeral.incidents == ("funeral",)


spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda t: Span(min(t), max(t)))


@given(st.lists(spans, max_size=6), st.text(min_size=60, max_size=80))
@settings(max_examples=80, deadline=None)
def test_any_spans_over_any_text_lose_nothing(found: list[Span], text: str) -> None:
    """Overlapping, nested, empty spans: the text stays whole, each code point marked right."""
    incidents = [incident(str(n), evidence=(span,)) for n, span in enumerate(found)]
    shown = highlight(text, incidents, labels(incidents), None)
    assert "".join(p.text for p in shown.pieces) == text
    at = 0
    for piece in shown.pieces:
        for position in range(at, at + len(piece.text)):
            inside = {str(n) for n, s in enumerate(found) if s.start <= position < s.end}
            assert inside == set(piece.incidents)
        at += len(piece.text)


def test_of_a_huge_text_a_window_around_the_selected_is_shown() -> None:
    """10 MB do not go to the browser, and what is left out is counted."""
    text = "x" * 10_000_000
    far = incident("far", evidence=(Span(9_000_000, 9_000_010),))
    shown = highlight(text, [far], {"far": "1"}, "far")
    assert sum(len(p.text) for p in shown.pieces) == WINDOW
    assert any(p.incidents == ("far",) for p in shown.pieces)
    assert shown.before + WINDOW + shown.after == len(text)


def test_the_words_for_bounds_and_intervals() -> None:
    """Vague stays vague in words."""
    assert say_count(count(13, 13, None)) == "at least 13"
    assert say_count(count(10, None, 15)) == "10 to 15"
    assert say_count(count(0, None, 4)) == "up to 4"
    assert say_date(JANUARY) == "some time in January 2024"
    assert say_date(PERIOD) == "some time between 1 December 2023 and 31 March 2024"
    assert say_date(None) == "date unknown"
    assert say_casualties(five()[4]) == "killed: unknown"
    assert title(five()[1]) == "2 × Air/drone strike"
