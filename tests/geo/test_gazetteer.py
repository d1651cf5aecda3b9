"""The gazetteer: names as they are written, what the index knows, and how it is built."""

import multiprocessing
import os
import sqlite3
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import cache
from geo.divisions import children
from geo.gazetteer import build
from geo.gazetteer.entries import Entry, NamedEntry
from geo.gazetteer.index import Gazetteer
from geo.gazetteer.keys import fold, key_of, slow_key_of, split
from geo.gazetteer.schema import Writer
from geo.gazetteer.sources import useful_names
from incidents.errors import GazetteerError
from tests.geo.places_world import world


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ségou", "Segou"),
        ("Bobo-Dioulasso", "bobo dioulasso"),
        ("N'Tillit", "Ntillit"),
        ("N’Djamena", "N'Djamena"),
        ("Côte d'Ivoire", "Cote d’Ivoire"),
        ("St. Louis", "Saint-Louis"),
        ("Tɛnɛnkun", "Tenenkun"),
        ("Łódź", "Lodz"),
        ("Ǽrø", "Aero"),
        ("Ma'rib", "Marib"),
        ("U.S.", "US"),
    ],
)
def test_spellings_share_a_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other) != ""


@given(st.text(max_size=40))
@settings(max_examples=150, deadline=None)
def test_folding_twice_changes_nothing(text: str) -> None:
    """A key is its own key, so that look-up and build agree."""
    key = key_of(text)
    assert key_of(key) == key
    assert all(fold(token) == fold(fold(token)) for token in split(text))


@given(st.text(alphabet="aéßŁœɛ -'’.İSt1Çd", max_size=20))
@settings(max_examples=200, deadline=None)
def test_the_quick_key_is_the_slow_one(name: str) -> None:
    """The build's short cut never writes another key than the look-up's."""
    assert key_of(name) == slow_key_of(name)


def test_useful_names_are_latin_and_no_codes() -> None:
    names = ["SZU", "Ségou", "shikaso", "Сикассо", "バマコ", "Tɛnɛnkun", "Ra's al-Khaymah", "Gao"]
    assert useful_names(names) == ("Ségou", "Tɛnɛnkun", "Ra's al-Khaymah", "Gao")


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Mali", "country:ML"),
        ("Ivory Coast", "country:CI"),
        ("Côte d'Ivoire", "country:CI"),
        ("République centrafricaine", "country:CF"),
        ("Allemagne", "country:DE"),
        ("DRC", "country:CD"),
        ("Burma", "country:MM"),
        ("Zaire", "country:CD"),
        ("Ségou", "ne:ML05"),
        ("Tombouctou", "ne:ML08"),
        ("North Kivu", "ne:CG11"),
        ("Far North", "ne:CM12"),
        ("Ménaka", "iso:ML-9"),
        ("Boucle du Mouhoun", "iso:BF-01"),
        ("England", "iso:GB-ENG"),
        ("Occitanie", "iso:FR-OCC"),
        ("Liptako-Gourma", "vague:liptako-gourma"),
        ("zone des trois frontières", "vague:liptako-gourma"),
        ("Africa", "continent:AF"),
        ("Bamako", "gn:2460596"),
        ("Kiev", "gn:703448"),
    ],
)
def test_name_is_known(name: str, place_id: str) -> None:
    assert place_id in {found.entry.place_id for found in world().lookup(name)}


def test_burkina_faso_has_thirteen_regions_of_forty_five_provinces() -> None:
    regions = {code: members for code, members in children().items() if code.startswith("BF-")}
    assert len(regions) == 13
    assert sum(map(len, regions.values())) == 45


def test_towns_lie_in_their_divisions() -> None:
    dori = next(f.entry for f in world().lookup("Dori") if f.entry.country == "BF")
    assert (dori.admin1, dori.admin2) == ("Sahel", "Séno")


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        (["in", "Burkina", "Faso", "today"], 1, 2),
        (["the", "Lake", "Chad", "basin", "is"], 1, 3),
        (["Gao"], 0, 1),
        (["Xyzzyx"], 0, None),
    ],
)
def test_longest_name_wins(text: list[str], at: int, words: int | None) -> None:
    match = world().longest(text, at)
    assert (match.words if match else None) == words


