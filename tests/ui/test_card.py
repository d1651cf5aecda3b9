"""The selected incident's card: what sources say against each other, escaped."""

import msgspec

from incidents.records import Claim, Count, Span
from tests.making import TEXT, five
from ui.panels.reading import _claims, _told


def test_each_rival_claim_is_shown_with_its_words() -> None:
    span = Span(TEXT.index("killed at least 13"), TEXT.index("killed at least 13") + 18)
    least = Span(TEXT.index("at least 13"), TEXT.index("at least 13") + 11)
    count = Count(low=13, best=13, high=None, text="at least 13", span=least)
    claims = (
        Claim(
            source="<b>army</b>",
            status="claimed",
            casualties={"killed": count},
            text=span.of(TEXT),
            span=span,
        ),
        Claim(source="residents", status="denied", text=span.of(TEXT), span=span),
    )
    shown = _claims(msgspec.structs.replace(five()[0], claims=claims), TEXT)
    assert "<b>" not in shown
    assert "army&lt;/b&gt;, claimed: at least 13 killed <q>at least 13</q>" in shown
    assert "residents, denied: no figure <q>killed at least 13</q>" in shown


def test_without_rivals_the_card_says_nothing_of_claims() -> None:
    assert _claims(five()[0], TEXT) == ""


def test_the_card_says_in_how_many_places_the_report_tells_of_it() -> None:
    """A toll that rests on five sentences is told from one that rests on one."""
    told = five()[0]
    five_times = tuple(Span(start, start + 4) for start in range(0, 50, 10))
    assert "in 5 places" in _told(msgspec.structs.replace(told, evidence=five_times))
    assert _told(msgspec.structs.replace(told, evidence=five_times[:1])) == ""
