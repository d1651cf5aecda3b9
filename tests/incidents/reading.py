"""A text read by the words alone, with no gazetteer: what the tests of linking look at."""

from incidents.extract import extract
from incidents.finders.places import NoNames
from incidents.records import Incident
from incidents.report import Report

PUBLISHED = "2024-06-10"
"""A Monday."""


def read(text: str, language: str = "en", published: str = PUBLISHED) -> list[Incident]:
    """Return the incidents of a text that appeared on a day."""
    report = Report(id="r", text=text, published=published, language=language)
    return list(extract(report, NoNames()).incidents)


def killed(incident: Incident) -> int | None:
    """Return the best figure of the dead."""
    count = incident.casualties.get("killed")
    return count.best if count else None
