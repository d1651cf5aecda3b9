"""The word lists of `data/rules/<language>/places/words.toml`, and demonyms, as sets."""

import csv
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from incidents.actors import countries
from incidents.rules import DATA_DIR, Rule, load_patterns, load_rules


class Words(NamedTuple):
    """Lists of lower-case words that decide about a capitalised one; the data says how."""

    titles: frozenset[str]
    organisation: frozenset[str]
    facility: frozenset[str]
    compass: frozenset[str]
    locative: frozenset[str]
    strong: frozenset[str]
    division: frozenset[str]
    abbreviation: frozenset[str]
    speech: frozenset[str]
    inside: frozenset[str]
    heads: frozenset[str]
    peoples: frozenset[str]
    never: frozenset[str]
    common: frozenset[str]
    quarter: frozenset[str]
    standing: frozenset[str]
    given: frozenset[str]


def means_people(demonym: str) -> bool:
    """Tell whether a demonym means people, not their country's things: "Mexicans"."""
    plural = demonym.endswith("s") and not demonym.endswith(("ss", "us", "ais", "ois"))
    return plural and demonym[0].isupper()


@cache
def closed_words(words: Words) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that no unknown name runs over, and those that are no person's name."""
    closed = frozenset[str]().union(
        words.peoples, words.never, words.titles, words.organisation, words.facility,
        words.compass, words.division,
    )  # fmt: skip
    return closed, closed | words.locative


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
    """Map adjectives and peoples' names to place ids: "Malian" → ("country:ML",).

    English ones are as written, French ones in lower case, with their plurals.
    """
    found: dict[str, tuple[str, ...]] = {}
    for place_id, words in _demonym_rows(language):
        for word in filter(None, words.split("|")):
            for form in {word, word if word.endswith(("s", "x")) else f"{word}s"}:
                found[form] = tuple(dict.fromkeys((*found.get(form, ()), place_id)))
    return found


def _demonym_rows(language: str) -> Iterator[tuple[str, str]]:
    """Read the countries' adjectives where the actors' are, and the gazetteer's own beside them.

    The gazetteer adds what names people or land and no force ("a Briton", "Papuan"), continents
    and regions.
    """
    for country in countries().values():
        names = country.names.get(language, ())  # "US forces", and "in the US"
        adjectives = [word for word in country.adjectives.get(language, ()) if word not in names]
        yield f"country:{country.iso}", "|".join(adjectives)
    for name in ("countries.csv", "demonyms.csv"):
        with (DATA_DIR / "gazetteer" / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                place_id = row.get("place_id") or f"country:{row['iso2']}"
                yield place_id, row.get(f"demonyms_{language}") or ""


@cache
def rules_by_first(language: str) -> dict[str, tuple[Rule, ...]]:
    """Map each word that a rule may begin with to the rules, in file order.

    "#" stands for a number, "<name>" for a name, "<used>" for an adjective or an organisation's.
    """
    lists = load_rules(language, "places").get("first", {})
    found: dict[str, tuple[Rule, ...]] = {"<name>": (), "<used>": ()}
    for rule in load_patterns(language, "places"):
        for first in rule.extra.get("first", ["<name>"]):
            for word in lists[first[1:]] if first.startswith("@") else [first]:
                if rule not in found.get(word, ()):
                    found[word] = (*found.get(word, ()), rule)
    return found
