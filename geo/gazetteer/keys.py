"""How a name is written for looking it up: "Bobo-Dioulasso", "Bobo Dioulasso" are one key.

A key is the name's tokens, folded and joined by a space. The same folding serves the build
and the look-up, so nothing else may compare names.
"""

import re
import unicodedata
from functools import lru_cache

from incidents.finders.places.tokens import tokenize

_LETTERS = str.maketrans(
    {
        "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe",
        "ɛ": "e", "ɔ": "o", "ŋ": "n", "ɲ": "n", "ɓ": "b", "ɗ": "d", "ə": "e", "þ": "th",
    }
)  # fmt: skip
_DROP = re.compile(r"[^\w]|_")
_PLAIN = re.compile(r"[a-z]+(?:[ -][a-z]+)*")
_SAME = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
MAX_WORDS = 8
"""No name of the gazetteer that is looked up has more tokens."""


@lru_cache(maxsize=65536)
def fold(token: str) -> str:
    """Fold one token: "Ségou" → "segou", "N'Tillit" → "ntillit", "St" → "saint"."""
    if token.isascii() and token.isalpha():
        folded = token.lower()
        return _SAME.get(folded, folded)
    folded = _DROP.sub("", _without_marks(token))
    return _SAME.get(folded, folded)


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold())  # "ǽ" is æ with a mark
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return bare.translate(_LETTERS)


def split(name: str) -> list[str]:
    """Split a name at spaces and hyphens: "Bobo-Dioulasso" → ["Bobo", "Dioulasso"]."""
    return [token.text for token in tokenize(name)]


def key_of(name: str) -> str:
    """Return the key of a whole name; "" where it holds no letter or digit."""
    plain = name.lower() if name.isascii() else _without_marks(name)
    if _PLAIN.fullmatch(plain):  # nine names of ten, and five times as fast
        return " ".join(_SAME.get(word, word) for word in plain.replace("-", " ").split())
    return slow_key_of(name)


def slow_key_of(name: str) -> str:
    """Return the key of any name, token by token, as look-ups in running text make it."""
    return " ".join(filter(None, (fold(token) for token in split(name))))
