"""Names that may be sources: organisations, and armed groups that speak for themselves."""

import csv
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, cast, get_args

import ahocorasick

from incidents.errors import RuleError
from incidents.records import SourceKind, Span
from incidents.rules import DATA_DIR

_SHORTEST = 2


class Name(NamedTuple):
    """A name of an organisation as a text writes it."""

    name: str
    """Canonical: the first that its line of the data gives."""
    kind: SourceKind


class Named(NamedTuple):
    """A name that was found."""

    span: Span
    name: Name


@cache
def _automaton() -> "ahocorasick.Automaton":
    forms: dict[str, Name] = {}
    for form, name in _groups():
        same = forms.get(form)
        # "ADF" is two groups: the text's own word then stands for the source.
        forms[form] = name if same in (None, name) else Name(form, name.kind)
    forms.update(_organisations())
    automaton = ahocorasick.Automaton()
    for form, name in forms.items():
        automaton.add_word(form, (len(form), name))
    automaton.make_automaton()
    return automaton


def _organisations() -> Iterator[tuple[str, Name]]:
    kinds = get_args(SourceKind)
    for path in sorted((DATA_DIR / "organisations").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                forms = row["names"].split("|")
                if row["kind"] not in kinds:
                    raise RuleError(
                        f"data/organisations/{path.name}, {row['id']!r}: {row['kind']!r} is no "
                        f"kind of source. Known are {', '.join(sorted(kinds))}."
                    )
                for form in forms:
                    yield form, Name(forms[0], cast("SourceKind", row["kind"]))


def _groups() -> Iterator[tuple[str, Name]]:
    """Read the armed groups' names: a group's claim is a source of its own."""
    for path in sorted((DATA_DIR / "actors").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if "actor_id" not in row or "kind" not in row or row["kind"] in {"civilians", ""}:
                    continue
                state = row["kind"] == "state forces"
                name = Name(row["name"], "government" if state else "armed group")
                yield row["name"].split(": ")[0], name
                for key in ("name", "aliases_en", "aliases_fr"):
                    for form in (row.get(key) or "").split("|"):
                        if len(form) > _SHORTEST:
                            yield form, name


def find_names(text: str) -> list[Named]:
    """Find all names in a clean text, in order; of overlapping ones the longest."""
    found: list[Named] = []
    for last, (length, name) in _automaton().iter_long(text):
        start, end = last + 1 - length, last + 1
        if _is_whole(text, start, end):
            found.append(Named(Span(start, end), name))
    return found


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not before.isalnum() and not after.isalnum()
