import random
from pathlib import Path

from datasets.auditing import audit
from tests.datasets.made import ACLED, write


def told(path: Path, begin: str) -> str:
    """Return the line of a finding."""
    return next(line for line in audit(path) if line.startswith(begin))


def rows(number: int, **changes: str) -> list[dict[str, str]]:
    """Make events with ids of their own."""
    return [
        ACLED | changes | {"event_id_cnty": f"E{changes.get('admin2')}{at}"} for at in range(number)
    ]


def test_pins_on_a_countrys_middle_are_found(tmp_path: Path) -> None:
    """Events piled on a centroid are counted, with how many claim to be exact."""
    from geo.boundaries import countries  # noqa: PLC0415

    frame = countries().set_index("iso2")
    middle = frame.geometry["ML"].centroid
    pile = rows(7, latitude=f"{middle.y:.4f}", longitude=f"{middle.x:.4f}", admin2="a")
    path = write(tmp_path / "a.csv", [*pile, *rows(5, admin2="b")])
    assert "7 rows lie within 2 km" in told(path, "Centroids")
    assert "7 claim to be exact" in told(path, "Centroids")
    assert any("Mali (country, ML)" in line for line in audit(path))


def test_no_pile_no_finding(tmp_path: Path) -> None:
    """A town's own coordinates are no centroid."""
    assert "no country" in told(write(tmp_path / "a.csv", rows(5)), "Centroids")


def test_shaken_coordinates_are_found(tmp_path: Path) -> None:
    """A place with other coordinates in every row was shaken; one with the same was not."""
    chance = random.Random(1)  # noqa: S311
    shaken = [
        one | {"latitude": f"{14 + chance.gauss(0, 0.05):.5f}", "location": "Dimbal"}
        for one in rows(20, admin2="a")
    ]
    path = write(tmp_path / "a.csv", [*shaken, *rows(20, admin2="b", location="Bankass")])
    assert "1 of 2 places" in told(path, "Jitter")
    assert any("20 rows name Dimbal" in line for line in audit(path))
    still = write(tmp_path / "b.csv", rows(20, location="Bankass"))
    assert "none" in told(still, "Jitter")


def test_repeated_rounded_and_turned_ones_are_counted(tmp_path: Path) -> None:
    """Shares of rows on one spot and on whole degrees; rows outside their country."""
    turned = rows(2, latitude="-3.5160", longitude="14.0700", admin2="t")
    path = write(
        tmp_path / "a.csv", [*rows(6), *rows(2, latitude="14", longitude="-3", admin2="r"), *turned]
    )
    assert told(path, "Repeated").startswith("Repeated: 10 (100.0 %)")
    assert "2 (20.0 %) of the rows lie on whole degrees" in told(path, "Rounded")
    assert told(path, "Outside").startswith("Outside: 2 rows")
    assert "; 2 of them" in told(path, "Outside")
