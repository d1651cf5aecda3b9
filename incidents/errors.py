"""One error tree. A message says what was wrong, where, and what to do."""

import datetime as dt

from incidents.tongue import _, retold


class ConflictMapError(Exception):
    """Anything this program refuses, with a message fit for its user.

    Args:
        message: a message of the catalogue, its `{names}` filled in from the fields:
            `StoreError("There is no database {path}. Check the path.", path=path)`.
        fields: words, numbers, days; anything else by its own words. `str` puts all together in
            the language then in force: English in a log, the reader's on the screen.
    """

    def __init__(self, message: str = "", /, **fields: object) -> None:
        super().__init__(message)
        kept = (str, int, float, dt.date, ConflictMapError)
        self.fields = {k: v if isinstance(v, kept) else str(v) for k, v in fields.items()}

    def __str__(self) -> str:
        message = str(self.args[0])
        # Without fields it may be what a process of its own has said in English.
        return _(message, **self.fields) if self.fields else retold(message)


class ReportError(ConflictMapError):
    """A report that cannot be read: empty, binary, too large, of an unknown format."""


class DateError(ConflictMapError):
    """A date that is not EDTF or not a date, with the text that was given."""


class FilterError(ConflictMapError):
    """A filter, from the URL, a manifest or the command line, that means nothing here."""


class RuleError(ConflictMapError):
    """A line of the language data in `data/` that is wrong, with its file and id."""


class GazetteerError(ConflictMapError):
    """A gazetteer, country pack or boundary file that is missing, broken or unwritable."""


class DecisionError(ConflictMapError):
    """A decision that says what no record can hold, with what it may be."""


class StoreError(ConflictMapError):
    """The database of reports and incidents cannot be opened or written."""


class RivalError(StoreError):
    """Somebody else decided on the same incident meanwhile; says who, what and when."""


class SnapshotError(ConflictMapError):
    """A snapshot that cannot be written, read or verified."""


class AssetError(ConflictMapError):
    """What the browser loads is not installed, or cannot be put where it is served from."""


class TeamError(ConflictMapError):
    """The file of a team's server is missing, open to others, or wrong."""


class DatasetError(ConflictMapError):
    """A file of other people's data that can't be read, or a layer that isn't there."""
