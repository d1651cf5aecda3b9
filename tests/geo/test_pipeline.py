"""From a report's words to its placed incidents, and into the store."""

from pathlib import Path

import msgspec
import pytest

from geo.cache import cache_folder
from geo.gazetteer.packs import add_pack, remove_pack
from geo.pipeline import Pipeline, bundled_reports, default_pipeline
from incidents.errors import StoreError
from incidents.filters import FilterSpec
from incidents.records import Incident
from incidents.report import Report, read_report
from incidents.select import select
from incidents.store import Store
from incidents.table import make_table
from incidents.totals import totals


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return default_pipeline()


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("Gunmen killed 12 villagers in the Tillaberi region of Niger on 10 February 2023.",
         "Tillabéri", "area", "NE"),
        ("Gunmen killed 12 people in Ansongo, in the Gao region of Mali, on 3 May 2022.",
         "Ansongo", "point", "ML"),
        ("Des hommes armés ont tué 12 villageois dans la région de Ségou, au Mali, le 5 juin 2021.",
         "Ségou", "area", "ML"),
        ("Soldiers killed nine people in a village in Mali on 5 June 2021.", "Mali", "none", "ML"),
        ("A drone strike killed nine people in northern Nigeria on 5 June 2021.",
         "northern Nigeria", "area", "NG"),
    ],
)  # fmt: skip
def test_the_place_is_as_precise_as_the_words(
    pipeline: Pipeline, text: str, name: str, kind: str, country: str
) -> None:
    """A town is a pin, a region an area, an unnamed village only its country."""
    (incident,) = pipeline.read(read_report(text.encode(), name="x.txt"))
    place = incident.place
    assert (place.kind, place.country) == (kind, country)
    assert kind == "none" or place.name == name


def test_the_first_view_of_the_bundled_report(pipeline: Pipeline) -> None:
    """What `make run` shows: four incidents and their part, five events, at least 41 killed."""
    (report,) = bundled_reports()
    table = make_table(pipeline.read(report), {report.id: report.text})
    assert totals(select(table, FilterSpec())).sentence() == (
        "5 events in 4 incidents (and 1 part) · at least 41 killed, unknown for 1 · "
        "3 on the map, 1 without a place"
    )


def test_every_span_slices_back(pipeline: Pipeline) -> None:
    """No field claims words that are not there."""
    (report,) = bundled_reports()
    for incident in pipeline.read(report):
        told = [(a.span, a.text) for a in incident.actors]
        told += [(c.span, c.text) for c in incident.casualties.values()]
        told += [(s.span, s.text) for s in incident.sources]
        told += [(incident.place.span, incident.place.text)]
        told += [(incident.date.span, incident.date.text)] if incident.date else []
        for span, words in told:
            assert words == (span.of(report.text) if span else None)


def test_ingesting_twice_reads_once(pipeline: Pipeline, tmp_path: Path) -> None:
    """The same report under the same rules is left as it is; new rules read it anew."""
    store = Store(f"sqlite:///{tmp_path / 'x.db'}")
    (report,) = bundled_reports()
    first = pipeline.ingest(store, report)
    stamp = store.stamp()
    assert pipeline.ingest(store, report) == first
    assert store.stamp() == stamp
    store.put(report, [], "older rules")
    assert pipeline.ingest(store, report) == first


@pytest.mark.parametrize(
    "text",
    [
        "MALI\n\nBurkina Faso's army was blamed. On 4 June, 32 civilians were shot dead on a road.",
        (
            "BENIN\n\nA market was looted in Parakou on 3 June.\n\nMALI\n\nGunmen killed 32 "
            "civilians on 4 June. They had returned from Burkina Faso, as had others from Niger."
        ),
    ],
)
def test_a_heading_says_the_country_of_what_has_no_place(pipeline: Pipeline, text: str) -> None:
    report = Report(id="x", text=text, published="2024-06-10", language="en")
    assert pipeline.read(report)[-1].place.country == "ML"


