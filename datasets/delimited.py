"""CSV in whatever dress: encoding, separator, a mark before the heading, no heading at all."""

import codecs
import csv
import io
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from pyarrow import csv as pa_csv

from datasets.forms import UCDP_COLUMNS, looks_like_ucdp
from datasets.raw import Raw, cells_refused
from datasets.records import Refusal
from incidents.errors import DatasetError
from incidents.tongue import later

_SEPARATORS = (",", ";", "\t", "|")
_HEAD_BYTES = 1 << 20
_CHUNK = 1 << 24
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BLOCK = 1 << 23
LONGEST_CELL = 1 << 20
"""Characters of a cell of the heading."""
_UNIQUE = frozenset({"notes", "event_id_cnty", "data_id", "id", "source_headline", "timestamp"})
"""Columns whose cells hardly repeat, so that codes for them would only cost."""


class Dress(NamedTuple):
    """How a file's text is put on."""

    encoding: str
    separator: str
    skipped: int
    """Lines before the heading: Excel's "sep=;"."""


def heading_of(path: Path) -> list[str]:
    """Return the names of a CSV's columns."""
    first = _first_rows(path, dress_of(path), 1)
    return _named(first[0])[0] if first else []


def read_csv(path: Path, wanted: Sequence[str] | None = None) -> Raw:
    """Read a CSV, all its columns or some.

    Raises:
        DatasetError: it is empty, or is no text.
    """
    dress = dress_of(path)
    first = _first_rows(path, dress, 1)
    columns, headless = _named(first[0])
    kept = [name for name in columns if wanted is None or name in set(wanted)]
    refused: list[Refusal] = []
    skipped: list[int] = []
    table = _table(path, dress, columns, kept, refused, skipped)
    if not headless:
        table = table.slice(1)
    numbers = _numbers(table.num_rows, headless=headless, skipped=skipped)
    remarks = [*_remarks(dress, path), *([_headless()] if headless else [])]
    return Raw(
        table, tuple(columns), numbers, tuple(refused), tuple(remarks),
        comma_decimals=dress.separator == ";",
    )  # fmt: skip


def _table(
    path: Path,
    dress: Dress,
    columns: Sequence[str],
    kept: Sequence[str],
    refused: list[Refusal],
    skipped: list[int],
) -> Any:
    cells = {f"f{columns.index(name)}": name for name in kept}

    def refuse(row: Any) -> str:
        skipped.append(row.number)
        if (row.text or "").strip():
            refused.append(cells_refused(row.number, row.actual_columns, row.expected_columns))
        return "skip"

    coded = pa.dictionary(pa.int32(), pa.string())
    types = {
        cell: pa.string() if name.casefold() in _UNIQUE else coded for cell, name in cells.items()
    }
    try:
        found = pa_csv.read_csv(
            path,
            read_options=pa_csv.ReadOptions(
                use_threads=False,
                block_size=_BLOCK,
                autogenerate_column_names=True,
                skip_rows=dress.skipped,
                encoding="utf8" if dress.encoding.startswith("utf-8") else dress.encoding,
            ),
            parse_options=pa_csv.ParseOptions(
                delimiter=dress.separator,
                newlines_in_values=True,
                ignore_empty_lines=False,
                invalid_row_handler=refuse,
            ),
            convert_options=pa_csv.ConvertOptions(
                column_types=types, include_columns=list(cells), strings_can_be_null=False
            ),
        )
    except (pa.ArrowInvalid, OSError, UnicodeError) as error:
        raise DatasetError(
            "{name} can't be read as a table: {why}. Save it anew as CSV in UTF-8.",
            name=path.name,
            why=str(error).partition("\n")[0][:200],
        ) from error
    return found.rename_columns([cells[cell] for cell in found.column_names])


def _numbers(rows: int, *, headless: bool, skipped: Sequence[int]) -> Any:
    first = 1 if headless else 2
    if not skipped:
        return np.arange(first, first + rows, dtype=np.int32)
    everything = np.arange(first, first + rows + len(skipped), dtype=np.int32)
    return np.setdiff1d(everything, np.asarray(skipped, dtype=np.int32))[:rows]


def dress_of(path: Path) -> Dress:
    """Find out a file's encoding and what parts its cells.

    Raises:
        DatasetError: it is no text, or can't be opened.
    """
    try:
        found = path.stat()
        return _dress(path, found.st_mtime_ns, found.st_size)
    except OSError as error:
        raise DatasetError(
            "{name} can't be opened: {why}. Check the path.", name=path.name, why=error.strerror
        ) from error


@lru_cache(maxsize=8)
def _dress(path: Path, _changed: int, _size: int) -> Dress:
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    encoding = next((name for mark, name in _MARKS if head.startswith(mark)), "")
    encoding = encoding or _encoding(path)
    text = head.decode(encoding, "replace")
    if "\0" in text:
        raise DatasetError(
            "{name} is no text. Give a CSV, an Excel workbook, JSON or GeoJSON.", name=path.name
        )
    first = text.partition("\n")[0].strip()
    if first[:4].casefold() == "sep=" and len(first) == 5:  # noqa: PLR2004  "sep=;"
        return Dress(encoding, first[4], 1)
    return Dress(encoding, _separator(text), 0)


def _encoding(path: Path) -> str:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def _separator(text: str) -> str:
    def cells(separator: str) -> int:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        try:
            return len(next(reader, []))
        except csv.Error:
            return 0

    return max(_SEPARATORS, key=cells)


def _first_rows(path: Path, dress: Dress, number: int) -> list[list[str]]:
    with path.open(encoding=dress.encoding, errors="replace", newline="") as file:
        for _skipped in range(dress.skipped):
            file.readline()
        head = file.read(LONGEST_CELL)
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=dress.separator)
    return [row for row, _number in zip(reader, range(number), strict=False)]


def _named(cells: Sequence[str]) -> tuple[list[str], bool]:
    """Return names for columns, no two alike, and whether the heading is missing."""
    if looks_like_ucdp(cells):
        return list(UCDP_COLUMNS), True
    return distinct(cells), False


def distinct(cells: Sequence[str]) -> list[str]:
    """Return names of columns without blanks around, no two alike and none empty."""
    names: list[str] = []
    for number, cell in enumerate(cells, start=1):
        name = cell.strip().lstrip("\ufeff") or f"column {number}"
        while name in names:
            name = f"{name} ({number})"
        names.append(name)
    return names


def _remarks(dress: Dress, path: Path) -> list[str]:
    if dress.encoding != "cp1252":
        return []
    return [
        later(
            "{name} is not in UTF-8; it was read as Windows-1252. Look at the accents.",
            name=path.name,
        )
    ]


def _headless() -> str:
    return later("The file has no heading; its 49 columns were taken for UCDP's in their order.")
