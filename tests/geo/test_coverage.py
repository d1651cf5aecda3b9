"""A filter by region keeps the vague places that may lie in it."""

from geo.coverage import covered_regions
from incidents.filters import FilterSpec
from incidents.records import Place
from incidents.select import facet_counts, select
from incidents.table import make_table
from tests.making import SEGOU, TEXT, five, incident


def area(place_id: str) -> Place:
    return Place(name="x", kind="area", country="ML", precision=5, place_id=place_id)


def test_northern_mali_may_be_in_gao() -> None:
    """Timbuktu, Gao and Kidal, and no neighbour that only shares a border."""
    found = covered_regions([incident("a", place=area("vague:northern-mali"))])
    assert set(found["vague:northern-mali"]) == {"ML/Timbuktu", "ML/Gao", "ML/Kidal"}


def test_an_area_smaller_than_a_region_lies_in_it() -> None:
    """A drawn field near Mopti is in Mopti."""
    ring = "polygon(14.5,-4.2,14.6,-4.2,14.6,-4.1,14.5,-4.1)"
    assert covered_regions([incident("a", place=area(ring))])[ring] == ("ML/Mopti",)


def test_provinces_stand_for_their_region() -> None:
    """The Sahel region of Burkina Faso is one region, as the geocoder names it."""
    found = covered_regions([incident("a", place=area("iso:BF-12"))])
    assert found["iso:BF-12"] == ("BF/Sahel",)


def test_the_filter_keeps_what_may_be_there() -> None:
    """By Gao: the strikes somewhere in northern Mali; by Ségou: the wedding and the funeral."""
    incidents = five()
    table = make_table(incidents, {"r1": TEXT}, covered_regions(incidents))
    assert list(select(table, FilterSpec(regions=("ML/Gao",)))["id"]) == ["strikes", "children"]
    assert list(select(table, FilterSpec(regions=("ML/Ségou",)))["id"]) == ["wedding", "funeral"]
    assert facet_counts(table, FilterSpec(), "regions")["ML/Kidal"] == 2


def test_an_id_that_cannot_be_read_covers_nothing() -> None:
    """One broken place must not empty the page."""
    assert covered_regions([incident("a", place=area("<script>"))]) == {"<script>": ()}
    assert covered_regions([incident("b", place=SEGOU)])["ne:ML05"] == ("ML/Ségou",)
