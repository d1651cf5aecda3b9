"""Tells the language of a text by its small words: "the, of, and" against "le, des, et"."""

import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache

from incidents.rules import DATA_DIR, languages, load_rules
from incidents.tongue import N_

_SAMPLE = 20_000
"""Code points that are looked at: more would tell no more."""
_WORD = re.compile(r"[^\W\d_]{1,20}")
_FALLBACK = "en"
_CAPITALS = 0.25
"""Share of words in small letters below which a text is in capitals."""
_FEW_WORDS = 40
"""Words of a text so short that its small words may not tell: a post, a headline."""
_FEWEST_SMALL_WORDS = 4
"""Small words of a foreign language below which a text is not said to be in it."""
_FOREIGN_SHARE = 0.08
"""Share of the words that they are at the least; in running text it is 0.3 and more."""
_FOREIGN_LETTERS = 0.5
"""Share of the letters from which a script that is not Latin tells."""
_SCRIPTS = {
    "ARABIC": N_("in Arabic script"),
    "CYRILLIC": N_("in Cyrillic script"),
    "HEBREW": N_("Hebrew"),
    "ETHIOPIC": N_("in Ethiopic script"),
    "MYANMAR": N_("Burmese"),
    "CJK": N_("Chinese or Japanese"),
    "HIRAGANA": N_("Japanese"),
    "HANGUL": N_("Korean"),
    "DEVANAGARI": N_("in Devanagari"),
    "BENGALI": N_("Bengali"),
    "GREEK": N_("Greek"),
    "THAI": N_("Thai"),
    "TAMIL": N_("Tamil"),
    "GEORGIAN": N_("Georgian"),
    "ARMENIAN": N_("Armenian"),
}
"""First word of the letters' Unicode names, and what is said of the text."""


def detect_language(text: str) -> str:
    """Name the language of `data/rules/` whose small words are most of the text's.

    English where none is ahead, as in an empty text.
    """
    words = _words(text)
    score = {language: _score(words, _telling(language)) for language in languages()}
    best = max(sorted(score), key=lambda language: score[language], default=_FALLBACK)
    if len(words) < _FEW_WORDS and score[best] <= score.get(_FALLBACK, 0) + 1:
        bare = [fold(word) for word in words]
        score = {one: score[one] + _score(bare, _own_words(one)) for one in score}
        best = max(sorted(score), key=lambda language: score[language], default=_FALLBACK)
    return best if score[best] > score.get(_FALLBACK, 0) else _FALLBACK


def fold(word: str) -> str:
    """Lower the case and take the accents off, one letter for each."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in word.lower())


@cache
def rule_words(language: str) -> Counter[str]:
    """Count the words in a language's rules, as they are written there."""
    files = sorted((DATA_DIR / "rules" / language).rglob("*.toml"))
    texts = (file.read_text(encoding="utf-8") for file in files)
    return Counter(word for text in texts for word in _WORD.findall(text) if len(word) > 1)


@cache
def _own_words(language: str) -> frozenset[str]:
    """List the words of a language's rules that are in no other's, without their accents."""
    own, *others = (
        {fold(word) for word in rule_words(one)}
        for one in (language, *(other for other in languages() if other != language))
    )
    return frozenset(own.difference(*others))


def language_name(code: str) -> str:
    """Return a language's English name; its code where its rules give none."""
    return str(load_rules(code, "text").get("language_name", code))


def language_names() -> str:
    """List the languages that are read, for a sentence: "English and French"."""
    names = [language_name(language) for language in languages()]
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def foreign_language(text: str) -> str | None:
    """Name the language that a text seems to be in, where that is none of `data/rules/`.

    Returns:
        Such as "Spanish" or "in Arabic script"; None where it is one that is read, or none tells.
    """
    if script := _foreign_script(text[:_SAMPLE]):
        return script
    words = _words(text)
    read = max((_score(words, function_words(language)) for language in languages()), default=0)
    found = {name: _score(words, small) for name, small in _foreign().items()}
    best = max(sorted(found), key=lambda name: found[name], default="")
    enough = max(_FEWEST_SMALL_WORDS, _FOREIGN_SHARE * len(words), read + 1)
    return best if best and found[best] >= enough else None


def _foreign_script(text: str) -> str | None:
    letters = Counter(
        "LATIN" if one.isascii() else unicodedata.name(one, "?").split()[0]
        for one in text
        if one.isalpha()
    )
    for script, name in _SCRIPTS.items():
        if letters[script] > _FOREIGN_LETTERS * letters.total():
            return name
    return None


def _words(text: str) -> list[str]:
    words = _WORD.findall(text[:_SAMPLE])
    small = [word.lower() for word in words if not (word.isupper() and len(word) > 1)]
    if len(small) > _CAPITALS * len(words):
        return small  # "UN" is no French article
    return [word.lower() for word in words if len(word) > 1]  # in capitals, A may be À


def _score(words: list[str], small: frozenset[str]) -> int:
    return sum(word in small for word in words)


@cache
def _telling(language: str) -> frozenset[str]:
    # Words that several languages have tell nothing.
    others = [function_words(other) for other in languages() if other != language]
    return function_words(language).difference(*others)


@cache
def function_words(language: str) -> frozenset[str]:
    """List the small words of a language, lower case."""
    return frozenset(load_rules(language, "text")["function_words"].split())


@cache
def _foreign() -> dict[str, frozenset[str]]:
    given = tomllib.loads((DATA_DIR / "languages" / "small_words.toml").read_text("utf-8"))
    return {name: frozenset(table["words"].split()) for name, table in given.items()}
