"""Who is who: the armed groups, the countries' forces and the classes of unnamed actors.

All of it is data under `data/actors/`: a group is a line of a region's CSV, a country a line of
`demonyms.csv`, a class ("Police Forces of {country}") a table of `classes.toml`. An `actor_id` of
a class carries the country's code, or `??` where the words give no country.
"""

import csv
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import get_args

import msgspec

from incidents.errors import RuleError
from incidents.records import ActorKind, Record
from incidents.rules import DATA_DIR, load_data

UNKNOWN = "??"
"""Stands in an `actor_id` for a country that the words do not give."""
_FOLDER = DATA_DIR / "actors"
_TABLES = frozenset(
    {
        "demonyms.csv",
        "branches.csv",
        "communities.csv",
        "leaders.csv",
        "local_words.csv",
    }
)


class Group(Record, frozen=True, kw_only=True):
    """A named actor."""

    actor_id: str
    name: str
    """Canonical: "M23: March 23 Movement". Its parts around ": " are names too."""
    kind: ActorKind
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2; the first is its home."""
    aliases: tuple[str, ...] = ()
    """In any language, its own name's parts included; capitals must be capitals in a text."""
    affiliation: str | None = None
    """The id of the wider body whose branch it may be: "al-qaeda", "islamic-state"; or None."""

    @property
    def home(self) -> str | None:
        """The first of its countries; None without one, and for a body with branches in many."""
        worldwide = self.actor_id == self.affiliation
        return self.countries[0] if self.countries and not worldwide else None


class Country(Record, frozen=True, kw_only=True):
    """A country's names and adjectives, by language."""

    iso: str
    name: str
    """English, as it stands in "Civilians ({country})"."""
    of: str
    """The same with its article: "Military Forces of the United States"."""
    names: Mapping[str, tuple[str, ...]]
    adjectives: Mapping[str, tuple[str, ...]]
    capitals: Mapping[str, tuple[str, ...]]
    """Cities whose names stand for its government: "Moscow said"; none where they mean too much."""


class ActorClass(Record, frozen=True, kw_only=True):
    """A kind of actor that a country has: its army, its police, its protesters."""

    name: str
    bare: str
    """Its name where no country is known."""
    id: str
    kind: ActorKind
    violent: str | None = None
    """The class that it acts through where it does violence: a government's is "military"."""


def _rows(name: str) -> Iterator[dict[str, str]]:
    path = _FOLDER / name
    try:
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file, strict=True)
    except (OSError, csv.Error, UnicodeDecodeError) as error:
        raise RuleError(f"data/actors/{name} cannot be read: {error}.") from None


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


@cache
def groups() -> Mapping[str, Group]:
    """Read the named actors of all region files, by id; rows of one id are joined.

    Raises:
        RuleError: a row has a column too few or too many, or an unknown kind.
    """
    found: dict[str, Group] = {}
    for path in sorted(_FOLDER.glob("*.csv")):
        if path.name in _TABLES:
            continue
        for row in _rows(path.name):
            group = _group(row, path.name)
            old = found.get(group.actor_id)
            if old is not None:
                both = tuple(dict.fromkeys((*old.aliases, *group.aliases)))
                group = msgspec.structs.replace(old, aliases=both)
            found[group.actor_id] = group
    return found


def _group(row: dict[str, str], file: str) -> Group:
    if None in row or None in row.values():
        raise RuleError(f"data/actors/{file}, {row.get('actor_id')!r}: not 8 columns.")
    if row["kind"] not in get_args(ActorKind):
        raise RuleError(f"data/actors/{file}, {row['actor_id']!r}: no kind {row['kind']!r}.")
    own = (row["name"], *row["name"].split(": ", 1))
    aliases = (*own, *_split(row["aliases_en"]), *_split(row["aliases_fr"]))
    return Group(
        actor_id=row["actor_id"],
        name=row["name"],
        kind=row["kind"],  # type: ignore[arg-type]  # checked above against ActorKind
        countries=_split(row["country"]),
        aliases=tuple(dict.fromkeys(aliases)),
        affiliation=row["affiliation"] or None,
    )


@cache
def countries() -> Mapping[str, Country]:
    """Read the countries with their names and adjectives in English and French, by code."""
    return {row["iso2"]: _country(row) for row in _rows("demonyms.csv")}


