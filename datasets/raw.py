"""A file as it was opened: its columns as text, before anybody says what they mean."""

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from datasets.records import Refusal
from incidents.tongue import later

Column = Any
"""A `pyarrow.ChunkedArray` of strings, dictionary-encoded or not; the package has no types."""


@dataclass(frozen=True)
class Raw:
    """Columns of text.

    Attributes:
        table: one column a name, strings; "" where a cell is empty.
        columns: all columns of the file; `table` may hold fewer.
        rows: of each row of `table` its number in a spreadsheet, the heading being row 1.
        refused: rows that could not be read.
        remarks: sentences about the file as a whole.
        numbers: columns that JSON had as numbers.
        shapes: rows whose geometry is no point.
    """

    table: Any
    columns: tuple[str, ...]
    rows: npt.NDArray[np.int32]
    refused: tuple[Refusal, ...] = ()
    remarks: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    shapes: int = 0
    comma_decimals: bool = field(default=False)
    """Whether the file parts its cells by semicolons, as where the comma is decimal."""


def without_blank(raw: Raw) -> Raw:
    """Leave rows out that hold nothing at all, such as the last ones of a spreadsheet."""
    some = np.zeros(raw.table.num_rows, dtype=bool)
    for name in raw.table.column_names:
        if some.all():
            return raw
        some |= ~is_blank(raw.table[name])
    return replace(raw, table=raw.table.filter(pa.array(some)), rows=raw.rows[some])


def is_blank(column: Column) -> npt.NDArray[np.bool_]:
    """Tell of each cell whether it holds nothing."""
    if pa.types.is_dictionary(column.type):
        return coded(column).map(lambda value: not value.strip(), dtype=bool)
    empty = pc.match_substring_regex(pc.fill_null(column, ""), r"^\s*$")
    return np.asarray(empty.to_numpy(), dtype=bool)


@dataclass(frozen=True)
class Coded:
    """A column as codes into its values: what is asked of a value is asked once."""

    codes: npt.NDArray[np.int32]
    values: tuple[str, ...]

    def map(self, read: Any, dtype: Any = object) -> npt.NDArray[Any]:
        """Return what `read` says of each cell."""
        if not self.values:
            return np.zeros(len(self.codes), dtype=dtype)
        said = np.empty(len(self.values), dtype=dtype)
        for index, value in enumerate(self.values):
            said[index] = read(value)
        return said[self.codes]


def coded(column: Column) -> Coded:
    """Return a column as codes; a missing cell is "" ."""
    if pa.types.is_dictionary(column.type):
        whole = column.unify_dictionaries().combine_chunks()
    else:
        whole = pc.dictionary_encode(pc.fill_null(column, "")).combine_chunks()
    if isinstance(whole, pa.ChunkedArray):  # an empty column has no chunks
        whole = whole.chunk(0) if whole.num_chunks else pa.array([], whole.type)
    values = tuple(value or "" for value in whole.dictionary.to_pylist())
    codes = pc.fill_null(whole.indices, -1).to_numpy(zero_copy_only=False).astype(np.int32)
    if (codes < 0).any():
        codes = np.where(codes < 0, len(values), codes).astype(np.int32)
        values = (*values, "")
    return Coded(codes, values)


def cells_refused(row: int, found: int, wanted: int) -> Refusal:
    """Say that a row has not as many cells as the heading."""
    return Refusal(
        row=row,
        why=later(
            "The row has {found} cells and the heading has {wanted}.", found=found, wanted=wanted
        ),
        remedy=later("Put cells that hold the separator or a line break between quotation marks."),
    )
