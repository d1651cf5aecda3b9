"""The snapshot's README.txt."""

from geo.snapshot.view import SnapshotView


def readme_text(view: SnapshotView) -> str:
    """Say what lies in the zip, how to check it and whose data it is."""
    filters = "\n".join(f"  {line}" for line in view.filters.describe()) or "  none"
    return _TEXT.format(
        heading=view.heading,
        created=f"{view.created:%Y-%m-%d %H:%M} UTC",
        counts=view.totals.sentence(),
        filters=filters,
    )


_TEXT = """\
{heading}
Made by conflict-map on {created}.

{counts}

Filters
{filters}

Files
  map.html           the map and the incidents with their quotes; open it in any browser,
                     it needs no network and asks for none
  map.png, map.svg,
  map.pdf            the same map as a picture; the PDF prints on one page
  incidents.csv      one line an incident (UTF-8, commas); "low" is at least, "best" the
                     figure given, "high" at most; an empty cell is unknown, never 0
  incidents.geojson  the same with geometry (RFC 7946); areas are polygons, and what cannot
                     be drawn has no geometry
  incidents.json     the full records, each field with the span of text it was read from
  decisions.json     what analysts decided about these incidents, and how those were read
                     before; incidents.json has them as decided
  reports.json       the reports that these incidents were read from, whole
  manifest.json      filters, counts, sources, versions, and the sha256 of every file

An incident with "part_of" is counted in that incident already. An area says that the
event was somewhere in it; its latitude and longitude are for sorting only.

To check that nothing was changed:  conflict-map snapshot --verify THIS.zip
To open it again in the dashboard:  "Add a report", or conflict-map snapshot --open THIS.zip

The full text of the reports is inside: mind their copyright, and who may see them.
Boundaries: Natural Earth 1:10m, public domain. Places: GeoNames, CC BY 4.0
(geonames.org), and ISO 3166 by pycountry. They imply no opinion on any territory's status.
"""
