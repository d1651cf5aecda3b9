"""Whatever the text, extraction gives the same, and every span slices back to its words."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents.explain import explain
from incidents.extract import Extraction, extract
from incidents.finders.places import NoNames
from incidents.records import Span, to_json
from incidents.report import Report
from tests.incidents.grounds import KnownTowns

PIECES = st.sampled_from(
    [
        "Gunmen killed 12 people, including three women, in Dola on 3 June. ",
        "Two air strikes near Kobi wounded 20 others, witnesses said.\r\n",
        "One of the strikes killed seven children.\n\n",
        "Des hommes arme\u0301s ont tué huit civils à Béré le 3 juin.\r",
        "\u200f\u202eThe army denied it.\u202c ",
        "• 4 June: protesters\tthrew stones &amp; police fired tear gas 😀\n",
        "Related News\n",
        "“The attack” — followed by another strike on a funeral; ",
        "A" * 40,
        "\x00\ufeff ",
        "killed ",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=8).map("".join), st.text(max_size=200))


def read(text: str, language: str | None = "en") -> Extraction:
    report = Report(id="r", text=text, published="2024-06-10", language=language)
    return extract(report, NoNames())


def told_spans(extraction: Extraction) -> list[tuple[Span | None, str | None]]:
    found: list[tuple[Span | None, str | None]] = []
    for one in extraction.incidents:
        found.append((one.place.span, one.place.text))
        found += [(actor.span, actor.text) for actor in one.actors]
        found += [(source.span, source.text) for source in one.sources]
        found += [(claim.span, claim.text) for claim in one.claims]
        found += [(count.span, count.text) for count in one.casualties.values()]
        if one.date is not None:
            found.append((one.date.span, one.date.text))
    return found


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(["en", "fr", None]))
def test_spans_slice_back_for_any_text(text: str, language: str | None) -> None:
    extraction = read(text, language)
    for span, words in told_spans(extraction):
        assert (span is None) == (words is None)
        if span is not None:
            assert span.of(text) == words
    for one in extraction.incidents:
        assert one.evidence
        for span in (*one.evidence, *one.spans.values()):
            assert 0 <= span.start < span.end <= len(text)
        assert 0 <= one.confidence <= 1
        assert one.count >= 1


@settings(max_examples=20, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_bytes(text: str) -> None:
    assert to_json(read(text).incidents) == to_json(read(text).incidents)


@settings(max_examples=20, deadline=None)
@given(TEXTS)
def test_ids_are_unique_and_parts_have_their_whole(text: str) -> None:
    incidents = read(text).incidents
    ids = [one.id for one in incidents]
    assert len(set(ids)) == len(ids)
    assert {one.part_of for one in incidents} <= {None, *ids}


@pytest.mark.parametrize(
    "piece",
    [
        "Gunmen killed 12 people in Dola on 3 June. ",
        "killed and wounded and abducted in Dola and in Kobi, ",
        "The army and the rebels said that ",
        "12 13 14 15 ",
        "((((",
        "In Dola, in Kobi, in Sare; ",
        "“",
    ],
)
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        start = time.process_time()
        read(text)
        return time.process_time() - start

    seconds(2_000)
    assert seconds(64_000) < 10 * 4 * seconds(16_000) + 0.5


def test_explain_tells_each_sentence_and_why() -> None:
    text = "Gunmen killed 12 people in Dola on 3 June. The group threatened to attack Kobi."
    lines = list(explain(read(text)))
    assert any("Gunmen killed 12 people" in line for line in lines)
    assert any("new 1: " in line for line in lines)
    assert any("barred: threat" in line for line in lines)
    assert any("(en.kill" in line for line in lines)
    assert "1 incidents" in lines


def test_explain_shows_the_incidents_as_they_were_placed() -> None:
    report = Report(id="r", text="Gunmen killed 12 people in Dola on 3 June.", language="en")
    lines = explain(extract(report, NoNames(), KnownTowns({"Dola": "XK"})))
    assert any("Dola (stated) = Dola Town, XK" in line for line in lines)
