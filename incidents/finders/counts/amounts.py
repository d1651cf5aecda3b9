"""From the words of a number to its bounds, by the field's conventions."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from text_to_num import text2num

from incidents.rules import load_data, load_rules, load_vocabulary

_LARGEST = 10_000_000
_NOT_DIGIT = re.compile(r"[ .,]")
_AGE = re.compile(r"\d{1,2}")
_DECIMAL = re.compile(r"\d{1,3}[.,]\d{1,2}")
"""Before a word such as "million": elsewhere it is no number of people."""


class Amount(NamedTuple):
    """Bounds of a number; None is unknown."""

    low: int
    best: int | None
    high: int | None


SOME = Amount(2, None, None)
"""What "some" says; with no noun behind it, it counts nobody."""
PAIR = Amount(2, 2, 2)
"""What one couple counts."""


@lru_cache(maxsize=8192)
def read_number(words: str, language: str) -> int | None:
    """Read "1,200", "twenty-five", "vingt et un"; None where it is no number."""
    plain = words.strip().lower()
    if plain[0].isdigit():
        digits = _NOT_DIGIT.sub("", plain)
        value = int(digits) if digits.isdigit() else None
    else:
        value = load_vocabulary(language, "counts")["number"].get(plain) or _spelled(
            plain, language
        )
    return value if value is not None and 0 < value < _LARGEST else None


def _spelled(words: str, language: str) -> int | None:
    try:
        return int(text2num(words, load_rules(language, "counts")["number_language"]))
    except ValueError:
        return None


@cache
def _conventions() -> Mapping[str, Any]:
    return load_data("conventions/vague_counts.toml")


def vague(name: str) -> Amount:
    """Read a vague word of the conventions: "several" is at least 3, "dozen" is 12."""
    table = _conventions()
    if name in table["exact"]:
        number = table["exact"][name]
        return Amount(number, number, number)
    if name in table["round"]:
        return bounded(table["round"][name], "about")
    return Amount(table["low"][name], None, None)


def is_round(name: str) -> bool:
    """Tell whether a word means about so many: "une vingtaine"."""
    return name in _conventions()["round"]


def bounded(number: int, bound: str | None) -> Amount:
    """Read a number with a word of the conventions before it: "at_least", "up_to"."""
    if bound is None:
        return Amount(number, number, number)
    how = _conventions()["bounds"][bound]
    forms = {
        "n": number,
        "n-1": max(1, number - 1),
        "n+1": number + 1,
        "part": number - max(1, number // 10) if number > 1 else 1,
        "one": 1,
        "": None,
    }
    return Amount(forms[how["low"]] or 1, forms[how["best"]], forms[how["high"]])


def amount_of(kind: str, groups: Mapping[str, str | None], language: str) -> Amount | None:
    """Read the groups of a rule's match by the rule's kind; None where it is no number."""
    words = load_vocabulary(language, "counts")

    def mean(name: str) -> Any:
        found = groups.get(name) or groups.get(f"{name}_b")
        return words[name].get(found.lower()) if found else None

    def number(name: str) -> int | None:
        found = groups.get(name) or groups.get(f"{name}_b")
        return read_number(found, language) if found else None

    if kind == "range":
        low, high = number("low"), number("high")
        return Amount(low, None, high) if low and high and low < high else None
    if kind in {"number", "times", "exact"}:
        value = vague(mean("exact")).low if kind == "exact" else number("n")
        if kind == "times" and _DECIMAL.fullmatch(found := groups.get("n") or ""):
            value = round(float(found.replace(",", ".")) * mean("times"))
        else:
            value = value and value * (mean("times") or 1)
        bound = mean("bound") or (kind == "exact" and is_round(mean("exact")) and "about") or None
        return bounded(value, bound) if value else None
    if kind == "vague":
        return vague(mean("vague"))
    if kind in {"pair", "ages"}:
        told = len(_AGE.findall(groups.get("ages") or "")) or PAIR.low
        return Amount(told, told, told)
    if kind == "same":  # "as many": the number told last, if any
        return Amount(1, None, None)
    return vague("plural") if kind in {"plural", "including"} else Amount(1, 1, 1)
