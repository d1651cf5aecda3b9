"""A file by its ending: CSV, Excel, JSON, GeoJSON."""

from collections.abc import Sequence
from pathlib import Path

from datasets.delimited import heading_of, read_csv
from datasets.documents import read_document
from datasets.raw import Raw, without_blank
from datasets.workbooks import read_workbook
from incidents.errors import DatasetError

_DOCUMENTS = frozenset({".json", ".geojson"})
_BOOKS = frozenset({".xlsx", ".xls", ".xlsb", ".xlsm", ".ods"})
_TABLES = frozenset({".csv", ".tsv", ".txt"})
ENDINGS = tuple(sorted(_DOCUMENTS | _BOOKS | _TABLES))


def columns_of(path: Path) -> tuple[str, ...]:
    """Return the names of a file's columns.

    Raises:
        DatasetError: it can't be read.
    """
    _check(path)
    if path.suffix.lower() in _TABLES:
        columns = tuple(heading_of(path))
        if not columns:
            raise DatasetError("{name} is empty. Choose another file.", name=path.name)
        return columns
    return open_raw(path).columns


def open_raw(path: Path, wanted: Sequence[str] | None = None) -> Raw:
    """Open a file as columns of text.

    Args:
        path: the file.
        wanted: the columns that are needed; None for all. Other kinds than CSV give all.

    Raises:
        DatasetError: it can't be read.
    """
    _check(path)
    ending = path.suffix.lower()
    if ending in _DOCUMENTS:
        return without_blank(read_document(path))
    if ending in _BOOKS:
        return without_blank(read_workbook(path))
    return without_blank(read_csv(path, wanted))


def _check(path: Path) -> None:
    if not path.is_file():
        raise DatasetError("{path}: there is no such file. Check the path.", path=path)
    if path.suffix.lower() not in _DOCUMENTS | _BOOKS | _TABLES:
        raise DatasetError(
            "{name} is of a kind that isn't read. Give one of {endings}; unpack archives first.",
            name=path.name,
            endings=", ".join(ENDINGS),
        )
