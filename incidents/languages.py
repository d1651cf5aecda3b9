"""Tells the language of a text by its small words: "the, of, and" against "le, des, et"."""

import re
from functools import cache

from incidents.rules import languages, load_rules

_SAMPLE = 20_000
"""Code points that are looked at: more would tell no more."""
_WORD = re.compile(r"[^\W\d_]{1,20}")
_FALLBACK = "en"


def detect_language(text: str) -> str:
    """Name the language of `data/rules/` whose small words are most of the text's.

    English where none is ahead, as in an empty text.
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    score = {
        language: sum(word in function_words(language) for word in words)
        for language in languages()
    }
    best = max(sorted(score), key=lambda language: score[language], default=_FALLBACK)
    return best if score[best] > score.get(_FALLBACK, 0) else _FALLBACK


@cache
def function_words(language: str) -> frozenset[str]:
    """List the small words of a language, lower case."""
    return frozenset(load_rules(language, "text")["function_words"].split())
