"""A file's text with what its columns hold, and columns as the layer keeps them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from datasets.mapping import Plan
from datasets.raw import Coded, Raw, coded

Columns = dict[str, Any]
"""Of `pyarrow` arrays, by name."""


@dataclass(frozen=True)
class Source:
    """A file's text with the plan of what its columns hold."""

    raw: Raw
    plan: Plan
    form: str

    def column(self, field: str) -> Coded:
        """Return a field's column; blank cells where the file has none."""
        name = getattr(self.plan.columns, field)
        if name is None:
            return Coded(np.zeros(self.raw.table.num_rows, dtype=np.int32), ("",))
        return coded(self.raw.table[name])


def dictionary(number: npt.NDArray[Any], values: Sequence[str]) -> Any:
    """Return a dictionary-encoded column of strings, each value once."""
    once: Mapping[str, int] = {value: at for at, value in enumerate(dict.fromkeys(values))}
    codes = np.array([once[value] for value in values], dtype=np.int32)[number]
    return pa.DictionaryArray.from_arrays(pa.array(codes), pa.array(list(once), pa.string()))
