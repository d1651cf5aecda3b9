"""No French or English word steers the reading from a `.py` file: words are data."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from incidents.languages import function_words
from incidents.rules import DATA_DIR, languages

ROOT = DATA_DIR.parent
READING = ("finders", "events", "accounts", "linking", "record")
"""Folders of `incidents` that read; what only shows or stores writes English sentences."""
MODULES = ("sentences", "blocks", "phrases", "discourse", "coordination", "cleaning", "scanning")
KEYS = frozenset({
    "the", "a", "one of", "another", "between", "before", "after", "when", "where", "there",
    "their", "un", "other", "on", "of", "one", "two", "over", "near", "i", "s",
})  # fmt: skip
"""Values of keys of the data and names of its groups, which are no words of a text."""


REASONS = {
    "an": "an Arabic article",
    "as": "an Arabic article",
    "at": "an Arabic article",
    r"[A-ZÀ-Ý][\w'’.-]{0,20} (?:(?:al|el|bin|de|van|ag|ould)[ -])?[A-ZÀ-Ý][\w'’-]{1,20}, $": (
        "particles of persons' names"
    ),
    "Violence against civilians": "a type of ACLED's",
    " is a ": "a sentence for the reader",
    "one of several": "the evidence of a link",
    "ne:": "an id of Natural Earth's",
}
"""What else may stand, and why."""


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """Give the texts of a module that it compares, lists or compiles; no docstring, no message."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        inside: list[ast.expr] = []
        if isinstance(node, ast.Set | ast.List | ast.Tuple):
            inside = node.elts
        elif isinstance(node, ast.Compare):
            inside = [node.left, *node.comparators]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            asks = {"compile", "search", "match", "fullmatch", "endswith", "startswith", "split"}
            inside = [*node.args, node.func.value] if node.func.attr in asks else []
        for one in inside:
            found = ast.walk(one) if isinstance(one, ast.JoinedStr) else [one]
            for text in found:
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    yield text.lineno, text.value


def spoken(source: str, words: frozenset[str]) -> set[str]:
    """Find the small words of a language in a text, a pattern's escapes and groups left out."""
    plain = re.sub(r"\\.|\(\?P<\w+>|\[[^\]]*\]|\{[^}]*\}", " ", source)
    return {word for word in re.findall(r"[^\W\d_]{2,}", plain.lower()) if word in words}


def test_no_small_word_of_a_language_stands_in_the_code_that_reads() -> None:
    words = frozenset[str]().union(*map(function_words, languages())) - KEYS
    paths = [path for folder in READING for path in (ROOT / "incidents" / folder).rglob("*.py")]
    paths += [ROOT / "incidents" / f"{name}.py" for name in MODULES]
    paths += (ROOT / "geo" / "geocoder").glob("*.py")
    found = {
        f"{path.relative_to(ROOT)}:{line}: {text!r}"
        for path in paths
        for line, text in literals(path)
        if text not in KEYS | REASONS.keys() and not is_name(text)
        if not is_reason(text) and spoken(text, words)
    }
    assert found == set()


def is_name(text: str) -> bool:
    """Tell whether it is the name of a field or a function: "no_match"."""
    return text.isidentifier() and "_" in text


def is_reason(text: str) -> bool:
    """Tell whether it is a sentence for the reader, such as evidence: four words, no pattern."""
    return len(text.split()) >= 4 and not re.search(r"[\\|(\[]", text)


def test_the_check_sees_words() -> None:
    """It finds them in patterns, in lists and in comparisons."""
    words = frozenset({"and", "et"})
    assert spoken(r",? (?:and|et) (?P<and>\w)", words) == {"and", "et"}
    assert spoken(r"[and]{1,2}", words) == set()
