import datetime as dt
from pathlib import Path

import numpy as np
import pytest

from datasets.keeping import Shelf
from datasets.layers import Layer
from datasets.marks import MOST_CELLS, kept_of, others
from datasets.selecting import canonical, keep
from incidents.filters import FilterSpec
from tests.datasets.made import ACLED, write

ROWS = [
    ACLED,
    ACLED | {"event_id_cnty": "2", "geo_precision": "3", "time_precision": "3"},
    ACLED | {"event_id_cnty": "3", "event_type": "Protests", "sub_event_type": "Peaceful protest",
             "fatalities": "0", "actor1": "Protesters (Mali)", "actor2": ""},
    ACLED | {"event_id_cnty": "4", "geo_precision": "3", "admin1": "Nowhereland",
             "event_date": "", "civilian_targeting": "Civilian targeting"},
    ACLED | {"event_id_cnty": "5", "event_type": "Strategic developments",
             "sub_event_type": "Arrests"},
]  # fmt: skip
"""A pin, an area by month, a protest, one without place or day, and no violence."""


@pytest.fixture
def layer(tmp_path: Path) -> Layer:
    shelf = Shelf(str(tmp_path / "incidents.db"))
    shelf.add(write(tmp_path / "a.csv", ROWS))
    return shelf.open("a")


@pytest.mark.parametrize(
    ("spec", "kept"),
    [
        (FilterSpec(), "1234"),
        (FilterSpec(strategic=True), "12345"),
        (FilterSpec(event_types=("Protests",)), "3"),
        (FilterSpec(sub_event_types=("Arrests",)), "5"),
        (FilterSpec(date_from=dt.date(2024, 3, 17), date_mode="certainly"), "13"),
        (FilterSpec(date_from=dt.date(2024, 3, 18), date_to=dt.date(2024, 3, 18)), "24"),
        (FilterSpec(actors=("Military Forces of Mali",)), "124"),
        (FilterSpec(actor_roles=("perpetrator",)), ""),
        (FilterSpec(regions=("ML",)), "1234"),
        (FilterSpec(regions=("ML/Mopti",)), "123"),
        (FilterSpec(regions=("NE",)), ""),
        (FilterSpec(casualties="killed"), "124"),
        (FilterSpec(civilian_targeting=True), "4"),
        (FilterSpec(precisions=(1,)), "13"),
        (FilterSpec(text="protesters"), "3"),
        (FilterSpec(text="CLASH"), "1234"),
    ],
)
def test_the_filters_keep_of_a_layer(spec: FilterSpec, kept: str, layer: Layer) -> None:
    """What they keep of incidents: a month possibly holds a day, an undated row any."""
    assert "".join(str(n + 1) for n in np.flatnonzero(keep(layer, spec))) == kept


@pytest.mark.parametrize(
    ("region", "kept"),
    [
        ("CD/Kasai", ["Kasaï", "Kasai Province"]),
        ("CD/Kasaï-Oriental", ["Kasai Oriental", "Province du Kasaï-Oriental"]),
        ("CD/Kasai-Central", ["Kasai-Central"]),
    ],
)
def test_a_region_is_no_other_whose_name_holds_its_own(
    region: str, kept: list[str], tmp_path: Path
) -> None:
    """Accents, hyphens and the word for its kind aside, the whole name is the same."""
    names = ["Kasaï", "Kasai Province", "Kasai-Central", "Kasai Oriental",
             "Province du Kasaï-Oriental", ""]  # fmt: skip
    rows = [
        ACLED | {"event_id_cnty": str(n), "iso": "180", "country": "DRC", "admin1": name}
        for n, name in enumerate(names)
    ]
    shelf = Shelf(str(tmp_path / "incidents.db"))
    shelf.add(write(tmp_path / "a.csv", rows))
    found = keep(shelf.open("a"), FilterSpec(regions=(region,)))
    assert [name for name, one in zip(names, found, strict=True) if one] == kept


