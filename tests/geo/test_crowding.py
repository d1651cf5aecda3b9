"""Many marks at a far zoom become few; close by each is itself; the selected one always is."""

from geo.crowding import CROWDED
from geo.marks import lay_out
from incidents.records import Incident, Place
from tests.making import SEGOU, incident


def town(number: int) -> Incident:
    """Return an incident in one of many towns, a tenth of a degree apart."""
    lat, lon = 12 + (number % 8) / 10, -4 + (number // 8) / 10
    place = Place(name=f"T{number}", kind="point", lat_deg=lat, lon_deg=lon, precision=1)
    return incident(f"i{number}", place=place)


MANY = [town(n) for n in range(2 * CROWDED)]


def test_far_away_they_are_counted() -> None:
    """No event is lost, none counted twice, and the marks are few."""
    sheet = lay_out(MANY, {}, zoom=4)
    assert sheet.spots == ()
    assert sum(one.events for one in sheet.bins) == len(MANY)
    assert len(sheet.bins) < 10


def test_close_by_each_is_itself() -> None:
    """At a zoom at which they stand apart nothing is binned."""
    sheet = lay_out(MANY, {}, zoom=12)
    assert len(sheet.spots) == len(MANY)
    assert sheet.bins == ()


def test_few_are_never_binned() -> None:
    """The bundled report's map has no bins at any zoom."""
    sheet = lay_out(MANY[:CROWDED], {}, zoom=2)
    assert len(sheet.spots) == CROWDED


def test_the_selected_stays_a_mark_of_its_own() -> None:
    """What the analyst looks at is not swallowed by a number."""
    sheet = lay_out(MANY, {}, zoom=4, keep="i9")
    assert [one.ids for one in sheet.spots] == [("i9",)]
    assert sum(one.events for one in sheet.bins) == len(MANY) - 1


def test_a_speck_of_an_area_joins_the_crowd_and_a_large_one_stays() -> None:
    """Ségou among many towns is counted from far away, and an area again from near."""
    here = incident("area", place=SEGOU)
    crowded = [*MANY, here]
    assert lay_out(crowded, {}, zoom=9).areas[0].place_id == SEGOU.place_id
    far = lay_out([*crowded, *(_beside(n) for n in range(3))], {}, zoom=2)
    assert far.areas == ()
    assert sum(one.events for one in far.bins) == len(crowded) + 3


def _beside(number: int) -> Incident:
    place = Place(name="x", kind="point", lat_deg=13.8 + number / 50, lon_deg=-5.6, precision=1)
    return incident(f"b{number}", place=place)


def test_a_picture_is_not_binned_until_there_are_very_many() -> None:
    """A snapshot has no zoom; its labels find room of their own."""
    assert len(lay_out(MANY, {}).spots) == len(MANY)
