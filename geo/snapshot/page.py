"""The page of a snapshot: map and table in one file that asks no network for anything."""

import base64
import hashlib
import re
from collections.abc import Iterable

import shapely

from geo.assets import MAP_SCRIPTS, asset_text
from geo.base_files import country_features, world_features
from geo.basemap import Bounds, base_options
from geo.boundaries import countries
from geo.embed import script_json, text_html
from geo.layers import payload
from geo.palette import PAPERS
from geo.snapshot.view import SnapshotView, nothing_missing
from geo.versions import versions
from incidents.records import Incident
from incidents.wording import (
    say_actor,
    say_casualties,
    say_date,
    say_place,
    say_published,
    title,
)

SCRIPTS = ("leaflet.js", *MAP_SCRIPTS, "standalone.js")
STYLES = ("leaflet.css", "atlas.css", "standalone.css")
CLOSE_DEG = 45
"""Views narrower than this carry the regions of the countries in them."""
MOST_COUNTRIES = 12
AROUND_DEG = 25


def draw_page(view: SnapshotView) -> str:
    """Return the page as HTML, with a policy that forbids it everything but its own scripts."""
    scripts = [_script(name) for name in SCRIPTS]
    styles = "\n".join(_without_links(asset_text(name)) for name in STYLES)
    return _PAGE.format(
        policy=_policy(scripts),
        language="en",
        title=text_html(view.heading),
        styles=f"{_colours(view)}\n{styles}",
        strip=text_html(view.totals.sentence()),
        filters=_filters(view),
        rows="".join(_row(view, incident) for incident in view.incidents),
        missing=_missing(view),
        reports=_reports(view),
        made=_made(view),
        data=script_json(_data(view)),
        scripts="".join(f"<script>{script}</script>\n" for script in scripts),
    )


_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{styles}</style>
</head>
<body>
<h1>{title}</h1>
<p class="strip">{strip}</p>
{filters}
<div id="map" class="cm-map"></div>
<noscript>The map needs JavaScript; the table below has the same incidents.</noscript>
<h2>Incidents</h2>
<div class="scroll"><table>
<thead><tr><th>No.</th><th>What</th><th>When</th><th>Where</th><th>Casualties</th><th>Who</th>
<th>Who says so</th><th>In the report's words</th></tr></thead>
<tbody>{rows}</tbody>
</table></div>
<h2>Not on the map</h2>
{missing}
<h2>Reports</h2>
{reports}
<h2>How this was made</h2>
{made}
<script type="application/json" id="data">{data}</script>
{scripts}</body>
</html>
"""


def _script(name: str) -> str:
    # A map of the source would be asked for by a browser's tools.
    return re.sub(r"^//# sourceMappingURL=.*$", "", asset_text(name), flags=re.MULTILINE)


def _without_links(css: str) -> str:
    return re.sub(r"url\((?!#)[^)]*\)", "none", css)


def _policy(scripts: Iterable[str]) -> str:
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in scripts
    )
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _colours(view: SnapshotView) -> str:
    options = base_options(view.theme)["paper"]
    pairs = options.items() if isinstance(options, dict) else ()
    scheme = f"color-scheme: {view.theme}"
    return f":root {{ {scheme}; {'; '.join(f'--cm-{name}: {value}' for name, value in pairs)} }}"


def _filters(view: SnapshotView) -> str:
    words = view.filters.describe() or ["No filters: all violent events."]
    return "".join(f'<p class="quiet">{text_html(line)}</p>' for line in words)


def _row(view: SnapshotView, incident: Incident) -> str:
    part = view.numbers.get(incident.part_of or "")
    what = title(incident) + (f" (part of {part})" if part else "")
    cells = (
        what,
        say_date(incident.date),
        say_place(incident.place),
        say_casualties(incident),
        "; ".join(say_actor(actor) for actor in incident.actors) or "not said",
        ", ".join(dict.fromkeys(source.name for source in incident.sources)) or "not said",
    )
    quotes = "".join(f"<blockquote>{text_html(q)}</blockquote>" for q in view.quotes(incident))
    return (
        f'<tr data-row="{text_html(incident.id)}">'
        f'<td class="number">{text_html(view.numbers[incident.id])}</td>'
        f"{''.join(f'<td>{text_html(cell)}</td>' for cell in cells)}<td>{quotes}</td></tr>\n"
    )


def _missing(view: SnapshotView) -> str:
    if not view.sheet.missing:
        return f'<p class="quiet">{text_html(nothing_missing(view))}</p>'
    items = "".join(
        f"<li><b>{text_html(view.numbers[incident.id])}</b> {text_html(title(incident))}: "
        f"{text_html(why)}</li>"
        for incident, why in view.sheet.missing
    )
    return f'<ul class="missing">{items}</ul>'


def _reports(view: SnapshotView) -> str:
    items = []
    for report in view.reports.values():
        published = report.published and say_published(report.published)
        facts = (report.title or report.file or report.id, report.publisher, published)
        told = ", ".join(fact for fact in (*facts, report.url) if fact)
        items.append(f"<li>{text_html(told)}</li>")
    return f'<ul class="missing">{"".join(items)}</ul>' if items else "<p>None.</p>"


def _made(view: SnapshotView) -> str:
    made = versions()
    told = (
        f"conflict-map {made['program']}, {view.created:%Y-%m-%d %H:%M} UTC. Rules "
        f"{made['rules_sha256'][:12]}, gazetteer {made['gazetteer_sha256'][:12]}, boundaries "
        f"{made['boundaries_sha256'][:12]}. Boundaries: Natural Earth 1:10m, public domain; they "
        "imply no opinion on any territory's status. Map drawn with Leaflet (BSD 2-Clause, "
        "© 2010-2023 Volodymyr Agafonkin, © 2010-2011 CloudMade)."
    )
    return f'<p class="quiet">{text_html(told)}</p>'


def _data(view: SnapshotView) -> dict[str, object]:
    options = base_options(view.theme)
    return {
        "bounds": view.bounds,
        "base": {**options, "files": _base_files(view.bounds)},
        "marks": payload(view.sheet, view.theme, view.selected),
        "theme": PAPERS[view.theme].land,
    }


def _base_files(bounds: Bounds) -> dict[str, object]:
    (south, west), (north, east) = bounds
    wide = max(east - west, north - south)
    around = shapely.box(west, south, east, north).buffer(max(AROUND_DEG, wide))
    frame = countries()
    near = set(frame[frame.intersects(around)]["iso2"])
    world = [one for one in world_features() if one["properties"]["c"] in near]
    files: dict[str, object] = {"world.json": {"type": "FeatureCollection", "features": world}}
    if wide > CLOSE_DEG:
        return files
    window = shapely.box(west, south, east, north).buffer(wide * 0.2 + 0.5)
    inside = frame[frame.intersects(window)]
    shares = shapely.area(shapely.intersection(inside.geometry.to_numpy(), window))
    largest = inside.assign(share=shares).nlargest(MOST_COUNTRIES, "share")
    for code in sorted(largest["iso2"]):
        features = list(country_features(code))
        files[f"regions/{code}.json"] = {"type": "FeatureCollection", "features": features}
    return files
