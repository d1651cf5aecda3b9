"""Excel workbooks: their first sheet with rows, cells as they are shown."""

import datetime as dt
from pathlib import Path

import numpy as np
import pyarrow as pa
from python_calamine import CalamineError, CalamineWorkbook

from datasets.delimited import distinct
from datasets.raw import Raw
from incidents.errors import DatasetError
from incidents.tongue import later

Cell = object


def read_workbook(path: Path) -> Raw:
    """Read the first sheet that has rows.

    Raises:
        DatasetError: it is no workbook, is locked by a password, or is empty.
    """
    try:
        book = CalamineWorkbook.from_path(str(path))
        sheets = [(name, book.get_sheet_by_name(name).to_python()) for name in book.sheet_names]
    except (CalamineError, OSError) as error:
        raise DatasetError(
            "{name} can't be read as a workbook: {why}. Open it and save it as CSV in UTF-8.",
            name=path.name,
            why=error,
        ) from error
    full = [(name, rows) for name, rows in sheets if len(rows) > 1]
    if not full:
        raise DatasetError("{name} is empty. Choose another file.", name=path.name)
    name, rows = full[0]
    columns = distinct([_said(cell) for cell in rows[0]])
    table = pa.table(
        {
            column: pa.array([_said(row[at]) for row in rows[1:]], pa.string()).dictionary_encode()
            for at, column in enumerate(columns)
        }
    )
    remarks = [_only(name)] if len(full) > 1 else []
    numbers = np.arange(2, len(rows) + 1, dtype=np.int32)
    return Raw(table, tuple(columns), numbers, remarks=tuple(remarks))


def _only(name: str) -> str:
    return later(
        "Of the workbook's sheets only “{name}” was read. Save the others as files of their own.",
        name=name,
    )


def _said(cell: Cell) -> str:
    """Return a cell as text: 12.0 is "12", a day is ISO 8601."""
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(" ")
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
