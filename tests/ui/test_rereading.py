"""Reports read anew: what analysts have made of them meanwhile stays."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from geo.pipeline import bundled_reports, default_pipeline, engine_version
from incidents.decisions import Orphan
from incidents.decisions.rereading import Difference
from incidents.report import Report
from incidents.store import Store
from incidents.tongue import speaking
from tests.incidents.test_store import REPORT, decision
from tests.making import five
from ui import data
from ui.panels import rereading


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give an empty database."""
    made = Store(f"sqlite:///{tmp_path / 'x.db'}")
    yield made
    made.close()


def test_bringing_up_to_date_overwrites_nobody(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another dates one report while all are read: that is said, and the rest is taken."""
    other = Report(id="r2", text="Other.")
    dated = msgspec.structs.replace(REPORT, published="2024-03-29")
    store.put(dated, five(), "old")
    store.put(other, [], "old")
    said: list[str] = []
    monkeypatch.setattr(rereading, "store", lambda: store)
    monkeypatch.setattr(rereading, "_read", lambda old: [(one, []) for one in old])
    monkeypatch.setattr(rereading, "say", lambda _kind, words, **_about: said.append(str(words)))
    assert rereading._take([REPORT, other])
    assert "changed or removed by somebody else" in said[0]
    assert store.reports()[0] == dated
    assert store.contents().engines == {"r1": "old", "r2": engine_version()}


def test_a_bundled_report_stays_as_it_was_corrected(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """New rules or a country pack read it anew, with the analyst's date and without their title."""
    (report,) = bundled_reports()
    amended = msgspec.structs.replace(report, published="2024-03-29", title=None)
    store.put(amended, [], "older rules")
    monkeypatch.setattr(data, "_store", lambda: store)
    monkeypatch.setattr(data, "pipeline", default_pipeline)
    data._ensure_bundled("another engine")
    assert store.reports() == [amended]
    assert store.incidents()


def test_why_a_decision_would_be_lost_is_said_in_the_reader_s_language() -> None:
    """What is kept of it is English."""
    lost = Orphan(decision=decision(), why="The incident was split meanwhile.")
    with speaking("fr"):
        ((_words, (line,)),) = rereading._lists(Difference(report_id="r1", lost=(lost,)))
    assert line.endswith("\u00a0: L’incident a été scindé entre-temps.")
