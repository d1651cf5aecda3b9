"""Script in a report, an actor's name, a place, a file name or a URL never runs."""

import datetime as dt
import json
import re
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from geo.snapshot import write_snapshot
from incidents.filters import FilterSpec
from incidents.records import Actor, Candidate, Count, DateValue, Incident, Place, Source, Span
from incidents.report import Report
from tests.browser.conftest import Start
from tests.browser.running import Dashboard
from tests.browser.screen import opened_adding, press, settled, tab, the_map, upload

pytestmark = pytest.mark.browser
BOMB = (
    "<img src=x onerror=\"top.document.title='hit'\"><script>top.document.title='hit'</script>"
    "`${top.document.title='hit'}`</script>'\"><svg onload=\"top.document.title='hit'\">"
    "![m](http://elsewhere.example/m.png) [l](http://elsewhere.example/l) :material/home: "
    "http://elsewhere.example/u www.elsewhere.example"
)
PICTURE = "![m](http://elsewhere.example/m.png) www.elsewhere.example http://elsewhere.example/"
LISTS = ("actors", "sources", "reports", "regions")
TEXT = f"{BOMB} Gunmen killed 3 people in {BOMB} on 3 March 2024."


def hostile(kind: str, number: int) -> Incident:
    """Return an incident with script in every string that data can fill."""
    span = Span(0, len(BOMB))
    return Incident(
        id=f"hostile-{number}",
        report_id="hostile",
        event_type="Violence against civilians",
        sub_event_type="Attack",
        date=DateValue(
            edtf="2024-03-03",
            earliest=dt.date(2024, 3, 3),
            latest=dt.date(2024, 3, 3),
            precision="day",
            basis="stated",
            text=BOMB,
            span=span,
        ),
        place=Place(
            text=BOMB,
            span=span,
            name=f"{BOMB} {number}",
            kind="point" if kind == "point" else "area" if kind == "area" else "none",
            lat_deg=14.0,
            lon_deg=-5.0,
            radius_km=25.0,
            country="ML",
            admin1=BOMB,
            precision={"point": 2, "area": 4}.get(kind, 6),
            place_id="ne:ML05" if kind == "area" else BOMB,
            candidates=(Candidate(place_id=BOMB, name=BOMB, lat_deg=1.0, lon_deg=1.0, score=0.5),),
            why=BOMB,
        ),
        actors=(
            Actor(
                name=BOMB,
                actor_id=BOMB,
                kind="unidentified",
                role="perpetrator",
                text=BOMB,
                span=span,
            ),
        ),
        casualties={"killed": Count(low=3, best=3, high=3, text=BOMB, span=span)},
        means=BOMB,
        setting=BOMB,
        sources=(Source(name=BOMB, kind="other", text=BOMB, span=span),),
        evidence=(Span(0, len(TEXT)),),
    )


CREATED = dt.datetime(2024, 4, 1, tzinfo=dt.UTC)
REPORT = Report(id="hostile", text=TEXT, title=BOMB, publisher=BOMB, published="2024-03")
INCIDENTS = [hostile(kind, n) for n, kind in enumerate(("point", "point", "area", "none"))]


@pytest.fixture(scope="module")
def mined(start: Start) -> Dashboard:
    """Run a dashboard on a database with script wherever data can put it."""
    return start((REPORT, INCIDENTS))


@pytest.mark.parametrize(
    "query",
    [
        '?f={"reports":["hostile"]}&sel=hostile-0',
        '?f={"reports":["hostile"]}&sel=hostile-2',
        '?f={"reports":["hostile"]}&sel=hostile-3',
        "?sel=<script>top.document.title=1</script>&report=<svg onload=top.document.title=1>",
        '?f={"text":"<img src=x onerror=top.document.title=1>"}',
        '?f={"<img src=x onerror=top.document.title=1>":1}',
        "?f=" + quote(json.dumps({"event_types": [PICTURE]})),
        "?f=" + quote(json.dumps({f: [PICTURE] for f in LISTS} | {"text": PICTURE})),
        f"?f={quote(PICTURE)}&sel={quote(PICTURE)}&report={quote(PICTURE)}",
    ],
)
def test_nothing_of_it_runs(page: Page, mined: Dashboard, query: str) -> None:
    """Card, text, map, tooltips, filters, table, messages: the tab's title stays ours."""
    page.goto(f"{mined.url}/{query}")
    expect(page.locator(".cm-strip")).to_be_visible()
    frame = the_map(page)
    expect(frame.locator(".leaflet-control-scale")).to_be_visible()
    settled(page)
    if "hostile-" in query:
        expect(page.locator("article")).to_contain_text("onerror=")
        expect(page.locator(".st-key-card")).to_contain_text("onerror=")
    # The others show the same marks, or none.
    if "hostile-0" in query:
        for mark in frame.locator(".cm-mark, .cm-area").all():
            mark.hover(force=True)
    if "hostile-0" in query or "reports" not in query:
        for name in ("Not on the map", "Table", "Timeline"):
            tab(page, name)
    nothing_of_it(page)
    expect(page).to_have_title("Map · conflict-map")


def nothing_of_it(page: Page) -> None:
    """Check that no picture and no link to elsewhere was made."""
    assert page.evaluate("document.images.length") == 0
    expect(page.locator('a[href*="//elsewhere"]')).to_have_count(0)


def test_nothing_of_a_files_name_runs(page: Page, mined: Dashboard, tmp_path: Path) -> None:
    """A report that can't be read, named like a picture: its name is words in the message."""
    path = tmp_path / "![m](x.png)<b>.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(400))
    upload(opened_adding(page, mined), path)
    expect(page.get_by_role("alert")).to_contain_text("![m]")
    nothing_of_it(settled(page))


@pytest.mark.usefixtures("unpictured")
def test_nothing_of_a_zips_entries_runs(page: Page, mined: Dashboard, tmp_path: Path) -> None:
    """A zip with an entry more than its manifest knows, named like a picture and like a path."""
    path = tmp_path / "snapshot.zip"
    write_snapshot(path, INCIDENTS, [REPORT], FilterSpec(), created=CREATED)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(PICTURE, b"")
        archive.writestr("../../escaped.txt", b"")
    opened_adding(page, mined)
    page.get_by_role("tab", name="A snapshot").click()
    page.locator('input[type="file"]').nth(1).set_input_files(path)
    press(page, re.compile("^Open$"))
    expect(page.get_by_role("alert")).to_contain_text("![m]")
    expect(page.get_by_role("alert")).to_contain_text("snapshot.zip")
    nothing_of_it(page)
    assert not (tmp_path.parent / "escaped.txt").exists()


@pytest.mark.usefixtures("unpictured")
def test_nothing_of_it_runs_in_a_snapshot(page: Page, tmp_path: Path) -> None:
    """The standalone page of a snapshot, opened from the disk."""
    path = tmp_path / "snapshot.zip"
    write_snapshot(
        path,
        INCIDENTS,
        [REPORT],
        FilterSpec(text=BOMB),
        theme="light",
        selected=None,
        title=BOMB,
        created=CREATED,
    )
    with zipfile.ZipFile(path) as archive:
        name = next(n for n in archive.namelist() if n.endswith(".html"))
        archive.extract(name, tmp_path)
    page.goto((tmp_path / name).as_uri())
    expect(page.locator("body")).to_contain_text("onerror=")
    before = page.title()
    for mark in page.locator(".cm-mark, .cm-area").all():
        mark.hover(force=True)
    assert page.title() == before != "hit"
    assert page.evaluate("[...document.images].filter(i => i.src.endsWith('/x')).length") == 0
