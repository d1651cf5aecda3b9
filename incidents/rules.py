r"""Language as data: reads `data/`, compiles its patterns, and refuses what could run away.

A rule file is TOML: named pieces, then rules that are built from them.

    [pieces]
    day = '(?:0?[1-9]|[12]\d|3[01])'

    [[rule]]
    id = "dates.day-month"
    pattern = '(?P<day>{day}) (?P<month>{month})'
    match = ["12 March"]
    no_match = ["12 marches"]

A `[vocabulary.month]` table (word = value) is a piece too, of its words; a word written with a
capital matches so only ("May", but not "may"). Every other key of a rule is the finder's own
business and comes through in `Rule.extra`.
"""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from incidents.errors import RuleError
from incidents.records import Record

DATA_DIR = Path(__file__).resolve().parent.parent / "data"
"""Where the language data, organisations, conventions and reports lie."""

OWN_RULES = "CONFLICT_MAP_RULES"
"""Environment variable that names a folder of more languages, each a folder of rules."""
REQUIRED = {
    "text": ("function_words", "the small words that tell the language"),
    "triggers": ("rule", "the words that say that something was done"),
}
"""File and key that a language's rules cannot do without, and why; all else may be left out."""

NOTHING = "(?!)"
"""A pattern that matches nowhere."""
_PIECE = re.compile(r"\{([a-z][a-z0-9_]{0,40})\}")
_REPEAT = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|([*+]|\{\d*,\})")
"""Escapes and character classes, passed over, and repetitions without an end, caught."""
_OWN_KEYS = frozenset({"id", "pattern", "patterns", "words", "case", "match", "no_match", "file"})


class Rule(Record, frozen=True, kw_only=True):
    """One named pattern of the language data."""

    id: str
    pattern: re.Pattern[str]
    """Compiled, its pieces filled in; ignores case unless the rule says `case = true`."""
    source: str
    """As the data writes it, its pieces not filled in."""
    match: tuple[str, ...]
    """Texts in which the rule must fire; at least one."""
    no_match: tuple[str, ...]
    """Texts in which it must not."""
    extra: Mapping[str, Any]
    """The rule's other keys, for its finder."""
    file: str
    """Where it stands, for messages: `data/rules/en/dates.toml`."""


@cache
def load_data(relative: str) -> Mapping[str, Any]:
    """Read one TOML file below `data/`.

    Args:
        relative: path below `data/`, with `/`: "conventions/vague_counts.toml".

    Raises:
        RuleError: the file is missing or is no TOML.
    """
    return _read_toml(DATA_DIR / relative, f"data/{relative}")


