"""What is said of a file that was read, and of a layer that is kept."""

from incidents.records import Record


class Lost(Record, frozen=True):
    """A column that is not kept."""

    column: str
    """As the file spells it."""
    why: str
    """A sentence."""


class Refusal(Record, frozen=True):
    """A row that is not kept."""

    row: int
    """As a spreadsheet numbers it: the heading is row 1."""
    why: str
    """A sentence."""
    remedy: str
    """What to do, a sentence."""


class Doubt(Record, frozen=True):
    """Something that was read, and may not be what it seems."""

    says: str
    """A sentence."""
    rows: int
    """How many; 0 where it is said of the file as a whole."""
    first: tuple[int, ...] = ()
    """The first of them, as a spreadsheet numbers them."""


class Losses(Record, frozen=True):
    """What reading a file cost."""

    read: int
    """Rows of the file, without its heading and its blank rows."""
    kept: int
    lost: tuple[Lost, ...] = ()
    refused: tuple[Refusal, ...] = ()
    """The first of them."""
    refused_rows: int = 0
    """All of them."""
    doubts: tuple[Doubt, ...] = ()


class Fields(Record, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which column holds what; None where the file has none."""

    id: str | None = None
    date: str | None = None
    """Its first day, or its only one."""
    date_end: str | None = None
    """Its last day, inclusive."""
    date_precision: str | None = None
    """ACLED's or UCDP's code."""
    event_type: str | None = None
    sub_event_type: str | None = None
    actor_1: str | None = None
    actor_2: str | None = None
    allies_1: str | None = None
    """Those with the first actor, ";" between them."""
    allies_2: str | None = None
    kind_1: str | None = None
    """Kind of the first actor: ACLED's inter1, in numbers or words."""
    kind_2: str | None = None
    iso: str | None = None
    """Country by ISO 3166-1, in numbers or letters; goes before its name."""
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    place: str | None = None
    lat: str | None = None
    lon: str | None = None
    precision: str | None = None
    """How exact the place is: ACLED's geo_precision or UCDP's where_prec."""
    killed: str | None = None
    """The best figure."""
    killed_low: str | None = None
    killed_high: str | None = None
    civilians: str | None = None
    """Whether civilians were targeted."""
    source: str | None = None
    notes: str | None = None

    def named(self) -> dict[str, str]:
        """Return the columns that there are, by field."""
        found = ((name, getattr(self, name)) for name in self.__struct_fields__)
        return {name: column for name, column in found if column}


class Card(Record, frozen=True):
    """What is known of a layer."""

    name: str
    """Its own, and its file's."""
    form: str
    """`acled`, `ucdp` or `own`."""
    fields: Fields
    held: tuple[str, ...]
    """The file's columns that are kept as they came, in its order."""
    numbers: tuple[str, ...]
    """Of those, the columns that JSON had as numbers."""
    source: str
    """The file's name."""
    licence: str
    """A line; "" where nobody gave one."""
    imported: str
    """Day of import, `2026-11-29`."""
    sha256: str
    """Of the file."""
    losses: Losses
