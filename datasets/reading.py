"""One file into one table of the record's columns, with what that cost."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from datasets.forms import held_columns, recognise
from datasets.laying import lay_days, lay_parties, lay_tolls, lay_types
from datasets.mapping import Plan, as_toml, check, propose
from datasets.opening import columns_of, open_raw
from datasets.placing import lay_places
from datasets.raw import Column, Raw
from datasets.records import Fields, Losses
from datasets.sieve import Sieve
from datasets.source import Source
from incidents.errors import DatasetError
from incidents.tongue import later

GIVEN = "given:"
"""Before the names of the columns that are kept as they came."""


@dataclass(frozen=True)
class Read:
    """A file that was read.

    Attributes:
        table: the record's columns, then the file's own under `given:`.
        form: `acled`, `ucdp` or `own`.
        fields: which of the file's columns holds what.
        held: the file's columns that are kept.
        numbers: of those, what JSON had as numbers.
        losses: what it cost.
    """

    table: Any
    form: str
    fields: Fields
    held: tuple[str, ...]
    numbers: tuple[str, ...]
    losses: Losses


def plan_for(columns: Sequence[str], plan: Plan | None, name: str) -> tuple[str, Plan]:
    """Return the form of a file and what its columns hold.

    Args:
        columns: the file's.
        plan: the analyst's, which goes before the file's own form.
        name: the file's.

    Raises:
        DatasetError: the form is unknown and there is no mapping; proposes one.
    """
    if plan is not None:
        check(plan, columns, name)
        return "own", plan
    if found := recognise(columns):
        return found[0], Plan(columns=found[1])
    raise DatasetError(
        "The columns of {name} are neither ACLED's nor UCDP's. Say what they hold in a file and "
        "give it by --mapping. A proposal, to be put right:\n\n{proposal}",
        name=name,
        proposal=as_toml(propose(columns)),
    )


def read(path: Path, plan: Plan | None = None) -> Read:
    """Read a file.

    Args:
        path: CSV, Excel, JSON or GeoJSON.
        plan: what its columns hold, where they are not ACLED's or UCDP's.

    Raises:
        DatasetError: it can't be read, or nobody says what its columns hold.
    """
    columns = columns_of(path)
    form, plan = plan_for(columns, plan, path.name)
    held = held_columns(form, plan.columns, columns)
    raw = open_raw(path, held)
    if not raw.table.num_rows:
        raise DatasetError("{name} has a heading and no rows. Choose another file.", name=path.name)
    return _read(Source(raw, plan, form), held)


def _read(source: Source, held: tuple[str, ...]) -> Read:
    raw = source.raw
    sieve = Sieve(raw.rows, np.ones(len(raw.rows), dtype=bool))
    sieve.refused += raw.refused
    sieve.refused_rows += len(raw.refused)
    for remark in (*raw.remarks, *_remarks(source.form)):
        sieve.remark(remark)
    if raw.shapes:
        sieve.remark(_OUTLINES, raw.shapes)
    _refuse_doubles(source, sieve)
    computed = {
        "row": pa.array(raw.rows),
        **lay_types(source, sieve),
        **lay_days(source, sieve),
        **lay_places(source, sieve),
        **lay_tolls(source, sieve),
        **lay_parties(source),
    }
    table = pa.table(computed | {f"{GIVEN}{name}": raw.table[name] for name in held})
    lost = [name for name in raw.columns if name not in held]
    return Read(
        table=table.filter(pa.array(sieve.keep)) if not sieve.keep.all() else table,
        form=source.form,
        fields=source.plan.columns,
        held=held,
        numbers=tuple(name for name in raw.numbers if name in held),
        losses=sieve.losses(lost, source.form),
    )


_OUTLINES = later("A line or an area and no point; its outline is not kept.")


def _refuse_doubles(source: Source, sieve: Sieve) -> None:
    name = source.plan.columns.id
    if name is None:
        return
    codes, blank = _codes(source.raw, name)
    _values, first, inverse = np.unique(codes, return_index=True, return_inverse=True)
    again = (first[inverse] != np.arange(len(codes))) & ~blank
    sieve.refuse(
        again,
        lambda at: later(
            "It has the id of row {row}.", row=str(int(sieve.rows[first[inverse[at]]]))
        ),
        later("Keep the one that is right in the file, then bring it in anew."),
    )


def _codes(raw: Raw, name: str) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.bool_]]:
    column: Column = raw.table[name]
    if not pa.types.is_dictionary(column.type):
        column = pc.dictionary_encode(column)
    whole = column.unify_dictionaries().combine_chunks()
    empty = pc.index(whole.dictionary, "").as_py()
    codes = whole.indices.to_numpy(zero_copy_only=False)
    return codes, codes == empty


def _remarks(form: str) -> list[str]:
    if form == "acled":
        return [
            later("ACLED's two actors are not attacker and attacked; neither was given a role.")
        ]
    if form == "ucdp":
        return [
            later(
                "UCDP has three types of violence: state-based and non-state violence are held as "
                "battles, one-sided violence as violence against civilians, all without sub-type."
            )
        ]
    return []


def sha256_of(path: Path) -> str:
    """Return the hash of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
