"""The word lists of `data/rules/<language>/places_words.toml`, and demonyms, as sets."""

import csv
from functools import cache
from typing import NamedTuple

from incidents.rules import DATA_DIR, load_rules


class Words(NamedTuple):
    """Lists of lower-case words that decide about a capitalised one."""

    titles: frozenset[str]
    organisation: frozenset[str]
    facility: frozenset[str]
    compass: frozenset[str]
    locative: frozenset[str]
    strong: frozenset[str]
    division: frozenset[str]
    never: frozenset[str]
    common: frozenset[str]


@cache
def words_of(language: str) -> Words:
    """Return the word lists of a language.

    Raises:
        RuleError: the language has none.
    """
    table = load_rules(language, "places")
    return Words(*(frozenset(table.get(field, ())) for field in Words._fields))


@cache
def demonyms(language: str) -> dict[str, tuple[str, ...]]:
    """Map adjectives and peoples' names to ISO alpha-2 codes: "Malian" → ("ML",).

    English ones are as written, French ones in lower case, with their plurals.
    """
    found: dict[str, tuple[str, ...]] = {}
    with (DATA_DIR / "gazetteer" / "countries.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for word in filter(None, row[f"demonyms_{language}"].split("|")):
                for form in {word, word if word.endswith(("s", "x")) else f"{word}s"}:
                    found[form] = (*found.get(form, ()), row["iso2"])
    return found
