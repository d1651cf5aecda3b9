"""Words about a number that say what it is, read from the language's rules."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from incidents.errors import RuleError
from incidents.records import CountKey, Record, Span
from incidents.rules import compile_pattern, expand_pieces, load_rules
from incidents.scanning import Token

_STEM = 4
"""Letters of a cue."""


class Context(Record, frozen=True, kw_only=True):
    """Words about a number that say what it is."""

    id: str
    flag: str | None
    """`including`, `replaces`, `total`, `bare`, `fate`, `earlier`, `age`, `speaker`,
    `neither`, `loose` or `at_least`; `name`, `year` and `clock` bar numbers in digits."""
    key: CountKey | None
    before: re.Pattern[str] | None
    """What ends where the number, or its bound, begins."""
    after: re.Pattern[str] | None
    """What begins where the number, or its noun, ends."""
    cue: frozenset[str]
    """Beginnings of words, four letters, without one of which it cannot fit."""
    match: tuple[str, ...]
    no_match: tuple[str, ...]


@cache
def contexts(language: str) -> tuple[Context, ...]:
    """Read the `[[context]]` rules of a language."""
    table, where = load_rules(language, "counts"), f"data/rules/{language}/counts.toml"
    pieces = expand_pieces(table["context_pieces"], where)
    return tuple(
        _context(raw, pieces, f"{where}, rule {raw.get('id')!r}")
        for raw in table.get("context", ())
    )


def _context(raw: Mapping[str, str], pieces: Mapping[str, str], where: str) -> Context:
    for name in ("id", "cue", "match", "no_match"):
        if name not in raw:
            raise RuleError(f"{where}: {name!r} is missing.")
    before, after = raw.get("before"), raw.get("after")
    key: CountKey | None = raw.get("key")  # type: ignore[assignment]  # the tests check its values
    return Context(
        id=raw["id"],
        flag=raw.get("flag"),
        key=key,
        before=compile_pattern(before, pieces, where) if before else None,
        after=compile_pattern(after, pieces, where) if after else None,
        cue=frozenset(raw["cue"].split()),
        match=tuple(raw["match"]),
        no_match=tuple(raw["no_match"]),
    )


class Live(NamedTuple):
    """The contexts of which a sentence has a word at all, and its words."""

    contexts: list[Context]
    stems: list[str]
    """Beginnings of its words."""
    starts: list[int]
    """Where they stand in the text."""

    def near(self, first: int, last: int) -> set[str]:
        """List the beginnings of the words between two positions of the text."""
        return set(self.stems[bisect_left(self.starts, first) : bisect_left(self.starts, last)])


def live_contexts(found: Sequence[Token], sentence: Span, known: Iterable[Context]) -> Live:
    """Choose the contexts that may fit in a sentence of these words."""
    stems = [word[:_STEM] for word, _ in found]
    held = set(stems)
    chosen = [one for one in known if not held.isdisjoint(one.cue)]
    return Live(chosen, stems, [sentence.start + start for _, start in found])


def may_fit(context: Context, before: set[str], after: set[str]) -> bool:
    """Tell whether a word of a context stands on a side that it looks at."""
    return (context.before is not None and not before.isdisjoint(context.cue)) or (
        context.after is not None and not after.isdisjoint(context.cue)
    )
