"""From one cluster to its record: every field in the raw text, and the id hashed last."""

import dataclasses

from msgspec.structs import replace

from incidents.events.sentence import Mentions
from incidents.grounding import Unresolved
from incidents.linking.cluster import Cluster
from incidents.record.write import build_incidents, content_id
from incidents.records import Incident, Place, Span
from incidents.report import Report
from tests.incidents.building import (
    Page,
    actor,
    cluster,
    count,
    cue,
    date,
    noun,
    place,
    source,
    story,
    told,
    within,
)

FILLER = "x" * 99
REPORT = Report(id="r", text="")


class Around(Unresolved):
    """A ground that knows a country everywhere."""

    def around(self, position: int) -> Place:  # noqa: ARG002 - Ground's
        """Return the one country."""
        return Place(country="XA")


def write(*clusters: Cluster, ground: Unresolved | None = None) -> tuple[Incident, ...]:
    """Write the incidents of clusters, each on lines of its own."""
    page = Page(*[FILLER] * 12)
    return build_incidents(story(*clusters, page=page), REPORT, Mentions(), ground or Unresolved(0))


def one(made: Cluster, ground: Unresolved | None = None) -> Incident:
    """Write one incident."""
    (incident,) = write(made, ground=ground)
    return incident


def test_an_incident_is_typed_by_its_words() -> None:
    """The families of the words and the parties give ACLED's type."""
    incident = one(cluster(told(0, cue("attack"), killed=count(9, civilian=True))))
    assert (incident.event_type, incident.sub_event_type) == (
        "Violence against civilians",
        "Attack",
    )


def test_its_evidence_is_its_accounts() -> None:
    """One span for each, in text order."""
    made = cluster(told(0), told(3))
    assert one(made).evidence == (Span(0, 99), Span(300, 399))


def test_its_figures_are_the_clusters() -> None:
    """And never a sum over its accounts."""
    made = cluster(told(0, killed=12), told(3, killed=12))
    assert one(made).casualties["killed"].best == 12


def test_its_date_is_the_clusters() -> None:
    """With its words in the raw text."""
    found = one(cluster(told(0, when=date(3)))).date
    assert found is not None
    assert found.edtf == "2024-06-03"


def test_a_place_that_nobody_knows_keeps_its_words() -> None:
    """The span stands in the raw text, and no point is made up."""
    found = one(cluster(told(2, where=place("Dola")))).place
    assert (found.span, found.kind, found.country) == (Span(200, 204), "none", None)


def test_a_grounded_place_is_the_incidents() -> None:
    """As it was resolved, with the ground on which the incident has it."""
    site = Place(name="Dola", kind="point", country="XA", place_id="a", precision=1)
    made = cluster(told(0, where=place("Dola"), site=site))
    made = dataclasses.replace(made, place_basis="inherited")
    assert one(made).place == replace(site, basis="inherited")


def test_without_a_place_the_country_spoken_of_stands() -> None:
    """Or, where nobody knows one, the reason."""
    assert one(cluster(told(0)), Around(0)).place.country == "XA"
    assert one(cluster(told(0))).place.why == "The report names no place for it."


def test_a_part_names_its_whole() -> None:
    """By the id that the whole has in the end."""
    whole, part = cluster(told(0, killed=91), number=0), cluster(told(2, killed=64), number=1)
    part, whole = within(part, whole)
    first, second = write(whole, part)
    assert (first.part_of, second.part_of) == (None, first.id)


def test_the_means_are_those_of_the_surest_word() -> None:
    """Of several words, the one that weighs most."""
    words = cue("attack", means="knife", weight=0.4), cue("air", means="drone", weight=0.9)
    assert one(cluster(told(0, *words))).means == "drone"


def test_another_strike_is_such_a_one_as_the_last() -> None:
    """It takes over its kind and its means."""
    first = cluster(told(0, noun("air", means="drone")), number=0)
    again = cluster(told(2, noun("attack", "another")), number=1)
    again = dataclasses.replace(again, like=first.number)
    assert [(made.sub_event_type, made.means) for made in write(first, again)] == [
        ("Air/drone strike", "drone")
    ] * 2


def test_it_counts_the_events_told_together() -> None:
    """Two strikes are two."""
    assert one(cluster(told(0, noun(count=2)))).count == 2


def test_who_vouches_for_its_words_is_its_source() -> None:
    """A source whose scope meets an account."""
    page = Page(*[FILLER] * 3)
    heard = Mentions(sources=(source("police", span=Span(80, 86), scope=Span(0, 99)),))
    made = story(cluster(told(0), number=0), cluster(told(2), number=1), page=page)
    first, second = build_incidents(made, REPORT, heard, Unresolved(0))
    assert [found.name for found in first.sources] == ["police"]
    assert second.sources == ()


def test_rules_that_fired_are_named_once() -> None:
    """In order, without those that have no name."""
    made = cluster(told(0, cue(rule="b"), cue(rule="a"), killed=count(9, rule="b")))
    assert one(made).rules == ("a", "b")


def test_it_is_surer_the_more_ties_it_down() -> None:
    """A day, a place and a number beside a sure word."""
    loose = one(cluster(told(0, cue(weight=0.5))))
    tied = one(cluster(told(0, cue(weight=0.9), killed=9, where=place(), when=date(3))))
    assert 0 < loose.confidence < tied.confidence <= 1


def test_the_id_is_the_hash_of_what_the_record_says() -> None:
    """The same content has the same id; another type, day, place or word has another."""
    incident = one(cluster(told(0, killed=9, where=place(), when=date(3))))
    assert incident.id == content_id(incident, "\n".join([FILLER] * 12))
    assert incident.id == one(cluster(told(0, killed=9, where=place(), when=date(3)))).id
    others = [
        told(0, cue("clash"), killed=9, where=place(), when=date(3)),
        told(0, killed=9, where=place(), when=date(4)),
        told(0, killed=9, when=date(3)),
        told(1, killed=9, where=place(), when=date(3)),
    ]
    assert len({incident.id, *(one(cluster(other)).id for other in others)}) == 5


def test_whom_its_words_name_takes_part() -> None:
    """The actors of its accounts, with their words in the raw text."""
    made = cluster(told(2, cue("clash"), actors=[actor("gunmen", span=Span(0, 6))]))
    assert [(found.name, found.span) for found in one(made).actors] == [("gunmen", Span(200, 206))]
