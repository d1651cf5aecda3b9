"""The table of incidents with what only geometry knows: regions reached into, what has no mark."""

from collections.abc import Mapping, Sequence

from geo.coverage import covered_regions
from geo.marks import reason_not_drawn
from incidents.decisions import Review
from incidents.records import Incident
from incidents.table import IncidentTable, make_table


def table_of(
    incidents: Sequence[Incident],
    texts: Mapping[str, str],
    reviews: Mapping[str, Review] | None = None,
) -> IncidentTable:
    """Lay incidents out as tables, each with the regions it may lie in and why it has no mark.

    Args:
        incidents: in the order in which they should be numbered.
        texts: report id to the report's text, for the quotes.
        reviews: by incident id, what a person has made of it; None where nobody said anything.
    """
    covered = covered_regions(incidents)
    return make_table(incidents, texts, covered, reason_not_drawn, reviews)
