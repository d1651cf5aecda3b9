"""The noun behind a number: what is counted, and whether it is counted at all."""

import csv
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from incidents.records import CountKey
from incidents.rules import DATA_DIR, compile_pattern, load_rules, load_vocabulary

People = Literal["person", "child", "woman", "man", "combatant", "thing"]

_WORDS_BEHIND = 6
_WORDS_BEHIND_ONE = 4
_PARTICIPLE_REACH = 3
"""Words looked at behind a noun: its participle, and whether that has an object of its own."""
_WORD = re.compile(r" ?(?:\([A-Z][A-Z0-9/-]{1,9}\) )?(?:[\"«] ?)?([^\W_][\w'.-]{0,30})")
_PARTS = re.compile(r"['-]")


class NounClass(NamedTuple):
    """What a class of nouns says of those who are counted."""

    people: People
    civilian: bool | None = None
    key: CountKey | None = None


CLASSES: Mapping[str, NounClass] = {
    "person": NounClass("person"),
    "civilian": NounClass("person", civilian=True),
    "child": NounClass("child", civilian=True),
    "woman": NounClass("woman", civilian=True),
    "man": NounClass("man"),
    "combatant": NounClass("combatant", civilian=False),
    "dead": NounClass("person", key="killed"),
    "wounded": NounClass("person", key="injured"),
    "abducted": NounClass("person", key="abducted"),
    "detained": NounClass("person", key="detained"),
    "casualty": NounClass("person"),
    "thing": NounClass("thing"),
}
"""The classes of `[nouns]` and `[singular]` in the rule files."""


class Noun(NamedTuple):
    """The noun that a number counts."""

    word: str
    kind: NounClass
    end: int
    """Where it ends in the text."""


class Lexicon(NamedTuple):
    """A language's nouns, and the words that end the search for one."""

    plural: Mapping[str, NounClass]
    singular: Mapping[str, NounClass]
    stops: frozenset[str]
    units: frozenset[str]
    weak: frozenset[str]
    partitives: frozenset[str]
    copulas: frozenset[str]
    heads: frozenset[str]
    numbers: frozenset[str]
    bounds: frozenset[str]
    pairs: frozenset[str]
    """Singular nouns that count two."""
    openers: frozenset[str]
    """Words before a month behind which no day stands: "in March 20 people"; empty where days
    stand before months."""
    nameless: frozenset[str]
    """Nouns of things and of groups that nobody lists: "killed a plan"."""
    formations: frozenset[str]
    """What a number in digits names: "21 Brigade"."""
    bodies: frozenset[str]
    """Words of the dead that are also of something else: "a women's rights body"."""
    bodily: frozenset[str]
    """What may stand before them: "a charred body"."""
    elided: re.Pattern[str]
    """What is not the noun's own at its beginning: "d'habitants"."""


@cache
def lexicon(language: str) -> Lexicon:
    """Read the nouns of a language."""
    table = load_rules(language, "counts")
    return Lexicon(
        plural={**dict.fromkeys(peoples(language), CLASSES["person"]), **_by_word(table["nouns"])},
        singular=_by_word(table["singular"]),
        stops=frozenset(table["stops"].split()),
        units=frozenset(table["units"].split()),
        weak=peoples(language) | frozenset(table["weak"].split()),
        partitives=frozenset(table["partitives"].split()),
        copulas=frozenset(table["copulas"].split()),
        heads=frozenset(table["heads"].split()),
        pairs=frozenset(table["pairs"].split()),
        openers=frozenset(table["openers"].split()),
        nameless=frozenset(table["nameless"].split()),
        formations=frozenset(table["formations"].split()),
        bodies=frozenset(table["bodies"].split()),
        bodily=frozenset(table["bodily"].split()),
        numbers=frozenset(load_vocabulary(language, "counts")["number"]),
        elided=compile_pattern(table["elided"], {}, f"{language}/counts.toml, elided"),
        bounds=frozenset(load_vocabulary(language, "counts")["bound"]),
    )


