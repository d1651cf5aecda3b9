"""What the columns of one's own tables hold: guessed, said by the analyst, remembered."""

import hashlib
import json
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from datasets.days import Order
from datasets.records import Fields
from incidents.errors import DatasetError
from incidents.records import Record
from incidents.table import fold

ANY = "*"
"""The type of the events whose word none of the other lines has."""


class Plan(Record, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A mapping: what each column holds, and what the words in it mean."""

    columns: Fields
    types: Mapping[str, str] = {}
    """A word of the file to one of ACLED's types or sub-types; "*" stands for all others."""
    precisions: Mapping[str, int] = {}
    """A word of the file to UCDP's where_prec, 1 to 7."""
    dates: Order | None = None
    """Which number of 03/04/2024 is first, where the file doesn't show it."""
    licence: str = ""


_USUAL: Mapping[str, str] = {
    "id": r"(event|incident)?[ _]?id|code|numero|ref(erence)?",
    "date": r"(event[ _]|incident[ _])?date([ _]start|[ _]debut|[ _]from)?|start[ _]?date|jour|day"
    r"|date[ _]de[ _]l.(evenement|incident)|debut",
    "date_end": r"(event[ _])?(date[ _](end|fin|to)|end[ _]?date)|fin",
    "event_type": r"(event|incident)[ _]?type|type([ _]d.(evenement|incident))?|category|categorie",
    "sub_event_type": r"sub[ _]?(event[ _]?)?type|sous[ _]?type",
    "actor_1": r"(actor|acteur|perpetrator|auteur|group)s?[ _]?1?|side[ _]a",
    "actor_2": r"(actor|acteur)[ _]?2|target|cible|victims?|victimes?|side[ _]b",
    "iso": r"iso[ _]?(2|3|code)?|country[ _]code|code[ _]pays",
    "country": r"country([ _]name)?|pays",
    "admin1": r"adm(in)?[ _]?1([ _]?name)?|region|province|state|governorate|gouvernorat|wilaya",
    "admin2": r"adm(in)?[ _]?2([ _]?name)?|district|cercle|county|departement|prefecture",
    "place": r"location|place|town|village|city|localite|lieu|ville|site|commune",
    "lat": r"lat(itude)?([ _](deg|y))?|y",
    "lon": r"lon(g|gitude)?([ _](deg|x))?|lng|x",
    "precision": r"(geo|where|location)?[ _]?prec(ision)?([ _]geo)?|accuracy",
    "killed": r"(nb[ _])?(killed|deaths?|dead|fatalities|morts|tues|deces|best)",
    "killed_low": r"(killed|deaths?|morts|fatalities)[ _](min|low)|low",
    "killed_high": r"(killed|deaths?|morts|fatalities)[ _](max|high)|high",
    "source": r"sources?([ _]name)?",
    "notes": r"notes?|description|summary|resume|details?|narrative|comments?|commentaires?",
}  # fmt: skip
"""How columns are called, accents and case aside, in English and French."""


def propose(columns: Sequence[str]) -> Plan:
    """Guess from the names of the columns what they hold; the analyst puts it right."""
    free = list(columns)
    found: dict[str, str] = {}
    for field, pattern in _USUAL.items():
        name = next((one for one in free if re.fullmatch(pattern, fold(one.strip()))), None)
        if name is not None:
            found[field] = name
            free.remove(name)
    return Plan(columns=Fields(**found))


def read_plan(path: Path) -> Plan:
    """Read a mapping from a TOML file.

    Raises:
        DatasetError: it isn't there, or says what no mapping says.
    """
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Plan)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DatasetError(
            "The mapping {name} can't be read: {why}. Under [columns] it says which column holds "
            "what; the fields are {fields}.",
            name=path.name,
            why=error,
            fields=", ".join(Fields.__struct_fields__),
        ) from error


def as_toml(plan: Plan) -> str:
    """Return a mapping as a file that a person can put right."""
    lines = ["[columns]", *(_line(f, column) for f, column in plan.columns.named().items())]
    for head, words in (("types", plan.types), ("precisions", plan.precisions)):
        lines += [f"\n[{head}]", *(_line(word, meaning) for word, meaning in words.items())] * bool(
            words
        )
    top = [_line("dates", plan.dates)] if plan.dates else []
    top += [_line("licence", plan.licence)] if plan.licence else []
    return "\n".join([*top, *lines]) + "\n"


def _line(key: str, value: object) -> str:
    bare = re.fullmatch(r"[A-Za-z0-9_-]+", key)
    # A JSON string is a TOML string.
    return f"{key if bare else json.dumps(key)} = {json.dumps(value)}"


def check(plan: Plan, columns: Sequence[str], name: str) -> None:
    """Refuse a mapping that doesn't fit a file.

    Raises:
        DatasetError: saying which column is missing, or which field is.
    """
    there = set(columns)
    for field, column in plan.columns.named().items():
        if column not in there:
            raise DatasetError(
                "{name} has no column “{column}”, which the mapping gives for {field}. Its columns "
                "are: {columns}.",
                name=name,
                column=column,
                field=field,
                columns=", ".join(columns),
            )
    wrong = [value for value in plan.precisions.values() if not 1 <= value <= 7]  # noqa: PLR2004
    if wrong:
        raise DatasetError(
            "Precision {wrong} does not exist; where_prec goes from 1 to 7.", wrong=wrong[0]
        )
    if not (plan.columns.date or plan.columns.lat or plan.columns.place or plan.columns.admin1):
        raise DatasetError(
            "It isn't said which columns of {name} hold the date and the place. Its columns are: "
            "{columns}.",
            name=name,
            columns=", ".join(columns),
        )


def remember(folder: Path, columns: Sequence[str], plan: Plan) -> None:
    """Keep a mapping for the next file with the same columns."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / _file(columns)
    new = path.with_suffix(f".{os.getpid()}.new")
    new.write_text(as_toml(plan), encoding="utf-8")
    new.replace(path)


def remembered(folder: Path, columns: Sequence[str]) -> Plan | None:
    """Return the mapping that was kept for a set of columns; None where none was."""
    path = folder / _file(columns)
    return read_plan(path) if path.is_file() else None


def _file(columns: Sequence[str]) -> str:
    # A set: the same columns in another order are the same table.
    text = "\n".join(sorted({column.casefold() for column in columns}))
    return f"{hashlib.sha256(text.encode()).hexdigest()[:24]}.toml"
