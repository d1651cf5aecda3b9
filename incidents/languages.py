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
    # "UN" is no French article, and words that several languages have tell nothing.
    words = [w.lower() for w in _WORD.findall(text[:_SAMPLE]) if not (w.isupper() and len(w) > 1)]
    score = {
        language: sum(word in _telling(language) for word in words) for language in languages()
    }
    best = max(sorted(score), key=lambda language: score[language], default=_FALLBACK)
    return best if score[best] > score.get(_FALLBACK, 0) else _FALLBACK


@cache
def _telling(language: str) -> frozenset[str]:
    others = [function_words(other) for other in languages() if other != language]
    return function_words(language).difference(*others)


@cache
def function_words(language: str) -> frozenset[str]:
    """List the small words of a language, lower case."""
    return frozenset(load_rules(language, "text")["function_words"].split())
