"""Hand-made incidents for the map's tests: areas, a spot of three, a near point, none."""

import datetime as dt

import msgspec

from incidents.records import Count, DateValue, EventType, Incident, Place, Source, Span
from incidents.report import Report

TEXT = (
    "On 3 March two strikes in northern Mali killed at least 13 people, among them seven "
    "children. In the Segou region a strike on a wedding killed several; a funeral was hit too. "
    "In January soldiers executed 25 in a village."
)
EVIL = (
    "<img src=x onerror=alert(1)>`${alert(2)}</script><script>alert(3)</script>{{ 7 * 7 }}{% x %}"
)
REPORT = Report(
    id="r1", text=TEXT, title="A report, «numéro» 1", publisher="Agence", published="2024-03-28"
)
DAY = DateValue(
    edtf="2024-03-03",
    earliest=dt.date(2024, 3, 3),
    latest=dt.date(2024, 3, 3),
    precision="day",
    basis="stated",
)
NORTH = Place(
    name="northern Mali", kind="area", country="ML", precision=5, place_id="ne:ML08+ne:ML09+ne:ML10"
)
SEGOU = Place(name="Ségou", kind="area", country="ML", precision=4, place_id="ne:ML05")
VILLAGE = Place(text="a village", country="ML", why="The text does not name the village.")


def span(words: str) -> Span:
    """Return where `words` stand in the sample's text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def point(name: str, lat_deg: float, lon_deg: float, *, radius_km: float | None = None) -> Place:
    """Return a place that is a point."""
    return Place(name=name, kind="point", lat_deg=lat_deg, lon_deg=lon_deg, radius_km=radius_km,
                 country="ML", precision=2 if radius_km else 1, place_id="gn:1")  # fmt: skip


def incident(
    key: str,
    place: Place,
    *,
    event_type: EventType = "Explosions/Remote violence",
    killed: int | None = None,
    count: int = 1,
    part_of: str | None = None,
    quote: str = "a strike on a wedding killed several",
) -> Incident:
    """Return an incident of the sample report."""
    count_of = Count(low=killed or 0, best=killed, high=killed, text="13", span=span("13"))
    return Incident(
        id=key,
        report_id=REPORT.id,
        part_of=part_of,
        event_type=event_type,
        sub_event_type="Air/drone strike",
        count=count,
        date=DAY,
        place=place,
        casualties={} if killed is None else {"killed": count_of},
        sources=(Source(name="Témoin", kind="witness"),),
        evidence=(span(quote),),
    )


RAID = incident("raid", VILLAGE, event_type="Violence against civilians", killed=25,
                quote="soldiers executed 25 in a village")  # fmt: skip
STRIKES = incident("strikes", NORTH, killed=13, count=2, quote="two strikes in northern Mali")
SEVEN = incident("seven", NORTH, killed=7, part_of="strikes", quote="seven children")
WEDDING = incident("wedding", SEGOU, killed=3)
FUNERAL = incident("funeral", SEGOU, quote="a funeral was hit too")
GOLD = (RAID, STRIKES, SEVEN, WEDDING, FUNERAL)
NUMBERS = {"raid": "1", "strikes": "2", "seven": "2a", "wedding": "3", "funeral": "4"}

GAO = tuple(
    incident(
        f"gao{number}", point("Gao", 16.27, -0.04), event_type="Battles", killed=number or None
    )
    for number in range(3)
)
NEAR = incident("near", point("near Ansongo", 15.66, 0.5, radius_km=25), killed=40)
ALL = (*GOLD, *GAO, NEAR)


def hostile() -> Incident:
    """Return an incident whose every string from data tries to run as script."""
    bad = msgspec.structs.replace(point(EVIL, 14.0, -4.0), why=EVIL, text=EVIL)
    made = incident("hostile", bad, killed=1)
    return msgspec.structs.replace(
        made, setting=EVIL, means=EVIL, sources=(Source(name=EVIL, kind="media"),)
    )
