"""Districts and communes that stand for the town at their seat."""

import pytest

from geo.divisions import read_table
from geo.make_districts import names_of
from tests.geo.places_world import world


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ("Canal/Pigi", ["Canal", "Pigi"]),
        ("Ambuíla (Sede Mantoyo)", ["Ambuíla"]),
        ("WARSHEIKH", ["Warsheikh"]),
        ("Zinder II", []),
        ("Seke 11", []),
        ("GbÃ¨lo", ["Gbèlo"]),
        ("Null", []),
    ],
)
def test_a_district_has_the_names_that_a_report_may_use(given: str, names: list[str]) -> None:
    """Numbered parts of towns have none; mojibake and capitals are put right."""
    assert names_of(given) == names


def test_every_district_is_in_the_index_with_its_region() -> None:
    """Few lie off the simplified outlines of their country's regions."""
    rows = read_table("districts.csv")
    kept = [
        entry
        for row in rows
        for entry, _ in world().lookup(row["name"])
        if entry.place_id.startswith("gb:") and entry.country == row["country"]
    ]
    assert len({entry.place_id for entry in kept}) > 0.98 * len(rows)
    assert sum(bool(entry.region) for entry in kept) > 0.99 * len(kept)
