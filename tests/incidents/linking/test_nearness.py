"""How grounded places lie to each other, by what their records say."""

import pytest

from incidents.linking.nearness import MIRROR, Lie, nearness
from incidents.records import Candidate, Place


def point(
    name: str, lat: float, lon: float, *, text: str = "", radius: float | None = None
) -> Place:
    return Place(
        text=text or name, name=name, kind="point", lat_deg=lat, lon_deg=lon, radius_km=radius,
        country="XA", admin1="Nord", precision=1 if radius is None else 2, place_id=f"gn:{name}",
    )  # fmt: skip


def region(name: str, *, text: str = "", country: str = "XA") -> Place:
    return Place(
        text=text or name, name=name, kind="area", lat_deg=10.0, lon_deg=10.0, country=country,
        admin1=name, precision=4, place_id=f"iso:{country}-{name}",
    )  # fmt: skip


def district(name: str, lat: float = 10.0, admin1: str = "Nord") -> Place:
    return Place(
        text=f"{name} district", name=f"{name} district", kind="area", lat_deg=lat, lon_deg=10.0,
        country="XA", admin1=admin1, admin2=name, precision=3, place_id=f"clip({name})",
    )  # fmt: skip


def country(code: str) -> Place:
    return Place(text=code, name=code, country=code, precision=6, place_id=f"country:{code}")


DOLA, KOBI = point("Dola", 10.0, 10.0), point("Kobi", 10.1, 10.1)
FAR = point("Tana", 12.0, 10.0)
AROUND = point("near Dola", 10.0, 10.0, radius=25.0)
UNLISTED = region("Nord", text="Negga village")
TWO = (Candidate(place_id="a", name="Boro", lat_deg=1.0, lon_deg=1.0, score=0.5),) * 2

PAIRS = [
    (DOLA, DOLA, Lie.SAME),
    (DOLA, point("Dola", 10.0, 10.0, text="the town of Doola"), Lie.SAME),
    (DOLA, KOBI, Lie.NEAR),
    (DOLA, FAR, Lie.APART),
    (DOLA, point("Dola", 10.0, 10.0, text="Dola market", radius=10.0), Lie.CONTAINS),
    (
        point("Dola", 10.0, 10.0, text="Dola market", radius=10.0),
        point("Dola", 10.0, 10.0, text="Dola airport", radius=10.0),
        Lie.NEAR,
    ),
    (AROUND, point("Moro", 10.4, 10.0, radius=25.0), Lie.UNKNOWN),
    (DOLA, region("Nord"), Lie.WITHIN),
    (DOLA, region("Sud"), Lie.APART),
    (region("Nord"), region("Nord", country="XB"), Lie.APART),
    (district("Koro"), region("Nord", text="the Nord region"), Lie.WITHIN),
    (district("Koro"), district("Bako"), Lie.APART),
    (DOLA, district("Koro"), Lie.UNKNOWN),
    (DOLA, district("Koro", lat=13.0), Lie.APART),
    (UNLISTED, region("Nord"), Lie.WITHIN),
    (UNLISTED, region("Nord", text="Tufa village"), Lie.UNKNOWN),
    (UNLISTED, DOLA, Lie.UNKNOWN),
    (UNLISTED, region("Sud"), Lie.APART),
    (DOLA, country("XA"), Lie.WITHIN),
    (DOLA, country("XB"), Lie.APART),
    (country("XA"), country("XB"), Lie.APART),
    (DOLA, None, Lie.UNKNOWN),
    (DOLA, Place(text="Boro", name="Boro", country="XA", candidates=TWO), Lie.UNKNOWN),
    (DOLA, Place(text="a village", country="XB"), Lie.UNKNOWN),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "lie"), PAIRS)
def test_how_two_places_lie_to_each_other(first: Place, second: Place | None, lie: Lie) -> None:
    """What the records don't decide is unknown."""
    assert nearness(first, second).lie is lie


@pytest.mark.parametrize(("first", "second", "lie"), PAIRS)
def test_it_is_the_same_from_the_other_side(first: Place, second: Place | None, lie: Lie) -> None:
    """Within is contains, seen from the other place."""
    assert nearness(second, first).lie is MIRROR.get(lie, lie)


def test_points_have_a_distance() -> None:
    """Two points near each other say how far they are apart."""
    km = nearness(DOLA, KOBI).km
    assert km is not None
    assert 15 < km < 17
