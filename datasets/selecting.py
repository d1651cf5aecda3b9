"""Which rows of a layer a filter keeps, column by column; no row becomes an object.

Filters that ask for what only reports have (report, source, status, whether somebody checked it)
say nothing of a layer's rows.
"""

import datetime as dt
import re
from collections.abc import Callable, Collection
from functools import cache, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from datasets.layers import Layer
from datasets.raw import coded
from datasets.reading import GIVEN
from datasets.where import bare
from incidents.actors import groups
from incidents.filters import STRATEGIC, FilterSpec
from incidents.table import fold

Mask = npt.NDArray[np.bool_]
_YEARS = re.compile(r"\s*\((?:\d{4})?-?(?:\d{4})?-?\)$")
"""ACLED tells a country's governments apart: "Military Forces of Mali (2021-)"."""


def keep(layer: Layer, spec: FilterSpec) -> Mask:
    """Return one boolean a row."""
    mask = np.ones(layer.table.num_rows, dtype=bool)
    for part in (_by_date, _by_type, _by_actor, _by_region, _by_toll, _by_rest, _by_text):
        mask &= part(layer, spec)
    return mask


def _every(layer: Layer) -> Mask:
    return np.ones(layer.table.num_rows, dtype=bool)


def _by_date(layer: Layer, spec: FilterSpec) -> Mask:
    if not (spec.date_from or spec.date_to):
        return _every(layer)
    first, last = _days(layer, "earliest"), _days(layer, "latest")
    undated = np.isnat(first)
    start = np.datetime64(spec.date_from or dt.date.min)
    end = np.datetime64(spec.date_to or dt.date.max)
    if spec.date_mode == "certainly":
        return np.asarray(~undated & (first >= start) & (last <= end))
    # An undated row may have happened on any day, so "possibly" keeps it.
    return np.asarray(undated | ((first <= end) & (last >= start)))


def _days(layer: Layer, name: str) -> npt.NDArray[np.datetime64]:
    return np.asarray(layer.table[name].to_numpy(), dtype="datetime64[D]")


def _by_type(layer: Layer, spec: FilterSpec) -> Mask:
    mask = _every(layer)
    if spec.event_types:
        mask &= _among(layer, "event_type", spec.event_types)
    if spec.sub_event_types:
        mask &= _among(layer, "sub_event_type", spec.sub_event_types)
    if spec.strategic or spec.event_types or spec.sub_event_types:
        return mask
    return mask & ~_among(layer, "event_type", (STRATEGIC,))


def _among(layer: Layer, column: str, values: Collection[str]) -> Mask:
    return _test(layer, column, lambda value: value in values)


def _test(layer: Layer, column: str, test: Callable[[str], bool]) -> Mask:
    found: Mask = coded(layer.table[column]).map(test, dtype=bool)
    return found


def _by_actor(layer: Layer, spec: FilterSpec) -> Mask:
    if spec.actor_roles:
        # No file says who did it to whom.
        return ~_every(layer)
    if not spec.actors:
        return _every(layer)
    wanted = set(spec.actors)

    def named(cell: str) -> bool:
        return any(canonical(name.strip()) in wanted for name in cell.split(";"))

    return _any_of(layer, ("actor_1", "actor_2", "allies_1", "allies_2"), named)


def _any_of(layer: Layer, fields: Collection[str], test: Callable[[str], bool]) -> Mask:
    mask = ~_every(layer)
    for field in fields:
        column = getattr(layer.card.fields, field)
        if column is not None:
            mask |= _test(layer, f"{GIVEN}{column}", test)
    return mask


@lru_cache(maxsize=100_000)
def canonical(name: str) -> str:
    """Return an actor's name as the reports' incidents have it, where it is one of theirs."""
    bare = _YEARS.sub("", name)
    for one in (bare, *bare.split(": ")):
        if found := _aliases().get(fold(one)):
            return found
    return bare


@cache
def _aliases() -> dict[str, str]:
    return {fold(alias): one.name for one in groups().values() for alias in one.aliases}


def _by_region(layer: Layer, spec: FilterSpec) -> Mask:
    if not spec.regions:
        return _every(layer)
    mask = ~_every(layer)
    admin1 = layer.card.fields.admin1
    for region in spec.regions:
        country, _, name = region.partition("/")
        part = _among(layer, "country", (country,))
        if name and admin1:
            wanted = _plain(name)
            part &= _test(layer, f"{GIVEN}{admin1}", lambda cell, w=wanted: _plain(cell) == w)  # type: ignore[misc]
        mask |= part
    return mask


def _plain(region: str) -> str:
    """Return a region's name as it compares: "kasai oriental" of "Province du Kasaï-Oriental"."""
    return " ".join(re.findall(r"[^\W_]+", bare(region)))


def _by_toll(layer: Layer, spec: FilterSpec) -> Mask:
    if spec.casualties == "any":
        return _every(layer)
    known = layer.table["killed_low"]
    if spec.casualties == "unknown":
        return np.asarray(known.is_null().to_numpy(), dtype=bool)
    if spec.casualties == "injured":
        return ~_every(layer)
    return np.asarray(pc.fill_null(known, 0).to_numpy() > 0)


def _by_rest(layer: Layer, spec: FilterSpec) -> Mask:
    mask = _every(layer)
    if spec.civilian_targeting is not None:
        mask &= _targeted(layer) == spec.civilian_targeting
    if spec.precisions:
        mask &= np.isin(layer.table["where_prec"].to_numpy(), spec.precisions)
    return mask


def _targeted(layer: Layer) -> Mask:
    # As with the reports' incidents: those of which nothing is said are not among the targeted.
    column = pc.fill_null(layer.table["civilian_targeting"], False)  # noqa: FBT003  its own signature
    return np.asarray(column.to_numpy(), dtype=bool)


def _by_text(layer: Layer, spec: FilterSpec) -> Mask:
    mask = _every(layer)
    for word in spec.text.split():
        mask &= _has(layer, word)
    return mask


def _has(layer: Layer, word: str) -> Mask:
    wanted = fold(word)
    mask = _any_of(layer, ("actor_1", "actor_2", "place", "admin1"), lambda c: wanted in fold(c))
    notes = layer.card.fields.notes
    if notes is None:
        return mask
    column: Any = layer.table[f"{GIVEN}{notes}"]
    if pa.types.is_dictionary(column.type):
        return mask | _test(layer, f"{GIVEN}{notes}", lambda cell: wanted in fold(cell))
    # Long and all different: searched as they lie on the disk, accents and all.
    found: Mask = pc.match_substring(column, word, ignore_case=True).to_numpy()
    return np.logical_or(mask, found)
