"""What adding a report again, or changing its details, does and says."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from geo.adding import Details, add, amend, dateline
from geo.coordinates import read_coordinates
from geo.decisions import typed
from geo.pipeline import Pipeline, default_pipeline
from incidents.anchors import anchor_incident
from incidents.decisions import PutPlace, decide, fold
from incidents.errors import DateError, ReportError, StoreError
from incidents.report import Report, read_report
from incidents.store import Store, rows

TEXT = (
    "Gunmen killed 12 villagers in Konna, Mali, on Monday. Two days earlier soldiers shot dead "
    "three traders in Mopti, residents said."
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give an empty database."""
    made = Store(f"sqlite:///{tmp_path / 'incidents.db'}")
    yield made
    made.close()


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """Give the reader of reports."""
    return default_pipeline()


def report(**given: str) -> Report:
    """Return the report with what is known of it."""
    return read_report(TEXT.encode(), name="konna.txt", **given)


def days(store: Store) -> set[str]:
    """Return the dates of all incidents."""
    return {one.date.edtf if one.date else "" for one in store.incidents()}


def test_the_very_same_report_again_is_said_to_be_there(store: Store, pipeline: Pipeline) -> None:
    """No tick for what did nothing."""
    assert add(pipeline, store, report()).sentence() == "Read."
    again = add(pipeline, store, report())
    assert (again.happened, again.sentence()) == ("unchanged", "Already there, unchanged.")


