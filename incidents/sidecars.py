"""A file's metadata beside it, as TOML or JSON of the same name: `raid.toml` beside `raid.txt`."""

import json
import os
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from incidents.errors import ReportError

META_KEYS = ("published", "title", "publisher", "language", "url")
_LARGEST = 100_000
"""Bytes; metadata are a few lines."""
_PARSERS: tuple[tuple[str, Callable[[str], Any]], ...] = (
    (".toml", tomllib.loads),
    (".json", json.loads),
)


def read_sidecar(path: Path) -> dict[str, str]:
    """Return what the file beside a report says of it; empty where there is none.

    A JSON file without any of the metadata's names is another program's, or this one's own result
    (`conflict-map extract raid.txt > raid.json`), and is left alone.

    Raises:
        ReportError: it is broken, or names metadata that are not known.
    """
    for ending, parse in _PARSERS:
        beside = path.with_suffix(ending)
        if beside == path or not _is_metadata(beside):
            continue
        try:
            found = parse(beside.read_text(encoding="utf-8-sig"))
            if ending == ".toml" or (isinstance(found, dict) and set(META_KEYS) & set(found)):
                return said(found)
        except (ValueError, TypeError, AttributeError, RecursionError, OSError) as error:
            if ending == ".toml" or not _is_result(beside):
                raise ReportError(
                    "{name}, the metadata of {name_}: {why}.",
                    name=beside.name,
                    name_=path.name,
                    why=error,
                ) from None
    return {}


def _is_metadata(beside: Path) -> bool:
    try:
        status = beside.stat()
        return (
            beside.is_file()
            and 0 < status.st_size <= _LARGEST
            and not os.path.samestat(status, os.fstat(1))  # what this run itself writes to
        )
    except OSError:
        return False  # none there, or a name too long for the folder


def _is_result(beside: Path) -> bool:
    """Tell the lines that `conflict-map extract` writes."""
    return beside.read_bytes().startswith(b'{"report_id"')


def said(meta: Mapping[str, Any]) -> dict[str, str]:
    """Check metadata and leave out what is empty.

    Raises:
        ReportError: a name is not known.
    """
    unknown = sorted(set(meta) - {*META_KEYS, "why"})
    if unknown:
        raise ReportError(
            "{names}: no such metadata. Known are {names_}.",
            names=", ".join(unknown),
            names_=", ".join(META_KEYS),
        )
    return {key: str(meta[key]) for key in META_KEYS if meta.get(key) not in (None, "")}