@cache
def peoples(language: str) -> frozenset[str]:
    """List nations and communities as they are counted: "nine Malians", "13 Lebanese"."""
    table = load_rules(language, "counts")
    columns, same = table["peoples"], tuple(table["unmarked"])
    found: set[str] = set()
    for name in ("demonyms", "communities"):
        with (DATA_DIR / "actors" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                words = [row.get(column) or "" for column in columns]
                found.update(word.lower() for cell in words for word in cell.split("|"))
    one_word = {word for word in found if word.isalpha()}
    return frozenset({f"{word}s" for word in one_word} | {w for w in one_word if w.endswith(same)})


def _by_word(table: Mapping[str, str]) -> Mapping[str, NounClass]:
    return {word: CLASSES[name] for name, words in table.items() for word in words.split()}


class Behind(NamedTuple):
    """What stands behind a number."""

    noun: Noun | None
    unit: bool
    """It measures, "12 years", and counts nobody."""


def read_noun(text: str, at: int, end: int, words: Lexicon, *, one: bool, told: bool) -> Behind:
    """Look for the noun that a number at `at` counts, past its adjectives.

    Args:
        text: the clean text.
        at: where the number ends.
        end: where the sentence ends.
        words: the language's nouns.
        one: whether the number is one, so that the noun is singular.
        told: whether it is a numeral, and no article: "1 dead", "one wounded".
    """
    behind = _words(text, at, end, words, _WORDS_BEHIND_ONE if one else _WORDS_BEHIND)
    if one and told and (fate := _lone_fate(behind, words)):
        return Behind(fate, unit=False)
    return _search(text, end, behind, words, one=one)


def _search(
    text: str, end: int, behind: list[tuple[str, int]], words: Lexicon, *, one: bool
) -> Behind:
    """Look through the words behind a number."""
    nouns = words.singular if one else words.plural
    found: Noun | None = None
    partitive = False
    for index, (word, stop) in enumerate(behind):
        if word in words.partitives and not (one and index):
            partitive, nouns = True, words.plural
            continue
        kind = _look_up(word, nouns) or (
            _look_up(word, words.singular) if one and partitive else None  # "one of them a doctor"
        )
        if kind is None or (found and word in words.weak):
            if word in words.units and found is None:
                return Behind(None, unit=True)
            if _stops(word, found, words, partitive=partitive):
                break
            continue
        found = _joined(found, Noun(word, _of_part(kind, partitive=partitive), stop))
        if one and not partitive and _is_no_noun(behind, index, words):
            return Behind(None, unit=False)
        goes_on = partitive or (one and _leads_on(behind, index, words))
        if word not in words.weak and kind.key is None and not goes_on:
            armed = _armed(found, behind[index + 1 :], nouns)
            return Behind(_with_participle(armed, text, end, words), unit=False)
    return Behind(found, unit=False)


def person_behind(text: str, at: int, end: int, language: str) -> Noun | None:
    """Take the last of the words behind an article for a person, where it may be one."""
    words = lexicon(language)
    found: Noun | None = None
    for word, stop in _words(text, at, end, words, _WORDS_BEHIND_ONE):
        fate = words.plural.get(word)
        if word in words.stops or (fate and fate.key):
            break
        kind = next((words.plural[one] for one in _plurals(word) if one in words.plural), None)
        if word in words.nameless or word in words.numbers or fate or (kind and kind.key):
            return None
        if kind is not None and kind.people == "thing":
            return None
        found = Noun(word, kind or CLASSES["person"], stop)
    return found


def _plurals(word: str) -> tuple[str, ...]:
    """Say how a noun may end in the plural, in either language."""
    return f"{word}s", f"{word}es", f"{word}x", f"{word[:-1]}ies", f"{word[:-1]}ux"


def _lone_fate(behind: list[tuple[str, int]], words: Lexicon) -> Noun | None:
    """Read "1 dead, 1 wounded": nothing behind that was killed or wounded by it."""
    kind = words.plural.get(behind[0][0]) if behind else None
    if kind is None or kind.key is None:
        return None
    following = behind[1][0] if len(behind) > 1 else ""
    taken = following and following not in words.stops
    return None if taken else Noun(behind[0][0], kind, behind[0][1])


def _is_no_noun(behind: Sequence[tuple[str, int]], index: int, words: Lexicon) -> bool:
    """Know "a bandit camp", where the noun only describes, and "a women's rights body"."""
    rest = behind[index + 1 :]
    describes = bool(rest) and rest[0][0] in words.heads and rest[0][0] not in words.singular
    body = index > 0 and behind[index][0] in words.bodies
    return describes or (body and behind[index - 1][0] not in words.bodily)


def _leads_on(behind: Sequence[tuple[str, int]], index: int, words: Lexicon) -> bool:
    """Know the first noun of "a village head" and "a deputy mayor": the second is who it was."""
    rest = behind[index + 1 :]
    kind = words.singular.get(behind[index][0])
    following = words.singular.get(rest[0][0]) if rest else None
    if kind is None or following is None or rest[0][0] == behind[index][0]:
        return False
    plain = kind.key is None and kind.people not in {"woman", "child", "thing"}
    return rest[0][0] in words.heads or (plain and following.key is None)


def _armed(noun: Noun, rest: list[tuple[str, int]], nouns: Mapping[str, NounClass]) -> Noun:
    """Read "women fighters", "enfants soldats": who bears arms is no civilian."""
    kind = nouns.get(rest[0][0]) if rest and noun.kind.people in {"woman", "man", "child"} else None
    return Noun(rest[0][0], kind, rest[0][1]) if kind and kind.people == "combatant" else noun


def _stops(word: str, found: Noun | None, words: Lexicon, *, partitive: bool) -> bool:
    """Tell whether no noun can come any more."""
    if found is not None:
        return found.word not in words.weak
    if partitive and (word in words.copulas or word in words.stops):
        return False  # "seven of them were children", "one of the strikes"
    return word in words.stops or word in words.numbers or word in words.partitives


def _of_part(kind: NounClass, *, partitive: bool) -> NounClass:
    """Let "two of the wounded" be people who may have died since."""
    return kind._replace(key=None) if partitive else kind


def _words(text: str, at: int, end: int, words: Lexicon, most: int) -> list[tuple[str, int]]:
    """List the words behind a number, so many at most, up to the first mark between them."""
    found = []
    for _ in range(most):
        match = _WORD.match(text, at, end)
        if not match:
            break
        word = match[1]
        stripped = word.rstrip(".-'")
        joined = "'" in stripped or "-" in stripped  # "d'habitants", "62-year-old"
        elided = words.elided.sub("", stripped) if joined else stripped
        found.append((elided.lower(), match.start(1) + len(stripped)))
        if stripped != word:
            break
        at = match.end()
    return found


def _look_up(word: str, nouns: Mapping[str, NounClass]) -> NounClass | None:
    """Find a noun, also behind a hyphen or an apostrophe: "ex-soldiers", "d'enfants"."""
    kind = nouns.get(word)
    return kind or (None if word.isalpha() else nouns.get(_PARTS.split(word)[-1]))


def _joined(first: Noun | None, second: Noun) -> Noun:
    """Join "wounded" and "civilians": civilians who were wounded."""
    if first is None or first.kind.key is None:
        return second
    return second._replace(kind=second.kind._replace(key=second.kind.key or first.kind.key))


def _with_participle(noun: Noun, text: str, end: int, words: Lexicon) -> Noun:
    """Let "killed" in "13 people killed and 5 injured" say what is counted."""
    behind = _words(text, noun.end, end, words, _PARTICIPLE_REACH)
    if not behind or noun.kind.people == "thing":
        return noun
    kind = words.plural.get(behind[0][0])
    after = [word for word, _ in behind[1:]]
    takes_object = bool(after) and (
        after[0] not in words.stops or " ".join(after[:2]) in words.bounds
    )
    if kind is None or kind.key is None or takes_object:
        return noun
    return noun._replace(kind=noun.kind._replace(key=noun.kind.key or kind.key))
