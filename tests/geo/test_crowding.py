"""Many marks at a far zoom become few; close by each is itself; the selected one always is."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from geo.aggregate import WORLD_PX, Point, mercator
from geo.basemap import MAX_ZOOM, MIN_ZOOM
from geo.crowding import CROWDED, ZOOMS, Member, crowds
from geo.sheet import Sheet, lay_out
from incidents.records import Incident, Place
from tests.making import SEGOU, incident


def town(number: int) -> Incident:
    """Return an incident in one of many towns, a tenth of a degree apart."""
    lat, lon = 12 + (number % 8) / 10, -4 + (number // 8) / 10
    place = Place(name=f"T{number}", kind="point", lat_deg=lat, lon_deg=lon, precision=1)
    return incident(f"i{number}", place=place)


MANY = [town(n) for n in range(2 * CROWDED)]


def at(sheet: Sheet, zoom: float) -> tuple[list[str], int]:
    """Return the ids of the spots that stand at a zoom, and the events in its bins."""
    return (
        [one for spot in sheet.spots if spot.above < zoom for one in spot.ids],
        sum(one.bin.events for one in sheet.crowds if one.above < zoom <= one.upto),
    )


def test_far_away_they_are_counted() -> None:
    """No event is lost, none counted twice, and the marks are few."""
    sheet = lay_out(MANY, {})
    assert at(sheet, 4) == ([], len(MANY))
    assert len([one for one in sheet.crowds if one.above < 4 <= one.upto]) < 10


def test_close_by_each_is_itself() -> None:
    """At a zoom at which they stand apart nothing is counted."""
    spots, counted = at(lay_out(MANY, {}), 11)
    assert len(spots) == len(MANY)
    assert counted == 0


def test_few_are_never_counted() -> None:
    """The bundled report's map has no bins at any zoom."""
    sheet = lay_out(MANY[:CROWDED], {})
    assert len(at(sheet, MIN_ZOOM)[0]) == CROWDED
    assert sheet.crowds == ()


def test_the_selected_stays_a_mark_of_its_own() -> None:
    """What the analyst looks at is not swallowed by a number."""
    assert at(lay_out(MANY, {}, keep="i9"), 4) == (["i9"], len(MANY) - 1)


def test_a_speck_of_an_area_joins_the_crowd_and_a_large_one_stays() -> None:
    """Ségou among many towns is counted from far away, and an area again from near."""
    here = incident("area", place=SEGOU)
    sheet = lay_out([*MANY, here, *(_beside(n) for n in range(3))], {})
    (area,) = sheet.areas
    assert 2 <= area.above < 9
    assert at(sheet, 2)[1] == len(MANY) + 4


def _beside(number: int) -> Incident:
    place = Place(name="x", kind="point", lat_deg=13.8 + number / 50, lon_deg=-5.6, precision=1)
    return incident(f"b{number}", place=place)


def test_a_part_is_counted_with_its_whole_and_no_second_time() -> None:
    """It goes into the crowd, also from a place of its own, and adds nothing."""
    parts = [
        incident("there", place=MANY[0].place, part_of="i1"),
        incident("beside", place=_beside(0).place, part_of="i1"),
    ]
    assert at(lay_out([*MANY, *parts], {}), 2) == ([], len(MANY))


MEMBERS = st.lists(
    st.builds(
        lambda lat, lon, px: Member(
            at=(lat, lon),
            points=(Point(lat_deg=lat, lon_deg=lon, events=1, killed=1, type="Battles"),),
            px=px,
        ),
        st.floats(-80, 80),
        st.floats(-169, 190),
        st.floats(5, 40),
    ),
    min_size=1,
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(MEMBERS)
def test_at_each_zoom_everything_is_counted_once_and_nothing_touches(
    members: list[Member],
) -> None:
    """Whatever lies where: marks and bins of one zoom stand apart and add up."""
    found, alone = crowds(tuple(members))
    for zoom in (*ZOOMS, MAX_ZOOM):
        bins = [one.bin for one in found if one.above < zoom <= one.upto]
        single = [one for one, above in zip(members, alone, strict=True) if above < zoom]
        assert len(single) + sum(one.events for one in bins) == len(members)
        if zoom < MAX_ZOOM:
            _stand_apart(
                [(one.at, one.px) for one in single]
                + [((one.lat_deg, one.lon_deg), one.px) for one in bins],
                zoom,
            )
    assert alone == tuple(min(above, ZOOMS[0]) for above in alone)


def _stand_apart(marks: list[tuple[tuple[float, float], float]], zoom: float) -> None:
    xy = mercator([position for position, _ in marks]) * (WORLD_PX * 2**zoom)
    for one, (_, px) in enumerate(marks):
        for other, (_, more) in enumerate(marks[:one]):
            # Bins are put on the map to four decimals.
            assert math.dist(xy[one], xy[other]) > 0.85 * (px + more) - 1


def test_one_zoom_closer_than_all_steps_everything_stands_alone() -> None:
    """Two houses of one street can be reached, if not told apart."""
    house = Point(lat_deg=12.0, lon_deg=-4.0, events=1, killed=None, type="Riots")
    pair = (Member(at=(12.0, -4.0), points=(house,), px=9),) * 2
    (crowd,), alone = crowds(pair)
    assert crowd.upto < MAX_ZOOM
    assert alone == (crowd.upto, crowd.upto)
    assert crowd.above == 0