def _read_toml(path: Path, shown: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise RuleError(f"{shown} is missing: install the program again, whole.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{shown} is no TOML that can be read: {error}.") from None


def own_rules() -> list[Path]:
    """List the folder of the user's own languages, where the environment names one.

    Raises:
        RuleError: it is no folder.
    """
    own = os.environ.get(OWN_RULES)
    if own and not Path(own).is_dir():
        raise RuleError(f"{OWN_RULES} names {own!r}, which is no folder: mend it or take it away.")
    return [Path(own)] if own else []


def rule_folder(language: str) -> Path | None:
    """Find the folder of a language's rules, among the program's own and the user's."""
    return next((path for path in _language_folders() if path.name == language), None)


def languages() -> tuple[str, ...]:
    """Name the languages that have rules: the folders of `data/rules/`, and the user's own."""
    return tuple(sorted({path.name for path in _language_folders()}))


def _language_folders() -> Iterator[Path]:
    for folder in (DATA_DIR / "rules", *own_rules()):
        yield from (path for path in sorted(folder.iterdir()) if path.is_dir())


@cache
def load_rules(language: str, name: str) -> Mapping[str, Any]:
    """Read the raw tables of `<language>/<name>.toml` and `<language>/<name>/*.toml`, merged.

    Lists (`rule` among them) are joined, tables are merged, later files win on single keys.
    Each rule table gets a `file` key for messages. What a language leaves out is as in
    `data/rules/defaults.toml`.

    Raises:
        RuleError: the language has no rules, lacks what every language needs, or a file is broken.
    """
    folder = rule_folder(language)
    if folder is None:
        known = ", ".join(languages())
        raise RuleError(f"data/rules/{language} is missing: rules exist for the languages {known}.")
    files = [folder / f"{name}.toml", *sorted((folder / name).glob("*.toml"))]
    files = [file for file in files if file.is_file()]
    merged = dict(load_data("rules/defaults.toml").get(name, {}))
    for file in files:
        for key, value in _read_toml(file, _shown(file)).items():
            _merge(merged, key, _with_file(value, _shown(file)) if key == "rule" else value)
    key, why = REQUIRED.get(name, ("", ""))
    if key and key not in merged:
        raise RuleError(
            f"The rules of {language!r} lack {key!r} of {name}: {why}. "
            f"Add it to {folder / name}.toml; docs/adding.md says how."
        )
    return merged


def _shown(file: Path) -> str:
    """Write a rule file as messages name it."""
    inside = file.is_relative_to(DATA_DIR)
    return f"data/{file.relative_to(DATA_DIR).as_posix()}" if inside else file.as_posix()


def _with_file(rules: list[dict[str, Any]], shown: str) -> list[dict[str, Any]]:
    return [{**rule, "file": shown} for rule in rules]


def _merge(merged: dict[str, Any], key: str, value: Any) -> None:
    old = merged.get(key)
    if isinstance(old, list) and isinstance(value, list):
        merged[key] = [*old, *value]
    elif isinstance(old, dict) and isinstance(value, dict):
        merged[key] = {**old, **value}  # a vocabulary, pieces, clauses: later words win
    else:
        merged[key] = value


@cache
def load_patterns(language: str, name: str) -> tuple[Rule, ...]:
    """Compile the rules of `data/rules/<language>/<name>`, in file order.

    Raises:
        RuleError: a rule has no id, no example, an unknown piece, or a pattern that is wrong
            or unbounded; the message names file and id.
    """
    table = load_rules(language, name)
    words = {key: vocabulary_piece(list(entry)) for key, entry in _vocabulary(table).items()}
    pieces = expand_pieces(words | table.get("pieces", {}), f"data/rules/{language}/{name}")
    seen: set[str] = set()
    rules = []
    for raw in table.get("rule", []):
        rule = _read_rule(raw, pieces)
        if rule.id in seen:
            raise RuleError(f"{rule.file}: two rules have the id {rule.id!r}; rename one.")
        seen.add(rule.id)
        rules.append(rule)
    return tuple(rules)


def _read_rule(raw: Mapping[str, Any], pieces: Mapping[str, str]) -> Rule:
    file, rule_id = raw["file"], raw.get("id")
    if not isinstance(rule_id, str):
        raise RuleError(f"{file}: a rule has no id: {dict(raw)!r:.120}")
    where = f"{file}, rule {rule_id!r}"
    for key in ("match", "no_match"):
        if not isinstance(raw.get(key), list) or (key == "match" and not raw[key]):
            raise RuleError(f"{where}: {key!r} must list examples.")
    source = "|".join(f"(?:{part})" for part in _sources(raw, where))
    return Rule(
        id=rule_id,
        pattern=compile_pattern(source, pieces, where, case=bool(raw.get("case"))),
        source=source,
        match=tuple(raw["match"]),
        no_match=tuple(raw["no_match"]),
        extra={key: value for key, value in raw.items() if key not in _OWN_KEYS},
        file=file,
    )


def _sources(raw: Mapping[str, Any], where: str) -> list[str]:
    if "words" in raw:
        return [any_of(raw["words"])]
    sources = raw.get("patterns") or [raw.get("pattern")]
    if not all(isinstance(source, str) and source for source in sources):
        raise RuleError(f"{where}: it needs a 'pattern', 'patterns' or 'words'.")
    return list(sources)


def any_of(words: list[str]) -> str:
    """Write the pattern that finds any of `words` as whole words, the longest first."""
    if not words:
        return NOTHING
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    ends = (re.escape(word) + (r"(?!\w)" if word[-1].isalnum() else "") for word in ordered)
    return r"(?<!\w)(?:" + "|".join(ends) + ")"


@cache
def load_vocabulary(language: str, name: str) -> Mapping[str, Mapping[str, Any]]:
    """Read the `[vocabulary.*]` tables of a rule file: what each word means, in lower case."""
    return {
        key: {word.lower(): value for word, value in entry.items()}
        for key, entry in _vocabulary(load_rules(language, name)).items()
    }


def _vocabulary(table: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    found: Mapping[str, Mapping[str, Any]] = table.get("vocabulary", {})
    return found


def vocabulary_piece(words: list[str]) -> str:
    """Write the pattern of a vocabulary; a word with a capital is found in capitals only."""
    cased = [word for word in words if word != word.lower()]
    plain = any_of([word for word in words if word == word.lower()] or ["\0"])
    return f"{plain}|(?-i:{any_of([*cased, *map(str.upper, cased)])})" if cased else plain


def expand_pieces(pieces: Mapping[str, Any], where: str) -> dict[str, str]:
    """Fill pieces into pieces, so that each stands alone; a list becomes an alternation."""
    done: dict[str, str] = {}
    for name, value in pieces.items():
        source = "|".join(value) if isinstance(value, list) else str(value)
        done[name] = f"(?:{_fill(source, done, f'{where}, piece {name!r}')})"
    return done


def _fill(source: str, pieces: Mapping[str, str], where: str) -> str:
    def piece(match: re.Match[str]) -> str:
        if match[1] not in pieces:
            raise RuleError(f"{where}: no piece {match[1]!r} is named before it.")
        return pieces[match[1]]

    return _PIECE.sub(piece, source)


def filled(source: str, pieces: Mapping[str, str], where: str) -> str:
    """Fill pieces into a pattern that is put together with others.

    Raises:
        RuleError: it names no piece of these.
    """
    return _fill(source, pieces, where)


def compile_pattern(
    source: str, pieces: Mapping[str, str], where: str, *, case: bool = False
) -> re.Pattern[str]:
    """Compile a pattern of the data, refusing one without bounds.

    Args:
        source: the pattern, with `{piece}` for each named piece.
        pieces: as `expand_pieces` gives them.
        where: file and rule id, for the message.
        case: whether capitals matter.

    Raises:
        RuleError: an unknown piece, a wrong pattern, or `*`, `+`, `{n,}` in it.
    """
    full = _fill(source, pieces, where)
    try:
        pattern = re.compile(full, 0 if case else re.IGNORECASE)
    except re.error as error:
        raise RuleError(f"{where}: the pattern is wrong: {error}.") from None
    if unbounded := next((found[1] for found in _REPEAT.finditer(full) if found[1]), None):
        raise RuleError(
            f"{where}: the pattern repeats without a bound ({unbounded!r}): write {{0,80}} or the "
            "like, so that no text can make it run away."
        )
    return pattern
