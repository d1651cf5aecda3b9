import json
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from geo import assets
from incidents.errors import AssetError


@pytest.fixture(scope="module")
def static(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return assets.prepare_static(tmp_path_factory.mktemp("static"))


def test_leaflet_is_copied_unmodified_and_never_imported(static: Path) -> None:
    source = assets._leaflet_folder() / "leaflet.js"
    assert (static / "vendor" / "leaflet.js").read_bytes() == source.read_bytes()
    assert (static / "vendor" / "images" / "marker-icon.png").is_file()


def test_the_base_is_there_and_small(static: Path) -> None:
    world = json.loads((static / "base" / "world.json").read_text(encoding="utf-8"))
    assert (static / "base" / "world.json").stat().st_size < 700_000
    codes = {feature["properties"]["c"] for feature in world["features"]}
    assert {"ML", "FR", "XK", "SS"} <= codes
    mali = json.loads((static / "base" / "regions" / "ML.json").read_text(encoding="utf-8"))
    assert "Ségou" in {feature["properties"]["n"] for feature in mali["features"]}
    assert mali["features"][-1]["properties"]["n"] is None


def test_a_second_start_changes_nothing(static: Path) -> None:
    before = (static / "base").stat().st_ino, (static / "vendor").stat().st_ino
    assets.prepare_static(static)
    assert ((static / "base").stat().st_ino, (static / "vendor").stat().st_ino) == before


def test_a_stale_folder_is_replaced_and_nothing_is_left_beside(static: Path) -> None:
    (static / "vendor" / assets.STAMP).write_text("old", encoding="utf-8")
    (static / "vendor" / "leaflet.js").write_text("broken", encoding="utf-8")
    assets.prepare_static(static)
    assert (static / "vendor" / "leaflet.js").stat().st_size > 100_000
    assert sorted(path.name for path in static.iterdir()) == ["base", "vendor"]


def test_a_missing_wheel_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(assets, "distribution", missing)
    with pytest.raises(AssetError, match="pip install django-leaflet"):
        assets._leaflet_paths()


def test_an_unwritable_folder_says_so(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(AssetError, match="cannot be written"):
        assets.prepare_static(blocked / "static")