@pytest.mark.parametrize(("targeted", "kept"), [(True, "1"), (False, "02"), (None, "012")])
def test_unknown_is_not_targeted(*, targeted: bool | None, kept: str, tmp_path: Path) -> None:
    """As with the reports' incidents, of which nothing more is known either."""
    cells = ("unknown", "Civilian targeting", "")
    rows = [
        ACLED | {"event_id_cnty": str(n), "civilian_targeting": cell}
        for n, cell in enumerate(cells)
    ]
    shelf = Shelf(str(tmp_path / "incidents.db"))
    shelf.add(write(tmp_path / "a.csv", rows))
    mask = keep(shelf.open("a"), FilterSpec(civilian_targeting=targeted))
    assert "".join(map(str, np.flatnonzero(mask))) == kept


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Military Forces of Mali (2021-)", "Military Forces of Mali"),
        ("Police Forces of Mali (2012-2020)", "Police Forces of Mali"),
        ("Somebody new", "Somebody new"),
    ],
)
def test_actors_have_the_names_of_the_reports(name: str, known: str) -> None:
    """Years of a government are no part of its name."""
    assert canonical(name) == known


def test_a_known_group_has_its_canonical_name() -> None:
    """ACLED's "JNIM: ..." is the group that reports call JNIM."""
    assert canonical("JNIM: Group for Support of Islam and Muslims") == canonical("JNIM")


def test_pins_areas_and_the_rest(layer: Layer) -> None:
    """No row is drawn at the coordinates of a region; what is not drawn has its reason."""
    kept = kept_of(layer, FilterSpec())
    assert (kept.rows, kept.points, kept.areas) == (4, 2, 1)
    ((why, rows),) = kept.unplaced
    assert ("Nowhereland" in why, rows) == (True, 1)
    (other,) = others([layer], FilterSpec(), 5)
    assert [cell.text for cell in other.cells] == ["2"]
    assert [area.line for area in other.areas] == ["1 event somewhere in here"]


def test_a_single_row_says_what_it_is(layer: Layer) -> None:
    """Type, day, place, actors and dead."""
    (other,) = others([layer], FilterSpec(event_types=("Battles",)), 5)
    (cell,) = other.cells
    assert cell.line.startswith("Armed clash · 17 March 2024 · Bankass · JNIM")
    assert cell.line.endswith("at least 3 killed")


@pytest.mark.parametrize(
    ("tolls", "said"),
    [
        (("", ""), "2 events · at least 0 killed, unknown for 2"),
        (("", "7"), "2 events · at least 7 killed, unknown for 1"),
        (("0", "7"), "2 events · at least 7 killed"),
    ],
)
def test_an_unknown_toll_is_no_zero(tolls: tuple[str, ...], said: str, tmp_path: Path) -> None:
    """As in the marks of the reports' incidents."""
    rows = [ACLED | {"event_id_cnty": str(n), "fatalities": toll} for n, toll in enumerate(tolls)]
    shelf = Shelf(str(tmp_path / "incidents.db"))
    shelf.add(write(tmp_path / "a.csv", rows))
    (other,) = others([shelf.open("a")], FilterSpec(), 5)
    assert [cell.line for cell in other.cells] == [said]


def test_what_the_browser_gets_is_bounded(tmp_path: Path) -> None:
    """However many spots a layer has, and however close one looks, no row is lost."""
    rows = [
        ACLED | {"event_id_cnty": str(n), "latitude": f"{n % 60}.5", "longitude": f"{n // 60}.25"}
        for n in range(3000)
    ]
    shelf = Shelf(str(tmp_path / "incidents.db"))
    shelf.add(write(tmp_path / "a.csv", rows))
    for zoom in (2, 7, 12):
        (other,) = others([shelf.open("a")], FilterSpec(), zoom)
        assert len(other.cells) <= MOST_CELLS
        assert sum(int(cell.text.replace(",", "")) for cell in other.cells) == 3000
