"""Texts in capitals and hashtags, with the letters that a sentence would have.

"ARMED MEN KILL FOUR TRADERS IN GAO" tells no name from a word by its letters. The words that the
rules know are written as the rules write them, accents included; all others are names.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from incidents.languages import fold, rule_words
from incidents.rules import DATA_DIR, languages, load_rules

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS, _FEWEST_LETTERS = 4, 14
_SHARE = 0.9
"""Share of a line's letters that are capitals."""
_OPENS = re.compile(r"(?:^|[.!?:•–—-] )[^\w\n]{0,4}$")
_TAG = re.compile(r"(?<![\w/&#])#((?![\d_])\w{2,60})")
_DIGIT = re.compile(r"\d")
_PIECE = re.compile(r"[A-ZÀ-Ý]+\d*(?![a-zà-ÿ])|[A-ZÀ-Ý]?[a-zà-ÿ]+\d*|\d+|[^\W_]+")
_SLOGAN = 4
"""Words of a tag that is no name: #KeepEyesOnKobi."""
_BEFORE = re.compile(r"([\w'’-]{1,30}) $")
_ONLY_TAGS = re.compile(r"(?:[ ,.]{0,3}#\w{1,60}){0,20}[ .!]{0,3}(?:\n|$)")


@cache
def _forms(language: str) -> Mapping[str, str]:
    """How rules and lists of actors write a word most often, by its bare small letters."""
    seen: dict[str, Counter[str]] = {}
    for word, times in (rule_words(language) + _names()).items():
        seen.setdefault(fold(word), Counter())[word] += times
    return {bare: max(sorted(forms), key=lambda one: forms[one]) for bare, forms in seen.items()}


@cache
def _names() -> Counter[str]:
    files = sorted((DATA_DIR / "actors").glob("*.csv"))
    texts = (file.read_text(encoding="utf-8") for file in files)
    return Counter(word for text in texts for word in _WORD.findall(text) if len(word) > 1)


def written(word: str, language: str) -> str:
    """Write a word of capitals as a sentence would: a name with one, a short form with all."""
    form = _forms(language).get(fold(word))
    short = len(word) < 3 and not (form or "").isascii()  # noqa: PLR2004 - II is no "îi"
    if form is None or len(form) != len(word) or short:
        return word[0] + word[1:].lower()
    if word.isascii() or form.isupper():
        return form
    return word.lower() if form.islower() else word[0] + word[1:].lower()  # its own accents


def without_capitals(text: str, language: str) -> str:
    """Write a text in capitals in small letters; the length stays.

    The headings of a text in small letters are left: they are told by their capitals.
    """
    lines = text.split("\n")
    shouted = [_is_capitals(line) for line in lines]
    loud = sum(len(line) for line, one in zip(lines, shouted, strict=True) if one)
    if loud * 2 < len(text) or not loud:
        return text
    pairs = zip(lines, shouted, strict=True)
    return "\n".join(_small(line, language) if one else line for line, one in pairs)


def _is_capitals(line: str) -> bool:
    if len(line) < _FEWEST_LETTERS or (
        line.upper() != line and sum(map(str.islower, line)) > (1 - _SHARE) * len(line)
    ):
        return False
    words = _WORD.findall(line)
    letters = sum(map(len, words))
    capitals = sum(map(str.isupper, line))
    return (
        len(words) >= _FEWEST_WORDS and letters >= _FEWEST_LETTERS and capitals >= _SHARE * letters
    )


def _small(line: str, language: str) -> str:
    parts: list[str] = []
    done = 0
    for found in _WORD.finditer(line):
        put = _put(line, found, language)
        if put.islower() and _OPENS.search(line[max(0, found.start() - 6) : found.start()]):
            put = put[0].upper() + put[1:]
        parts += (line[done : found.start()], put if len(put) == len(found[0]) else found[0])
        done = found.end()
    return "".join([*parts, line[done:]])


def _put(line: str, found: re.Match[str], language: str) -> str:
    word = found[0]
    if len(word) > 1:
        if word.isupper() and _DIGIT.search(line, max(0, found.start() - 2), found.end() + 2):
            return _month(word, language)
        return written(word, language) if word.isupper() else word
    if line[found.end() : found.end() + 1] == "'" or not word.isascii():
        return word.lower()  # L'ARMEE, À GAO
    return _letter_a(line, found, language) if word == "A" else word


def _month(word: str, language: str) -> str:
    """Write "9 MARCH" as a month and no verb, if the language writes months so."""
    months = load_rules(language, "dates")["vocabulary"]["month"]
    return word.title() if word.title() in months else written(word, language)


def _letter_a(line: str, found: re.Match[str], language: str) -> str:
    """Write the letter A: a small one, with its accent before a name where a language has it."""
    accented = str(load_rules(language, "text").get("capital_a", "a"))
    following = _WORD.search(line, found.end())
    is_name = following is not None and not written(following[0], language).islower()
    return accented if is_name else "a"


def read_tag(raw: str, at: int) -> tuple[int, str, list[int]] | None:
    """Read the hashtag at `at`: where it ends, what stands for it, and where each letter stood.

    "#ElFasher" is "El Fasher". A tag behind a name, or at a post's end, is put in brackets: it
    says where the rest was. A slogan is left out.
    """
    found = _TAG.match(raw, at)
    if found is None:
        return None
    pieces = list(_PIECE.finditer(found[1]))
    if len(pieces) >= _SLOGAN or not pieces:
        return found.end(), "", []
    put: list[tuple[str, int]] = []
    for piece in pieces:
        start = found.start(1) + piece.start()
        put += [(" ", start)] if put else []
        put += zip(_letters(piece[0]), range(start, start + len(piece[0])), strict=True)
    if _stands_apart(raw, at, found.end()):
        put = [("(", at), *put, (")", found.end())]
    return found.end(), "".join(one for one, _ in put), [place for _, place in put]


def _letters(piece: str) -> str:
    if len(piece) < 2 or not (piece.isupper() or piece.islower()):  # noqa: PLR2004 - one letter
        return piece
    forms = (written(piece.upper(), one) for one in languages())
    known = next((form for form in forms if not form.istitle()), piece.title())
    return known if len(known) == len(piece) else piece


def _stands_apart(raw: str, at: int, end: int) -> bool:
    before = _BEFORE.search(raw, max(0, at - 32), at)
    if before is None or before[1].lower() in _small_words():
        return False
    behind_name = before[1][0].isupper()
    return behind_name or bool(_ONLY_TAGS.match(raw, end))


@cache
def _small_words() -> frozenset[str]:
    """List the words that a name goes on from: "near #Gao"."""
    ends = (str(load_rules(one, "text")["open_ends"]) for one in languages())
    return frozenset(word for words in ends for word in words.split())
