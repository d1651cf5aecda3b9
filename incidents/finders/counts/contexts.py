"""Words about a number that say what it is, read from the language's rules."""

import re
from collections.abc import Mapping
from functools import cache

from incidents.errors import RuleError
from incidents.records import CountKey, Record
from incidents.rules import compile_pattern, expand_pieces, load_rules


class Context(Record, frozen=True, kw_only=True):
    """Words about a number that say what it is."""

    id: str
    flag: str | None
    """`including`, `replaces`, `total`, `bare`, `fate`, `earlier`, `age`, `speaker`,
    `neither` or `at_least`."""
    key: CountKey | None
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
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