def test_adding_one_report_reads_no_other(
    store: Store, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the thousandth file of a folder costs a thousand times the first, log included."""
    other = add(pipeline, store, read_report(b"Gunmen killed 3 in Gao, Mali, on 3 May 2022."))
    read = store.incidents()
    store.record([decide(other.report.id, anchor_incident(read[0], other.report.text, read),
                         PutPlace(place=read[0].place))])  # fmt: skip
    decoded: set[tuple[str, str]] = set()

    def noting(what: rows.What, report_id: str, payload: bytes) -> tuple[Any, str]:
        decoded.add((what, report_id))
        return decode(what, report_id, payload)

    decode = rows.decode
    monkeypatch.setattr(rows, "decode", noting)
    first = add(pipeline, store, report())
    again = add(pipeline, store, report(published="2024-03-13"))
    assert (again.happened, bool(again.effect)) == ("read again", True)
    assert decoded == {("report", first.report.id), ("incident", first.report.id)}


def test_a_date_given_later_dates_the_incidents(store: Store, pipeline: Pipeline) -> None:
    """Added again with its date and publisher, it takes them and is read anew."""
    add(pipeline, store, report())
    assert "2024-03-11" not in days(store)
    again = add(pipeline, store, report(published="2024-03-13", publisher="Radio Konna"))
    assert again.happened == "read again"
    assert again.sentence() == (
        "Read again; its publisher was not given and is Radio Konna; its date was not given and "
        "is 2024-03-13. 2 incidents are dated otherwise."
    )
    assert "2024-03-11" in days(store)
    assert store.reports()[0].publisher == "Radio Konna"


def test_another_date_takes_the_place_of_the_first(store: Store, pipeline: Pipeline) -> None:
    """A wrong date can be put right by adding the report anew; what only the file says can't."""
    add(pipeline, store, report(published="2024-03-13"))
    assert add(pipeline, store, report(published="2023-03-13")).happened == "unchanged"
    again = add(pipeline, store, report(published="2023-03-13"), said=("published",))
    assert again.changes == ("its date was 2024-03-13 and is 2023-03-13",)
    assert all(day.startswith("2023") for day in days(store))


def test_a_removed_report_is_put_back_and_said_to_be(store: Store, pipeline: Pipeline) -> None:
    """It is no new one: what was decided on it holds again."""
    first = add(pipeline, store, report())
    store.remove(first.report.id)
    again = add(pipeline, store, report())
    assert again.happened == "put back"
    assert [one.id for one in store.reports()] == [first.report.id]


def test_details_are_changed_afterwards_and_decisions_kept(
    store: Store, pipeline: Pipeline
) -> None:
    """The date comes in, and the corrected place of the same words stays corrected."""
    first = add(pipeline, store, report())
    read = store.incidents()
    place = typed(read[0].place, read_coordinates("14.90, -3.90"), pipeline.gazetteer)
    anchor = anchor_incident(read[0], TEXT, read)
    store.record([decide(first.report.id, anchor, PutPlace(place=place))])
    changed = amend(
        pipeline, store, first.report.id, Details(title="Konna", published=" 2024-03-13 ".strip())
    )
    assert changed.happened == "read again"
    assert changed.effect == "2 incidents are dated otherwise"
    contents = store.contents()
    folded = fold(contents.incidents, contents.decisions, {first.report.id: TEXT})
    assert folded.orphans == ()
    assert folded.incidents[0].place.lat_deg == 14.9
    assert contents.reports[0].title == "Konna"


def test_a_corrected_language_reads_it_anew(store: Store, pipeline: Pipeline) -> None:
    """A French report that was taken for an English one gives its incidents then."""
    text = "Des hommes armés ont tué douze villageois à Konna, au Mali, le 3 mars 2024."
    given = read_report(text.encode(), name="konna.txt", language="en")
    first = add(pipeline, store, given)
    assert store.incidents() == []
    changed = amend(pipeline, store, first.report.id, Details(language="fr"))
    assert changed.changes == ("its language was en and is fr",)
    assert changed.effect == "0 incidents before, 1 now"
    assert days(store) == {"2024-03-03"}


def test_a_date_can_be_taken_away_again(store: Store, pipeline: Pipeline) -> None:
    """What was given by mistake is forgotten, not kept from before."""
    first = add(pipeline, store, report(published="2024-03-13"))
    changed = amend(pipeline, store, first.report.id, Details())
    assert changed.changes == ("its date was 2024-03-13 and is not known",)
    assert store.reports()[0].published is None


def test_saving_what_is_there_reads_nothing(store: Store, pipeline: Pipeline) -> None:
    """It says so."""
    first = add(pipeline, store, report(title="Konna"))
    assert amend(pipeline, store, first.report.id, Details(title="Konna")).happened == "unchanged"


def test_a_bad_date_changes_nothing(store: Store, pipeline: Pipeline) -> None:
    """It is refused before anything is written."""
    first = add(pipeline, store, report(published="2024-03-13"))
    with pytest.raises(DateError, match="13/13/13"):
        amend(pipeline, store, first.report.id, Details(published="13/13/13"))
    assert store.reports()[0].published == "2024-03-13"


def test_what_another_saved_since_the_form_was_drawn_stays(
    store: Store, pipeline: Pipeline
) -> None:
    """The form knows nothing of the other's date, and must not forget it."""
    seen = add(pipeline, store, report()).report
    amend(pipeline, store, seen.id, Details(published="2024-03-13"))
    with pytest.raises(StoreError, match="by somebody else"):
        amend(pipeline, store, seen.id, Details(title="Konna"), seen)
    (kept,) = store.reports()
    assert (kept.published, kept.title) == ("2024-03-13", None)


def test_a_report_removed_meanwhile_is_not_brought_back_by_saving(
    store: Store, pipeline: Pipeline
) -> None:
    """Somebody else removed it: the message says so."""
    first = add(pipeline, store, report())
    store.remove(first.report.id)
    with pytest.raises(ReportError, match="not there any more"):
        amend(pipeline, store, first.report.id, Details(title="Konna"))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Niamey, 14 February 2023. Gunmen killed 12 villagers in Konna.", "2023-02-14"),
        ("BAMAKO, 3 March 2024 (AFP) - Gunmen killed 12 villagers in Konna.", "2024-03-03"),
        ("Gunmen killed 12 villagers in Konna on 10 February 2023.", None),
        ("Gunmen killed 12 villagers in Konna on Monday.", None),
        ("On 10 February 2023, gunmen killed 12 villagers in Konna.", None),
        ("Le 10 février 2023, des hommes armés ont tué 12 villageois à Konna.", None),
        ("x", None),
    ],
)
def test_only_a_dateline_is_proposed_as_the_date(text: str, day: str | None) -> None:
    """The day of an event is no day of publication."""
    assert dateline(msgspec.structs.replace(report(), text=text)) == day
