"""What the browser gets of a layer."""

from incidents.records import Record

Bounds = tuple[tuple[float, float], tuple[float, float]]


class Cell(Record, frozen=True):
    """The rows of one cell of the screen."""

    lat: float
    lon: float
    """Mean of its rows, so that the mark lies where they are."""
    text: str
    """How many."""
    line: str
    """What it is in a line; of a single row what the row says."""
    radius_km: float
    """Of the circle around a single row; 0 for none."""
    bounds: Bounds


class Outline(Record, frozen=True):
    """An area with the rows that are somewhere in it."""

    geometry: dict[str, object]
    lat: float
    lon: float
    text: str
    line: str


class Other(Record, frozen=True):
    """One layer as the browser gets it."""

    letter: str
    """Its sign, in the order of the layers."""
    name: str
    told: str
    """Its line in the legend."""
    cells: tuple[Cell, ...]
    areas: tuple[Outline, ...]


class Kept(Record, frozen=True):
    """What a filter leaves of a layer."""

    rows: int
    points: int
    areas: int
    unplaced: tuple[tuple[str, int], ...]
    """Why rows are not on the map, and how many."""
    bounds: Bounds | None
    """Of all that is drawn as points."""