def small_index(path: Path, name: str = "Testville", people: int = 10) -> Path:
    entry = Entry("gn:1", name, "town", "ML", "ne:ML09", "Gao", "", 16.0, 0.0, people)
    connection = sqlite3.connect(path)
    writer = Writer(connection)
    writer.add([NamedEntry(entry, ("Autre Nom",))], lambda _count: None)
    writer.finish({"version": "0"})
    connection.close()
    return path


def test_a_later_index_fills_in_an_earlier_place(tmp_path: Path) -> None:
    """A pack's row of a known place replaces it, and keeps what only the world's row knew."""
    first, second = small_index(tmp_path / "a", people=500), small_index(tmp_path / "b", people=0)
    found = Gazetteer([first, second]).lookup("autre nom")
    assert [(item.entry.population, item.entry.region) for item in found] == [(500, "ne:ML09")]


def test_broken_index_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer-x.sqlite"
    path.write_bytes(b"this is no database at all, and long enough to be looked at" * 20)
    with pytest.raises(GazetteerError, match="Remove the file"):
        Gazetteer([path])


def _run_out_of_space(path: Path) -> None:
    with cache.replacing(path) as half:
        half.write_text("half")
        raise OSError(28, "No space left on device")


def test_failed_build_leaves_what_was_there(tmp_path: Path) -> None:
    """A full disk in the middle of a build neither breaks nor litters."""
    path = tmp_path / "index"
    path.write_text("before")
    with pytest.raises(GazetteerError, match="as it was before"):
        _run_out_of_space(path)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_interrupted_build_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "index"
    path.write_text("before")
    with pytest.raises(KeyboardInterrupt), cache.replacing(path):
        raise KeyboardInterrupt
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_unwritable_cache_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.write_text("")
    monkeypatch.setenv(cache.VARIABLE, str(taken / "below"))
    with pytest.raises(GazetteerError, match=cache.VARIABLE):
        cache.cache_folder()


def _build(folder: str, built: "multiprocessing.queues.Queue[str]") -> None:
    def slow(path: Path, _progress: object) -> None:
        built.put("built")
        small_index(path)

    build._write = slow  # type: ignore[assignment]  # this process is the test's own
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(cache.VARIABLE, folder)
        build.ensure_index()


def test_two_processes_build_once(tmp_path: Path) -> None:
    """Of two processes that start together one builds and the other takes its index."""
    context = multiprocessing.get_context("fork")
    built: multiprocessing.queues.Queue[str] = context.Queue()
    both = [context.Process(target=_build, args=(str(tmp_path), built)) for _ in range(2)]
    for process in both:
        process.start()
    for process in both:
        process.join(60)
    assert [process.exitcode for process in both] == [0, 0]
    assert built.get(timeout=5) == "built"
    assert built.empty()


def test_new_data_makes_a_new_index(monkeypatch: pytest.MonkeyPatch) -> None:
    before = build.data_key()
    monkeypatch.setattr(build, "version", lambda package: f"{package}-of-another-release")
    assert build.data_key() != before


def test_two_releases_keep_their_indexes_in_one_cache(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Neither removes what the other uses, and both find their own without building it again."""
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
    monkeypatch.setattr(build, "_write", lambda path, _progress: small_index(path))
    found = []
    for release in ("one", "other"):
        monkeypatch.setattr(build, "data_key", lambda release=release: release)
        found.append(build.ensure_index())
    assert all(path.exists() for path in found)


def test_what_nobody_used_for_long_is_removed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An index that was built long ago stays as long as somebody opens it."""
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
    monkeypatch.setattr(build, "_write", lambda path, _progress: small_index(path))
    long_ago = time.time() - (cache.UNUSED_DAYS + 1) * 86_400
    used, unused = tmp_path / "gazetteer-used.sqlite", tmp_path / "gazetteer-unused.sqlite"
    for path in (used, unused):
        small_index(path)
        os.utime(path, (long_ago, long_ago))
    cache.mark_used(used)
    assert used.stat().st_mtime == pytest.approx(long_ago)
    build.ensure_index()
    assert used.exists()
    assert not unused.exists()
