"""What becomes of each of several reports: one that can't be read never takes the others along.

The page "Add a report" and `conflict-map add` both call it.
"""

import logging
from collections.abc import Collection

from geo.adding import Added, add
from geo.pipeline import Pipeline, completed
from incidents.errors import ConflictMapError
from incidents.records import Record
from incidents.report import Report
from incidents.store import Store
from incidents.tongue import _

_log = logging.getLogger(__name__)


class Outcome(Record, frozen=True, kw_only=True):
    """What became of one file or pasted text."""

    name: str
    """Of the file; not to be trusted."""
    error: str | None = None
    double: bool = False
    """Whether it was left out because another of the files has the very same text."""
    added: Added | None = None
    """None where it was not read."""
    date_asked: bool = False
    """Whether the analyst has said that the date is not known."""


class Adder:
    """Adds one report after the other, and knows which texts it has had."""

    def __init__(self, pipeline: Pipeline, store: Store, *, who: str = "") -> None:
        """Begin.

        Args:
            pipeline: reads them.
            store: where they are kept.
            who: adds them; "" where nobody gave a name.
        """
        self._pipeline, self._store, self._who = pipeline, store, who
        self._seen: dict[str, tuple[str, Report]] = {}

    def take(
        self,
        name: str,
        report: Report | ConflictMapError,
        *,
        said: Collection[str] = (),
        date_asked: bool = False,
    ) -> Outcome:
        """Add a report; nothing is raised.

        Args:
            name: of its file.
            report: it, or why its file could not be opened.
            said: which of its details the analyst gives, and not the file.
            date_asked: whether the analyst has said that the date is not known.
        """
        if isinstance(report, ConflictMapError):
            return Outcome(name=name, error=str(report))
        first, own = self._seen.get(report.id, (name, None))
        if own is not None:
            # A second file of the text may know its date; what the first knows stays.
            report = completed(own, report)
            if report == own:
                said = _("It has the very text of {name}, which was read.", name=first)
                return Outcome(name=name, error=said, double=True)
        self._seen[report.id] = first, report
        try:
            added = add(self._pipeline, self._store, report, who=self._who, said=said)
        except ConflictMapError as error:
            return Outcome(name=name, error=str(error))
        except Exception:  # noqa: BLE001 - one report must not take the others along
            _log.log(logging.ERROR, "A report could not be read", exc_info=True)
            return Outcome(
                name=name,
                error=_(
                    "The program failed on it, which is its own fault; the log has the details. "
                    "Nothing of it was kept."
                ),
            )
        return Outcome(name=name, added=added, date_asked=date_asked)
