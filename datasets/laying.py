"""Columns of text into the record's columns: types, days, tolls, parties."""

import re
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from datasets.days import order_of, read_days, when
from datasets.kinds import Kind, kind_of_actor, kind_of_event
from datasets.mapping import ANY
from datasets.raw import Coded
from datasets.sieve import Sieve, combined, quoted
from datasets.source import Columns, Source, dictionary
from incidents.table import fold
from incidents.tongue import later

UNKNOWN = -1
"""A count that the file doesn't give."""
_TOLL = re.compile(r"(\d{1,8})\s*(?:-|–|to|à)\s*(\d{1,8})")
_UNSAID = frozenset({"?", "-", "-1", "-99", "na", "n/a", "nan", "null", "none", "unknown",
                     "inconnu", "inconnue", "nd"})  # fmt: skip
"""Words of a cell that says nothing."""
_NO = frozenset({"", "0", "no", "non", "false", "faux", "n"})


def lay_types(source: Source, sieve: Sieve) -> Columns:
    """Return `event_type` and `sub_event_type`; rows of no known type are refused."""
    number, cells = combined(*map(source.column, ("event_type", "sub_event_type", "kind_1")))
    kinds = [_kind(source, *cell) for cell in cells]
    unknown = np.array([kind is None for kind in kinds], dtype=bool)[number]
    sieve.refuse(
        unknown,
        lambda at: _unknown_type(*cells[number[at]][:2]),
        later("Say under [types] in a mapping which of ACLED's types it stands for."),
    )
    strange = [bool(kind and sub.strip() and not kind.sub_event_type)
               for kind, (_type, sub, _inter) in zip(kinds, cells, strict=True)]  # fmt: skip
    sieve.doubt(np.array(strange, dtype=bool)[number], _STRANGE_SUB)
    known = [kind or Kind("Strategic developments", "") for kind in kinds]
    return {
        "event_type": dictionary(number, [kind.event_type for kind in known]),
        "sub_event_type": dictionary(number, [kind.sub_event_type for kind in known]),
    }


_STRANGE_SUB = later("The sub-type is none of ACLED's; the row is kept without.")


def _kind(source: Source, event: str, sub: str, inter: str) -> Kind | None:
    if source.form == "own":
        types = {fold(word.strip()): meaning for word, meaning in source.plan.types.items()}
        word = types.get(fold(event.strip()))
        found = kind_of_event(word or event, sub, inter, source.form)
        return found or kind_of_event(types.get(ANY, ""), "", "", source.form)
    return kind_of_event(event, sub, inter, source.form)


def _unknown_type(event: str, sub: str) -> str:
    if not (event.strip() or sub.strip()):
        return later("The row has no event type.")
    return later("“{word}” is no event type that is known.", word=quoted(event or sub))


def lay_days(source: Source, sieve: Sieve) -> Columns:
    """Return `earliest`, `latest`, `edtf` and `date_precision`; null where no date can be read."""
    first, last, code = map(source.column, ("date", "date_end", "date_precision"))
    order = source.plan.dates or order_of([*first.values, *last.values])
    number, cells = combined(first, last, code)
    found = []
    for begins, ends, precision in cells:
        one, other = read_days(begins, order), read_days(ends or begins, order)
        found.append(when(one[0], other[1], precision, source.form) if one and other else None)
    unread = np.array([not one for one in found], dtype=bool)[number]
    if order is None:
        sieve.doubt(unread, _TWO_WAYS)
    else:
        sieve.doubt(unread, _UNREAD_DAYS)
    wide = np.array([bool(one and one.precision != "day") for one in found], dtype=bool)[number]
    sieve.doubt(wide, _WIDE_DAYS)
    days = pa.array([one.earliest if one else None for one in found], pa.date32())
    ends_ = pa.array([one.latest if one else None for one in found], pa.date32())
    return {
        "earliest": days.take(pa.array(number)),
        "latest": ends_.take(pa.array(number)),
        "edtf": dictionary(number, [one.edtf if one else "" for one in found]),
        "date_precision": dictionary(number, [one.precision if one else "" for one in found]),
    }