def _country(row: dict[str, str]) -> Country:
    english = (row["name_en"], *_split(row["forms_en"]))
    french = (row["name_fr"], *_split(row["forms_fr"]))
    masculine, feminine = _split(row["adjective_fr_m"]), _split(row["adjective_fr_f"])
    forms = {*masculine, *feminine, *map(_plural, (*masculine, *feminine))}
    return Country(
        iso=row["iso2"],
        name=row["name_en"],
        of=f"{row['article']} {row['name_en']}".strip(),
        names={"en": english, "fr": french},
        adjectives={"en": _split(row["adjectives_en"]), "fr": tuple(sorted(forms))},
        capitals={"en": _split(row["capitals_en"]), "fr": _split(row["capitals_fr"])},
    )


def _plural(adjective: str) -> str:
    if adjective.endswith(("s", "x")):
        return adjective
    return f"{adjective[:-2]}aux" if adjective.endswith("al") else f"{adjective}s"


@cache
def classes() -> Mapping[str, ActorClass]:
    """Read the classes of `data/actors/classes.toml`, by their key."""
    table = load_data("actors/classes.toml")["class"]
    return {key: msgspec.convert(value, ActorClass) for key, value in table.items()}


@cache
def branches() -> Mapping[tuple[str, str], str]:
    """Read which branch is meant where: (affiliation, country) to the branch's id."""
    return {(row["affiliation"], row["country"]): row["actor_id"] for row in _rows("branches.csv")}


@cache
def local_words() -> Mapping[tuple[str, str], str]:
    """Read what a common noun means in one country: ("separatists", "CM") to a group's id."""
    return {
        (word.casefold(), row["country"]): row["actor_id"]
        for row in _rows("local_words.csv")
        for word in _split(row["words"])
    }


@cache
def leaders() -> Mapping[str, str]:
    """Read whose men are meant by a name, "Khalifa Haftar": names to a group's id."""
    return {name: row["actor_id"] for row in _rows("leaders.csv") for name in _split(row["names"])}


@cache
def communities(language: str) -> Mapping[str, str]:
    """Read the words for communities ("peul", "Fulani") with the name that each stands for."""
    rows = list(_rows("communities.csv"))
    return {
        form: row["name"] for row in rows for form in _split(row.get(f"forms_{language}") or "")
    }


class Named(Record, frozen=True, kw_only=True):
    """What a mention resolves to."""

    actor_id: str
    name: str
    kind: ActorKind
    country: str | None = None
    """ISO 3166-1 alpha-2 of the actor's home; None where unknown or where it has none."""


@cache
def of_class(key: str, iso: str | None = None, group: str = "") -> Named:
    """Name the actor of a class in a country: ("police", "ML") is the police of Mali.

    Args:
        key: a class of `classes.toml`.
        iso: ISO 3166-1 alpha-2; None where the words give no country.
        group: a community's name, for the classes that have one.
    """
    kind = classes()[key]
    country = countries().get(iso or "")
    pattern = kind.bare if country is None else kind.name
    name = pattern.format(
        country=country.name if country else "", of=country.of if country else "", group=group
    )
    slug = group.lower().replace(" ", "-")
    actor_id = kind.id.format(iso=iso if country else UNKNOWN, group=slug)
    return Named(actor_id=actor_id, name=name, kind=kind.kind, country=iso if country else None)


def of_group(actor_id: str, *hints: str | None) -> Named:
    """Name a group; "Islamic State" in a country with a branch is that branch.

    A namesake elsewhere is another group: "al-Shabab" in Mozambique.

    Args:
        actor_id: a key of `groups()`.
        hints: countries in which it is said to act, the surest first.
    """
    group = groups()[actor_id]
    for iso in hints:
        if branch := branches().get((actor_id, iso or "")):
            group = groups()[branch]
            break
    return Named(actor_id=group.actor_id, name=group.name, kind=group.kind, country=group.home)


@lru_cache(maxsize=4096)
def home_of(actor_id: str) -> str | None:
    """Tell the country of an actor from its id; None where it has none or it is unknown."""
    if actor_id in groups():
        return groups()[actor_id].home
    code = next((part for part in actor_id.split(":")[1:] if len(part) == 2), None)  # noqa: PLR2004  # alpha-2
    return None if code == UNKNOWN or code not in countries() else code


def class_of(actor_id: str) -> tuple[str, str] | None:
    """Tell the class and the community of an id such as "ethnic:dogon:ML"; None for a group's."""
    parts = actor_id.split(":")
    for key, kind in classes().items():
        pattern = kind.id.split(":")
        if len(pattern) == len(parts) and all(
            want.startswith("{") or want == part for want, part in zip(pattern, parts, strict=True)
        ):
            group = parts[pattern.index("{group}")] if "{group}" in pattern else ""
            return key, group.replace("-", " ").title()
    return None