def test_what_is_known_later_of_a_report_is_added(pipeline: Pipeline, tmp_path: Path) -> None:
    """Its date reads it anew; a file added again without one takes nothing away."""
    store = Store(f"sqlite:///{tmp_path / 'x.db'}")
    text = b"Gunmen killed 12 villagers in Gao, Mali, on 10 February."
    bare = read_report(text, name="x.txt")
    (undated,) = pipeline.ingest(store, bare)
    dated = read_report(text, name="x.txt", published="2023-02-14", publisher="Agence")
    (incident,) = pipeline.ingest(store, dated)
    assert incident.date != undated.date
    assert incident.date is not None
    assert incident.date.edtf == "2023-02-10"
    assert pipeline.ingest(store, bare) == [incident]
    (kept,) = store.reports()
    assert (kept.published, kept.publisher) == ("2023-02-14", "Agence")


def test_what_an_analyst_corrected_stays(pipeline: Pipeline, tmp_path: Path) -> None:
    """The file says the wrong day again, and new rules read it: 29 stays, until they say so."""
    store = Store(f"sqlite:///{tmp_path / 'x.db'}")
    text = b"Gunmen killed 12 villagers in Gao, Mali, on 10 February."
    wrong = read_report(text, name="x.txt", published="2024-03-28", title="Gao")
    amended = read_report(text, name="x.txt", published="2024-03-29", title="Gao attack")
    pipeline.ingest(store, wrong)
    store.put(amended, [], "older rules")
    assert pipeline.ingest(store, wrong)
    assert store.reports() == [amended]
    pipeline.ingest(store, wrong, said=("published",))
    (kept,) = store.reports()
    assert (kept.published, kept.title) == ("2024-03-28", "Gao attack")


def test_who_changed_it_while_it_was_read_is_not_overwritten(
    pipeline: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reading is refused, and the other's date stays."""
    store = Store(f"sqlite:///{tmp_path / 'x.db'}")
    bare = read_report(b"Gunmen killed 12 villagers in Gao, Mali, on 10 February.", name="x.txt")
    dated = msgspec.structs.replace(bare, published="2024-03-29")
    store.put(bare, [], "older rules")

    def read(_report: Report) -> list[Incident]:
        store.put(dated, [], "older rules")
        return []

    monkeypatch.setattr(pipeline, "read", read)
    with pytest.raises(StoreError, match="by somebody else"):
        pipeline.ingest(store, bare)
    assert store.reports() == [dated]


def test_adding_a_removed_report_shows_it_again(pipeline: Pipeline, tmp_path: Path) -> None:
    """As it was, not read anew."""
    store = Store(f"sqlite:///{tmp_path / 'x.db'}")
    (report,) = bundled_reports()
    pipeline.ingest(store, report)
    stamp = store.stamp()
    store.remove(report.id)
    pipeline.ingest(store, report)
    assert store.stamp() == stamp


def test_a_country_pack_is_seen_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A running program reads with it, and without it again, and knows that it reads otherwise."""
    cache = cache_folder()
    monkeypatch.setenv("CONFLICT_MAP_CACHE", str(tmp_path))
    for index in cache.glob("[!.p]*.sqlite"):
        (tmp_path / index.name).symlink_to(index)
    text = b"Gunmen killed 12 villagers in Qwertyville, Mali, on 10 February 2023."
    report = read_report(text, name="x.txt")
    before = default_pipeline()
    assert before.read(report)[0].place.kind == "none"
    dump = tmp_path / "ML.txt"
    row = ["9999999", "Qwertyville", "Qwertyville", "", "16.5", "-0.5", "P", "PPL", "ML", "", "09",
           "", "", "", "120", "", "250", "Africa/Bamako", "2024-01-01"]  # fmt: skip
    dump.write_text("\t".join(row) + "\n")
    add_pack(dump, "ML")
    with_pack = default_pipeline()
    assert with_pack.version != before.version
    assert with_pack.read(report)[0].place.place_id == "gn:9999999"
    assert default_pipeline() is with_pack
    remove_pack("ML")
    assert default_pipeline().version == before.version