_TWO_WAYS = later(
    "The date reads two ways, as 03/04/2024 does; the row is kept without one. Say in a mapping "
    'which number is the day: `dates = "day"` for the first, `dates = "month"` for the second.'
)
_UNREAD_DAYS = later("No date can be read; the row is kept without one.")
_WIDE_DAYS = later("Known by the week or more; the date is an interval.")


def lay_tolls(source: Source, sieve: Sieve) -> Columns:
    """Return `killed_low`, `killed_best` and `killed_high`; null where the file says nothing."""
    best, low, high = map(source.column, ("killed", "killed_low", "killed_high"))
    parts = {name: _counts(best, end) for name, end in (("low", 0), ("best", 1), ("high", 2))}
    for column in (best, low, high):
        sieve.doubt(column.map(lambda cell: _toll(cell) is None, dtype=bool), _STRANGE_TOLLS)
    if source.plan.columns.killed_low:
        parts["low"] = _counts(low, 0)
    if source.plan.columns.killed_high:
        parts["high"] = _counts(high, 2)
    elif source.form == "acled":
        # ACLED's figure is the least that sources tell of.
        parts["high"] = np.full(len(best.codes), UNKNOWN, dtype=np.int64)
        sieve.doubt(parts["best"] == 0, _NONE_TOLD)
    sieve.doubt(_crossed(parts["low"], parts["best"], parts["high"]), _CROSSED)
    return {
        f"killed_{name}": pa.array(np.maximum(part, 0), pa.int32(), mask=part < 0)
        for name, part in parts.items()
    }


def _crossed(*figures: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Tell of each row whether one of its known figures is above one that comes later."""
    found = np.zeros(len(figures[0]), dtype=bool)
    for one, other in combinations(figures, 2):
        found |= (one > other) & (other != UNKNOWN)
    return found


_STRANGE_TOLLS = later(
    "The toll is no number, or a range that ends before it begins; it is unknown."
)
_NONE_TOLD = later("0 fatalities, which with ACLED means that none were reported.")
_CROSSED = later("Lowest, best and highest figure are not in this order; all are kept.")
Toll = tuple[int, int, int]


def _toll(value: str) -> Toll | None:
    """Return low, best and high of a cell; None where it is no number."""
    text = re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3}\b)", "", value.strip()).removesuffix(".0")
    if text.isascii() and text.isdigit() and len(text) < 9:  # noqa: PLR2004  more is no toll
        return int(text), int(text), int(text)
    if (match := _TOLL.fullmatch(text)) and int(match[1]) <= int(match[2]):
        return int(match[1]), UNKNOWN, int(match[2])
    return (UNKNOWN, UNKNOWN, UNKNOWN) if fold(text) in _UNSAID | {""} else None


def _counts(column: Coded, end: int) -> npt.NDArray[np.int64]:
    return column.map(lambda value: (_toll(value) or (UNKNOWN,) * 3)[end], dtype=np.int64)


def lay_parties(source: Source) -> Columns:
    """Return the kinds of the two actors, "" where unknown, and whether civilians were targeted.

    The latter is null where a cell doesn't say it, and in a file without such a column.
    """
    if source.form == "ucdp":
        return _ucdp_parties(source)
    targeted = _targeted if source.plan.columns.civilians else lambda _cell: None
    return {
        name: dictionary(column.codes, [kind_of_actor(value) or "" for value in column.values])
        for name, column in (
            ("kind_1", source.column("kind_1")),
            ("kind_2", source.column("kind_2")),
        )
    } | {"civilian_targeting": pa.array(source.column("civilians").map(targeted), pa.bool_())}


def _targeted(cell: str) -> bool | None:
    word = fold(cell.strip())
    if word in _NO:
        # A blank one too: ACLED's column has a word only where civilians were.
        return False
    return None if word in _UNSAID else True


def _ucdp_parties(source: Source) -> Columns:
    types = source.column("event_type")
    side_a = source.column("actor_1")
    one_sided = types.map(lambda value: value.strip().startswith("3"), dtype=bool)
    state = side_a.map(lambda value: value.startswith("Government of "), dtype=bool)
    return {
        "kind_1": dictionary(state.astype(np.int32), ["", "state forces"]),
        "kind_2": dictionary(one_sided.astype(np.int32), ["", "civilians"]),
        "civilian_targeting": pa.array(one_sided),
    }
